//! Q1 to Q16: form that gives the key away, or that makes a question harder to read than its
//! subject is.

mod form;
mod grammar;
mod length;
mod negative;
mod overlap;
mod position;
mod rules;
mod wording;

use super::findings::Findings;
use super::plain::Plain;
use super::settings::{Settings, Threshold};

pub use rules::RULES;

/// What `lint.toml` may change of these rules.
pub const THRESHOLDS: &[&[Threshold]] = &[
    form::THRESHOLDS,
    length::THRESHOLDS,
    negative::THRESHOLDS,
    overlap::THRESHOLDS,
    position::THRESHOLDS,
    wording::THRESHOLDS,
];

/// Rules about a habit of the whole bank say nothing of fewer questions than this.
const LEAST_QUESTIONS: usize = 8;

/// How many questions a message names.
const MOST_NAMED: usize = 4;

/// Looks at every question; `is_english` where the words of the rules are those of the bank.
pub fn lint(questions: &[Plain<'_>], is_english: bool, settings: &Settings, findings: &mut Findings<'_>) {
    length::lint(questions, settings, findings);
    position::lint(questions, settings, findings);
    grammar::lint(questions, is_english, findings);
    form::lint(questions, settings, findings);
    if is_english {
        wording::lint(questions, settings, findings);
        negative::lint(questions, settings, findings);
        overlap::lint(questions, settings, findings);
    }
}

/// Names the questions that weigh most: “most of all `a`, `b` and `c`”.
pub(super) fn heaviest<W: PartialOrd>(mut weighted: Vec<(&str, W)>) -> String {
    weighted.sort_by(|(_, one), (_, other)| other.partial_cmp(one).unwrap_or(std::cmp::Ordering::Equal));
    weighted.dedup_by_key(|(id, _)| *id);
    let n_more = weighted.len().saturating_sub(MOST_NAMED);
    let named: Vec<_> = weighted.iter().take(MOST_NAMED).map(|(id, _)| format!("`{id}`")).collect();
    match (named.as_slice(), n_more) {
        ([], _) => "no question stands out".to_owned(),
        ([one], 0) => format!("in {one}"),
        ([rest @ .., last], 0) => format!("in {} and {last}", rest.join(", ")),
        (named, _) => format!("most of all in {}", named.join(", ")),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn counted_from_first(index: usize) -> String {
    const WORDS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth"];
    WORDS.get(index).map_or_else(|| format!("number {}", index + 1), |word| (*word).to_owned())
}
