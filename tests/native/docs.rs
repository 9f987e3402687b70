//! What README.md, CONTRIBUTING.md and docs/ say is what the code does, and they leave nothing out.

use crate::repository::{self, read};
use selfcheck::quiz::Kind;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::settings::Shuffle;
use std::collections::BTreeSet;
use std::fs;

const README: &str = "README.md";
pub(crate) const ELEMENT: &str = "src/widget/element/selfcheck.js";

/// The part of README.md below a heading, without the parts of its own.
fn section(heading: &str) -> String {
    section_of("README.md", heading)
}

/// The same of any document.
fn section_of(path: &str, heading: &str) -> String {
    let readme = read(path);
    let mut is_code = false;
    let lines = readme.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| {
        is_code ^= line.starts_with("```");
        is_code || !line.starts_with('#')
    });
    let lines: Vec<_> = lines.collect();
    assert!(!lines.is_empty(), "{path} has no heading `{heading}`");
    lines.join("\n")
}

/// The cells of the tables in a text, without their heads.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<_> = text.lines().collect();
    let is_head = |index: usize| lines.get(index + 1).is_some_and(|line| line.starts_with("|---"));
    let rows = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| line.starts_with('|') && !line.starts_with("|---") && !is_head(*index));
    rows.map(|(_, line)| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// What stands between backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What stands between two marks, everywhere in a text.
pub(crate) fn between<'t>(text: &'t str, start: &str, end: char) -> BTreeSet<&'t str> {
    text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect()
}

/// The names in the first column of the table in a section.
fn first_column(section: &str) -> BTreeSet<&str> {
    let names = rows(section).into_iter().filter_map(|row| quoted(row[0]).first().copied());
    names.map(|name| name.split('(').next().unwrap_or(name)).collect()
}

/// What a file says there is, is what there is.
pub(crate) fn the_same(file: &str, said: &BTreeSet<&str>, is: &BTreeSet<&str>, what: &str) {
    let unsaid: Vec<_> = is.difference(said).collect();
    let untrue: Vec<_> = said.difference(is).collect();
    assert!(unsaid.is_empty(), "{file} does not tell of the {what} {unsaid:?}");
    assert!(untrue.is_empty(), "{file} tells of the {what} {untrue:?}, which the code does not have");
}

/// The attributes of the element.
pub(crate) fn attributes(script: &str) -> BTreeSet<&str> {
    let table = script.split_once("const ATTRIBUTES = {").unwrap().1.split_once('}').unwrap().0;
    let names = table.lines().filter_map(|line| Some(line.trim().split_once(':')?.0.trim_matches('"')));
    names.collect()
}

/// Its properties, but for those of attributes.
pub(crate) fn getters(script: &str) -> BTreeSet<&str> {
    let lines = class_of_element(script);
    lines.filter_map(|line| Some(line.strip_prefix("  get ")?.split_once('(')?.0)).collect()
}

/// Its methods.
pub(crate) fn methods(script: &str) -> BTreeSet<&str> {
    // Called by the browser and by the script itself.
    let inner =
        ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "breakDown"];
    let methods = class_of_element(script).filter_map(|line| {
        let (name, _) = line.strip_prefix("  ")?.split_once(") {")?.0.split_once('(')?;
        name.chars().all(char::is_alphanumeric).then_some(name)
    });
    methods.filter(|name| !inner.contains(name)).collect()
}

/// What follows `selfcheck-` in the names of its events, of the script and of `events.rs`.
pub(crate) fn names_of_events<'t>(script: &'t str, events: &'t str) -> BTreeSet<&'t str> {
    let code = events.split("#[cfg(test)]").next().unwrap_or_default();
    let mut names = between(code, "\"selfcheck-", '"');
    names.extend(between(script, "CustomEvent(\"selfcheck-", '"'));
    names
}

/// The lines of the class of the element, and nothing else of the script.
fn class_of_element(script: &str) -> impl Iterator<Item = &str> {
    script.lines().skip_while(|line| !line.starts_with("class SelfCheck ")).take_while(|line| *line != "}")
}

#[test]
fn attributes_are_those_of_the_element() {
    let script = read(ELEMENT);
    the_same(README, &first_column(&section("### Attributes")), &attributes(&script), "attributes");
}

#[test]
fn names_of_choices_are_those_of_the_settings() {
    let section = section("### Attributes");
    let told = |attribute: &str| -> BTreeSet<String> {
        let rows = rows(&section);
        let row = rows.iter().find(|row| quoted(row[0]) == [attribute]).expect(attribute);
        quoted(row[1]).into_iter().map(str::to_owned).collect()
    };
    let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(told("mode"), names(Mode::NAMES.iter().map(|(name, _)| *name).collect()));
    assert_eq!(told("shuffle"), names(Shuffle::NAMES.iter().map(|(name, _)| *name).collect()));
}

#[test]
fn properties_are_those_of_the_element() {
    let script = read(ELEMENT);
    the_same(README, &first_column(&section("### Properties")), &getters(&script), "properties");
}

#[test]
fn phases_are_those_of_stage_and_session() {
    let section = section("### Properties");
    let row = section.lines().find(|line| line.starts_with("| `phase`")).unwrap();
    let (stage, session) = (read("src/widget/stage.rs"), read("src/quiz/session.rs"));
    let is: BTreeSet<_> =
        [&stage, &session].into_iter().flat_map(|text| between(text, "=> \"", '"')).collect();
    the_same(README, &quoted(row).into_iter().skip(1).collect(), &is, "phases");
}

#[test]
fn methods_are_those_of_the_element() {
    let script = read(ELEMENT);
    the_same(README, &first_column(&section("### Methods")), &methods(&script), "methods");
}

#[test]
fn events_are_those_the_widget_dispatches() {
    let (script, events) = (read(ELEMENT), read("src/widget/element/events.rs"));
    let section = section("### Events");
    let said = first_column(&section).into_iter().filter_map(|name| name.strip_prefix("selfcheck-"));
    the_same(README, &said.collect(), &names_of_events(&script, &events), "events selfcheck-…");
}

#[test]
fn error_codes_are_those_of_loading_and_of_the_element() {
    let (script, load) = (read(ELEMENT), read("src/widget/load.rs"));
    let mut is = between(&load, "=> \"", '"');
    is.extend(between(&script, "new Failure(\"", '"'));
    let section = section("### Events");
    let row = section.lines().find(|line| line.starts_with("| `selfcheck-error`")).unwrap();
    the_same(README, &quoted(row).into_iter().skip(3).collect(), &is, "error codes");
}

/// docs/events.md has what README.md leaves out.
#[test]
fn every_field_and_response_is_told_of() {
    let (text, events) = (read("docs/events.md"), read("src/widget/element/events.rs"));
    let code = events.split("#[cfg(test)]").next().unwrap_or_default();
    let told: BTreeSet<_> =
        quoted(&text).into_iter().flat_map(|code| code.split(|c: char| !c.is_alphanumeric())).collect();
    let unsaid: Vec<_> = between(code, "(\"", '"')
        .into_iter()
        .filter(|field| !field.starts_with("selfcheck-") && !told.contains(field))
        .collect();
    assert!(unsaid.is_empty(), "docs/events.md does not tell of the fields {unsaid:?}");
    let responses =
        text.split("### Responses").nth(1).and_then(|rest| rest.split("###").next()).unwrap_or_default();
    let mut kinds: BTreeSet<_> = Kind::NAMES.iter().copied().collect();
    kinds.insert("card");
    the_same("docs/events.md", &first_column(responses), &kinds, "responses");
}

#[test]
fn a_frame_tells_of_every_event() {
    let (script, events, embed) =
        (read(ELEMENT), read("src/widget/element/events.rs"), read("src/embed/embed.js"));
    let told = embed.split_once("const EVENTS = [").unwrap().1.split_once(']').unwrap().0;
    let told = told.split(", ").map(|name| name.trim_matches('"')).collect();
    the_same("src/embed/embed.js", &told, &names_of_events(&script, &events), "events selfcheck-…");
}

#[test]
fn custom_properties_are_those_of_the_style_sheet() {
    let style = read("src/widget/widget.css") + &read("src/widget/more.css");
    let is_of_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let uses = style.split("var(--selfcheck-").skip(1);
    let is = uses.map(|rest| rest.split(|c| !is_of_name(c)).next().unwrap_or_default()).collect();
    let section = section_of("docs/theming.md", "## Custom properties");
    let said = first_column(&section).into_iter().filter_map(|name| name.strip_prefix("--selfcheck-"));
    the_same("docs/theming.md", &said.collect(), &is, "custom properties --selfcheck-…");
}

/// The snapshots hold every screen, so they hold every part.
#[test]
fn parts_are_those_of_the_screens() {
    let snapshots = repository::files().into_iter().filter(|file| file.is_in("tests/snapshots"));
    let snapshots: String = snapshots.map(|file| file.text).collect();
    let script = read(ELEMENT);
    let mut is = between(&snapshots, " part=\"", '"');
    is.extend(between(&script, "setAttribute(\"part\", \"", '"'));
    let is: BTreeSet<_> = is.into_iter().flat_map(str::split_whitespace).collect();

    let section = section_of("docs/theming.md", "## Parts");
    let mut said: BTreeSet<_> = quoted(&section).into_iter().filter(|name| !name.starts_with("::")).collect();
    // “The same for `reason`.”
    let of_reasons: Vec<_> = (said.iter().filter_map(|name| name.strip_prefix("option-")))
        .filter(|state| ["chosen", "correct", "incorrect"].contains(state))
        .map(|state| format!("reason-{state}"))
        .collect();
    said.extend(of_reasons.iter().map(String::as_str));
    the_same(README, &said, &is, "parts");
}

#[test]
fn kinds_are_those_of_questions() {
    let section = section("## Write a bank");
    the_same(README, &first_column(&section), &Kind::NAMES.iter().copied().collect(), "kinds of questions");
}

/// That bank is checked like every other, so what README.md shows of it is right.
#[test]
fn the_examples_of_a_bank_stand_in_getting_started() {
    let (section, bank) = (section("## Write a bank"), read("content/getting-started/bank.toml"));
    let examples: Vec<_> =
        section.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("\n```")).collect();
    assert!(examples.len() > 2);
    for (example, _) in examples {
        assert!(bank.contains(example), "not in content/getting-started/bank.toml:\n{example}");
    }
}

#[cfg(feature = "cli")]
#[test]
fn getting_started_shows_every_kind() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/getting-started");
    let bank = selfcheck::author::check::check(&path).bank.unwrap();
    let kinds: BTreeSet<_> = bank.questions().iter().map(|question| question.kind.name()).collect();
    assert_eq!(kinds, Kind::NAMES.iter().copied().collect());
}

/// The program names its commands and options in its help.
#[cfg(feature = "cli")]
#[test]
fn commands_of_the_authors_tool_are_there() {
    let help = |arguments: &[&str]| {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_selfcheck")).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let section = section("## The authors’ tool");
    let listed = help(&["--help"]);
    let listed = listed
        .split("Commands:\n")
        .nth(1)
        .unwrap_or_default()
        .lines()
        .map_while(|line| line.strip_prefix("  ")?.split(' ').next());
    let is: BTreeSet<_> = listed.filter(|name| *name != "help").collect();
    the_same(README, &between(&section, "\nselfcheck ", ' '), &is, "commands of the authors’ tool");
    let check = help(&["check", "--help"]);
    for option in quoted(&section).into_iter().filter(|code| code.starts_with("--")) {
        let name = option.split(' ').next().unwrap_or_default();
        assert!(check.contains(name), "`selfcheck check` has no {name}");
    }
}

#[cfg(feature = "cli")]
#[test]
fn rules_are_explained_and_their_families_told_of() {
    use selfcheck::author::{explain, lint};
    let section = section("### Rules");
    let told: Vec<_> = rows(&section).into_iter().map(|row| (row[0].to_owned(), row[2].to_owned())).collect();
    let families: Vec<_> = lint::FAMILIES.iter().map(|family| family.letter.to_string()).collect();
    assert_eq!(told.iter().map(|(letter, _)| letter.clone()).collect::<Vec<_>>(), families);
    for ((letter, sample), family) in told.iter().zip(lint::FAMILIES) {
        assert!(
            family.rules.iter().any(|rule| rule.title == sample),
            "{letter}: there is no such rule: {sample}"
        );
        let numbers = family.rules.iter().map(|rule| rule.id[1..].parse::<u32>().unwrap());
        assert!(
            numbers.clone().is_sorted()
                && family.rules.iter().all(|rule| rule.id.starts_with(letter.as_str()))
        );
    }
    let ids: BTreeSet<_> = lint::rules().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), lint::rules().count(), "an id stands for one rule");
    let list = explain::all();
    for rule in lint::rules() {
        for text in [rule.title, rule.measures, rule.why, rule.source, rule.remedy] {
            assert!(
                !text.is_empty() && !text.ends_with('.') && !text.contains("  "),
                "{}: {text:?}",
                rule.id
            );
        }
        assert!(list.contains(&format!("\n  {:<4} ", rule.id)), "{}", rule.id);
        assert!(explain::one(rule).contains(&format!("\nremedy     {}", &rule.remedy[..10])), "{}", rule.id);
    }
}

#[test]
fn chores_are_those_of_the_makefile() {
    let makefile = read("Makefile");
    let is_letter = |c: char| c.is_ascii_lowercase();
    let is_named = |start: &'static str| {
        move |text: &str| -> BTreeSet<String> {
            let rest = text.split(start).skip(1);
            rest.filter_map(|rest| rest.split(|c| !is_letter(c)).next().map(str::to_owned)).collect()
        }
    };
    for path in ["README.md", "CONTRIBUTING.md"] {
        let text = read(path);
        for chore in is_named("`make ")(&text).into_iter().chain(is_named("\nmake ")(&text)) {
            let is_there = makefile.lines().any(|line| line.starts_with(&format!("{chore}: ")));
            assert!(is_there, "{path}: the Makefile has no `{chore}`");
        }
    }
    let table = read("CONTRIBUTING.md");
    let documented = makefile.lines().filter(|line| line.contains("## "));
    for chore in documented.filter_map(|line| line.split_once(": ")).map(|(chore, _)| chore) {
        let is_told = chore == "help" || table.contains(&format!("\n| `make {chore}`"));
        assert!(is_told, "CONTRIBUTING.md does not tell of `make {chore}`");
    }
}

#[test]
fn steps_of_make_test_are_those_of_its_script() {
    let script = read("scripts/test.sh");
    let steps: Vec<_> =
        between(&script, "\nall=(", ')').into_iter().flat_map(str::split_whitespace).collect();
    let text = read("CONTRIBUTING.md");
    let rows = rows(&text);
    let told = rows.iter().filter(|row| row.len() == 2).flat_map(|row| quoted(row[0]));
    let told: Vec<_> = told.filter(|name| steps.contains(name)).collect();
    assert_eq!(told, steps, "the table in CONTRIBUTING.md has them in the order in which they run");
}

/// What links to the headings of a page go by: in small letters, without marks, with hyphens for spaces.
fn anchors(text: &str) -> impl Iterator<Item = String> {
    let headings = text.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' '));
    headings.map(|heading| {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    })
}

#[test]
fn links_and_places_in_the_documents_are_there() {
    let pages = repository::files().into_iter().filter(|file| file.is_in("docs")).map(|file| file.path);
    let others = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned);
    for path in pages.chain(others) {
        let text = read(&path);
        let folder = repository::root().join(&path).parent().unwrap().to_owned();
        // Not the samples, which stand between fences.
        let text: String = text.split("\n```").step_by(2).collect();
        for link in between(&text, "](", ')').into_iter().filter(|link| !link.starts_with("http")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            assert!(folder.join(file).exists(), "{path}: there is no {link}");
            if !anchor.is_empty() {
                let text = if file.is_empty() {
                    read(&path)
                } else {
                    fs::read_to_string(folder.join(file)).unwrap()
                };
                assert!(anchors(&text).any(|name| name == anchor), "{path}: there is no heading {link}");
            }
        }
    }
    let text = read("CONTRIBUTING.md");
    for row in rows(&text).iter().filter(|row| row.len() == 2) {
        for place in
            quoted(row[0]).into_iter().filter(|place| place.contains(['/', '.']) && !place.contains('<'))
        {
            assert!(repository::root().join(place).exists(), "CONTRIBUTING.md: there is no {place}");
        }
    }
}
