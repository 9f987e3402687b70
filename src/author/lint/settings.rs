//! What a bank's own `lint.toml` changes about the rules, and what it adds to them.

mod blueprint;
mod originality;
mod rules;
mod wording;

pub use blueprint::{Blueprint, ClaimSet, Least, SCENARIO, Share, TopicPlan};
pub use originality::{OptionSet, Originality};
pub use rules::Threshold;
pub use wording::{Careful, Contested, Legal, Names, Place, Reading, Sensitive, Terms, WordRule, Words};

use crate::author::source::Sources;
use crate::author::toml;
use crate::quiz::bank::fields::{Fields, Reader};
use crate::quiz::bank::problem::Problem;
use crate::quiz::markup::Markup;
use rules::Tuning;
use std::path::Path;

/// The rules as a bank wants them.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    tuning: Tuning,
    /// Words to avoid (V2).
    pub words: Words,
    /// Phrases that claim an authority (V3), beside the general ones.
    pub authority: Vec<String>,
    /// What law asks of some topics (V4).
    pub legal: Legal,
    /// Points on which sources differ (V5).
    pub contested: Option<Contested>,
    /// Terms that need a companion (V6).
    pub careful: Vec<Careful>,
    /// Words that need a content note (V7).
    pub sensitive: Sensitive,
    /// Words that do not count for the reading level (V8).
    pub reading: Reading,
    /// Names of people (V9).
    pub names: Option<Names>,
    /// Images that no question may hang on (V11).
    pub analogies: Terms,
    /// How many questions of which sort there shall be (V10).
    pub blueprint: Option<Blueprint>,
    /// What `references` may name.
    pub claims: Vec<ClaimSet>,
    /// Texts that must not be copied (V1).
    pub originality: Originality,
}

impl Settings {
    /// Reads the `lint.toml` of a bank, with everything that is wrong in it. Where there is none,
    /// all is as by default.
    #[must_use]
    pub fn read(sources: &Sources) -> (Self, Vec<Problem>) {
        let Some((index, file)) = sources.lint_settings() else { return (Self::default(), Vec::new()) };
        let tree = match toml::read(file, index) {
            Ok(tree) => tree,
            Err(problems) => return (Self::default(), problems),
        };
        let plain = |text: &str, _| Ok(Markup::plain(text));
        let reader = Reader::new(&plain, true);
        let folder = file.path.parent().unwrap_or(Path::new(""));
        let mut absent = Vec::new();
        let settings = Fields::of(&reader, &tree, String::new())
            .map(|fields| Self::read_fields(&fields, folder, &mut absent))
            .unwrap_or_default();
        let mut problems = reader.into_problems();
        problems.extend(absent);
        (settings, problems)
    }

    fn read_fields(fields: &Fields<'_>, folder: &Path, absent: &mut Vec<Problem>) -> Self {
        let settings = Self {
            tuning: Tuning::read(fields),
            words: Words::read(fields),
            authority: wording::read_authority(fields),
            legal: Legal::read(fields),
            contested: Contested::read(fields),
            careful: Careful::read_all(fields),
            sensitive: Sensitive::read(fields),
            reading: Reading::read(fields),
            names: Names::read(fields),
            analogies: Terms::read(fields, "analogies"),
            blueprint: Blueprint::read(fields),
            claims: ClaimSet::read_all(fields),
            originality: Originality::read(fields, folder, absent),
        };
        fields.finish();
        settings
    }

    /// The value of a threshold.
    #[must_use]
    pub fn get(&self, threshold: Threshold) -> f64 {
        self.tuning.get(threshold)
    }

    /// Whether the bank does without a rule.
    #[must_use]
    pub fn is_off(&self, rule: &str) -> bool {
        self.tuning.is_off(rule)
    }
}
