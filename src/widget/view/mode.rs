//! What modes other than practice show: whole screens of their own, and what they add to the start screen.

use crate::quiz::session::Phase;
use crate::quiz::session::mode::Mode;
use crate::quiz::{Event, Session};
use crate::widget::stage::{Ask, Screen};
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::{cards, certainty, exam};
use yew::prelude::*;

/// The screens that only some modes have.
pub(crate) fn screen(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    match session.phase() {
        Phase::Recalling { .. } | Phase::Turned { .. } => cards::card(session, ask),
        Phase::LookingOver { .. } => exam::look_over(screen, session, ask),
        Phase::Paused { .. } => exam::paused(screen, session, ask),
        Phase::Ready
        | Phase::Answering { .. }
        | Phase::Retry { .. }
        | Phase::Feedback { .. }
        | Phase::Finished => Html::default(),
    }
}

/// On the start screen, above the button: what is special about the mode.
pub(crate) fn before_start(_screen: &Screen, session: &Session, _ask: &Callback<Ask>) -> Html {
    match session.settings().mode {
        Mode::Cards => el!("p").text(text::ABOUT_CARDS).into(),
        Mode::Practice | Mode::Exam | Mode::Review => Html::default(),
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
