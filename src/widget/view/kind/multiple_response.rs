//! Multiple response: check boxes.

use crate::quiz::question::multiple_response::MultipleResponse;
use crate::quiz::session::Shown;
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::El;
use crate::widget::view::kind::{group, instruction, rows, says};
use crate::widget::view::sheet;
use yew::prelude::*;

/// The stem and its options.
pub(crate) fn options(kind: &MultipleResponse, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    group(shown).each(how_many(kind, shown)).each(rows(shown, "checkbox", "option", ask)).into()
}

/// How many to tick, and a box before each option.
pub(crate) fn on_paper(kind: &MultipleResponse, shown: &Shown<'_>, paper: Paper) -> Html {
    let choices = sheet::choices(shown, paper, false);
    how_many(kind, shown).into_iter().chain([choices]).collect()
}

/// How many to select, unless the stem says it.
pub(crate) fn how_many(kind: &MultipleResponse, shown: &Shown<'_>) -> Option<El> {
    let words = kind.select().map_or_else(|| text::SELECT_ALL.with(&[]), text::select);
    (!says(&shown.question.stem, &words)).then(|| instruction(words))
}
