//! What is said in an exam: the time, the flags, and handing in.

use super::message::messages;
use super::{SENTENCES, Words, answered, joined};
use crate::quiz::session::report::Millis;

messages! {
    /// Button that stays pressed: marks a question to come back to before handing in.
    FLAG = "exam.flag": "Flag this question";
    /// The same button while the question is marked; also in the list of answers.
    FLAGGED = "exam.flagged": "Flagged";
    /// What opens the numbers of all questions.
    ALL_QUESTIONS = "exam.all-questions": "All questions";
    /// Button beside the time that is left.
    HIDE_TIME = "exam.hide-time": "Hide the time";
    /// The same button while it is hidden.
    SHOW_TIME = "exam.show-time": "Show the time";
    /// In place of the time.
    TIME_HIDDEN = "exam.time-hidden": "Time hidden";
    /// Button: ends the exam.
    HAND_IN = "exam.hand-in": "Hand in";
    /// Button after the last question: shows what is left open before handing in.
    LOOK_OVER = "exam.look-over": "Look over and hand in";
    /// Heading of that screen.
    BEFORE_HANDING_IN = "exam.before": "Before you hand in";
    /// Button on it.
    BACK_TO_QUESTIONS = "exam.back": "Back to the questions";
    /// On it, where questions are open.
    EARNS_NOTHING = "exam.earns-nothing": "What is not answered earns nothing if you hand in now.";
    /// Button.
    PAUSE = "exam.pause": "Pause";
    /// Heading in a pause.
    PAUSED = "exam.paused": "Paused";
    /// Below it.
    CLOCK_STOPPED = "exam.clock-stopped": "The clock stands still until you go on.";
    /// Where a saved exam with a clock that cannot be stopped was found.
    CLOCK_GOES_ON = "exam.clock-goes-on": "The clock goes on, also now.";
    /// Read by a screen reader.
    TIME_OVER = "exam.time-over": "Time is over. Your exam was handed in.";
    /// With the results.
    TIME_RAN_OUT = "exam.ran-out": "Time ran out. What you had given by then was handed in.";
    /// Below the numbers of the questions: what a number that looks like this means.
    ANSWERED = "exam.answered": "answered";
    /// See exam.answered.
    OPEN = "exam.open": "not answered";
    /// See exam.answered. The question was marked with a flag.
    TO_COME_BACK_TO = "exam.to-come-back-to": "flagged";
    /// On the start screen of an exam.
    EXAM_FEEDBACK = "exam.feedback": "You can go back and change your answers until you hand in. Only then you see how it went.";
    /// On the start screen of an exam.
    EXAM_CLOCK = "exam.clock": "The clock cannot be stopped. It goes on while you are away.";
    /// On the start screen of an exam.
    EXAM_PAUSE = "exam.may-pause": "You can pause: the clock stands still until you go on.";
    /// On the start screen of an exam.
    EXAM_IS_PRACTICE = "exam.is-practice": "This is practice and not the real exam. The answers are in this page, so it proves nothing to others.";
    /// On the start screen of an exam. {time} is a length such as “1 hour 30 minutes”.
    LENGTH_TIMED = "exam.length-timed": one "{n} question in {time}. When time is over, what you have given is handed in.", other "{n} questions in {time}. When time is over, what you have given is handed in.";
    /// The same without a limit.
    LENGTH_UNTIMED = "exam.length": one "{n} question, and no time limit.", other "{n} questions, and no time limit.";
    /// {time} is a length such as “32 min” or “1 hour 30 minutes”.
    TIME_LEFT = "time.left": "{time} left";
    /// Short, beside a clock; the same for all numbers in English.
    HOURS_SHORT = "time.h": one "{n} h", other "{n} h";
    /// See time.h.
    MINUTES_SHORT = "time.min": one "{n} min", other "{n} min";
    /// See time.h.
    SECONDS_SHORT = "time.s": one "{n} s", other "{n} s";
    /// A length of time.
    HOURS = "time.hours": one "{n} hour", other "{n} hours";
    /// A length of time.
    MINUTES = "time.minutes": one "{n} minute", other "{n} minutes";
    /// A length of time.
    SECONDS = "time.seconds": one "{n} second", other "{n} seconds";
    /// Hours and minutes, or minutes and seconds: “1 hour 30 minutes”.
    TIMES = "time.and": "{time} {next}";
    /// A question among all of them, for screen readers.
    PLACE_ANSWERED = "exam.place-answered": "Question {place}, answered";
    /// See exam.place-answered.
    PLACE_ANSWERED_FLAGGED = "exam.place-answered-flagged": "Question {place}, answered, flagged";
    /// See exam.place-answered.
    PLACE_OPEN = "exam.place-open": "Question {place}, not answered";
    /// See exam.place-answered.
    PLACE_OPEN_FLAGGED = "exam.place-open-flagged": "Question {place}, not answered, flagged";
    /// After results.answered: “You answered 7 of 10 questions. 3 are not answered.”
    LEFT_OPEN = "exam.left-open": one "{n} is not answered.", other "{n} are not answered.";
    /// The same of questions that were marked with a flag.
    LEFT_FLAGGED = "exam.left-flagged": one "{n} is flagged.", other "{n} are flagged.";
    /// Both together: {open} is exam.open-part and {flagged} is exam.flagged-part.
    LEFT_BOTH = "exam.left-both": "{open}, {flagged}.";
    /// In exam.left-both.
    OPEN_PART = "exam.open-part": one "{n} is not answered", other "{n} are not answered";
    /// In exam.left-both.
    FLAGGED_PART = "exam.flagged-part": one "{n} is flagged", other "{n} are flagged";
    /// Radio button above the list of answers: shows those that were marked with a flag, so many.
    FLAGGED_COUNTED = "filter.flagged": "Flagged ({number})";
}

/// How much an exam asks: “10 questions in 1 hour 30 minutes.”
pub fn exam_length(n_questions: usize, limit: Option<Millis>) -> String {
    match limit {
        Some(limit) => LENGTH_TIMED.count(n_questions, &[(&long(limit.0 / 1000)).into()]),
        None => LENGTH_UNTIMED.count(n_questions, &[]),
    }
}

/// “32 min left”, in the last minute “45 s left”.
pub fn time_left(left: Millis) -> String {
    TIME_LEFT.with(&[(&length(rounded(left), [HOURS_SHORT, MINUTES_SHORT, SECONDS_SHORT])).into()])
}

/// The same for a screen reader: “32 minutes left”.
pub fn minutes_left(left: Millis) -> String {
    TIME_LEFT.with(&[(&long(rounded(left))).into()])
}

/// What a question is called among all: “Question 3, answered, flagged”. Positions count from 0.
pub fn place_of(position: usize, is_answered: bool, is_flagged: bool) -> String {
    match (is_answered, is_flagged) {
        (true, false) => PLACE_ANSWERED,
        (true, true) => PLACE_ANSWERED_FLAGGED,
        (false, false) => PLACE_OPEN,
        (false, true) => PLACE_OPEN_FLAGGED,
    }
    .with(&[(position + 1).into()])
}

/// What was answered, and what was not: “You answered 7 of 10 questions. 3 are not answered, 1 is flagged.”
pub fn left_open(n_questions: usize, n_open: usize, n_flagged: usize) -> String {
    let answered = answered(n_questions - n_open.min(n_questions), n_questions);
    let left = match (n_open, n_flagged) {
        (0, 0) => return answered,
        (_, 0) => LEFT_OPEN.count(n_open, &[]),
        (0, _) => LEFT_FLAGGED.count(n_flagged, &[]),
        (_, _) => {
            let (open, flagged) = (OPEN_PART.count(n_open, &[]), FLAGGED_PART.count(n_flagged, &[]));
            LEFT_BOTH.with(&[(&open).into(), (&flagged).into()])
        }
    };
    joined(&[answered, left], SENTENCES)
}

pub fn flagged(n: usize) -> String {
    FLAGGED_COUNTED.with(&[n.into()])
}

/// In seconds: whole minutes, and in the last one whole seconds. A minute that was begun counts, as do those
/// on the wall.
fn rounded(left: Millis) -> u64 {
    let seconds = left.0.div_ceil(1000);
    if seconds > 60 { seconds.div_ceil(60) * 60 } else { seconds }
}

/// A length of time: “1 hour 30 minutes”.
pub fn long(seconds: u64) -> String {
    length(seconds, [HOURS, MINUTES, SECONDS])
}

/// Of hours, minutes and seconds those that there are.
fn length(seconds: u64, units: [Words; 3]) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    let said = |(n, unit): (u64, Words)| unit.count(usize::try_from(n).unwrap_or(usize::MAX), &[]);
    let mut said: Vec<_> = parts.into_iter().zip(units).filter(|(n, _)| *n > 0).map(said).collect();
    if said.is_empty() {
        said.push(units[2].count(0, &[]));
    }
    joined(&said, TIMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_minutes_and_in_the_last_one_in_seconds() {
        for (left, short, long) in [
            (0, "0 s left", "0 seconds left"),
            (1, "1 s left", "1 second left"),
            (44_001, "45 s left", "45 seconds left"),
            (59_999, "1 min left", "1 minute left"),
            (60_000, "1 min left", "1 minute left"),
            (60_001, "2 min left", "2 minutes left"),
            (32 * 60_000, "32 min left", "32 minutes left"),
            (3_600_000, "1 h left", "1 hour left"),
            (5_400_000, "1 h 30 min left", "1 hour 30 minutes left"),
            (86_400_000, "24 h left", "24 hours left"),
        ] {
            assert_eq!(
                (time_left(Millis(left)), minutes_left(Millis(left))),
                (short.to_owned(), long.to_owned())
            );
        }
    }

    #[test]
    fn how_much_an_exam_asks_is_told_before_it() {
        assert_eq!(exam_length(1, None), "1 question, and no time limit.");
        let timed = exam_length(10, Some(Millis(5_400_000)));
        assert_eq!(
            timed,
            "10 questions in 1 hour 30 minutes. When time is over, what you have given is handed in."
        );
        assert!(exam_length(10, Some(Millis(90_000))).contains("in 1 minute 30 seconds."));
    }

    #[test]
    fn what_is_left_open_is_counted_in_words() {
        for (open, flagged, words) in [
            (3, 1, "You answered 7 of 10 questions. 3 are not answered, 1 is flagged."),
            (1, 0, "You answered 9 of 10 questions. 1 is not answered."),
            (0, 2, "You answered 10 of 10 questions. 2 are flagged."),
            (0, 0, "You answered 10 of 10 questions."),
        ] {
            assert_eq!(left_open(10, open, flagged), words);
        }
        assert_eq!(place_of(2, true, true), "Question 3, answered, flagged");
        assert_eq!(place_of(0, false, false), "Question 1, not answered");
    }
}
