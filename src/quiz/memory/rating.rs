//! Rating: how well a question was recalled, as the scheduler counts it.

use crate::quiz::calibration::Certainty;
use crate::quiz::score::Score;

/// How well a question was recalled. The numbers are those of FSRS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// It was not.
    Again = 1,
    /// It was, with doubt.
    Hard = 2,
    /// It was.
    Good = 3,
    /// It was, without any effort.
    Easy = 4,
}

impl Rating {
    /// All of them, with the names they have in JSON.
    pub const NAMES: &[(&str, Self)] =
        &[("again", Self::Again), ("hard", Self::Hard), ("good", Self::Good), ("easy", Self::Easy)];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize - 1].0
    }

    /// The rating of a checked answer.
    ///
    /// | Score | Certainty | Rating | Why |
    /// |---|---|---|---|
    /// | not full | any | `Again` | `Hard` is a pass for FSRS. Something in the answer was wrong, and should not be away for weeks. Being sure and wrong is no worse: such errors are corrected best (Butterfield and Metcalfe 2001, doi 10.1037/0278-7393.27.6.1491) |
    /// | full | unsure | `Hard` | It may have been luck, and right answers without certainty are those that feedback has to save (Butler, Karpicke and Roediger 2008, doi 10.1037/0278-7393.34.4.918) |
    /// | full | fairly sure, quite sure, or not asked | `Good` | What most answers should be: Anki’s manual, “Studying” |
    ///
    /// `Easy` is never given: the manual keeps it for the easiest of cards, to recognize an option is
    /// easier than to recall it, and who says “quite sure” should not be asked less often for saying so.
    #[must_use]
    pub fn of(score: Score, certainty: Option<Certainty>) -> Self {
        match certainty {
            _ if !score.is_full() => Self::Again,
            Some(Certainty::Unsure) => Self::Hard,
            Some(Certainty::Fairly | Certainty::Quite) | None => Self::Good,
        }
    }

    /// 1 to 4, for the formulas.
    pub(super) fn number(self) -> f64 {
        f64::from(self as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_follows_from_score_and_certainty() {
        use Certainty::{Fairly, Quite, Unsure};
        for (share, certainty, rating) in [
            (0.0, None, Rating::Again),
            (0.75, None, Rating::Again),
            (0.999, Some(Quite), Rating::Again),
            (0.0, Some(Unsure), Rating::Again),
            (1.0, Some(Unsure), Rating::Hard),
            (1.0, None, Rating::Good),
            (1.0, Some(Fairly), Rating::Good),
            (1.0, Some(Quite), Rating::Good),
            (f64::NAN, None, Rating::Again),
        ] {
            assert_eq!(Rating::of(Score::of_one(share), certainty), rating, "{share} {certainty:?}");
        }
    }
}
