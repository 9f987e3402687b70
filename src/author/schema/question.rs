//! Questions in the schema: what all have, and what each kind has.

use super::cloze::Cloze;
use super::fields_of;
use super::hotspot::Hotspot;
use super::reflection::Reflection;
use super::text::{Address, Id, ObjectiveId, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A question, by its kind.
///
/// Written as one table with the fields of all kinds, of which each kind refuses those of the
/// others: editors then complete them, and mark the field that is wrong. Of a choice between
/// tables they could only say that none of them fits. A field that is not the same in all kinds that
/// have it, such as `answers`, is told by each kind.
pub struct Question;

impl JsonSchema for Question {
    fn schema_name() -> Cow<'static, str> {
        "Question".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds = [
            SingleChoice::json_schema(generator),
            MultipleResponse::json_schema(generator),
            TrueFalse::json_schema(generator),
            Ordering::json_schema(generator),
            Matching::json_schema(generator),
            FillIn::json_schema(generator),
            Grid::json_schema(generator),
            Numeric::json_schema(generator),
            Cloze::json_schema(generator),
            Reflection::json_schema(generator),
            Hotspot::json_schema(generator),
        ];
        let names: Vec<_> = kinds.iter().filter_map(|kind| kind.pointer("/properties/kind/const")).collect();
        let mut fields: BTreeMap<_, Schema> = BTreeMap::new();
        let mut differing = BTreeSet::new();
        for (name, field) in kinds.iter().flat_map(fields_of) {
            if fields.get(name).is_some_and(|known| *known != field) {
                differing.insert(name);
            }
            fields.insert(name, field);
        }
        differing.remove("kind");
        fields.retain(|name, _| !differing.contains(name));
        fields.extend(differing.iter().map(|name| (*name, true.into())));
        let kind = json_schema!({ "description": "The kind of question.", "enum": names });
        fields.insert("kind", kind);
        let rules = names.iter().zip(&kinds).map(|(name, kind)| {
            let own: Vec<_> = fields_of(kind).map(|(name, _)| name).collect();
            let told: BTreeMap<_, _> = fields_of(kind).filter(|(name, _)| differing.contains(name)).collect();
            let (required, names) = (kind.get("required"), json_schema!({ "enum": own }));
            let then = if told.is_empty() {
                json_schema!({ "required": required, "propertyNames": names })
            } else {
                json_schema!({ "required": required, "propertyNames": names, "properties": told })
            };
            json_schema!({
                "if": { "properties": { "kind": { "const": name } }, "required": ["kind"] },
                "then": then
            })
        });
        json_schema!({
            "description": "A question, by its kind.",
            "type": "object",
            "properties": fields,
            "required": ["kind"],
            "allOf": rules.collect::<Vec<_>>()
        })
    }
}

/// What every question has.
#[derive(JsonSchema)]
pub struct Common {
    /// Names the question.
    pub id: Id,
    /// The id of its topic.
    pub topic: Id,
    /// What it asks; of a true-false question the statement; of a fill-in question with one blank `____`.
    pub stem: Text,
    /// Shown after any answer: the idea to take away.
    pub rationale: Option<Text>,
    /// Points at the idea without giving the key.
    pub hint: Option<Text>,
    /// The id of the vignette it belongs to.
    pub scenario: Option<Id>,
    /// Whether its options may be shown in another order; true without it.
    pub shuffle: Option<bool>,
    /// Whether it touches on something hard, so that the learner is told first and may skip it.
    pub content_note: Option<bool>,
    /// Its weight in points; 1 without it.
    #[schemars(range(min = 0.5, max = 20))]
    pub points: Option<f64>,
    /// How often it may be answered, as long as it did not earn everything; as the settings say without it.
    #[schemars(range(min = 1, max = 10))]
    pub attempts: Option<u32>,
    /// The learning objective it tests, one of its topic.
    pub objective: Option<ObjectiveId>,
    /// The level of thinking it asks for.
    pub level: Option<Level>,
    /// From 1 (easy) to 3, the author's estimate.
    #[schemars(range(min = 1, max = 3))]
    pub difficulty: Option<u32>,
    /// What it rests on, such as `seed` or `public-source`.
    pub basis: Option<String>,
    /// The claims it rests on, such as `000#C02`.
    pub references: Option<Vec<String>>,
    /// Code of a point on which sources differ.
    pub contested: Option<String>,
    /// Public sources.
    pub sources: Option<Vec<Source>>,
    /// When somebody must look at it again, a date.
    pub review_by: Option<String>,
    /// Lint rules that the question may break, each with the reason: `{ Q7 = "why" }`.
    pub allow: Option<BTreeMap<String, String>>,
}

/// One option is right.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SingleChoice {
    /// The kind of question.
    #[schemars(extend("const" = "single-choice"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// What to choose from. In a single-choice question 3 to 5 options, exactly one with
    /// `correct = true`; in a multiple-response question 4 to 6, at least two with it and one without.
    #[schemars(length(min = 2, max = 26))]
    pub options: Vec<Choice>,
}

/// Several options are right.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MultipleResponse {
    /// The kind of question.
    #[schemars(extend("const" = "multiple-response"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// How many options are right, to tell the learner; they are not told without it.
    #[schemars(range(min = 2, max = 25))]
    pub select: Option<u32>,
    /// What to choose from. In a single-choice question 3 to 5 options, exactly one with
    /// `correct = true`; in a multiple-response question 4 to 6, at least two with it and one without.
    #[schemars(length(min = 2, max = 26))]
    pub options: Vec<Choice>,
}

/// A statement, a verdict and a reason.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TrueFalse {
    /// The kind of question.
    #[schemars(extend("const" = "true-false"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// Whether the statement is true.
    pub key: bool,
    /// What would be true, where the statement is false.
    pub correction: Option<Text>,
    /// 3 or 4 reasons, exactly one with `correct = true`.
    #[schemars(length(min = 2, max = 26))]
    pub reasons: Vec<Choice>,
}

/// Steps to put in order.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Ordering {
    /// The kind of question.
    #[schemars(extend("const" = "ordering"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// 3 to 5 steps, in the right order.
    #[schemars(length(min = 3, max = 8))]
    pub steps: Vec<Step>,
}

/// Premises to match to responses.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Matching {
    /// The kind of question.
    #[schemars(extend("const" = "matching"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// Whether a response may be the key of several premises; false without it.
    pub reuse: Option<bool>,
    /// What premises are matched to, at least one more than there are premises.
    #[schemars(length(min = 2, max = 26))]
    pub responses: Vec<Counterpart>,
    /// 4 to 6 premises, each with the response that belongs to it.
    #[schemars(length(min = 2, max = 26))]
    pub premises: Vec<Premise>,
}

/// A word to type.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FillIn {
    /// The kind of question.
    #[schemars(extend("const" = "fill-in"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// Whether a small slip of spelling is forgiven; false without it.
    pub close_spelling: Option<bool>,
    /// Accepted answers, with `correct = true`, and likely mistakes that are explained.
    #[schemars(length(min = 1, max = 26))]
    pub answers: Vec<Choice>,
}

/// A table with a column to choose in each row.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Grid {
    /// The kind of question.
    #[schemars(extend("const" = "grid"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// What to choose from in every row, 2 to 5.
    #[schemars(length(min = 2, max = 5))]
    pub columns: Vec<Counterpart>,
    /// 2 to 8 rows, each with the column that belongs to it.
    #[schemars(length(min = 2, max = 8))]
    pub rows: Vec<Premise>,
}

/// A number to type.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Numeric {
    /// The kind of question.
    #[schemars(extend("const" = "numeric"))]
    pub kind: String,
    /// What all questions have.
    #[schemars(flatten)]
    pub common: Common,
    /// What is counted or measured, shown behind the field; learners may type it along.
    pub unit: Option<String>,
    /// Accepted numbers, with `correct = true`, and likely mistakes that are explained. No two overlap.
    #[schemars(length(min = 1, max = 26))]
    pub answers: Vec<Range>,
}

/// Something that is right or not.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Choice {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What it says.
    pub text: Text,
    /// Whether it is right; false without it.
    pub correct: Option<bool>,
    /// Why it is right or wrong.
    pub rationale: Option<Text>,
}

/// A step to put in order.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Step {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What is done.
    pub text: Text,
    /// Why it stands there.
    pub rationale: Option<Text>,
}

/// Numbers that are right or not: `value`, with `tolerance` or without it, or `min` and `max`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Range {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
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

/// What a premise can be matched to, or a column.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Counterpart {
    /// Unique in the question; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What it says.
    pub text: Text,
}

/// What is matched to a response, or a row with its column.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Premise {
    /// Unique among the premises or rows; by default `a` for the first, `b` for the second.
    pub id: Option<Id>,
    /// What it says.
    pub text: Text,
    /// The id of the response or the column that belongs to it.
    pub key: Id,
    /// Why they belong together.
    pub rationale: Option<Text>,
}

/// A public source.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// Its web address.
    pub address: Address,
    /// Whose law or rule it tells, such as `US-MA`.
    pub jurisdiction: Option<String>,
    /// The day it was looked at.
    pub checked_on: Option<String>,
}

/// What kind of thinking is asked for, after Bloom.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Level {
    /// Bring a fact to mind.
    Recall,
    /// Explain or tell apart.
    Understand,
    /// Choose what to do in a situation.
    Apply,
}
