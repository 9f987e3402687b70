//! What was found, as JSON for programs.

use super::{file_name, level_name};
use crate::author::check::Checked;
use crate::quiz::bank::problem::Level;
use crate::quiz::bank::tree::{self, Tree, Value};

/// JSON for programs, on one line:
///
/// ```json
/// {"errors": 1, "warnings": 0, "problems": [
///   {"file": "bank.toml", "line": 7, "column": 9, "level": "error", "rule": "S2",
///    "path": "questions[0] (q1).topic", "message": "no topic has the id `x`",
///    "remedy": "use one of: y"}]}
/// ```
///
/// `line` and `column` count characters from 1 and are 0 where a problem is of the whole file;
/// `path` is empty where it is of the whole bank.
#[must_use]
pub fn report(banks: &[Checked]) -> String {
    let problems = banks.iter().flat_map(|bank| {
        bank.problems.iter().map(|problem| {
            table(vec![
                ("file", text(&file_name(bank, problem.place))),
                ("line", Value::Number(problem.place.line.into())),
                ("column", Value::Number(problem.place.column.into())),
                ("level", text(level_name(problem.level))),
                ("rule", text(problem.rule)),
                ("path", text(&problem.path)),
                ("message", text(&problem.message)),
                ("remedy", text(&problem.remedy)),
            ])
        })
    });
    let report = table(vec![
        ("errors", count(banks, Level::Error)),
        ("warnings", count(banks, Level::Warning)),
        ("problems", Value::List(problems.collect())),
    ]);
    tree::to_json(&report) + "\n"
}

// Nobody has more problems than an f64 can count.
#[allow(clippy::cast_precision_loss)]
fn count(banks: &[Checked], level: Level) -> Value {
    Value::Number(banks.iter().map(|bank| bank.count(level)).sum::<usize>() as f64)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn table(entries: Vec<(&str, Value)>) -> Tree {
    Value::Table(entries.into_iter().map(|(key, value)| (key.to_owned(), value.into())).collect()).into()
}
