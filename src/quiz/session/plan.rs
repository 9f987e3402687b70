//! Plan: which questions in which order, drawn once from a seed.

use super::settings::{Count, Shuffle};
use crate::quiz::bank::{Bank, Topic};
use crate::quiz::id::{OptionId, QuestionId, TopicId};
use crate::quiz::question::{Kind, Question};
use crate::quiz::shuffle::Rng;

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
    count: Option<Count>,
    shuffle: Shuffle,
    rng: &mut Rng,
) -> Vec<Planned> {
    let is_wanted = |question: &Question| topics.contains(&question.topic);
    let wants_all = !bank.questions().iter().any(is_wanted);
    let mut units = units(bank.questions().iter().filter(|question| wants_all || is_wanted(question)));
    if shuffle.shuffles_questions() {
        rng.shuffle(&mut units);
    }
    let n_wanted = match count {
        // Which of all comes next follows from the answers.
        None | Some(Count::Of(0) | Count::Auto) => usize::MAX,
        Some(Count::Of(n)) => n as usize,
    };
    let taken = fill(bank, &units, n_wanted);
    let drawn = units.iter().zip(taken).flat_map(|(unit, n_taken)| unit.iter().take(n_taken));
    drawn.map(|question| planned(question, shuffle, rng)).collect()
}

/// The plan of exactly these questions. First come those of scenarios of which one `is_first`, as they
/// stand here; then the others, as they stand or shuffled.
#[must_use]
pub fn of_questions(
    bank: &Bank,
    ids: &[QuestionId],
    is_first: &dyn Fn(&QuestionId) -> bool,
    shuffle: Shuffle,
    rng: &mut Rng,
) -> Vec<Planned> {
    let units = units(ids.iter().filter_map(|id| bank.question(id)));
    let is_first = |unit: &Unit<'_>| unit.iter().any(|question| is_first(&question.id));
    let (mut plan, mut others): (Vec<Unit<'_>>, _) = units.into_iter().partition(is_first);
    if shuffle.shuffles_questions() {
        rng.shuffle(&mut others);
    }
    plan.extend(others);
    plan.into_iter().flatten().map(|question| planned(question, shuffle, rng)).collect()
}

fn planned(question: &Question, shuffle: Shuffle, rng: &mut Rng) -> Planned {
    let mut options = question.kind.option_ids();
    let is_wanted = shuffle.shuffles_options() || matches!(question.kind, Kind::Ordering(_));
    if is_wanted && is_shuffled(question) {
        rng.shuffle(&mut options);
    }
    unsolve(question, &mut options);
    Planned { question: question.id.clone(), options }
}

/// Whether the options of a question may be shown in another order than the author's. Steps are
/// whatever anybody says: the author's order is the key. Columns never are: they are a scale, or
/// stand as everywhere, yes before no. Nor is a checklist.
pub(super) fn is_shuffled(question: &Question) -> bool {
    match question.kind {
        Kind::Ordering(_) => true,
        Kind::Grid(_) | Kind::Reflection(_) => false,
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::TrueFalse(_)
        | Kind::Matching(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Cloze(_)
        | Kind::Hotspot(_) => question.may_shuffle,
    }
}

/// Steps that happen to stand in the right order are brought out of it.
pub(super) fn unsolve(question: &Question, options: &mut [OptionId]) {
    if let Kind::Ordering(kind) = &question.kind
        && kind.steps().iter().map(|step| &step.id).eq(options.iter())
    {
        options.rotate_left(1);
    }
}

/// Questions that come together: those of one scenario, or one alone.
type Unit<'b> = Vec<&'b Question>;

fn units<'b>(questions: impl Iterator<Item = &'b Question>) -> Vec<Unit<'b>> {
    let mut units: Vec<Unit<'b>> = Vec::new();
    for question in questions {
        let is_of_scenario = |unit: &&mut Unit<'_>| unit[0].scenario == question.scenario;
        match units.iter_mut().find(is_of_scenario).filter(|_| question.scenario.is_some()) {
            Some(unit) => unit.push(question),
            None => units.push(vec![question]),
        }
    }
    units
}

/// How many questions of each unit are taken, until there are `n_wanted`: first whole units that
/// fit the shares of their topics; then, as a scenario may leave seats of a topic empty, whole ones
/// with a question of such a topic; then whole ones that fit at all; and at last the beginning of
/// one that is too long.
fn fill(bank: &Bank, units: &[Unit<'_>], n_wanted: usize) -> Vec<usize> {
    let mut seats = shares(bank, units, n_wanted);
    let mut n_left: usize = seats.iter().sum();
    let mut taken = vec![0; units.len()];
    for pass in [Pass::OfShares, Pass::OfOpenTopics, Pass::Whole, Pass::Beginning] {
        for (unit, n_taken) in units.iter().zip(&mut taken) {
            let needed = seats_of(bank, unit);
            let is_wanted = *n_taken == 0
                && n_left > 0
                && (unit.len() <= n_left || pass == Pass::Beginning)
                && match pass {
                    Pass::OfShares => needed.iter().zip(&seats).all(|(needed, free)| needed <= free),
                    Pass::OfOpenTopics => {
                        needed.iter().zip(&seats).any(|(needed, free)| *needed > 0 && *free > 0)
                    }
                    Pass::Whole | Pass::Beginning => true,
                };
            if is_wanted {
                *n_taken = unit.len().min(n_left);
                n_left -= *n_taken;
                for (free, needed) in seats.iter_mut().zip(needed) {
                    *free = free.saturating_sub(needed);
                }
            }
        }
    }
    taken
}

/// What may be taken in one round of filling.
#[derive(Clone, Copy, PartialEq)]
enum Pass {
    OfShares,
    OfOpenTopics,
    Whole,
    Beginning,
}

/// How many of the questions belong to each topic of the bank.
fn seats_of(bank: &Bank, questions: &[&Question]) -> Vec<usize> {
    let n_of = |topic: &Topic| questions.iter().filter(|question| question.topic == topic.id).count();
    bank.topics().iter().map(n_of).collect()
}

/// The seats of each topic of the bank.
fn shares(bank: &Bank, units: &[Unit<'_>], n_wanted: usize) -> Vec<usize> {
    let mut parties: Vec<_> = bank.topics().iter().map(|topic| (topic.weight, 0)).collect();
    for unit in units {
        for (party, n) in parties.iter_mut().zip(seats_of(bank, unit)) {
            party.1 += n;
        }
    }
    apportion(n_wanted, &parties)
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
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // From 0 to `n_left`.
        let whole = |i: &usize| quota(i).floor() as usize;
        // Rounded, so that remainders are equal where only their last bits differ.
        let remainder = |i: usize| (quota(&i).fract() * 1e9).round();
        let n_remainders = n_left.saturating_sub(open.iter().map(whole).sum());
        for i in &open {
            seats[*i] = parties[*i].1.min(seats[*i] + whole(i));
        }
        let mut waiting = open.clone();
        for _ in 0..n_remainders.min(open.len()) {
            // Of equal remainders the one of the topic that comes first.
            let largest = (1..waiting.len()).fold(0, |best, at| {
                if remainder(waiting[at]) > remainder(waiting[best]) { at } else { best }
            });
            let i = waiting.remove(largest);
            seats[i] = parties[i].1.min(seats[i] + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;
    use crate::quiz::shuffle::Seed;
    use std::collections::BTreeMap;

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
        let plan = draw(bank, &topics, Some(Count::Of(count)), shuffle, &mut Rng::new(Seed(seed)));
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
    fn a_seat_that_a_scenario_leaves_empty_goes_to_a_question_of_its_topic() {
        let bank = bank(&["s", "t", "u"], &["a t", "b t", "c t", "d s x", "e s x", "f u y", "g u y"]);
        assert_eq!(drawn(&bank, &[], 3, Shuffle::None, 0), "a d e");
    }

    #[test]
    fn the_beginning_of_a_scenario_stands_where_it_stands_in_the_bank() {
        let bank = bank(&["s", "t"], &["a s x", "b s x", "c t"]);
        assert_eq!(drawn(&bank, &[], 2, Shuffle::None, 0), "a c");
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
