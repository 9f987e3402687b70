//! Memory against the reference: histories of answers, and what other implementations of FSRS-6 make of
//! them. Their tables of single formulas are in `src/quiz/memory/fsrs.rs`.

use crate::repository::read;
use selfcheck::quiz::memory::Memory;
use selfcheck::quiz::memory::rating::Rating;
use selfcheck::quiz::memory::zone::Zone;
use selfcheck::quiz::session::report::Millis;
use serde_json::Value;

const DAY: u64 = 86_400_000;
const UTC: Zone = Zone(0);

fn days(n: u64) -> Millis {
    Millis(n * DAY)
}

fn rating(number: u64) -> Rating {
    [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy][usize::try_from(number).unwrap() - 1]
}

/// The memory after answers given as days since the last and rating.
fn memory_of(answers: &[(u64, u64)]) -> Memory {
    let mut now = 0;
    let mut memory = None;
    for (later, number) in answers {
        now += later;
        let rating = rating(*number);
        memory = Some(match memory {
            None => Memory::first(rating, days(now)),
            Some(memory) => Memory::after(memory, rating, days(now), UTC),
        });
    }
    memory.unwrap()
}

#[track_caller]
fn assert_near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within * expected.abs(), "{found} is not {expected}");
}

/// `tests/memory/py-fsrs-6.3.2.json` says how it was made. ts-fsrs 5.4.2 makes the same of the same
/// answers, to 2·10⁻⁷.
#[test]
fn histories_come_out_as_in_the_reference() {
    let reference: Value = serde_json::from_str(&read("tests/memory/py-fsrs-6.3.2.json")).unwrap();
    let histories = reference["histories"].as_array().unwrap();
    assert_eq!(histories.len(), 60);
    for history in histories {
        let retention = history["retention"].as_f64().unwrap();
        let (mut now, mut memory) = (0, None::<Memory>);
        for answer in history["answers"].as_array().unwrap() {
            let whole = |index: usize| answer[index].as_u64().unwrap();
            let number = |index: usize| answer[index].as_f64().unwrap();
            now += whole(0);
            if let Some(memory) = memory {
                assert_near(memory.retrievability(days(now), UTC), number(2), 1e-8);
            }
            let after = match memory {
                None => Memory::first(rating(whole(1)), days(now)),
                Some(memory) => memory.after(rating(whole(1)), days(now), UTC),
            };
            assert_near(after.stability(), number(3), 1e-6);
            assert_near(after.difficulty(), number(4), 1e-8);
            assert_eq!(after.due(retention, UTC), days(now + whole(5)), "{answer}");
            memory = Some(after);
        }
    }
}

/// `test_memory_state` of `fsrs` for Rust 6.6.2 (`src/inference.rs`) and `test_memo_state` of `fsrs` for
/// Python 6.3.2 (`tests/test_basic.py`): the same answers, and the same to expect.
#[test]
fn the_history_that_every_implementation_tests_comes_out() {
    let memory = memory_of(&[(0, 1), (0, 3), (1, 3), (3, 3), (8, 3), (21, 3)]);
    assert_near(memory.stability(), 53.626_91, 1e-6);
    assert_near(memory.difficulty(), 6.357_486_7, 1e-6);
}

/// `test_review_card` of `fsrs` for Python 6.3.2. There, a new or forgotten card comes again after ten
/// minutes, shown as 0 days; what counts here is what follows.
#[test]
fn intervals_grow_and_begin_again_as_in_the_reference() {
    let ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let (mut now, mut memory) = (0, None::<Memory>);
    for (number, interval) in ratings.into_iter().zip(intervals) {
        let after = match memory {
            None => Memory::first(rating(number), days(now)),
            Some(memory) => memory.after(rating(number), days(now), UTC),
        };
        if interval > 0 {
            assert_eq!(after.due(0.9, UTC), days(now + interval));
        }
        now += interval;
        memory = Some(after);
    }
}

#[test]
fn days_begin_at_the_learner_s_midnight() {
    let hours = |n: u64| Millis(n * DAY / 24);
    let evening = hours(23);
    let memory = Memory::first(Rating::Good, evening);
    // Two days from the evening's midnight, where the learner is.
    for (zone, due) in [(UTC, 48), (Zone(120), 70), (Zone(-300), 53)] {
        assert_eq!(memory.due(0.9, zone), hours(due), "{zone:?}");
        assert!(!memory.is_due(0.9, Millis(hours(due).0 - 1), zone));
        assert!(memory.is_due(0.9, hours(due), zone));
    }
    let soon = hours(25);
    assert_eq!(memory.retrievability(soon, Zone(-300)), 1.0);
    assert!(memory.retrievability(soon, UTC) < 1.0);
}

#[test]
fn a_lapse_is_counted_once_a_day_and_not_before_there_is_something_to_forget() {
    for (answers, n_lapses) in [
        (&[(0, 1)][..], 0),
        (&[(0, 1), (0, 1)], 0),
        (&[(0, 3), (2, 1)], 1),
        (&[(0, 3), (2, 1), (0, 1)], 1),
        (&[(0, 3), (2, 1), (0, 3), (1, 1)], 2),
    ] {
        let memory = memory_of(answers);
        assert_eq!(memory.n_lapses(), n_lapses, "{answers:?}");
        assert_eq!(memory.n_reviews() as usize, answers.len());
    }
}

#[test]
fn a_clock_that_was_wrong_does_not_keep_a_question_away() {
    let memory = Memory::first(Rating::Easy, days(40_000));
    assert!(!memory.is_due(0.9, days(40_000), UTC));
    assert!(!memory.is_due(0.9, days(39_999), UTC), "this may be a journey");
    assert!(memory.is_due(0.9, days(20_000), UTC));
    let mended = memory.after(Rating::Good, days(20_000), UTC);
    assert_eq!(mended.last(), days(20_000));
    assert!(!mended.is_due(0.9, days(20_000), UTC));
}
