//! What is said in an exam: the time, the flags, and handing in.

use crate::quiz::session::report::Millis;

pub const FLAG: &str = "Flag this question";
pub const FLAGGED: &str = "Flagged";
pub const ALL_QUESTIONS: &str = "All questions";
pub const HIDE_TIME: &str = "Hide the time";
pub const SHOW_TIME: &str = "Show the time";
pub const TIME_HIDDEN: &str = "Time hidden";
pub const HAND_IN: &str = "Hand in";
pub const LOOK_OVER: &str = "Look over and hand in";
pub const BEFORE_HANDING_IN: &str = "Before you hand in";
pub const BACK_TO_QUESTIONS: &str = "Back to the questions";
pub const EARNS_NOTHING: &str = "What is not answered earns nothing if you hand in now.";
pub const PAUSE: &str = "Pause";
pub const PAUSED: &str = "Paused";
pub const CLOCK_STOPPED: &str = "The clock stands still until you go on.";
pub const CLOCK_GOES_ON: &str = "The clock goes on, also now.";
pub const TIME_OVER: &str = "Time is over. Your exam was handed in.";
/// With the results.
pub const TIME_RAN_OUT: &str = "Time ran out. What you had given by then was handed in.";

/// Under the numbers of the questions: what their looks mean.
pub const ANSWERED: &str = "answered";
/// See [`ANSWERED`].
pub const OPEN: &str = "not answered";
/// See [`ANSWERED`].
pub const TO_COME_BACK_TO: &str = "flagged";

pub const EXAM_FEEDBACK: &str =
    "You can go back and change your answers until you hand in. Only then you see how it went.";
pub const EXAM_CLOCK: &str = "The clock cannot be stopped. It goes on while you are away.";
pub const EXAM_PAUSE: &str = "You can pause: the clock stands still until you go on.";
pub const EXAM_IS_PRACTICE: &str =
    "This is practice and not the real exam. The answers are in this page, so it proves nothing to others.";

/// How much an exam asks: “10 questions in 1 hour 30 minutes.”
pub fn exam_length(n_questions: usize, limit: Option<Millis>) -> String {
    let questions = super::questions(n_questions);
    match limit {
        Some(limit) => format!(
            "{questions} in {}. When time is over, what you have given is handed in.",
            long(limit.0 / 1000)
        ),
        None => format!("{questions}, and no time limit."),
    }
}

/// “32 min left”, in the last minute “45 s left”.
pub fn time_left(left: Millis) -> String {
    format!("{} left", length(rounded(left), ["h", "min", "s"], ""))
}

/// The same for a screen reader: “32 minutes left”.
pub fn minutes_left(left: Millis) -> String {
    format!("{} left", long(rounded(left)))
}

/// What a question is called among all: “Question 3, answered, flagged”. Positions count from 0.
pub fn place_of(position: usize, is_answered: bool, is_flagged: bool) -> String {
    let state = if is_answered { ANSWERED } else { OPEN };
    let flag = if is_flagged { ", flagged" } else { "" };
    format!("Question {}, {state}{flag}", position + 1)
}

/// After “You answered 7 of 10 questions.”: “3 are not answered, 1 is flagged.”
pub fn left_open(n_open: usize, n_flagged: usize) -> String {
    let are =
        |n: usize, state: &str| (n > 0).then(|| format!("{n} {} {state}", if n == 1 { "is" } else { "are" }));
    let parts: Vec<_> = are(n_open, OPEN).into_iter().chain(are(n_flagged, TO_COME_BACK_TO)).collect();
    if parts.is_empty() { String::new() } else { format!(" {}.", parts.join(", ")) }
}

pub fn flagged(n: usize) -> String {
    format!("{FLAGGED} ({n})")
}

/// In seconds: whole minutes, and in the last one whole seconds. A minute that was begun counts, as do those
/// on the wall.
fn rounded(left: Millis) -> u64 {
    let seconds = left.0.div_ceil(1000);
    if seconds > 60 { seconds.div_ceil(60) * 60 } else { seconds }
}

/// A length of time: “1 hour 30 minutes”.
pub fn long(seconds: u64) -> String {
    length(seconds, ["hour", "minute", "second"], "s")
}

/// Of hours, minutes and seconds those that there are.
fn length(seconds: u64, units: [&str; 3], plural: &str) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    let part =
        |(n, unit): (u64, &str)| (n > 0).then(|| format!("{n} {unit}{}", if n == 1 { "" } else { plural }));
    let parts: Vec<_> = parts.into_iter().zip(units).filter_map(part).collect();
    if parts.is_empty() { format!("0 {}{plural}", units[2]) } else { parts.join(" ") }
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
        let words = [(3, 1), (1, 0), (0, 2), (0, 0)].map(|(open, flagged)| left_open(open, flagged));
        assert_eq!(
            words,
            [" 3 are not answered, 1 is flagged.", " 1 is not answered.", " 2 are flagged.", ""]
        );
        assert_eq!(place_of(2, true, true), "Question 3, answered, flagged");
        assert_eq!(place_of(0, false, false), "Question 1, not answered");
    }
}
