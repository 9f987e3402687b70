//! Certainty in a session: how sure learners say they are of a response, and how often that was right.

use super::Session;
use crate::quiz::calibration::{Calibration, Certainty};
use crate::quiz::question::Kind;

impl Session {
    /// Of a reflection there is nothing to be sure.
    pub(super) fn be_sure(&mut self, position: usize, certainty: Certainty) {
        let is_own = self.question_at(position).is_some_and(|own| matches!(own.kind, Kind::Reflection(_)));
        if self.settings.asks_certainty && !is_own {
            self.sheets[position].certainty = Some(certainty);
        }
    }
}

/// How sure the learner of a session was, and how often right, at first attempts: later ones follow a hint
/// of what is right. A hint or points take nothing from what is right.
pub(in crate::quiz) fn calibration(session: &Session) -> Calibration {
    let mut calibration = Calibration::default();
    for (position, sheet) in session.sheets.iter().enumerate() {
        if let (Some(first), Some(question)) = (sheet.attempts.first(), session.question_at(position))
            && let Some(certainty) = first.certainty
        {
            calibration.count(certainty, question.kind.score(&first.response));
        }
    }
    calibration
}
