//! A checked bank: topics, scenarios and questions that refer to each other correctly.

pub mod fields;
pub mod json;
pub mod media;
pub mod problem;
pub mod read;
pub mod rest;
pub mod tree;
pub mod write;

use crate::quiz::id::{BankId, ObjectiveId, QuestionId, ScenarioId, TopicId};
use crate::quiz::markup::Markup;
use crate::quiz::question::Question;
use crate::quiz::session::settings::Overrides;
use rest::Rest;

/// A question set. A bank in hand is valid: it has a question; ids are unique; every topic,
/// objective and scenario that a question names is in it; every question has its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    about: About,
    topics: Vec<Topic>,
    scenarios: Vec<Scenario>,
    terms: Vec<Term>,
    questions: Vec<Question>,
}

/// What a bank says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Its id; saved progress is kept under it.
    pub id: BankId,
    /// Its title, plain text.
    pub title: String,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// Its own version, as its authors count.
    pub version: String,
    /// The licence of its texts, an SPDX expression.
    pub license: Option<String>,
    /// What it is, for the start screen.
    pub description: Option<Markup>,
    /// What it is not, one tap away.
    pub disclaimer: Option<Markup>,
    /// Its own defaults for the element's attributes.
    pub settings: Overrides,
    /// Where the rest of it is, if this is but what is needed to ask: rationales, notes and what
    /// authors keep are not in hand then.
    pub rest: Option<Rest>,
}

/// A part of the subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its title, plain text.
    pub title: String,
    /// Its share of a drawn session, in relation to the weights of the other topics.
    pub weight: f64,
    /// Study notes.
    pub notes: Option<Markup>,
    /// What a learner can do who knows this topic.
    pub objectives: Vec<Objective>,
}

/// Something a learner can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its id, unique in the bank.
    pub id: ObjectiveId,
    /// Completes “you can …”, plain text.
    pub text: String,
    /// The level it asks for, after Bloom: recall, understand or apply.
    pub level: Option<CognitiveLevel>,
}

/// What kind of thinking is asked for (Bloom's taxonomy, its first three levels).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CognitiveLevel {
    /// Bring a fact to mind.
    Recall,
    /// Explain or tell apart.
    Understand,
    /// Choose what to do in a situation.
    Apply,
}

impl CognitiveLevel {
    /// Every level with its name.
    pub const NAMES: &[(&str, Self)] =
        &[("recall", Self::Recall), ("understand", Self::Understand), ("apply", Self::Apply)];

    /// Its name in a bank file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Understand => "understand",
            Self::Apply => "apply",
        }
    }
}

/// A vignette that several questions share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// What happens.
    pub text: Markup,
}

/// A word of the subject, explained where learners meet it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word, as it stands in texts.
    pub word: String,
    /// Other forms of it that stand in texts.
    pub forms: Vec<String>,
    /// The topic it belongs to.
    pub topic: Option<TopicId>,
    /// Whether it is explained before an answer is checked too. What most terms mean may be what is
    /// asked; abbreviations and names are safe.
    pub is_always: bool,
    /// What it means, in plain words.
    pub text: Markup,
}

impl Bank {
    /// What the bank says of itself.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Its topics, in the order of the file.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Its scenarios.
    #[must_use]
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// Its glossary, in the order of the file.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Its questions, at least one, in the order of the file.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The topic of that id.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The scenario of that id.
    #[must_use]
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == *id)
    }
}
