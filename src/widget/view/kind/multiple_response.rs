//! Multiple response: check boxes.

use crate::quiz::question::multiple_response::MultipleResponse;
use crate::quiz::session::Shown;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::kind::{group, instruction, rows, says};
use yew::prelude::*;

/// The stem and its options.
pub(crate) fn options(kind: &MultipleResponse, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let words = kind.select().map_or_else(|| text::SELECT_ALL.to_owned(), text::select);
    let instruction = (!says(&shown.question.stem, &words)).then(|| instruction(words));
    group(shown).each(instruction).each(rows(shown, "checkbox", "option", ask)).into()
}
