//! Languages: the messages of the interface, and the catalogues in `locales/`.
//!
//! `UPDATE_EXPECT=1` writes `locales/en.json`, from which translators work. That nothing is said past the
//! messages is what `view_snapshots/languages.rs` looks at.

use crate::repository::{read, root};
use selfcheck::widget::text::{Words, messages};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// The names of the places of a text, in their order.
fn places(text: &str) -> Vec<&str> {
    let names = text.split('{').skip(1);
    names
        .map(|piece| piece.split_once('}').unwrap_or_else(|| panic!("{text}: a place has no end")).0)
        .collect()
}

#[test]
fn every_key_is_used_once_and_has_a_hash_of_its_own() {
    let (mut keys, mut ids) = (BTreeMap::new(), BTreeMap::new());
    for message in messages() {
        let earlier = keys.insert(message.key(), message.english());
        assert_eq!(earlier, None, "{}: two messages have this key", message.key());
        let earlier = ids.insert(message.id(), message.key());
        assert_eq!(earlier, None, "{}: has the hash of another key: choose another", message.key());
    }
}

#[test]
fn english_names_each_place_once_and_in_one_order() {
    for message in messages() {
        let names = places(message.english());
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{}: {{{name}}} stands there twice", message.key());
        }
        let counted = |name: &&&str| **name != "n";
        if let Some(one) = message.english_one() {
            let of_one = places(one);
            assert!(of_one.iter().filter(counted).eq(names.iter().filter(counted)), "{}", message.key());
            assert!(names.contains(&"n"), "{}: a message with a number shows it as {{n}}", message.key());
        } else {
            assert!(!names.contains(&"n"), "{}: {{n}} is a number with a plural", message.key());
        }
    }
}

#[test]
fn every_message_has_a_note_for_translators() {
    for message in messages() {
        assert!(!message.note().is_empty(), "{}: say where it appears", message.key());
        for word in message.note().split_ascii_whitespace() {
            assert!(
                !word.contains('`') && !word.contains('['),
                "{}: translators read plain text",
                message.key()
            );
        }
    }
}

/// The messages as translators get them, in the order of the source.
fn english() -> String {
    let text = |text: &str| serde_json::to_string(text).unwrap();
    let said = |message: Words| match message.english_one() {
        None => text(message.english()),
        Some(one) => format!("{{ \"one\": {}, \"other\": {} }}", text(one), text(message.english())),
    };
    let mut json =
        String::from("{\n  \"language\": \"en\",\n  \"name\": \"English\",\n  \"reviewed\": true,\n");
    let all = messages();
    let mut table = |name: &str, of: &dyn Fn(Words) -> String, end: &str| {
        let lines: Vec<_> =
            all.iter().map(|&each| format!("    {}: {}", text(each.key()), of(each))).collect();
        writeln!(json, "  \"{name}\": {{\n{}\n  }}{end}", lines.join(",\n")).unwrap();
    };
    table("messages", &said, ",");
    table("notes", &|message| text(&message.note()), "");
    json + "}\n"
}

#[test]
fn translators_have_the_english_of_every_message() {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(root().join("locales")).unwrap();
        fs::write(root().join("locales/en.json"), english()).unwrap();
    }
    assert!(
        english() == read("locales/en.json"),
        "locales/en.json: run UPDATE_EXPECT=1 cargo test --features testing --test native languages, and translate what is new"
    );
}

/// Which plurals a language has, by Unicode's CLDR. It has no rules for Haitian Creole, whose nouns stay the same.
const PLURALS: [(&str, &[&str]); 7] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("es", &["one", "many", "other"]),
    ("fr", &["one", "many", "other"]),
    ("ht", &["other"]),
    ("pt", &["one", "many", "other"]),
    ("vi", &["other"]),
    ("zh", &["other"]),
];

fn catalogue(language: &str) -> Value {
    let path = format!("locales/{language}.json");
    serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts of a message: of each category of plural, or the only one.
fn texts(said: &Value) -> Vec<(&str, &str)> {
    let Some(plurals) = said.as_object() else { return vec![("", said.as_str().unwrap_or_default())] };
    plurals.iter().map(|(category, text)| (category.as_str(), text.as_str().unwrap_or_default())).collect()
}

#[test]
fn every_file_is_a_catalogue_that_the_element_and_these_tests_know() {
    let files = fs::read_dir(root().join("locales")).unwrap();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let expected = PLURALS.iter().map(|(language, _)| *language).chain(["en"]);
    let mut expected: Vec<_> = expected.map(|language| format!("{language}.json")).collect();
    expected.sort();
    assert_eq!(files, expected);
    let script = read("src/widget/element/selfcheck-locale.js");
    let listed = script.split_once("const LANGUAGES = [").unwrap().1.split_once(']').unwrap().0;
    let listed: Vec<_> = listed.split(", ").map(|language| language.trim_matches('"')).collect();
    assert!(
        PLURALS.iter().map(|(language, _)| *language).eq(listed),
        "selfcheck-locale.js has other LANGUAGES"
    );
    for (language, _) in PLURALS {
        let catalogue = catalogue(language);
        assert_eq!(catalogue["language"], language);
        assert!(catalogue["name"].as_str().is_some_and(|name| !name.is_empty()), "{language}: name");
        // Whether somebody who grew up with the language has read it all.
        assert!(catalogue["reviewed"].is_boolean(), "{language}: reviewed");
    }
}

/// Nobody should take a translation for reviewed that is not.
#[test]
fn docs_name_every_language_and_whether_somebody_has_read_it() {
    let docs = read("docs/languages.md");
    for (language, _) in PLURALS {
        let catalogue = catalogue(language);
        let name = catalogue["name"].as_str().unwrap_or_default();
        let row = docs.lines().find(|line| line.starts_with(&format!("| `{language}` | {name} |")));
        let row = row.unwrap_or_else(|| panic!("docs/languages.md has no row of {language}, {name}"));
        assert_eq!(row.ends_with("| yes |"), catalogue["reviewed"] == true, "{row}");
    }
}

#[test]
fn every_language_has_every_message_and_no_other() {
    for (language, _) in PLURALS {
        let catalogue = catalogue(language);
        let mut said: Vec<_> =
            catalogue["messages"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut english: Vec<_> = messages().iter().map(|message| message.key()).collect();
        said.sort_unstable();
        english.sort_unstable();
        let missing: Vec<_> = english.iter().filter(|key| !said.contains(key)).collect();
        let unused: Vec<_> = said.iter().filter(|key| !english.contains(key)).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "{language}: missing {missing:?}, unused {unused:?}"
        );
    }
}

#[test]
fn every_language_has_its_plurals_and_the_places_of_english() {
    let mut findings = Vec::new();
    for (language, plurals) in PLURALS {
        let catalogue = catalogue(language);
        for message in messages() {
            let said = &catalogue["messages"][message.key()];
            let mut categories: Vec<_> = texts(said).iter().map(|(category, _)| *category).collect();
            let mut expected = if message.english_one().is_some() { plurals.to_vec() } else { vec![""] };
            categories.sort_unstable();
            expected.sort_unstable();
            if categories != expected {
                findings.push(format!("{language}: {}: plurals {categories:?}", message.key()));
            }
            let mut english = places(message.english());
            english.sort_unstable();
            for (category, text) in texts(said) {
                let mut of_text = places(text);
                of_text.sort_unstable();
                // What is one, two or nothing may be said without its number.
                let of_few = ["zero", "one", "two"].contains(&category);
                let without_n = english.iter().copied().filter(|name| *name != "n");
                if text.trim().is_empty() || (of_text != english && !(of_few && without_n.eq(of_text))) {
                    findings.push(format!("{language}: {} {category}: {text}", message.key()));
                }
            }
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn what_the_scripts_say_themselves_is_in_the_catalogues() {
    let script = read("src/widget/element/selfcheck-locale.js");
    let by_name = script.split("messages.").skip(1).map(|rest| rest.split([',', ' ']).next().unwrap());
    let by_key = script.split("messages[\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let keys: Vec<_> = by_name.chain(by_key).collect();
    assert_eq!(keys.len(), 3, "{keys:?}");
    let english = read("src/widget/element/selfcheck.js");
    for key in keys {
        let message = messages().into_iter().find(|message| message.key() == key);
        let message = message.unwrap_or_else(|| panic!("{key}: no message has this key"));
        assert!(english.contains(&format!("\"{}\"", message.english())), "selfcheck.js says {key} otherwise");
    }
}
