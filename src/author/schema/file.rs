//! The files of a bank in the schema: what stands outside of questions.

use super::fields_of;
use super::question::{Level, Question};
use super::text::{Id, ObjectiveId, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Any file of a bank: a whole one, the `bank.toml` of a folder, or one beside it.
///
/// Written as one table for the same reason as [`Question`]: what only a head has makes a file one.
pub struct AnyFile;

impl JsonSchema for AnyFile {
    fn schema_name() -> Cow<'static, str> {
        "Selfcheck question bank".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (bank, part) = (Bank::json_schema(generator), Part::json_schema(generator));
        let shared: Vec<_> = fields_of(&part).map(|(name, _)| name).collect();
        let of_head = fields_of(&bank).filter(|(name, _)| !shared.contains(name));
        let of_head: Vec<_> = of_head.map(|(name, _)| json_schema!({ "required": [name] })).collect();
        json_schema!({
            "description": "A Selfcheck question bank, or one of the files beside `bank.toml` in its folder.",
            "type": "object",
            "properties": bank.get("properties"),
            "additionalProperties": false,
            "if": { "anyOf": of_head },
            "then": { "required": bank.get("required") }
        })
    }
}

/// A whole bank, or the `bank.toml` of a folder.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Bank {
    /// Where the schema of this file is, for editors.
    #[schemars(rename = "$schema")]
    pub schema: Option<String>,
    /// The format of banks that this file is written in.
    #[schemars(extend("const" = 1))]
    pub format: u32,
    /// Names the bank; saved progress is kept under it.
    pub id: Id,
    /// What the bank is called.
    #[schemars(length(min = 1))]
    pub title: String,
    /// The language of its texts, a BCP 47 tag; `en` without it.
    pub language: Option<String>,
    /// The bank's own version, as its authors count.
    pub version: Option<String>,
    /// The licence of its texts, an SPDX expression such as `CC-BY-4.0`.
    pub license: Option<String>,
    /// What it is, for the start screen.
    pub description: Option<Text>,
    /// What it is not.
    pub disclaimer: Option<Text>,
    /// Defaults for the attributes of the element.
    pub settings: Option<Settings>,
    /// The parts of the subject.
    pub topics: Option<Vec<Topic>>,
    /// Vignettes that several questions share.
    pub scenarios: Option<Vec<Scenario>>,
    /// Words that are explained.
    pub terms: Option<Vec<Term>>,
    /// What is said of recordings: their transcripts.
    pub media: Option<Vec<Recording>>,
    /// The questions.
    pub questions: Option<Vec<Question>>,
    /// In a bank that was built in two files: where the other one is.
    pub rest: Option<Rest>,
}

/// A file beside `bank.toml`: what it has is added to the bank.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Part {
    /// More parts of the subject.
    pub topics: Option<Vec<Topic>>,
    /// More vignettes.
    pub scenarios: Option<Vec<Scenario>>,
    /// More words that are explained.
    pub terms: Option<Vec<Term>>,
    /// What is said of more recordings.
    pub media: Option<Vec<Recording>>,
    /// More questions.
    pub questions: Option<Vec<Question>>,
}

/// Defaults for the attributes of the element.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// How a session goes.
    pub mode: Option<Mode>,
    /// How many questions a session has; all without it.
    pub count: Option<Count>,
    /// Ids of the topics to draw from; all without it.
    pub topics: Option<Vec<Id>>,
    /// What is put in another order each time.
    pub shuffle: Option<Shuffle>,
    /// The same draw each time.
    pub seed: Option<u32>,
    /// The share of points to aim at, in percent.
    #[schemars(range(min = 0, max = 100))]
    pub pass_mark: Option<u32>,
    /// Leaves the start screen out.
    pub no_start: Option<bool>,
    /// How often a question may be answered, as long as it did not earn everything; once without it.
    #[schemars(range(min = 1, max = 10))]
    pub attempts: Option<u32>,
    /// What each attempt after the first costs, in percent of what the answer earns; nothing without it.
    #[schemars(range(min = 0, max = 100))]
    pub attempt_cost: Option<u32>,
    /// What an opened hint costs, in percent of what the answer earns; nothing without it.
    #[schemars(range(min = 0, max = 100))]
    pub hint_cost: Option<u32>,
    /// How long an exam may take, in seconds; as long as it takes without it.
    #[schemars(range(min = 1, max = 86_400))]
    pub time_limit: Option<u32>,
    /// Whether an exam may be paused, with its clock stopped.
    pub pause: Option<bool>,
    /// Asks learners how sure they are.
    pub certainty: Option<bool>,
}

/// A number of questions.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Count {
    /// So many.
    Of(#[schemars(range(min = 1, max = 100_000))] u32),
    /// As many as it takes.
    Auto(Auto),
}

/// As many as it takes until the answers tell how well each topic is known.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Auto {
    /// Until then.
    Auto,
}

/// A part of the subject.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Topic {
    /// Names the topic.
    pub id: Id,
    /// What the topic is called.
    #[schemars(length(min = 1))]
    pub title: String,
    /// Its share of a drawn session, in relation to the weights of the other topics; 1 without it.
    #[schemars(range(min = 0.0, max = 1_000_000.0))]
    pub weight: Option<f64>,
    /// Study notes.
    pub notes: Option<Text>,
    /// What a learner can do who knows this topic.
    pub objectives: Option<Vec<Objective>>,
}

/// Something a learner can do.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Objective {
    /// Names the objective.
    pub id: ObjectiveId,
    /// Completes “you can …”.
    #[schemars(length(min = 1))]
    pub text: String,
    /// The level it asks for.
    pub level: Option<Level>,
}

/// A vignette that several questions share.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scenario {
    /// Names the scenario.
    pub id: Id,
    /// What happens.
    pub text: Text,
}

/// A word that is explained where it is read.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Term {
    /// The word.
    #[schemars(length(min = 1))]
    pub word: String,
    /// Other forms of it, such as the plural.
    pub forms: Option<Vec<String>>,
    /// The topic that tells more of it.
    pub topic: Option<Id>,
    /// Explains it before the answer too, where that gives nothing away; false without it.
    pub always: Option<bool>,
    /// What it means.
    pub text: Text,
}

/// A recording that texts show by `![what it is](file)`: sound or film.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Recording {
    /// The name of the file, relative to this one.
    #[schemars(length(min = 1))]
    pub file: String,
    /// What is to be heard and seen, in Markdown.
    pub transcript: Text,
    /// The captions of a film: a .vtt file.
    pub captions: Option<String>,
    /// Tells that nobody speaks in a film, so that it needs no captions; false without it.
    pub silent: Option<bool>,
}

/// The second file of a built bank.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Rest {
    /// Its address, relative to this file.
    pub address: String,
    /// Says which two files belong together.
    pub check: String,
}

/// How a session goes.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Mode {
    /// Feedback after each answer.
    Practice,
    /// Feedback at the end, against the clock where there is a time limit.
    Exam,
    /// Feedback after each answer, with what is due again.
    Review,
    /// The stem, then the answer, then how well it was known.
    Cards,
}

/// What is put in another order each time.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Shuffle {
    /// Questions and options.
    All,
    /// Questions.
    Questions,
    /// Options.
    Options,
    /// Nothing.
    None,
}
