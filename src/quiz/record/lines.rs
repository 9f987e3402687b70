//! Lines: a sitting as it is stored, so that what was torn while it was written gives all that is whole.
//!
//! ```text
//! {"format":"selfcheck-log","version":1,"bank":"b","sitting":"1763800000000-7","mode":"practice"}
//! {"q":"sd-03","atMs":1763800012345,"share":0.5,"sure":"quite"}
//! {"q":"sd-04","atMs":1763800023456,"rating":"good"}
//! {"earned":0.5,"possible":2,"durationMs":23456,"questions":2}
//! ```
//!
//! The first line says what it is. Then comes an answer a line, in order of time, and once the session is
//! finished what it came to. A line is an object, so what is not whole is not JSON.

use super::sitting::{Noted, Outcome, Sitting, SittingId, What};
use crate::quiz::bank::json::{from_json, to_json};
use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::calibration::Certainty;
use crate::quiz::id::{BankId, Id};
use crate::quiz::memory::rating::Rating;
use crate::quiz::score::Score;
use crate::quiz::session::report::Millis;
use crate::quiz::session::settings::by_name;
use crate::quiz::session::snapshot::{Refusal, tree_of};

const FORMAT: &str = "selfcheck-log";
const VERSION: u32 = 1;

impl Sitting {
    /// Its lines, each with its end.
    #[must_use]
    pub fn to_lines(&self, bank: &BankId) -> String {
        let head = table([
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("bank", Some(bank.as_str().into())),
            ("sitting", Some(self.id().to_string().as_str().into())),
            ("mode", Some(self.mode_name().into())),
        ]);
        let mut lines = String::new();
        let rest = self.answers().iter().map(Noted::write).chain(self.outcome().map(Outcome::write));
        for line in [head].into_iter().chain(rest) {
            lines.push_str(&to_json(&line));
            lines.push('\n');
        }
        lines
    }

    /// Reads what [`Sitting::to_lines`] wrote. Lines that are torn or spoilt are left out.
    ///
    /// # Errors
    /// When the first line is not ours or not whole, was written by a newer version, or names another bank.
    pub fn read(lines: &str, bank: &BankId) -> Result<Self, Refusal> {
        let mut lines = lines.lines();
        let head = tree_of_bank(lines.next().unwrap_or_default(), FORMAT, VERSION, bank)?;
        let mut sitting = Self::read_head(&head).ok_or(Refusal::NotOurs)?;
        let mut answers = Vec::new();
        for line in lines.filter_map(|line| from_json(line).ok()) {
            answers.extend(Noted::read(&line));
            Outcome::read(&line).into_iter().for_each(|outcome| sitting.finish(outcome));
        }
        sitting.note_all(answers);
        Ok(sitting)
    }

    pub(super) fn read_head(tree: &Tree) -> Option<Self> {
        let id = SittingId::parse(tree.get("sitting")?.as_text()?)?;
        Some(Self::of_mode(id, tree.get("mode")?.as_text()?))
    }
}

/// The tree of something that was kept, if it is of this format, version and bank.
pub(super) fn tree_of_bank(json: &str, format: &str, version: u32, bank: &BankId) -> Result<Tree, Refusal> {
    let tree = tree_of(json, format, version)?;
    let found: BankId = tree.get("bank").and_then(Tree::as_id).ok_or(Refusal::NotOurs)?;
    if found == *bank { Ok(tree) } else { Err(Refusal::OtherBank) }
}

impl Noted {
    pub(super) fn write(&self) -> Tree {
        let (share, certainty, rating) = match self.what {
            What::Scored { share, certainty } => (Some(share), certainty, None),
            What::Rated(rating) => (None, None, Some(rating)),
        };
        table([
            ("q", Some(self.question.as_str().into())),
            ("atMs", Some(self.at.into())),
            ("share", share.map(Tree::from)),
            ("sure", certainty.map(|certainty| certainty.name().into())),
            ("rating", rating.map(|rating| rating.name().into())),
        ])
    }

    /// An answer that is whole.
    pub(super) fn read(tree: &Tree) -> Option<Self> {
        let what = if let Some(rating) = tree.get("rating") {
            What::Rated(by_name(Rating::NAMES, rating.as_text()?)?)
        } else {
            let certainty = match tree.get("sure") {
                Some(sure) => Some(Certainty::by_name(sure.as_text()?)?),
                None => None,
            };
            What::Scored { share: number(tree, "share")?, certainty }
        };
        Some(Self { question: tree.get("q")?.as_id()?, at: millis(tree, "atMs")?, what })
    }
}

impl Outcome {
    pub(super) fn write(self) -> Tree {
        table([
            ("earned", Some(self.score.earned.into())),
            ("possible", Some(self.score.possible.into())),
            ("durationMs", Some(self.duration.into())),
            ("questions", Some(self.n_questions.into())),
        ])
    }

    /// An outcome that is whole.
    pub(super) fn read(tree: &Tree) -> Option<Self> {
        let n_questions = tree.get("questions")?.as_whole()?;
        Some(Self {
            score: Score { earned: number(tree, "earned")?, possible: number(tree, "possible")? },
            duration: millis(tree, "durationMs")?,
            n_questions: u32::try_from(n_questions).ok()?,
        })
    }
}

fn number(tree: &Tree, name: &str) -> Option<f64> {
    if let Value::Number(number) = tree.get(name)?.value { Some(number) } else { None }
}

pub(super) fn millis(tree: &Tree, name: &str) -> Option<Millis> {
    tree.get(name)?.as_whole().map(Millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = concat!(
        r#"{"format":"selfcheck-log","version":1,"bank":"b","sitting":"1000-7","mode":"practice"}"#,
        "\n",
        r#"{"q":"a","atMs":1010,"share":0.333333,"sure":"quite"}"#,
        "\n",
        r#"{"q":"b","atMs":1020,"share":1}"#,
        "\n",
        r#"{"q":"c","atMs":1030,"rating":"again"}"#,
        "\n",
        r#"{"earned":1.333333,"possible":3,"durationMs":40,"questions":3}"#,
        "\n",
    );

    fn bank() -> BankId {
        BankId::parse("b").unwrap()
    }

    fn read(lines: &str) -> Result<Sitting, Refusal> {
        Sitting::read(lines, &bank())
    }

    /// What reading gives after an edit, written as `this => that`.
    fn edited(edit: &str) -> Result<Sitting, Refusal> {
        let (this, that) = edit.split_once(" => ").unwrap();
        assert!(WHOLE.contains(this), "{this}");
        read(&WHOLE.replacen(this, that, 1))
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let sitting = read(WHOLE).unwrap();
        assert_eq!(sitting.to_lines(&bank()), WHOLE);
        assert_eq!(sitting.answers().len(), 3);
        assert_eq!(sitting.answers()[2].what, What::Rated(Rating::Again));
    }

    #[test]
    fn torn_at_any_byte_all_lines_before_that_are_there() {
        let whole = read(WHOLE).unwrap();
        // A mode that is not ASCII, to tear a character too.
        let text = WHOLE.replace("practice", "übung");
        let n_head = text.find('\n').unwrap();
        for at in 0..=text.len() {
            let torn = String::from_utf8_lossy(&text.as_bytes()[..at]);
            let Ok(sitting) = read(&torn) else {
                assert!(at < n_head, "{torn}");
                continue;
            };
            // An object is whole with its last bracket, before the end of its line.
            let n_whole = text[..n_head.max(at)].matches('}').count();
            assert_eq!(sitting.mode_name(), "übung");
            assert_eq!(sitting.answers(), &whole.answers()[..(n_whole - 1).min(3)], "{torn}");
            assert_eq!(sitting.outcome().is_some(), n_whole == 5, "{torn}");
        }
    }

    #[test]
    fn a_mode_that_is_not_known_is_kept() {
        let sitting = edited("practice => dreaming").unwrap();
        assert_eq!((sitting.mode(), sitting.mode_name()), (None, "dreaming"));
        assert_eq!(sitting.to_lines(&bank()), WHOLE.replace("practice", "dreaming"));
    }

    #[test]
    fn a_first_line_that_is_not_ours_is_refused() {
        for edit in [
            "selfcheck-log => selfcheck-session",
            r#""version":1, => "#,
            r#""version":1 => "version":0"#,
            r#""bank":"b", => "#,
            r#""bank":"b" => "bank":"B b""#,
            r#""sitting":"1000-7" => "sitting":"7""#,
            r#","mode":"practice" => "#,
            "\n => ",
        ] {
            assert_eq!(edited(edit), Err(Refusal::NotOurs), "{edit}");
        }
        assert_eq!(read(""), Err(Refusal::NotOurs));
        assert_eq!(edited(r#""version":1 => "version":2"#), Err(Refusal::Newer));
        assert_eq!(edited(r#""bank":"b" => "bank":"c""#), Err(Refusal::OtherBank));
    }

    #[test]
    fn a_spoilt_line_is_left_out_and_the_others_are_read() {
        for (edit, left) in [
            (r#""q":"a" => "q":"A A""#, "b c"),
            (r#"{"q":"a" => "q":"a""#, "b c"),
            (r#""atMs":1010 => "atMs":-1"#, "b c"),
            (r#""atMs":1010, => "#, "b c"),
            (r#""share":0.333333 => "share":"most""#, "b c"),
            (r#""sure":"quite" => "sure":"very""#, "b c"),
            (r#"again => never"#, "a b"),
            (r#"{"q":"b" => {}{"q":"b""#, "a c"),
            (r#""q":"b" => "q":"a""#, "a c"),
            (r#""questions":3 => "questions":-3"#, "a b c"),
        ] {
            let sitting = edited(edit).unwrap();
            let ids: Vec<_> = sitting.answers().iter().map(|noted| noted.question.as_str()).collect();
            assert_eq!(ids.join(" "), left, "{edit}");
            assert_eq!(sitting.outcome().is_none(), edit.contains("questions"), "{edit}");
        }
    }

    #[test]
    fn lines_may_end_as_in_windows_and_stand_in_any_order() {
        let whole = read(WHOLE).unwrap();
        assert_eq!(read(&WHOLE.replace('\n', "\r\n")).unwrap(), whole);
        let lines: Vec<_> = WHOLE.lines().collect();
        let mixed = [lines[0], "", lines[4], lines[3], lines[1], lines[2]].join("\n");
        assert_eq!(read(&mixed).unwrap(), whole);
    }
}
