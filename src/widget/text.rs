//! Every word of the interface: messages with their English, and what is said with them.

mod begin;
mod cards;
pub mod catalogue;
mod certainty;
mod dates;
mod exam;
mod feedback;
pub mod language;
pub(crate) mod message;
mod outcome;
mod paper;
mod progress;
mod question;
mod results;

pub use begin::*;
pub use cards::*;
pub use certainty::*;
pub use dates::*;
pub use exam::*;
pub use feedback::*;
pub use language::number;
pub use message::{Message, Value, Words};
pub use outcome::*;
pub use paper::*;
pub use progress::*;
pub use question::*;
pub use results::*;

use message::messages;

messages! {
    /// A label before something: “Your answer: trust”, “Kettle: no match”. {words} is sometimes empty.
    LABELLED = "labelled": "{label}: {words}";
    /// Words in quotation marks.
    QUOTE = "quote": "“{words}”";
    /// Something in a numbered list: “1. Warm the pot.”
    NUMBERED = "numbered": "{place}. {words}";
    /// A sentence after another. A language that has no space between sentences has none here.
    SENTENCES = "list.sentences": "{sentence} {next}";
    /// Any of these: two accepted answers. With more of them it is used again and again.
    OR = "list.or": "{item} or {next}";
    /// The last two of a list: “A and B”.
    AND = "list.and": "{item} and {next}";
    /// Two others of a list: “A, B”.
    COMMA = "list.comma": "{item}, {next}";
    /// Between options that are right together, which may have commas themselves.
    TOGETHER = "list.together": "{item}; {next}";
}

/// Everything the interface says, for catalogues and what checks them.
#[cfg(not(target_family = "wasm"))]
#[must_use]
pub fn messages() -> Vec<Words> {
    [
        MESSAGES,
        begin::MESSAGES,
        cards::MESSAGES,
        certainty::MESSAGES,
        exam::MESSAGES,
        feedback::MESSAGES,
        outcome::MESSAGES,
        paper::MESSAGES,
        progress::MESSAGES,
        question::MESSAGES,
        results::MESSAGES,
    ]
    .concat()
}

/// “Your answer: trust”, “Kettle: no match”.
pub fn labelled<'a>(label: impl Into<Value<'a>>, words: impl Into<Value<'a>>) -> String {
    LABELLED.with(&[label.into(), words.into()])
}

/// What is said one after the other, put together two by two.
pub fn joined<T: AsRef<str>>(items: &[T], by: Words) -> String {
    let mut items = items.iter().map(AsRef::as_ref);
    let first = items.next().unwrap_or_default().to_owned();
    items.fold(first, |all, item| by.with(&[(&all).into(), item.into()]))
}

/// “A, B and C”.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items.split_last() {
        Some((last, others)) if !others.is_empty() => {
            AND.with(&[(&joined(others, COMMA)).into(), last.as_ref().into()])
        }
        _ => joined(items, COMMA),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and() {
        let said = |items: &[&str]| list(items);
        assert_eq!([said(&[]), said(&["A"]), said(&["A", "B"])], ["", "A", "A and B"]);
        assert_eq!(said(&["A", "B", "C"]), "A, B and C");
        assert_eq!(joined(&["A", "B", "C"], OR), "A or B or C");
    }
}
