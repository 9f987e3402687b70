//! `selfcheck` as authors and their scripts run it: exit codes, output, files.

use crate::broken_files::scratch;
use selfcheck::author::lint;
use selfcheck::quiz::Bank;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in `tests/banks`.
pub(crate) fn selfcheck(arguments: &[&str]) -> Output {
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

/// Each file in `tests/commands` holds commands with what they print and their exit code, as in a
/// terminal. `UPDATE_EXPECT=1` rewrites them: read the difference before you commit it.
#[test]
fn commands_print_what_is_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands");
    let mut differences = Vec::new();
    for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let expected = fs::read_to_string(&file).unwrap();
        let commands = expected.lines().filter_map(|line| line.strip_prefix("$ selfcheck "));
        let actual: String = commands.map(in_a_terminal).collect::<Vec<_>>().join("\n");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(file, actual).unwrap();
        } else if actual != expected {
            differences.push(format!("{} should be\n{actual}", file.display()));
        }
    }
    assert!(differences.is_empty(), "UPDATE_EXPECT=1 rewrites the files\n{}", differences.join("\n"));
}

fn in_a_terminal(command: &str) -> String {
    let output = selfcheck(&command.split_whitespace().collect::<Vec<_>>());
    let (printed, errors) = (text(&output.stdout), text(&output.stderr));
    let code = output.status.code().unwrap();
    format!("$ selfcheck {command}\n{printed}{errors}exit code {code}\n")
}

/// A terminal obeys what a file holds, so nothing of it may come through.
#[test]
fn no_control_character_of_a_file_reaches_the_terminal() {
    let path = scratch("control").join("control.toml");
    fs::write(&path, "format = 1\nid = '\u{9b}31m'\ntitle = 'T'\n'\u{85}' = '\u{202e}'\n").unwrap();
    let output = selfcheck(&["check", path.to_str().unwrap()]);
    let report = text(&output.stdout);
    assert!(report.contains("error[F6]"), "{report}");
    let is_control = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!report.contains(is_control), "{report:?}");
}

/// Nobody finds anything in such a line, and a terminal takes long to show it.
#[test]
fn a_very_long_line_is_not_shown() {
    let path = scratch("long").join("long.json");
    fs::write(&path, format!("{{\"format\": 1, \"x{}\": 1}}", "x".repeat(20_000))).unwrap();
    let output = selfcheck(&["check", path.to_str().unwrap()]);
    let report = text(&output.stdout);
    assert!(report.contains("long.json:1:1\n"), "{report}");
    assert!(report.lines().all(|line| !line.starts_with("1 |")), "{report}");
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
    assert_eq!((&first["line"], &first["column"], &first["length"]), (&14.into(), &9.into(), &8.into()));
    assert_eq!((&first["level"], &first["rule"]), (&"error".into(), &"S2".into()));
    assert_eq!(first["path"], "questions[0] (q1).topic");
    assert_eq!(first["message"], "no topic has the id `coffee`");
    assert_eq!(first["remedy"], "use one of: tea");
    assert_eq!(problems[7]["level"], "warning");
}

/// As the specification of SARIF asks for; code hosts refuse anything else.
#[test]
fn editors_and_code_hosts_get_sarif() {
    let output = selfcheck(&["check", "--format", "sarif", "bad/s2-dangling.toml", "bad/f4-no-head"]);
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(
        (&run["columnKind"], &run["tool"]["driver"]["name"]),
        (&"unicodeCodePoints".into(), &"selfcheck".into())
    );
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, lint::rules().map(|rule| rule.id).collect::<Vec<_>>());
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(result["ruleId"], ids[index]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
    }
    let location = |index: usize| &results[index]["locations"][0]["physicalLocation"];
    assert_eq!(location(1)["artifactLocation"]["uri"], "bad/s2-dangling.toml");
    let region = &location(1)["region"];
    let [line, start, end] =
        ["startLine", "startColumn", "endColumn"].map(|name| region[name].as_u64().unwrap());
    assert_eq!((line, start, end), (14, 9, 17), "the end is one past the last character");
    assert!(location(results.len() - 1).get("region").is_none(), "a whole file has no region");
}

#[test]
fn a_folder_of_banks_is_checked_bank_by_bank() {
    let report = selfcheck(&["check", "good"]).stdout;
    assert_eq!(
        text(&report),
        "good/folder: 4 questions, no problems\ngood/media: 3 questions, no problems\n"
    );
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

#[test]
fn pictures_and_recordings_are_copied_beside_the_built_bank_or_put_into_it() {
    let folder = scratch("build-media");
    let output = folder.join("my tea.json");
    let built = |more: &[&str]| {
        let arguments = [&["build", "good/media", "-o", output.to_str().unwrap()], more].concat();
        assert_eq!(exit_code(&arguments), 0, "{more:?}");
        fs::read_to_string(&output).unwrap()
    };
    for more in [&[][..], &["--split"]] {
        let json = built(more);
        assert!(Bank::read(&json).is_ok());
        let mut addresses: Vec<_> =
            json.split("\"my-tea.media/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(addresses.len() >= 4, "{json}");
        addresses.sort_unstable();
        addresses.dedup();
        for address in addresses {
            assert!(folder.join("my-tea.media").join(address).is_file(), "{address}");
        }
    }
    let cup = fs::read_dir(folder.join("my-tea.media")).unwrap().map(|entry| entry.unwrap().path());
    let cup = cup.into_iter().find(|path| path.to_string_lossy().contains("cup.")).unwrap();
    let banks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/banks");
    assert_eq!(fs::read(cup).unwrap(), fs::read(banks.join("good/media/cup.png")).unwrap());
    fs::remove_dir_all(folder.join("my-tea.media")).unwrap();
    let json = built(&["--inline"]);
    assert!(json.contains("data:image/png;base64,iVBOR") && json.contains("data:text/vtt;base64,"), "{json}");
    assert!(Bank::read(&json).is_ok() && !folder.join("my-tea.media").exists());
}
