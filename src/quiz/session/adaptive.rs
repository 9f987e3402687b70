//! Adaptive: a session as long as it takes. Which question to ask next, and when it is enough.
//!
//! What to ask next is of the topic of which least is known: the one with the widest
//! [range](Mastery::range), as long as that does not [tell](Mastery::is_telling). The next one is of
//! another topic, where another is open. It is enough where every topic that has questions left tells, or
//! [`MOST`] were asked. A topic that has run out is done, whatever its range.
//!
//! `make bench` simulates learners whose shares are known. What to know before changing anything here:
//!
//! - It ends early where most is right, or most is wrong. Every range gets narrow with half of the
//!   questions that a fixed length needs for it, and that is what the rule is for.
//! - It does not judge better for the same number of questions, but worse: four right answers by luck end
//!   a topic, and nothing puts that right. No way to share questions out could gain much: errors of `n`
//!   answers go with p(1 − p)/n, and over shares p from 0.3 to 0.98 the best shares of questions (Neyman
//!   1934, “On the two different aspects of the representative method”, doi 10.2307/2342192) save 4 %.
//! - The ranges hold nine in ten of the true shares over learners of all kinds, as they say. Of one who
//!   gets half right they hold three in four, as one may stop at a streak.

use crate::quiz::mastery::{Mastery, is_enough};
use crate::quiz::score::Score;
use crate::quiz::session::Session;
use crate::quiz::session::attempt::Sheet;

/// The most questions asked. One topic takes up to 28, so it is for several: with three, most learners
/// are done by then. Seven would take about a hundred, which nobody answers on a phone at one go.
pub const MOST: usize = 60;

/// Which of the questions left to ask next, as a position in `left`; nothing where it is enough.
///
/// Topics are numbers of any kind, such as their positions in the bank. `asked` are the questions so far
/// with their topics and scores, the oldest first. One that was skipped comes with [`Score::default`]: it
/// says nothing, and counts towards [`MOST`]. `left` are the topics of the other questions in the order of
/// the plan, of which the first of the topic is taken. It has nothing in the place of a question not to
/// ask: one without points, which finds out nothing, or a later one of a scenario, as this knows of no
/// scenarios.
#[must_use]
pub fn next(asked: &[(usize, Score)], left: &[Option<usize>]) -> Option<usize> {
    let mastery =
        |topic| Mastery::of(asked.iter().filter(|(other, _)| *other == topic).map(|(_, score)| *score));
    let firsts = left.iter().enumerate().filter(|(at, topic)| !left[..*at].contains(topic));
    let topics: Vec<_> = firsts.filter_map(|(at, topic)| Some((at, *topic, mastery((*topic)?)))).collect();
    if is_enough(topics.iter().map(|(.., mastery)| *mastery), asked.len(), MOST) {
        return None;
    }
    let last = asked.last().map(|(topic, _)| *topic);
    let mut next = None;
    // What is open and not of the topic asked last comes before what is, whatever the ranges.
    let mut widest = (false, 0.0);
    for (at, topic, mastery) in topics.into_iter().filter(|(.., mastery)| !mastery.is_telling()) {
        let (from, to) = mastery.range();
        let (is_other, width) = (topic != last, to - from);
        // Ranges of mirrored answers are equal but for their last digits.
        let is_wider = is_other == widest.0 && width > widest.1 + 1e-9;
        if next.is_none() || is_wider || (is_other && !widest.0) {
            (next, widest) = (Some(at), (is_other, width));
        }
    }
    next
}

impl Session {
    /// Brings what tells most behind the question at a position, or ends the plan there where it is enough.
    /// Questions of a scenario are asked to its end; and nothing changes before a question that was answered.
    pub(super) fn choose_next(&mut self, position: usize) {
        let next = position + 1;
        if next >= MOST {
            return self.sheets.truncate(next);
        }
        let is_open = |sheet: &Sheet| sheet.attempts.is_empty();
        if self.of_scenario(position).1 > position || !self.sheets.iter().skip(next).all(is_open) {
            return;
        }
        let is_first = |position: &usize| self.of_scenario(*position).0 == *position;
        let topic = |position| Some(position).filter(is_first).and_then(|position| self.topic_at(position));
        let left: Vec<_> = (next..self.sheets.len()).map(topic).collect();
        match self::next(&self.asked(next), &left) {
            None => self.sheets.truncate(next),
            Some(at) => {
                let (first, last) = self.of_scenario(next + at);
                self.sheets[next..=last].rotate_left(first - next);
            }
        }
    }

    /// Ends the plan with what was asked: the rest was not left out.
    pub(super) fn end_here(&mut self) {
        let n_given =
            self.sheets.iter().rposition(|sheet| sheet.response.is_some()).map_or(0, |last| last + 1);
        let n_shown = self.phase.position().map_or(0, |position| position + 1);
        self.sheets.truncate(n_given.max(n_shown));
    }

    /// Whether it went on for as long as it takes, and every topic that was asked tells now.
    #[must_use]
    pub fn has_told_enough(&self) -> bool {
        let asked = self.asked(self.sheets.len());
        let scores = |topic| asked.iter().filter(move |(other, _)| *other == topic).map(|(_, score)| *score);
        self.is_adaptive() && asked.iter().all(|(topic, _)| Mastery::of(scores(*topic)).is_telling())
    }

    /// The first questions with their topics, and with what their first attempts came to, whatever these cost.
    fn asked(&self, n: usize) -> Vec<(usize, Score)> {
        let score = |position: usize| {
            let first = self.sheets[position].attempts.first();
            let question = self.question_at(position);
            question.zip(first).map(|(question, first)| question.kind.score(&first.response))
        };
        let asked = |position| Some((self.topic_at(position)?, score(position).unwrap_or_default()));
        (0..n.min(self.sheets.len())).filter_map(asked).collect()
    }

    /// The place of a question's topic in the bank; nothing where it has no points to earn.
    fn topic_at(&self, position: usize) -> Option<usize> {
        let question = self.question_at(position)?;
        let is_counted = question.kind.score(&question.kind.blank()).is_counted();
        self.bank.topics().iter().position(|topic| is_counted && topic.id == question.topic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter for a topic, or `-`.
    fn topic(name: &str) -> Option<usize> {
        "abc".find(name)
    }

    /// What is asked next, where answers are written as `topic share` and what is left as topics, `-` for
    /// what is not to be asked.
    fn asks(asked: &[&str], left: &str) -> Option<usize> {
        let answer = |answer: &&str| {
            let (name, share) = answer.split_once(' ').unwrap();
            (topic(name).unwrap(), share.parse().map_or(Score::default(), Score::of_one))
        };
        let asked: Vec<_> = asked.iter().map(answer).collect();
        next(&asked, &left.split(' ').map(topic).collect::<Vec<_>>())
    }

    /// Four right answers tell.
    const A_TELLS: [&str; 4] = ["a 1", "a 1", "a 1", "a 1"];

    #[test]
    fn what_is_asked_first_is_what_the_plan_has_first() {
        assert_eq!(asks(&[], "b a b"), Some(0));
        assert_eq!(asks(&[], "- a b"), Some(1));
    }

    #[test]
    fn the_widest_range_comes_first() {
        for (asked, expected) in [
            (&["a 1", "b 1", "c 1"][..], 0),
            (&["a 1", "b 1", "b 1", "c 1"], 0),
            (&["b 1", "a 1", "a 1", "a 0", "c 1"], 1),
            // One half of each says less than all of each.
            (&["a 1", "b 0.5", "c 1"], 1),
            // The older of two answers counts less.
            (&["a 1", "a 0", "b 0", "b 0", "c 1", "c 1"], 0),
        ] {
            assert_eq!(asks(asked, "a b c a b c"), Some(expected), "{asked:?}");
        }
    }

    #[test]
    fn of_equal_ranges_the_plan_s_order_decides_be_the_answers_right_or_wrong() {
        for asked in [["a 1", "b 0", "c 1"], ["a 0", "b 1", "c 0"]] {
            assert_eq!(asks(&asked, "a b c"), Some(0), "{asked:?}");
            assert_eq!(asks(&asked, "b a c"), Some(0), "{asked:?}");
        }
    }

    #[test]
    fn no_topic_comes_twice_running_where_another_is_open() {
        assert_eq!(asks(&["b 1", "b 1", "a 0.5"], "a a b"), Some(2));
        assert_eq!(asks(&["a 0.5"], "a a"), Some(0));
        let with_b: Vec<_> = A_TELLS.into_iter().chain(["b 1"]).collect();
        assert_eq!(asks(&with_b, "a b"), Some(1), "what tells is not open");
    }

    #[test]
    fn it_is_enough_when_what_is_left_is_of_topics_that_tell() {
        assert_eq!(asks(&A_TELLS, "a a"), None);
        assert_eq!(asks(&A_TELLS, "a b"), Some(1));
        assert_eq!(asks(&["b 0.5"], "-"), None, "b has run out");
        assert_eq!(next(&[], &[]), None);
    }

    #[test]
    fn what_was_skipped_says_nothing_and_counts() {
        assert_eq!(asks(&["a skipped"], "a b"), Some(1));
        let skipped = vec!["a skipped"; MOST - 1];
        assert_eq!(asks(&skipped, "a"), Some(0));
        assert_eq!(asks(&[&skipped[..], &["a skipped"]].concat(), "a"), None);
    }
}
