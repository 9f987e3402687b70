//! Text → [`Bank`], or every [`Problem`] found. Pure and total.

use super::fields::{Fields, Reader, TextReader};
use super::json::from_json;
use super::media::make_whole;
use super::problem::Problem;
use super::rest::{CHECK, REST, Rest};
use super::tree::{self, Tree};
use super::{About, Bank, CognitiveLevel, Objective, Scenario, Term, Topic};
use crate::quiz::id::{Id, TopicId};
use crate::quiz::markup::Markup;
use crate::quiz::question::Question;
use crate::quiz::session::settings::Overrides;

/// The format this version reads and writes.
pub const FORMAT: u32 = 1;

impl Bank {
    /// Reads a bank in JSON, as `selfcheck build` makes it or as a page writes it by hand. Plain
    /// strings are plain text; unknown fields are passed over.
    ///
    /// # Errors
    /// Every problem that keeps the bank from being used.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        Self::from_json_tree(&from_json(json).map_err(|problem| vec![problem])?)
    }

    pub(super) fn from_json_tree(tree: &Tree) -> Result<Self, Vec<Problem>> {
        Self::from_tree(tree, &|text, _| Ok(Markup::plain(text)), false)
    }

    /// Reads a bank from the bytes of a JSON file. `whole` puts an address that is relative to the
    /// bank's own behind that one: see [`make_whole`].
    ///
    /// # Errors
    /// As [`Bank::read`]; also text that is too large or not UTF-8.
    pub fn read_bytes(json: &[u8], whole: &dyn Fn(&str) -> String) -> Result<Self, Vec<Problem>> {
        let mut tree = tree::text_of(json).and_then(from_json).map_err(|problem| vec![problem])?;
        make_whole(&mut tree, whole);
        Self::from_json_tree(&tree)
    }

    /// Reads a bank from a tree, with `text` for the strings of rich-text fields. `is_strict`
    /// reports unknown fields too.
    ///
    /// # Errors
    /// As [`Bank::read`].
    pub fn from_tree(tree: &Tree, text: &TextReader<'_>, is_strict: bool) -> Result<Self, Vec<Problem>> {
        let reader = Reader::new(text, is_strict);
        let bank = Fields::of(&reader, tree, String::new()).and_then(|fields| {
            let bank = read_bank(&fields);
            fields.finish();
            bank
        });
        let problems = reader.into_problems();
        match bank {
            Some(bank) if problems.is_empty() => Ok(bank),
            _ => Err(problems),
        }
    }
}

fn read_bank(fields: &Fields<'_>) -> Option<Bank> {
    // Editors look for it.
    let _ = fields.text("$schema");
    // Authors write it; what is in it stands where the files are shown.
    let _ = fields.list("media");
    read_format(fields);
    let about = read_about(fields);
    let topics = read_topics(fields);
    let scenarios = read_scenarios(fields);
    let terms = read_terms(fields, &topics);
    let questions = read_questions(fields, &topics, &scenarios);
    if questions.is_empty() && fields.list("questions").is_empty() {
        fields.report("S1", "questions", "the bank has no question", "add a `[[questions]]` table");
    }
    if let Some(about) = &about {
        for topic in about.settings.topics.iter().flatten() {
            if !topics.iter().any(|known| known.id == *topic) {
                fields.report(
                    "S2",
                    "settings",
                    format!("topics names `{topic}`, which no `[[topics]]` table has"),
                    "mend the id or add the topic",
                );
            }
        }
    }
    Some(Bank { about: about?, topics, scenarios, terms, questions })
}

fn read_format(fields: &Fields<'_>) {
    if fields.has("format") {
        if let Some(format) = fields.whole("format", 0, u32::MAX).filter(|format| *format != FORMAT) {
            let remedy =
                format!("this Selfcheck reads format {FORMAT}; use a Selfcheck of the same age as the bank");
            fields.report("F7", "format", format!("is {format}"), remedy);
        }
    } else {
        fields.whole("format", 0, 0);
        fields.report("F7", "format", "is missing", format!("add `format = {FORMAT}`"));
    }
}

fn read_about(fields: &Fields<'_>) -> Option<About> {
    let id = fields.required_id("id");
    let title = fields.required_text("title").map(str::to_owned);
    let language = fields.text("language").unwrap_or("en").to_owned();
    let version = fields.text("version").unwrap_or_default().to_owned();
    let license = fields.text("license").map(str::to_owned);
    let description = fields.markup("description");
    let disclaimer = fields.markup("disclaimer");
    let settings = fields.table("settings").map(|table| {
        let settings = Overrides::read(&table);
        table.finish();
        settings
    });
    let rest = fields.table(REST).and_then(|table| {
        let (address, check) = (table.required_text("address"), table.required_text(CHECK));
        table.finish();
        Some(Rest { address: address?.to_owned(), check: check?.to_owned() })
    });
    Some(About {
        id: id?,
        title: title?,
        language,
        version,
        license,
        description,
        disclaimer,
        settings: settings.unwrap_or_default(),
        rest,
    })
}

fn read_topics(fields: &Fields<'_>) -> Vec<Topic> {
    let mut seen = Vec::new();
    let mut seen_objectives = Vec::new();
    let topics = fields.tables("topics");
    topics
        .iter()
        .filter_map(|fields| {
            let id = fields.required_id("id");
            let title = fields.required_text("title").map(str::to_owned);
            let weight = fields.number("weight", 0.0, 1_000_000.0).unwrap_or(1.0);
            let notes = fields.markup("notes");
            let objectives = fields
                .tables("objectives")
                .iter()
                .filter_map(|fields| {
                    let objective = Objective {
                        id: fields.required_id("id")?,
                        text: fields.required_text("text")?.to_owned(),
                        level: read_level(fields),
                    };
                    fields.finish();
                    refuse_repeated(fields, &mut seen_objectives, &objective.id);
                    Some(objective)
                })
                .collect();
            fields.finish();
            let topic = Topic { id: id?, title: title?, weight, notes, objectives };
            refuse_repeated(fields, &mut seen, &topic.id);
            Some(topic)
        })
        .collect()
}

/// The `level` of an objective or a question.
pub(crate) fn read_level(fields: &Fields<'_>) -> Option<CognitiveLevel> {
    let text = fields.text("level")?;
    let level = CognitiveLevel::NAMES.iter().find(|(name, _)| *name == text);
    if level.is_none() {
        fields.report("S1", "level", format!("`{text}` is not a level"), "write recall, understand or apply");
    }
    level.map(|(_, level)| *level)
}

fn read_scenarios(fields: &Fields<'_>) -> Vec<Scenario> {
    let mut seen = Vec::new();
    fields
        .tables("scenarios")
        .iter()
        .filter_map(|fields| {
            let id = fields.required_id("id");
            let text = fields.required_markup("text");
            fields.finish();
            let scenario = Scenario { id: id?, text: text? };
            refuse_repeated(fields, &mut seen, &scenario.id);
            Some(scenario)
        })
        .collect()
}

fn read_terms(fields: &Fields<'_>, topics: &[Topic]) -> Vec<Term> {
    let mut seen = Vec::new();
    let terms = fields.tables("terms");
    let read = |fields: &Fields<'_>| {
        let word = fields.required_text("word").map(str::to_owned);
        let forms = fields.texts("forms").into_iter().map(str::to_owned).collect();
        let topic = fields.id("topic");
        let is_always = fields.flag("always").unwrap_or(false);
        let text = fields.required_markup("text");
        fields.finish();
        require_topic(fields, topics, topic.as_ref());
        Some(Term { word: word?, forms, topic, is_always, text: text? })
    };
    let read_new = |fields: &Fields<'_>| {
        let term = read(fields)?;
        if !is_first(&mut seen, term.word.to_ascii_lowercase()) {
            fields.report(
                "S1",
                "word",
                format!("`{}` is explained twice", term.word),
                "remove one of the two",
            );
        }
        Some(term)
    };
    terms.iter().filter_map(read_new).collect()
}

fn read_questions(fields: &Fields<'_>, topics: &[Topic], scenarios: &[Scenario]) -> Vec<Question> {
    let mut seen = Vec::new();
    fields
        .tables("questions")
        .into_iter()
        .filter_map(|mut fields| {
            if let Some(id) = fields.peek_text("id") {
                fields.path = format!("{} ({})", fields.path, id);
            }
            let question = Question::read(&fields);
            fields.finish();
            let question = question?;
            refuse_repeated(&fields, &mut seen, &question.id);
            check_references(&fields, &question, topics, scenarios);
            Some(question)
        })
        .collect()
}

/// Whether a name was not seen yet; from now on it was. Names are kept sorted, and in no set: a
/// B-tree costs every browser 2 kB.
fn is_first(seen: &mut Vec<String>, name: String) -> bool {
    let place = seen.binary_search(&name);
    if let Err(place) = place {
        seen.insert(place, name);
    }
    place.is_err()
}

fn refuse_repeated(fields: &Fields<'_>, seen: &mut Vec<String>, id: &impl Id) {
    if !is_first(seen, id.as_str().to_owned()) {
        fields.report(
            "S1",
            "id",
            format!("`{}` is used twice", id.as_str()),
            "give one of the two another id",
        );
    }
}

/// S2: the topic that a table names, if it is there.
fn require_topic<'t>(fields: &Fields<'_>, topics: &'t [Topic], id: Option<&TopicId>) -> Option<&'t Topic> {
    let topic = topics.iter().find(|topic| Some(&topic.id) == id);
    if let (None, Some(id)) = (topic, id) {
        let known = topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<_>>().join(", ");
        let remedy = if known.is_empty() {
            format!("add a `[[topics]]` table with `id = \"{id}\"`")
        } else {
            format!("use one of: {known}")
        };
        fields.report("S2", "topic", format!("no topic has the id `{id}`"), remedy);
    }
    topic
}

fn check_references(fields: &Fields<'_>, question: &Question, topics: &[Topic], scenarios: &[Scenario]) {
    let topic = require_topic(fields, topics, Some(&question.topic));
    if let (Some(topic), Some(objective)) = (topic, &question.notes.objective)
        && !topic.objectives.iter().any(|known| known.id == *objective)
    {
        let message = format!("`{objective}` is not an objective of the topic `{}`", topic.id);
        fields.report("S2", "objective", message, "use an objective of that topic, or change the topic");
    }
    if let Some(scenario) = &question.scenario
        && !scenarios.iter().any(|known| known.id == *scenario)
    {
        let message = format!("no scenario has the id `{scenario}`");
        fields.report("S2", "scenario", message, "mend the id, or add a `[[scenarios]]` table");
    }
}
