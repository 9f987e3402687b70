//! Cloze questions in the schema: a passage and its gaps.

use super::question::{Choice, Common};
use super::text::{Id, Text};
use schemars::JsonSchema;

/// A passage with gaps.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Cloze {
    /// The kind of question.
    #[schemars(extend("const" = "cloze"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// The text, with `{{id}}` where each gap belongs.
    pub passage: Text,
    /// 2 to 12 gaps, each once in the passage.
    #[schemars(length(min = 2, max = 12))]
    pub gaps: Vec<Gap>,
}

/// A gap: with `options` to choose from, with `answers` that are words, or with `answers` that are
/// numbers.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Gap {
    /// Unique in the question; the passage names it.
    pub id: Id,
    /// What it is called for those who do not see it; “Gap 1” without it.
    #[schemars(length(min = 1))]
    pub label: Option<String>,
    /// What to choose from, exactly one with `correct = true`.
    #[schemars(length(min = 2, max = 26))]
    pub options: Option<Vec<Choice>>,
    /// Whether a small slip of spelling is forgiven in words; false without it.
    pub close_spelling: Option<bool>,
    /// What is counted or measured, shown behind a number.
    pub unit: Option<String>,
    /// Accepted words or numbers, with `correct = true`, and likely mistakes that are explained.
    #[schemars(length(min = 1, max = 26))]
    pub answers: Option<Vec<GapAnswer>>,
}

/// A word, with `text`, or numbers: `value`, with `tolerance` or without it, or `min` and `max`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GapAnswer {
    /// Unique in the gap; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// The word.
    pub text: Option<Text>,
    /// The number, to six decimals.
    #[schemars(range(min = -1e9, max = 1e9))]
    pub value: Option<f64>,
    /// How far the number may be missed; 0 without it.
    #[schemars(range(min = 0, max = 1e9))]
    pub tolerance: Option<f64>,
    /// The least number of a range; it belongs to it.
    #[schemars(range(min = -1e9, max = 1e9))]
    pub min: Option<f64>,
    /// The greatest number of a range; it belongs to it.
    #[schemars(range(min = -1e9, max = 1e9))]
    pub max: Option<f64>,
    /// Whether it is right; false without it.
    pub correct: Option<bool>,
    /// Why it is right or wrong.
    pub rationale: Option<Text>,
}
