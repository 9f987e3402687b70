//! Single choice: radio buttons.

use crate::quiz::session::Shown;
use crate::widget::stage::Ask;
use crate::widget::view::kind::{group, rows};
use yew::prelude::*;

/// The stem and its options.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    group(shown).each(rows(shown, "radio", "option", ask)).into()
}
