//! What is in a bank, counted: questions by topic, kind, level and more; keys by place and length.

pub mod human;
pub mod json;

use super::check::Checked;
use super::lint::language::{QuestionTally, Tally};
use super::lint::phrase::{Phrases, words_of};
use super::lint::plain::is_english;
use super::lint::plain::seen_in;
use super::lint::settings::Settings;
use super::lint::statistics::median;
use super::lint::text::each_text_of;
use crate::quiz::bank::{Bank, CognitiveLevel};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question};
use std::collections::{BTreeMap, BTreeSet};

/// An objective with fewer questions cannot be asked again in another way.
const FEW_QUESTIONS: usize = 3;

/// Names with how many questions each has, in the order to show them.
pub type Counts = Vec<(String, usize)>;

/// The counts of one bank.
#[derive(Clone, Debug)]
pub struct Stats {
    /// The title of the bank.
    pub title: String,
    /// How many questions there are.
    pub n_questions: usize,
    /// The points of all of them together.
    pub points: f64,
    /// The questions of each topic.
    pub topics: Vec<TopicStats>,
    /// Questions by level; `none` where there are such.
    pub levels: Counts,
    /// Questions by difficulty, 1 to 3; `none` where there are such.
    pub difficulties: Counts,
    /// Questions by basis; `none` where there are such.
    pub bases: Counts,
    /// Questions that name a claim of each set: of `000#C02` the set is `000`.
    pub claim_sets: Counts,
    /// Objectives with fewer than 3 questions.
    pub thin_objectives: Counts,
    /// The median grade of school at which stems can be read with what there is to choose; nothing
    /// where no text is long enough, or the bank is not in English.
    pub grade_of_questions: Option<f64>,
    /// The same of rationales.
    pub grade_of_rationales: Option<f64>,
    /// The keys of single-choice questions; nothing where there are none.
    pub keys: Option<KeyStats>,
}

/// The questions of a topic.
#[derive(Clone, Debug)]
pub struct TopicStats {
    /// The topic's id.
    pub id: String,
    /// Questions that stand alone, by kind, in the order of [`Kind::NAMES`].
    pub kinds: Vec<usize>,
    /// Questions of scenarios, whatever their kind.
    pub n_of_scenarios: usize,
}

impl TopicStats {
    /// All of its questions.
    #[must_use]
    pub fn total(&self) -> usize {
        self.kinds.iter().sum::<usize>() + self.n_of_scenarios
    }
}

/// Where the keys of single-choice questions stand and how long they are.
#[derive(Clone, Debug)]
pub struct KeyStats {
    /// How many questions were looked at.
    pub n_questions: usize,
    /// Keys in the first place of their question, in the second, and so on.
    pub places: Vec<usize>,
    /// How many there would be in each place if chance had placed them.
    pub expected_places: Vec<f64>,
    /// Keys that have more characters than any other option of their question.
    pub n_longest: usize,
    /// Keys that have fewer.
    pub n_shortest: usize,
    /// How many keys would be longest, and how many shortest, if chance had decided.
    pub expected_longest: f64,
    /// The characters of a key divided by the mean of its distractors, on average.
    pub mean_length_ratio: f64,
}

impl Stats {
    /// Counts what is in a bank that could be read.
    #[must_use]
    pub fn of_checked(checked: &Checked) -> Option<Self> {
        let (settings, _) = Settings::read(&checked.sources);
        Some(Self::of(checked.bank.as_ref()?, &settings.reading.exempt))
    }

    /// Counts what is in a bank. `exempt` are words that do not count for its reading level.
    #[must_use]
    pub fn of(bank: &Bank, exempt: &Phrases) -> Self {
        let questions = bank.questions();
        let grades = if is_english(bank) { grades(questions, exempt) } else { Vec::new() };
        let grade = |of: fn(&QuestionTally) -> Tally| {
            median(&grades.iter().filter_map(|tally| of(tally).grade()).collect::<Vec<_>>())
        };
        let levels: Vec<_> = CognitiveLevel::NAMES.iter().map(|(name, _)| *name).collect();
        Self {
            title: bank.about().title.clone(),
            n_questions: questions.len(),
            points: questions.iter().map(|question| question.score(&question.kind.blank()).possible).sum(),
            topics: topics(bank),
            levels: count(&levels, questions, |question| Some(question.notes.level?.name().to_owned())),
            difficulties: count(&["1", "2", "3"], questions, |question| {
                Some(question.notes.difficulty?.to_string())
            }),
            bases: count(&[], questions, |question| question.notes.basis.clone()),
            claim_sets: claim_sets(questions),
            thin_objectives: thin_objectives(bank),
            grade_of_questions: grade(|tally| tally.question),
            grade_of_rationales: grade(|tally| tally.rationales),
            keys: keys(questions),
        }
    }
}

fn topics(bank: &Bank) -> Vec<TopicStats> {
    let mut topics: Vec<_> = bank
        .topics()
        .iter()
        .map(|topic| TopicStats {
            id: topic.id.to_string(),
            kinds: vec![0; Kind::NAMES.len()],
            n_of_scenarios: 0,
        })
        .collect();
    let place_of: BTreeMap<_, _> =
        bank.topics().iter().enumerate().map(|(place, topic)| (&topic.id, place)).collect();
    for question in bank.questions() {
        let Some(topic) = place_of.get(&question.topic).and_then(|place| topics.get_mut(*place)) else {
            continue;
        };
        let kind = Kind::NAMES.iter().position(|name| *name == question.kind.name());
        match (&question.scenario, kind.and_then(|kind| topic.kinds.get_mut(kind))) {
            (None, Some(kind)) => *kind += 1,
            _ => topic.n_of_scenarios += 1,
        }
    }
    topics
}

/// Counts questions by name: first the known names, then others by the alphabet, then those that
/// have none.
fn count(known: &[&str], questions: &[Question], name: impl Fn(&Question) -> Option<String>) -> Counts {
    let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for question in questions {
        *counts.entry(name(question)).or_default() += 1;
    }
    let n_without = counts.remove(&None);
    let first = known.iter().map(|name| {
        let n = counts.get(&Some((*name).to_owned())).copied();
        ((*name).to_owned(), n.unwrap_or(0))
    });
    let mut all: Counts = first.collect();
    all.extend(
        counts
            .into_iter()
            .filter_map(|(name, n)| Some((name?, n)))
            .filter(|(name, _)| !known.contains(&name.as_str())),
    );
    all.extend(n_without.map(|n| ("none".to_owned(), n)));
    all
}

/// What the reading level of each question is worked out from.
fn grades(questions: &[Question], exempt: &Phrases) -> Vec<QuestionTally> {
    let tally_of = |question: &Question| {
        let mut tally = QuestionTally::default();
        each_text_of(question, "", &mut |path, text| tally.add(path, &text, &words_of(&text), exempt));
        tally
    };
    questions.iter().map(tally_of).collect()
}

fn claim_sets(questions: &[Question]) -> Counts {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for question in questions {
        let references = question.notes.references.iter();
        let sets: BTreeSet<_> =
            references.map(|reference| reference.split('#').next().unwrap_or_default()).collect();
        for set in sets {
            *counts.entry(set).or_default() += 1;
        }
    }
    counts.into_iter().map(|(set, n)| (set.to_owned(), n)).collect()
}

fn thin_objectives(bank: &Bank) -> Counts {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for objective in bank.questions().iter().filter_map(|question| question.notes.objective.as_ref()) {
        *counts.entry(objective).or_default() += 1;
    }
    let objectives = bank.topics().iter().flat_map(|topic| &topic.objectives);
    objectives
        .map(|objective| (objective.id.to_string(), counts.get(&objective.id).copied().unwrap_or(0)))
        .filter(|(_, n)| *n < FEW_QUESTIONS)
        .collect()
}

#[allow(clippy::cast_precision_loss)] // nobody writes so many
fn keys(questions: &[Question]) -> Option<KeyStats> {
    let mut stats = KeyStats {
        n_questions: 0,
        places: Vec::new(),
        expected_places: Vec::new(),
        n_longest: 0,
        n_shortest: 0,
        expected_longest: 0.0,
        mean_length_ratio: 0.0,
    };
    for question in questions {
        let Kind::SingleChoice(kind) = &question.kind else { continue };
        let options = kind.options();
        let Some(key) = options.iter().position(|option| option.is_key) else { continue };
        let n_options = options.len();
        if stats.places.len() < n_options {
            stats.places.resize(n_options, 0);
            stats.expected_places.resize(n_options, 0.0);
        }
        stats.places[key] += 1;
        stats.expected_places[..n_options].iter_mut().for_each(|n| *n += 1.0 / n_options as f64);
        let length = |option: &QuestionOption| seen_in(&option.text).chars().count();
        let distractors: Vec<_> = options.iter().filter(|option| !option.is_key).map(length).collect();
        let key = length(&options[key]);
        stats.n_longest += usize::from(distractors.iter().all(|length| *length < key));
        stats.n_shortest += usize::from(distractors.iter().all(|length| *length > key));
        stats.expected_longest += 1.0 / n_options as f64;
        let mean = distractors.iter().sum::<usize>() as f64 / distractors.len().max(1) as f64;
        stats.mean_length_ratio += key as f64 / mean.max(1.0);
        stats.n_questions += 1;
    }
    stats.mean_length_ratio /= stats.n_questions.max(1) as f64;
    (stats.n_questions > 0).then_some(stats)
}
