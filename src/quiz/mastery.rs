//! Mastery: how much of a topic a learner has, judged by few answers, and how little that tells.
//!
//! The part of a topic’s questions that somebody would get right is given a beta distribution, as is
//! usual for a share. It begins as Jeffreys’ prior, a half right and a half wrong: of the intervals for
//! a share, the one it leads to is recommended for few observations (Brown, Cai and DasGupta 2001,
//! “Interval estimation for a binomial proportion”, doi 10.1214/ss/1009213286). A uniform prior would
//! pull somebody who got everything right further to the middle.
//!
//! Partial credit counts as that part of a right answer and the rest of a wrong one. No share between
//! right and wrong varies more than right and wrong alone do with the same mean (Bhatia and Davis 2000,
//! doi 10.1080/00029890.2000.12005203), so ranges are rather too wide for it than too narrow.
//!
//! An answer counts [`FADING`] of the one after it: who learns is better than their old answers.
//! Successes that fade so predict best (Galyardt and Goldin 2015, “Move your lamp post”, *Journal of
//! Educational Data Mining* 7(2); the pace is our choice). All answers together never count for more
//! than 20, and a range never gets narrower than that allows.

mod beta;

use super::score::Score;

/// What an answer counts of the one after it. After 14 answers it counts for half of a new one.
pub const FADING: f64 = 0.95;

/// How much of the distribution is in the range.
pub const CREDIBILITY: f64 = 0.9;

/// A range no wider than this tells something: “most” from “about half”, and no more. How many answers
/// that takes, where each earns the same:
///
/// | Each earns | 100 % | 90 % | 80 % | 70 % | 60 % | 50 % |
/// |---|---|---|---|---|---|---|
/// | Answers | 4 | 8 | 13 | 20 | 25 | 28 |
///
/// Our choice: with 0.3, one who gets 70 % right would never be told anything.
pub const TELLING: f64 = 0.4;

/// What a learner’s answers on a topic say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mastery {
    right: f64,
    wrong: f64,
}

impl Mastery {
    /// What these scores say, the oldest first.
    pub fn of(scores: impl IntoIterator<Item = Score>) -> Self {
        scores.into_iter().fold(Self::default(), Self::and)
    }

    /// Together with one more answer. One of a question without points says nothing.
    #[must_use]
    pub fn and(self, score: Score) -> Self {
        let share = score.earned / score.possible;
        if share.is_nan() {
            return self;
        }
        let share = share.clamp(0.0, 1.0);
        Self { right: self.right * FADING + share, wrong: self.wrong * FADING + (1.0 - share) }
    }

    /// The share expected, above 0 and below 1. One half of nothing.
    #[must_use]
    pub fn mean(self) -> f64 {
        let (right, wrong) = self.posterior();
        right / (right + wrong)
    }

    /// Where the share is likely to be, with [`CREDIBILITY`]: from, to. Within 0 and 1, and around the
    /// mean; as much lies below as above. It reaches to an end that nothing speaks against (Brown, Cai
    /// and DasGupta 2001, section 4.1.2).
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        let (right, wrong) = self.posterior();
        let outside = (1.0 - CREDIBILITY) / 2.0;
        let from = if self.right > 0.0 { beta::quantile(outside, right, wrong) } else { 0.0 };
        let to = if self.wrong > 0.0 { beta::quantile(1.0 - outside, right, wrong) } else { 1.0 };
        (from, to)
    }

    /// Whether the range is narrow enough to tell somebody: see [`TELLING`].
    #[must_use]
    pub fn is_telling(self) -> bool {
        let (from, to) = self.range();
        to - from <= TELLING
    }

    fn posterior(self) -> (f64, f64) {
        (self.right + 0.5, self.wrong + 0.5)
    }
}

/// Whether to ask no more: where every topic tells, or `most` questions were answered. With no topic
/// there is nothing to find out.
///
/// What a range says depends on the answers, and not on why one stopped (Berger and Wolpert 1988, *The
/// Likelihood Principle*, chapter 4). That holds over learners of all kinds; of those who get half of a topic
/// right, some stop at a streak of luck: see [`adaptive`](crate::quiz::session::adaptive).
pub fn is_enough(topics: impl IntoIterator<Item = Mastery>, n_answered: usize, most: usize) -> bool {
    n_answered >= most || topics.into_iter().all(Mastery::is_telling)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of answers that earn the same each.
    fn same(n: usize, share: f64) -> Mastery {
        Mastery::of(std::iter::repeat_n(Score::of_one(share), n))
    }

    #[test]
    fn nothing_known_is_one_half_and_anything() {
        let nothing = Mastery::default();
        assert_eq!((nothing.mean(), nothing.range(), nothing.is_telling()), (0.5, (0.0, 1.0), false));
    }

    #[test]
    fn so_many_answers_tell() {
        for (share, n) in [(1.0, 4), (0.9, 8), (0.8, 13), (0.7, 20), (0.6, 25), (0.5, 28), (0.0, 4)] {
            assert!(!same(n - 1, share).is_telling(), "{} of {share}", n - 1);
            assert!(same(n, share).is_telling(), "{n} of {share}");
        }
    }

    #[test]
    fn a_newer_answer_counts_more() {
        let scores = [0.0, 1.0].map(Score::of_one);
        let better = Mastery::of(scores).mean();
        let worse = Mastery::of(scores.into_iter().rev()).mean();
        assert!(worse < 0.5 && 0.5 < better, "{worse} {better}");
        assert!((same(1_000, 1.0).right - 20.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_no_share_says_nothing() {
        for score in [
            Score::default(),
            Score { earned: f64::NAN, possible: 1.0 },
            Score { earned: f64::INFINITY, possible: f64::INFINITY },
        ] {
            assert_eq!(same(2, 1.0).and(score), same(2, 1.0), "{score:?}");
        }
        assert_eq!(same(2, 1.0).and(Score { earned: 7.0, possible: 1.0 }), same(3, 1.0));
        assert_eq!(
            same(2, 1.0).and(Score { earned: -7.0, possible: 1.0 }),
            same(2, 1.0).and(Score::of_one(0.0))
        );
    }

    #[test]
    fn enough_is_when_every_topic_tells_or_the_most_were_answered() {
        let (clear, open) = (same(4, 1.0), same(4, 0.5));
        for (topics, n_answered, expected) in [
            (&[clear, clear][..], 8, true),
            (&[clear, open], 8, false),
            (&[clear, open], 19, false),
            (&[clear, open], 20, true),
            (&[], 0, true),
        ] {
            assert_eq!(
                is_enough(topics.iter().copied(), n_answered, 20),
                expected,
                "{topics:?} {n_answered}"
            );
        }
    }
}
