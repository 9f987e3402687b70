//! What is said around a question: where it is, what to do, and what is missing.

use super::message::messages;
use super::{QUOTE, Words};
use crate::quiz::Kind;

messages! {
    /// Button below a question: checks the answer that was given.
    CHECK_ANSWER = "check-answer": "Check answer";
    /// Button after an answer was checked.
    NEXT_QUESTION = "next-question": "Next question";
    /// Button after the last answer was checked.
    SEE_RESULTS = "see-results": "See results";
    /// Name of the progress bar, for screen readers.
    PROGRESS = "progress-bar": "Questions answered";
    /// Heading of a case that one or several questions are about.
    SCENARIO = "scenario": "The situation";
    /// What opens the hint of a question.
    HINT = "hint": "Hint";
    /// The statement is true: one of the two answers to a true-false question.
    TRUE = "true": "True";
    /// The statement is false: the other one.
    FALSE = "false": "False";
    /// Above reasons to choose from, below “True” and “False”.
    WHY = "true-false.why": "Why? Choose the best reason.";
    /// Above “True” and “False”.
    TRUE_OR_FALSE = "true-false.which": "Is this true or false?";
    /// Instruction: choose all options that fit, however many they are.
    SELECT_ALL = "select.all": "Select every one that fits.";
    /// Said when “Check answer” is pressed before there is an answer.
    CHOOSE_FIRST = "first.choose": "Choose an answer first.";
    /// The same in a true-false question with reasons.
    CHOOSE_BOTH = "first.both": "Choose true or false, and a reason.";
    /// Instruction: put steps into the right order.
    MOVE_STEPS = "order.instruction": "Move each step to its place.";
    /// Said when “Check answer” is pressed and no step was moved.
    MOVE_FIRST = "first.move": "Move the steps first. They are not in order yet.";
    /// Instruction: each thing on the left has its match on the right. Also said when “Check answer” is pressed before all are matched.
    MATCH_EACH = "match.instruction": "Choose a match for each.";
    /// The same where a match may be chosen several times.
    MATCH_AND_REUSE = "match.reuse": "Choose a match for each. One may fit several times.";
    /// After one of these instructions, where there is room for lines.
    DRAW = "match.draw": "Or draw a line to it; click a line to take it back.";
    /// Read by a screen reader where a line is taken back: “Kettle: no match”.
    NO_MATCH = "match.none": "no match";
    /// First entry of a list where nothing is chosen yet.
    CHOOSE = "choose": "Choose…";
    /// An entry of a list that another row has already.
    USED = "match.used": "{words} (used)";
    /// Instruction above a picture with places to choose.
    CHOOSE_PLACE = "hotspot.instruction": "Choose a place in the picture, or its name below it.";
    /// Instruction above a table with radio buttons.
    CHOOSE_IN_ROWS = "grid.instruction": "Choose one in each row.";
    /// Said when “Check answer” is pressed before anything was typed.
    TYPE_FIRST = "first.type": "Type an answer first.";
    /// The same where a number is asked for.
    NUMBER_FIRST = "first.number": "Type a number first.";
    /// The same in a text with gaps.
    FILL_GAPS = "first.gaps": "Fill in every gap first.";
    /// The same where some gaps ask for a number.
    FILL_GAPS_AND_NUMBERS = "first.gaps-numbers": "Fill in every gap first, with a number where one is asked for.";
    /// The same where a longer text is asked for.
    WRITE_FIRST = "first.write": "Write an answer first.";
    /// Read by a screen reader where a blank line is seen within a sentence: “Tea is made with blank water.”
    BLANK = "blank": "blank";
    /// Before a question on suicide, abuse and the like.
    CONTENT_NOTE = "content-note": "This question touches on a hard subject. You can skip it.";
    /// Button below it.
    SKIP = "skip": "Skip this question";
    /// What opens explanations of words.
    TERMS = "terms": "Words used here";
    /// What opens the words of a recording.
    TRANSCRIPT = "transcript": "Transcript";
    /// Above a question.
    QUESTION_OF = "question.of": "Question {place} of {number}";
    /// The same where there may be fewer.
    QUESTION_OF_AT_MOST = "question.of-at-most": "Question {place} of at most {number}";
    /// Beside “The situation”, where two questions share it. Both are numbers of questions.
    SHARED_BY_TWO = "scenario.two": "for questions {first} and {last}";
    /// The same where more do.
    SHARED_BY_MORE = "scenario.more": "for questions {first} to {last}";
    /// Instruction: how many options to choose. Numbers up to five are words in English.
    SELECT_TWO = "select.two": "Select two.";
    /// See select.two.
    SELECT_THREE = "select.three": "Select three.";
    /// See select.two.
    SELECT_FOUR = "select.four": "Select four.";
    /// See select.two.
    SELECT_FIVE = "select.five": "Select five.";
    /// The same with a number above five. In English it is the same for every number.
    SELECT_N = "select.many": one "Select {n}.", other "Select {n}.";
    /// Name of a button with an arrow, for screen readers.
    MOVE_UP = "order.up": "Move up: {step}";
    /// Name of a button with an arrow, for screen readers.
    MOVE_DOWN = "order.down": "Move down: {step}";
    /// Read by a screen reader when a step was moved: “Pour, now 2 of 3”.
    MOVED = "order.moved": "{step}, now {place} of {number}";
    /// What a gap of a text is called.
    GAP_AT = "gap.at": "Gap {place}";
    /// The same for a screen reader, with the words around it: “Gap 2 of 4: ask again after … hours”.
    GAP_IN = "gap.in": "Gap {place} of {number}: {words}";
    /// The same where the gap has a name: “Hours, gap 2 of 4: ask again after … hours”.
    GAP_LABELLED_IN = "gap.labelled-in": "{label}, gap {place} of {number}: {words}";
}

/// Where a question is. Positions count from 0.
pub fn question_of(position: usize, total: usize, is_at_most: bool) -> String {
    let message = if is_at_most { QUESTION_OF_AT_MOST } else { QUESTION_OF };
    message.with(&[(position + 1).into(), total.into()])
}

pub fn shared_by(first: usize, last: usize) -> String {
    let message = if first + 1 == last { SHARED_BY_TWO } else { SHARED_BY_MORE };
    message.with(&[(first + 1).into(), (last + 1).into()])
}

pub fn select(n: usize) -> String {
    match n {
        2 => SELECT_TWO,
        3 => SELECT_THREE,
        4 => SELECT_FOUR,
        5 => SELECT_FIVE,
        _ => SELECT_N,
    }
    .count(n, &[])
}

/// What is said when an answer is to be checked before there is one.
pub fn nudge(kind: &Kind) -> Words {
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

pub fn move_step(is_up: bool, step: &str) -> String {
    let message = if is_up { MOVE_UP } else { MOVE_DOWN };
    message.with(&[step.into()])
}

/// What a screen reader is told of a step that was moved. Places count from 0.
pub fn moved(step: &str, place: usize, total: usize) -> String {
    MOVED.with(&[step.trim_end_matches('.').into(), (place + 1).into(), total.into()])
}

/// A response that another premise has.
pub fn used(response: &str) -> String {
    USED.with(&[response.into()])
}

/// What a gap without a label is called. Places count from 0.
pub fn gap(place: usize) -> String {
    GAP_AT.with(&[(place + 1).into()])
}

/// What a screen reader is told of a gap, with the words around it: “Gap 2 of 4: ask again after …
/// hours”, “Hours, gap 2 of 4: …”. The words of its line are given, and which of them has the gap.
pub fn gap_in(label: Option<&str>, place: usize, total: usize, words: &[&str], at: usize) -> String {
    const NEAR: usize = 5;
    let end = words.len().min(at + NEAR + 1);
    let near = words.get(at.saturating_sub(NEAR)..end).unwrap_or_default().join(" ");
    let [place, total] = [place + 1, total].map(Into::into);
    match label {
        None => GAP_IN.with(&[place, total, (&near).into()]),
        Some(label) => GAP_LABELLED_IN.with(&[label.into(), place, total, (&near).into()]),
    }
}

pub fn quoted(words: &str) -> String {
    QUOTE.with(&[words.trim_ascii().into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words() {
        assert_eq!([2, 5, 6].map(select), ["Select two.", "Select five.", "Select 6."]);
    }

    #[test]
    fn places_count_from_one_for_people() {
        assert_eq!([moved("Pour.", 1, 3), moved("Pour", 0, 3)], ["Pour, now 2 of 3", "Pour, now 1 of 3"]);
        assert_eq!([true, false].map(|is_up| move_step(is_up, "X")), ["Move up: X", "Move down: X"]);
        assert_eq!([shared_by(1, 2), shared_by(1, 3)], ["for questions 2 and 3", "for questions 2 to 4"]);
    }

    #[test]
    fn a_gap_is_told_by_the_words_around_it() {
        assert_eq!(gap(1), "Gap 2");
        let words: Vec<_> = "one two three four five six …, seven eight".split(' ').collect();
        assert_eq!(gap_in(None, 1, 4, &words, 6), "Gap 2 of 4: two three four five six …, seven eight");
        assert_eq!(gap_in(Some("Owner"), 1, 4, &["…"], 0), "Owner, gap 2 of 4: …");
    }
}
