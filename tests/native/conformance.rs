//! docs/accessibility.md has a line for each criterion of WCAG 2.2, levels A and AA, and each line says how it
//! was checked: by tests that are there, by hand, or why it does not apply.

use crate::repository::read;
use std::collections::BTreeSet;

/// The criteria by number: <https://www.w3.org/TR/WCAG22/>, with 4.1.1, which it removed and which a report after
/// VPAT 2.5 still has.
const LEVEL_A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 \
                       2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 \
                       4.1.1 4.1.2";
const LEVEL_AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 \
                        2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

const NOT_APPLICABLE: &str = "Not Applicable";
const LEVELS: [&str; 4] = ["Supports", "Partially Supports", "Does Not Support", NOT_APPLICABLE];

/// The rows below a heading: criterion, conformance level, remarks.
fn rows<'t>(report: &'t str, heading: &str) -> Vec<[&'t str; 3]> {
    let below = report.split_once(&format!("\n{heading}\n")).expect(heading).1;
    let section = below.split("\n#").next().unwrap_or_default();
    let cells = |line: &'t str| -> Option<[&'t str; 3]> {
        let cells: Vec<_> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
        cells.try_into().ok()
    };
    section.lines().filter_map(cells).filter(|[criterion, ..]| *criterion != "Criterion").collect()
}

/// The titles of a file's tests, with “…” where a value is put in.
fn titles(spec: &str) -> BTreeSet<String> {
    let title = |rest: &str| {
        let mark = rest.chars().next().filter(|mark| ['"', '`'].contains(mark))?;
        let title = rest[1..].split(mark).next()?;
        let mut parts = title.split("${");
        let first = parts.next()?.to_owned();
        let rest = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
        Some(rest.fold(first, |title, part| title + "…" + part))
    };
    spec.split("test(").skip(1).filter_map(title).collect()
}

#[test]
fn every_criterion_has_its_line_and_its_level() {
    let report = read("docs/accessibility.md");
    for (heading, criteria) in [("### Level A", LEVEL_A), ("### Level AA", LEVEL_AA)] {
        let rows = rows(&report, heading);
        let told: Vec<_> = rows.iter().filter_map(|[criterion, ..]| criterion.split(' ').next()).collect();
        assert_eq!(told.join(" "), criteria, "{heading}");
        for [criterion, level, _] in rows {
            assert!(LEVELS.contains(&level), "{criterion}: there is no level “{level}”");
        }
    }
}

#[test]
fn every_line_names_a_check_that_is_there() {
    let report = read("docs/accessibility.md");
    let rows = ["### Level A", "### Level AA"].into_iter().flat_map(|heading| rows(&report, heading));
    for [criterion, level, remarks] in rows {
        if level == NOT_APPLICABLE || remarks.contains(NOT_APPLICABLE) {
            assert!(remarks.len() > 20, "{criterion}: say why it does not apply");
            continue;
        }
        let tests = remarks.split_once("Test: ").map(|(_, tests)| tests);
        assert!(tests.is_some() || remarks.contains("By hand: "), "{criterion} names no check");
        for test in tests.iter().flat_map(|tests| tests.split("; ")) {
            let named = test.split_once('`').and_then(|(_, rest)| rest.split_once("` *"));
            let (file, title) = named.unwrap_or_else(|| panic!("{criterion}: not `file` *title*: {test}"));
            let title = title.trim_end_matches('*');
            let titles = titles(&read(&format!("tests/e2e/{file}")));
            assert!(titles.contains(title), "{criterion}: {file} has no test “{title}”; it has {titles:?}");
        }
    }
}
