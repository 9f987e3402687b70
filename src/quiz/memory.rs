//! Memory: how well a question is remembered, and when to ask it again. It is not kept: a
//! [record](super::record) holds the answers that it follows from.
//!
//! The model is FSRS: see `memory/fsrs.rs`. What it was fitted to, flash cards recalled from nothing, is
//! not quite what we have, so its times are a good guess and no more. Spacing itself is well founded;
//! that gaps must grow is not (Latimier, Peyre and Ramus 2021, doi 10.1007/s10648-020-09572-8). Its
//! chance, which keeps cards from always coming together, is left out: a plan is shuffled anyway.

pub mod date;
mod fsrs;
pub mod rating;
pub mod zone;

use super::session::report::Millis;
use rating::Rating;
use zone::Zone;

/// The part of the questions that are to be known when they come again, where nobody says. FSRS’s own.
pub const RETENTION: f64 = 0.9;
/// The least and the most that can be asked for. Our choice, around the 0.85 to 0.95 that Anki’s manual
/// recommends (“Deck options”): at 0.99 questions come ten times as often as at 0.9.
const RETENTIONS: (f64, f64) = (0.7, 0.99);
/// The shortest and the longest time until a question comes again, in days. FSRS’s own.
const INTERVALS: (f64, f64) = (1.0, 36_500.0);

/// The memory of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// After how many days it is recalled 9 times of 10.
    stability: f64,
    /// 1 to 10: how hard it is to make it last.
    difficulty: f64,
    last: Millis,
    n_reviews: u32,
    n_lapses: u32,
}

impl Memory {
    /// After the first answer.
    #[must_use]
    pub fn first(rating: Rating, now: Millis) -> Self {
        let (stability, difficulty) = fsrs::first(rating);
        Self { stability, difficulty, last: now.min(Millis::MOST), n_reviews: 1, n_lapses: 0 }
    }

    /// After another answer. Where the clock was set back, it counts as one of the same day.
    #[must_use]
    pub fn after(self, rating: Rating, now: Millis, zone: Zone) -> Self {
        let days = self.days(now, zone);
        let (stability, difficulty) = fsrs::after((self.stability, self.difficulty), rating, days);
        // Once a day: before that, nothing was there to be forgotten.
        let is_lapse = rating == Rating::Again && days >= 1.0;
        Self {
            stability,
            difficulty,
            last: now.min(Millis::MOST),
            n_reviews: self.n_reviews.saturating_add(1),
            n_lapses: self.n_lapses.saturating_add(u32::from(is_lapse)),
        }
    }

    /// How likely it is to be recalled: above 0, at most 1, and 1 all through the day of the last answer.
    #[must_use]
    pub fn retrievability(&self, now: Millis, zone: Zone) -> f64 {
        fsrs::retrievability(self.stability, self.days(now, zone))
    }

    /// The midnight from which on to ask again, so that a part of `retention` is still known. That is
    /// kept within 0.7 and 0.99, and taken for [`RETENTION`] where it is no number.
    #[must_use]
    pub fn due(&self, retention: f64, zone: Zone) -> Millis {
        let retention = if retention.is_nan() { RETENTION } else { retention };
        let days = fsrs::interval(self.stability, retention.clamp(RETENTIONS.0, RETENTIONS.1));
        #[allow(clippy::cast_possible_truncation)]
        let days = days.round_ties_even().clamp(INTERVALS.0, INTERVALS.1) as i64;
        zone.midnight(zone.day(self.last).saturating_add(days))
    }

    /// Whether to ask again. Also where the last answer seems to be of after tomorrow: then a clock was
    /// wrong, and a question is better asked too early than never. One day may come from travelling.
    #[must_use]
    pub fn is_due(&self, retention: f64, now: Millis, zone: Zone) -> bool {
        now >= self.due(retention, zone) || zone.day(now).saturating_add(1) < zone.day(self.last)
    }

    /// When it was last answered.
    #[must_use]
    pub fn last(&self) -> Millis {
        self.last
    }

    /// After how many days it is recalled 9 times of 10; from 0.001 to 36500.
    #[must_use]
    pub fn stability(&self) -> f64 {
        self.stability
    }

    /// How hard it is to make it last, from 1 to 10.
    #[must_use]
    pub fn difficulty(&self) -> f64 {
        self.difficulty
    }

    /// How often it was answered.
    #[must_use]
    pub fn n_reviews(&self) -> u32 {
        self.n_reviews
    }

    /// On how many days after the first it was not recalled.
    #[must_use]
    pub fn n_lapses(&self) -> u32 {
        self.n_lapses
    }

    /// Whole days since the last answer, by the learner’s midnights; none where the clock was set back.
    #[allow(clippy::cast_precision_loss)]
    fn days(&self, now: Millis, zone: Zone) -> f64 {
        (zone.day(now) - zone.day(self.last)).max(0) as f64
    }
}
