//! Review: practice with questions that come again: those that are due, or those that were missed just now.

use super::Mode;
use crate::quiz::calibration::Certainty;
use crate::quiz::id::QuestionId;
use crate::quiz::session::event::Event;
use crate::quiz::session::{Phase, Session};

/// Begins again with what was missed. Where the learner was sure of a wrong answer, it comes first: such
/// errors are corrected best (Butterfield and Metcalfe 2001, doi 10.1037/0278-7393.27.6.1491).
pub(super) fn practise_missed(session: &mut Session) -> Vec<Event> {
    let report = session.report();
    let missed: Vec<QuestionId> = report.missed().cloned().collect();
    if session.phase != Phase::Finished || missed.is_empty() {
        return Vec::new();
    }
    let was_sure = |question: &QuestionId| {
        report
            .answers
            .iter()
            .any(|answer| answer.question == *question && answer.first_certainty() == Some(Certainty::Quite))
    };
    session.begin_again();
    // An exam is over; what was missed in it is for learning.
    if session.settings.mode == Mode::Exam {
        session.settings.mode = Mode::Practice;
    }
    // All of it, however long it takes.
    if session.is_adaptive() {
        session.settings.count = None;
        session.scope = None;
    }
    session.lay_out(&missed, &was_sure);
    let mut events = vec![Event::Restarted];
    events.extend(session.start());
    events
}
