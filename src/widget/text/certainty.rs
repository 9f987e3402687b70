//! What is said of how sure learners are: calm, for themselves, and never as a loss.

use crate::quiz::Score;
use crate::quiz::calibration::{Calibration, Certainty};

pub const HOW_SURE: &str = "How sure are you?";
pub const ONLY_FOR_YOU: &str = "Only for yourself: it changes no points, and you may leave it out.";
pub const HOW_SURE_YOU_WERE: &str = "How sure you were";
pub const RIGHT_ANSWERS: &str = "Right";
pub const OTHER_ANSWERS: &str = "Not right";
pub const HOW_OFTEN_RIGHT: &str = "How often right";
/// Below the table.
pub const HOW_TO_READ: &str = "A bar shows how often you were right. The line above it shows where that fits: quite sure above 80%, fairly sure from 67% to 80%, not sure below that. This is only for yourself and changes no points.";

/// How sure, in the words of the learner.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Unsure => "Not sure",
        Certainty::Fairly => "Fairly sure",
        Certainty::Quite => "Quite sure",
    }
}

/// The same in a list of answers.
pub fn you_were(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Unsure => "You were not sure.",
        Certainty::Fairly => "You were fairly sure.",
        Certainty::Quite => "You were quite sure.",
    }
}

/// What it means that somebody was so sure of an answer that came to this.
pub fn sure_and(certainty: Certainty, grade: Score) -> &'static str {
    match (certainty, grade.is_full(), grade.is_zero()) {
        (Certainty::Quite, true, _) => "You were quite sure, and right.",
        (Certainty::Fairly, true, _) => "You were fairly sure, and right.",
        (Certainty::Unsure, true, _) => "You were not sure, and it was right: the reasons make it firmer.",
        (Certainty::Quite, false, true) => "You were quite sure of another answer: worth a second look.",
        (Certainty::Quite, false, false) => {
            "You were quite sure, and not all of it is right: worth a second look."
        }
        (Certainty::Fairly, false, true) => {
            "You were fairly sure of another answer. It helps to find out what led there."
        }
        (Certainty::Fairly, false, false) => {
            "You were fairly sure, and not all of it is right. It helps to find out what led there."
        }
        (Certainty::Unsure, false, _) => "You were not sure, and rightly so: here is something to learn.",
    }
}

/// What a screen reader is told of a bar: “71% right”.
pub fn percent_right(percent: &str) -> String {
    format!("{percent}% right")
}

/// What can be said of how well a learner judges. A few answers of a step tell nothing of it.
pub fn judged_well(calibration: &Calibration) -> &'static str {
    const TELLING: u32 = 5;
    let share = |certainty| {
        let [right, wrong] = calibration.n(certainty);
        (right + wrong >= TELLING).then(|| f64::from(right) / f64::from(right + wrong))
    };
    let shares = Certainty::ALL.map(|(_, certainty, _)| share(certainty));
    match shares {
        [_, _, Some(quite)] if quite < 0.8 => "When you feel quite sure, a second look pays.",
        [_, Some(fairly), _] if fairly < 0.67 => "When you feel fairly sure, a second look pays.",
        [Some(unsure), ..] if unsure > 0.67 => {
            "You know more than you think: many answers were right that you were not sure of."
        }
        [None, None, None] => "So few answers tell little yet.",
        _ => "You judge yourself well.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calibration(counts: [[u32; 2]; 3]) -> Calibration {
        let mut calibration = Calibration::default();
        for ((_, certainty, _), [right, wrong]) in Certainty::ALL.into_iter().zip(counts) {
            (0..right).for_each(|_| calibration.count(certainty, Score::of_one(1.0)));
            (0..wrong).for_each(|_| calibration.count(certainty, Score::of_one(0.0)));
        }
        calibration
    }

    #[test]
    fn only_what_answers_tell_is_said_of_how_a_learner_judges() {
        for (counts, words) in [
            ([[0, 0], [0, 0], [0, 4]], "So few answers tell little yet."),
            ([[0, 0], [0, 0], [3, 2]], "When you feel quite sure, a second look pays."),
            ([[4, 0], [0, 4], [0, 4]], "So few answers tell little yet."),
            ([[0, 0], [0, 0], [4, 1]], "You judge yourself well."),
            ([[0, 0], [3, 2], [4, 1]], "When you feel fairly sure, a second look pays."),
            (
                [[4, 1], [0, 0], [4, 0]],
                "You know more than you think: many answers were right that you were not sure of.",
            ),
            ([[2, 3], [4, 1], [8, 1]], "You judge yourself well."),
        ] {
            assert_eq!(judged_well(&calibration(counts)), words, "{counts:?}");
        }
    }

    #[test]
    fn sure_and_right_is_told_from_sure_and_wrong() {
        let share = |share| Score::of_one(share);
        assert_eq!(sure_and(Certainty::Quite, share(1.0)), "You were quite sure, and right.");
        assert!(sure_and(Certainty::Quite, share(0.0)).contains("of another answer: worth a second look"));
        assert!(sure_and(Certainty::Quite, share(0.5)).contains("not all of it"));
    }

    #[test]
    fn nothing_speaks_of_loss() {
        for (_, certainty, _) in Certainty::ALL {
            for share in [0.0, 0.5, 1.0] {
                let words = sure_and(certainty, Score::of_one(share));
                assert!(
                    !["wrong", "lost", "lose", "minus"].iter().any(|word| words.contains(word)),
                    "{words}"
                );
            }
        }
    }
}
