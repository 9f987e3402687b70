//! What modes other than practice add to the start screen.

use crate::quiz::Session;
use crate::quiz::session::mode::Mode;
use crate::widget::stage::{Ask, Screen};
use crate::widget::view::exam;
use yew::prelude::*;

/// Above the buttons of the start screen, and of the one that found a saved session: what is special about
/// the mode.
pub(crate) fn before_start(screen: &Screen, session: &Session, _ask: &Callback<Ask>) -> Html {
    match session.settings().mode {
        Mode::Exam => exam::before_start(screen, session),
        Mode::Practice | Mode::Review | Mode::Cards => Html::default(),
    }
}
