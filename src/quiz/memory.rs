//! Memory: how well a question is remembered, and when to ask it again.
//!
//! The model is FSRS: see `memory/fsrs.rs`. What it was fitted to, flash cards recalled from nothing, is
//! not quite what we have, so its times are a good guess and no more. Spacing itself is well founded;
//! that gaps must grow is not (Latimier, Peyre and Ramus 2021, doi 10.1007/s10648-020-09572-8). Its
//! chance, which keeps cards from always coming together, is left out: a plan is shuffled anyway.

mod fsrs;
pub mod rating;
pub mod zone;

use super::bank::json::to_json;
use super::bank::tree::{Tree, Value, table};
use super::id::{BankId, Id, QuestionId};
use super::session::report::Millis;
use super::session::snapshot::{Refusal, tree_of};
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

    fn write(&self, question: &QuestionId) -> Tree {
        // Times stay below 2⁵³.
        #[allow(clippy::cast_precision_loss)]
        let last = self.last.0 as f64;
        table([
            ("id", Some(question.as_str().into())),
            ("stability", Some(self.stability.into())),
            ("difficulty", Some(self.difficulty.into())),
            ("lastMs", Some(last.into())),
            ("reviews", Some(self.n_reviews.into())),
            ("lapses", Some(self.n_lapses.into())),
        ])
    }

    fn read(tree: &Tree) -> Option<Self> {
        let whole = |name| tree.get(name).and_then(Tree::as_whole);
        let number = |name| {
            let Value::Number(number) = tree.get(name)?.value else { return None };
            Some(number)
        };
        let count = |name| whole(name).map_or(0, |n| u32::try_from(n).unwrap_or(u32::MAX));
        let (stability, difficulty) = fsrs::bounded((number("stability")?, number("difficulty")?));
        let last = Millis(whole("lastMs")?);
        Some(Self { stability, difficulty, last, n_reviews: count("reviews"), n_lapses: count("lapses") })
    }
}

/// What is remembered of a bank: kept between sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct Memories {
    /// The bank.
    pub bank: BankId,
    entries: Vec<(QuestionId, Memory)>,
}

const FORMAT: &str = "selfcheck-memory";
const VERSION: u32 = 1;

impl Memories {
    /// Of a bank that nobody has seen yet.
    #[must_use]
    pub fn new(bank: BankId) -> Self {
        Self { bank, entries: Vec::new() }
    }

    /// The memory of a question, where it was ever answered.
    #[must_use]
    pub fn get(&self, question: &QuestionId) -> Option<&Memory> {
        self.iter().find(|(known, _)| *known == question).map(|(_, memory)| memory)
    }

    /// All of them, in the order in which they were first answered.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Memory)> {
        self.entries.iter().map(|(question, memory)| (question, memory))
    }

    /// Takes an answer in.
    pub fn answer(&mut self, question: &QuestionId, rating: Rating, now: Millis, zone: Zone) {
        match self.entries.iter_mut().find(|(known, _)| known == question) {
            Some((_, memory)) => *memory = memory.after(rating, now, zone),
            None => self.entries.push((question.clone(), Memory::first(rating, now))),
        }
    }

    /// Its JSON, as [`Snapshot::to_json`](super::session::snapshot::Snapshot::to_json) writes. Stability
    /// and difficulty keep six decimals.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(&table([
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("bank", Some(self.bank.as_str().into())),
            ("questions", Some(self.iter().map(|(question, memory)| memory.write(question)).collect())),
        ]))
    }

    /// Reads what [`Memories::to_json`] wrote. Entries of the wrong shape are left out, numbers out of
    /// bounds are brought back; of two entries for a question the first counts.
    ///
    /// # Errors
    /// When it is not ours, or was written by a newer version.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        let tree = tree_of(json, FORMAT, VERSION)?;
        let mut memories = Self::new(tree.get("bank").and_then(Tree::as_id).ok_or(Refusal::NotOurs)?);
        for entry in tree.get("questions").ok_or(Refusal::NotOurs)?.items() {
            if let (Some(question), Some(memory)) =
                (entry.get("id").and_then(Tree::as_id), Memory::read(entry))
                && memories.get(&question).is_none()
            {
                memories.entries.push((question, memory));
            }
        }
        Ok(memories)
    }
}
