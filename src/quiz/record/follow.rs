//! Following: what a session brings to the record.

use super::Record;
use super::sitting::{Noted, Outcome, Sitting, SittingId, What};
use crate::quiz::question::Question;
use crate::quiz::session::attempt::Sheet;
use crate::quiz::session::report::Millis;
use crate::quiz::session::{Phase, Session};

impl Record {
    /// Takes in what was answered in a session by now, and what it came to. Gives its sitting where that
    /// changed. What a first attempt earned counts, and what a hint cost does not: both tell what was known.
    pub fn follow(&mut self, session: &Session, now: Millis) -> Option<&Sitting> {
        if session.phase() == Phase::Ready || session.bank().about().id != self.bank {
            return None;
        }
        let id = SittingId::new(session.began(), session.seed());
        let place = self.sittings.iter().position(|sitting| sitting.id() == id);
        let known = place.map(|place| self.sittings[place].clone());
        let mut sitting = known.unwrap_or_else(|| Sitting::new(id, session.settings().mode));
        for sheet in session.sheets() {
            let what =
                session.bank().question(&sheet.planned.question).and_then(|question| of(sheet, question));
            if let Some(what) = what {
                sitting.note(Noted { question: sheet.planned.question.clone(), at: now, what });
            }
        }
        if session.phase() == Phase::Finished && !sitting.answers().is_empty() {
            let report = session.report();
            let n_questions = u32::try_from(session.n_questions()).unwrap_or(u32::MAX);
            sitting.finish(Outcome { score: report.score, duration: report.duration, n_questions });
        }
        let has_changed = match place {
            Some(place) => self.sittings[place] != sitting,
            None => !sitting.answers().is_empty(),
        };
        if has_changed {
            self.take(sitting);
        }
        self.sittings.iter().find(|sitting| has_changed && sitting.id() == id)
    }
}

/// What came of a question; nothing of one that has no points to earn.
fn of(sheet: &Sheet, question: &Question) -> Option<What> {
    if let Some(rating) = sheet.rating {
        return Some(What::Rated(rating));
    }
    let first = sheet.attempts.first()?;
    let score = question.kind.score(&first.response);
    let share = score.earned / score.possible;
    score.is_counted().then_some(What::Scored { share, certainty: first.certainty })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Bank;
    use crate::quiz::calibration::Certainty;
    use crate::quiz::id::Id;
    use crate::quiz::memory::rating::Rating;
    use crate::quiz::question::option::default_id;
    use crate::quiz::response::Response;
    use crate::quiz::session::action::Action;
    use crate::quiz::session::mode::Mode;
    use crate::quiz::session::settings::{Settings, Shuffle};
    use crate::quiz::shuffle::Seed;
    use std::rc::Rc;

    const BANK: &str = r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"questions":[
        {"id":"one","kind":"single-choice","topic":"t","stem":"?","hint":"H","options":[{"text":"x","correct":true},{"text":"y"}]},
        {"id":"own","kind":"reflection","topic":"t","stem":"?","model":"M"},
        {"id":"two","kind":"single-choice","topic":"t","stem":"?","options":[{"text":"x","correct":true},{"text":"y"}]}]}"#;

    fn session(mode: Mode) -> Session {
        let costs = Settings { hint_cost: 50, attempts: 2, attempt_cost: 50, ..Settings::default() };
        let settings = Settings { mode, shuffle: Shuffle::None, asks_certainty: true, ..costs };
        Session::new(Rc::new(Bank::read(BANK).unwrap()), settings, Seed(7))
    }

    /// Does one thing after the other, a millisecond each, and follows; tells the lines after each change.
    fn follow(session: &mut Session, actions: &[Action]) -> Vec<String> {
        let mut record = Record::new(session.bank().about().id.clone());
        let mut lines = Vec::new();
        for (action, at) in actions.iter().zip(1000..) {
            session.update(action.clone(), Millis(at));
            let bank = record.bank().clone();
            lines.extend(record.follow(session, Millis(at)).map(|sitting| sitting.to_lines(&bank)));
            assert_eq!(record.follow(session, Millis(at)), None, "nothing is noted twice");
        }
        // The last has all of them.
        lines.pop().unwrap_or_default().lines().map(str::to_owned).collect()
    }

    fn choose(option: usize) -> Action {
        Action::Respond(Response::SingleChoice { option: default_id(option) })
    }

    #[test]
    fn the_first_attempt_counts_without_what_a_hint_cost_and_a_reflection_does_not() {
        let own = Response::Reflection { text: "I".to_owned(), checks: Vec::new() };
        let actions = [
            Action::Start,
            choose(0),
            Action::Sure(Certainty::Quite),
            Action::Hint,
            Action::Submit,
            Action::Next,
            Action::Respond(own),
            Action::Submit,
            Action::Next,
            choose(1),
            Action::Submit,
            Action::TryAgain,
            choose(0),
            Action::Submit,
            Action::Next,
        ];
        let lines = follow(&mut session(Mode::Practice), &actions);
        assert_eq!(
            lines[1..],
            [
                r#"{"q":"one","atMs":1004,"share":1,"sure":"quite"}"#,
                r#"{"q":"two","atMs":1010,"share":0}"#,
                r#"{"earned":1,"possible":2,"durationMs":14,"questions":3}"#,
            ]
        );
        assert!(lines[0].contains(r#""sitting":"1000-7","mode":"practice""#), "{}", lines[0]);
    }

    #[test]
    fn nothing_is_noted_of_an_exam_before_it_is_handed_in() {
        let mut session = session(Mode::Exam);
        assert!(follow(&mut session, &[Action::Start, choose(0), Action::Submit]).is_empty());
        let lines = follow(&mut session, &[Action::Finish]);
        assert_eq!(lines[1], r#"{"q":"one","atMs":1000,"share":1}"#);
    }

    #[test]
    fn of_a_card_what_the_learner_said_is_noted() {
        let actions = [Action::Start, Action::Turn, Action::Rate(Rating::Hard)];
        let lines = follow(&mut session(Mode::Cards), &actions);
        assert_eq!(lines[1], r#"{"q":"one","atMs":1002,"rating":"hard"}"#);
    }

    #[test]
    fn a_session_without_an_answer_is_no_sitting() {
        assert!(
            follow(&mut session(Mode::Practice), &[Action::Start, Action::Skip, Action::Finish]).is_empty()
        );
    }

    #[test]
    fn a_session_of_another_bank_is_not_followed() {
        let mut session = session(Mode::Practice);
        session.update(Action::Start, Millis(1));
        session.update(choose(0), Millis(2));
        session.update(Action::Submit, Millis(3));
        let mut record = Record::new(Id::parse("other").unwrap());
        assert_eq!(record.follow(&session, Millis(4)), None);
    }
}
