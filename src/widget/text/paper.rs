//! What is said on paper: worksheets and answer keys.

use super::{STAND, questions};
use crate::widget::stage::{Page, Paper};

pub const PRINT: &str = "Print";
pub const ON_PAPER: &str = "On paper: a worksheet to write on, or the same questions with their answers.";
pub const WORKSHEET: &str = "Worksheet";
pub const ANSWER_KEY: &str = "Answer key";
pub const STUDY_SHEET: &str = "Study sheet";
pub const PARTICIPATION: &str = "Record of participation";
pub const QUIZ: &str = "Quiz";
pub const BEGUN: &str = "Begun";
pub const TIME_SPENT: &str = "Time spent";
pub const SELF_REPORTED: &str = "This record is self-reported. The quiz ran in a browser, without an account: nobody checked who answered, or how. It was practice, and says nothing of an exam.";
pub const NAME: &str = "Name";
pub const DATE: &str = "Date";
pub const ANSWER: &str = "Answer:";
pub const NUMBER_STEPS: &str = "Number the steps in the right order.";
pub const WRITE_LETTERS: &str = "Write the letter of its match before each.";
pub const REUSE_LETTERS: &str = "Write the letter of its match before each. A letter may fit several times.";
pub const NUMBER_OF_PLACE: &str = "Number of the right place:";
pub const TICK_IN_ROWS: &str = "Tick one in each row.";
pub const REFERENCES: &str = "References";

/// The heading of a page.
pub fn page(page: Page) -> &'static str {
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
        Page::Paper(_) => format!("{}, {}", page(what), questions(n_questions)),
        Page::Study | Page::Participation | Page::Progress => page(what).to_owned(),
    }
}

/// How many questions are on paper, and the number that a worksheet and its key share.
pub fn drawn(n_questions: usize, seed: u32) -> String {
    format!("{}, no. {seed}", questions(n_questions))
}

/// A quiz and its version, where it has one.
pub fn edition(title: &str, version: &str) -> String {
    if version.is_empty() { title.to_owned() } else { format!("{title}, version {version}") }
}

/// “1.” Places count from 0.
pub fn place(place: usize) -> String {
    format!("{}.", place + 1)
}

/// “1. Warm the pot.”
pub fn numbered(at: usize, words: &str) -> String {
    format!("{} {words}", place(at))
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
