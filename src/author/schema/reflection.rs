//! Reflections in the schema: a model answer and a checklist.

use super::question::Common;
use super::text::{Id, Text};
use schemars::JsonSchema;

/// A text to write, and to compare with a model answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reflection {
    /// The kind of question.
    #[schemars(extend("const" = "reflection"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// An answer to compare with.
    pub model: Text,
    /// Up to 8 things to look for in one's own answer.
    #[schemars(length(max = 8))]
    pub checks: Option<Vec<Check>>,
}

/// Something to look for in one's own answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Check {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What to look for.
    pub text: Text,
    /// Why it belongs there.
    pub rationale: Option<Text>,
}
