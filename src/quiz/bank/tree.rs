//! The tree of values a bank file holds before anything in it is trusted.
//!
//! TOML becomes the same tree in `author`, with places. Reading works on the tree, so both forms
//! obey the same rules and one pass can report every problem.

use super::problem::{Place, Problem};
use crate::quiz::id::Id;

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
}
