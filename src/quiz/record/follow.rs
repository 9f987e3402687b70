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
            let what = session.bank().question(&sheet.planned.question).and_then(|question| of(sheet, question));
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
