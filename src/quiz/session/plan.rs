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

/// Draws `count` questions (all where nothing is said) from the topics (all where there are none).
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
    let is_wanted = |question: &&Question| topics.is_empty() || topics.contains(&question.topic);
    let mut units = units(bank.questions().iter().filter(is_wanted));
    if shuffle.shuffles_questions() {
        rng.shuffle(&mut units);
    }
    let n_wanted = count.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX);
    let mut drawn = fill(bank, units, n_wanted);
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
    if let Some(mut unit) = too_long.into_iter().next().filter(|_| n_left > 0) {
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
    loop {
        let n_left = n_wanted.saturating_sub(seats.iter().sum());
        let mut open: Vec<usize> = (0..parties.len()).filter(|i| seats[*i] < parties[*i].1).collect();
        if n_left == 0 || open.is_empty() {
            return seats;
        }
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
        // Stable, so that equal remainders go to the topic that comes first.
        quotas.sort_by(|(_, a), (_, b)| b.fract().total_cmp(&a.fract()));
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
    fn seats_that_a_topic_cannot_fill_go_to_the_others() {
        assert_eq!(apportion(10, &[(80.0, 2), (10.0, 50), (10.0, 50)]), [2, 4, 4]);
        assert_eq!(apportion(10, &[(1.0, 2), (1.0, 3)]), [2, 3]);
        assert_eq!(apportion(5, &[(0.0, 9), (1.0, 3)]), [2, 3]);
        assert_eq!(apportion(9, &[(1.0, 4)]), [4]);
    }
}
