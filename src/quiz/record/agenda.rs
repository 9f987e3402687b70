//! Agenda: what review asks today, in which order, and what comes on the days after.
//!
//! What is due comes in this order:
//!
//! 1. First where the learner was quite sure and something was wrong, at the last answer: such an error is
//!    more likely than others to come back, once what is right is forgotten (Butler, Fazio and Marsh 2011,
//!    doi 10.3758/s13423-011-0173-y).
//! 2. Then by topic, the weakest first, and within a topic what is least likely to be recalled.
//! 3. Topics take turns, so that two questions of one do not follow each other where it can be helped:
//!    what is to be told apart is learned better mixed (Brunmair and Richter 2019, doi
//!    10.1037/bul0000209), though less is known of that for texts.
//!
//! Questions of one scenario stay together, in the author's order, where the most urgent of them has its
//! place. Reflections are never scheduled: there is nothing in them to be right about.

mod turns;

use super::Record;
use super::memories::Memories;
use super::places::Places;
use super::topics::by_topic;
use crate::quiz::bank::Bank;
use crate::quiz::id::{QuestionId, TopicId};
use crate::quiz::memory::zone::Zone;
use crate::quiz::order::order;
use crate::quiz::question::Question;
use crate::quiz::session::report::Millis;
use turns::{Turns, Unit};

/// What there is to review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// What to ask again now, each question once.
    pub due: Vec<QuestionId>,
    /// What was never asked, in the order of the bank, one topic after the other.
    pub fresh: Vec<QuestionId>,
    /// The first day after today on which something is due.
    pub next: Option<Day>,
    /// The seven days after today.
    pub upcoming: [Day; 7],
}

/// A day with something due, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The midnight that it begins with.
    pub begins: Millis,
    /// How many questions will be due from then on, if no other is answered.
    pub n: usize,
}

/// For whom an agenda is.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'w> {
    /// From these topics; all where none of them has a question, as in a [plan](crate::quiz::session::plan::draw).
    pub topics: &'w [TopicId],
    /// Where the learner's days begin.
    pub zone: Zone,
    /// The moment.
    pub now: Millis,
    /// The part of the questions that are to be known when they come again: see
    /// [`Memory::due`](crate::quiz::memory::Memory::due).
    pub retention: f64,
}

impl Agenda {
    /// What a record asks for. The same answers give the same agenda.
    #[must_use]
    pub fn of(bank: &Bank, record: &Record, wish: &Wish<'_>) -> Self {
        let Wish { topics: wanted, zone, now, retention } = *wish;
        let places = Places::of(bank);
        let memories = Memories::of(record, zone);
        let is_wanted = |question: &Question| wanted.contains(&question.topic);
        let wants_all = !bank.questions().iter().any(is_wanted);
        let (mut due, mut fresh, mut later) = (Vec::new(), Vec::new(), Vec::new());
        for (question, topic) in places.questions().filter(|(question, _)| wants_all || is_wanted(question)) {
            let remembered = memories.get(&question.id);
            let is_due = remembered.map(|known| known.memory.is_due(retention, now, zone));
            match (remembered, is_due) {
                (Some(known), Some(true)) => {
                    let recalled = known.memory.retrievability(now, zone);
                    Unit::add(&mut due, question, topic, known.last.is_sure_and_wrong(), recalled);
                }
                (Some(known), _) => later.push(known.memory.due(retention, zone)),
                (None, _) => Unit::add(&mut fresh, question, topic, false, 0.0),
            }
        }
        let by_topic = by_topic(bank, &places, record);
        let mean = |topic: usize| by_topic[topic].mastery.mean();
        let weakest_first = order(by_topic.len(), &|one, other| mean(one).total_cmp(&mean(other)));
        let day_of = |begins| Day { begins, n: later.iter().filter(|due| **due == begins).count() };
        let mut today = zone.day(now);
        let upcoming = std::array::from_fn(|_| {
            today = today.saturating_add(1);
            day_of(zone.midnight(today))
        });
        let in_order_of_the_bank: Vec<_> = (0..by_topic.len()).collect();
        Self {
            due: Turns::WeakestFirst.arrange(&due, &weakest_first),
            fresh: Turns::OneEach.arrange(&fresh, &in_order_of_the_bank),
            next: later.iter().min().map(|begins| day_of(*begins)),
            upcoming,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;
    use crate::quiz::record::testing::{DAY, bank, record};

    const UTC: Zone = Zone(0);

    fn wish(day: u64) -> Wish<'static> {
        Wish { topics: &[], zone: UTC, now: Millis(day * DAY + DAY / 2), retention: 0.9 }
    }

    fn said(questions: &[QuestionId]) -> String {
        questions.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_never_asked_is_fresh_and_what_was_comes_on_its_day() {
        let bank = bank("s t", &["a s", "b t", "c s", "r t reflection", "d s"]);
        let record = record(&["0: a 0 0, b 0 1, r 0 1, gone 0 0"]);
        // One day after a wrong answer, two after a right one.
        for (day, due, next, upcoming) in [
            (0, "", Some((1, 1)), [1, 1, 0, 0, 0, 0, 0]),
            (1, "a", Some((2, 1)), [1, 0, 0, 0, 0, 0, 0]),
            (2, "a b", None, [0; 7]),
            (900, "a b", None, [0; 7]),
        ] {
            let agenda = Agenda::of(&bank, &record, &wish(day));
            assert_eq!((said(&agenda.due), said(&agenda.fresh)), (due.to_owned(), "c d".to_owned()), "{day}");
            let day_of = |(day, n): (u64, usize)| Day { begins: Millis(day * DAY), n };
            assert_eq!(agenda.next, next.map(day_of), "{day}");
            let days: Vec<_> = upcoming.into_iter().zip(day + 1..).map(|(n, day)| day_of((day, n))).collect();
            assert_eq!(agenda.upcoming.as_slice(), days, "{day}");
        }
    }

    #[test]
    fn the_next_day_may_be_far_away() {
        let bank = bank("t", &["a t", "b t"]);
        let record = record(&["0: a 0 easy, b 0 easy"]);
        let agenda = Agenda::of(&bank, &record, &wish(0));
        assert_eq!(agenda.next, Some(Day { begins: Millis(8 * DAY), n: 2 }));
        assert!(agenda.upcoming.iter().all(|day| day.n == 0));
    }

    #[test]
    fn days_are_the_learner_s() {
        let bank = bank("t", &["a t"]);
        let record = record(&["0: a 0 0"]);
        // At midnight UTC it is seven in the evening of the day before.
        let zone = Zone(-300);
        let hour = DAY / 24;
        for (now, n_due) in [(4 * hour, 0), (5 * hour, 1)] {
            let agenda = Agenda::of(&bank, &record, &Wish { zone, now: Millis(now), ..wish(0) });
            assert_eq!(agenda.due.len(), n_due, "{now}");
            assert_eq!(agenda.next.is_some(), n_due == 0);
            assert_eq!(agenda.upcoming[0].begins, Millis((5 + 24 * n_due as u64) * hour));
        }
    }

    #[test]
    fn only_the_topics_that_are_wanted_come_or_all_where_they_have_no_question() {
        let bank = bank("s t u", &["a s", "b t", "c s", "d t"]);
        let record = record(&["0: a 0 1, b 0 1"]);
        for (topics, due, fresh, n_next) in [
            ("", "a b", "c d", 2),
            ("s", "a", "c", 1),
            ("t u", "b", "d", 1),
            ("u", "a b", "c d", 2),
            ("x", "a b", "c d", 2),
        ] {
            let ids: Vec<_> = topics.split(' ').filter_map(TopicId::parse).collect();
            let agenda = Agenda::of(&bank, &record, &Wish { topics: &ids, ..wish(5) });
            assert_eq!(
                (said(&agenda.due), said(&agenda.fresh)),
                (due.to_owned(), fresh.to_owned()),
                "{topics}"
            );
            let soon = Agenda::of(&bank, &record, &Wish { topics: &ids, ..wish(0) });
            assert_eq!(soon.next.unwrap().n, n_next, "{topics}");
        }
    }

    #[test]
    fn the_weakest_topic_comes_first_and_within_it_what_is_least_recalled() {
        let bank = bank("s t", &["a s", "b s", "c s", "d t", "e t", "f t"]);
        // Of `t` less was right. `c` and `e` are the longest ago.
        let record = record(&["0: c 0 1, e 0 0", "3: a 3 1, b 3 1, d 3 0, f 3 1"]);
        assert_eq!(said(&Agenda::of(&bank, &record, &wish(20)).due), "e c d a f b");
    }

    #[test]
    fn who_was_sure_and_wrong_is_asked_first() {
        let bank = bank("s t", &["a s", "b s", "c t", "d t"]);
        let record = record(&["0: a 0 0, b 0 1 quite, c 0 0 quite, d 0 1"]);
        assert_eq!(said(&Agenda::of(&bank, &record, &wish(9)).due), "c a d b");
        // What was right since is not as urgent.
        let later = self::record(&["0: a 0 0, b 0 1 quite, c 0 0 quite, d 0 1", "1: c 1 1 unsure"]);
        assert_ne!(Agenda::of(&bank, &later, &wish(9)).due[0].as_str(), "c");
    }

    #[test]
    fn a_scenario_stays_together_in_the_author_s_order() {
        let bank = bank("s t", &["a s x", "b t", "c s x", "d t", "e s", "f s x"]);
        let record = record(&["0: c 0 0 quite, a 0 1, b 0 0, d 0 0, e 0 1"]);
        let agenda = Agenda::of(&bank, &record, &wish(9));
        assert_eq!((said(&agenda.due), said(&agenda.fresh)), ("a c b e d".to_owned(), "f".to_owned()));
    }

    #[test]
    fn a_scenario_has_the_place_of_what_is_least_recalled_in_it() {
        let bank = bank("t", &["a t", "b t x", "c t x", "d t"]);
        let record = record(&["0: c 0 0, d 0 0", "1: a 1 1, b 1 1, d 1 1"]);
        assert_eq!(said(&Agenda::of(&bank, &record, &wish(9)).due), "b c d a");
    }
}
