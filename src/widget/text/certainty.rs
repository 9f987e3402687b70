//! What is said of how sure learners are: calm, for themselves, and never as a loss.

use super::message::messages;
use super::{Value, Words};
use crate::quiz::Score;
use crate::quiz::calibration::{Calibration, Certainty};

messages! {
    /// Legend above three radio buttons, below the options of a question.
    HOW_SURE = "sure.how": "How sure are you?";
    /// Below them.
    ONLY_FOR_YOU = "sure.only-for-you": "Only for yourself: it changes no points, and you may leave it out.";
    /// Heading in the results.
    HOW_SURE_YOU_WERE = "sure.results": "How sure you were";
    /// Heading of a column: how many answers were right.
    RIGHT_ANSWERS = "sure.right": "Right";
    /// Heading of a column: how many answers were not right.
    OTHER_ANSWERS = "sure.not-right": "Not right";
    /// Heading of a column with bars.
    HOW_OFTEN_RIGHT = "sure.share": "How often right";
    /// Below the table.
    HOW_TO_READ = "sure.how-to-read": "A bar shows how often you were right. The line above it shows where that fits: quite sure above 80%, fairly sure from 67% to 80%, not sure below that. This is only for yourself and changes no points.";
    /// Radio button, and in tables: how sure the learner is.
    UNSURE = "sure.unsure": "Not sure";
    /// See sure.unsure.
    FAIRLY = "sure.fairly": "Fairly sure";
    /// See sure.unsure.
    QUITE = "sure.quite": "Quite sure";
    /// In the list of answers.
    WERE_UNSURE = "sure.were-unsure": "You were not sure.";
    /// In the list of answers.
    WERE_FAIRLY = "sure.were-fairly": "You were fairly sure.";
    /// In the list of answers.
    WERE_QUITE = "sure.were-quite": "You were quite sure.";
    /// Feedback to an answer: calm, never as a loss or a reproach. The same for all from here to sure.unsure-wrong.
    QUITE_RIGHT = "sure.quite-right": "You were quite sure, and right.";
    /// See sure.quite-right.
    FAIRLY_RIGHT = "sure.fairly-right": "You were fairly sure, and right.";
    /// See sure.quite-right.
    UNSURE_RIGHT = "sure.unsure-right": "You were not sure, and it was right: the reasons make it firmer.";
    /// See sure.quite-right.
    QUITE_WRONG = "sure.quite-wrong": "You were quite sure of another answer: worth a second look.";
    /// See sure.quite-right.
    QUITE_PARTLY = "sure.quite-partly": "You were quite sure, and not all of it is right: worth a second look.";
    /// See sure.quite-right.
    FAIRLY_WRONG = "sure.fairly-wrong": "You were fairly sure of another answer. It helps to find out what led there.";
    /// See sure.quite-right.
    FAIRLY_PARTLY = "sure.fairly-partly": "You were fairly sure, and not all of it is right. It helps to find out what led there.";
    /// See sure.quite-right.
    UNSURE_WRONG = "sure.unsure-wrong": "You were not sure, and rightly so: here is something to learn.";
    /// In the results: learners were less often right than they felt.
    JUDGE_QUITE = "sure.judge-quite": "When you feel quite sure, a second look pays.";
    /// See sure.judge-quite.
    JUDGE_FAIRLY = "sure.judge-fairly": "When you feel fairly sure, a second look pays.";
    /// In the results.
    JUDGE_LOW = "sure.judge-low": "You know more than you think: many answers were right that you were not sure of.";
    /// In the results.
    JUDGE_FEW = "sure.judge-few": "So few answers tell little yet.";
    /// In the results.
    JUDGE_WELL = "sure.judge-well": "You judge yourself well.";
    /// What a screen reader is told of a bar: “71% right”. {percent} comes with its sign.
    PERCENT_RIGHT = "sure.percent-right": "{percent} right";
}

/// How sure, in the words of the learner.
pub fn certainty(certainty: Certainty) -> Words {
    match certainty {
        Certainty::Unsure => UNSURE,
        Certainty::Fairly => FAIRLY,
        Certainty::Quite => QUITE,
    }
}

/// The same in a list of answers.
pub fn you_were(certainty: Certainty) -> Words {
    match certainty {
        Certainty::Unsure => WERE_UNSURE,
        Certainty::Fairly => WERE_FAIRLY,
        Certainty::Quite => WERE_QUITE,
    }
}

/// What it means that somebody was so sure of an answer that came to this.
pub fn sure_and(certainty: Certainty, grade: Score) -> Words {
    match (certainty, grade.is_full(), grade.is_zero()) {
        (Certainty::Quite, true, _) => QUITE_RIGHT,
        (Certainty::Fairly, true, _) => FAIRLY_RIGHT,
        (Certainty::Unsure, true, _) => UNSURE_RIGHT,
        (Certainty::Quite, false, true) => QUITE_WRONG,
        (Certainty::Quite, false, false) => QUITE_PARTLY,
        (Certainty::Fairly, false, true) => FAIRLY_WRONG,
        (Certainty::Fairly, false, false) => FAIRLY_PARTLY,
        (Certainty::Unsure, false, _) => UNSURE_WRONG,
    }
}

/// What a screen reader is told of a bar: “71% right”.
pub fn percent_right(percent: f64) -> String {
    PERCENT_RIGHT.with(&[Value::Percent(percent)])
}

/// What can be said of how well a learner judges. A few answers of a step tell nothing of it.
pub fn judged_well(calibration: &Calibration) -> Words {
    const TELLING: u32 = 5;
    let share = |certainty| {
        let [right, wrong] = calibration.n(certainty);
        (right + wrong >= TELLING).then(|| f64::from(right) / f64::from(right + wrong))
    };
    let shares = Certainty::ALL.map(|(_, certainty, _)| share(certainty));
    match shares {
        [_, _, Some(quite)] if quite < 0.8 => JUDGE_QUITE,
        [_, Some(fairly), _] if fairly < 0.67 => JUDGE_FAIRLY,
        [Some(unsure), ..] if unsure > 0.67 => JUDGE_LOW,
        [None, None, None] => JUDGE_FEW,
        _ => JUDGE_WELL,
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
            assert_eq!(judged_well(&calibration(counts)).english(), words, "{counts:?}");
        }
    }

    #[test]
    fn sure_and_right_is_told_from_sure_and_wrong() {
        let share = |share| Score::of_one(share);
        assert_eq!(sure_and(Certainty::Quite, share(1.0)).english(), "You were quite sure, and right.");
        assert!(
            sure_and(Certainty::Quite, share(0.0))
                .english()
                .contains("of another answer: worth a second look")
        );
        assert!(sure_and(Certainty::Quite, share(0.5)).english().contains("not all of it"));
    }

    #[test]
    fn nothing_speaks_of_loss() {
        for (_, certainty, _) in Certainty::ALL {
            for share in [0.0, 0.5, 1.0] {
                let words = sure_and(certainty, Score::of_one(share)).english();
                assert!(
                    !["wrong", "lost", "lose", "minus"].iter().any(|word| words.contains(word)),
                    "{words}"
                );
            }
        }
    }
}
