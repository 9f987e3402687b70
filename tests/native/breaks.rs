//! Every rule finds its own kind of slip in the bundled bank.
//!
//! `tests/breaks/ID.toml` is added to a copy of `content/ma-cps-ethics`, and the rule of that id
//! must find more than it did before. `# repeat: 40` in its first line adds it so many times, with
//! `{n}` counting: a habit of the whole bank needs many questions. What no added file can break is
//! done by a change that has a name here.

use crate::broken_files::scratch;
use crate::repository::root;
use selfcheck::author::check::{Checked, check};
use selfcheck::author::lint;
use selfcheck::quiz::bank::tree::MAX_BYTES;
use std::fs;
use std::path::Path;

const ADDED: &str = "99-broken.toml";

/// Changes a copy of the bank.
type Change = fn(&Path);

const CHANGES: &[(&str, Change)] = &[
    ("F1", |bank| fs::write(bank.join(ADDED), b"# \xff").unwrap()),
    ("F2", |bank| fs::write(bank.join(ADDED), vec![b'#'; MAX_BYTES + 1]).unwrap()),
    ("F4", |bank| fs::remove_file(bank.join("bank.toml")).unwrap()),
    ("F7", |bank| edit(&bank.join("bank.toml"), |text| text.replacen("format = 1", "format = 2", 1))),
    ("F11", |bank| {
        fs::write(bank.join("film.webm"), b"").unwrap();
        let table = "[[media]]\nfile = \"film.webm\"\ntranscript = \"It rains.\"\n";
        fs::write(bank.join(ADDED), table).unwrap();
    }),
    ("Q14", |bank| {
        for file in toml_files(bank) {
            edit(&file, with_two_keys);
        }
    }),
];

fn toml_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect()
}

fn edit(file: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, change(&text)).unwrap();
}

/// A bank’s file in which every multiple-response question has two keys.
fn with_two_keys(text: &str) -> String {
    let questions = text.split_inclusive("[[questions]]\n").map(|question| {
        if !question.contains("kind = \"multiple-response\"") {
            return question.to_owned();
        }
        let mut n_keys = 0;
        let lines = question.split_inclusive('\n').filter(|line| {
            n_keys += usize::from(*line == "correct = true\n");
            !(line.starts_with("select = ") || *line == "correct = true\n" && n_keys > 2)
        });
        lines.collect()
    });
    questions.collect()
}

/// A copy of the bank in a folder of its own.
fn copy(name: &str) -> std::path::PathBuf {
    let folder = scratch(&format!("breaks-{name}"));
    for entry in fs::read_dir(root().join("content/ma-cps-ethics")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn count(checked: &Checked, rule: &str) -> usize {
    checked.problems.iter().filter(|problem| problem.rule == rule).count()
}

/// Breaks a rule in a copy of the bank; nothing where it is not known how.
fn broken(rule: &str) -> Option<Checked> {
    let folder = copy(rule);
    if let Some((_, change)) = CHANGES.iter().find(|(id, _)| *id == rule) {
        change(&folder);
    } else {
        let text = fs::read_to_string(root().join(format!("tests/breaks/{rule}.toml"))).ok()?;
        let n_times =
            text.strip_prefix("# repeat: ").map_or(1, |rest| rest.lines().next().unwrap().parse().unwrap());
        let added: Vec<_> = (0..n_times).map(|n| text.replace("{n}", &n.to_string())).collect();
        fs::write(folder.join(ADDED), added.join("\n")).unwrap();
    }
    let checked = check(&folder);
    fs::remove_dir_all(folder).unwrap();
    Some(checked)
}

#[test]
fn every_rule_finds_its_slip_in_the_bundled_bank() {
    let before = check(&root().join("content/ma-cps-ethics"));
    let mut blind = Vec::new();
    for rule in lint::rules() {
        let checked = broken(rule.id).unwrap_or_else(|| panic!("write tests/breaks/{}.toml", rule.id));
        if count(&checked, rule.id) <= count(&before, rule.id) {
            let found: Vec<_> = checked.problems.iter().map(ToString::to_string).collect();
            blind.push(format!("{}: {found:#?}", rule.id));
        }
    }
    assert!(blind.is_empty(), "{}", blind.join("\n"));
}

#[test]
fn every_slip_is_one_of_a_rule() {
    for file in toml_files(&root().join("tests/breaks")) {
        let id = file.file_stem().unwrap().to_str().unwrap();
        assert!(lint::rules().any(|rule| rule.id == id), "{}: no rule has this id", file.display());
    }
}
