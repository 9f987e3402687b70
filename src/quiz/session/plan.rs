//! Plan: which questions in which order, drawn once from a seed.

use super::settings::Shuffle;
use crate::quiz::bank::Bank;
use crate::quiz::id::{OptionId, QuestionId, TopicId};
use crate::quiz::question::Question;
use crate::quiz::shuffle::Rng;
use std::collections::BTreeMap;

/// A question of a session, with its options in the order they are shown in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The question.
    pub question: QuestionId,
    /// Its options (or reasons), every one of them once.
    pub options: Vec<OptionId>,
}

/// Draws `count` questions from the topics: all where nothing is said, or 0; all topics where none of
/// these has a question. So the plan is never empty, whatever a page or an old snapshot asks for.
///
/// Topics share the count by weight. Questions of one scenario come together, in the author's
/// order. The plan is shorter than `count` only where the topics have no more questions.
#[must_use]
pub fn draw(
    bank: &Bank,
    topics: &[TopicId],
    count: Option<u32>,
    shuffle: Shuffle,
    rng: &mut Rng,
) -> Vec<Planned> {
    let is_wanted = |question: &Question| topics.contains(&question.topic);
    let wants_all = !bank.questions().iter().any(is_wanted);
    let mut units = units(bank.questions().iter().filter(|question| wants_all || is_wanted(question)));
    if shuffle.shuffles_questions() {
        rng.shuffle(&mut units);
    }
    let count = count.filter(|count| *count > 0).and_then(|count| usize::try_from(count).ok());
    let mut drawn = fill(bank, units, count.unwrap_or(usize::MAX));
    if !shuffle.shuffles_questions() {
        let position = |unit: &Unit<'_>| {
            unit.first().and_then(|first| bank.questions().iter().position(|q| q.id == first.id))
        };
        drawn.sort_by_key(position);
    }
    drawn.into_iter().flatten().map(|question| planned(question, shuffle, rng)).collect()
}

/// The plan of exactly these questions, in this order or a shuffled one.
#[must_use]
pub fn of_questions(bank: &Bank, ids: &[QuestionId], shuffle: Shuffle, rng: &mut Rng) -> Vec<Planned> {
    let mut units = units(ids.iter().filter_map(|id| bank.question(id)));
    if shuffle.shuffles_questions() {
        rng.shuffle(&mut units);
    }
    units.into_iter().flatten().map(|question| planned(question, shuffle, rng)).collect()
}

fn planned(question: &Question, shuffle: Shuffle, rng: &mut Rng) -> Planned {
    let mut options: Vec<_> = question.kind.options().iter().map(|option| option.id.clone()).collect();
    if shuffle.shuffles_options() && question.may_shuffle {
        rng.shuffle(&mut options);
    }
    Planned { question: question.id.clone(), options }
}

/// Questions that come together: those of one scenario, or one alone.
type Unit<'b> = Vec<&'b Question>;

fn units<'b>(questions: impl Iterator<Item = &'b Question>) -> Vec<Unit<'b>> {
    let mut units: Vec<Unit<'b>> = Vec::new();
    let mut of_scenario = BTreeMap::new();
    for question in questions {
        if let Some(scenario) = &question.scenario {
            let index = *of_scenario.entry(scenario).or_insert(units.len());
            if let Some(unit) = units.get_mut(index) {
                unit.push(question);
                continue;
            }
        }
        units.push(vec![question]);
    }
    units
}

/// Takes units until there are `n_wanted` questions: first those that fit the shares of their
/// topics, then whole ones that fit at all, and at last the beginning of one that is too long.
fn fill<'b>(bank: &Bank, units: Vec<Unit<'b>>, n_wanted: usize) -> Vec<Unit<'b>> {
    let mut seats = shares(bank, &units, n_wanted);
    let mut n_left = seats.values().sum::<usize>();
    let mut drawn = Vec::new();
    let mut rest = Vec::new();
    for unit in units {
        if fits(&unit, &seats) {
            for question in &unit {
                if let Some(free) = seats.get_mut(&question.topic) {
                    *free -= 1;
                }
            }
            n_left -= unit.len();
            drawn.push(unit);
        } else {
            rest.push(unit);
        }
    }
    // A scenario may leave seats of a topic empty; questions of the topics that have seats go first.
    rest.sort_by_key(|unit| {
        std::cmp::Reverse(unit.iter().filter(|q| seats.get(&q.topic).is_some_and(|free| *free > 0)).count())
    });
    let mut too_long = Vec::new();
    for unit in rest {
        if unit.len() <= n_left {
            n_left -= unit.len();
            drawn.push(unit);
        } else {
            too_long.push(unit);
        }
    }
    if n_left > 0
        && let Some(mut unit) = too_long.into_iter().next()
    {
        unit.truncate(n_left);
        drawn.push(unit);
    }
    drawn
}

fn fits(unit: &Unit<'_>, seats: &BTreeMap<&TopicId, usize>) -> bool {
    let mut needed = BTreeMap::new();
    for question in unit {
        *needed.entry(&question.topic).or_insert(0) += 1;
    }
    needed.iter().all(|(topic, n)| seats.get(topic).is_some_and(|free| free >= n))
}

fn shares<'b>(bank: &'b Bank, units: &[Unit<'b>], n_wanted: usize) -> BTreeMap<&'b TopicId, usize> {
    let n_of = |topic: &TopicId| units.iter().flatten().filter(|question| question.topic == *topic).count();
    let parties: Vec<_> = bank.topics().iter().map(|topic| (topic.weight, n_of(&topic.id))).collect();
    let seats = apportion(n_wanted, &parties);
    bank.topics().iter().map(|topic| &topic.id).zip(seats).collect()
}

/// Shares `n_wanted` seats by weight among parties that can fill only so many: the method of
/// largest remainders (Hamilton, Hare and Niemeyer), repeated for seats that a party leaves empty.
/// Parties without weight come last and share alike.
fn apportion(n_wanted: usize, parties: &[(f64, usize)]) -> Vec<usize> {
    let mut seats = vec![0; parties.len()];
    let n_wanted = n_wanted.min(parties.iter().map(|(_, n_most)| n_most).sum());
    loop {
        let n_left = n_wanted.saturating_sub(seats.iter().sum());
        if n_left == 0 {
            return seats;
        }
        let mut open: Vec<usize> = (0..parties.len()).filter(|i| seats[*i] < parties[*i].1).collect();
        let has_weight = |i: &usize| parties[*i].0 > 0.0;
        if open.iter().any(has_weight) {
            open.retain(has_weight);
        }
        let total: f64 = open.iter().map(|i| parties[*i].0).sum();
        #[allow(clippy::cast_precision_loss)] // Far fewer seats than an f64 can count.
        let quota = |i: &usize| {
            let share = if total > 0.0 { parties[*i].0 / total } else { 1.0 / open.len() as f64 };
            share * n_left as f64
        };
        let mut quotas: Vec<(usize, f64)> = open.iter().map(|i| (*i, quota(i))).collect();
        // Stable, so that equal remainders go to the topic that comes first; rounded, so that they
        // are equal where only the last bits differ.
        let remainder = |quota: f64| (quota.fract() * 1e9).round();
        quotas.sort_by(|(_, a), (_, b)| remainder(*b).total_cmp(&remainder(*a)));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // From 0 to `n_left`.
        let n_whole: usize = quotas.iter().map(|(_, quota)| quota.floor() as usize).sum();
        let n_remainders = n_left.saturating_sub(n_whole);
        for (rank, (i, quota)) in quotas.into_iter().enumerate() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let seats_now = quota.floor() as usize + usize::from(rank < n_remainders);
            seats[i] = parties[i].1.min(seats[i] + seats_now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;
    use crate::quiz::shuffle::Seed;

    #[test]
    fn seats_go_by_largest_remainder() {
        let many = |weights: &[f64]| weights.iter().map(|weight| (*weight, 1_000)).collect::<Vec<_>>();
        // The textbook case: votes 47, 16, 15.8, 12, 6.1, 3.1 for 10 seats.
        assert_eq!(apportion(10, &many(&[47.0, 16.0, 15.8, 12.0, 6.1, 3.1])), [5, 2, 1, 1, 1, 0]);
        assert_eq!(apportion(3, &many(&[1.0, 1.0])), [2, 1]);
        assert_eq!(apportion(4, &many(&[0.0, 0.0])), [2, 2]);
        assert_eq!(apportion(0, &many(&[1.0])), [0]);
    }

    #[test]
    fn equal_remainders_go_to_the_topic_that_comes_first() {
        // A third each, beside two whole seats: 7/3 has a larger remainder than 1/3 only as an f64.
        assert_eq!(apportion(3, &[(1.0, 9), (7.0, 9), (1.0, 9)]), [1, 2, 0]);
    }

    #[test]
    fn seats_that_a_topic_cannot_fill_go_to_the_others() {
        assert_eq!(apportion(10, &[(80.0, 2), (10.0, 50), (10.0, 50)]), [2, 4, 4]);
        assert_eq!(apportion(10, &[(1.0, 2), (1.0, 3)]), [2, 3]);
        assert_eq!(apportion(5, &[(0.0, 9), (1.0, 3)]), [2, 3]);
        assert_eq!(apportion(9, &[(1.0, 4)]), [4]);
    }

    #[test]
    fn all_seats_are_given_where_more_are_wanted_than_there_are() {
        assert_eq!(apportion(usize::MAX, &[(1.0, 4), (1.0, 3), (0.0, 2)]), [4, 3, 2]);
    }

    /// A bank of questions written as `id topic scenario`, the scenario left out or not.
    fn bank(topics: &[&str], questions: &[&str]) -> Bank {
        let topics: Vec<_> = topics.iter().map(|id| format!(r#"{{"id":"{id}","title":"T"}}"#)).collect();
        let question = |line: &&str| {
            let mut words = line.split(' ');
            let [id, topic] = [words.next().unwrap(), words.next().unwrap()];
            let scenario = words.next().map_or(String::new(), |id| format!(r#""scenario":"{id}","#));
            format!(
                r#"{{"id":"{id}","topic":"{topic}",{scenario}"kind":"single-choice","stem":"?",
                    "options":[{{"text":"A","correct":true}},{{"text":"B"}}]}}"#
            )
        };
        let questions: Vec<_> = questions.iter().map(question).collect();
        let json = format!(
            r#"{{"format":1,"id":"b","title":"B","topics":[{}],"questions":[{}],
                "scenarios":[{{"id":"x","text":"X"}},{{"id":"y","text":"Y"}}]}}"#,
            topics.join(","),
            questions.join(",")
        );
        Bank::read(&json).unwrap()
    }

    /// The ids of the questions drawn.
    fn drawn(bank: &Bank, topics: &[&str], count: u32, shuffle: Shuffle, seed: u32) -> String {
        let topics: Vec<_> = topics.iter().filter_map(|id| TopicId::parse(id)).collect();
        let plan = draw(bank, &topics, Some(count), shuffle, &mut Rng::new(Seed(seed)));
        plan.iter().map(|planned| planned.question.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_plan_is_never_empty() {
        let bank = bank(&["s", "t", "empty"], &["a s", "b t"]);
        let all = |topics: &[&str], count| drawn(&bank, topics, count, Shuffle::None, 0);
        assert_eq!(all(&["empty"], 9), "a b");
        assert_eq!(all(&["not-there"], 9), "a b");
        assert_eq!(all(&["not-there", "t"], 9), "b");
        assert_eq!(all(&[], 0), "a b");
    }

    #[test]
    fn a_scenario_stays_together_where_its_first_question_stands() {
        let bank = bank(&["t"], &["a t", "b t x", "c t", "d t y", "e t x", "f t y"]);
        assert_eq!(drawn(&bank, &[], 6, Shuffle::None, 0), "a b e c d f");
        for seed in 0..50 {
            let plan = drawn(&bank, &[], 6, Shuffle::All, seed);
            assert!(plan.contains("b e") && plan.contains("d f"), "{plan}");
        }
    }

    #[test]
    fn a_scenario_is_drawn_whole_where_others_can_fill_the_count() {
        let bank = bank(&["t"], &["a t x", "b t x", "c t x", "d t", "e t"]);
        for seed in 0..50 {
            for count in [2, 3] {
                let plan = drawn(&bank, &[], count, Shuffle::All, seed);
                let n_of_scenario = plan.split(' ').filter(|id| ["a", "b", "c"].contains(id)).count();
                let is_whole = n_of_scenario == 0 || n_of_scenario == 3;
                // With both single questions drawn, one seat is left for the scenario's beginning.
                assert!(is_whole || count == 3 && n_of_scenario == 1, "{count}: {plan}");
            }
        }
    }

    #[test]
    fn a_scenario_that_is_too_long_is_cut_at_its_end() {
        let bank = bank(&["t"], &["a t x", "b t x", "c t x"]);
        assert_eq!(drawn(&bank, &[], 2, Shuffle::All, 1), "a b");
    }

    #[test]
    fn a_scenario_of_two_topics_takes_seats_of_both() {
        let bank = bank(&["s", "t"], &["a s x", "b t x", "c s", "d t", "e s", "f t"]);
        for seed in 0..50 {
            let plan = drawn(&bank, &[], 4, Shuffle::All, seed);
            let n_of_s = plan.split(' ').filter(|id| ["a", "c", "e"].contains(id)).count();
            assert_eq!(n_of_s, 2, "{plan}");
        }
    }

    #[test]
    fn without_a_shuffle_the_first_questions_of_each_topic_come_in_the_order_of_the_bank() {
        let bank = bank(&["s", "t"], &["a t", "b t", "c s", "d t", "e s"]);
        assert_eq!(drawn(&bank, &[], 3, Shuffle::None, 5), "a c e");
        assert_eq!(drawn(&bank, &["t"], 2, Shuffle::Options, 5), "a b");
    }

    #[test]
    fn every_question_of_a_topic_is_drawn_about_equally_often() {
        let bank = bank(&["s", "t"], &["a s", "b s", "c s", "d s", "e t", "f t"]);
        let mut counts = BTreeMap::new();
        for seed in 0..3_000 {
            for id in drawn(&bank, &[], 4, Shuffle::All, seed).split(' ') {
                *counts.entry(id.to_owned()).or_insert(0) += 1;
            }
        }
        assert_eq!([counts["e"], counts["f"]], [3_000, 3_000]);
        for id in ["a", "b", "c", "d"] {
            assert!((1_400..1_600).contains(&counts[id]), "{counts:?}");
        }
    }

    #[test]
    fn topics_share_about_by_weight_where_scenarios_are_kept_whole() {
        let bank = bank(
            &["s", "t", "u"],
            &["a s x", "b s x", "c s", "d s", "e t y", "f t y", "g t", "h t", "i u", "j u", "k u", "l u"],
        );
        let n_seeds = 1_000;
        let plans: String = (0..n_seeds).map(|seed| drawn(&bank, &[], 6, Shuffle::All, seed)).collect();
        for of_topic in ["abcd", "efgh", "ijkl"] {
            let n_drawn = plans.chars().filter(|c| of_topic.contains(*c)).count();
            let average = n_drawn as f64 / f64::from(n_seeds);
            assert!((1.7..2.3).contains(&average), "{of_topic}: {average}");
        }
    }
}
