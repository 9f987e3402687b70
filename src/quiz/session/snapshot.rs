//! Snapshot: the saved form of a session, versioned JSON that names everything by id.

use super::action::Scope;
use super::plan::Planned;
use super::report::Millis;
use super::settings::Settings;
use super::{Phase, Session, phase_at};
use crate::quiz::bank::Bank;
use crate::quiz::bank::tree::{self, Tree, Value};
use crate::quiz::id::{BankId, Id, OptionId, QuestionId, TopicId};
use crate::quiz::response::Response;
use crate::quiz::shuffle::Seed;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
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
        // Writing to a string cannot fail: there is no map with keys that are not text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Snapshot::to_json`] wrote. Parts of the wrong shape are left out, not trusted.
    ///
    /// # Errors
    /// When it is not ours, or was written by a newer version.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        let tree = tree::from_json(json).map_err(|_| Refusal::NotOurs)?;
        if text(&tree, "format") != Some(FORMAT) {
            return Err(Refusal::NotOurs);
        }
        match whole(&tree, "version") {
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
        let mut seen = BTreeSet::new();
        let sheets: Vec<_> = (snapshot.sheets.into_iter())
            .filter(|sheet| seen.insert(sheet.planned.question.clone()))
            .filter_map(|sheet| mended(&bank, sheet))
            .collect();
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
    let known: Vec<_> = question.kind.options().iter().map(|option| option.id.clone()).collect();
    let mut options = sheet.planned.options;
    options.retain(|id| question.may_shuffle && known.contains(id));
    options.extend(known);
    let mut seen = BTreeSet::new();
    options.retain(|id| seen.insert(id.clone()));
    let response = sheet.response.map(|response| question.kind.understood(&response));
    let is_submitted = sheet.is_submitted && response.as_ref().is_some_and(Response::is_complete);
    Some(Sheet { planned: Planned { question: sheet.planned.question, options }, response, is_submitted })
}

fn read_body(tree: &Tree) -> Option<Snapshot> {
    let progress = match (text(tree, "phase")?, id(tree, "current")) {
        ("ready", _) => Progress::Ready,
        ("finished", _) => Progress::Finished,
        ("answering", Some(current)) => Progress::At(current),
        _ => return None,
    };
    Some(Snapshot {
        bank: id(tree, "bank")?,
        seed: Seed(u32::try_from(whole(tree, "seed")?).ok()?),
        scope: get(tree, "scope").filter(|scope| matches!(scope.value, Value::Table(_))).map(|scope| Scope {
            topics: ids::<TopicId>(scope, "topics"),
            count: whole(scope, "count").and_then(|count| u32::try_from(count).ok()),
        }),
        progress,
        elapsed: Millis(whole(tree, "elapsedMs")?),
        sheets: list(tree, "questions").iter().filter_map(read_sheet).collect(),
    })
}

fn read_sheet(tree: &Tree) -> Option<Sheet> {
    let planned = Planned { question: id(tree, "id")?, options: ids(tree, "options") };
    let response = get(tree, "response").and_then(read_response);
    Some(Sheet { planned, response, is_submitted: flag(tree, "submitted") == Some(true) })
}

fn read_response(tree: &Tree) -> Option<Response> {
    match text(tree, "kind")? {
        "single-choice" => Some(Response::SingleChoice { option: id(tree, "option") }),
        "multiple-response" => Some(Response::MultipleResponse {
            options: ids::<OptionId>(tree, "options").into_iter().collect(),
        }),
        "true-false" => {
            Some(Response::TrueFalse { verdict: flag(tree, "verdict"), reason: id(tree, "reason") })
        }
        _ => None,
    }
}

fn get<'t>(tree: &'t Tree, name: &str) -> Option<&'t Tree> {
    let Value::Table(entries) = &tree.value else { return None };
    entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn text<'t>(tree: &'t Tree, name: &str) -> Option<&'t str> {
    get(tree, name)?.value.as_text()
}

fn flag(tree: &Tree, name: &str) -> Option<bool> {
    if let Value::Bool(flag) = get(tree, name)?.value { Some(flag) } else { None }
}

fn whole(tree: &Tree, name: &str) -> Option<u64> {
    let Value::Number(n) = get(tree, name)?.value else { return None };
    let is_exact = n.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&n); // 2⁵³
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    is_exact.then_some(n as u64)
}

fn list<'t>(tree: &'t Tree, name: &str) -> &'t [Tree] {
    get(tree, name).and_then(|tree| tree.value.as_list()).unwrap_or_default()
}

fn id<T: Id>(tree: &Tree, name: &str) -> Option<T> {
    text(tree, name).and_then(T::parse)
}

fn ids<T: Id>(tree: &Tree, name: &str) -> Vec<T> {
    list(tree, name).iter().filter_map(|tree| T::parse(tree.value.as_text()?)).collect()
}

// The wire form. Kept apart from `Snapshot`, so that the inside can change and the JSON need not.

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    format: &'static str,
    version: u32,
    bank: &'a str,
    seed: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<WireScope<'a>>,
    phase: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<&'a str>,
    elapsed_ms: u64,
    questions: Vec<WireSheet<'a>>,
}

#[derive(Serialize)]
struct WireScope<'a> {
    topics: Vec<&'a str>,
    count: Option<u32>,
}

#[derive(Serialize)]
struct WireSheet<'a> {
    id: &'a str,
    options: &'a [OptionId],
    response: &'a Option<Response>,
    submitted: bool,
}

impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (phase, current) = match &self.progress {
            Progress::Ready => ("ready", None),
            Progress::At(question) => ("answering", Some(question.as_str())),
            Progress::Finished => ("finished", None),
        };
        Wire {
            format: FORMAT,
            version: VERSION,
            bank: self.bank.as_str(),
            seed: self.seed.0,
            scope: self.scope.as_ref().map(|scope| WireScope {
                topics: scope.topics.iter().map(Id::as_str).collect(),
                count: scope.count,
            }),
            phase,
            current,
            elapsed_ms: self.elapsed.0,
            questions: self
                .sheets
                .iter()
                .map(|sheet| WireSheet {
                    id: sheet.planned.question.as_str(),
                    options: &sheet.planned.options,
                    response: &sheet.response,
                    submitted: sheet.is_submitted,
                })
                .collect(),
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = concat!(
        r#"{"format":"selfcheck-session","version":1,"bank":"b","seed":7,"#,
        r#""scope":{"topics":["t"],"count":null},"phase":"answering","current":"q","elapsedMs":20,"#,
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
        assert_eq!(edited(r#"{"topics":["t"],"count":null} => "all""#).unwrap().scope, None);
    }
}
