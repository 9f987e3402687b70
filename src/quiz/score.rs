//! Score: points earned of points possible.
//!
//! What an answer earns is `share × points × (1 − hint cost) × (1 − attempt cost × (n − 1))`, never
//! below 0:
//!
//! | Factor | Is | Source |
//! |---|---|---|
//! | share | from 0 to 1, by the kind of question | the `score` of each kind names its own |
//! | points | the question's weight in points, 1 by default | Moodle's “default mark” |
//! | hint cost | a share of what the answer earns, if the hint was open when it was checked | the bank's choice, 0 by default |
//! | attempt cost | a share of what the answer earns, for each attempt before the n-th | Moodle's “Penalty for each incorrect try” of “Interactive with multiple tries” |
//!
//! [Moodle](https://docs.moodle.org/en/Question_behaviours) takes its penalty off the points of the
//! whole question: with a penalty of a third, the second try earns 2 of 3 points, the third 1. So it
//! is here where an answer is right. What is partly right keeps its relation to that, where Moodle
//! takes as much off as of a full answer: half of it would earn a sixth at the second try, and a third here.
//! The response to the last attempt counts, as there.

use std::iter::Sum;

/// Points. Always `0 <= earned <= possible`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Points earned.
    pub earned: f64,
    /// Points that could be earned.
    pub possible: f64,
}

impl Score {
    /// A share of one point, kept within 0 and 1.
    #[must_use]
    pub fn of_one(share: f64) -> Self {
        Self { earned: share.clamp(0.0, 1.0), possible: 1.0 }
    }

    /// The same of a question that weighs so many points.
    #[must_use]
    pub fn times(self, points: f64) -> Self {
        Self { earned: self.earned * points, possible: self.possible * points }
    }

    /// With so many percent taken off what was earned, at most all of it.
    #[must_use]
    pub fn less(self, percent: u32) -> Self {
        Self { earned: self.earned * f64::from(100 - percent.min(100)) / 100.0, ..self }
    }

    /// Whether there is something to earn. A reflection has no points.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self.possible > 0.0
    }

    /// Whether everything was earned.
    #[must_use]
    pub fn is_full(self) -> bool {
        self.earned >= self.possible
    }

    /// Whether nothing was earned.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.earned <= 0.0
    }

    /// Percent earned, 0 where nothing was possible.
    #[must_use]
    pub fn percent(self) -> f64 {
        if self.is_counted() { 100.0 * self.earned / self.possible } else { 0.0 }
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |sum, score| Self {
            earned: sum.earned + score.earned,
            possible: sum.possible + score.possible,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_are_shares_of_what_was_earned_and_never_take_more() {
        for (share, points, hint, attempts, earned) in [
            (1.0, 1.0, 0, 0, 1.0),
            (0.75, 2.0, 0, 0, 1.5),
            (1.0, 1.0, 25, 0, 0.75),
            (0.5, 4.0, 50, 10, 0.9),
            (1.0, 3.0, 0, 66, 1.02),
            (1.0, 20.0, 100, 0, 0.0),
            (1.0, 1.0, 25, 900, 0.0),
            (0.0, 0.5, 25, 10, 0.0),
        ] {
            let score = Score::of_one(share).times(points).less(hint).less(attempts);
            assert!((score.earned - earned).abs() < 1e-9, "{share} {points} {hint} {attempts}: {score:?}");
            assert_eq!(score.possible, points);
        }
    }
}
