//! V1 to V11: words, sources and people: what a bank says, and whether it may.

mod blueprint;
mod honesty;
mod names;
mod originality;
pub mod reading;
mod rules;
mod words;

use super::findings::Findings;
use super::phrase::words_of;
use super::plain::Plain;
use super::settings::{Settings, Threshold};
use super::text::each_text;
use crate::quiz::bank::Bank;
pub use reading::grade_of;
pub use rules::RULES;
use words::Watch;

/// What `lint.toml` may change of these rules.
pub const THRESHOLDS: &[&[Threshold]] =
    &[honesty::THRESHOLDS, names::THRESHOLDS, originality::THRESHOLDS, reading::THRESHOLDS];

/// Looks at every text and question; `is_english` where the words of the rules are those of the
/// bank.
pub fn lint(
    bank: &Bank,
    questions: &[Plain<'_>],
    is_english: bool,
    settings: &Settings,
    findings: &mut Findings<'_>,
) {
    let watch = Watch::new(settings, is_english);
    each_text(bank, &mut |path, text| {
        let words = words_of(&text);
        originality::compare(path, &text, &words, settings, findings);
        watch.look(path, &text, &words, findings);
        honesty::refuse_numbers(path, &text, settings, findings);
    });
    originality::compare_options(questions, settings, findings);
    honesty::lint(bank, questions, is_english, settings, findings);
    blueprint::lint(bank, questions, settings, findings);
    if is_english {
        reading::lint(questions, settings, findings);
        names::lint(bank, questions, settings, findings);
    }
}
