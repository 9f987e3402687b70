//! What `lint.toml` says of words: to avoid, to use with care, to announce, to leave out.

use crate::author::lint::phrase::Phrases;
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::problem::Level;

/// Words to avoid, from all `[[words]]` tables.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// All that are to be avoided …
    pub avoid: Phrases,
    /// … and for each the number of its rule.
    pub rule_of: Vec<usize>,
    /// The rules, in the order of the file.
    pub rules: Vec<WordRule>,
    /// Longer phrases in which they are fine.
    pub except: Phrases,
}

/// One `[[words]]` table.
#[derive(Clone, Debug)]
pub struct WordRule {
    /// What to write instead.
    pub prefer: String,
    /// How bad it is.
    pub level: Level,
    /// Where they are to be avoided.
    pub place: Place,
    /// Whether they may stand in quotation marks.
    pub may_be_quoted: bool,
}

/// The texts a rule about words is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Every text of the bank.
    All,
    /// The texts of questions and scenarios.
    Questions,
    /// What learners choose.
    Options,
}

impl Place {
    const NAMES: &[(&str, Self)] =
        &[("all", Self::All), ("questions", Self::Questions), ("options", Self::Options)];
}

/// One of some names in a text field; the problem is reported where it is another.
fn one_of<T: Copy>(fields: &Fields<'_>, name: &'static str, names: &[(&str, T)]) -> Option<T> {
    let text = fields.text(name)?;
    let found = names.iter().find(|(known, _)| *known == text).map(|(_, value)| *value);
    if found.is_none() {
        let known: Vec<_> = names.iter().map(|(known, _)| *known).collect();
        fields.report("F5", name, format!("is `{text}`"), format!("write one of: {}", known.join(", ")));
    }
    found
}

/// A list that must have something in it.
fn required_texts<'r>(fields: &Fields<'r>, name: &'static str) -> Vec<&'r str> {
    let texts = fields.texts(name);
    if texts.is_empty() && !fields.is_broken() {
        fields.report("F5", name, "is empty or missing", format!("add `{name} = [\"…\"]`"));
    }
    texts
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

impl Words {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let (mut avoid, mut except) = (Vec::new(), Vec::new());
        let mut words = Self::default();
        for fields in fields.tables("words") {
            let texts = required_texts(&fields, "avoid");
            words.rule_of.extend(texts.iter().map(|_| words.rules.len()));
            avoid.extend(texts);
            except.extend(fields.texts("except"));
            let levels = [("error", Level::Error), ("warning", Level::Warning)];
            words.rules.push(WordRule {
                prefer: fields.required_text("prefer").unwrap_or_default().to_owned(),
                level: one_of(&fields, "level", &levels).unwrap_or(Level::Error),
                place: one_of(&fields, "where", Place::NAMES).unwrap_or(Place::All),
                may_be_quoted: one_of(&fields, "unless", &[("quoted", true)]).unwrap_or(false),
            });
            fields.finish();
        }
        words.avoid = Phrases::new(avoid);
        words.except = Phrases::new(except);
        words
    }
}

pub(super) fn read_authority(fields: &Fields<'_>) -> Vec<String> {
    let Some(fields) = fields.table("authority") else { return Vec::new() };
    let phrases = owned(required_texts(&fields, "phrases"));
    fields.finish();
    phrases
}

/// `[legal]`: what law asks of some topics.
#[derive(Clone, Debug, Default)]
pub struct Legal {
    /// Topics whose questions somebody must look at again by a day.
    pub topics: Vec<String>,
    /// Whether amounts of money are refused.
    pub refuses_amounts: bool,
    /// Whether telephone numbers are refused outside the description and the disclaimer.
    pub refuses_phone_numbers: bool,
}

impl Legal {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let Some(fields) = fields.table("legal") else { return Self::default() };
        let legal = Self {
            topics: owned(fields.texts("topics")),
            refuses_amounts: fields.flag("no_amounts").unwrap_or(false),
            refuses_phone_numbers: fields.flag("no_phone_numbers").unwrap_or(false),
        };
        fields.finish();
        legal
    }
}

/// `[contested]`: points on which sources differ.
#[derive(Clone, Debug)]
pub struct Contested {
    /// Their codes.
    pub codes: Vec<String>,
    /// Words of which a note on the difference has at least one.
    pub note_words: Phrases,
}

impl Contested {
    pub(super) fn read(fields: &Fields<'_>) -> Option<Self> {
        let fields = fields.table("contested")?;
        let contested = Self {
            codes: owned(required_texts(&fields, "codes")),
            note_words: Phrases::new(fields.texts("note_words")),
        };
        fields.finish();
        Some(contested)
    }
}

/// One `[[careful]]` table: a term that says too much by itself.
#[derive(Clone, Debug)]
pub struct Careful {
    /// The term.
    pub term: String,
    /// What it is looked for as.
    pub phrases: Phrases,
    /// Words of which one stands near it …
    pub companions: Phrases,
    /// … as they are written.
    pub companion_words: Vec<String>,
}

impl Careful {
    pub(super) fn read_all(fields: &Fields<'_>) -> Vec<Self> {
        let tables = fields.tables("careful");
        let read = tables.iter().map(|fields| {
            let term = fields.required_text("term").unwrap_or_default();
            let companions = required_texts(fields, "companions");
            fields.finish();
            Self {
                term: term.to_owned(),
                phrases: Phrases::new([term]),
                companions: Phrases::new(&companions),
                companion_words: owned(companions),
            }
        });
        read.collect()
    }
}

/// `[sensitive]`: words that need a content note, beside or instead of the general ones.
#[derive(Clone, Debug)]
pub struct Sensitive {
    /// The words.
    pub words: Phrases,
    /// Longer phrases in which they need none, such as a name.
    pub except: Phrases,
    /// Whether the words are the bank’s own.
    pub is_own: bool,
}

/// Subjects that are hard to meet unprepared.
const SENSITIVE: &[&str] = &[
    "abuse",
    "abused",
    "abuser",
    "abuses",
    "abusing",
    "abusive",
    "assaulted",
    "child neglect",
    "domestic violence",
    "killed himself",
    "killed herself",
    "killed themselves",
    "molest*",
    "neglected child",
    "overdose*",
    "rape",
    "raped",
    "restrained",
    "restraint",
    "restraints",
    "self-harm*",
    "self-injur*",
    "sexual assault",
    "sexually assaulted",
    "suicid*",
];

impl Default for Sensitive {
    fn default() -> Self {
        Self { words: Phrases::new(SENSITIVE), except: Phrases::default(), is_own: false }
    }
}

impl Sensitive {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let Some(fields) = fields.table("sensitive") else { return Self::default() };
        let words = fields.texts("words");
        let sensitive = Self {
            is_own: !words.is_empty(),
            words: if words.is_empty() { Self::default().words } else { Phrases::new(words) },
            except: Phrases::new(fields.texts("except")),
        };
        fields.finish();
        sensitive
    }
}

/// `[reading]`: words that are explained, so that their length does not count.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The words.
    pub exempt: Phrases,
}

impl Reading {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let Some(fields) = fields.table("reading") else { return Self::default() };
        let reading = Self { exempt: Phrases::new(required_texts(&fields, "exempt")) };
        fields.finish();
        reading
    }
}

/// `[names]`: names of people are counted.
#[derive(Clone, Debug)]
pub struct Names {
    /// Words with a capital that are no names of people, in lower case.
    pub others: Vec<String>,
}

impl Names {
    pub(super) fn read(fields: &Fields<'_>) -> Option<Self> {
        let fields = fields.table("names")?;
        let names = Self { others: fields.texts("not").into_iter().map(str::to_lowercase).collect() };
        fields.finish();
        Some(names)
    }
}

/// A table with `words`, such as `[analogies]`.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// The words.
    pub words: Phrases,
    /// Longer phrases in which they are fine.
    pub except: Phrases,
}

impl Terms {
    pub(super) fn read(fields: &Fields<'_>, name: &'static str) -> Self {
        let Some(fields) = fields.table(name) else { return Self::default() };
        let terms = Self {
            words: Phrases::new(required_texts(&fields, "words")),
            except: Phrases::new(fields.texts("except")),
        };
        fields.finish();
        terms
    }
}
