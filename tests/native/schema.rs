//! The JSON Schema of banks says what the reader says: which fields there are, and which banks are
//! well formed. It is written by hand beside the reader, so nothing else would notice a drift.

use crate::broken_files::scratch;
use crate::repository::root;
use jsonschema::Validator;
use selfcheck::author::check::check;
use selfcheck::author::source::Sources;
use selfcheck::author::{json, schema, toml};
use selfcheck::quiz::Kind;
use selfcheck::quiz::bank::CognitiveLevel;
use selfcheck::quiz::bank::json::to_json;
use selfcheck::quiz::bank::problem::Problem;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::settings::Shuffle;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every table that a bank may have, each with the fields it must have and one it may not.
const EVERY_TABLE: &str = r#"{"zz": 1, "format": 1, "id": "b", "title": "B",
  "settings": {"zz": 1, "topics": ["t"]}, "rest": {"zz": 1, "address": "a", "check": "c"},
  "topics": [{"zz": 1, "id": "t", "title": "T", "objectives": [{"zz": 1, "id": "o", "text": "x"}]}],
  "scenarios": [{"zz": 1, "id": "s", "text": "x"}], "terms": [{"zz": 1, "word": "w", "text": "x"}],
  "questions": [
    {"zz": 1, "id": "sc", "kind": "single-choice", "topic": "t", "stem": "?",
     "options": [{"zz": 1, "text": "1", "correct": true}, {"text": "2"}], "sources": [{"zz": 1, "address": "https://a.b"}]},
    {"zz": 1, "id": "mr", "kind": "multiple-response", "topic": "t", "stem": "?",
     "options": [{"text": "1", "correct": true}, {"text": "2", "correct": true}, {"text": "3"}]},
    {"zz": 1, "id": "tf", "kind": "true-false", "topic": "t", "stem": "?", "key": true,
     "reasons": [{"zz": 1, "text": "1", "correct": true}, {"text": "2"}]},
    {"zz": 1, "id": "or", "kind": "ordering", "topic": "t", "stem": "?",
     "steps": [{"zz": 1, "text": "1"}, {"text": "2"}, {"text": "3"}]},
    {"zz": 1, "id": "ma", "kind": "matching", "topic": "t", "stem": "?",
     "responses": [{"zz": 1, "id": "a", "text": "1"}, {"id": "b", "text": "2"}],
     "premises": [{"zz": 1, "text": "1", "key": "a"}, {"text": "2", "key": "b"}]},
    {"zz": 1, "id": "fi", "kind": "fill-in", "topic": "t", "stem": "____",
     "answers": [{"zz": 1, "text": "x", "correct": true}]},
    {"zz": 1, "id": "gr", "kind": "grid", "topic": "t", "stem": "?",
     "columns": [{"zz": 1, "id": "a", "text": "1"}, {"id": "b", "text": "2"}],
     "rows": [{"zz": 1, "text": "1", "key": "a"}, {"text": "2", "key": "b"}]},
    {"zz": 1, "id": "nu", "kind": "numeric", "topic": "t", "stem": "?",
     "answers": [{"zz": 1, "value": 1, "correct": true}]},
    {"zz": 1, "id": "cl", "kind": "cloze", "topic": "t", "stem": "?", "passage": "{{a}} {{b}} {{c}}",
     "gaps": [{"zz": 1, "id": "a", "options": [{"zz": 1, "text": "1", "correct": true}, {"text": "2"}]},
       {"zz": 1, "id": "b", "answers": [{"text": "x", "correct": true}]},
       {"zz": 1, "id": "c", "answers": [{"value": 1, "correct": true}]}]},
    {"zz": 1, "id": "re", "kind": "reflection", "topic": "t", "stem": "?", "model": "m",
     "checks": [{"zz": 1, "text": "1"}]},
    {"zz": 1, "id": "ho", "kind": "hotspot", "topic": "t", "stem": "?",
     "image": [["img", {"src": "a.svg", "alt": "A", "width": "9", "height": "9"}]],
     "regions": [{"zz": 1, "text": "1", "rect": [0, 0, 4, 4], "correct": true}, {"text": "2", "circle": [7, 7, 1]}]}]}"#;

/// Where each table is in [`EVERY_TABLE`], and its name in the schema; of a question its kind.
const TABLES: &[(&str, &str)] = &[
    ("", "Bank"),
    ("settings", "Settings"),
    ("rest", "Rest"),
    ("topics[0]", "Topic"),
    ("topics[0].objectives[0]", "Objective"),
    ("scenarios[0]", "Scenario"),
    ("terms[0]", "Term"),
    ("questions[0] (sc)", "single-choice"),
    ("questions[0] (sc).options[0]", "Choice"),
    ("questions[0] (sc).sources[0]", "Source"),
    ("questions[1] (mr)", "multiple-response"),
    ("questions[2] (tf)", "true-false"),
    ("questions[2] (tf).reasons[0]", "Choice"),
    ("questions[3] (or)", "ordering"),
    ("questions[3] (or).steps[0]", "Step"),
    ("questions[4] (ma)", "matching"),
    ("questions[4] (ma).responses[0]", "Counterpart"),
    ("questions[4] (ma).premises[0]", "Premise"),
    ("questions[5] (fi)", "fill-in"),
    ("questions[5] (fi).answers[0]", "Choice"),
    ("questions[6] (gr)", "grid"),
    ("questions[6] (gr).columns[0]", "Counterpart"),
    ("questions[6] (gr).rows[0]", "Premise"),
    ("questions[7] (nu)", "numeric"),
    ("questions[7] (nu).answers[0]", "Range"),
    ("questions[8] (cl)", "cloze"),
    ("questions[8] (cl).gaps[0]", "Gap"),
    ("questions[8] (cl).gaps[0].options[0]", "Choice"),
    ("questions[8] (cl).gaps[1]", "Gap"),
    ("questions[8] (cl).gaps[2]", "Gap"),
    ("questions[9] (re)", "reflection"),
    ("questions[9] (re).checks[0]", "Check"),
    ("questions[10] (ho)", "hotspot"),
    ("questions[10] (ho).regions[0]", "Region"),
];

fn the_schema() -> Value {
    serde_json::from_str(&schema::of_files()).unwrap()
}

/// The fields of a table in the schema: of a file, of a question by its kind, or of a definition.
fn fields_in(schema: &Value, name: &str) -> BTreeSet<String> {
    let question = &schema["$defs"]["Question"];
    let rules = question["allOf"].as_array().unwrap().iter();
    let mut of_kind = rules.filter(|rule| rule["if"]["properties"]["kind"]["const"] == name);
    match (name, of_kind.next()) {
        ("Bank", _) => keys(&schema["properties"]),
        ("Part", _) => {
            let of_head = schema["if"]["anyOf"].as_array().unwrap();
            let of_head: Vec<_> = of_head.iter().map(|name| name["required"][0].as_str().unwrap()).collect();
            let all = keys(&schema["properties"]).into_iter();
            all.filter(|name| !of_head.contains(&name.as_str())).collect()
        }
        (_, Some(rule)) => {
            let names = rule["then"]["propertyNames"]["enum"].as_array().unwrap();
            let names: BTreeSet<_> = names.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
            assert!(names.is_subset(&keys(&question["properties"])), "{name}");
            names
        }
        (_, None) => keys(&schema["$defs"][name]["properties"]),
    }
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// What stands between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(|name| name.trim_matches(['[', ']']).to_owned())
}

/// The problems of a text as a bank, with an unknown field `zz` somewhere: those that report it.
fn unknown_fields(test: &str, name: &str, text: &str) -> Vec<Problem> {
    let path = scratch(test).join(name);
    fs::write(&path, text).unwrap();
    let problems = check(&path).problems;
    problems.into_iter().filter(|problem| problem.path.ends_with("zz")).collect()
}

/// The value at a path such as `questions[0] (q).options[1]`.
fn value_at<'v>(value: &'v Value, path: &str) -> &'v Value {
    let bare = path.split(" (").map(|part| part.split_once(')').map_or(part, |(_, rest)| rest));
    let pointer = bare.collect::<String>().replace(['.', '['], "/").replace(']', "");
    value.pointer(&if pointer.is_empty() { pointer } else { format!("/{pointer}") }).unwrap()
}

#[test]
fn fields_of_the_schema_are_those_that_the_reader_asks_for() {
    let (schema, bank): (_, Value) = (the_schema(), serde_json::from_str(EVERY_TABLE).unwrap());
    let problems = unknown_fields("schema-fields", "bank.json", EVERY_TABLE);
    assert_eq!(problems.len(), TABLES.len(), "{problems:#?}");
    for (path, name) in TABLES {
        let at = if path.is_empty() { "zz".to_owned() } else { format!("{path}.zz") };
        let problem = problems.iter().find(|problem| problem.path == at).expect(path);
        // The reader tells which fields are not there; the others are.
        let mut asked_for = keys(value_at(&bank, path));
        asked_for.remove("zz");
        asked_for.extend(quoted(&problem.remedy));
        assert_eq!(asked_for, fields_in(&schema, name), "{name}");
    }
}

/// The reader tells words from numbers by what they have, and then asks as in the other kinds.
#[test]
fn an_answer_of_a_gap_may_have_what_words_and_numbers_have() {
    let schema = the_schema();
    let [words, numbers] = ["Choice", "Range"].map(|name| fields_in(&schema, name));
    assert_eq!(fields_in(&schema, "GapAnswer"), words.union(&numbers).cloned().collect());
}

#[test]
fn fields_of_files_beside_the_head_are_those_that_may_stand_there() {
    let folder = scratch("schema-part");
    fs::write(folder.join("bank.toml"), "format = 1").unwrap();
    fs::write(folder.join("more.toml"), "zz = 1").unwrap();
    let problems = check(&folder).problems;
    let mut named: BTreeSet<_> = quoted(&problems[0].remedy).collect();
    assert!(named.remove("bank.toml"), "{problems:?}");
    assert_eq!(named, fields_in(&the_schema(), "Part"));
}

fn names_of<T>(names: &[(&'static str, T)]) -> Vec<&'static str> {
    names.iter().map(|(name, _)| *name).collect()
}

#[test]
fn names_in_the_schema_are_those_that_the_reader_knows() {
    let schema = the_schema();
    let names = |name: &str| -> Vec<String> {
        let choices = schema["$defs"][name]["oneOf"].as_array().cloned().unwrap_or_default();
        choices.iter().map(|choice| choice["const"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("Level"), names_of(CognitiveLevel::NAMES));
    assert_eq!(names("Shuffle"), names_of(Shuffle::NAMES));
    assert_eq!(names("Mode"), names_of(Mode::NAMES));
    assert_eq!(schema["$defs"]["Question"]["properties"]["kind"]["enum"], serde_json::json!(Kind::NAMES));
}

/// The files of a bank as JSON; nothing where one of them cannot be parsed.
fn files_of(bank: &Path) -> Option<Vec<Value>> {
    let (sources, problems) = Sources::read(bank);
    let trees = sources.files().map(|(number, file)| match file.extension().as_deref() {
        Some("toml") => toml::read(file, number).ok(),
        Some("json") => json::read(file, number).ok(),
        _ => None,
    });
    let values = trees.map(|read| serde_json::from_str(&to_json(&read?)).ok());
    values.collect::<Option<Vec<_>>>().filter(|_| problems.is_empty())
}

fn banks_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| !path.to_string_lossy().ends_with(".problems")).collect()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&the_schema()).unwrap()
}

#[test]
fn every_file_of_a_good_bank_is_valid() {
    let validator = validator();
    for bank in [banks_in("tests/banks/good"), banks_in("content")].concat() {
        for file in files_of(&bank).unwrap() {
            let errors: Vec<_> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", bank.display());
        }
    }
}

/// A schema cannot look from one table or file to another, an empty file may be part of a bank,
/// and `lint.toml` is none.
const UNSEEN: [&str; 5] = [
    "f5-empty.toml",
    "lint-settings-fields",
    "s1-no-questions.toml",
    "s1-repeated-across-files",
    "s1-repeated-ids.toml",
];

#[test]
fn a_bank_with_wrong_fields_or_names_is_not_valid() {
    const OF_FORM: [&str; 4] = ["F5", "F6", "F7", "S1"];
    let validator = validator();
    for path in banks_in("tests/banks/bad") {
        let is_of_form = |problem: &Problem| OF_FORM.contains(&problem.rule);
        let Some(files) = files_of(&path).filter(|_| check(&path).problems.iter().any(is_of_form)) else {
            continue;
        };
        let is_unseen = UNSEEN.iter().any(|name| path.ends_with(name));
        let is_valid = files.iter().all(|file| validator.is_valid(file));
        assert_eq!(is_valid, is_unseen, "{}", path.display());
    }
}
