//! What modes other than practice add to the start screen.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Screen};
use yew::prelude::*;

/// On the start screen, above the button: what is special about the mode.
pub(crate) fn before_start(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}
