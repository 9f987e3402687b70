//! S9: scenarios that are too long, or whose questions are few or give each other away.

use super::findings::Findings;
use super::plain::{meant_in, seen_in};
use super::structure::{key_of, path_of};
use super::words::{is_content, words};
use crate::quiz::bank::Bank;
use crate::quiz::id::ScenarioId;
use crate::quiz::markup::Markup;
use crate::quiz::question::Question;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

const N_QUESTIONS: RangeInclusive<usize> = 3..=4;
const MOST_WORDS: usize = 90;
/// A stem gives a sibling's key away when it holds this share of the key’s own words …
const GIVEN_AWAY: f64 = 0.8;
/// … and the key has at least this many that are not in the scenario or its own stem.
const TELLING_WORDS: usize = 3;

/// Looks at every scenario with its questions.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
    let mut siblings_of: BTreeMap<&ScenarioId, Vec<(usize, &Question)>> = BTreeMap::new();
    for (index, question) in bank.questions().iter().enumerate() {
        if let Some(scenario) = &question.scenario {
            siblings_of.entry(scenario).or_default().push((index, question));
        }
    }
    for (index, scenario) in bank.scenarios().iter().enumerate() {
        let path = format!("scenarios[{index}]");
        let siblings = siblings_of.remove(&scenario.id).unwrap_or_default();
        if !N_QUESTIONS.contains(&siblings.len()) {
            let message = format!("`{}` has {} questions", scenario.id, siblings.len());
            findings.warning("S9", &path, message, "give it 3 or 4, so that reading it is worth the time");
        }
        let n_words = words(&seen_in(&scenario.text)).len();
        if n_words > MOST_WORDS {
            let message = format!("has {n_words} words");
            let remedy = format!("tell it in {MOST_WORDS} words or fewer");
            findings.warning("S9", format!("{path}.text"), message, remedy);
        }
        let vignette = content_of(&scenario.text);
        for (_, question) in &siblings {
            for (index, sibling) in siblings.iter().filter(|(_, sibling)| sibling.id != question.id) {
                if gives_away(&vignette, question, sibling) {
                    let path = format!("{}.stem", path_of(*index, sibling));
                    let message = format!("gives away the key of `{}`", question.id);
                    findings.warning(
                        "S9",
                        path,
                        message,
                        "reword it, or put that question in another scenario",
                    );
                }
            }
        }
    }
}

fn gives_away(vignette: &BTreeSet<String>, question: &Question, sibling: &Question) -> bool {
    let stem = content_of(&question.stem);
    let key: Vec<_> = words(&key_of(question)).into_iter().filter(|word| is_content(word)).collect();
    let key: BTreeSet<_> =
        key.into_iter().filter(|word| !stem.contains(word) && !vignette.contains(word)).collect();
    let given = content_of(&sibling.stem);
    let n_given = key.intersection(&given).count();
    key.len() >= TELLING_WORDS && n_given as f64 >= GIVEN_AWAY * key.len() as f64
}

fn content_of(markup: &Markup) -> BTreeSet<String> {
    words(&meant_in(markup)).into_iter().filter(|word| is_content(word)).collect()
}
