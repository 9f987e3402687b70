//! True or false with a reason: a statement, a verdict, and three or four reasons to choose from.

use super::option::{List, QuestionOption, read_options, text_of};
use super::single_choice::{key_of, require_one_key};
use crate::quiz::bank::fields::Fields;
use crate::quiz::markup::Markup;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// The stem is the statement; exactly one reason is the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrueFalse {
    is_true: bool,
    correction: Option<Markup>,
    reasons: Vec<QuestionOption>,
}

impl TrueFalse {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let is_true = fields.flag("key");
        if !fields.has("key") {
            fields.report(
                "S3",
                "key",
                "is missing",
                "write `key = true` or `key = false`: whether the statement is true",
            );
        }
        let correction = fields.markup("correction");
        if is_true == Some(true) && correction.is_some() {
            fields.report(
                "S3",
                "correction",
                "corrects a true statement",
                "remove it, or write `key = false`",
            );
        }
        let reasons = read_options(fields, &List::of_options("reasons", 2), &mut text_of);
        require_one_key(fields, "reasons", &reasons);
        let is_true = is_true.filter(|_| !fields.is_broken())?;
        Some(Self { is_true, correction, reasons })
    }

    /// Whether the statement is true.
    #[must_use]
    pub fn is_true(&self) -> bool {
        self.is_true
    }

    /// What would be true instead of a false statement.
    #[must_use]
    pub fn correction(&self) -> Option<&Markup> {
        self.correction.as_ref()
    }

    /// The reasons, in the author's order.
    #[must_use]
    pub fn reasons(&self) -> &[QuestionOption] {
        &self.reasons
    }

    pub(super) fn key(&self) -> Response {
        Response::TrueFalse { verdict: Some(self.is_true), reason: key_of(&self.reasons).cloned() }
    }

    /// Half for the right verdict, all for the right verdict with the right reason. A right reason
    /// for the wrong verdict earns nothing: it does not support it.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        let Response::TrueFalse { verdict, reason } = response else { return Score::of_one(0.0) };
        let share = match (*verdict == Some(self.is_true), reason) {
            (false, _) => 0.0,
            (true, Some(reason)) if key_of(&self.reasons) == Some(reason) => 1.0,
            (true, _) => 0.5,
        };
        Score::of_one(share)
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::testing::{option_id, question};
    use crate::quiz::response::Response;

    #[test]
    fn half_for_the_verdict_and_all_with_the_reason() {
        let kind = question("true-false", "reasons", &["a", "b*", "c"]).kind;
        for (verdict, reason, earned) in [
            (Some(true), Some("b"), 1.0),
            (Some(true), Some("a"), 0.5),
            (Some(true), None, 0.5),
            (Some(false), Some("b"), 0.0),
            (None, Some("b"), 0.0),
            (None, None, 0.0),
        ] {
            let response = Response::TrueFalse { verdict, reason: reason.map(option_id) };
            assert_eq!(kind.score(&response).earned, earned, "{verdict:?} {reason:?}");
        }
    }
}
