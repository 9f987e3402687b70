//! What is said of where learners stand, of what is due, and of what is kept.

use super::{ALL, questions, when};
use crate::quiz::bank::json::decimal;
use crate::quiz::memory::date::Date;
use crate::quiz::memory::zone::Zone;
use crate::quiz::record::agenda::Day;
use crate::quiz::record::{Preview, Record};
use crate::quiz::session::mode::Mode;
use crate::quiz::session::report::Millis;
use crate::quiz::session::snapshot::Refusal;

pub const STAND: &str = "Where you stand";
/// On the start screen, where nothing is known yet.
pub const FROM_ELSEWHERE: &str = "Bring answers from another device";

pub const NOTHING_KNOWN: &str =
    "Nothing is known yet. Answer some questions, and come back here to see where you stand.";
pub const DO_NEXT: &str = "What to do next";
pub const ALL_WELL: &str = "You do well on every topic that can be judged. Come back when something is due.";
pub const LEAVE_FIRST: &str = "You have a sitting that is not finished: go on with it first.";

pub const TOPIC: &str = "Topic";
pub const SHARE: &str = "What you get right";
pub const ANSWERS: &str = "Answers";
/// Below the topics.
pub const WHAT_A_RANGE_SAYS: &str = "What a range says: if you answered many more questions on this topic today, we would expect the part of them that you get right to be within it, 9 times of 10. Newer answers count more.";
/// See `quiz::mastery::TELLING`.
pub const WHEN_IT_TELLS: &str = "It takes 4 answers where all are right, and up to 28 where half of them are, until a range is narrow enough to be shown.";
pub const NO_PREDICTION: &str = "This is practice, not a prediction of the exam.";

pub const WHEN_TO_REVIEW: &str = "When to review";
pub const WHY_REVIEW: &str = "A question is worth asking again when you are about to forget it: soon where your answer was not right, and later each time it was.";
/// Where nothing was answered yet.
pub const FIRST_REVIEW: &str =
    "Questions come back here when you are about to forget them. These are the first.";
pub const DAY_DUE: &str = "Day";
pub const QUESTIONS: &str = "Questions";

pub const SITTINGS: &str = "Your sittings";
pub const EARLIER: &str = "Earlier sittings";
pub const WHEN: &str = "When";
pub const MODE: &str = "What";
pub const RESULT: &str = "Result";

pub const KEPT_WHERE: &str = "What is kept, and where";
pub const KEPT_HERE: &str = "This quiz keeps your answers: when you gave each, what it earned, and how sure you were. It also keeps a sitting that you have not finished. All of it stays in this browser, on this device, for this website. Nothing is sent anywhere.";
pub const KEPT_UNTIL: &str = "Clearing the browser’s data erases it. Another browser, a private window and another device each have their own.";
pub const KEPT_NOWHERE: &str = "Nothing is kept: what you see here is of this visit, and is gone when you close the page. You can save it as a file.";
pub const KEPT_NO_MORE: &str = "This browser lets the quiz keep nothing more: it refuses, or has no room. What was kept before is still there. Save your answers as a file; without it they may be gone when you close the page.";
pub const MOVE_BY_FILE: &str = "To bring your answers to another device, or to be safe, save them as a file. Take that in on the other device, in the same quiz: both are put together, and nothing is counted twice.";
pub const SAVE_FILE: &str = "Save as a file";
pub const TAKE_FILE: &str = "Take in a file…";
pub const ADD_FILE: &str = "Add them";
pub const LEAVE_FILE: &str = "Leave it";
pub const ADD_SESSION: &str =
    "A sitting that is not finished is in it too. You can go on with it when you leave this page.";
pub const ERASE: &str = "Erase everything";
pub const ERASE_NOW: &str = "Erase";
pub const KEEP: &str = "Keep";
pub const ERASED: &str = "Everything of this quiz was erased.";

/// “1 sitting”, “12 sittings”.
pub fn named(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}

fn is_or_are(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

fn percent(share: f64) -> String {
    format!("{}%", decimal((share * 100.0).round()))
}

/// Where the share of a topic is likely to be.
pub fn between((from, to): (f64, f64)) -> String {
    format!("between {} and {}", percent(from), percent(to))
}

pub fn not_telling(n_answers: usize) -> String {
    match n_answers {
        0 => "No answers yet".to_owned(),
        n => format!("Not enough answers yet ({n})"),
    }
}

pub fn review_due(n: usize) -> String {
    format!("Review what is due ({n})")
}

pub fn practise_topic(title: &str) -> String {
    format!("Practise “{title}”")
}

pub fn weakest(title: &str, range: (f64, f64)) -> String {
    format!("“{title}” would gain most from practice: {}.", between(range))
}

/// What cannot be judged yet. The first of the topics are named.
pub fn answer_more(titles: &[&str]) -> String {
    const NAMED: usize = 3;
    let mut words = String::from("Answer some more on ");
    let n_named = if titles.len() == NAMED + 1 { titles.len() } else { titles.len().min(NAMED) };
    for (at, title) in titles.iter().take(n_named).enumerate() {
        let is_last = at + 1 == titles.len();
        words.push_str(match at {
            0 => "",
            _ if is_last => " and ",
            _ => ", ",
        });
        words.push_str(&format!("“{title}”"));
    }
    if titles.len() > n_named {
        words.push_str(&format!(" and {} more", titles.len() - n_named));
    }
    words + ", so that they can be judged."
}

/// “12 questions are due today.”
pub fn due_today(n: usize) -> String {
    if n == 0 {
        return "Nothing is due today.".to_owned();
    }
    format!("{} {} due today.", questions(n), is_or_are(n))
}

/// “Next: 4 on Friday.”
pub fn next_due(day: Day, now: Millis, zone: Zone) -> String {
    format!("Next: {} {}.", day.n, when(day.begins, now, zone))
}

/// What a review has in it, beside what is due: “3 new ones are added.”
pub fn with_new(n: usize) -> String {
    let noun = if n == 1 { "new one" } else { "new ones" };
    format!("{n} {noun} {} added.", is_or_are(n))
}

/// Where more is due than is asked: “This sitting asks the first 20.”
pub fn asks_first(n: usize) -> String {
    format!("This sitting asks the first {n}.")
}

pub const ALL_THE_SAME: &str = "You may practise all the same.";

pub fn never_asked(n: usize) -> String {
    let were = if n == 1 { "was" } else { "were" };
    format!("{} {were} not asked yet.", questions(n))
}

pub fn mode(mode: Option<Mode>) -> &'static str {
    match mode {
        Some(Mode::Practice) => "Practice",
        Some(Mode::Exam) => "Exam",
        Some(Mode::Review) => "Review",
        Some(Mode::Cards) => "Cards",
        None => "Something newer",
    }
}

pub fn share(share: f64) -> String {
    percent(share)
}

/// Of cards.
pub fn known(n: usize, total: usize) -> String {
    format!("{n} of {total} known")
}

pub fn not_shown(n: usize) -> String {
    format!("{} before that {} counted, and not listed here.", named(n, "sitting"), is_or_are(n))
}

/// What is told of sittings that a newer version stored.
pub fn unread(n: usize) -> String {
    let was = if n == 1 { "was" } else { "were" };
    let them = if n == 1 { "It is left alone" } else { "They are left alone" };
    format!("{} {was} saved by a newer version. {them} and not counted here.", named(n, "sitting"))
}

pub fn saved_file(name: &str) -> String {
    format!("Your browser saves the file {name}.")
}

/// What is in a file.
pub fn in_file(preview: &Preview, span: Option<&str>) -> String {
    let Preview { n_sittings, n_answers, n_new_answers, .. } = *preview;
    let span = span.map(|span| format!(", {span}")).unwrap_or_default();
    let new = match n_new_answers {
        0 => "Nothing in it is new here.".to_owned(),
        1 if n_answers == 1 => "It is new here.".to_owned(),
        n if n == n_answers => format!("{ALL} of them are new here."),
        n => format!("{} {} new here.", named(n, "answer"), is_or_are(n)),
    };
    format!(
        "From this file: {} with {}{span}. {new}",
        named(n_sittings, "sitting"),
        named(n_answers, "answer")
    )
}

pub fn left_out(n: usize) -> String {
    format!("{} could not be read and {} left out.", named(n, "part"), is_or_are(n))
}

pub fn added(n: usize) -> String {
    match n {
        0 => "Nothing was new.".to_owned(),
        1 => "1 answer was added.".to_owned(),
        n => format!("{n} answers were added."),
    }
}

pub const TOO_LARGE: &str =
    "This file is far too large to be one of yours. Choose the one that you saved with “Save as a file”.";

/// Why a file was not taken in, and what to do.
pub fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOurs | Refusal::NothingLeft => {
            "This file cannot be read. Choose one that you saved with “Save as a file”."
        }
        Refusal::Newer => {
            "This file was saved by a newer version of the quiz. Reload this page, then take it in again."
        }
        Refusal::OtherBank => "This file belongs to another quiz. Open that quiz, and take it in there.",
    }
}

/// What is asked before everything is erased.
pub fn erase(record: &Record) -> String {
    let what = match record.n_answers() {
        0 => String::new(),
        n => format!(" {} with {}.", named(record.sittings().len(), "sitting"), named(n, "answer")),
    };
    format!("Erase everything?{what} This cannot be undone.")
}

/// `tea-progress-2026-03-09.json`.
pub fn file_name(bank: &str, now: Millis, zone: Zone) -> String {
    let Date { year, month, day, .. } = zone.date(now);
    let two = |n: String| if n.len() < 2 { format!("0{n}") } else { n };
    format!("{bank}-progress-{year}-{}-{}.json", two((month + 1).to_string()), two(day.to_string()))
}

pub const OVER_TIME: &str = "Over time";

/// How many of the answers of one certainty were right.
pub fn right_of(right: u32, total: u32) -> String {
    format!("{right} of {total} right")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_their_verbs_agree() {
        for (told, words) in [
            (due_today(0), "Nothing is due today."),
            (due_today(1), "1 question is due today."),
            (due_today(12), "12 questions are due today."),
            (with_new(1), "1 new one is added."),
            (with_new(3), "3 new ones are added."),
            (never_asked(1), "1 question was not asked yet."),
            (unread(1), "1 sitting was saved by a newer version. It is left alone and not counted here."),
            (
                unread(2),
                "2 sittings were saved by a newer version. They are left alone and not counted here.",
            ),
            (left_out(1), "1 part could not be read and is left out."),
            (added(0), "Nothing was new."),
            (added(30), "30 answers were added."),
            (not_shown(2), "2 sittings before that are counted, and not listed here."),
        ] {
            assert_eq!(told, words);
        }
    }

    #[test]
    fn a_range_is_in_whole_percent() {
        assert_eq!(between((0.5549, 0.8)), "between 55% and 80%");
        assert_eq!(between((0.0, 1.0)), "between 0% and 100%");
    }

    #[test]
    fn a_few_topics_are_named_and_the_rest_are_counted() {
        for (titles, words) in [
            (&["A"][..], "“A”"),
            (&["A", "B"], "“A” and “B”"),
            (&["A", "B", "C"], "“A”, “B” and “C”"),
            (&["A", "B", "C", "D"], "“A”, “B”, “C” and “D”"),
            (&["A", "B", "C", "D", "E"], "“A”, “B”, “C” and 2 more"),
        ] {
            assert_eq!(
                answer_more(titles),
                format!("Answer some more on {words}, so that they can be judged.")
            );
        }
    }

    #[test]
    fn a_file_is_told_by_what_is_in_it_and_what_is_new() {
        let preview = |n_answers, n_new_answers| {
            let preview = Preview { n_sittings: 12, n_answers, n_new_answers, ..Preview::default() };
            in_file(&preview, Some("from 3 March to 9 May"))
        };
        let start = "From this file: 12 sittings with 140 answers, from 3 March to 9 May. ";
        assert_eq!(preview(140, 30), format!("{start}30 answers are new here."));
        assert_eq!(preview(140, 1), format!("{start}1 answer is new here."));
        assert_eq!(preview(140, 140), format!("{start}All of them are new here."));
        assert_eq!(preview(140, 0), format!("{start}Nothing in it is new here."));
    }

    #[test]
    fn a_file_is_named_by_bank_and_day() {
        let name = |at| file_name("tea", Millis(at), Zone(0));
        assert_eq!(name(1_763_899_200_000), "tea-progress-2025-11-23.json");
        assert_eq!(name(1_767_312_000_000), "tea-progress-2026-01-02.json");
    }

    #[test]
    fn nothing_counts_days_in_a_row_or_blames() {
        let all = [due_today(0), due_today(300), with_new(2), never_asked(9), unread(1), answer_more(&["A"])];
        for words in all.iter().map(String::as_str).chain([WHY_REVIEW, FIRST_REVIEW, ALL_WELL, NOTHING_KNOWN])
        {
            for blame in ["streak", "overdue", "missed", "late!", "behind", "should have", "Wrong"] {
                assert!(!words.contains(blame), "{words}");
            }
        }
    }
}
