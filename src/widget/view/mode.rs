//! What modes other than practice add to the start screen.

use crate::quiz::session::mode::Mode;
use crate::quiz::{Event, Session};
use crate::widget::stage::{Ask, Screen};
use crate::widget::view::{cards, certainty, exam};
use yew::prelude::*;

/// Above the buttons of the start screen, and of the one that found a saved session: what is special about
/// the mode.
pub(crate) fn before_start(screen: &Screen, session: &Session, _ask: &Callback<Ask>) -> Html {
    match session.settings().mode {
        Mode::Exam => exam::before_start(screen, session),
        Mode::Cards => cards::before_start(session),
        Mode::Practice | Mode::Review => Html::default(),
    }
}

/// What else a screen reader is told.
pub(crate) fn announce(session: &Session, events: &[Event], said: &mut String) {
    match session.settings().mode {
        Mode::Cards => cards::announce(session, events, said),
        Mode::Practice | Mode::Review => certainty::announce(session, events, said),
        Mode::Exam => {}
    }
}
