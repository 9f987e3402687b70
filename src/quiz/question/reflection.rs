//! Reflection: a text of one's own, to compare with a model answer and a checklist. Learners mark it for
//! themselves; it earns no points.

use super::option::{List, QuestionOption, bare, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::markup::Markup;
use crate::quiz::response::Response;

/// The most characters of an answer.
pub const MOST_CHARACTERS: usize = 5_000;

/// A model answer, and up to eight things to look for in one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reflection {
    model: Markup,
    checks: Vec<QuestionOption>,
}

impl Reflection {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let model = fields.required_markup("model");
        let list = List { name: "checks", rule: "S4", n: 0..=8, has_keys: false, has_rationales: true, bare };
        let mut checks = read_options(fields, &list, &mut text_of);
        // What is found in a text is neither right nor wrong.
        checks.iter_mut().for_each(|check| check.is_key = false);
        (!fields.is_broken()).then_some(())?;
        Some(Self { model: model?, checks })
    }

    /// An answer to compare with.
    #[must_use]
    pub fn model(&self) -> &Markup {
        &self.model
    }

    /// What to look for, in the author's order.
    #[must_use]
    pub fn checks(&self) -> &[QuestionOption] {
        &self.checks
    }

    pub(super) fn key(&self) -> Response {
        let checks: Vec<_> = self.checks.iter().map(|check| check.id.clone()).collect();
        self.understood(&self.model.to_text(), &checks)
    }

    /// The text as long as it may be, and the checks that are known.
    pub(super) fn understood(&self, text: &str, checks: &[OptionId]) -> Response {
        let known = self.checks.iter().map(|check| &check.id).filter(|id| checks.contains(id));
        Response::Reflection {
            text: text.chars().take(MOST_CHARACTERS).collect(),
            checks: known.cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::testing::{option_id, read};

    fn response(text: &str, checks: &[&str]) -> Response {
        Response::Reflection {
            text: text.to_owned(),
            checks: checks.iter().map(|id| option_id(id)).collect(),
        }
    }

    #[test]
    fn a_text_is_complete_and_earns_no_points_whatever_is_marked() {
        let kind = read(r#""kind":"reflection","model":"M","checks":[{"text":"x"},{"text":"y"}]"#).kind;
        for (given, kept, is_complete) in [
            (response("I would ask.", &["b", "a"]), response("I would ask.", &["a", "b"]), true),
            (response("x", &["z"]), response("x", &[]), true),
            (response(" \n", &["a"]), response(" \n", &["a"]), false),
            (response("", &[]), response("", &[]), false),
            (Response::FillIn { text: "x".to_owned() }, response("", &[]), false),
        ] {
            let understood = kind.understood(&given);
            assert_eq!((&understood, kind.is_complete(&understood)), (&kept, is_complete), "{given:?}");
            assert!(!kind.score(&understood).is_counted());
        }
        assert_eq!(kind.key(), response("M", &["a", "b"]));
    }

    #[test]
    fn a_long_text_is_kept_whole_and_no_more_than_that() {
        let kind = read(r#""kind":"reflection","model":"M""#).kind;
        let long = "é".repeat(MOST_CHARACTERS);
        assert_eq!(kind.understood(&response(&long, &[])), response(&long, &[]));
        assert_eq!(kind.understood(&response(&(long.clone() + "x"), &[])), response(&long, &[]));
    }
}
