//! How sure a learner is, asked before the answer is checked.

use crate::quiz::session::Shown;
use crate::widget::stage::Ask;
use yew::prelude::*;

/// The question how sure one is, below the options.
pub(crate) fn certainty(_shown: &Shown<'_>, _ask: &Callback<Ask>) -> Html {
    Html::default()
}
