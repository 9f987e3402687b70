//! V1 to V11: words, sources and people: what a bank says, and whether it may.

mod blueprint;
mod honesty;
mod names;
mod originality;
mod reading;
mod rules;
mod words;

use super::findings::Findings;
use super::phrase::{Word, words_of};
use super::plain::Plain;
use super::settings::{Settings, Threshold};
use super::text::{each_text_beside_questions, each_text_of};
use crate::author::lint::plain::seen_in;
use crate::quiz::bank::Bank;
use crate::quiz::id::ScenarioId;
use reading::Grades;
pub use reading::{QuestionTally, Tally};
pub use rules::RULES;
use std::collections::BTreeMap;
use words::Watch;

/// What `lint.toml` may change of these rules.
pub const THRESHOLDS: &[&[Threshold]] =
    &[honesty::THRESHOLDS, names::THRESHOLDS, originality::THRESHOLDS, reading::THRESHOLDS];

/// Looks at every text and question; `is_english` where the words of the rules are those of the
/// bank. Each text is taken apart into words once, as that takes most of the time.
pub fn lint(
    bank: &Bank,
    questions: &[Plain<'_>],
    is_english: bool,
    settings: &Settings,
    findings: &mut Findings<'_>,
) {
    let watch = Watch::new(settings, is_english);
    let look = |path: &str, text: &str, words: &[Word<'_>], findings: &mut Findings<'_>| {
        originality::compare(path, text, words, settings, findings);
        watch.look(path, text, words, findings);
        honesty::refuse_numbers(path, text, words, settings, findings);
    };
    each_text_beside_questions(bank, &mut |path, text| look(path, &text, &words_of(&text), findings));

    // The general list is English; a bank in another language brings its own.
    let watches_notes = is_english || settings.sensitive.is_own;
    let hard_scenarios = if watches_notes { hard_scenarios(bank, settings) } else { BTreeMap::new() };
    let mut grades = Grades::default();
    for question in questions {
        let mut tally = QuestionTally::default();
        let mut hard = None;
        each_text_of(question.question, &question.path, &mut |path, text| {
            let words = words_of(&text);
            look(path, &text, &words, findings);
            if is_english {
                tally.add(path, &text, &words, &settings.reading.exempt);
            }
            if watches_notes && hard.is_none() {
                let word = honesty::sensitive_in(&text, &words, settings);
                hard = word.map(|word| (path.to_owned(), word.to_owned()));
            }
        });
        let of_scenario = question.question.scenario.as_ref().and_then(|id| hard_scenarios.get(id));
        let hard = hard.or_else(|| of_scenario.map(|word| (question.path.clone(), word.clone())));
        if let Some((path, word)) = hard {
            honesty::require_note(question, &path, &word, findings);
        }
        honesty::check(question, settings, findings);
        originality::compare_options(question, settings, findings);
        grades.add(question, &tally, settings, findings);
    }
    grades.finish(settings, findings);
    honesty::finish(questions, settings, findings);
    blueprint::lint(bank, questions, settings, findings);
    if is_english {
        names::lint(bank, questions, settings, findings);
    }
}

/// Scenarios with a word that needs a content note, and the word.
fn hard_scenarios<'b>(bank: &'b Bank, settings: &Settings) -> BTreeMap<&'b ScenarioId, String> {
    let hard = bank.scenarios().iter().filter_map(|scenario| {
        let text = seen_in(&scenario.text);
        let word = honesty::sensitive_in(&text, &words_of(&text), settings)?.to_owned();
        Some((&scenario.id, word))
    });
    hard.collect()
}
