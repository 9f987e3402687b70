//! Files too large, too deep or too broken to keep: a clear problem, never a panic.

use proptest::prelude::*;
use selfcheck::author::check::{Checked, check};
use selfcheck::author::media::{Media, Placement};
use selfcheck::author::report::human::Look;
use selfcheck::author::{build, markdown, report};
use selfcheck::quiz::bank::problem::Place;
use std::fs;
use std::path::{Path, PathBuf};

const NESTING: usize = 10_000;

/// A fresh folder for one test.
pub(crate) fn scratch(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("selfcheck").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn check_text(test: &str, name: &str, text: impl AsRef<[u8]>) -> Checked {
    let path = scratch(test).join(name);
    fs::write(&path, text).unwrap();
    let checked = check(&path);
    fs::remove_file(&path).unwrap();
    checked
}

fn rules(checked: &Checked) -> Vec<&'static str> {
    checked.problems.iter().map(|problem| problem.rule).collect()
}

/// A bank whose stem is as given; it has the two S3 and S5 slips of a short bank.
fn with_stem(stem: &str) -> String {
    format!(
        "format = 1\nid = 'b'\ntitle = 'B'\ntopics = [{{ id = 't', title = 'T' }}]\n[[questions]]\n\
         id = 'q'\nkind = 'single-choice'\ntopic = 't'\nstem = '''\n{stem}'''\n\
         options = [{{ text = 'a', correct = true }}, {{ text = 'b' }}]\n"
    )
}

#[test]
fn a_file_of_50_mb_is_one_problem() {
    for name in ["large.toml", "large.json"] {
        let checked = check_text("large", name, vec![b' '; 50_000_000]);
        assert_eq!(rules(&checked), ["F2"]);
    }
}

#[test]
fn a_file_that_just_fits_is_read() {
    let checked = check_text("fits", "fits.toml", format!("# {}\nx = 1\n", "x".repeat(8_000_000)));
    assert!(checked.problems.iter().all(|problem| problem.rule != "F2"));
}

#[test]
fn a_path_that_is_not_there_is_one_problem() {
    for name in ["gone.toml", "gone.json", "gone"] {
        assert_eq!(rules(&check(&scratch("gone").join(name))), ["F4"]);
    }
}

#[test]
fn an_empty_folder_is_one_problem() {
    let folder = scratch("empty");
    assert_eq!(rules(&check(&folder)), ["F4"]);
    // A folder that is named like a file is still a folder.
    let folder = folder.join("bank.toml");
    fs::create_dir(&folder).unwrap();
    assert_eq!(rules(&check(&folder)), ["F4"]);
    assert_eq!(rules(&check(folder.parent().unwrap())), ["F4"]);
}

#[cfg(unix)]
#[test]
fn every_file_that_cannot_be_read_is_reported_at_once() {
    let folder = scratch("unreadable");
    fs::write(folder.join("bank.toml"), "format = 1\n").unwrap();
    fs::write(folder.join("latin.toml"), b"# caf\xe9\n").unwrap();
    fs::write(folder.join("nul.toml"), b"\0").unwrap();
    let checked = check(&folder);
    assert_eq!(rules(&checked), ["F1", "F1"]);
    let files: Vec<_> = checked.problems.iter().map(|problem| problem.place.file).collect();
    assert_eq!(files, [1, 2]);
}

#[test]
fn deep_nesting_is_a_problem_and_not_a_crash() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(NESTING), close.repeat(NESTING));
    // The most that the parser lets through: tables in tables by dotted keys.
    let keys = vec!["a"; 79].join(".");
    let most = format!("[{keys}]\n{keys} = {}1{}", format!("{{{keys} = ").repeat(79), "}".repeat(79));
    for (name, text) in [
        ("array.toml", format!("x = {}", deep("[", "]"))),
        ("table.toml", format!("x = {}", deep("{a = ", "}"))),
        ("key.toml", format!("{} = 1", vec!["a"; NESTING].join("."))),
        ("header.toml", format!("[{}]", vec!["a"; NESTING].join("."))),
        ("most.toml", most),
        ("array.json", deep("[", "]")),
        ("table.json", deep("{\"a\":", "}")),
    ] {
        assert_eq!(rules(&check_text("deep", name, text)), ["F3"], "{name}");
    }
}

#[test]
fn deep_markdown_is_a_problem_and_not_a_crash() {
    for nested in [
        format!("{}x", ">".repeat(NESTING)),
        format!("{}x", "> ".repeat(NESTING)),
        format!("{}x", "- ".repeat(NESTING)),
        format!("{}x{}", "*a ".repeat(NESTING), " a*".repeat(NESTING)),
    ] {
        let checked = check_text("markdown", "deep.toml", with_stem(&nested));
        assert_eq!(rules(&checked), ["F8"], "{}", &nested[..10]);
        assert_eq!(checked.problems[0].place.line, 10, "the line below the quotation marks");
    }
    // These look deep and are flat.
    for flat in
        ["*".repeat(NESTING), "[".repeat(NESTING) + "x", "`".repeat(NESTING), "**a _b ".repeat(NESTING)]
    {
        let checked = check_text("markdown", "flat.toml", with_stem(&(flat + "\nx")));
        assert!(rules(&checked).iter().all(|rule| *rule != "F8"));
    }
}

#[test]
fn a_bank_of_many_problems_is_reported_in_good_time() {
    let question =
        r#"{"id":"q","kind":"single-choice","topic":"t","stem":"x","options":[{"text":"a"},{"text":"a"}]},"#;
    let json = format!(r#"{{"format":1,"questions":[{}1]}}"#, question.repeat(2_000));
    let checked = check_text("many", "many.json", json);
    assert!(checked.problems.len() >= 500);
    assert!(report::human::report(&[checked], Look::default()).len() < 1_000_000);
}

const GOOD: &str = include_str!("../banks/good/folder/a.toml");

/// Whatever was found can be shown, and a bank without errors can be built.
fn is_well_told(checked: &Checked) -> bool {
    let is_placed = checked.problems.iter().all(|problem| {
        let file = checked.sources.file(problem.place);
        file.is_some_and(|file| !problem.place.is_known() || file.line(problem.place.line).is_some())
    });
    let banks = std::slice::from_ref(checked);
    let is_told =
        !report::human::report(banks, Look::default()).is_empty() && !report::json::report(banks).is_empty();
    let is_built = build::json_of(checked).is_ok();
    is_placed && is_told && is_built && (checked.bank.is_some() || !checked.problems.is_empty())
}

/// Pieces that mean something in TOML, JSON or Markdown.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: &[&str] = &[
        "\"",
        "\"\"\"",
        "'''",
        "\\",
        "\\u",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "[[",
        "]]",
        "[",
        "]",
        "{",
        "}",
        "=",
        "#",
        ",",
        ".",
        ":",
        "null",
        "true",
        "1e999",
        "nan",
        "-inf",
        "2026-11-22",
        "<b>",
        "<!--",
        "![",
        "](",
        "[^1]",
        "~~",
        "|",
        "|-|",
        "- ",
        "> ",
        "# ",
        "***",
        "```",
        "é",
        "\u{feff}",
        "\u{202e}",
        "questions",
        "[[questions]]",
        "options",
        "![a](b.png",
        " \"c\")",
        "../",
        "$",
        "$$",
        "\\frac{1}",
        "```rust\n",
    ];
    prop_oneof![
        3 => prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(pieces in prop::collection::vec(piece(), 0..60), is_json in any::<bool>()) {
        let name = if is_json { "bytes.json" } else { "bytes.toml" };
        prop_assert!(is_well_told(&check_text("bytes", name, pieces.concat())));
    }

    #[test]
    fn any_markdown_is_read_or_refused(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = String::from_utf8_lossy(&pieces.concat()).into_owned();
        // Every place that is asked for is a byte of the text.
        let at = |offset: usize| {
            assert!(text.is_char_boundary(offset), "{offset} in {text:?}");
            Place { line: 1, ..Place::default() }
        };
        let media = Media::of(Path::new("nowhere.toml"), Placement::Inline);
        match markdown::read(&text, &at, &media) {
            Ok(markup) => prop_assert!(markup.nodes().len() <= text.len()),
            Err(problems) => prop_assert!(problems.iter().all(|problem| ["F8", "F9", "F10"].contains(&problem.rule))),
        }
    }

    #[test]
    fn random_edits_of_a_good_file_never_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..20_usize, piece()), 1..6)
    ) {
        let mut bytes = format!("format = 1\nid = 'b'\ntitle = 'B'\n{GOOD}").into_bytes();
        for (at, n_removed, piece) in edits {
            let start = at.index(bytes.len() + 1);
            let end = (start + n_removed).min(bytes.len());
            bytes.splice(start..end, piece);
        }
        prop_assert!(is_well_told(&check_text("edits", "edited.toml", bytes)));
    }

    #[test]
    fn random_edits_of_built_json_never_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..20_usize, piece()), 1..4)
    ) {
        let mut bytes = include_bytes!("../banks/good/folder.built.json").to_vec();
        for (at, n_removed, piece) in edits {
            let start = at.index(bytes.len() + 1);
            let end = (start + n_removed).min(bytes.len());
            bytes.splice(start..end, piece);
        }
        prop_assert!(is_well_told(&check_text("json-edits", "edited.json", bytes)));
    }
}
