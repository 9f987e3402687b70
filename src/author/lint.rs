//! Lint: what is likely to go wrong with a bank that can be read, and the list of all rules.

pub mod structure;
pub mod text;
pub mod words;

use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::{Level, Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};
use std::collections::BTreeMap;

/// Something that is checked.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// `F…` form of the files, `S…` structure of the bank.
    pub id: &'static str,
    /// How bad it usually is to break it.
    pub level: Level,
    /// What it asks for.
    pub title: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do where it is broken.
    pub remedy: &'static str,
}

const fn rule(
    id: &'static str,
    level: Level,
    title: &'static str,
    why: &'static str,
    remedy: &'static str,
) -> Rule {
    Rule { id, level, title, why, remedy }
}

/// Every rule. Those of the form and S1 to S3 are kept where a bank is read, as browsers need
/// them too; the rest is lint. (S4 is about kinds of question that do not exist yet.)
pub const RULES: &[Rule] = &[
    rule(
        "F1",
        Level::Error,
        "a file is UTF-8 text",
        "other encodings show the wrong letters",
        "save the file as UTF-8 in your editor",
    ),
    rule(
        "F2",
        Level::Error,
        "a file has at most 32 MB",
        "a larger one freezes phones, and is most likely not a bank",
        "check that it is the right file, or split the bank",
    ),
    rule(
        "F3",
        Level::Error,
        "a file is TOML or JSON, as its name says",
        "one slip hides everything after it",
        "mend the text at the place that is named",
    ),
    rule(
        "F4",
        Level::Error,
        "a bank is one file, or a folder with `bank.toml`",
        "it must be clear which files belong to a bank",
        "name another path, or add `bank.toml`",
    ),
    rule(
        "F5",
        Level::Error,
        "fields have known names and values of their type",
        "a misspelt field would be passed over in silence",
        "mend the field",
    ),
    rule(
        "F6",
        Level::Error,
        "an id has the shape of an id",
        "ids stand in web addresses and saved progress",
        "use a-z, 0-9, dot, hyphen and underscore",
    ),
    rule(
        "F7",
        Level::Error,
        "the format is one this program reads",
        "a newer format may mean something else by the same words",
        "write `format = 1`, or use a newer Selfcheck",
    ),
    rule(
        "F8",
        Level::Error,
        "texts hold allowed elements only",
        "what is never HTML can never run script",
        "use paragraphs, emphasis, code, lists, quotes, tables and links",
    ),
    rule(
        "S1",
        Level::Error,
        "there is a question; ids are unique; kinds and levels are known",
        "saved progress is kept by id",
        "change one of the two ids, or use a known name",
    ),
    rule(
        "S2",
        Level::Error,
        "what a question names is there",
        "a dangling name shows the learner a gap",
        "mend the name, or add what it names",
    ),
    rule(
        "S3",
        Level::Error,
        "a question has its key and a fitting number of options",
        "too few options are guessed, too many are not read",
        "mark the key; write 3 to 5 options, or 4 to 6 where several are keys",
    ),
    rule(
        "S5",
        Level::Error,
        "every option has a rationale of its own",
        "learners learn from why an option is right or wrong",
        "say why in 40 to 450 characters",
    ),
    rule(
        "S6",
        Level::Error,
        "no letters or positions of options in rationales and hints",
        "options are shown in another order each time",
        "say what the option says",
    ),
    rule(
        "S7",
        Level::Error,
        "options differ",
        "two that say the same cannot both be right, so both are ruled out",
        "write another option, or remove one",
    ),
    rule(
        "S8",
        Level::Warning,
        "questions differ",
        "a question met twice in one session tests memory of the first",
        "change one of the two, or remove it",
    ),
    rule(
        "S9",
        Level::Warning,
        "a scenario is short, has 3 or 4 questions, and none gives away another",
        "reading it must be worth the time",
        "shorten it, add questions, or reword the stem",
    ),
    rule(
        "S10",
        Level::Error,
        "quotes and brackets pair up; no double spaces or stray characters",
        "they are the traces of broken copying",
        "mend the text",
    ),
];

/// The problems of a bank that lint finds. `tree` is what the bank was read from.
#[must_use]
pub fn lint(bank: &Bank, tree: &Tree) -> Vec<Problem> {
    let mut findings = Findings { places: places_of(tree), problems: Vec::new() };
    structure::lint(bank, &mut findings);
    text::lint(bank, &mut findings);
    findings.problems
}

/// Where the rules put what they find.
pub struct Findings {
    places: BTreeMap<String, Place>,
    problems: Vec<Problem>,
}

impl Findings {
    /// Adds an error.
    pub fn error(
        &mut self,
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let path = path.into();
        self.problems.push(Problem::error(rule, self.place_of(&path), path, message, remedy));
    }

    /// Adds a warning.
    pub fn warning(
        &mut self,
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let path = path.into();
        let problem = Problem::error(rule, self.place_of(&path), path, message, remedy);
        self.problems.push(Problem { level: Level::Warning, ..problem });
    }

    /// Where a path stands in the files; of a field that is not there, the table it would be in.
    fn place_of(&self, path: &str) -> Place {
        let mut path = path;
        loop {
            if let Some(place) = self.places.get(path) {
                return *place;
            }
            path = path.rfind(['.', '[']).map_or("", |end| &path[..end]);
        }
    }
}

/// Every path of a tree, written as in [`Problem::path`].
fn places_of(tree: &Tree) -> BTreeMap<String, Place> {
    fn walk(tree: &Tree, path: String, into: &mut BTreeMap<String, Place>) {
        match &tree.value {
            Value::Table(entries) => {
                for (key, value) in entries {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    walk(value, path, into);
                }
            }
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let id = if path == "questions" { id_of(item) } else { None };
                    let id = id.map(|id| format!(" ({id})")).unwrap_or_default();
                    walk(item, format!("{path}[{index}]{id}"), into);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
        into.insert(path, tree.place);
    }
    let mut places = BTreeMap::new();
    walk(tree, String::new(), &mut places);
    places
}

fn id_of(tree: &Tree) -> Option<&str> {
    let Value::Table(entries) = &tree.value else { return None };
    let (_, id) = entries.iter().find(|(key, _)| key == "id")?;
    if let Value::Text(id) = &id.value { Some(id) } else { None }
}
