//! Messages: whole sentences with places for what varies, each with a key by which a catalogue of another
//! language has its own. English is built in and stands beside its use.

use super::language::translated;
use crate::quiz::bank::json::decimal;
use yew::AttrValue;

/// Something the interface says.
#[derive(Debug)]
pub struct Message {
    /// Stands for the key, which is too long for a browser to fetch.
    id: u16,
    /// In English; of what depends on a number, for all numbers but 1.
    english: &'static str,
    /// In English, of 1 of something.
    one: Option<&'static str>,
    /// What catalogues call it.
    #[cfg(not(target_family = "wasm"))]
    key: &'static str,
    /// For those who translate it.
    #[cfg(not(target_family = "wasm"))]
    notes: &'static [&'static str],
}

/// A message, as it is passed around.
pub type Words = &'static Message;

/// What stands in a place of a message.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A number, shown with at most two decimals.
    Number(f64),
    /// A number of percent, shown as a whole number with its sign.
    Percent(f64),
    /// What is said already.
    Text(&'a str),
    /// Another message without places.
    Said(Words),
}

/// Messages, each with a note for translators (its documentation), its name, its key and its English.
///
/// ```ignore
/// messages! {
///     /// On the start screen.
///     QUESTIONS = "questions": one "{n} question", other "{n} questions";
/// }
/// ```
macro_rules! messages {
    ($($(#[doc = $note:literal])* $name:ident = $key:literal: $(one $one:literal, other)? $english:literal;)+) => {
        $(
            $(#[doc = $note])*
            #[allow(unreachable_pub)] // Some are of one file, and of unit tests.
            pub const $name: $crate::widget::text::message::Words = &$crate::widget::text::message::message!(
                $key, $english, [$($one)?], &[$($note),*]
            );
        )+

        /// All of this file, for catalogues.
        #[cfg(not(target_family = "wasm"))]
        pub(super) const MESSAGES: &[$crate::widget::text::message::Words] = &[$($name),+];
    };
}
pub(crate) use messages;

/// One of them. The key and the notes are left behind where a browser would have to fetch them.
macro_rules! message {
    ($key:literal, $english:literal, [], $notes:expr) => {
        $crate::widget::text::message::message!(@ $key, $english, None, $notes)
    };
    ($key:literal, $english:literal, [$one:literal], $notes:expr) => {
        $crate::widget::text::message::message!(@ $key, $english, Some($one), $notes)
    };
    (@ $key:literal, $english:literal, $one:expr, $notes:expr) => {{
        #[cfg(target_family = "wasm")]
        {
            const ID: u16 = $crate::widget::text::message::hash($key);
            $crate::widget::text::message::Message::new(ID, $english, $one)
        }
        #[cfg(not(target_family = "wasm"))]
        {
            $crate::widget::text::message::Message::new($key, $english, $one, $notes)
        }
    }};
}
pub(crate) use message;

/// What stands for a key: its hash by FNV-1a of 32 bits, of which the lower half is enough to tell a few
/// hundred keys apart (`tests/native/languages.rs` looks).
///
/// Source: Fowler, Noll and Vo, “The FNV Non-Cryptographic Hash Algorithm”, RFC 9923.
pub(crate) const fn hash(key: &str) -> u16 {
    let key = key.as_bytes();
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < key.len() {
        hash = (hash ^ key[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash & 0xffff) as u16
}

impl Message {
    /// A message of that id.
    #[cfg(target_family = "wasm")]
    pub(crate) const fn new(id: u16, english: &'static str, one: Option<&'static str>) -> Self {
        Self { id, english, one }
    }

    /// A message of that key.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) const fn new(
        key: &'static str,
        english: &'static str,
        one: Option<&'static str>,
        notes: &'static [&'static str],
    ) -> Self {
        Self { id: hash(key), english, one, key, notes }
    }

    /// What catalogues call it.
    #[cfg(not(target_family = "wasm"))]
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// For those who translate it.
    #[cfg(not(target_family = "wasm"))]
    #[must_use]
    pub fn note(&self) -> String {
        self.notes.concat().trim_ascii().to_owned()
    }

    /// The hash of its key.
    #[must_use]
    pub fn id(&self) -> u16 {
        self.id
    }

    /// In English. What varies stands there as `{name}`, each name once, in the order of the values.
    #[must_use]
    pub fn english(&self) -> &'static str {
        self.english
    }

    /// In English, where it is of 1 of something: the same names in the same order, with `{n}` or without.
    #[must_use]
    pub fn english_one(&self) -> Option<&'static str> {
        self.one
    }

    /// The words.
    #[must_use]
    pub fn say(&'static self) -> AttrValue {
        translated(self, None, &[]).map_or(AttrValue::Static(self.english), Into::into)
    }

    /// The words, with values in their places: in the order in which English names them.
    #[must_use]
    pub fn with(&'static self, values: &[Value<'_>]) -> String {
        self.fill(None, values)
    }

    /// The words for so many of something, which are at `{n}`. The other values are in the order in which
    /// English names them.
    #[must_use]
    pub fn count(&'static self, n: usize, values: &[Value<'_>]) -> String {
        #[allow(clippy::cast_precision_loss)] // Nobody answers so many questions.
        self.fill(Some(n as f64), values)
    }

    /// The same for a number that need not be whole.
    #[must_use]
    pub fn count_of(&'static self, n: f64, values: &[Value<'_>]) -> String {
        self.fill(Some(n), values)
    }

    fn fill(&'static self, n: Option<f64>, values: &[Value<'_>]) -> String {
        translated(self, n, values).unwrap_or_else(|| self.fill_english(n, values))
    }

    /// In English. `{n}` is the only name of one letter.
    pub(crate) fn fill_english(&self, n: Option<f64>, values: &[Value<'_>]) -> String {
        let template = self.one.filter(|_| n == Some(1.0)).unwrap_or(self.english);
        let mut values = values.iter();
        let (mut said, mut name) = (String::new(), None);
        for c in template.chars() {
            match (c, name) {
                ('{', _) => name = Some(0),
                ('}', Some(length)) => {
                    name = None;
                    let n = n.filter(|_| length == 1).map(Value::Number);
                    n.or_else(|| values.next().copied())
                        .into_iter()
                        .for_each(|value| value.add_to(&mut said));
                }
                (_, Some(length)) => name = Some(length + 1),
                (c, None) => said.push(c),
            }
        }
        said
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Value<'_> {
    fn add_to(self, said: &mut String) {
        match self {
            Self::Number(number) => said.push_str(&english_number(number)),
            Self::Percent(percent) => {
                said.push_str(&decimal(percent.round()));
                said.push('%');
            }
            Self::Text(text) => said.push_str(text),
            Self::Said(message) => said.push_str(message.english),
        }
    }
}

/// With at most two decimals: `0.5`, `7`, `3.33`.
fn english_number(number: f64) -> String {
    decimal((number * 100.0).round() / 100.0)
}

impl From<usize> for Value<'_> {
    #[allow(clippy::cast_precision_loss)] // Nobody answers so many questions.
    fn from(n: usize) -> Self {
        Self::Number(n as f64)
    }
}

impl From<u32> for Value<'_> {
    fn from(n: u32) -> Self {
        Self::Number(n.into())
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<Words> for Value<'_> {
    fn from(message: Words) -> Self {
        Self::Said(message)
    }
}

impl From<Words> for AttrValue {
    fn from(message: Words) -> Self {
        message.say()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        /// A note
        /// of two lines.
        PLAIN = "plain": "Start";
        APPLES = "apples": one "{n} apple for {whom}", other "{n} apples for {whom}";
        SHARE = "share": "{share} of {what}: {how}";
    }

    #[test]
    fn values_stand_in_their_places() {
        assert_eq!(PLAIN.say(), "Start");
        let apples = |n| APPLES.count_of(n, &["Ada".into()]);
        assert_eq!(
            [0.0, 1.0, 2.5].map(apples),
            ["0 apples for Ada", "1 apple for Ada", "2.5 apples for Ada"]
        );
        let share = SHARE.with(&[Value::Percent(7.0), "{n}".into(), PLAIN.into()]);
        assert_eq!(share, "7% of {n}: Start", "what is filled in is not looked into");
    }

    #[test]
    fn a_message_knows_its_key_and_its_note() {
        assert_eq!((PLAIN.key(), PLAIN.note()), ("plain", "A note of two lines.".to_owned()));
        assert_eq!(PLAIN.id(), hash("plain"));
        assert_eq!(MESSAGES.len(), 3);
        // From the test vectors of RFC 9923.
        assert_eq!([hash(""), hash("a"), hash("foobar")], [0x9dc5, 0x292c, 0xf968]);
    }

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (value, text) in
            [(0.0, "0"), (0.5, "0.5"), (7.0, "7"), (10.0 / 3.0, "3.33"), (2.0 / 3.0, "0.67"), (0.999, "1")]
        {
            assert_eq!(english_number(value), text);
        }
    }
}
