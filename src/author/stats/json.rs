//! The counts of banks, as JSON for programs.

use super::{Counts, KeyStats, Stats, TopicStats};
use crate::quiz::bank::json::to_json;
use crate::quiz::bank::tree::{self, Tree, Value};
use crate::quiz::question::Kind;
use std::path::Path;

/// A list of banks, on one line, each with its counts under the names of [`Stats`].
#[must_use]
pub fn report(banks: &[(impl AsRef<Path>, Stats)]) -> String {
    let banks = banks.iter().map(|(path, stats)| bank(path.as_ref(), stats));
    to_json(&tree::table([("banks", Some(banks.collect()))])) + "\n"
}

fn bank(path: &Path, stats: &Stats) -> Tree {
    tree::table([
        ("path", Some(path.display().to_string().as_str().into())),
        ("title", Some(stats.title.as_str().into())),
        ("questions", Some(number(stats.n_questions))),
        ("points", Some(stats.points.into())),
        ("topics", Some(stats.topics.iter().map(topic).collect())),
        ("levels", Some(counts(&stats.levels))),
        ("difficulties", Some(counts(&stats.difficulties))),
        ("bases", Some(counts(&stats.bases))),
        ("claim_sets", Some(counts(&stats.claim_sets))),
        ("thin_objectives", Some(counts(&stats.thin_objectives))),
        ("grade_of_questions", stats.grade_of_questions.map(Tree::from)),
        ("grade_of_rationales", stats.grade_of_rationales.map(Tree::from)),
        ("keys", stats.keys.as_ref().map(keys)),
    ])
}

fn topic(topic: &TopicStats) -> Tree {
    let kinds = Kind::NAMES.iter().zip(&topic.kinds).map(|(name, n)| ((*name).to_owned(), *n)).collect();
    tree::table([
        ("id", Some(topic.id.as_str().into())),
        ("kinds", Some(counts(&kinds))),
        ("of_scenarios", Some(number(topic.n_of_scenarios))),
        ("all", Some(number(topic.total()))),
    ])
}

fn keys(stats: &KeyStats) -> Tree {
    tree::table([
        ("questions", Some(number(stats.n_questions))),
        ("places", Some(stats.places.iter().map(|n| number(*n)).collect())),
        ("expected_places", Some(stats.expected_places.iter().map(|n| Tree::from(*n)).collect())),
        ("longest", Some(number(stats.n_longest))),
        ("shortest", Some(number(stats.n_shortest))),
        ("expected_longest", Some(stats.expected_longest.into())),
        ("mean_length_ratio", Some(stats.mean_length_ratio.into())),
    ])
}

fn counts(counts: &Counts) -> Tree {
    Value::Table(counts.iter().map(|(name, n)| (name.clone(), number(*n))).collect()).into()
}

#[allow(clippy::cast_precision_loss)] // nobody writes so many
fn number(n: usize) -> Tree {
    Tree::from(n as f64)
}
