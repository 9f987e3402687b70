//! The tree of values a bank file holds before anything in it is trusted; JSON text ↔ tree.
//!
//! TOML becomes the same tree in `author`, with places. Reading works on the tree, so both forms
//! obey the same rules and one pass can report every problem.

use super::problem::{Place, Problem};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Where the value begins.
    pub place: Place,
    /// The value.
    pub value: Value,
}

/// What JSON and TOML have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// JSON's `null`.
    Null,
    /// True or false.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// A table or object, in the order of the file.
    Table(Vec<(String, Tree)>),
}

impl Value {
    /// What the value is, for messages.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        Self { place: Place::default(), value }
    }
}

/// The largest file that is read, in bytes. Far above any real bank; it keeps a wrong file from
/// freezing a learner's phone.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The text of a file: at most [`MAX_BYTES`], UTF-8, without its byte-order mark.
///
/// # Errors
/// One problem that says which of these it is not, and where.
pub fn text_of(bytes: &[u8]) -> Result<&str, Problem> {
    let whole =
        |rule, message: String, remedy: &str| Problem::error(rule, Place::default(), "", message, remedy);
    if bytes.len() > MAX_BYTES {
        return Err(whole(
            "F2",
            "the file has more than 32 MB".to_owned(),
            "check that this is the right file, or split the bank",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        whole(
            "F1",
            format!("the file is not UTF-8 text (first wrong byte in line {line})"),
            "save it as UTF-8 in your editor",
        )
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads JSON text. Nesting deeper than 128 levels is refused by the parser.
///
/// # Errors
/// One problem with the line and column where the text stops being JSON.
pub fn from_json(text: &str) -> Result<Tree, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let place = Place { file: 0, line: at(error.line()), column: at(error.column()) };
        let remedy = if text.trim().is_empty() {
            "the file is empty; build the bank again and publish the whole file"
        } else if text.trim_start().starts_with('<') {
            "this looks like a web page; check the address of the bank"
        } else {
            "mend the JSON there, or build the bank again and publish the whole file"
        };
        // The parser says the place again at the end.
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        Problem::error("F3", place, "", format!("not JSON: {message}"), remedy)
    })
}

/// A tree as JSON text, on one line, its fields in their order.
#[must_use]
pub fn to_json(tree: &Tree) -> String {
    // Writing to memory fails only for keys that are not strings, and a tree has none.
    serde_json::to_string(tree).unwrap_or_default()
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            // Whole numbers are written as authors write them: 16, not 16.0.
            #[allow(clippy::cast_possible_truncation)]
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(list) => serializer.collect_seq(list),
            Value::Table(table) => serializer.collect_map(table.iter().map(|(key, tree)| (key, tree))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Self::from)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    // A bank has no whole number that an f64 cannot hold exactly.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(Value::Table(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_dropped_and_other_encodings_are_refused() {
        assert_eq!(text_of("\u{feff}{}".as_bytes()), Ok("{}"));
        let problem = text_of(b"{\n \"a\": \"caf\xe9\"}").unwrap_err();
        assert_eq!(problem.rule, "F1");
        assert!(problem.message.contains("line 2"), "{problem}");
    }

    #[test]
    fn a_file_that_is_far_too_large_is_refused_before_it_is_parsed() {
        assert_eq!(text_of(&vec![b' '; MAX_BYTES + 1]).unwrap_err().rule, "F2");
    }

    #[test]
    fn text_that_is_not_json_is_one_problem_with_its_place() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for bad in ["", "{", "[1,]", "<!doctype html>", "{\"a\":\0}", &deep, "{} {}"] {
            let problem = from_json(bad).unwrap_err();
            assert_eq!(problem.rule, "F3");
            assert!(problem.place.is_known(), "{problem}");
        }
    }
}
