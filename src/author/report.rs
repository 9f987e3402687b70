//! What was found, for people and for programs.

use super::check::Checked;
use super::source::SourceFile;
use crate::quiz::bank::problem::{Level, Place, Problem};
use crate::quiz::bank::tree::{self, Tree, Value};
use std::fmt::Write;

/// How many characters of a line are shown before and after the place of a problem.
const SHOWN_BEFORE: usize = 60;
const SHOWN_AFTER: usize = 40;

/// Nobody finds anything in a longer line, and looking for a column in it takes time. Built JSON
/// is one line.
const LONGEST_LINE: usize = 10_000;

/// The name of a level.
#[must_use]
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// Every problem with its line, and how many there are.
#[must_use]
pub fn for_people(banks: &[Checked]) -> String {
    let mut report = String::new();
    for bank in banks {
        for problem in &bank.problems {
            write_problem(&mut report, bank, problem);
        }
    }
    for bank in banks {
        let of = |level| match bank.count(level) {
            0 => String::new(),
            1 => format!(", 1 {}", level_name(level)),
            n => format!(", {n} {}s", level_name(level)),
        };
        let read = match &bank.bank {
            Some(read) => counted(read.questions().len(), "question"),
            None => "not read".to_owned(),
        };
        let found = format!("{}{}", of(Level::Error), of(Level::Warning));
        let found = if found.is_empty() { ", no problems" } else { &found };
        let _ = writeln!(report, "{}: {read}{found}", bank.path.display());
    }
    report
}

/// A number with its noun.
#[must_use]
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

// Writing to a `String` cannot fail, so the results are let go.
fn write_problem(report: &mut String, bank: &Checked, problem: &Problem) {
    let file = bank.sources.file(problem.place);
    let _ = write!(report, "{}", file_name(bank, problem.place));
    if problem.place.is_known() {
        let _ = write!(report, ":{}:{}", problem.place.line, problem.place.column);
    }
    let _ = write!(report, ": {} {}: ", level_name(problem.level), problem.rule);
    if !problem.path.is_empty() {
        let _ = write!(report, "{}: ", visible(&problem.path));
    }
    let _ = writeln!(report, "{}", visible(&problem.message));
    if let Some((line, caret)) = file.and_then(|file| excerpt(file, problem.place)) {
        let number = problem.place.line.to_string();
        let _ = writeln!(report, "  {number} | {line}");
        let _ = writeln!(report, "  {:number$} | {:caret$}^", "", "", number = number.len());
    }
    let _ = writeln!(report, "  {}\n", visible(&problem.remedy));
}

fn file_name(bank: &Checked, place: Place) -> String {
    bank.sources.file(place).map_or(&bank.path, |file| &file.path).display().to_string()
}

/// What stands around a place in its line, and how many characters before the place are shown.
fn excerpt(file: &SourceFile, place: Place) -> Option<(String, usize)> {
    let line = file.line(place.line).filter(|line| line.len() <= LONGEST_LINE)?;
    let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
    let first = column.saturating_sub(SHOWN_BEFORE);
    let shown: String = line.chars().skip(first).take(SHOWN_BEFORE + SHOWN_AFTER).collect();
    Some((visible(&shown), column - first))
}

/// A character that moves the cursor would tear a line from its caret; what a file holds may even
/// speak to the terminal.
fn visible(text: &str) -> String {
    let replace = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(replace).collect()
}

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
pub fn for_programs(banks: &[Checked]) -> String {
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
