//! Every word of the interface, in English.

mod cards;
mod certainty;
mod dates;
mod exam;
mod outcome;
mod paper;
mod progress;

pub use cards::*;
pub use certainty::*;
pub use dates::*;
pub use exam::*;
pub use outcome::{again, announce, hint, outcome, position, short_verdict, so_far, verdict, verdict_so_far};
pub use paper::*;
pub use progress::*;

use crate::quiz::bank::json::decimal;
use crate::quiz::{Kind, Score};
use crate::widget::load::LoadError;
use crate::widget::stage::Notice;

pub const START: &str = "Start";
pub const CONTINUE: &str = "Continue";
pub const START_AGAIN: &str = "Start again";
pub const CHECK_ANSWER: &str = "Check answer";
pub const NEXT_QUESTION: &str = "Next question";
pub const SEE_RESULTS: &str = "See results";
pub const TRY_AGAIN: &str = "Try again";
pub const ANSWER_AGAIN: &str = "Try this question again";
pub const SHOW_ANSWER: &str = "Show the answer";
pub const BACK: &str = "Back";
pub const FORGET: &str = "Forget my progress";
pub const CONTINUE_HERE: &str = "Continue here";

pub const LOADING: &str = "Loading the quiz…";
pub const HOW_MANY: &str = "How many questions?";
/// A length that follows from the answers.
pub const AS_MANY: &str = "As many as it takes";
pub const WHICH_TOPICS: &str = "Choose some, or none to practise all of them.";
pub const ABOUT: &str = "About this quiz";
pub const KEPT: &str =
    "Your answers stay in this browser, on this device, so that you can come back to them.";
pub const NOT_KEPT: &str = "Your answers stay in this page and are gone when you close it.";

pub const WELCOME_BACK: &str = "Welcome back";

pub const PROGRESS: &str = "Questions answered";
pub const SCENARIO: &str = "The situation";
pub const HINT: &str = "Hint";
pub const TRUE: &str = "True";
pub const FALSE: &str = "False";
pub const WHY: &str = "Why? Choose the best reason.";
pub const TRUE_OR_FALSE: &str = "Is this true or false?";
pub const SELECT_ALL: &str = "Select every one that fits.";
pub const CHOOSE_FIRST: &str = "Choose an answer first.";
pub const CHOOSE_BOTH: &str = "Choose true or false, and a reason.";
pub const MOVE_STEPS: &str = "Move each step to its place.";
pub const MOVE_FIRST: &str = "Move the steps first. They are not in order yet.";
pub const MATCH_EACH: &str = "Choose a match for each.";
pub const MATCH_AND_REUSE: &str = "Choose a match for each. One may fit several times.";
/// After one of them, where there is room for lines.
pub const DRAW: &str = " Or draw a line to it; click a line to take it back.";
pub const NO_MATCH: &str = "no match";
pub const CHOOSE: &str = "Choose…";
/// After a response that another premise has.
pub const USED: &str = " (used)";
pub const CHOOSE_PLACE: &str = "Choose a place in the picture, or its name below it.";
pub const CHOOSE_IN_ROWS: &str = "Choose one in each row.";
pub const TYPE_FIRST: &str = "Type an answer first.";
pub const NUMBER_FIRST: &str = "Type a number first.";
pub const FILL_GAPS: &str = "Fill in every gap first.";
pub const FILL_GAPS_AND_NUMBERS: &str = "Fill in every gap first, with a number where one is asked for.";
pub const WRITE_FIRST: &str = "Write an answer first.";
/// Read where a gap is seen.
pub const BLANK: &str = "blank";
pub const CONTENT_NOTE: &str = "This question touches on a hard subject. You can skip it.";
pub const SKIP: &str = "Skip this question";
pub const TERMS: &str = "Words used here";
pub const TRANSCRIPT: &str = "Transcript";

pub const CORRECT: &str = "Correct";
pub const PARTLY: &str = "Partly correct";
pub const NOT_THIS_TIME: &str = "Not this time, here is why";
/// Instead of a verdict on a reflection.
pub const COMPARE: &str = "Compare your answer";
pub const NOT_SCORED: &str = "No points: you judge this one for yourself";
/// The same in a list of answers.
pub const OWN_ANSWER: &str = "Your own answer";
pub const MODEL: &str = "A model answer";
pub const WHAT_IS_IN_IT: &str = "What is in your answer?";
/// The same on paper.
pub const LOOK_FOR: &str = "What to look for";
/// Of something to look for, as the learner marked it.
pub const IN_IT: &str = "In your answer";
/// See [`IN_IT`].
pub const NOT_MARKED: &str = "Not marked";
pub const NOTHING_SCORED: &str = "Nothing here is scored.";
pub const NOT_RIGHT: &str = "Not right yet";
pub const NOT_YET: &str = "Not this time";
pub const HINT_MAY_HELP: &str = " The hint above may help.";
pub const YOURS: &str = "Your answer";
pub const YOURS_RIGHT: &str = "Your answer: right";
pub const YOURS_NOT_RIGHT: &str = "Your answer: not right";
pub const RIGHT_ANSWER: &str = "Right answer";
pub const OTHER_OPTIONS: &str = "Why not the others?";
pub const RIGHT_PAIRS: &str = "Why the right ones fit";
/// Beside a gap.
pub const NOT_RIGHT_HERE: &str = "Not right";
pub const RIGHT_ORDER: &str = "The right order:";
pub const SOURCES: &str = "Sources";
pub const EXPLANATIONS_COMING: &str = "The explanations are on their way…";
pub const NO_EXPLANATIONS: &str =
    "The explanations could not be loaded. You can go on; your answers are not lost.";
pub const MORE_COMING: &str = "Loading…";
pub const NO_MORE: &str = "This part of the quiz could not be loaded. Your answers are not lost.";
pub const STATEMENT_TRUE: &str = "The statement is true.";
pub const STATEMENT_FALSE: &str = "The statement is false.";
pub const RATHER: &str = "What is true instead:";

pub const RESULTS: &str = "Your results";
pub const BY_TOPIC: &str = "By topic";
pub const STUDY_NEXT: &str = "What to study next";
pub const NOTHING_MISSED: &str =
    "You earned every point in this set. Try other topics, or come back to these in a few days.";
pub const TOLD_ENOUGH: &str = "It ended here because your answers tell enough about each topic.";
pub const REVIEW: &str = "Your answers";
pub const NOT_ANSWERED: &str = "Not answered";
pub const ONLY_PRACTICE: &str = "This is practice. It does not tell how an exam would go.";

pub const ALL: &str = "All";
pub const MISSED: &str = "Missed";
pub const WHICH_ANSWERS: &str = "Show";
pub const YOU: &str = "You";
pub const RIGHT: &str = "Right";
pub const PREMISE: &str = "What to match";
pub const ROW: &str = "Row";
pub const GAP: &str = "Gap";
/// Between answers of which each is right.
pub const OR: &str = " or ";
/// Between options that are right together.
pub const AND: &str = "; ";

pub const NOT_LOADED: &str = "The quiz could not be loaded";
pub const FOR_THE_OWNER: &str = "Details for the owner of this page";

pub fn questions(n: usize) -> String {
    if n == 1 { "1 question".to_owned() } else { format!("{n} questions") }
}

pub fn all(n: usize) -> String {
    format!("All {n}")
}

pub fn topics_chosen(n: usize, total: usize) -> String {
    if n == 0 || n == total { format!("Topics: all {total}") } else { format!("Topics: {n} of {total}") }
}

pub fn question_of(position: usize, total: usize, is_at_most: bool) -> String {
    let at_most = if is_at_most { "at most " } else { "" };
    format!("Question {} of {at_most}{total}", position + 1)
}

pub fn shared_by(first: usize, last: usize) -> String {
    let to = if first + 1 == last { "and" } else { "to" };
    format!("for questions {} {to} {}", first + 1, last + 1)
}

pub fn answered_of(n: usize, total: usize) -> String {
    format!("You have answered {n} of {}. Go on where you stopped?", questions(total))
}

pub fn select(n: usize) -> String {
    let number = match n {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        _ => return format!("Select {n}."),
    };
    format!("Select {number}.")
}

/// What is said when an answer is to be checked before there is one.
pub fn nudge(kind: &Kind) -> &'static str {
    match kind {
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) | Kind::Hotspot(_) => CHOOSE_FIRST,
        Kind::TrueFalse(_) => CHOOSE_BOTH,
        Kind::Ordering(_) => MOVE_FIRST,
        Kind::Matching(_) => MATCH_EACH,
        Kind::FillIn(_) => TYPE_FIRST,
        Kind::Grid(_) => CHOOSE_IN_ROWS,
        Kind::Numeric(_) => NUMBER_FIRST,
        Kind::Cloze(kind) if kind.gaps().iter().any(|gap| matches!(gap.kind, Kind::Numeric(_))) => {
            FILL_GAPS_AND_NUMBERS
        }
        Kind::Cloze(_) => FILL_GAPS,
        Kind::Reflection(_) => WRITE_FIRST,
    }
}

/// “0.75 of 1 point”.
pub fn points(score: Score) -> String {
    let noun = if score.possible == 1.0 { "point" } else { "points" };
    format!("{} of {} {noun}", number(score.earned), number(score.possible))
}

pub fn earned(score: Score) -> String {
    if !score.is_counted() {
        return NOTHING_SCORED.to_owned();
    }
    // All is 100 %, and nothing less is.
    let percent = if score.is_full() { 100.0 } else { score.percent().round().min(99.0) };
    format!("You earned {} ({}%).", points(score), decimal(percent))
}

/// Whether the step at a place is the one that should be there, after the one before it.
pub fn in_place(place: usize, is_right: bool) -> &'static str {
    match (place, is_right) {
        (0, true) => "Right first step",
        (0, false) => "Not the first step",
        (_, true) => "Right next step",
        (_, false) => "Not the next step",
    }
}

pub fn move_step(is_up: bool, step: &str) -> String {
    format!("Move {}: {step}", if is_up { "up" } else { "down" })
}

/// What a screen reader is told of a step that was moved. Places count from 0.
pub fn moved(step: &str, place: usize, total: usize) -> String {
    format!("{}, now {} of {total}", step.trim_end_matches('.'), place + 1)
}

/// The right place of a step, and where the learner put it. Places count from 0.
pub fn step(place: usize, given: Option<usize>) -> String {
    match given.filter(|given| *given != place) {
        Some(given) => format!("Step {} (you put it at {})", place + 1, given + 1),
        None => format!("Step {}", place + 1),
    }
}

/// “Your answer: trust”, “Right answer: trust”.
pub fn labelled(label: &str, words: &str) -> String {
    format!("{label}: {words}")
}

/// What a gap is called. Places count from 0.
pub fn gap(label: Option<&str>, place: usize) -> String {
    label.map_or_else(|| format!("Gap {}", place + 1), str::to_owned)
}

/// What a screen reader is told of a gap, with the words around it: “Gap 2 of 4: ask again after …
/// hours”, “Hours, gap 2 of 4: …”. The words of its line are given, and which of them has the gap.
pub fn gap_in(label: Option<&str>, place: usize, total: usize, words: &[&str], at: usize) -> String {
    const NEAR: usize = 5;
    let start = label.map_or_else(|| "Gap".to_owned(), |label| format!("{label}, gap"));
    let mut said = format!("{start} {} of {total}:", place + 1);
    for word in words.iter().take(at + NEAR + 1).skip(at.saturating_sub(NEAR)) {
        said.push(' ');
        said.push_str(word);
    }
    said
}

pub fn typed(text: &str) -> String {
    format!("{YOURS}: “{}”", text.trim_ascii())
}

pub fn close(word: &str) -> String {
    format!("Close: check the spelling. It is written “{word}”.")
}

pub fn answered(n: usize, total: usize) -> String {
    format!("You answered {n} of {}.", questions(total))
}

pub fn target(mark: u32, is_reached: bool) -> String {
    let verdict = if is_reached { "You reached it." } else { "You are on your way." };
    format!("This quiz’s own target is {mark}%. {verdict}")
}

pub fn practise_missed(n: usize) -> String {
    format!("Practise what you missed ({n})")
}

/// With at most two decimals: `0.5`, `7`, `3.33`.
pub fn number(value: f64) -> String {
    decimal((value * 100.0).round() / 100.0)
}

/// What a learner gave to a true-false question, or what is right.
pub fn judged(verdict: Option<bool>, reason: &str) -> String {
    match verdict.map(|is_true| if is_true { TRUE } else { FALSE }) {
        Some(verdict) if reason.is_empty() => verdict.to_owned(),
        Some(verdict) => format!("{verdict}, because: {reason}"),
        None => reason.to_owned(),
    }
}

pub fn pairs_right(n: usize, total: usize) -> String {
    format!("{n} of {total} right")
}

pub fn quoted(words: &str) -> String {
    format!("“{}”", words.trim_ascii())
}

pub fn missed(n: usize) -> String {
    format!("{MISSED} ({n})")
}

pub fn failure(error: &LoadError) -> String {
    match error {
        LoadError::Network(_) => "No answer came. Check your connection, then try again.".to_owned(),
        LoadError::Timeout(_) => "The server took too long to answer. Try again in a moment.".to_owned(),
        LoadError::Status(404, _) => "The questions are not where this page looks for them.".to_owned(),
        LoadError::Status(status, _) => {
            format!("The server answered with an error ({status}). Try again in a moment.")
        }
        LoadError::Unreadable(_) => "The questions came, but they could not be read.".to_owned(),
    }
}

pub fn checked_on(day: &str) -> String {
    format!(" (checked {day})")
}

pub fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::NotSaved => {
            "This browser does not let the quiz save your progress. You can go on; it is gone when you close the page."
        }
        Notice::Unreadable => "Saved progress was found but could not be read, so the quiz begins anew.",
        Notice::Newer => {
            "A newer version of this quiz saved your progress. It is left as it is, and nothing is saved here."
        }
        Notice::OtherTab => "You went on with this quiz in another tab. Answers in this one are not saved.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (value, text) in
            [(0.0, "0"), (0.5, "0.5"), (7.0, "7"), (10.0 / 3.0, "3.33"), (2.0 / 3.0, "0.67"), (0.999, "1")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn nouns_agree_with_their_number() {
        let score = |earned, possible| points(Score { earned, possible });
        assert_eq!(score(0.0, 1.0), "0 of 1 point");
        assert_eq!(score(0.75, 1.0), "0.75 of 1 point");
        assert_eq!(score(1.0, 2.0), "1 of 2 points");
        assert_eq!([questions(0), questions(1), questions(2)], ["0 questions", "1 question", "2 questions"]);
    }

    #[test]
    fn percent_are_whole() {
        assert_eq!(earned(Score { earned: 2.0, possible: 3.0 }), "You earned 2 of 3 points (67%).");
        assert_eq!(earned(Score { earned: 0.0, possible: 1.0 }), "You earned 0 of 1 point (0%).");
        assert_eq!(earned(Score::default()), NOTHING_SCORED);
    }

    #[test]
    fn small_numbers_are_words() {
        assert_eq!([2, 5, 6].map(select), ["Select two.", "Select five.", "Select 6."]);
    }

    #[test]
    fn places_count_from_one_for_people() {
        assert_eq!([moved("Pour.", 1, 3), moved("Pour", 0, 3)], ["Pour, now 2 of 3", "Pour, now 1 of 3"]);
        assert_eq!(
            [step(0, Some(2)), step(0, Some(0)), step(0, None)],
            ["Step 1 (you put it at 3)", "Step 1", "Step 1"]
        );
        assert_eq!(
            [true, false].map(|is_right| in_place(0, is_right)),
            ["Right first step", "Not the first step"]
        );
        assert_eq!(
            [true, false].map(|is_right| in_place(2, is_right)),
            ["Right next step", "Not the next step"]
        );
        assert_eq!([true, false].map(|is_up| move_step(is_up, "X")), ["Move up: X", "Move down: X"]);
    }

    #[test]
    fn a_gap_is_told_by_the_words_around_it() {
        assert_eq!([gap(None, 1), gap(Some("Owner"), 1)], ["Gap 2", "Owner"]);
        let words: Vec<_> = "one two three four five six …, seven eight".split(' ').collect();
        assert_eq!(gap_in(None, 1, 4, &words, 6), "Gap 2 of 4: two three four five six …, seven eight");
        assert_eq!(gap_in(Some("Owner"), 1, 4, &["…"], 0), "Owner, gap 2 of 4: …");
    }

    #[test]
    fn a_missing_file_is_told_apart_from_an_error_of_the_server() {
        let status = |code| failure(&LoadError::Status(code, String::new()));
        assert!(status(404).contains("not where this page looks"));
        assert!(status(503).contains("(503)"));
    }
}
