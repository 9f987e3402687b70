//! Languages: the messages of the interface, and the catalogues in `locales/`.
//!
//! `UPDATE_EXPECT=1` writes `locales/en.json`, from which translators work.

use crate::repository::{read, root};
use selfcheck::widget::text::{Words, messages};
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
