//! What is said of cards: on either side of one, and of all of them in the end.

use crate::quiz::memory::rating::Rating;
use crate::quiz::session::report::Report;

pub const TURN: &str = "Turn the card";
pub const THINK_FIRST: &str = "Think of your answer, then turn the card.";
pub const ABOUT_CARDS: &str =
    "Think of your answer, turn the card, and say how well you knew it. Nothing is scored.";
/// Of a statement.
pub const TRUE_AND_WHY: &str = "Is this true or false, and why?";
/// What can be chosen from, one tap away.
pub const CHOICES: &str = "See what to choose from";
pub const ANSWER_SIDE: &str = "The answer";
pub const HOW_WELL: &str = "How well did you know it?";
pub const OR_SWIPE: &str = "Or swipe the card. It says what letting go would mean.";
pub const NEXT_CARD: &str = "Next card";
pub const YOUR_CARDS: &str = "Your cards";
pub const NOT_RATED: &str = "Not rated";

/// How well a card was known, as the learner says it.
pub fn rating(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "Not yet",
        Rating::Hard => "With effort",
        Rating::Good => "I knew it",
        Rating::Easy => "Easily",
    }
}

/// “You said: I knew it”.
pub fn you_said(given: Rating) -> String {
    super::labelled("You said", rating(given))
}

/// The position counts from 0.
pub fn card_of(position: usize, total: usize) -> String {
    format!("Card {} of {total}", position + 1)
}

/// Of rows, before what each of them is to be matched with.
pub const FOR_EACH: &str = "For each, one of these:";

/// What a number stands for.
pub fn in_unit(unit: &str) -> String {
    super::labelled("Unit", unit)
}

/// “You knew 6 of 9. 2 with effort, 1 not yet.” Cards that were not rated are not among them.
pub fn knew(report: &Report) -> String {
    let n = |which: &[Rating]| {
        let is_one = |rating: &Rating| which.contains(rating);
        report.answers.iter().filter_map(|answer| answer.rating).filter(is_one).count()
    };
    let (n_hard, n_again) = (n(&[Rating::Hard]), n(&[Rating::Again]));
    let mut words = format!("You knew {} of {}.", n(&[Rating::Good, Rating::Easy]), report.n_answered());
    match (n_hard, n_again) {
        (0, 0) => {}
        (0, _) => words += &format!(" {n_again} not yet."),
        (_, 0) => words += &format!(" {n_hard} with effort."),
        (_, _) => words += &format!(" {n_hard} with effort, {n_again} not yet."),
    }
    words
}

/// Where not all were.
pub fn rated(n: usize, total: usize) -> String {
    format!("You rated {n} of {total} cards.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Score;
    use crate::quiz::calibration::Calibration;
    use crate::quiz::id::Id;
    use crate::quiz::session::report::{Answer, Millis};

    #[test]
    fn what_was_known_is_told_of_the_cards_that_were_rated() {
        use Rating::{Again, Easy, Good, Hard};
        let said = |ratings: &[Option<Rating>]| {
            let answer = |rating: &Option<Rating>| Answer {
                question: Id::parse("q").unwrap(),
                response: None,
                score: Score::default(),
                attempts: Vec::new(),
                is_flagged: false,
                rating: *rating,
            };
            let report = Report {
                score: Score::default(),
                passed: None,
                duration: Millis::default(),
                topics: Vec::new(),
                answers: ratings.iter().map(answer).collect(),
                calibration: Calibration::default(),
            };
            knew(&report)
        };
        for (ratings, words) in [
            (&[Some(Good), Some(Easy)][..], "You knew 2 of 2."),
            (&[Some(Good), Some(Hard), None], "You knew 1 of 2. 1 with effort."),
            (&[Some(Again)], "You knew 0 of 1. 1 not yet."),
            (&[Some(Again), Some(Hard), Some(Hard)], "You knew 0 of 3. 2 with effort, 1 not yet."),
            (&[None], "You knew 0 of 0."),
        ] {
            assert_eq!(said(ratings), words);
        }
    }
}
