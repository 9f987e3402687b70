//! Practice: every answer is checked and explained at once. Learners may be asked how sure they are, and
//! where the length is left to the answers, the next question is the one that tells most.

use crate::quiz::question::Question;
use crate::quiz::session::action::Action;
use crate::quiz::session::adaptive;
use crate::quiz::session::attempt::Sheet;
use crate::quiz::session::event::Event;
use crate::quiz::session::settings::Count;
use crate::quiz::session::{Phase, Session};

pub(super) fn update(session: &mut Session, action: &Action) -> Option<Vec<Event>> {
    match (session.phase, action) {
        (Phase::Answering { position }, Action::Sure(certainty)) => {
            session.be_sure(position, *certainty);
            Some(Vec::new())
        }
        (Phase::Answering { position }, Action::Skip)
        | (Phase::Retry { position } | Phase::Feedback { position }, Action::Next)
            if session.scope().count == Some(Count::Auto) =>
        {
            choose_next(session, position);
            None
        }
        _ => None,
    }
}

/// Brings what tells most behind the question at a position, or ends the plan there where everything is told.
/// Questions of a scenario are asked to its end; and nothing changes before a question that was answered.
fn choose_next(session: &mut Session, position: usize) {
    let next = position + 1;
    let (_, last) = session.of_scenario(position);
    let is_open = |sheet: &Sheet| sheet.attempts.is_empty();
    if last > position || !session.sheets.iter().skip(next).all(is_open) {
        return;
    }
    let topic = |question: &Question| {
        let is_counted = question.kind.score(&question.kind.blank()).is_counted();
        session.bank.topics().iter().position(|topic| is_counted && topic.id == question.topic)
    };
    let question = |sheet: &Sheet| session.bank.question(&sheet.planned.question);
    let (before, after) = session.sheets.split_at(next.min(session.sheets.len()));
    let asked = before.iter().filter_map(|sheet| {
        let (question, first) = question(sheet).zip(sheet.attempts.first())?;
        Some((topic(question)?, question.kind.score(&first.response)))
    });
    let asked: Vec<_> = asked.collect();
    let left: Vec<_> = after.iter().map(|sheet| question(sheet).and_then(topic)).collect();
    match adaptive::next(&asked, &left) {
        None => session.sheets.truncate(next),
        Some(at) => {
            let (first, last) = session.of_scenario(next + at);
            session.sheets[next..=last].rotate_left(first - next);
        }
    }
}
