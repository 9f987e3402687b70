//! Score: points earned of points possible.

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
        if self.possible > 0.0 { 100.0 * self.earned / self.possible } else { 0.0 }
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
