//! `[rules.ID]` in `lint.toml`: other thresholds for a rule, or none of it, and why.

use crate::author::lint::allow::may_be_allowed;
use crate::author::lint::{Rule, cueing, language, rules};
use crate::quiz::bank::fields::Fields;
use std::collections::BTreeMap;

/// A number that a rule compares with. `lint.toml` may give another one.
#[derive(Clone, Copy, Debug)]
pub struct Threshold {
    /// The id of the rule.
    pub rule: &'static str,
    /// Its name in `lint.toml`.
    pub name: &'static str,
    /// Its value where `lint.toml` gives none.
    pub default: f64,
    /// The largest value that makes sense; the least is 0.
    pub most: f64,
}

impl Threshold {
    /// A threshold of a rule.
    #[must_use]
    pub const fn new(rule: &'static str, name: &'static str, default: f64, most: f64) -> Self {
        Self { rule, name, default, most }
    }

    /// Every threshold of every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        cueing::THRESHOLDS.iter().chain(language::THRESHOLDS).copied().flatten().copied()
    }
}

/// What a bank changes about the general rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Tuning {
    numbers: BTreeMap<(&'static str, &'static str), f64>,
    off: Vec<&'static str>,
}

impl Tuning {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let mut tuning = Self::default();
        let Some(table) = fields.table("rules") else { return tuning };
        for rule in rules() {
            if let Some(fields) = table.table(rule.id) {
                tuning.read_rule(rule, &fields);
                fields.finish();
            }
        }
        table.finish();
        tuning
    }

    fn read_rule(&mut self, rule: &'static Rule, fields: &Fields<'_>) {
        fields.required_text("why");
        if fields.flag("off") == Some(true) {
            if !may_be_allowed(rule) {
                let message = "cannot be turned off: without it the bank does not work";
                fields.report("F5", "off", message, "remove this table, and mend what the rule finds");
            }
            self.off.push(rule.id);
        }
        for threshold in Threshold::all().filter(|threshold| threshold.rule == rule.id) {
            if let Some(number) = fields.number(threshold.name, 0.0, threshold.most) {
                self.numbers.insert((rule.id, threshold.name), number);
            }
        }
    }

    pub(super) fn get(&self, threshold: Threshold) -> f64 {
        self.numbers.get(&(threshold.rule, threshold.name)).copied().unwrap_or(threshold.default)
    }

    pub(super) fn is_off(&self, rule: &str) -> bool {
        self.off.contains(&rule)
    }
}
