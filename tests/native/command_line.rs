//! `selfcheck` as authors and their scripts run it: exit codes, output, files.

use crate::broken_files::scratch;
use selfcheck::quiz::Bank;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in `tests/banks`.
fn selfcheck(arguments: &[&str]) -> Output {
    let banks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/banks");
    Command::new(env!("CARGO_BIN_EXE_selfcheck")).current_dir(banks).args(arguments).output().unwrap()
}

fn exit_code(arguments: &[&str]) -> i32 {
    selfcheck(arguments).status.code().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn exit_codes_are_0_clean_1_problems_2_could_not_run() {
    let folder = scratch("exit-codes");
    let file = folder.join("out.json");
    let (folder, file) = (folder.to_str().unwrap(), file.to_str().unwrap());
    let below_a_file = format!("{file}/out.json");
    for (code, arguments) in [
        (0, &["check", "good/folder"][..]),
        (0, &["check", "good/folder", "good/plain.json"]),
        (0, &["check", "bad/s8-stems.toml"]),
        (1, &["check", "bad/s8-stems.toml", "--deny", "warnings"]),
        (0, &["check", "good/folder", "--deny", "warnings"]),
        (1, &["check", "bad/s1-no-questions.toml"]),
        (1, &["check", "good/folder", "bad/f3-empty.json"]),
        (1, &["check", "bad/f4-no-head"]),
        (2, &["check", "gone.toml"]),
        (2, &["check", "gone.toml", "good/folder"]),
        (2, &["check"]),
        (2, &["check", "good/folder", "--deny", "everything"]),
        (2, &["check", "good/folder", "--format", "xml"]),
        (2, &[]),
        (2, &["mend", "good/folder"]),
        (0, &["--help"]),
        (0, &["build", "good/folder", "-o", file]),
        (0, &["build", "bad/s8-stems.toml", "--output", file]),
        (1, &["build", "bad/s2-dangling.toml", "-o", file]),
        (2, &["build", "good/folder"]),
        (2, &["build", "gone.toml", "-o", file]),
        (2, &["build", "good/folder", "-o", folder]),
        (2, &["build", "good/folder", "-o", &below_a_file]),
    ] {
        assert_eq!(exit_code(arguments), code, "{arguments:?}");
    }
}

#[test]
fn people_see_file_line_column_level_rule_line_and_remedy() {
    let output = selfcheck(&["check", "bad/f7-newer.toml", "bad/s8-stems.toml"]);
    let report = text(&output.stdout);
    let expected = "bad/f7-newer.toml:1:10: error F7: format: is 2\n  1 | format = 2\n    |          ^\n  this Selfcheck";
    assert!(report.contains(expected), "{report}");
    assert!(report.contains("\nbad/f7-newer.toml: not read, 1 error\n"), "{report}");
    assert!(report.ends_with("\nbad/s8-stems.toml: 3 questions, 1 warning\n"), "{report}");
}

#[test]
fn a_place_far_along_a_line_is_shown_below_what_stands_there() {
    let report = selfcheck(&["check", "bad/f8-nodes.json"]).stdout;
    let mut lines = text(&report).lines();
    while let Some(line) = lines.next() {
        if line.contains("<script>") {
            let (shown, caret) = (lines.next().unwrap(), lines.next().unwrap());
            let at = caret.find('^').unwrap();
            assert!(shown[at..].starts_with("[\"script\""), "{shown}\n{caret}");
            return;
        }
    }
    panic!("{}", text(&report));
}

#[test]
fn programs_get_json() {
    let output = selfcheck(&[
        "check",
        "--format",
        "json",
        "bad/s2-dangling.toml",
        "bad/s3-counts.toml",
        "good/folder",
    ]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["errors"], &report["warnings"]), (&4.into(), &4.into()));
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 8);
    let first = problems[1].as_object().unwrap();
    assert_eq!(first["file"], "bad/s2-dangling.toml");
    assert_eq!((&first["line"], &first["column"]), (&14.into(), &9.into()));
    assert_eq!((&first["level"], &first["rule"]), (&"error".into(), &"S2".into()));
    assert_eq!(first["path"], "questions[0] (q1).topic");
    assert_eq!(first["message"], "no topic has the id `coffee`");
    assert_eq!(first["remedy"], "use one of: tea");
    assert_eq!(problems[7]["level"], "warning");
}

#[test]
fn a_folder_of_banks_is_checked_bank_by_bank() {
    let report = selfcheck(&["check", "good"]).stdout;
    assert_eq!(text(&report), "good/folder: 4 questions, no problems\n");
}

#[test]
fn build_writes_what_browsers_read_and_says_so() {
    let folder = scratch("build");
    let file = folder.join("new/folder/bank.json");
    let output = selfcheck(&["build", "good/folder", "-o", file.to_str().unwrap()]);
    let json = fs::read_to_string(&file).unwrap();
    assert!(Bank::read(&json).is_ok());
    assert_eq!(json.find('\n'), Some(json.len() - 1));
    let said = format!("{}: 4 questions, 2 topics, {} bytes\n", file.display(), json.len());
    assert_eq!(text(&output.stdout), said);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing unfinished is left");
    // Built again from what was built, it is the same.
    let again = folder.join("again.json");
    assert_eq!(exit_code(&["build", file.to_str().unwrap(), "-o", again.to_str().unwrap()]), 0);
    assert_eq!(fs::read_to_string(again).unwrap(), json);
}

#[test]
fn a_bank_with_errors_never_takes_the_place_of_a_good_one() {
    let file = scratch("keep").join("bank.json");
    let file_name = file.to_str().unwrap();
    assert_eq!(exit_code(&["build", "good/plain.json", "-o", file_name]), 0);
    let good = fs::read_to_string(&file).unwrap();
    for bad in ["bad/f3-empty.json", "bad/s2-dangling.toml", "bad/s5-rationales.toml"] {
        let output = selfcheck(&["build", bad, "-o", file_name]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains("nothing was written"));
        assert_eq!(fs::read_to_string(&file).unwrap(), good);
    }
}
