//! Sitting: what is kept of a session.

use crate::quiz::bank::json::rounded;
use crate::quiz::calibration::Certainty;
use crate::quiz::id::QuestionId;
use crate::quiz::memory::rating::Rating;
use crate::quiz::order::order;
use crate::quiz::score::Score;
use crate::quiz::session::mode::Mode;
use crate::quiz::session::report::Millis;
use crate::quiz::session::settings::by_name;
use crate::quiz::shuffle::Seed;
use std::cmp::Ordering;
use std::fmt;

/// Names a sitting: when it began, and the seed of its plan, which tells apart what began in the same
/// millisecond on two devices. As text `1763800000000-4294967295`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SittingId {
    began: Millis,
    seed: Seed,
}

impl SittingId {
    /// Of a sitting that begins now.
    #[must_use]
    pub fn new(now: Millis, seed: Seed) -> Self {
        Self { began: now.min(Millis::MOST), seed }
    }

    /// When it began.
    #[must_use]
    pub fn began(self) -> Millis {
        self.began
    }

    /// Reads what `to_string` wrote, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (began, seed) = text.split_once('-')?;
        let id = Self::new(Millis(began.parse().ok()?), Seed(seed.parse().ok()?));
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for SittingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.began.0, self.seed.0)
    }
}

/// What is kept of a session: its answers, one to a question, and what it came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    id: SittingId,
    mode: String,
    /// In order of time, as [`Noted::compare`] has it.
    answers: Vec<Noted>,
    outcome: Option<Outcome>,
}

/// An answer, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// The question.
    pub question: QuestionId,
    /// When it was answered.
    pub at: Millis,
    /// What came of it.
    pub what: What,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// It was checked.
    Scored {
        /// The share of the points that the first attempt earned, from 0 to 1, to six decimals.
        share: f64,
        /// How sure the learner said to be, where that was asked.
        certainty: Option<Certainty>,
    },
    /// A card: the learner told how well it was recalled.
    Rated(Rating),
}

/// What a session came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Its points, to six decimals and below a billion.
    pub score: Score,
    /// Time spent, without pauses.
    pub duration: Millis,
    /// How many questions the plan had.
    pub n_questions: u32,
}

impl Sitting {
    /// One that begins.
    #[must_use]
    pub fn new(id: SittingId, mode: Mode) -> Self {
        Self::of_mode(id, mode.name())
    }

    pub(super) fn of_mode(id: SittingId, mode: &str) -> Self {
        Self { id, mode: mode.to_owned(), answers: Vec::new(), outcome: None }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> SittingId {
        self.id
    }

    /// Its mode, unless that is one which this version does not have.
    #[must_use]
    pub fn mode(&self) -> Option<Mode> {
        by_name(Mode::NAMES, &self.mode)
    }

    /// The name of its mode, whatever it is.
    #[must_use]
    pub fn mode_name(&self) -> &str {
        &self.mode
    }

    /// Its answers, in order of time.
    #[must_use]
    pub fn answers(&self) -> &[Noted] {
        &self.answers
    }

    /// What it came to, once it was finished.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// The part of the points that the answers earned, from 0 to 1, each question counting the same; none
    /// where nothing was checked. Questions that were left out do not count, as they do in the outcome.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let shares = self.answers.iter().filter_map(|noted| noted.what.score());
        let sum: Score = shares.sum();
        sum.is_counted().then(|| sum.earned / sum.possible)
    }

    /// Takes an answer in. One to a question that was answered before in this sitting is passed over.
    pub fn note(&mut self, noted: Noted) {
        if self.answers.iter().all(|known| known.question != noted.question) {
            let noted = noted.bounded();
            let place = self.answers.partition_point(|known| known.compare(&noted).is_le());
            self.answers.insert(place, noted);
        }
    }

    /// Takes in what it came to. Of several the longest counts.
    pub fn finish(&mut self, outcome: Outcome) {
        let outcome = outcome.bounded();
        if self.outcome.is_none_or(|known| known.compare(&outcome).is_lt()) {
            self.outcome = Some(outcome);
        }
    }

    /// Takes many answers in; of two to a question the earlier counts.
    pub(super) fn note_all(&mut self, answers: impl IntoIterator<Item = Noted>) {
        let mut all = std::mem::take(&mut self.answers);
        all.extend(answers.into_iter().map(Noted::bounded));
        let mut is_first = vec![false; all.len()];
        let mut last = None;
        let by_question = |one: usize, other: usize| {
            all[one].question.cmp(&all[other].question).then_with(|| all[one].compare(&all[other]))
        };
        for place in order(all.len(), &by_question) {
            let question = Some(&all[place].question);
            is_first[place] = question != last;
            last = question;
        }
        let by_time = order(all.len(), &|one, other| all[one].compare(&all[other]));
        let kept = by_time.into_iter().filter(|place| is_first[*place]);
        self.answers = kept.map(|place| all[place].clone()).collect();
    }

    /// What both devices know of a sitting: every answer, of two to a question the earlier one; and the
    /// longer outcome.
    pub(super) fn merge(&mut self, other: Self) {
        // Modes differ only where somebody changed one.
        if other.mode < self.mode {
            self.mode = other.mode;
        }
        self.note_all(other.answers);
        other.outcome.into_iter().for_each(|outcome| self.finish(outcome));
    }
}

impl Noted {
    /// The order of time; at one moment any order, but always the same.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let by_question = || self.question.cmp(&other.question);
        self.at.cmp(&other.at).then_with(by_question).then_with(|| self.what.compare(other.what))
    }

    fn bounded(self) -> Self {
        let what = match self.what {
            What::Scored { share, certainty } => What::Scored { share: bounded(share, 1.0), certainty },
            What::Rated(rating) => What::Rated(rating),
        };
        Self { at: self.at.min(Millis::MOST), what, ..self }
    }
}

impl What {
    /// How well the question was recalled.
    #[must_use]
    pub fn rating(self) -> Rating {
        match self {
            Self::Scored { share, certainty } => Rating::of(Score::of_one(share), certainty),
            Self::Rated(rating) => rating,
        }
    }

    /// What it earned of one point; nothing where learners rated themselves.
    #[must_use]
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Scored { share, .. } => Some(Score::of_one(share)),
            Self::Rated(_) => None,
        }
    }

    /// Whether the learner was quite sure, and something in the answer was wrong.
    #[must_use]
    pub fn is_sure_and_wrong(self) -> bool {
        matches!(self, Self::Scored { share, certainty: Some(Certainty::Quite) } if share < 1.0)
    }

    fn compare(self, other: Self) -> Ordering {
        let key = |what| match what {
            Self::Scored { share, certainty } => {
                (share, certainty.map_or(0, |certainty| 1 + certainty as u8))
            }
            Self::Rated(rating) => (2.0, rating as u8),
        };
        let (one, other) = (key(self), key(other));
        one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
    }
}

impl Outcome {
    fn bounded(self) -> Self {
        let possible = bounded(self.score.possible, 1e9);
        let score = Score { earned: bounded(self.score.earned, possible), possible };
        Self { score, duration: self.duration.min(Millis::MOST), ..self }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_count = self.duration.cmp(&other.duration).then(self.n_questions.cmp(&other.n_questions));
        let by_points = self.score.possible.total_cmp(&other.score.possible);
        by_count.then(by_points).then(self.score.earned.total_cmp(&other.score.earned))
    }
}

/// Any number as one from 0 to `most`, as it is written; 0 where it is none.
fn bounded(number: f64, most: f64) -> f64 {
    rounded(number.max(0.0).min(most)) + 0.0 // and never -0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;

    fn id(text: &str) -> SittingId {
        SittingId::parse(text).unwrap()
    }

    fn noted(question: &str, at: u64, share: f64) -> Noted {
        let what = What::Scored { share, certainty: None };
        Noted { question: QuestionId::parse(question).unwrap(), at: Millis(at), what }
    }

    fn sitting(answers: &[(&str, u64, f64)]) -> Sitting {
        let mut sitting = Sitting::new(id("5-1"), Mode::Practice);
        answers.iter().for_each(|(question, at, share)| sitting.note(noted(question, *at, *share)));
        sitting
    }

    /// The questions, with when they were answered and what they earned.
    fn said(sitting: &Sitting) -> Vec<String> {
        let said = |noted: &Noted| {
            format!("{} {} {}", noted.question, noted.at.0, noted.what.score().unwrap().earned)
        };
        sitting.answers().iter().map(said).collect()
    }

    #[test]
    fn an_id_is_a_moment_and_a_seed() {
        for good in ["0-0", "1763800000000-4294967295", "9007199254740992-7"] {
            assert_eq!(id(good).to_string(), good);
        }
        for bad in
            ["", "-", "1", "1-", "-1", "+1-1", "01-1", "1-4294967296", "9007199254740993-1", "1-1-1", " 1-1"]
        {
            assert_eq!(SittingId::parse(bad), None, "{bad}");
        }
        assert!(id("9-7") < id("10-1") && id("10-1") < id("10-2"), "in order of beginning");
        assert_eq!(SittingId::new(Millis(u64::MAX), Seed(1)).began(), Millis::MOST);
    }

    #[test]
    fn an_answer_is_kept_once_and_in_order_of_time() {
        let sitting = sitting(&[("b", 20, 1.0), ("a", 10, 0.5), ("b", 5, 0.0), ("c", 20, 1.0)]);
        assert_eq!(said(&sitting), ["a 10 0.5", "b 20 1", "c 20 1"]);
        assert_eq!(sitting.share(), Some(2.5 / 3.0));
    }

    #[test]
    fn of_two_devices_the_earlier_answer_and_the_longer_outcome_count() {
        let outcome = |earned, duration| Outcome {
            score: Score { earned, possible: 4.0 },
            duration: Millis(duration),
            n_questions: 4,
        };
        let mut one = sitting(&[("a", 10, 1.0), ("b", 20, 1.0), ("d", 40, 1.0)]);
        let mut other = sitting(&[("b", 15, 0.0), ("c", 30, 0.5), ("d", 40, 0.25)]);
        one.finish(outcome(4.0, 50));
        other.finish(outcome(1.0, 60));
        let mut both = one.clone();
        both.merge(other.clone());
        assert_eq!(said(&both), ["a 10 1", "b 15 0", "c 30 0.5", "d 40 0.25"]);
        assert_eq!(both.outcome(), Some(outcome(1.0, 60)));
        other.merge(one);
        assert_eq!(other, both);
    }

    #[test]
    fn numbers_are_brought_within_bounds() {
        for (share, kept) in [(7.0, 1.0), (-1.0, 0.0), (f64::NAN, 0.0), (1.0 / 3.0, 0.333_333)] {
            let sitting = sitting(&[("a", u64::MAX, share)]);
            assert_eq!(said(&sitting), [format!("a {} {kept}", Millis::MOST.0)]);
        }
        let mut sitting = sitting(&[]);
        let score = Score { earned: f64::NAN, possible: f64::INFINITY };
        sitting.finish(Outcome { score, duration: Millis(u64::MAX), n_questions: 1 });
        let outcome = sitting.outcome().unwrap();
        assert_eq!((outcome.score, outcome.duration), (Score { earned: 0.0, possible: 1e9 }, Millis::MOST));
        assert_eq!(sitting.share(), None);
    }

    #[test]
    fn a_card_is_rated_and_earns_nothing() {
        let card = What::Rated(Rating::Easy);
        assert_eq!((card.rating(), card.score(), card.is_sure_and_wrong()), (Rating::Easy, None, false));
        for (share, certainty, rating, is_sure_and_wrong) in [
            (1.0, Some(Certainty::Quite), Rating::Good, false),
            (0.9, Some(Certainty::Quite), Rating::Again, true),
            (0.0, Some(Certainty::Fairly), Rating::Again, false),
            (1.0, Some(Certainty::Unsure), Rating::Hard, false),
            (0.0, None, Rating::Again, false),
        ] {
            let what = What::Scored { share, certainty };
            assert_eq!((what.rating(), what.is_sure_and_wrong()), (rating, is_sure_and_wrong), "{what:?}");
        }
    }
}
