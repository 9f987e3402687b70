//! What modes other than practice show: whole screens of their own, and what they add to the start screen.

use crate::quiz::Session;
use crate::quiz::session::Phase;
use crate::widget::stage::{Ask, Screen};
use crate::widget::view::{cards, exam};
use yew::prelude::*;

/// The screens that only some modes have.
pub(crate) fn screen(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    match session.phase() {
        Phase::Recalling { .. } | Phase::Turned { .. } => cards::card(screen, session, ask),
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
pub(crate) fn before_start(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}
