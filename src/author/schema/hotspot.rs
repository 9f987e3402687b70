//! Hotspot questions in the schema: a picture and its regions.

use super::question::Common;
use super::text::{Id, Text};
use schemars::JsonSchema;

/// A region of a picture to choose.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Hotspot {
    /// The kind of question.
    #[schemars(extend("const" = "hotspot"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// The picture: in TOML the name of its file, relative to the bank; in JSON the one node that
    /// `selfcheck build` makes of it.
    pub image: Text,
    /// What the picture shows, for those who do not see it, without telling the key. Only in TOML.
    #[schemars(length(min = 1))]
    pub alt: Option<String>,
    /// 2 to 12 regions, exactly one with `correct = true`.
    #[schemars(length(min = 2, max = 12))]
    pub regions: Vec<Region>,
}

/// A named region of a picture: with `rect`, `circle` or `polygon`, in the picture's own pixels or units.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Region {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What it is called, as one would say it.
    pub text: Text,
    /// Left edge, top edge, width and height.
    pub rect: Option<[f64; 4]>,
    /// Centre from the left and from the top, and radius.
    pub circle: Option<[f64; 3]>,
    /// The corners, each from the left and from the top.
    #[schemars(length(min = 3))]
    pub polygon: Option<Vec<[f64; 2]>>,
    /// Whether it is right; false without it.
    pub correct: Option<bool>,
    /// Why it is right or wrong.
    pub rationale: Option<Text>,
}
