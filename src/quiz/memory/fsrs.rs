//! FSRS-6: how stability and difficulty change with an answer, and how memory fades in between.
//!
//! The formulas and default parameters are those of the Free Spaced Repetition Scheduler, version 6:
//! <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>. They agree with its
//! implementations `fsrs` 6.6.2 (Rust), `fsrs` 6.3.2 (Python) and `ts-fsrs` 5.4.2: see
//! `tests/native/memory.rs` and the tests below. Where these differ, in bounds and rounding, this does
//! as `fsrs` for Rust, which Anki uses. Stability is counted in days.
//!
//! By hand, for the bytes. A module with nothing in it but one answer worked out, for size and after
//! compression: this 1.4 kB; `fsrsrs` 1.1.0 9.1 kB and `rs-fsrs` 1.2.1 23.8 kB, both with a library of
//! dates and with version 5 of the formulas; `fsrs` 6.6.2, which also trains, 15.6 kB. Version 7 is not
//! in what these publish, and cannot be solved for an interval without searching.

use super::Rating;

/// The default parameters, fitted to the reviews of many learners with Anki. Ours have not been
/// measured: nothing of theirs reaches us.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// The least and the most stability.
pub(super) const STABILITIES: (f64, f64) = (0.001, 36_500.0);
/// The least and the most difficulty.
pub(super) const DIFFICULTIES: (f64, f64) = (1.0, 10.0);

/// A stability and a difficulty.
pub(super) type State = (f64, f64);

/// Any numbers as a state: within bounds, and in the middle where one is no number.
pub(super) fn bounded((stability, difficulty): State) -> State {
    let or = |number: f64, instead| if number.is_nan() { instead } else { number };
    (
        or(stability, W[2]).clamp(STABILITIES.0, STABILITIES.1),
        or(difficulty, 5.0).clamp(DIFFICULTIES.0, DIFFICULTIES.1),
    )
}

/// After the first answer.
pub(super) fn first(rating: Rating) -> State {
    bounded((W[rating as usize - 1], first_difficulty(rating)))
}

/// After another answer, whole days later.
pub(super) fn after((stability, difficulty): State, rating: Rating, days: f64) -> State {
    let retrievability = retrievability(stability, days);
    let then = if days < 1.0 {
        on_the_same_day(stability, rating)
    } else if rating == Rating::Again {
        forgotten(stability, difficulty, retrievability)
    } else {
        recalled(stability, difficulty, retrievability, rating)
    };
    bounded((then, next_difficulty(difficulty, rating)))
}

/// How likely it is to be recalled some days after the last answer.
pub(super) fn retrievability(stability: f64, days: f64) -> f64 {
    power(1.0 + factor() * days / stability, -W[20])
}

/// After how many days it is recalled with that probability.
pub(super) fn interval(stability: f64, retention: f64) -> f64 {
    stability / factor() * (power(retention, -1.0 / W[20]) - 1.0)
}

/// Makes the stability the time until a memory is recalled 9 times of 10.
fn factor() -> f64 {
    power(0.9, -1.0 / W[20]) - 1.0
}

fn first_difficulty(rating: Rating) -> f64 {
    W[4] - (W[5] * (rating.number() - 1.0)).exp() + 1.0
}

fn next_difficulty(difficulty: f64, rating: Rating) -> f64 {
    let change = -W[6] * (rating.number() - 3.0);
    // The nearer to the most, the less it grows; and it tends towards that of what was easy at first.
    let damped = difficulty + (10.0 - difficulty) * change / 9.0;
    W[7] * first_difficulty(Rating::Easy) + (1.0 - W[7]) * damped
}

fn recalled(stability: f64, difficulty: f64, retrievability: f64, rating: Rating) -> f64 {
    let factor = match rating {
        Rating::Hard => W[15],
        Rating::Easy => W[16],
        Rating::Again | Rating::Good => 1.0,
    };
    let surprise = ((1.0 - retrievability) * W[10]).exp() - 1.0;
    stability * (1.0 + W[8].exp() * (11.0 - difficulty) * power(stability, -W[9]) * surprise * factor)
}

fn forgotten(stability: f64, difficulty: f64, retrievability: f64) -> f64 {
    let left = W[11]
        * power(difficulty, -W[12])
        * (power(stability + 1.0, W[13]) - 1.0)
        * ((1.0 - retrievability) * W[14]).exp();
    left.min(stability / (W[17] * W[18]).exp())
}

fn on_the_same_day(stability: f64, rating: Rating) -> f64 {
    let growth = (W[17] * (rating.number() - 3.0 + W[18])).exp() * power(stability, -W[19]);
    stability * if rating == Rating::Again { growth } else { growth.max(1.0) }
}

/// `base` above 0 to the power of `exponent`. Not `powf`, whose routine is another 0.9 kB.
fn power(base: f64, exponent: f64) -> f64 {
    (exponent * base.ln()).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATINGS: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// The reference counts in single precision.
    #[track_caller]
    fn assert_near<const N: usize>(found: [f64; N], expected: [f64; N]) {
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found - expected).abs() <= 1e-5 * expected.abs(), "{found} is not {expected}");
        }
    }

    // What `fsrs` 6.6.2 expects of itself, in `src/model.rs` and `src/inference.rs`.

    #[test]
    fn memory_fades_as_in_the_reference() {
        let points = [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0), (4.0, 4.0), (5.0, 2.0)];
        let found = points.map(|(days, stability)| retrievability(stability, days));
        assert_near(found, [1.0, 0.940_344_3, 0.925_378_6, 0.918_522_9, 0.9, 0.826_135_9]);
    }

    #[test]
    fn intervals_are_those_of_the_reference() {
        let found = std::array::from_fn(|tenths| interval(1.0, (tenths + 1) as f64 / 10.0).round().max(1.0));
        assert_near::<10>(found, [3_116_769.0, 34_793.0, 2_508.0, 387.0, 90.0, 27.0, 9.0, 3.0, 1.0, 1.0]);
        assert_near([interval(121.015_52, 0.9)], [121.015_52]);
    }

    #[test]
    fn first_answers_are_those_of_the_reference() {
        let (stabilities, difficulties): (Vec<_>, Vec<_>) = RATINGS.map(first).into_iter().unzip();
        assert_near(stabilities.try_into().unwrap(), [0.212, 1.2931, 2.3065, 8.2956]);
        assert_near(difficulties.try_into().unwrap(), [6.4133, 5.112_170_7, 2.118_104, 1.0]);
    }

    #[test]
    fn difficulty_changes_as_in_the_reference() {
        let found = RATINGS.map(|rating| next_difficulty(5.0, rating));
        assert_near(found, [8.341_763, 6.665_995_6, 4.990_228, 3.314_461_5]);
    }

    #[test]
    fn stability_changes_as_in_the_reference() {
        let points = [(1.0, 0.9), (2.0, 0.8), (3.0, 0.7), (4.0, 0.6)];
        let mut ratings = RATINGS.into_iter();
        let found = points.map(|(difficulty, r)| recalled(5.0, difficulty, r, ratings.next().unwrap()));
        assert_near(found, [25.602_541, 28.226_582, 58.656_002, 127.226_685]);
        let found = points.map(|(difficulty, retrievability)| forgotten(5.0, difficulty, retrievability));
        assert_near(found, [1.052_539_6, 1.189_432_9, 1.368_083_8, 1.584_989]);
        assert_near(RATINGS.map(|rating| on_the_same_day(5.0, rating)), [1.596_818, 5.0, 5.0, 8.129_61]);
    }
}
