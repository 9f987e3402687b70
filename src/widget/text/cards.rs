//! What is said of cards: on either side of one, and of all of them in the end.

use super::message::messages;
use super::{SENTENCES, Words, joined, labelled};
use crate::quiz::memory::rating::Rating;
use crate::quiz::session::report::Report;

messages! {
    /// Button: shows the other side of a flash card, with the answer.
    TURN = "cards.turn": "Turn the card";
    /// Below it.
    THINK_FIRST = "cards.think": "Think of your answer, then turn the card.";
    /// On the start screen.
    ABOUT_CARDS = "cards.about": "Think of your answer, turn the card, and say how well you knew it. Nothing is scored.";
    /// On a card with a statement.
    TRUE_AND_WHY = "cards.true-and-why": "Is this true or false, and why?";
    /// What opens the options of the question on a card.
    CHOICES = "cards.choices": "See what to choose from";
    /// Heading of the other side.
    ANSWER_SIDE = "cards.answer": "The answer";
    /// Above four buttons, from cards.again to cards.easy.
    HOW_WELL = "cards.how-well": "How well did you know it?";
    /// Below them, for touch screens.
    OR_SWIPE = "cards.swipe": "Or swipe the card. It says what letting go would mean.";
    /// Button.
    NEXT_CARD = "cards.next": "Next card";
    /// Heading of the list of cards in the results.
    YOUR_CARDS = "cards.list": "Your cards";
    /// Of a card in that list.
    NOT_RATED = "cards.not-rated": "Not rated";
    /// On a card, above rows and what to choose from for each.
    FOR_EACH = "cards.for-each": "For each, one of these:";
    /// Button: how well the card was known. Not at all, so it comes again soon.
    AGAIN = "cards.again": "Not yet";
    /// See cards.again. It took long, or was hard to remember.
    HARD = "cards.hard": "With effort";
    /// See cards.again.
    GOOD = "cards.good": "I knew it";
    /// See cards.again.
    EASY = "cards.easy": "Easily";
    /// Before one of these four.
    YOU_SAID = "cards.you-said": "You said";
    /// Above a card.
    CARD_OF = "cards.card-of": "Card {place} of {number}";
    /// On a card that asks for a number: in which unit.
    UNIT = "cards.unit": "Unit";
    /// The result. Cards that were known with effort, or not yet, are told after it.
    KNEW = "cards.knew": "You knew {known} of {number}.";
    /// After cards.knew.
    KNEW_HARD = "cards.knew-hard": "{number} with effort.";
    /// After cards.knew.
    KNEW_NOT = "cards.knew-not": "{number} not yet.";
    /// After cards.knew. Both are numbers of cards.
    KNEW_HARD_AND_NOT = "cards.knew-both": "{hard} with effort, {not} not yet.";
    /// In the results, where not all cards were rated. {n} counts all cards.
    RATED = "cards.rated": one "You rated {rated} of {n} card.", other "You rated {rated} of {n} cards.";
}

/// How well a card was known, as the learner says it.
pub fn rating(rating: Rating) -> Words {
    match rating {
        Rating::Again => AGAIN,
        Rating::Hard => HARD,
        Rating::Good => GOOD,
        Rating::Easy => EASY,
    }
}

/// “You said: I knew it”.
pub fn you_said(given: Rating) -> String {
    labelled(YOU_SAID, rating(given))
}

/// The position counts from 0.
pub fn card_of(position: usize, total: usize) -> String {
    CARD_OF.with(&[(position + 1).into(), total.into()])
}

/// What a number stands for.
pub fn in_unit(unit: &str) -> String {
    labelled(UNIT, unit)
}

/// “You knew 6 of 9. 2 with effort, 1 not yet.” Cards that were not rated are not among them.
pub fn knew(report: &Report) -> String {
    let n = |which: &[Rating]| {
        let is_one = |rating: &Rating| which.contains(rating);
        report.answers.iter().filter_map(|answer| answer.rating).filter(is_one).count()
    };
    let (n_hard, n_again) = (n(&[Rating::Hard]), n(&[Rating::Again]));
    let mut words = vec![KNEW.with(&[n(&[Rating::Good, Rating::Easy]).into(), report.n_answered().into()])];
    match (n_hard, n_again) {
        (0, 0) => {}
        (0, _) => words.push(KNEW_NOT.with(&[n_again.into()])),
        (_, 0) => words.push(KNEW_HARD.with(&[n_hard.into()])),
        (_, _) => words.push(KNEW_HARD_AND_NOT.with(&[n_hard.into(), n_again.into()])),
    }
    joined(&words, SENTENCES)
}

/// Where not all were.
pub fn rated(n: usize, total: usize) -> String {
    RATED.count(total, &[n.into()])
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
