//! The tree of values a bank file holds before anything in it is trusted; JSON text ↔ tree.
//!
//! TOML becomes the same tree in `author`, with places. Reading works on the tree, so both forms
//! obey the same rules and one pass can report every problem.

use super::problem::{Place, Problem};
use crate::quiz::id::Id;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
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

    /// The characters of a text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The items of a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Tree]> {
        if let Self::List(list) = self { Some(list) } else { None }
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
        let remedy = if text.trim_ascii().is_empty() {
            "the file is empty; build the bank again and publish the whole file"
        } else if text.trim_ascii_start().starts_with('<') {
            "this looks like a web page; check the address of the bank"
        } else {
            "mend the JSON there, or build the bank again and publish the whole file"
        };
        // The parser says the place again at the end.
        let message = error.to_string();
        let place_again = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&place_again).unwrap_or(&message);
        Problem::error("F3", place, "", format!("not JSON: {message}"), remedy)
    })
}

/// A tree as JSON text, on one line, its fields in their order.
///
/// By hand, because a derived form brings the general writer of floating-point numbers, whose
/// tables alone cost a browser 9 kB. Numbers are written as [`decimal`] does.
#[must_use]
pub fn to_json(tree: &Tree) -> String {
    let mut json = String::new();
    write(tree, &mut json);
    json
}

fn write(tree: &Tree, json: &mut String) {
    match &tree.value {
        Value::Null => json.push_str("null"),
        Value::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => json.push_str(&decimal(*number)),
        Value::Text(text) => write_text(text, json),
        Value::List(list) => write_all('[', list, ']', json, write),
        Value::Table(table) => write_all('{', table, '}', json, |(key, value), json| {
            write_text(key, json);
            json.push(':');
            write(value, json);
        }),
    }
}

fn write_text(text: &str, json: &mut String) {
    // Writing text to memory cannot fail.
    json.push_str(&serde_json::to_string(text).unwrap_or_default());
}

fn write_all<T>(open: char, items: &[T], close: char, json: &mut String, write: impl Fn(&T, &mut String)) {
    json.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write(item, json);
    }
    json.push(close);
}

/// A number as text, with at most six decimals: `16`, `0.75`, `0.333333`. What is no number is
/// written as 0.
#[must_use]
pub fn decimal(number: f64) -> String {
    const MILLION: u64 = 1_000_000;
    let size = number.abs();
    // Casts saturate, far beyond any number of a bank.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (whole, millionths) = (size.trunc() as u64, (size.fract() * 1e6).round() as u64);
    let (whole, millionths) = (whole.saturating_add(millionths / MILLION), millionths % MILLION);
    let sign = if number < 0.0 && whole + millionths > 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{millionths:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A table with these fields; those without a value are left out.
pub fn table<const N: usize>(fields: [(&str, Option<Tree>); N]) -> Tree {
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Table(fields.collect()).into()
}

impl From<bool> for Tree {
    fn from(flag: bool) -> Self {
        Value::Bool(flag).into()
    }
}

impl From<f64> for Tree {
    fn from(number: f64) -> Self {
        Value::Number(number).into()
    }
}

impl From<u32> for Tree {
    fn from(number: u32) -> Self {
        f64::from(number).into()
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned()).into()
    }
}

impl FromIterator<Self> for Tree {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Value::List(items.into_iter().collect()).into()
    }
}

/// Taking a tree apart without trusting it.
impl Tree {
    /// A field of a table.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Value::Table(fields) = &self.value else { return None };
        fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The characters, if it is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        self.value.as_text()
    }

    /// The flag, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(flag) = self.value { Some(flag) } else { None }
    }

    /// The items, none if it is not a list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        self.value.as_list().unwrap_or_default()
    }

    /// The number, if it is whole and not negative, and a JavaScript number holds it exactly.
    #[must_use]
    pub fn as_whole(&self) -> Option<u64> {
        let Value::Number(number) = self.value else { return None };
        let is_exact = number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number); // 2⁵³
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        is_exact.then_some(number as u64)
    }

    /// The id, if it is one.
    #[must_use]
    pub fn as_id<T: Id>(&self) -> Option<T> {
        T::parse(self.as_text()?)
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
    fn numbers_are_written_with_at_most_six_decimals() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (16.0, "16"),
            (0.75, "0.75"),
            (-1.5, "-1.5"),
            (1.0 / 3.0, "0.333333"),
            (100.0, "100"),
            (4_294_967_295.0, "4294967295"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (0.999_999_9, "1"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }

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
