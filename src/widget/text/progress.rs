//! What is said of where learners stand, of what is due, and of what is kept.

use super::message::messages;
use super::{COMMA, RIGHT_OF, SENTENCES, Value, Words, day, joined, list, quoted, when};
use crate::quiz::memory::date::Date;
use crate::quiz::memory::zone::Zone;
use crate::quiz::record::agenda::Day;
use crate::quiz::record::{Preview, Record};
use crate::quiz::session::mode::Mode;
use crate::quiz::session::report::Millis;
use crate::quiz::session::snapshot::Refusal;

messages! {
    /// Button, and heading of the page: what is known of the learner’s answers so far.
    STAND = "stand.title": "Where you stand";
    /// The same button where nothing is known yet.
    FROM_ELSEWHERE = "stand.bring": "Bring answers from another device";
    /// On that page, where nothing is known yet.
    NOTHING_KNOWN = "stand.nothing": "Nothing is known yet. Answer some questions, and come back here to see where you stand.";
    /// Heading on it.
    DO_NEXT = "stand.next": "What to do next";
    /// Below it.
    ALL_WELL = "stand.all-well": "You do well on every topic that can be judged. Come back when something is due.";
    /// Below it. A sitting is one time that the learner sat down with the quiz.
    LEAVE_FIRST = "stand.leave-first": "You have a sitting that is not finished: go on with it first.";
    /// Heading of a column.
    TOPIC = "stand.topic": "Topic";
    /// Heading of a column.
    SHARE = "stand.share": "What you get right";
    /// Heading of a column: how many there are.
    ANSWERS = "stand.answers": "Answers";
    /// Below a table with ranges such as “between 55% and 80%”.
    WHAT_A_RANGE_SAYS = "stand.range": "What a range says: if you answered many more questions on this topic today, we would expect the part of them that you get right to be within it, 9 times of 10. Newer answers count more.";
    /// Below it.
    WHEN_IT_TELLS = "stand.when-it-tells": "It takes 4 answers where all are right, and up to 28 where half of them are, until a range is narrow enough to be shown.";
    /// Below it.
    NO_PREDICTION = "stand.no-prediction": "This is practice, not a prediction of the exam.";
    /// Heading.
    WHEN_TO_REVIEW = "due.title": "When to review";
    /// Below it.
    WHY_REVIEW = "due.why": "A question is worth asking again when you are about to forget it: soon where your answer was not right, and later each time it was.";
    /// Before a first review.
    FIRST_REVIEW = "due.first": "Questions come back here when you are about to forget them. These are the first.";
    /// Heading of a column.
    DAY_DUE = "due.day": "Day";
    /// Heading of a column, and label: how many there are.
    QUESTIONS = "due.questions": "Questions";
    /// Heading of a table.
    SITTINGS = "sittings.title": "Your sittings";
    /// What opens more of them.
    EARLIER = "sittings.earlier": "Earlier sittings";
    /// Heading of a column.
    WHEN = "sittings.when": "When";
    /// Heading of a column: practice, exam, review or cards.
    MODE = "sittings.what": "What";
    /// Heading of a column, and label.
    RESULT = "sittings.result": "Result";
    /// Heading.
    KEPT_WHERE = "keep.title": "What is kept, and where";
    /// Below it.
    KEPT_HERE = "keep.here": "This quiz keeps your answers: when you gave each, what it earned, and how sure you were. It also keeps a sitting that you have not finished. All of it stays in this browser, on this device, for this website. Nothing is sent anywhere.";
    /// Below it.
    KEPT_UNTIL = "keep.until": "Clearing the browser’s data erases it. Another browser, a private window and another device each have their own.";
    /// Below it.
    KEPT_NOWHERE = "keep.nowhere": "Nothing is kept: what you see here is of this visit, and is gone when you close the page. You can save it as a file.";
    /// Below it.
    KEPT_NO_MORE = "keep.refused": "This browser lets the quiz keep nothing more: it refuses, or has no room. What was kept before is still there. Save your answers as a file; without it they may be gone when you close the page.";
    /// Below it. “Save as a file” is the button keep.save.
    MOVE_BY_FILE = "keep.move": "To bring your answers to another device, or to be safe, save them as a file. Take that in on the other device, in the same quiz: both are put together, and nothing is counted twice.";
    /// Button.
    SAVE_FILE = "keep.save": "Save as a file";
    /// Button.
    TAKE_FILE = "keep.take": "Take in a file…";
    /// Button: takes in the file that was looked into.
    ADD_FILE = "keep.add": "Add them";
    /// Button: does not take it in.
    LEAVE_FILE = "keep.leave": "Leave it";
    /// Above them.
    ADD_SESSION = "keep.session": "A sitting that is not finished is in it too. You can go on with it when you leave this page.";
    /// Above them, where a sitting was begun here already.
    LEAVE_SESSION = "keep.session-stays": "A sitting that is not finished is in it too. Its answers are added. To go on with it, choose the file before you start a sitting here.";
    /// Button.
    ERASE = "erase.button": "Erase everything";
    /// Button that confirms it.
    ERASE_NOW = "erase.now": "Erase";
    /// Button that does not.
    KEEP = "erase.keep": "Keep";
    /// Read by a screen reader.
    ERASED = "erase.done": "Everything of this quiz was erased.";
    /// Where nothing is due today.
    ALL_THE_SAME = "due.all-the-same": "You may practise all the same.";
    /// Why a file was not taken in. “Save as a file” is the button keep.save.
    TOO_LARGE = "file.too-large": "This file is far too large to be one of yours. Choose the one that you saved with “Save as a file”.";
    /// Heading of a table.
    OVER_TIME = "sure.over-time": "Over time";
    /// Where the share of right answers of a topic is likely to be. Both come with a percent sign.
    BETWEEN = "stand.between": "between {from} and {to}";
    /// In the list of sittings: what share of the answers was right. It comes with a percent sign.
    SHARE_ALONE = "sittings.share": "{share}";
    /// In place of stand.between.
    NO_ANSWERS = "stand.no-answers": "No answers yet";
    /// In place of stand.between. {number} is how many answers there are.
    FEW_ANSWERS = "stand.few-answers": "Not enough answers yet ({number})";
    /// Button: asks that many questions.
    REVIEW_DUE = "due.review": "Review what is due ({number})";
    /// Button: begins with questions on that topic.
    PRACTISE_TOPIC = "stand.practise": "Practise “{topic}”";
    /// Advice. {from} and {to} are what share of answers is right, with a percent sign.
    WEAKEST = "stand.weakest": "“{topic}” would gain most from practice: between {from} and {to}.";
    /// Advice. {topics} is a list of topics in quotation marks.
    ANSWER_MORE = "stand.answer-more": "Answer some more on {topics}, so that they can be judged.";
    /// The same where there are more topics than are named. {topics} ends without “and”.
    ANSWER_MORE_AND = "stand.answer-more-and": "Answer some more on {topics} and {number} more, so that they can be judged.";
    /// How many questions should be asked again today.
    DUE_TODAY = "due.today": one "{n} question is due today.", other "{n} questions are due today.";
    /// The same where there is none.
    NOTHING_DUE = "due.nothing": "Nothing is due today.";
    /// How many questions are due later. {when} is “today”, “tomorrow”, “on Friday” or “in 3 weeks”, as browsers say it.
    NEXT_DUE = "due.next": one "Next: {n} {when}.", other "Next: {n} {when}.";
    /// After due.today: how many questions that were never asked come with them.
    WITH_NEW = "due.with-new": one "{n} new one is added.", other "{n} new ones are added.";
    /// After due.today: how many questions this sitting asks, where more are due.
    ASKS_FIRST = "due.asks-first": one "This sitting asks the first {n}.", other "This sitting asks the first {n}.";
    /// How many questions were never asked.
    NEVER_ASKED = "due.never-asked": one "{n} question was not asked yet.", other "{n} questions were not asked yet.";
    /// In the list of sittings: what it was.
    MODE_PRACTICE = "mode.practice": "Practice";
    /// See mode.practice.
    MODE_EXAM = "mode.exam": "Exam";
    /// See mode.practice.
    MODE_REVIEW = "mode.review": "Review";
    /// See mode.practice. Flash cards.
    MODE_CARDS = "mode.cards": "Cards";
    /// See mode.practice. A newer version of the quiz kept it.
    MODE_NEWER = "mode.newer": "Something newer";
    /// In the list of sittings: how many cards were known.
    KNOWN = "sittings.known": "{known} of {number} known";
    /// Below the list of sittings.
    NOT_SHOWN = "sittings.not-shown": one "{n} sitting before that is counted, and not listed here.", other "{n} sittings before that are counted, and not listed here.";
    /// Below what is kept.
    UNREAD = "keep.unread": one "{n} sitting was saved by a newer version. It is left alone and not counted here.", other "{n} sittings were saved by a newer version. They are left alone and not counted here.";
    /// Read by a screen reader. {file} is a name.
    SAVED_FILE = "file.saved": "Your browser saves the file {file}.";
    /// In file.holds and erase.ask-all.
    SITTINGS_COUNTED = "sittings.counted": one "{n} sitting", other "{n} sittings";
    /// In file.holds and erase.ask-all.
    ANSWERS_COUNTED = "answers.counted": one "{n} answer", other "{n} answers";
    /// What is in a file that was chosen: {sittings} is sittings.counted and {answers} is answers.counted.
    FILE_HOLDS = "file.holds": "From this file: {sittings} with {answers}.";
    /// The same where all of it is of one day: “3 March”.
    FILE_HOLDS_DAY = "file.holds-day": "From this file: {sittings} with {answers}, from {day}.";
    /// The same where it is of several days.
    FILE_HOLDS_SPAN = "file.holds-span": "From this file: {sittings} with {answers}, from {from} to {to}.";
    /// After file.holds.
    NOTHING_NEW = "file.nothing-new": "Nothing in it is new here.";
    /// After file.holds: the only answer in the file.
    IT_IS_NEW = "file.it-is-new": "It is new here.";
    /// After file.holds: all answers in the file.
    ALL_NEW = "file.all-new": "All of them are new here.";
    /// After file.holds.
    SOME_NEW = "file.some-new": one "{n} answer is new here.", other "{n} answers are new here.";
    /// After that.
    LEFT_OUT = "file.left-out": one "{n} part could not be read and is left out.", other "{n} parts could not be read and are left out.";
    /// After a file was taken in.
    NONE_ADDED = "file.none-added": "Nothing was new.";
    /// After a file was taken in.
    ADDED = "file.added": one "{n} answer was added.", other "{n} answers were added.";
    /// Why a file was not taken in. “Save as a file” is the button keep.save.
    FILE_UNREADABLE = "file.unreadable": "This file cannot be read. Choose one that you saved with “Save as a file”.";
    /// Why a file was not taken in.
    FILE_NEWER = "file.newer": "This file was saved by a newer version of the quiz. Reload this page, then take it in again.";
    /// Why a file was not taken in.
    FILE_OF_OTHER = "file.other-quiz": "This file belongs to another quiz. Open that quiz, and take it in there.";
    /// A question, above erase.now and erase.keep.
    ASK_TO_ERASE = "erase.ask": "Erase everything? This cannot be undone.";
    /// The same, with what there is: {sittings} is sittings.counted and {answers} is answers.counted.
    ASK_TO_ERASE_ALL = "erase.ask-all": "Erase everything? {sittings} with {answers}. This cannot be undone.";
}

/// Of answers to a topic, or to a sitting.
fn percent(share: f64) -> Value<'static> {
    Value::Percent(share * 100.0)
}

/// Where the share of a topic is likely to be.
pub fn between((from, to): (f64, f64)) -> String {
    BETWEEN.with(&[percent(from), percent(to)])
}

pub fn not_telling(n_answers: usize) -> String {
    let message = if n_answers == 0 { NO_ANSWERS } else { FEW_ANSWERS };
    message.with(&[n_answers.into()])
}

pub fn review_due(n: usize) -> String {
    REVIEW_DUE.with(&[n.into()])
}

pub fn practise_topic(title: &str) -> String {
    PRACTISE_TOPIC.with(&[title.into()])
}

pub fn weakest(title: &str, (from, to): (f64, f64)) -> String {
    WEAKEST.with(&[title.into(), percent(from), percent(to)])
}

/// What cannot be judged yet. The first of the topics are named.
pub fn answer_more(titles: &[&str]) -> String {
    const NAMED: usize = 3;
    let quoted: Vec<_> = titles.iter().map(|title| quoted(title)).collect();
    match quoted.get(..NAMED) {
        Some(first) if quoted.len() > NAMED + 1 => {
            ANSWER_MORE_AND.with(&[(&joined(first, COMMA)).into(), (quoted.len() - NAMED).into()])
        }
        _ => ANSWER_MORE.with(&[(&list(&quoted)).into()]),
    }
}

/// “12 questions are due today.”
pub fn due_today(n: usize) -> String {
    let message = if n == 0 { NOTHING_DUE } else { DUE_TODAY };
    message.count(n, &[])
}

/// “Next: 4 on Friday.”
pub fn next_due(day: Day, now: Millis, zone: Zone) -> String {
    NEXT_DUE.count(day.n, &[(&when(day.begins, now, zone)).into()])
}

/// What a review has in it, beside what is due: “3 new ones are added.”
pub fn with_new(n: usize) -> String {
    WITH_NEW.count(n, &[])
}

/// Where more is due than is asked: “This sitting asks the first 20.”
pub fn asks_first(n: usize) -> String {
    ASKS_FIRST.count(n, &[])
}

pub fn never_asked(n: usize) -> String {
    NEVER_ASKED.count(n, &[])
}

pub fn mode(mode: Option<Mode>) -> Words {
    match mode {
        Some(Mode::Practice) => MODE_PRACTICE,
        Some(Mode::Exam) => MODE_EXAM,
        Some(Mode::Review) => MODE_REVIEW,
        Some(Mode::Cards) => MODE_CARDS,
        None => MODE_NEWER,
    }
}

/// Of cards.
pub fn known(n: usize, total: usize) -> String {
    KNOWN.with(&[n.into(), total.into()])
}

pub fn not_shown(n: usize) -> String {
    NOT_SHOWN.count(n, &[])
}

/// What is told of sittings that a newer version stored.
pub fn unread(n: usize) -> String {
    UNREAD.count(n, &[])
}

pub fn saved_file(name: &str) -> String {
    SAVED_FILE.with(&[name.into()])
}

/// What is in a file. The moments of its first and last answer are told by their days.
pub fn in_file(preview: &Preview, now: Millis, zone: Zone) -> String {
    let Preview { n_sittings, n_answers, n_new_answers, .. } = *preview;
    let (sittings, answers) =
        (SITTINGS_COUNTED.count(n_sittings, &[]), ANSWERS_COUNTED.count(n_answers, &[]));
    let days = preview
        .span
        .map(|(from, to)| (zone.days_between(from, to) == 0, day(from, now, zone), day(to, now, zone)));
    let (sittings, answers) = ((&sittings).into(), (&answers).into());
    let holds = match &days {
        None => FILE_HOLDS.with(&[sittings, answers]),
        Some((true, from, _)) => FILE_HOLDS_DAY.with(&[sittings, answers, from.into()]),
        Some((false, from, to)) => FILE_HOLDS_SPAN.with(&[sittings, answers, from.into(), to.into()]),
    };
    let new = match n_new_answers {
        0 => NOTHING_NEW,
        1 if n_answers == 1 => IT_IS_NEW,
        n if n == n_answers => ALL_NEW,
        _ => SOME_NEW,
    };
    joined(&[holds, new.count(n_new_answers, &[])], SENTENCES)
}

pub fn left_out(n: usize) -> String {
    LEFT_OUT.count(n, &[])
}

pub fn added(n: usize) -> String {
    let message = if n == 0 { NONE_ADDED } else { ADDED };
    message.count(n, &[])
}

/// Why a file was not taken in, and what to do.
pub fn refused(refusal: Refusal) -> Words {
    match refusal {
        Refusal::NotOurs | Refusal::NothingLeft => FILE_UNREADABLE,
        Refusal::Newer => FILE_NEWER,
        Refusal::OtherBank => FILE_OF_OTHER,
    }
}

/// What is asked before everything is erased.
pub fn erase(record: &Record) -> String {
    let sittings = SITTINGS_COUNTED.count(record.sittings().len(), &[]);
    let answers = ANSWERS_COUNTED.count(record.n_answers(), &[]);
    let message = if record.n_answers() == 0 { ASK_TO_ERASE } else { ASK_TO_ERASE_ALL };
    message.with(&[(&sittings).into(), (&answers).into()])
}

/// `tea-progress-2026-03-09.json`.
pub fn file_name(bank: &str, now: Millis, zone: Zone) -> String {
    let Date { year, month, day, .. } = zone.date(now);
    let two = |n: String| if n.len() < 2 { format!("0{n}") } else { n };
    format!("{bank}-progress-{year}-{}-{}.json", two((month + 1).to_string()), two(day.to_string()))
}

/// The share of a sitting that was right.
pub fn share(share: f64) -> String {
    SHARE_ALONE.with(&[percent(share)])
}

/// How many of the answers of one certainty were right.
pub fn right_of(right: u32, total: u32) -> String {
    RIGHT_OF.with(&[right.into(), total.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::text::Message;

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
            in_file(&preview, Millis(0), Zone(0))
        };
        let start = "From this file: 12 sittings with 140 answers. ";
        assert_eq!(preview(140, 30), format!("{start}30 answers are new here."));
        assert_eq!(preview(140, 1), format!("{start}1 answer is new here."));
        assert_eq!(preview(140, 140), format!("{start}All of them are new here."));
        assert_eq!(preview(140, 0), format!("{start}Nothing in it is new here."));
        let of_days = |from, to| {
            let span = Some((Millis(from), Millis(to)));
            in_file(&Preview { n_sittings: 1, n_answers: 1, span, ..Preview::default() }, Millis(0), Zone(0))
        };
        assert!(of_days(0, 1).starts_with("From this file: 1 sitting with 1 answer, from 1 January. "));
        assert!(of_days(0, 86_400_000).contains(", from 1 January to 2 January. Nothing"));
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
        for words in all
            .iter()
            .map(String::as_str)
            .chain([WHY_REVIEW, FIRST_REVIEW, ALL_WELL, NOTHING_KNOWN].map(Message::english))
        {
            for blame in ["streak", "overdue", "missed", "late!", "behind", "should have", "Wrong"] {
                assert!(!words.contains(blame), "{words}");
            }
        }
    }
}
