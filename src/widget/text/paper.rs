//! What is said on paper: worksheets and answer keys.

use super::message::messages;
use super::{NUMBERED, STAND, Words};
use crate::widget::stage::{Page, Paper};

messages! {
    /// What opens buttons for printing; also a button.
    PRINT = "paper.print": "Print";
    /// Above these buttons.
    ON_PAPER = "paper.about": "On paper: a worksheet to write on, or the same questions with their answers.";
    /// Button, and heading of the page: the questions without answers, to print and to write on.
    WORKSHEET = "paper.worksheet": "Worksheet";
    /// Button, and heading of the page: the questions with the right answers.
    ANSWER_KEY = "paper.answer-key": "Answer key";
    /// Button, and heading of the page: what was not right, with explanations.
    STUDY_SHEET = "paper.study-sheet": "Study sheet";
    /// Button, and heading of the page: when somebody took part, and the score.
    PARTICIPATION = "paper.participation": "Record of participation";
    /// In that record: the name of the quiz.
    QUIZ = "paper.quiz": "Quiz";
    /// In that record: when it was begun.
    BEGUN = "paper.begun": "Begun";
    /// In that record: how long it took.
    TIME_SPENT = "paper.time-spent": "Time spent";
    /// In that record.
    SELF_REPORTED = "paper.self-reported": "This record is self-reported. The quiz ran in a browser, without an account: nobody checked who answered, or how. It was practice, and says nothing of an exam.";
    /// Before a line to write one’s name on.
    NAME = "paper.name": "Name";
    /// Before a line to write the date on.
    DATE = "paper.date": "Date";
    /// Before a line to write on.
    ANSWER = "paper.answer": "Answer:";
    /// Instruction on paper.
    NUMBER_STEPS = "paper.number-steps": "Number the steps in the right order.";
    /// Instruction on paper.
    WRITE_LETTERS = "paper.write-letters": "Write the letter of its match before each.";
    /// Instruction on paper.
    REUSE_LETTERS = "paper.reuse-letters": "Write the letter of its match before each. A letter may fit several times.";
    /// Before a line, below a picture with numbered places.
    NUMBER_OF_PLACE = "paper.number-of-place": "Number of the right place:";
    /// Instruction on paper.
    TICK_IN_ROWS = "paper.tick-in-rows": "Tick one in each row.";
    /// Label before codes of what a question is based on.
    REFERENCES = "paper.references": "References";
    /// On a worksheet. {number} is the same on the answer key that belongs to it.
    DRAWN = "paper.drawn": one "{n} question, no. {number}", other "{n} questions, no. {number}";
    /// Read by a screen reader when a page is shown: “Worksheet, 10 questions”.
    OPENED = "paper.opened": one "{page}, {n} question", other "{page}, {n} questions";
    /// A quiz and its version: “Tea, version 1.2”.
    EDITION = "paper.edition": "{title}, version {version}";
    /// Before a question on paper.
    PLACE = "paper.place": "{place}.";
}

/// The heading of a page.
pub fn page(page: Page) -> Words {
    match page {
        Page::Paper(Paper::Worksheet) => WORKSHEET,
        Page::Paper(Paper::AnswerKey) => ANSWER_KEY,
        Page::Study => STUDY_SHEET,
        Page::Participation => PARTICIPATION,
        Page::Progress => STAND,
    }
}

/// What a screen reader is told when a page is shown.
pub fn opened(what: Page, n_questions: usize) -> String {
    match what {
        Page::Paper(_) => OPENED.count(n_questions, &[page(what).into()]),
        Page::Study | Page::Participation | Page::Progress => page(what).with(&[]),
    }
}

/// How many questions are on paper, and the number that a worksheet and its key share.
pub fn drawn(n_questions: usize, seed: u32) -> String {
    DRAWN.count(n_questions, &[(&seed.to_string()).into()])
}

/// A quiz and its version, where it has one.
pub fn edition(title: &str, version: &str) -> String {
    if version.is_empty() { title.to_owned() } else { EDITION.with(&[title.into(), version.into()]) }
}

/// “1.” Places count from 0.
pub fn place(place: usize) -> String {
    PLACE.with(&[(place + 1).into()])
}

/// “1. Warm the pot.”
pub fn numbered(at: usize, words: &str) -> String {
    NUMBERED.with(&[(at + 1).into(), words.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_paper_places_count_from_one_and_a_number_belongs_to_the_draw() {
        assert_eq!(numbered(0, "Warm the pot."), "1. Warm the pot.");
        assert_eq!(drawn(1, 7), "1 question, no. 7");
        assert_eq!(opened(Page::Paper(Paper::AnswerKey), 2), "Answer key, 2 questions");
    }
}
