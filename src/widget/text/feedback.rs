//! What is said once an answer was checked, of each part of it.

use super::message::messages;
use super::{FALSE, TRUE, Words, labelled, quoted};

messages! {
    /// Headline of the feedback to an answer: all of it is right.
    CORRECT = "correct": "Correct";
    /// The same where some of it is right.
    PARTLY = "partly": "Partly correct";
    /// The same where none of it is right. Calm and kind; never “Wrong!”.
    NOT_THIS_TIME = "not-this-time": "Not this time, here is why";
    /// Button after an answer that was not right, where another attempt is open.
    ANSWER_AGAIN = "answer-again": "Try this question again";
    /// Button beside it: gives up and shows the right answer.
    SHOW_ANSWER = "show-answer": "Show the answer";
    /// Instead of such a headline, where learners wrote a text of their own.
    COMPARE = "reflection.compare": "Compare your answer";
    /// Below it. No full stop: it stands where points stand, and before a full stop when read aloud.
    NOT_SCORED = "reflection.not-scored": "No points: you judge this one for yourself";
    /// The same in a list of answers.
    OWN_ANSWER = "reflection.own": "Your own answer";
    /// Heading of an answer to compare one’s own with.
    MODEL = "reflection.model": "A model answer";
    /// Above check boxes: what a good answer has in it.
    WHAT_IS_IN_IT = "reflection.checks": "What is in your answer?";
    /// The same on paper.
    LOOK_FOR = "reflection.look-for": "What to look for";
    /// Of one of them, as the learner marked it: it is there.
    IN_IT = "reflection.in-it": "In your answer";
    /// Of one of them: the learner did not mark it.
    NOT_MARKED = "reflection.not-marked": "Not marked";
    /// In the list of answers: this one was not right.
    NOT_RIGHT = "not-right-yet": "Not right yet";
    /// Headline where an answer was not right and another attempt is open. Begins like not-this-time.
    NOT_YET = "not-yet": "Not this time";
    /// A sentence after what is said of such an answer.
    HINT_MAY_HELP = "hint.may-help": "The hint above may help.";
    /// Label of what the learner answered; also of a field to type in.
    YOURS = "yours": "Your answer";
    /// On an option: the learner chose it, and it is right.
    YOURS_RIGHT = "yours.right": "Your answer: right";
    /// On an option: the learner chose it, and it is not right.
    YOURS_NOT_RIGHT = "yours.not-right": "Your answer: not right";
    /// On an option: it is right, and the learner did not choose it.
    RIGHT_ANSWER = "right-answer": "Right answer";
    /// What opens why the other options are not right.
    OTHER_OPTIONS = "other-options": "Why not the others?";
    /// What opens why what belongs together does.
    RIGHT_PAIRS = "right-pairs": "Why the right ones fit";
    /// Beside a gap or in a list: this is not right.
    NOT_RIGHT_HERE = "not-right": "Not right";
    /// Before steps in the right order.
    RIGHT_ORDER = "right-order": "The right order:";
    /// What opens a list of links to where it is known from.
    SOURCES = "sources": "Sources";
    /// Feedback to a true-false question.
    STATEMENT_TRUE = "statement.true": "The statement is true.";
    /// Feedback to a true-false question.
    STATEMENT_FALSE = "statement.false": "The statement is false.";
    /// Before a true statement in place of the false one.
    RATHER = "statement.rather": "What is true instead:";
    /// On the first of some steps that were put in order.
    FIRST_STEP_RIGHT = "order.first-right": "Right first step";
    /// See order.first-right.
    FIRST_STEP_NOT = "order.first-not": "Not the first step";
    /// On another of them: it comes right after the one before it.
    NEXT_STEP_RIGHT = "order.next-right": "Right next step";
    /// See order.next-right.
    NEXT_STEP_NOT = "order.next-not": "Not the next step";
    /// In the right order: a step and its place. The learner had it there too, or gave none.
    STEP = "order.step": "Step {place}";
    /// The same where the learner put it elsewhere.
    STEP_PUT_AT = "order.step-put-at": "Step {place} (you put it at {given})";
    /// What was answered to a true-false question, or what is right: “True, because: it is so”.
    BECAUSE = "true-false.because": "{verdict}, because: {reason}";
    /// After a word that was typed with a slip.
    CLOSE = "close": "Close: check the spelling. It is written “{word}”.";
    /// After a link in the list of sources. {day} is a date such as 2026-03-09.
    CHECKED_ON = "source.checked": "(checked {day})";
    /// In the list of answers: how many rows or gaps were right. Also how many answers of some were right.
    RIGHT_OF = "right-of": "{right} of {number} right";
}

/// Whether the step at a place is the one that should be there, after the one before it.
pub fn in_place(place: usize, is_right: bool) -> Words {
    match (place, is_right) {
        (0, true) => FIRST_STEP_RIGHT,
        (0, false) => FIRST_STEP_NOT,
        (_, true) => NEXT_STEP_RIGHT,
        (_, false) => NEXT_STEP_NOT,
    }
}

/// The right place of a step, and where the learner put it. Places count from 0.
pub fn step(place: usize, given: Option<usize>) -> String {
    match given.filter(|given| *given != place) {
        Some(given) => STEP_PUT_AT.with(&[(place + 1).into(), (given + 1).into()]),
        None => STEP.with(&[(place + 1).into()]),
    }
}

pub fn typed(text: &str) -> String {
    labelled(YOURS, &quoted(text))
}

pub fn close(word: &str) -> String {
    CLOSE.with(&[word.into()])
}

/// What a learner gave to a true-false question, or what is right.
pub fn judged(verdict: Option<bool>, reason: &str) -> String {
    match verdict.map(|is_true| if is_true { TRUE } else { FALSE }) {
        Some(verdict) if reason.is_empty() => verdict.with(&[]),
        Some(verdict) => BECAUSE.with(&[verdict.into(), reason.into()]),
        None => reason.to_owned(),
    }
}

pub fn pairs_right(n: usize, total: usize) -> String {
    RIGHT_OF.with(&[n.into(), total.into()])
}

pub fn checked_on(day: &str) -> String {
    format!(" {}", CHECKED_ON.with(&[day.into()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_steps_count_from_one_for_people() {
        assert_eq!(
            [step(0, Some(2)), step(0, Some(0)), step(0, None)],
            ["Step 1 (you put it at 3)", "Step 1", "Step 1"]
        );
        let said = |place| [true, false].map(|is_right| in_place(place, is_right).english());
        assert_eq!(said(0), ["Right first step", "Not the first step"]);
        assert_eq!(said(2), ["Right next step", "Not the next step"]);
    }
}
