//! [`Bank`] → JSON, the form that [`Bank::read`] reads back to an equal bank.
//!
//! What is absent or as by default is left out: browsers download every byte.

use super::json::to_json;
use super::read::FORMAT;
use super::rest::{CHECK, REST, Rest};
use super::tree::{Tree, Value};
use super::{About, Bank, Objective, Scenario, Term, Topic};
use crate::quiz::id::Id;
use crate::quiz::markup::{Markup, Node};
use crate::quiz::question::cloze::Gap;
use crate::quiz::question::hotspot::{Hotspot, Shape};
use crate::quiz::question::matching::Matching;
use crate::quiz::question::multiple_response::MultipleResponse;
use crate::quiz::question::numeric::Numeric;
use crate::quiz::question::option::{QuestionOption, default_id};
use crate::quiz::question::single_choice::SingleChoice;
use crate::quiz::question::true_false::TrueFalse;
use crate::quiz::question::{AuthorNotes, Kind, Question, Source};
use crate::quiz::session::settings::Overrides;

impl Bank {
    /// The bank in JSON, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(&self.to_tree())
    }

    /// The bank as a tree without places, its fields in the order of the documentation.
    #[must_use]
    pub fn to_tree(&self) -> Tree {
        Table::default()
            .with("format", Some(FORMAT.into()))
            .about(&self.about)
            .list("topics", self.topics.iter().map(topic))
            .list("scenarios", self.scenarios.iter().map(scenario))
            .list("terms", self.terms.iter().map(term))
            .list("questions", self.questions.iter().map(question))
            .into_tree()
    }
}

/// A table that is being filled.
#[derive(Default)]
struct Table(Vec<(String, Tree)>);

impl Table {
    fn with(mut self, name: &str, value: Option<Tree>) -> Self {
        self.0.extend(value.map(|value| (name.to_owned(), value)));
        self
    }

    fn text(self, name: &str, value: Option<&str>) -> Self {
        self.with(name, value.map(Tree::from))
    }

    fn id(self, name: &str, value: Option<&impl Id>) -> Self {
        self.text(name, value.map(Id::as_str))
    }

    fn markup(self, name: &str, value: Option<&Markup>) -> Self {
        self.with(name, value.map(markup))
    }

    fn list(self, name: &str, items: impl Iterator<Item = Tree>) -> Self {
        let items: Vec<_> = items.collect();
        self.with(name, (!items.is_empty()).then(|| Value::List(items).into()))
    }

    fn about(self, about: &About) -> Self {
        let language = Some(about.language.as_str()).filter(|language| *language != "en");
        let version = Some(about.version.as_str()).filter(|version| !version.is_empty());
        self.id("id", Some(&about.id))
            .text("title", Some(&about.title))
            .text("language", language)
            .text("version", version)
            .text("license", about.license.as_deref())
            .markup("description", about.description.as_ref())
            .markup("disclaimer", about.disclaimer.as_ref())
            .with("settings", settings(&about.settings))
            .with(REST, about.rest.as_ref().map(rest))
    }

    fn notes(self, notes: &AuthorNotes) -> Self {
        self.id("objective", notes.objective.as_ref())
            .text("level", notes.level.map(|level| level.name()))
            .with("difficulty", notes.difficulty.map(|difficulty| f64::from(difficulty).into()))
            .text("basis", notes.basis.as_deref())
            .list("references", notes.references.iter().map(|reference| reference.as_str().into()))
            .text("contested", notes.contested.as_deref())
            .list("sources", notes.sources.iter().map(source))
            .text("review_by", notes.review_by.as_deref())
            .with("allow", allow(&notes.allow))
    }

    fn kind(self, kind: &Kind) -> Self {
        match kind {
            Kind::SingleChoice(kind) => self.single_choice(kind),
            Kind::MultipleResponse(kind) => self.multiple_response(kind),
            Kind::TrueFalse(kind) => self.true_false(kind),
            Kind::Ordering(kind) => self.options("steps", kind.steps()),
            Kind::Matching(kind) => self.with("reuse", kind.may_reuse().then(|| true.into())).matching(
                kind,
                "responses",
                "premises",
            ),
            Kind::Grid(kind) => self.matching(kind, "columns", "rows"),
            Kind::FillIn(kind) => self
                .with("close_spelling", kind.forgives_spelling().then(|| true.into()))
                .options("answers", kind.answers()),
            Kind::Numeric(kind) => self.numeric(kind),
            Kind::Reflection(kind) => {
                self.markup("model", Some(kind.model())).options("checks", kind.checks())
            }
            Kind::Cloze(kind) => {
                let gap = |gap: &Gap| {
                    let table = Table::default().id("id", Some(&gap.id)).text("label", gap.label.as_deref());
                    table.kind(&gap.kind).into_tree()
                };
                self.markup("passage", Some(kind.passage())).list("gaps", kind.gaps().iter().map(gap))
            }
            Kind::Hotspot(kind) => self.hotspot(kind),
        }
    }

    fn single_choice(self, kind: &SingleChoice) -> Self {
        self.options("options", kind.options())
    }

    fn multiple_response(self, kind: &MultipleResponse) -> Self {
        // At most 26 options, so the count is exact.
        #[allow(clippy::cast_precision_loss)]
        let select = kind.select().map(|count| Tree::from(count as f64));
        self.with("select", select).options("options", kind.options())
    }

    fn true_false(self, kind: &TrueFalse) -> Self {
        self.with("key", Some(kind.is_true().into()))
            .markup("correction", kind.correction())
            .options("reasons", kind.reasons())
    }

    fn matching(self, kind: &Matching, responses: &str, premises: &str) -> Self {
        let of_premises = kind.premises().iter().enumerate().map(|(index, premise)| {
            option(index, premise)
                .id("key", kind.key_of(&premise.id))
                .markup("rationale", premise.rationale.as_ref())
                .into_tree()
        });
        let of_responses = kind.responses().iter().enumerate();
        self.list(responses, of_responses.map(|(index, response)| option(index, response).into_tree()))
            .list(premises, of_premises)
    }

    fn numeric(self, kind: &Numeric) -> Self {
        let answers = kind.answers().iter().zip(kind.ranges()).enumerate().map(|(index, (answer, range))| {
            let ([first, second], names) = (range.numbers, range.names());
            named(index, answer)
                .with(names[0], Some(first.into()))
                .with(names[1], (range.is_between || second > 0.0).then(|| second.into()))
                .with("correct", answer.is_key.then(|| true.into()))
                .markup("rationale", answer.rationale.as_ref())
                .into_tree()
        });
        self.text("unit", kind.unit()).list("answers", answers)
    }

    fn hotspot(self, kind: &Hotspot) -> Self {
        let list = |numbers: &[f64]| numbers.iter().copied().map(Tree::from).collect::<Tree>();
        let regions = kind.regions().iter().zip(kind.shapes()).enumerate();
        let regions = regions.map(|(index, (region, shape))| {
            let numbers = match shape {
                Shape::Rect(numbers) => list(numbers),
                Shape::Circle(numbers) => list(numbers),
                Shape::Polygon(corners) => corners.iter().map(|corner| list(corner)).collect(),
            };
            option(index, region)
                .with(shape.name(), Some(numbers))
                .with("correct", region.is_key.then(|| true.into()))
                .markup("rationale", region.rationale.as_ref())
                .into_tree()
        });
        self.markup("image", Some(kind.image())).list("regions", regions)
    }

    /// Options; steps have no `correct`, as the order is the key.
    fn options(self, name: &str, options: &[QuestionOption]) -> Self {
        let has_keys = name != "steps";
        self.list(
            name,
            options.iter().enumerate().map(|(index, item)| {
                option(index, item)
                    .with("correct", (item.is_key && has_keys).then(|| true.into()))
                    .markup("rationale", item.rationale.as_ref())
                    .into_tree()
            }),
        )
    }

    fn into_tree(self) -> Tree {
        Value::Table(self.0).into()
    }
}

/// The id, where it is not the default one, and the text.
fn option(index: usize, option: &QuestionOption) -> Table {
    named(index, option).markup("text", Some(&option.text))
}

fn named(index: usize, option: &QuestionOption) -> Table {
    Table::default().id("id", Some(&option.id).filter(|id| default_id(index).as_ref() != Some(*id)))
}

fn settings(settings: &Overrides) -> Option<Tree> {
    // No topics at all is a choice too (every topic), so the list is kept even where it is empty.
    let topics = settings.topics.as_ref().map(|topics| {
        let ids = topics.iter().map(|topic| Tree::from(topic.as_str()));
        Value::List(ids.collect()).into()
    });
    let table = Table::default()
        .text("mode", settings.mode.map(|mode| mode.name()))
        .with("count", settings.count.map(Tree::from))
        .with("topics", topics)
        .text("shuffle", settings.shuffle.map(|shuffle| shuffle.name()))
        .with("seed", settings.seed.map(|seed| Tree::from(seed.0)))
        .with("pass-mark", settings.pass_mark.map(Tree::from))
        .with("no-start", settings.no_start.map(Tree::from))
        .with("attempts", settings.attempts.map(Tree::from))
        .with("attempt-cost", settings.attempt_cost.map(Tree::from))
        .with("hint-cost", settings.hint_cost.map(Tree::from))
        .with("time-limit", settings.time_limit.map(Tree::from))
        .with("pause", settings.may_pause.map(Tree::from))
        .with("certainty", settings.asks_certainty.map(Tree::from));
    (!table.0.is_empty()).then(|| table.into_tree())
}

fn rest(rest: &Rest) -> Tree {
    Table::default().text("address", Some(&rest.address)).text(CHECK, Some(&rest.check)).into_tree()
}

fn topic(topic: &Topic) -> Tree {
    Table::default()
        .id("id", Some(&topic.id))
        .text("title", Some(&topic.title))
        .with("weight", (topic.weight != 1.0).then(|| topic.weight.into()))
        .list("objectives", topic.objectives.iter().map(objective))
        .markup("notes", topic.notes.as_ref())
        .into_tree()
}

fn objective(objective: &Objective) -> Tree {
    Table::default()
        .id("id", Some(&objective.id))
        .text("text", Some(&objective.text))
        .text("level", objective.level.map(|level| level.name()))
        .into_tree()
}

fn scenario(scenario: &Scenario) -> Tree {
    Table::default().id("id", Some(&scenario.id)).markup("text", Some(&scenario.text)).into_tree()
}

fn term(term: &Term) -> Tree {
    Table::default()
        .text("word", Some(&term.word))
        .list("forms", term.forms.iter().map(|form| form.as_str().into()))
        .id("topic", term.topic.as_ref())
        .with("always", term.is_always.then(|| true.into()))
        .markup("text", Some(&term.text))
        .into_tree()
}

fn question(question: &Question) -> Tree {
    Table::default()
        .id("id", Some(&question.id))
        .text("kind", Some(question.kind.name()))
        .id("topic", Some(&question.topic))
        .id("scenario", question.scenario.as_ref())
        .markup("stem", Some(&question.stem))
        .with("shuffle", (!question.may_shuffle).then(|| false.into()))
        .with("content_note", question.has_content_note.then(|| true.into()))
        .with("points", (question.points != 1.0).then(|| question.points.into()))
        .with("attempts", question.attempts.map(Tree::from))
        .kind(&question.kind)
        .markup("hint", question.hint.as_ref())
        .markup("rationale", question.rationale.as_ref())
        .notes(&question.notes)
        .into_tree()
}

fn allow(allow: &[(String, String)]) -> Option<Tree> {
    let entry = |(rule, why): &(String, String)| (rule.clone(), Tree::from(why.as_str()));
    (!allow.is_empty()).then(|| Value::Table(allow.iter().map(entry).collect()).into())
}

fn source(source: &Source) -> Tree {
    Table::default()
        .text("address", Some(&source.address))
        .text("jurisdiction", source.jurisdiction.as_deref())
        .text("checked_on", source.checked_on.as_deref())
        .into_tree()
}

/// A plain string where the text is plain characters, else a list of nodes.
fn markup(markup: &Markup) -> Tree {
    match markup.nodes() {
        [Node::Text(plain)] => plain.as_str().into(),
        nodes => Value::List(nodes.iter().map(node).collect()).into(),
    }
}

fn node(node: &Node) -> Tree {
    match node {
        Node::Text(plain) => plain.as_str().into(),
        Node::Element(element) => {
            let mut parts = vec![Tree::from(element.tag.name())];
            let attribute = |(name, value): &(&str, String)| ((*name).to_owned(), value.as_str().into());
            let attributes: Vec<_> = element.attributes.iter().map(attribute).collect();
            if !attributes.is_empty() {
                parts.push(Value::Table(attributes).into());
            }
            parts.extend(element.children.iter().map(self::node));
            Value::List(parts).into()
        }
    }
}
