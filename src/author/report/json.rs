//! What was found, as JSON for programs.

use super::{file_name, level_name};
use crate::author::check::Checked;
use crate::quiz::bank::json::to_json;
use crate::quiz::bank::problem::{Level, Problem};
use crate::quiz::bank::tree::{self, Tree};

/// JSON for programs, on one line:
///
/// ```json
/// {"errors": 1, "warnings": 0, "problems": [
///   {"file": "bank.toml", "line": 7, "column": 9, "length": 8, "level": "error", "rule": "S2",
///    "path": "questions[0] (q1).topic", "message": "no topic has the id `x`",
///    "remedy": "use one of: y"}]}
/// ```
///
/// `line` and `column` count characters from 1 and are 0 where a problem is of the whole file;
/// `length` is 0 where it is not known how many characters are meant; `path` is empty where the
/// problem is of the whole bank.
#[must_use]
pub fn report(banks: &[Checked]) -> String {
    let problems = banks.iter().flat_map(|bank| bank.problems.iter().map(|found| problem(bank, found)));
    let report = tree::table([
        ("errors", Some(count(banks, Level::Error))),
        ("warnings", Some(count(banks, Level::Warning))),
        ("problems", Some(problems.collect())),
    ]);
    to_json(&report) + "\n"
}

fn problem(bank: &Checked, problem: &Problem) -> Tree {
    tree::table([
        ("file", Some(file_name(bank, problem.place).as_str().into())),
        ("line", Some(problem.place.line.into())),
        ("column", Some(problem.place.column.into())),
        ("length", Some(problem.length.into())),
        ("level", Some(level_name(problem.level).into())),
        ("rule", Some(problem.rule.into())),
        ("path", Some(problem.path.as_str().into())),
        ("message", Some(problem.message.as_str().into())),
        ("remedy", Some(problem.remedy.as_str().into())),
    ])
}

// Nobody has more problems than an f64 can count.
#[allow(clippy::cast_precision_loss)]
fn count(banks: &[Checked], level: Level) -> Tree {
    Tree::from(banks.iter().map(|bank| bank.count(level)).sum::<usize>() as f64)
}
