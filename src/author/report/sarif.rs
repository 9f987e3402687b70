//! What was found, as SARIF 2.1.0: the form in which editors and code hosts take the findings of
//! any tool. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::{file_name, level_name};
use crate::author::check::Checked;
use crate::author::lint::{Rule, rules};
use crate::quiz::bank::json::to_json;
use crate::quiz::bank::problem::Problem;
use crate::quiz::bank::tree::{self, Tree};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings and every rule, on one line.
#[must_use]
pub fn report(banks: &[Checked]) -> String {
    let driver = tree::table([
        ("name", Some("selfcheck".into())),
        ("version", Some(env!("CARGO_PKG_VERSION").into())),
        ("rules", Some(rules().map(descriptor).collect())),
    ]);
    let results = banks.iter().flat_map(|bank| bank.problems.iter().map(|problem| result(bank, problem)));
    let run = tree::table([
        ("tool", Some(tree::table([("driver", Some(driver))]))),
        // What a place counts: characters, not the halves of UTF-16.
        ("columnKind", Some("unicodeCodePoints".into())),
        ("results", Some(results.collect())),
    ]);
    let log = tree::table([
        ("$schema", Some(SCHEMA.into())),
        ("version", Some("2.1.0".into())),
        ("runs", Some([run].into_iter().collect())),
    ]);
    to_json(&log) + "\n"
}

fn descriptor(rule: &Rule) -> Tree {
    let help = format!(
        "Measured: {}. Why: {}. Source: {}. What to do: {}.",
        rule.measures, rule.why, rule.source, rule.remedy
    );
    tree::table([
        ("id", Some(rule.id.into())),
        ("shortDescription", Some(text(rule.title))),
        ("fullDescription", Some(text(&format!("{}: {}", rule.title, rule.why)))),
        ("help", Some(text(&help))),
        ("defaultConfiguration", Some(tree::table([("level", Some(level_name(rule.level).into()))]))),
    ])
}

fn result(bank: &Checked, problem: &Problem) -> Tree {
    let path = problem.path.as_str();
    let message = match path {
        "" => format!("{}; {}", problem.message, problem.remedy),
        path => format!("{path}: {}; {}", problem.message, problem.remedy),
    };
    let logical = tree::table([("fullyQualifiedName", Some(path.into()))]);
    let location = tree::table([
        ("physicalLocation", Some(physical_location(bank, problem))),
        ("logicalLocations", (!path.is_empty()).then(|| [logical].into_iter().collect())),
    ]);
    let index = rules().position(|rule| rule.id == problem.rule).and_then(|index| u32::try_from(index).ok());
    tree::table([
        ("ruleId", Some(problem.rule.into())),
        ("ruleIndex", index.map(Tree::from)),
        ("level", Some(level_name(problem.level).into())),
        ("message", Some(text(&message))),
        ("locations", Some([location].into_iter().collect())),
    ])
}

fn physical_location(bank: &Checked, problem: &Problem) -> Tree {
    let address = address_of(&file_name(bank, problem.place));
    let (place, length) = (problem.place, problem.length);
    let end = (length > 0).then(|| Tree::from(place.column.saturating_add(length)));
    let region = tree::table([
        ("startLine", Some(place.line.into())),
        ("startColumn", Some(place.column.into())),
        ("endColumn", end),
    ]);
    tree::table([
        ("artifactLocation", Some(tree::table([("uri", Some(address.as_str().into()))]))),
        ("region", place.is_known().then_some(region)),
    ])
}

fn text(text: &str) -> Tree {
    tree::table([("text", Some(text.into()))])
}

/// A path as a URI, RFC 3986: relative where the path is, its characters as bytes where they have
/// a meaning.
fn address_of(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let start = if path.starts_with('/') { "file://" } else { "" };
    let encoded = path.bytes().map(|byte| match byte {
        b'/' | b'-' | b'.' | b'_' | b'~' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    });
    start.to_owned() + &encoded.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::address_of;

    #[test]
    fn paths_become_addresses() {
        for (path, address) in [
            ("content/bank.toml", "content/bank.toml"),
            ("a b/ü#1%.toml", "a%20b/%C3%BC%231%25.toml"),
            ("/banks/b.toml", "file:///banks/b.toml"),
            ("../c:d.toml", "../c%3Ad.toml"),
        ] {
            assert_eq!(address_of(path), address);
        }
    }
}
