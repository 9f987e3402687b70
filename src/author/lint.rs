//! Lint: what is likely to go wrong with a bank that can be read, and the list of all rules.

pub mod alike;
pub mod allow;
pub mod cueing;
pub mod findings;
pub mod form;
pub mod language;
pub mod options;
pub mod phrase;
pub mod plain;
pub mod rationales;
pub mod regions;
pub mod scenarios;
pub mod settings;
pub mod statistics;
pub mod structure;
pub mod text;
pub mod words;

use super::source::Sources;
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::{Level, Problem};
use crate::quiz::bank::tree::Tree;
use findings::Findings;
use settings::Settings;

/// Something that is checked.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The letter of its family and a number.
    pub id: &'static str,
    /// How bad it usually is to break it.
    pub level: Level,
    /// What it asks for.
    pub title: &'static str,
    /// What is measured, and the threshold by default.
    pub measures: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Where the ground for it comes from.
    pub source: &'static str,
    /// What to do where it is broken.
    pub remedy: &'static str,
}

/// The source of a rule that rests on experience and no study or standard.
pub const OUR_JUDGMENT: &str = "our judgment";

/// Rules about one subject. Their ids begin with one letter.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// The letter.
    pub letter: char,
    /// What they are about.
    pub title: &'static str,
    /// The rules, in the order of their numbers.
    pub rules: &'static [Rule],
}

/// Every family of rules. Those of the form, S1 to S3 and parts of others are kept where a bank
/// is read, as browsers need them too; the rest is lint.
pub const FAMILIES: &[Family] = &[
    Family { letter: 'F', title: "form of the files", rules: form::RULES },
    Family { letter: 'S', title: "structure of the bank", rules: structure::RULES },
    Family { letter: 'Q', title: "form that gives the key away", rules: cueing::RULES },
    Family { letter: 'V', title: "words, sources and people", rules: language::RULES },
    Family { letter: 'A', title: "exceptions that are allowed", rules: allow::RULES },
];

/// Every rule.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules)
}

/// The ids of rules that somebody may have meant by an id that no rule has: at most five.
#[must_use]
pub fn nearest(id: &str) -> Vec<&'static str> {
    let id = id.to_uppercase();
    let mut ids: Vec<_> = rules().map(|rule| (strsim::osa_distance(&id, rule.id), rule.id)).collect();
    ids.sort_by_key(|(distance, _)| *distance);
    let least = ids.first().map_or(0, |(distance, _)| *distance);
    ids.into_iter().take_while(|(distance, _)| *distance == least).map(|(_, id)| id).take(5).collect()
}

/// The problems of a bank that lint finds. `tree` is what the bank was read from, `sources` what
/// the tree was.
#[must_use]
pub fn lint(bank: &Bank, tree: &Tree, sources: &Sources, settings: &Settings) -> Vec<Problem> {
    let mut findings = Findings::new(tree, sources);
    structure::lint(bank, &mut findings);
    let questions = plain::questions_of(bank);
    let is_english = plain::is_english(bank);
    cueing::lint(&questions, is_english, settings, &mut findings);
    language::lint(bank, &questions, is_english, settings, &mut findings);
    // Last, as it drops what is allowed.
    allow::lint(bank, &mut findings);
    let mut problems = findings.into_problems();
    problems.retain(|problem| !settings.is_off(problem.rule));
    problems
}
