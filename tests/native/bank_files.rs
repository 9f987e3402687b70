//! Banks under `tests/banks`: the good ones have no problem, each bad one exactly those listed.
//!
//! A list stands beside its bank, in `NAME.problems`, a line for each problem:
//! `file:line:column level rule path`. Beside some good banks stands `NAME.built.json`, what
//! `selfcheck build` makes of them. `UPDATE_EXPECT=1` rewrites both: read the difference before
//! you commit it.

use selfcheck::author::check::{Checked, banks_at, check};
use selfcheck::author::report::human::Look;
use selfcheck::author::{build, lint, report};
use selfcheck::quiz::Bank;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/banks").join(name)
}

/// The banks in a folder, without what is expected of them.
fn banks_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_expected = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".problems") || name.ends_with(".built.json")
    };
    let mut banks: Vec<_> = entries.filter(|path| !is_expected(path)).collect();
    banks.sort();
    assert!(!banks.is_empty());
    banks
}

/// Every problem on a line, named by place, level, rule and path: wordings may improve.
fn list(checked: &Checked) -> String {
    let mut lines = String::new();
    for problem in &checked.problems {
        let file = checked.sources.file(problem.place).unwrap();
        let file = file.path.strip_prefix(checked.path.parent().unwrap()).unwrap();
        let (place, level) = (problem.place, report::level_name(problem.level));
        let path = problem.path.escape_debug();
        let (line, column) = (place.line, place.column);
        write!(lines, "{}:{line}:{column} {level} {} {path}", file.display(), problem.rule).unwrap();
        lines.truncate(lines.trim_end().len());
        lines.push('\n');
    }
    lines
}

fn beside(bank: &Path, ending: &str) -> PathBuf {
    let mut name = bank.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Compares with what a file says, or writes it there.
fn expect(path: &Path, actual: &str, differences: &mut Vec<String>) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, actual).unwrap();
    } else if fs::read_to_string(path).unwrap_or_default() != actual {
        differences.push(format!("{} should be\n{actual}", path.display()));
    }
}

#[test]
fn good_banks_have_no_problem_and_read_back_the_same() {
    let mut differences = Vec::new();
    for path in banks_in(&folder("good")) {
        let checked = check(&path);
        assert!(checked.problems.is_empty(), "{}", report::human::report(&[checked], Look::default()));
        let json = build::json_of(&checked).unwrap().unwrap();
        let expected = beside(&path, ".built.json");
        if expected.exists() {
            expect(&expected, &json, &mut differences);
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn bad_banks_have_exactly_the_problems_listed() {
    let mut differences = Vec::new();
    for path in banks_in(&folder("bad")) {
        let checked = check(&path);
        assert!(!checked.problems.is_empty(), "{} is good", path.display());
        expect(&beside(&path, ".problems"), &list(&checked), &mut differences);
    }
    assert!(differences.is_empty(), "UPDATE_EXPECT=1 rewrites the lists\n{}", differences.join("\n"));
}

#[test]
fn every_rule_is_broken_by_some_bad_bank() {
    let broken: BTreeSet<_> = banks_in(&folder("bad"))
        .iter()
        .flat_map(|path| check(path).problems)
        .map(|problem| problem.rule)
        // F2 needs a file of more than 32 MB: see `broken_files`.
        .chain(["F2"])
        .collect();
    let listed: BTreeSet<_> = lint::rules().map(|rule| rule.id).collect();
    assert_eq!(broken, listed);
}

/// `problem.message` stands in the middle of a sentence, and the remedy is one of its own.
#[test]
fn messages_are_written_in_one_way() {
    for path in banks_in(&folder("bad")) {
        for problem in check(&path).problems {
            for text in [&problem.message, &problem.remedy] {
                assert!(!text.ends_with('.') && !text.contains('\n') && !text.is_empty(), "{problem}");
                let first = text.chars().next().unwrap();
                assert!(!first.is_uppercase() || text.starts_with("HTML"), "{problem}");
            }
        }
    }
}

#[test]
fn shipped_banks_have_no_errors_and_read_back_the_same() {
    for path in banks_at(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        let checked = check(&path);
        let json = build::json_of(&checked).unwrap();
        let json = json.unwrap_or_else(|| {
            panic!("{}", report::human::report(std::slice::from_ref(&checked), Look::default()))
        });
        assert_eq!(Bank::read(&json).as_ref().ok(), checked.bank.as_ref());
    }
}
