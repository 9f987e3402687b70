//! Our reader and writer of JSON against `serde_json`, on whatever chance brings.

use proptest::prelude::*;
use selfcheck::quiz::bank::json::{from_json, to_json};
use selfcheck::quiz::bank::tree::{Tree, Value as Ours};
use serde_json::Value as Theirs;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }
}

/// Whether two readings are the same, numbers but for the last bits.
fn is_same(ours: &Tree, theirs: &Theirs) -> bool {
    match (&ours.value, theirs) {
        (Ours::Null, Theirs::Null) => true,
        (Ours::Bool(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Ours::Text(ours), Theirs::String(theirs)) => ours == theirs,
        (Ours::Number(ours), Theirs::Number(theirs)) => {
            let theirs = theirs.as_f64().unwrap();
            // Below the smallest normal number each has its own way to round.
            (ours - theirs).abs() <= theirs.abs() * 1e-14 || theirs.abs() < 1e-300
        }
        (Ours::List(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
        }
        // Of names that stand twice theirs has the last.
        (Ours::Table(ours), Theirs::Object(theirs)) => theirs.iter().all(|(name, value)| {
            ours.iter().rfind(|(known, _)| known == name).is_some_and(|(_, ours)| is_same(ours, value))
        }),
        _ => false,
    }
}

fn assert_read_alike(text: &str) {
    match (from_json(text), serde_json::from_str::<Theirs>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(is_same(&ours, &theirs), "{text:?}: {ours:?}, not {theirs:?}"),
        (Err(problem), Err(_)) => assert!(problem.place.is_known(), "{problem}"),
        (Ok(ours), Err(theirs)) => panic!("{text:?} is {ours:?}, not {theirs}"),
        (Err(ours), Ok(theirs)) => panic!("{text:?} is {theirs}, not {ours}"),
    }
}

fn json() -> impl Strategy<Value = Theirs> {
    let number = prop_oneof![
        any::<f64>().prop_filter("JSON has no other", |number| number.is_finite()).prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        any::<u64>().prop_map(Theirs::from),
    ];
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<String>().prop_map(Theirs::from),
        number,
    ];
    leaf.prop_recursive(5, 30, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Theirs::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| Theirs::Object(fields.into_iter().collect())),
        ]
    })
}

/// Pieces that mean something in JSON.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\n",
        "\\ud83d",
        "\\ude00",
        "\\u0041",
        "\"a\"",
        "true",
        "false",
        "null",
        "-",
        "+",
        ".",
        "0",
        "1",
        "12",
        "1e5",
        "E",
        "e-3",
        "1.5",
        " ",
        "\n",
        "\t",
        "\r",
        "\0",
        "\u{7f}",
        "é",
        "😀",
        "\u{feff}",
        "//",
        "NaN",
        "Infinity",
        "9999999999999999999999",
        "1e400",
        "1e-400",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_value_is_read_alike(value in json(), is_pretty: bool) {
        let write = if is_pretty { serde_json::to_string_pretty } else { serde_json::to_string };
        assert_read_alike(&write(&value).unwrap());
    }

    #[test]
    fn any_text_is_read_or_refused_alike(text in pieces()) {
        assert_read_alike(&text);
    }

    #[test]
    fn an_edit_anywhere_is_read_or_refused_alike(value in json(), at: prop::sample::Index, piece in pieces()) {
        let mut text = value.to_string();
        let at = text.floor_char_boundary(at.index(text.len() + 1));
        text.truncate(at);
        assert_read_alike(&text);
        assert_read_alike(&(text + &piece));
    }

    #[test]
    fn any_text_is_written_so_that_both_read_it(text: String) {
        let json = to_json(&Tree::from(text.as_str()));
        prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text.as_str());
        let again = from_json(&json).unwrap();
        prop_assert_eq!(again.as_text(), Some(text.as_str()));
    }
}

/// What chance is unlikely to bring, one by one.
#[test]
fn every_edge_of_the_grammar_is_read_or_refused_alike() {
    for text in [
        "",
        " ",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "-a",
        "+1",
        "1.",
        ".5",
        "1.0e",
        "1e+",
        "1e+5",
        "1E-5",
        "1e308",
        "1e309",
        "-1e309",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        "18446744073709551615",
        "18446744073709551616",
        "9007199254740993",
        "1e-5",
        "0e999999999999",
        "\"",
        "\"\\",
        "\"\\u",
        "\"\\u12",
        "\"\\u12g4\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\\ud83d\\ude00\"",
        "\"\\/\\b\\f\\r\\t\"",
        "\"\t\"",
        "\"\u{1}\"",
        "\"\u{7f}\"",
        "[",
        "[]",
        "[ ]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{}",
        "{ }",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{\"a\" : 1 , \"a\":2}",
        "{a:1}",
        "{1:1}",
        "tru",
        "truee",
        "True",
        "null null",
        "[1]]",
        "\u{feff}1",
        "\u{a0}1",
    ] {
        assert_read_alike(text);
    }
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(from_json(&nested(120)).is_ok());
    assert!(from_json(&nested(100_000)).is_err());
}
