//! Report: what a session came to, in all and by topic.

use super::attempt::Attempt;
use crate::quiz::bank::tree::Tree;
use crate::quiz::calibration::{Calibration, Certainty};
use crate::quiz::id::{QuestionId, TopicId};
use crate::quiz::memory::rating::Rating;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// A length of time or a moment, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub u64);

impl Millis {
    /// The most that JSON holds exactly: 2⁵³.
    pub const MOST: Self = Self(9_007_199_254_740_992);

    /// How long after `earlier` this is; nothing where the clock was set back.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }

    /// Both together, at most [`Millis::MOST`].
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).min(Self::MOST.0))
    }
}

impl From<Millis> for Tree {
    /// As a number: JSON holds up to [`Millis::MOST`] exactly.
    #[allow(clippy::cast_precision_loss)]
    fn from(time: Millis) -> Self {
        (time.min(Millis::MOST).0 as f64).into()
    }
}

/// The results of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Points in all; questions that were not answered count as possible.
    pub score: Score,
    /// Whether the target was reached, where the quiz has one and there were points to earn.
    pub passed: Option<bool>,
    /// Time spent, without pauses.
    pub duration: Millis,
    /// Points by topic, in the order of the bank; topics without a question are left out.
    pub topics: Vec<TopicScore>,
    /// Every question of the plan, in its order.
    pub answers: Vec<Answer>,
    /// How sure the learner was, and how often right.
    pub calibration: Calibration,
}

/// Points in one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicScore {
    /// The topic.
    pub id: TopicId,
    /// Its points.
    pub score: Score,
}

/// What came of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// What the learner gave to the last attempt that was checked.
    pub response: Option<Response>,
    /// What it earns.
    pub score: Score,
    /// Every attempt that was checked, with what it earned. The last one counts.
    pub attempts: Vec<(Attempt, Score)>,
    /// Whether it was flagged.
    pub is_flagged: bool,
    /// How well it was known, where it is a card.
    pub rating: Option<Rating>,
}

impl Answer {
    /// How sure the learner was at the first attempt, where they said so. Later ones follow a hint of what
    /// is right.
    #[must_use]
    pub fn first_certainty(&self) -> Option<Certainty> {
        self.attempts.first().and_then(|(first, _)| first.certainty)
    }

    /// Whether it did not earn everything; of a card, whether it was not known.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        !self.score.is_full() || self.rating == Some(Rating::Again)
    }
}

impl Report {
    /// How many questions were answered.
    #[must_use]
    pub fn n_answered(&self) -> usize {
        self.answers.iter().filter(|answer| answer.response.is_some() || answer.rating.is_some()).count()
    }

    /// The questions that did not earn everything; never a reflection, which has nothing to earn. Of cards
    /// those that were not known.
    pub fn missed(&self) -> impl Iterator<Item = &QuestionId> {
        self.answers.iter().filter(|answer| answer.is_missed()).map(|answer| &answer.question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_never_negative_and_never_more_than_a_snapshot_holds() {
        assert_eq!(Millis(5).since(Millis(8)), Millis(0));
        assert_eq!(Millis(u64::MAX).plus(Millis(1)), Millis::MOST);
    }
}
