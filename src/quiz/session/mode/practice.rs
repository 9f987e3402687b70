//! Practice: every answer is checked and explained at once. Learners may be asked how sure they are, and
//! where the length follows from the answers, the next question is the one that tells most.

use crate::quiz::session::action::Action;
use crate::quiz::session::event::Event;
use crate::quiz::session::{Phase, Session};

pub(super) fn update(session: &mut Session, action: &Action) -> Option<Vec<Event>> {
    match (session.phase, action) {
        (Phase::Answering { position }, Action::Sure(certainty)) => {
            session.be_sure(position, *certainty);
            Some(Vec::new())
        }
        (Phase::Answering { position }, Action::Skip)
        | (Phase::Retry { position } | Phase::Feedback { position }, Action::Next)
            if session.is_adaptive() =>
        {
            session.choose_next(position);
            None
        }
        (_, Action::Finish) if session.is_adaptive() => {
            session.end_here();
            None
        }
        _ => None,
    }
}
