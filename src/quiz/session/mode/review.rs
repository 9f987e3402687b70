//! Review: practice with questions that come again: those that are due, or those that were missed just now.

use super::Mode;
use crate::quiz::calibration::Certainty;
use crate::quiz::id::QuestionId;
use crate::quiz::question::Question;
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
    begin(session, &missed, &was_sure)
}

/// Begins with some questions, as they stand here. Those that the bank does not have are passed over, and so
/// is one that is there twice. Those of one scenario come together, in the author's order.
pub(super) fn practise(session: &mut Session, questions: &[QuestionId]) -> Vec<Event> {
    let mut known: Vec<QuestionId> = Vec::new();
    for question in questions.iter().filter_map(|id| session.bank.question(id)) {
        let is_of_scenario = |other: &Question| {
            question.scenario.is_some()
                && other.scenario == question.scenario
                && questions.contains(&other.id)
        };
        if !known.contains(&question.id) {
            let with = session.bank.questions().iter();
            let with = with.filter(|other| other.id == question.id || is_of_scenario(other));
            known.extend(with.map(|other| other.id.clone()));
        }
    }
    if known.is_empty() { Vec::new() } else { begin(session, &known, &|_| true) }
}

fn begin(
    session: &mut Session,
    questions: &[QuestionId],
    is_first: &dyn Fn(&QuestionId) -> bool,
) -> Vec<Event> {
    let mut events = if session.phase == Phase::Finished { vec![Event::Restarted] } else { Vec::new() };
    session.begin_again();
    // An exam is over, or was not begun; this is for learning.
    if session.settings.mode == Mode::Exam {
        session.settings.mode = Mode::Practice;
    }
    // All of it, however long it takes.
    if session.is_adaptive() {
        session.settings.count = None;
        session.scope = None;
    }
    session.lay_out(questions, is_first);
    events.extend(session.start());
    events
}
