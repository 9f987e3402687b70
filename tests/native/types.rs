//! The TypeScript types say what the code does: the element's face, and the format of banks.

use crate::docs::{ELEMENT, attributes, between, getters, methods, names_of_events, the_same};
use crate::repository::read;
use selfcheck::quiz::Kind;
use std::collections::{BTreeMap, BTreeSet};

const TYPES: &str = "src/widget/element/selfcheck.d.ts";
const BANK: &str = "src/widget/element/bank.d.ts";

/// The fields and methods of an interface or a class, and what it extends.
fn members<'t>(types: &'t str, declaration: &str) -> (BTreeSet<&'t str>, Option<&'t str>) {
    let start = format!("\nexport {declaration} ");
    let (_, rest) = types.split_once(&start).unwrap_or_else(|| panic!("there is no {declaration}"));
    let (head, body) = rest.split_once("{\n").unwrap();
    let lines = body.split("\n}").next().unwrap_or_default().lines();
    let is_of_name = |c: char| c.is_alphanumeric() || "_-$".contains(c);
    let name = |line: &'t str| {
        let line = line.strip_prefix("  ")?;
        let line = line.strip_prefix("readonly ").unwrap_or(line).trim_start_matches('"');
        let (name, rest) = line.split_at(line.find(|c| !is_of_name(c))?);
        (!name.is_empty() && rest.starts_with(['"', '?', ':', '('])).then_some(name)
    };
    (lines.filter_map(name).collect(), head.trim().strip_prefix("extends "))
}

/// The names that a type is a choice of.
fn choices<'t>(types: &'t str, name: &str) -> BTreeSet<&'t str> {
    let (_, rest) = types.split_once(&format!("\nexport type {name} =")).unwrap();
    let text = rest.split(";\n").next().unwrap_or_default();
    text.split('"').skip(1).step_by(2).collect()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

#[test]
fn the_class_has_the_attributes_properties_and_methods_of_the_element() {
    let (types, script) = (read(TYPES), read(ELEMENT));
    let (said, _) = members(&types, "class SelfCheck");
    let of_attributes: Vec<_> = attributes(&script).into_iter().map(camel_case).collect();
    let mut is: BTreeSet<_> = of_attributes.iter().map(String::as_str).collect();
    is.extend(getters(&script));
    is.extend(methods(&script));
    is.extend(["addEventListener", "removeEventListener"]);
    the_same(TYPES, &said, &is, "members");
}

#[test]
fn templates_have_the_attributes_and_the_events_of_the_element() {
    let (types, script, events) = (read(TYPES), read(ELEMENT), read("src/widget/element/events.rs"));
    let (said, _) = members(&types, "interface SelfCheckAttributes");
    let listeners: Vec<_> =
        names_of_events(&script, &events).iter().map(|name| format!("onselfcheck-{name}")).collect();
    let mut is = attributes(&script);
    is.extend(listeners.iter().map(String::as_str));
    is.insert("bank");
    the_same(TYPES, &said, &is, "attributes of templates");
}

#[test]
fn events_are_those_of_the_element_with_their_fields() {
    let (types, script, events) = (read(TYPES), read(ELEMENT), read("src/widget/element/events.rs"));
    let (map, _) = members(&types, "interface SelfCheckEventMap");
    let said = map.iter().filter_map(|name| name.strip_prefix("selfcheck-")).collect();
    the_same(TYPES, &said, &names_of_events(&script, &events), "events selfcheck-…");

    let code = events.split("#[cfg(test)]").next().unwrap_or_default();
    let is: BTreeSet<_> =
        between(code, "(\"", '"').into_iter().filter(|name| !name.contains('-') && *name != "card").collect();
    let details = [
        "ReadyDetail",
        "StartDetail",
        "MoveDetail",
        "AnswerDetail",
        "ErrorDetail",
        "Report",
        "Attempt",
        "Answer",
        "Score",
        "TopicScore",
        "Problem",
    ];
    let mut said: BTreeSet<_> =
        details.iter().flat_map(|name| members(&types, &format!("interface {name}")).0).collect();
    said.extend(["kind", "rating"]); // Of a response.
    the_same(TYPES, &said, &is, "fields of details");
}

#[test]
fn names_of_choices_are_those_of_the_code() {
    use selfcheck::quiz::session::mode::Mode;
    use selfcheck::quiz::session::settings::Shuffle;
    let types = read(TYPES);
    let is = Mode::NAMES.iter().map(|(name, _)| *name).collect();
    the_same(TYPES, &choices(&types, "Mode"), &is, "modes");
    let is = Shuffle::NAMES.iter().map(|(name, _)| *name).collect();
    the_same(TYPES, &choices(&types, "Shuffle"), &is, "values of shuffle");
    let is = Kind::NAMES.iter().copied().chain(["card"]).collect();
    the_same(TYPES, &choices(&types, "LearnerResponse"), &is, "kinds of responses");
    let (stage, session) = (read("src/widget/stage.rs"), read("src/quiz/session.rs"));
    let is = [&stage, &session].into_iter().flat_map(|text| between(text, "=> \"", '"')).collect();
    the_same(TYPES, &choices(&types, "Phase"), &is, "phases");
    let (script, load) = (read(ELEMENT), read("src/widget/load.rs"));
    let mut is = between(&load, "=> \"", '"');
    is.extend(between(&script, "new Failure(\"", '"'));
    the_same(TYPES, &choices(&types, "ErrorCode"), &is, "error codes");
    let certainty = read("src/quiz/calibration.rs");
    for name in choices(&types, "Certainty") {
        assert!(certainty.contains(&format!("\"{name}\"")), "{TYPES}: there is no certainty {name}");
    }
    let rating = read("src/quiz/memory/rating.rs");
    for name in choices(&types, "Rating") {
        assert!(rating.contains(&format!("\"{name}\"")), "{TYPES}: there is no rating {name}");
    }
}

/// `selfcheck schema` is held against the reader by tests of its own.
#[cfg(feature = "cli")]
#[test]
fn banks_have_the_fields_of_the_schema() {
    use serde_json::Value;
    let types = read(BANK);
    let schema: Value = serde_json::from_str(&selfcheck::author::schema::of_files()).unwrap();
    let fields = |table: &Value| -> Option<BTreeSet<String>> {
        Some(table.get("properties")?.as_object()?.keys().cloned().collect())
    };
    let mut is: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    is.insert("Bank".to_owned(), fields(&schema).unwrap());
    for (name, table) in schema["$defs"].as_object().unwrap() {
        // A question is told kind by kind.
        if let Some(fields) = fields(table).filter(|_| name != "Question") {
            is.insert(name.replace("Range", "NumberRange"), fields);
        }
    }
    for rule in schema["$defs"]["Question"]["allOf"].as_array().unwrap() {
        let kind = rule["if"]["properties"]["kind"]["const"].as_str().unwrap();
        let name: String = kind.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        let names = rule["then"]["propertyNames"]["enum"].as_array().unwrap();
        is.insert(name, names.iter().map(|name| name.as_str().unwrap().to_owned()).collect());
    }
    // Only in TOML.
    is.get_mut("Hotspot").unwrap().remove("alt");
    assert!(is.len() > 20 && is.contains_key("SingleChoice") && is.contains_key("Gap"));
    for (name, is) in &is {
        let (mut said, extends) = members(&types, &format!("interface {name}"));
        if let Some(more) = extends {
            said.extend(members(&types, &format!("interface {more}")).0);
        }
        let is = is.iter().map(String::as_str).collect();
        the_same(BANK, &said, &is, &format!("fields of {name}"));
    }
    for kind in Kind::NAMES {
        assert!(types.contains(&format!("  kind: \"{kind}\";")), "{BANK}: there is no kind {kind}");
    }
}

/// The language of the wordings differs; the list must not.
#[test]
fn every_member_is_explained() {
    let types = read(TYPES);
    for declaration in ["class SelfCheck", "interface SelfCheckEventMap"] {
        let (_, body) = types.split_once(&format!("\nexport {declaration} ")).unwrap();
        let lines: Vec<_> = body.split("\n}").next().unwrap_or_default().lines().collect();
        for pair in lines.windows(2) {
            let is_member = pair[1].starts_with("  ") && pair[1].ends_with(';') && !pair[1].contains("  )");
            let is_long = pair[1].starts_with("    ");
            assert!(
                !is_member || is_long || pair[0].trim_start().starts_with("/** "),
                "{TYPES}: say what this is for: {}",
                pair[1]
            );
        }
    }
}
