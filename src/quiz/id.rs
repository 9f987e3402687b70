//! The names of things: the only place where text becomes an id.
//!
//! Saved progress is kept by id, so an id never changes once a bank is published.

use std::fmt;
use std::rc::Rc;

/// What every id must look like, in words for problem messages.
pub const SHAPE: &str = "1 to 64 characters: a-z, 0-9, dot, hyphen, underscore; the first a letter or digit";

fn is_id(text: &str) -> bool {
    let is_first = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let bytes = text.as_bytes();
    matches!(bytes, [first, rest @ ..]
        if is_first(*first)
            && rest.len() < 64
            && rest.iter().all(|c| is_first(*c) || matches!(c, b'.' | b'_' | b'-')))
}

/// Something with a checked name.
pub trait Id: Sized {
    /// The id, or nothing where the text does not have an id's [shape](SHAPE).
    fn parse(text: &str) -> Option<Self>;
    /// The id as it is written.
    fn as_str(&self) -> &str;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $normalize:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl Id for $name {
            fn parse(text: &str) -> Option<Self> {
                let normalize: fn(&str) -> String = $normalize;
                let text = normalize(text);
                is_id(&text).then(|| Self(text.into()))
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a bank.
    BankId: str::to_owned;
    /// Names a topic of a bank.
    TopicId: str::to_owned;
    /// Names a learning objective; upper and lower case are the same.
    ObjectiveId: str::to_ascii_lowercase;
    /// Names a scenario: a vignette that several questions share.
    ScenarioId: str::to_owned;
    /// Names a question.
    QuestionId: str::to_owned;
    /// Names an option of one question (or a reason of a true-false question).
    OptionId: str::to_owned;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_its_shape() {
        let longest = "a".repeat(64);
        for good in ["a", "7", "sd-03-bakery", "v1.2_x", &longest] {
            assert!(QuestionId::parse(good).is_some(), "{good}");
        }
        let too_long = "a".repeat(65);
        for bad in ["", "-a", ".a", "A", "a b", "é", "a/b", "a\0", &too_long] {
            assert!(QuestionId::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn objective_ids_ignore_case() {
        assert_eq!(ObjectiveId::parse("SD-3"), ObjectiveId::parse("sd-3"));
    }
}
