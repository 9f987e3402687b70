//! Export: a record as one file, for another device.
//!
//! ```text
//! {"format":"selfcheck-record","version":1,"bank":"b","savedMs":1763900000000,
//!  "sittings":[{"sitting":"1763800000000-7","mode":"practice","answers":[…],"outcome":{…}}],
//!  "session":{…}}
//! ```
//!
//! Answers and outcomes are those of a [stored sitting](super::sitting::Sitting::to_lines).

use super::Record;
use super::lines::{millis, tree_of_bank};
use super::sitting::{Noted, Outcome, Sitting};
use crate::quiz::bank::json::{from_json, to_json};
use crate::quiz::bank::tree::{MAX_BYTES, Tree, Value, table};
use crate::quiz::id::{BankId, Id};
use crate::quiz::session::report::Millis;
use crate::quiz::session::snapshot::Refusal;

const FORMAT: &str = "selfcheck-record";
const VERSION: u32 = 1;

/// What was in an exported file.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The answers.
    pub record: Record,
    /// When it was written, if it says so.
    pub saved: Option<Millis>,
    /// The session that was open then, as JSON for [`Snapshot::read`](crate::quiz::session::snapshot::Snapshot::read).
    pub session: Option<String>,
    /// How many sittings, answers, outcomes and sessions had the wrong shape and were left out.
    pub n_left_out: usize,
}

impl Record {
    /// The record as one file, with the session that is open, if there is one: the JSON of its
    /// [snapshot](crate::quiz::session::snapshot::Snapshot::to_json).
    #[must_use]
    pub fn to_json(&self, now: Millis, session: Option<&str>) -> String {
        let session = session.and_then(|json| from_json(json).ok());
        to_json(&table([
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("bank", Some(self.bank().as_str().into())),
            ("savedMs", Some(now.into())),
            ("sittings", Some(self.sittings().iter().map(write_sitting).collect())),
            ("session", session),
        ]))
    }
}

impl Export {
    /// Reads what [`Record::to_json`] wrote. Parts of the wrong shape are left out and counted.
    ///
    /// # Errors
    /// When it is not ours or far too large, was written by a newer version, or belongs to another bank.
    pub fn read(json: &str, bank: &BankId) -> Result<Self, Refusal> {
        if json.len() > MAX_BYTES {
            return Err(Refusal::NotOurs);
        }
        let tree = tree_of_bank(json, FORMAT, VERSION, bank)?;
        let sittings = tree.get("sittings").and_then(|list| list.value.as_list()).ok_or(Refusal::NotOurs)?;
        let mut n_left_out = 0;
        let mut record = Record::new(bank.clone());
        for tree in sittings {
            match read_sitting(tree, &mut n_left_out) {
                Some(sitting) => record.take(sitting),
                None => n_left_out += 1,
            }
        }
        let session = tree.get("session");
        let is_session = |tree: &&Tree| matches!(tree.value, Value::Table(_));
        n_left_out += usize::from(session.is_some_and(|tree| !is_session(&tree)));
        let session = session.filter(is_session).map(to_json);
        Ok(Self { record, saved: millis(&tree, "savedMs"), session, n_left_out })
    }
}

fn write_sitting(sitting: &Sitting) -> Tree {
    table([
        ("sitting", Some(sitting.id().to_string().as_str().into())),
        ("mode", Some(sitting.mode_name().into())),
        ("answers", Some(sitting.answers().iter().map(Noted::write).collect())),
        ("outcome", sitting.outcome().map(Outcome::write)),
    ])
}

fn read_sitting(tree: &Tree, n_left_out: &mut usize) -> Option<Sitting> {
    let answers = tree.get("answers")?.value.as_list()?;
    let mut sitting = Sitting::read_head(tree)?;
    let read: Vec<_> = answers.iter().filter_map(Noted::read).collect();
    *n_left_out += answers.len() - read.len();
    sitting.note_all(read);
    if let Some(outcome) = tree.get("outcome") {
        let outcome = Outcome::read(outcome);
        *n_left_out += usize::from(outcome.is_none());
        outcome.into_iter().for_each(|outcome| sitting.finish(outcome));
    }
    Some(sitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = concat!(
        r#"{"format":"selfcheck-record","version":1,"bank":"b","savedMs":2000,"sittings":["#,
        r#"{"sitting":"1000-7","mode":"practice","answers":[{"q":"a","atMs":1010,"share":0.5},"#,
        r#"{"q":"b","atMs":1020,"rating":"good"}],"#,
        r#""outcome":{"earned":0.5,"possible":2,"durationMs":40,"questions":2}},"#,
        r#"{"sitting":"1500-8","mode":"cards","answers":[]}],"session":{"format":"selfcheck-session"}}"#,
    );

    /// What reading gives after an edit, written as `this => that`.
    fn edited(edit: &str) -> Result<Export, Refusal> {
        let (this, that) = edit.split_once(" => ").unwrap();
        assert!(WHOLE.contains(this), "{this}");
        Export::read(&WHOLE.replacen(this, that, 1), &BankId::parse("b").unwrap())
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let export = edited(" => ").unwrap();
        assert_eq!((export.saved, export.n_left_out), (Some(Millis(2000)), 0));
        assert_eq!(export.session.as_deref(), Some(r#"{"format":"selfcheck-session"}"#));
        assert_eq!(export.record.to_json(Millis(2000), export.session.as_deref()), WHOLE);
        let without = export.record.to_json(Millis(2000), None);
        assert_eq!(without, WHOLE.replace(r#","session":{"format":"selfcheck-session"}"#, ""));
        assert_eq!(export.record.to_json(Millis(2000), Some("{")), without, "no file is spoilt by a session");
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        for edit in [
            "selfcheck-record => selfcheck-log",
            r#""version":1, => "#,
            r#""bank":"b" => "bank":"B b""#,
            r#""sittings":[ => "sittings":7,"x":["#,
            r#""sittings": => "seatings":"#,
            "}} => }",
        ] {
            assert_eq!(edited(edit), Err(Refusal::NotOurs), "{edit}");
        }
        assert_eq!(edited(r#""version":1 => "version":2"#), Err(Refusal::Newer));
        assert_eq!(edited(r#""bank":"b" => "bank":"c""#), Err(Refusal::OtherBank));
        let large = " ".repeat(MAX_BYTES) + WHOLE;
        assert_eq!(Export::read(&large, &BankId::parse("b").unwrap()), Err(Refusal::NotOurs));
    }

    #[test]
    fn parts_of_the_wrong_shape_are_left_out_and_counted() {
        for (edit, n_sittings, n_answers, n_left_out) in [
            (r#""sitting":"1000-7" => "sitting":7"#, 1, 0, 1),
            (r#""mode":"practice", => "#, 1, 0, 1),
            (r#""answers":[] => "answers":{}"#, 1, 2, 1),
            (r#""q":"a" => "q":"""#, 2, 1, 1),
            (r#""rating":"good" => "rating":4"#, 2, 1, 1),
            (r#""earned":0.5 => "earned":"all""#, 2, 2, 1),
            (r#"{"format":"selfcheck-session"} => 7"#, 2, 2, 1),
            (r#""sittings":[ => "sittings":[7,[],"x","#, 2, 2, 3),
            (r#""answers":[{ => "answers":[7,{},{"#, 2, 2, 2),
            // No part is of the wrong shape, but a sitting is there twice, and an answer.
            (r#""1500-8" => "1000-7""#, 1, 2, 0),
            (r#""q":"b" => "q":"a""#, 2, 1, 0),
        ] {
            let export = edited(edit).unwrap();
            let n = (export.record.sittings().len(), export.record.n_answers(), export.n_left_out);
            assert_eq!(n, (n_sittings, n_answers, n_left_out), "{edit}");
        }
        assert_eq!(edited(r#""savedMs":2000 => "savedMs":"today""#).unwrap().saved, None);
    }
}
