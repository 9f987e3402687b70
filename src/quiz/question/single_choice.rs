//! Single choice: one best option. Its data, its structural rules, its scoring.

use super::option::{List, QuestionOption, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// Two or more options; exactly one is the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleChoice {
    options: Vec<QuestionOption>,
}

impl SingleChoice {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let options = read_options(fields, &List::of_options("options", 2), &mut text_of);
        require_one_key(fields, "options", &options);
        (!fields.is_broken()).then_some(Self { options })
    }

    /// The options, in the author's order.
    #[must_use]
    pub fn options(&self) -> &[QuestionOption] {
        &self.options
    }

    pub(super) fn key(&self) -> Response {
        Response::SingleChoice { option: key_of(&self.options).cloned() }
    }

    /// 1 for the key, 0 for anything else.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        let is_right = matches!(response, Response::SingleChoice { option: Some(option) }
            if key_of(&self.options) == Some(option));
        Score::of_one(f64::from(u8::from(is_right)))
    }
}

/// The id of the one key among options.
pub(super) fn key_of(options: &[QuestionOption]) -> Option<&OptionId> {
    options.iter().find(|option| option.is_key).map(|option| &option.id)
}

/// S3: reports options of which not exactly one is the key.
pub(super) fn require_one_key(fields: &Fields<'_>, name: &'static str, options: &[QuestionOption]) {
    let n_keys = options.iter().filter(|option| option.is_key).count();
    if n_keys != 1 && !fields.is_broken() {
        let message = format!("has {n_keys} keys");
        fields.report("S3", name, message, "write `correct = true` at exactly one of them");
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::testing::{option_id, question};
    use crate::quiz::response::Response;

    #[test]
    fn the_key_earns_everything_and_the_rest_nothing() {
        let kind = question("single-choice", "options", &["a", "b*", "c"]).kind;
        let of = |option: Option<&str>| Response::SingleChoice { option: option.map(option_id) };
        for (response, earned) in [(Some("b"), 1.0), (Some("a"), 0.0), (Some("z"), 0.0), (None, 0.0)] {
            assert_eq!(kind.score(&of(response)).earned, earned, "{response:?}");
        }
    }

    #[test]
    fn a_response_of_another_kind_earns_nothing() {
        let kind = question("single-choice", "options", &["a", "b*"]).kind;
        let other = Response::TrueFalse { verdict: Some(true), reason: Some(option_id("b")) };
        assert_eq!(kind.score(&other).earned, 0.0);
    }
}
