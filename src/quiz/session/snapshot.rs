//! Snapshot: the saved form of a session, versioned JSON that names everything by id.

use super::action::Scope;
use super::plan::{Planned, is_shuffled, unsolve};
use super::report::Millis;
use super::settings::Settings;
use super::{Phase, Session, phase_at};
use crate::quiz::bank::Bank;
use crate::quiz::bank::json::{from_json, to_json};
use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::id::{BankId, Id, OptionId, QuestionId};
use crate::quiz::response::Response;
use crate::quiz::shuffle::Seed;
use std::rc::Rc;

const FORMAT: &str = "selfcheck-session";
const VERSION: u32 = 1;

/// Everything of a session that cannot be worked out again. Scores are not in it: they follow
/// from the bank, which may have been mended since.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The bank it belongs to.
    pub bank: BankId,
    /// The seed the plan was drawn from.
    pub seed: Seed,
    /// What the learner chose on the start screen.
    pub scope: Option<Scope>,
    /// How far the session is.
    pub progress: Progress,
    /// Time spent so far.
    pub elapsed: Millis,
    /// The plan, with what the learner gave.
    pub sheets: Vec<Sheet>,
}

/// How far a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not started.
    Ready,
    /// At that question.
    At(QuestionId),
    /// At the results.
    Finished,
}

/// A question of the plan and what the learner gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The question and its options as shown.
    pub planned: Planned,
    /// What the learner gave, complete or not.
    pub response: Option<Response>,
    /// Whether it was checked; then it stays as it is.
    pub is_submitted: bool,
}

/// Why a snapshot cannot be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not a snapshot of Selfcheck, or not a whole one.
    NotOurs,
    /// A newer Selfcheck wrote it; this one leaves it alone.
    Newer,
    /// It belongs to another bank.
    OtherBank,
    /// None of its questions is in the bank any more.
    NothingLeft,
}

impl Snapshot {
    /// Its JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let (phase, current) = match &self.progress {
            Progress::Ready => ("ready", None),
            Progress::At(question) => ("answering", Some(question.as_str().into())),
            Progress::Finished => ("finished", None),
        };
        let scope = |scope: &Scope| {
            table([("topics", Some(write_ids(&scope.topics))), ("count", scope.count.map(Tree::from))])
        };
        // Times stay below 2⁵³: `Millis` sees to it.
        #[allow(clippy::cast_precision_loss)]
        let elapsed = self.elapsed.0 as f64;
        to_json(&table([
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("bank", Some(self.bank.as_str().into())),
            ("seed", Some(self.seed.0.into())),
            ("scope", self.scope.as_ref().map(scope)),
            ("phase", Some(phase.into())),
            ("current", current),
            ("elapsedMs", Some(elapsed.into())),
            ("questions", Some(self.sheets.iter().map(write_sheet).collect())),
        ]))
    }

    /// Reads what [`Snapshot::to_json`] wrote. Parts of the wrong shape are left out, not trusted.
    ///
    /// # Errors
    /// When it is not ours, or was written by a newer version.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        let tree = from_json(json).map_err(|_| Refusal::NotOurs)?;
        if tree.get("format").and_then(Tree::as_text) != Some(FORMAT) {
            return Err(Refusal::NotOurs);
        }
        match tree.get("version").and_then(Tree::as_whole) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) if version > u64::from(VERSION) => return Err(Refusal::Newer),
            _ => return Err(Refusal::NotOurs),
        }
        read_body(&tree).ok_or(Refusal::NotOurs)
    }
}

/// How a session is saved and restored.
impl Session {
    /// The session in its saved form.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            bank: self.bank.about().id.clone(),
            seed: self.seed,
            scope: self.scope.clone(),
            progress: match self.shown() {
                Some(shown) => Progress::At(shown.question.id.clone()),
                None if self.phase == Phase::Finished => Progress::Finished,
                None => Progress::Ready,
            },
            elapsed: self.elapsed,
            sheets: self.sheets.clone(),
        }
    }

    /// The session that a snapshot was taken of, as far as the bank still has its questions and
    /// options. Time counts on from `now`. Before the start there is nothing to keep but the
    /// choice and the seed, so the plan is drawn from the bank and the settings as they are now.
    ///
    /// # Errors
    /// When the snapshot belongs to another bank, or nothing of it is left.
    pub fn restore(
        bank: Rc<Bank>,
        settings: Settings,
        snapshot: Snapshot,
        now: Millis,
    ) -> Result<Self, Refusal> {
        if snapshot.bank != bank.about().id {
            return Err(Refusal::OtherBank);
        }
        if snapshot.progress == Progress::Ready {
            let mut session = Self::new(bank, settings, snapshot.seed);
            session.scope = snapshot.scope;
            session.draw();
            return Ok(session);
        }
        let mut sheets: Vec<Sheet> = Vec::new();
        for sheet in snapshot.sheets {
            if !sheets.iter().any(|earlier| earlier.planned.question == sheet.planned.question) {
                sheets.extend(mended(&bank, sheet));
            }
        }
        let Some(last) = sheets.len().checked_sub(1) else { return Err(Refusal::NothingLeft) };
        let phase = match &snapshot.progress {
            Progress::At(question) => {
                // If the bank lost the question: the first open one, or else the last one, from
                // which the learner goes on to the results.
                let position = (sheets.iter().position(|sheet| sheet.planned.question == *question))
                    .or_else(|| sheets.iter().position(|sheet| !sheet.is_submitted))
                    .unwrap_or(last);
                phase_at(position, &sheets[position])
            }
            Progress::Ready | Progress::Finished => Phase::Finished,
        };
        Ok(Self {
            bank,
            settings,
            seed: snapshot.seed,
            scope: snapshot.scope,
            phase,
            sheets,
            elapsed: snapshot.elapsed,
            seen: now,
        })
    }
}

/// A saved sheet as far as the bank still knows its question and options. New options come last,
/// or where the author put them if the order is fixed.
fn mended(bank: &Bank, sheet: Sheet) -> Option<Sheet> {
    let question = bank.question(&sheet.planned.question)?;
    let known = question.kind.option_ids();
    let mut options: Vec<OptionId> = Vec::new();
    for id in sheet.planned.options.iter().filter(|_| is_shuffled(question)).chain(&known) {
        if known.contains(id) && !options.contains(id) {
            options.push(id.clone());
        }
    }
    unsolve(question, &mut options);
    let response = sheet.response.map(|response| question.kind.understood(&response));
    let is_submitted =
        sheet.is_submitted && response.as_ref().is_some_and(|response| question.kind.is_complete(response));
    Some(Sheet { planned: Planned { question: sheet.planned.question, options }, response, is_submitted })
}

fn read_body(tree: &Tree) -> Option<Snapshot> {
    let whole = |name| tree.get(name).and_then(Tree::as_whole);
    let current = tree.get("current").and_then(Tree::as_id);
    let progress = match (tree.get("phase")?.as_text()?, current) {
        ("ready", _) => Progress::Ready,
        ("finished", _) => Progress::Finished,
        ("answering", Some(current)) => Progress::At(current),
        _ => return None,
    };
    Some(Snapshot {
        bank: tree.get("bank")?.as_id()?,
        seed: Seed(u32::try_from(whole("seed")?).ok()?),
        scope: tree.get("scope").filter(|scope| matches!(scope.value, Value::Table(_))).map(|scope| Scope {
            topics: ids(scope, "topics"),
            count: scope.get("count").and_then(Tree::as_whole).and_then(|count| u32::try_from(count).ok()),
        }),
        progress,
        elapsed: Millis(whole("elapsedMs")?),
        sheets: tree.get("questions")?.items().iter().filter_map(read_sheet).collect(),
    })
}

fn read_sheet(tree: &Tree) -> Option<Sheet> {
    let planned = Planned { question: tree.get("id")?.as_id()?, options: ids(tree, "options") };
    let response = tree.get("response").and_then(Response::read);
    let is_submitted = tree.get("submitted").and_then(Tree::as_bool) == Some(true);
    Some(Sheet { planned, response, is_submitted })
}

fn ids<T: Id>(tree: &Tree, name: &str) -> Vec<T> {
    tree.get(name).map(Tree::items).unwrap_or_default().iter().filter_map(Tree::as_id).collect()
}

fn write_ids<T: Id>(ids: &[T]) -> Tree {
    ids.iter().map(|id| Tree::from(id.as_str())).collect()
}

fn write_sheet(sheet: &Sheet) -> Tree {
    table([
        ("id", Some(sheet.planned.question.as_str().into())),
        ("options", Some(write_ids(&sheet.planned.options))),
        ("response", sheet.response.as_ref().map(Response::to_tree)),
        ("submitted", Some(sheet.is_submitted.into())),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = concat!(
        r#"{"format":"selfcheck-session","version":1,"bank":"b","seed":7,"#,
        r#""scope":{"topics":["t"]},"phase":"answering","current":"q","elapsedMs":20,"#,
        r#""questions":[{"id":"q","options":["b","a"],"#,
        r#""response":{"kind":"single-choice","option":"a"},"submitted":true}]}"#,
    );

    /// What reading gives after an edit, written as `this => that`.
    fn edited(edit: &str) -> Result<Snapshot, Refusal> {
        let (this, that) = edit.split_once(" => ").unwrap();
        assert!(WHOLE.contains(this), "{this}");
        Snapshot::read(&WHOLE.replacen(this, that, 1))
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        assert_eq!(Snapshot::read(WHOLE).unwrap().to_json(), WHOLE);
    }

    #[test]
    fn a_snapshot_that_is_not_whole_is_refused() {
        for edit in [
            "selfcheck-session => selfcheck-bank",
            r#""version":1, => "#,
            r#""version":1 => "version":0"#,
            r#""version":1 => "version":1.5"#,
            r#""bank":"b" => "bank":"B b""#,
            r#""seed":7, => "#,
            r#""seed":7 => "seed":4294967296"#,
            r#""phase":"answering" => "phase":"feedback""#,
            r#""current":"q", => "#,
            r#""elapsedMs":20 => "elapsedMs":1e300"#,
            "} => ",
        ] {
            assert_eq!(edited(edit), Err(Refusal::NotOurs), "{edit}");
        }
    }

    #[test]
    fn a_newer_snapshot_is_told_from_one_that_is_not_ours() {
        assert_eq!(edited(r#""version":1 => "version":2"#), Err(Refusal::Newer));
        assert_eq!(edited(r#""version":1,"bank":"b" => "version":9,"book":"b""#), Err(Refusal::Newer));
    }

    #[test]
    fn parts_of_the_wrong_shape_are_left_out() {
        let whole = Snapshot::read(WHOLE).unwrap().sheets.pop().unwrap();
        let without_response = Sheet { response: None, ..whole.clone() };
        for (edit, expected) in [
            (r#""questions":[{"id":"q" => "questions":[{"id":7"#, None),
            (r#""questions":[ => "questions":[7,"#, Some(whole.clone())),
            (r#"["b","a"] => ["b",7,"B b","a"]"#, Some(whole.clone())),
            ("single-choice => essay", Some(without_response.clone())),
            (r#""kind":"single-choice", => "#, Some(without_response)),
            (r#""submitted":true => "submitted":"true""#, Some(Sheet { is_submitted: false, ..whole })),
        ] {
            assert_eq!(edited(edit).unwrap().sheets.pop(), expected, "{edit}");
        }
        assert_eq!(edited(r#"{"topics":["t"]} => "all""#).unwrap().scope, None);
        let scope = edited(r#"["t"] => ["t",7],"count":-3"#).unwrap().scope.unwrap();
        assert_eq!((scope.topics.len(), scope.count), (1, None));
    }
}
