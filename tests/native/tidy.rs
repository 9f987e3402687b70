//! Rules for the source text, where the compiler and clippy do not look. Each test is named after
//! its rule, and its message says what to do.

use crate::repository::{File, files, read};

/// The most lines of a source file, without its unit tests.
const MOST_LINES: usize = 400;

#[test]
fn quiz_names_no_browser_file_clock_or_chance() {
    let outside = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "yew",
        "gloo",
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::time",
        "std::thread",
        "Instant",
        "SystemTime",
        "rand",
        "getrandom",
        "print!",
        "println!",
        "eprint!",
        "eprintln!",
        "dbg!",
    ];
    forbid(
        &within(&["src/quiz"]),
        &outside,
        "let the widget or the author's tool do it, and hand the result in",
    );
}

#[test]
fn widget_and_author_never_name_each_other() {
    let remedy = "move what both need into src/quiz";
    forbid(&within(&["src/widget"]), &["author::"], remedy);
    forbid(&within(&["src/author"]), &["widget::"], remedy);
    forbid(&within(&["src/quiz"]), &["author::", "widget::"], remedy);
}

#[test]
fn json_is_read_and_written_in_one_way() {
    let remedy = "read and write through quiz::bank::json; the browser pays for every other way";
    forbid(&within(&["src"]), &["serde", "JSON::stringify"], remedy);
}

#[test]
fn no_text_is_ever_parsed_as_html_or_run_as_script() {
    let parsers = [
        "from_html_unchecked",
        "inner_html",
        "set_inner_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "setHTMLUnsafe",
        "createContextualFragment",
        "DOMParser",
        "srcdoc",
        "document.write",
        "eval(",
        "Function(",
    ];
    forbid(&within(&["src", "index.html"]), &parsers, "build nodes: html!, VTag or document.createElement");
}

#[test]
fn no_style_in_attributes() {
    let spellings = ["style=", "\"style\""];
    let remedy = "a strict content policy refuses it: use a class, or an attribute of SVG";
    forbid(&within(&["src/widget", "src/demo", "index.html"]), &spellings, remedy);
}

/// Cargo.toml denies it and cannot forbid it: the seam between the two modules has to name functions for
/// the linker.
#[test]
fn only_the_seam_may_name_functions_for_the_linker() {
    let seam = "src/widget/more.rs";
    let others: Vec<_> = within(&["src", "build.rs"]).into_iter().filter(|file| file.path != seam).collect();
    forbid(&others, &["unsafe", "unsafe_code"], "do without; src/widget/more.rs is the only exception");
    let is_allowed = ["#[allow(unsafe_code)]", "    unsafe extern \"C\" {"];
    for line in read(seam).lines().filter(|line| has_word(line, "unsafe") || line.contains("unsafe_code")) {
        let names = line.trim_start().starts_with("#[unsafe(") || line.trim_start().starts_with("//");
        assert!(names || is_allowed.contains(&line), "{seam}: this does more than name a function: {line}");
    }
}

#[test]
fn nothing_in_the_source_panics() {
    let panics = [
        ".unwrap()",
        ".unwrap_err()",
        ".expect(",
        ".expect_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ];
    forbid(&within(&["src"]), &panics, "return an error, or say what happens otherwise");
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    for file in files().iter().filter(|file| !file.is_in("tests/banks")) {
        let mut lines = file.text.lines().skip_while(|line| line.starts_with("#!/"));
        let first = lines.next().unwrap_or_default();
        let start = match file.path.rsplit(['.', '/']).next() {
            Some("rs") => "//! ",
            Some("js" | "mjs") => "// ",
            Some("css") => "/* ",
            Some("sh" | "run" | "Makefile") => "# ",
            _ => continue,
        };
        assert!(
            first.starts_with(start),
            "{}: begin it with `{start}` and one line on what it is for",
            file.path
        );
    }
}

#[test]
fn no_source_file_is_too_long() {
    for file in within(&["src"]).iter().filter(|file| file.ends_with(&[".rs", ".js"])) {
        let n_lines = file.lines_without_tests().count();
        assert!(n_lines <= MOST_LINES, "{}: {n_lines} lines, at most {MOST_LINES}: split it", file.path);
    }
}

/// The other rules look at what stands before them.
#[test]
fn unit_tests_stand_last_in_their_file() {
    for file in within(&["src"]).iter().filter(|file| file.ends_with(&[".rs"])) {
        let after = file.text.lines().skip_while(|line| *line != "#[cfg(test)]");
        let is_of_tests = |line: &&str| {
            let starts = ["#[cfg(test)]", "mod ", "pub(crate) mod ", "}", " "];
            line.is_empty() || starts.iter().any(|start| line.starts_with(start))
        };
        if let Some(line) = after.into_iter().find(|line| !is_of_tests(line)) {
            panic!("{}: move this before the unit tests: {line}", file.path);
        }
    }
}

#[test]
fn no_file_is_called_mod_rs() {
    for file in files() {
        assert!(!file.path.ends_with("/mod.rs"), "{}: call it by its folder, one level up", file.path);
    }
}

#[test]
fn no_file_names_a_place_on_somebody_s_machine() {
    // In pieces, or this file would name them.
    let places = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!("/t", "mp/"),
        concat!("C:", "\\"),
    ];
    for file in files() {
        for (index, line) in file.text.lines().enumerate() {
            let place = places.iter().find(|place| line.contains(**place));
            assert!(place.is_none(), "{}:{}: a path that others do not have: {line}", file.path, index + 1);
        }
    }
}

#[test]
fn no_file_names_the_host_of_a_registry() {
    let own = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let lock = read("Cargo.lock");
    let foreign = lock.lines().find(|line| line.starts_with("source = ") && *line != own);
    assert_eq!(foreign, None, "Cargo.lock: build without a replaced registry");
    // In pieces, or this file would name them.
    let hosts = [
        concat!("\"reso", "lved\":"),
        concat!("regis", "try="),
        concat!("//regis", "try."),
        concat!("index.cra", "tes.io"),
    ];
    for file in files() {
        for host in hosts {
            assert!(!file.text.contains(host), "{}: take `{host}` out: everybody has their own", file.path);
        }
    }
}

#[test]
fn wasm_bindgen_is_pinned_at_one_version() {
    let between = |path: &str, before: &str, after: char| {
        let text = read(path);
        let version = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
        version.unwrap_or_else(|| panic!("{path}: {before} is not there")).0.to_owned()
    };
    let tool = between("scripts/tools.sh", "\nwasm_bindgen_version=", '\n');
    let crates = between("Cargo.toml", "\nwasm-bindgen = { version = \"=", '"');
    let locked = between("Cargo.lock", "\nname = \"wasm-bindgen\"\nversion = \"", '"');
    assert_eq!([&crates, &locked], [&tool, &tool], "Cargo.toml, Cargo.lock and scripts/tools.sh must agree");
}

/// The files in these folders, or of these names.
fn within(places: &[&str]) -> Vec<File> {
    let files: Vec<_> =
        files().into_iter().filter(|file| places.iter().any(|place| file.is_in(place))).collect();
    assert!(!files.is_empty(), "{places:?} has moved");
    files
}

/// No line of code has one of these words.
fn forbid(files: &[File], words: &[&str], remedy: &str) {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.code() {
            let found = words.iter().find(|word| has_word(line, word));
            findings.extend(found.map(|word| format!("{}:{number}: {word}: {}", file.path, line.trim())));
        }
    }
    assert!(findings.is_empty(), "{remedy}\n{}", findings.join("\n"));
}

/// Whether it stands there as a word, and not within a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (line[..at].chars().next_back(), line[at + word.len()..].chars().next());
        let begins = !word.starts_with(is_of_word) || !before.is_some_and(is_of_word);
        let ends = !word.ends_with(is_of_word) || !after.is_some_and(is_of_word);
        begins && ends
    })
}
