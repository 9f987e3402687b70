//! Exam: all questions are open until the paper is handed in, and nothing is told before. Where there is a
//! time limit, the paper is handed in when it is over; what was given by then counts, checked or not.

use crate::quiz::session::action::Action;
use crate::quiz::session::attempt::{Attempt, Standing};
use crate::quiz::session::event::Event;
use crate::quiz::session::report::Millis;
use crate::quiz::session::{Phase, Session};

pub(super) fn update(session: &mut Session, action: &Action) -> Option<Vec<Event>> {
    // Beginning again and forgetting are what was asked for, whatever the time.
    if *action != Action::Restart && session.is_time_over() {
        return Some(hand_in(session));
    }
    match (session.phase, action) {
        // Before and after it there is nothing special about an exam.
        (Phase::Ready | Phase::Finished, _) | (_, Action::Restart) => None,
        (Phase::Paused { position }, Action::Resume) => Some(session.show(position)),
        // While it is paused, nothing else is to be seen or done.
        (Phase::Paused { .. }, Action::Finish) => Some(hand_in(session)),
        (Phase::Paused { .. }, _) => Some(Vec::new()),
        (Phase::Answering { position }, Action::Submit | Action::Next | Action::Skip) => {
            let next = position + 1;
            Some(if next < session.sheets.len() { session.show(next) } else { look_over(session, position) })
        }
        (Phase::Answering { position }, Action::Sure(certainty)) => {
            session.be_sure(position, *certainty);
            Some(Vec::new())
        }
        (Phase::Answering { position }, Action::Flag) => {
            let sheet = &mut session.sheets[position];
            sheet.is_flagged = !sheet.is_flagged;
            Some(Vec::new())
        }
        (Phase::Answering { position }, Action::LookOver) => Some(look_over(session, position)),
        (Phase::Answering { position } | Phase::LookingOver { position }, Action::Pause) => {
            if session.settings.may_pause {
                session.phase = Phase::Paused { position };
            }
            Some(Vec::new())
        }
        (Phase::LookingOver { position }, Action::Back) => Some(session.show(position)),
        (Phase::LookingOver { .. }, Action::GoTo(question)) => Some(session.show_question(question)),
        (_, Action::Finish) => Some(hand_in(session)),
        (Phase::Answering { .. }, Action::Respond(_) | Action::Back | Action::GoTo(_))
        | (_, Action::Resume) => None,
        // Hints, attempts and the rest are for practice.
        _ => Some(Vec::new()),
    }
}

fn look_over(session: &mut Session, position: usize) -> Vec<Event> {
    session.phase = Phase::LookingOver { position };
    Vec::new()
}

/// Checks everything that was given, and tells it only now.
fn hand_in(session: &mut Session) -> Vec<Event> {
    session.phase = Phase::Finished;
    let mut events = Vec::new();
    for position in 0..session.sheets.len() {
        let Some(response) = session.draft(position).cloned() else { continue };
        let sheet = &mut session.sheets[position];
        sheet.standing = Standing::Done;
        sheet.attempts =
            vec![Attempt { response: response.clone(), has_hint: false, certainty: sheet.certainty }];
        let (question, certainty) = (sheet.planned.question.clone(), sheet.certainty);
        let score = session.score_at(position);
        events.push(Event::Answered {
            question,
            response,
            score,
            certainty,
            has_hint: false,
            attempt: 1,
            is_final: true,
        });
    }
    events.push(Event::Finished);
    events
}

/// Flags and time in an exam.
impl Session {
    /// Whether the learner wants to come back to the question at a position.
    #[must_use]
    pub fn is_flagged(&self, position: usize) -> bool {
        self.sheets.get(position).is_some_and(|sheet| sheet.is_flagged)
    }

    /// How many questions are flagged.
    #[must_use]
    pub fn n_flagged(&self) -> usize {
        self.sheets.iter().filter(|sheet| sheet.is_flagged).count()
    }

    /// How long there is left, in an exam with a time limit that is under way or paused. While it is under
    /// way that is as of `now`.
    #[must_use]
    pub fn time_left(&self, now: Millis) -> Option<Millis> {
        let limit = self.time_limit()?;
        let elapsed = if self.phase.is_under_way() { self.elapsed_at(now) } else { self.elapsed };
        let has_begun = !matches!(self.phase, Phase::Ready | Phase::Finished);
        has_begun.then(|| limit.since(elapsed))
    }

    /// The time limit, where the mode has one.
    #[must_use]
    pub fn time_limit(&self) -> Option<Millis> {
        let limit = self.settings.time_limit.filter(|_| self.settings.mode == super::Mode::Exam);
        limit.map(|seconds| Millis(u64::from(seconds) * 1000))
    }

    /// Whether the paper was handed in because time was over.
    #[must_use]
    pub fn ran_out(&self) -> bool {
        self.phase == Phase::Finished && self.time_limit().is_some_and(|limit| self.elapsed >= limit)
    }

    /// Whether it is over while questions are open. Then the time spent is the limit and no more: a laptop
    /// may have been closed since.
    fn is_time_over(&mut self) -> bool {
        let limit = self.time_limit().filter(|limit| self.phase.is_under_way() && self.elapsed >= *limit);
        if let Some(limit) = limit {
            self.elapsed = limit;
        }
        limit.is_some()
    }
}
