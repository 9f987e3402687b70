//! Multiple response: several options are keys. Its data, its structural rules, its scoring.

use super::option::{List, QuestionOption, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// Three or more options; at least two are keys and at least one is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MultipleResponse {
    options: Vec<QuestionOption>,
    tells_count: bool,
}

impl MultipleResponse {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let options = read_options(fields, &List::of_options("options", 3), &mut text_of);
        let select = fields.whole("select", 2, 25);
        let n_keys = options.iter().filter(|option| option.is_key).count();
        if !fields.is_broken() {
            if n_keys < 2 {
                let message = "has fewer than two keys";
                fields.report(
                    "S3",
                    "options",
                    message,
                    "mark at least two as `correct = true`, or make it single-choice",
                );
            } else if n_keys == options.len() {
                fields.report("S3", "options", "has no distractor", "add an option that is not a key");
            }
            if let Some(select) = select.filter(|select| usize::try_from(*select) != Ok(n_keys)) {
                fields.report(
                    "S3",
                    "select",
                    format!("is {select}, but {n_keys} options are keys"),
                    "make the two numbers the same",
                );
            }
        }
        (!fields.is_broken()).then_some(Self { options, tells_count: select.is_some() })
    }

    /// The options, in the author's order.
    #[must_use]
    pub fn options(&self) -> &[QuestionOption] {
        &self.options
    }

    /// How many to select, where the author tells the learner.
    #[must_use]
    pub fn select(&self) -> Option<usize> {
        self.tells_count.then(|| self.options.iter().filter(|option| option.is_key).count())
    }

    pub(super) fn key(&self) -> Response {
        let keys = self.options.iter().filter(|option| option.is_key);
        Response::MultipleResponse { options: keys.map(|option| option.id.clone()).collect() }
    }

    /// True/false scoring: every option is a small true-or-false question, right when a key is
    /// selected and when a distractor is left. The score is the share that is right. Nothing
    /// selected is unanswered and earns nothing.
    ///
    /// Source: Betts, Muntean, Kim and Kao (2022), doi 10.1177/0013164421994636, who found this
    /// and plus/minus scoring the most promising for “select all that apply”.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        if !matches!(response, Response::MultipleResponse { options } if !options.is_empty()) {
            return Score::of_one(0.0);
        }
        let share = self.n_right(response) as f64 / self.options.len() as f64;
        Score::of_one(share)
    }

    /// How many options the response is right about.
    #[must_use]
    pub fn n_right(&self, response: &Response) -> usize {
        let Response::MultipleResponse { options: selected } = response else { return 0 };
        self.options.iter().filter(|option| selected.contains(&option.id) == option.is_key).count()
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::testing::{option_id, question};
    use crate::quiz::response::Response;

    #[test]
    fn each_option_counts_and_nothing_selected_earns_nothing() {
        let kind = question("multiple-response", "options", &["a*", "b*", "c", "d"]).kind;
        for (selected, earned) in [
            ("ab", 1.0),
            ("a", 0.75),
            ("abc", 0.75),
            ("ac", 0.5),
            ("abcd", 0.5),
            ("c", 0.25),
            ("cd", 0.0),
            ("", 0.0),
        ] {
            let options = selected.chars().map(|c| option_id(&c.to_string())).collect();
            assert_eq!(kind.score(&Response::MultipleResponse { options }).earned, earned, "{selected}");
        }
    }
}
