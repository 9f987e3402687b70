//! Snapshot: the saved form of a session, versioned JSON that names everything by id.

use super::action::Scope;
use super::attempt::{Attempt, Sheet, Standing};
use super::mode::Mode;
use super::plan::{Planned, is_shuffled, unsolve};
use super::report::Millis;
use super::settings::{Count, Settings, by_name};
use super::{Phase, Session};
use crate::quiz::bank::Bank;
use crate::quiz::bank::json::{from_json, to_json};
use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::calibration::Certainty;
use crate::quiz::id::{BankId, Id, OptionId, QuestionId};
use crate::quiz::memory::rating::Rating;
use crate::quiz::response::Response;
use crate::quiz::shuffle::Seed;
use std::rc::Rc;

const FORMAT: &str = "selfcheck-session";
const VERSION: u32 = 1;
const HINT: &str = "hint";
const CERTAINTY: &str = "certainty";
const FLAGGED: &str = "flagged";
const RATING: &str = "rating";

/// Everything of a session that cannot be worked out again. Scores are not in it: they follow
/// from the bank, which may have been mended since.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The bank it belongs to.
    pub bank: BankId,
    /// The mode it began in. What earlier versions saved was practice.
    pub mode: Mode,
    /// The seed the plan was drawn from.
    pub seed: Seed,
    /// What the learner chose on the start screen.
    pub scope: Option<Scope>,
    /// How far the session is.
    pub progress: Progress,
    /// When it began; the beginning of time where an earlier version saved it.
    pub began: Millis,
    /// Time spent by `at`.
    pub elapsed: Millis,
    /// When the last action came, of an exam: its clock goes on.
    pub at: Millis,
    /// The plan, with what the learner gave. What earlier versions saved has no attempts: a response that
    /// was checked was the only one.
    pub sheets: Vec<Sheet>,
}

/// How far a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not started.
    Ready,
    /// At that question.
    At(QuestionId),
    /// Away from it, with the clock stopped.
    Paused(QuestionId),
    /// At the results.
    Finished,
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
            Progress::Paused(question) => ("paused", Some(question.as_str().into())),
            Progress::Finished => ("finished", None),
        };
        let scope = |scope: &Scope| {
            table([("topics", Some(write_ids(&scope.topics))), ("count", scope.count.map(Tree::from))])
        };
        let has_mode = self.mode != Mode::Practice;
        let is_set = |at: Millis| (at != Millis::default()).then(|| at.into());
        to_json(&table([
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("bank", Some(self.bank.as_str().into())),
            ("mode", has_mode.then(|| self.mode.name().into())),
            ("seed", Some(self.seed.0.into())),
            ("scope", self.scope.as_ref().map(scope)),
            ("phase", Some(phase.into())),
            ("current", current),
            ("beganMs", is_set(self.began)),
            ("elapsedMs", Some(self.elapsed.into())),
            ("atMs", is_set(self.at)),
            ("questions", Some(self.sheets.iter().map(write_sheet).collect())),
        ]))
    }

    /// Reads what [`Snapshot::to_json`] wrote. Parts of the wrong shape are left out, not trusted.
    ///
    /// # Errors
    /// When it is not ours, or was written by a newer version.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        read_body(&tree_of(json, FORMAT, VERSION)?).ok_or(Refusal::NotOurs)
    }
}

/// The tree of something that was kept, if it is of this format and version.
pub(in crate::quiz) fn tree_of(json: &str, format: &str, version: u32) -> Result<Tree, Refusal> {
    let tree = from_json(json).map_err(|_| Refusal::NotOurs)?;
    if tree.get("format").and_then(Tree::as_text) != Some(format) {
        return Err(Refusal::NotOurs);
    }
    match tree.get("version").and_then(Tree::as_whole) {
        Some(found) if found == u64::from(version) => Ok(tree),
        Some(found) if found > u64::from(version) => Err(Refusal::Newer),
        _ => Err(Refusal::NotOurs),
    }
}

/// How a session is saved and restored.
impl Session {
    /// The session in its saved form.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            bank: self.bank.about().id.clone(),
            mode: self.settings.mode,
            seed: self.seed,
            scope: self.scope.clone(),
            progress: match self.phase.place().and_then(|position| self.question_at(position)) {
                Some(question) if self.phase.is_under_way() => Progress::At(question.id.clone()),
                Some(question) => Progress::Paused(question.id.clone()),
                None if self.phase == Phase::Finished => Progress::Finished,
                None => Progress::Ready,
            },
            began: self.began,
            elapsed: self.elapsed,
            at: if self.settings.mode == Mode::Exam { self.seen } else { Millis::default() },
            sheets: self.sheets.clone(),
        }
    }

    /// The session that a snapshot was taken of, as far as the bank still has its questions and
    /// options, in the mode it began in. Time counts on from `now`; in an exam that was not paused, from when
    /// it was left. Before the start there is nothing to keep but the
    /// choice and the seed, so the plan is drawn from the bank and the settings as they are now.
    ///
    /// # Errors
    /// When the snapshot belongs to another bank, or nothing of it is left.
    pub fn restore(
        bank: Rc<Bank>,
        mut settings: Settings,
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
        settings.mode = snapshot.mode;
        let is_exam = snapshot.mode == Mode::Exam;
        let mut sheets: Vec<Sheet> = Vec::new();
        for sheet in snapshot.sheets {
            if !sheets.iter().any(|earlier| earlier.planned.question == sheet.planned.question) {
                sheets.extend(mended(&bank, sheet, is_exam));
            }
        }
        let Some(last) = sheets.len().checked_sub(1) else { return Err(Refusal::NothingLeft) };
        let position = match &snapshot.progress {
            Progress::At(question) | Progress::Paused(question) => {
                // If the bank lost the question: the first open one, or else the last one, from
                // which the learner goes on to the results.
                let position = (sheets.iter().position(|sheet| sheet.planned.question == *question))
                    .or_else(|| sheets.iter().position(|sheet| sheet.standing != Standing::Done))
                    .unwrap_or(last);
                Some(position)
            }
            Progress::Ready | Progress::Finished => None,
        };
        let mut session = Self {
            bank,
            settings,
            seed: snapshot.seed,
            scope: snapshot.scope,
            phase: Phase::Finished,
            sheets,
            // Earlier versions did not save it.
            began: if snapshot.began == Millis::default() {
                now.since(snapshot.elapsed)
            } else {
                snapshot.began
            },
            elapsed: snapshot.elapsed,
            seen: if is_exam { snapshot.at.min(now) } else { now },
        };
        session.close_attempts();
        if is_exam && position.is_some() {
            session.reopen();
        }
        if let Some(position) = position {
            let is_paused = is_exam && matches!(snapshot.progress, Progress::Paused(_));
            session.phase = if is_paused { Phase::Paused { position } } else { session.phase_at(position) };
        }
        Ok(session)
    }

    /// Until an exam is handed in, nothing of it is checked, whatever a snapshot says.
    fn reopen(&mut self) {
        for sheet in &mut self.sheets {
            sheet.standing = Standing::Open;
            sheet.attempts.clear();
        }
    }

    /// Takes back offers of another attempt that do not hold any more: the bank or the settings may
    /// have changed.
    fn close_attempts(&mut self) {
        for position in 0..self.sheets.len() {
            let (Some(question), sheet) = (self.question_at(position), &self.sheets[position]) else {
                continue;
            };
            let is_over = sheet.attempts.last().is_some_and(|last| {
                sheet.standing == Standing::Retry
                    && self.is_over(question, &last.response, sheet.attempts.len())
            });
            if is_over {
                self.sheets[position].standing = Standing::Done;
            }
        }
    }
}

/// A saved sheet as far as the bank still knows its question and options. New options come last,
/// or where the author put them if the order is fixed.
fn mended(bank: &Bank, sheet: Sheet, is_exam: bool) -> Option<Sheet> {
    let question = bank.question(&sheet.planned.question)?;
    let known = question.kind.option_ids();
    let mut options: Vec<OptionId> = Vec::new();
    for id in sheet.planned.options.iter().filter(|_| is_shuffled(question)).chain(&known) {
        if known.contains(id) && !options.contains(id) {
            options.push(id.clone());
        }
    }
    unsolve(question, &mut options);
    let understood = |response: &Response| question.kind.understood(response);
    let response = sheet.response.as_ref().map(understood);
    let attempts = sheet
        .attempts
        .into_iter()
        .map(|attempt| Attempt { response: understood(&attempt.response), ..attempt });
    let is_answer = |response: &Response| match is_exam {
        true => question.kind.is_begun(response),
        false => question.kind.is_complete(response),
    };
    let attempts = attempts.filter(|attempt| is_answer(&attempt.response)).collect();
    let is_checked = response.as_ref().is_some_and(is_answer);
    let standing = if is_checked { sheet.standing } else { Standing::Open };
    let planned = Planned { question: sheet.planned.question, options };
    Some(Sheet { planned, response, attempts, standing, ..sheet })
}

fn read_body(tree: &Tree) -> Option<Snapshot> {
    let whole = |name| tree.get(name).and_then(Tree::as_whole);
    let current = tree.get("current").and_then(Tree::as_id);
    let progress = match (tree.get("phase")?.as_text()?, current) {
        ("ready", _) => Progress::Ready,
        ("finished", _) => Progress::Finished,
        ("answering", Some(current)) => Progress::At(current),
        ("paused", Some(current)) => Progress::Paused(current),
        _ => return None,
    };
    Some(Snapshot {
        bank: tree.get("bank")?.as_id()?,
        mode: match tree.get("mode") {
            Some(mode) => by_name(Mode::NAMES, mode.as_text()?)?,
            None => Mode::Practice,
        },
        seed: Seed(u32::try_from(whole("seed")?).ok()?),
        scope: tree.get("scope").filter(|scope| matches!(scope.value, Value::Table(_))).map(|scope| Scope {
            topics: ids(scope, "topics"),
            count: scope.get("count").and_then(read_count),
        }),
        progress,
        began: Millis(whole("beganMs").unwrap_or_default()),
        elapsed: Millis(whole("elapsedMs")?),
        at: Millis(whole("atMs").unwrap_or_default()),
        sheets: tree.get("questions")?.items().iter().filter_map(read_sheet).collect(),
    })
}

fn read_count(tree: &Tree) -> Option<Count> {
    match tree.as_text() {
        Some(text) => (text == Count::AUTO).then_some(Count::Auto),
        None => tree.as_whole().and_then(|count| u32::try_from(count).ok()).map(Count::Of),
    }
}

fn read_sheet(tree: &Tree) -> Option<Sheet> {
    let is = |name| tree.get(name).and_then(Tree::as_bool) == Some(true);
    let standing = match (is("submitted"), is("retry")) {
        (true, _) => Standing::Done,
        (false, true) => Standing::Retry,
        (false, false) => Standing::Open,
    };
    let attempts = tree.get("attempts").map(Tree::items).unwrap_or_default();
    let mut attempts: Vec<_> = attempts.iter().filter_map(read_attempt).collect();
    // A hint that was open at an attempt stays open.
    let has_hint = is(HINT) || attempts.iter().any(|attempt| attempt.has_hint);
    let response = read_response(tree);
    let certainty = read_certainty(tree);
    let checked = response.clone().filter(|_| standing != Standing::Open);
    if let Some(response) = checked
        && attempts.last().is_none_or(|last| last.response != response)
    {
        attempts.push(Attempt { response, has_hint, certainty });
    }
    let planned = Planned { question: tree.get("id")?.as_id()?, options: ids(tree, "options") };
    let rating = tree.get(RATING).and_then(Tree::as_text).and_then(|name| by_name(Rating::NAMES, name));
    let is_flagged = is(FLAGGED);
    Some(Sheet { planned, response, attempts, standing, has_hint, certainty, is_flagged, rating })
}

fn read_attempt(tree: &Tree) -> Option<Attempt> {
    let has_hint = tree.get(HINT).and_then(Tree::as_bool) == Some(true);
    Some(Attempt { response: read_response(tree)?, has_hint, certainty: read_certainty(tree) })
}

fn read_certainty(tree: &Tree) -> Option<Certainty> {
    tree.get(CERTAINTY).and_then(Tree::as_text).and_then(Certainty::by_name)
}

fn read_response(tree: &Tree) -> Option<Response> {
    tree.get("response").and_then(Response::read)
}

fn ids<T: Id>(tree: &Tree, name: &str) -> Vec<T> {
    tree.get(name).map(Tree::items).unwrap_or_default().iter().filter_map(Tree::as_id).collect()
}

fn write_ids<T: Id>(ids: &[T]) -> Tree {
    ids.iter().map(|id| Tree::from(id.as_str())).collect()
}

fn write_sheet(sheet: &Sheet) -> Tree {
    let attempt = |attempt: &Attempt| {
        table([
            ("response", Some(attempt.response.to_tree())),
            (HINT, attempt.has_hint.then(|| true.into())),
            (CERTAINTY, attempt.certainty.map(|certainty| certainty.name().into())),
        ])
    };
    table([
        ("id", Some(sheet.planned.question.as_str().into())),
        ("options", Some(write_ids(&sheet.planned.options))),
        ("response", sheet.response.as_ref().map(Response::to_tree)),
        ("submitted", Some((sheet.standing == Standing::Done).into())),
        ("retry", (sheet.standing == Standing::Retry).then(|| true.into())),
        (HINT, sheet.has_hint.then(|| true.into())),
        (CERTAINTY, sheet.certainty.map(|certainty| certainty.name().into())),
        (FLAGGED, sheet.is_flagged.then(|| true.into())),
        (RATING, sheet.rating.map(|rating| rating.name().into())),
        ("attempts", (!follows(sheet)).then(|| sheet.attempts.iter().map(attempt).collect())),
    ])
}

/// Whether the attempts follow from the rest of a sheet, as in what versions without them saved: none
/// while it is open, else one, with the response that is there.
fn follows(sheet: &Sheet) -> bool {
    match sheet.attempts.as_slice() {
        [] => true,
        [one] => {
            sheet.standing != Standing::Open
                && (one.has_hint, one.certainty) == (sheet.has_hint, sheet.certainty)
        }
        _ => false,
    }
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
    fn attempts_are_written_where_they_do_not_follow_from_the_response() {
        let one = r#"{"kind":"single-choice","option":"a"},"submitted":true}"#;
        let two = r#"{"kind":"single-choice","option":"b"},"submitted":false,"retry":true,"hint":true,"#;
        let attempts = concat!(
            r#""attempts":[{"response":{"kind":"single-choice","option":"a"}},"#,
            r#"{"response":{"kind":"single-choice","option":"b"},"hint":true}]}"#,
        );
        let json = WHOLE.replace(one, &format!("{two}{attempts}"));
        let sheet = Snapshot::read(&json).unwrap().sheets.pop().unwrap();
        assert_eq!((sheet.standing, sheet.attempts.len(), sheet.has_hint), (Standing::Retry, 2, true));
        assert_eq!(Snapshot::read(&json).unwrap().to_json(), json);
        // One attempt that went with the hint which is open now is the response that is there.
        let last = WHOLE.replace(one, &format!("{}}}", two.trim_end_matches(',')));
        let sheet = Snapshot::read(&last).unwrap().sheets.pop().unwrap();
        let attempt = Attempt { response: sheet.response.clone().unwrap(), has_hint: true, certainty: None };
        assert_eq!(sheet.attempts, [attempt]);
        assert_eq!(Snapshot::read(&last).unwrap().to_json(), last);
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
        let without_response = Sheet { response: None, attempts: Vec::new(), ..whole.clone() };
        let open = Sheet { standing: Standing::Open, attempts: Vec::new(), ..whole.clone() };
        for (edit, expected) in [
            (r#""questions":[{"id":"q" => "questions":[{"id":7"#, None),
            (r#""questions":[ => "questions":[7,"#, Some(whole.clone())),
            (r#"["b","a"] => ["b",7,"B b","a"]"#, Some(whole.clone())),
            ("single-choice => essay", Some(without_response.clone())),
            (r#""kind":"single-choice", => "#, Some(without_response)),
            (r#""submitted":true => "submitted":"true""#, Some(open)),
        ] {
            assert_eq!(edited(edit).unwrap().sheets.pop(), expected, "{edit}");
        }
        assert_eq!(edited(r#"{"topics":["t"]} => "all""#).unwrap().scope, None);
        let scope = edited(r#"["t"] => ["t",7],"count":-3"#).unwrap().scope.unwrap();
        assert_eq!((scope.topics.len(), scope.count), (1, None));
    }
}
