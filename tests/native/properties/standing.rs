//! Properties of memory, mastery and calibration: what holds for any answers at any time.

use super::config;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use selfcheck::quiz::Score;
use selfcheck::quiz::calibration::{Calibration, Certainty};
use selfcheck::quiz::mastery::{Mastery, is_enough};
use selfcheck::quiz::memory::Memory;
use selfcheck::quiz::memory::rating::Rating;
use selfcheck::quiz::memory::zone::Zone;
use selfcheck::quiz::session::report::Millis;

pub(super) fn rating() -> impl Strategy<Value = Rating> {
    select(vec![Rating::Again, Rating::Hard, Rating::Good, Rating::Easy])
}

/// Moments of any kind: some years, or anything at all.
pub(super) fn moment() -> impl Strategy<Value = Millis> {
    prop_oneof![3 => 0..200_000_000_000_u64, 1 => any::<u64>()].prop_map(Millis)
}

pub(super) fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![3 => -840..840_i32, 1 => any::<i32>()].prop_map(Zone)
}

/// Any score, and now and then one that no question gives.
fn score() -> impl Strategy<Value = Score> {
    prop_oneof![
        4 => (0..=4_u32).prop_map(|quarters| Score::of_one(f64::from(quarters) / 4.0)),
        1 => (any::<f64>(), any::<f64>()).prop_map(|(earned, possible)| Score { earned, possible }),
    ]
}

/// The memory after answers at any times, in any zones.
fn memory(first: Rating, now: Millis, rest: &[(Rating, Millis, Zone)]) -> Memory {
    let first = Memory::first(first, now);
    rest.iter().fold(first, |memory, (rating, now, zone)| memory.after(*rating, *now, *zone))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_memory_is_always_within_bounds(
        first in rating(), now in moment(), rest in vec((rating(), moment(), zone()), 0..12),
        later in moment(), zone in zone(), retention: f64,
    ) {
        let memory = memory(first, now, &rest);
        prop_assert!((0.001..=36_500.0).contains(&memory.stability()), "{memory:?}");
        prop_assert!((1.0..=10.0).contains(&memory.difficulty()), "{memory:?}");
        prop_assert_eq!(memory.n_reviews() as usize, rest.len() + 1);
        prop_assert!(memory.n_lapses() < memory.n_reviews());
        let recalled = memory.retrievability(later, zone);
        prop_assert!(0.0 < recalled && recalled <= 1.0, "{recalled}");
        for retention in [retention, f64::NAN, f64::INFINITY, 0.0, 1.0] {
            prop_assert!(memory.due(retention, zone) <= Millis::MOST);
            let _ = memory.is_due(retention, later, zone);
        }
    }

    #[test]
    fn a_memory_fades_and_comes_again_sooner_the_more_is_to_be_known(
        first in rating(), rest in vec((rating(), 0..200_000_000_000_u64, -840..840_i32), 0..8),
        days in vec(0..4_000_u64, 2), retentions in vec(0.5..1.0_f64, 2), zone in -840..840_i32,
    ) {
        let rest: Vec<_> = rest.into_iter().map(|(rating, now, zone)| (rating, Millis(now), Zone(zone))).collect();
        let (memory, zone) = (memory(first, Millis(0), &rest), Zone(zone));
        let after = |days: u64| Millis(memory.last().0 + days * 86_400_000);
        let (sooner, later) = (days[0].min(days[1]), days[0].max(days[1]));
        prop_assert!(memory.retrievability(after(sooner), zone) >= memory.retrievability(after(later), zone));
        let (more, less) = (retentions[0].max(retentions[1]), retentions[0].min(retentions[1]));
        prop_assert!(memory.due(more, zone) <= memory.due(less, zone));
        prop_assert!(memory.due(more, zone) > memory.last(), "never on the same day");
        prop_assert!(memory.is_due(less, memory.due(less, zone), zone));
    }

    #[test]
    fn a_better_rating_never_makes_a_question_come_sooner(
        first in rating(), rest in vec((rating(), moment(), zone()), 0..8), now in moment(), zone in zone(),
    ) {
        let before = memory(first, Millis(0), &rest);
        let after = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy].map(|rating| before.after(rating, now, zone));
        for pair in after.windows(2) {
            prop_assert!(pair[0].stability() <= pair[1].stability(), "{before:?}");
            prop_assert!(pair[0].difficulty() >= pair[1].difficulty(), "{before:?}");
        }
    }

    #[test]
    fn a_range_lies_around_its_mean(scores in vec(score(), 0..60)) {
        let mut mastery = Mastery::default();
        for score in scores {
            mastery = mastery.and(score);
            let ((from, to), mean) = (mastery.range(), mastery.mean());
            prop_assert!(0.0 <= from && from <= mean && mean <= to && to <= 1.0, "{mastery:?} {from} {mean} {to}");
            prop_assert!(0.0 < mean && mean < 1.0);
            prop_assert_eq!(mastery.is_telling(), to - from <= selfcheck::quiz::mastery::TELLING);
        }
    }

    #[test]
    fn earning_more_never_lowers_what_is_expected(
        scores in vec((0.0..=1.0_f64, 0.0..=1.0_f64), 1..30),
    ) {
        let of = |pick: fn(f64, f64) -> f64| {
            Mastery::of(scores.iter().map(|(one, other)| Score::of_one(pick(*one, *other))))
        };
        let (less, more) = (of(f64::min), of(f64::max));
        prop_assert!(less.mean() <= more.mean());
        let (less, more) = (less.range(), more.range());
        prop_assert!(less.0 <= more.0 + 1e-9 && less.1 <= more.1 + 1e-9);
    }

    #[test]
    fn right_and_wrong_are_mirror_images(shares in vec(0.0..=1.0_f64, 0..30)) {
        let one = Mastery::of(shares.iter().map(|share| Score::of_one(*share)));
        let other = Mastery::of(shares.iter().map(|share| Score::of_one(1.0 - share)));
        let ((from, to), (mirrored_to, mirrored_from)) = (one.range(), other.range());
        prop_assert!((from - (1.0 - mirrored_from)).abs() < 1e-9 && (to - (1.0 - mirrored_to)).abs() < 1e-9);
    }

    #[test]
    fn asking_ends_at_the_most_and_not_before_every_topic_tells(
        topics in vec(vec(score(), 0..30), 0..4), n_answered in 0..60_usize, most in 1..60_usize,
    ) {
        let topics: Vec<_> = topics.into_iter().map(Mastery::of).collect();
        let is_clear = topics.iter().all(|topic| topic.is_telling());
        prop_assert_eq!(is_enough(topics, n_answered, most), is_clear || n_answered >= most);
    }

    #[test]
    fn every_answer_is_counted_once(answers in vec((0..3_usize, score()), 0..40)) {
        let mut calibration = Calibration::default();
        for (step, score) in &answers {
            calibration.count(Certainty::ALL[*step].1, *score);
        }
        let n: u32 = Certainty::ALL.iter().flat_map(|(_, certainty, _)| calibration.n(*certainty)).sum();
        prop_assert_eq!(n as usize, answers.len());
    }
}
