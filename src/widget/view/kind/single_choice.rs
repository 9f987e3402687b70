//! Single choice: radio buttons.

use crate::quiz::session::Shown;
use crate::widget::stage::{Ask, Paper};
use crate::widget::view::kind::{group, rows};
use crate::widget::view::sheet;
use yew::prelude::*;

/// The stem and its options.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    group(shown).each(rows(shown, "radio", "option", ask)).into()
}

/// A round box before each option.
pub(crate) fn on_paper(shown: &Shown<'_>, paper: Paper) -> Html {
    sheet::choices(shown, paper, true).into()
}
