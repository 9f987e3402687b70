//! V1: runs of words and sets of options that are somebody else’s.

use crate::author::fingerprint::{RUN, hashes_of};
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Word, is_within, words_of};
use crate::author::lint::plain::{Choice, Plain};
use crate::author::lint::settings::{OptionSet, Settings, Threshold};
use crate::quiz::bank::problem::Level;
use std::collections::BTreeSet;

const REFUSED_WORDS: Threshold = Threshold::new("V1", "refuse_from_words", 8.0, 1000.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[REFUSED_WORDS];

/// Looks for copied runs of words in one text.
pub(super) fn compare(
    path: &str,
    text: &str,
    words: &[Word<'_>],
    settings: &Settings,
    findings: &mut Findings<'_>,
) {
    if !settings.originality.has_texts() {
        return;
    }
    let hashes = hashes_of(words);
    let fine = settings.originality.except.find_in(text, words);
    let fine: Vec<_> = fine.into_iter().map(|(_, range)| range).collect();
    let mut start = 0;
    while let Some(hash) = hashes.get(start) {
        let Some(file) = settings.originality.file_with(*hash) else {
            start += 1;
            continue;
        };
        let n_hits = hashes[start..]
            .iter()
            .take_while(|hash| settings.originality.file_with(**hash).is_some())
            .count();
        let n_words = n_hits + RUN - 1;
        let range = words[start].range.start..words[start + n_words - 1].range.end;
        start += n_hits;
        if is_within(&range, &fine) {
            continue;
        }
        let copied = &text[range];
        let level = if n_words as f64 >= settings.get(REFUSED_WORDS) { Level::Error } else { Level::Warning };
        let message = format!("shares a run of {n_words} words with a text of `{file}`");
        findings.point(level, "V1", path, copied, message, "say it in words of your own");
    }
}

/// Looks whether the options of a question are known from elsewhere.
pub(super) fn compare_options(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let sets = &settings.originality.sets;
    if question.options.is_empty() || sets.is_empty() {
        return;
    }
    let normals = |options: &mut dyn Iterator<Item = &Choice>| -> BTreeSet<Vec<String>> {
        options.map(|option| normal(&option.text)).collect()
    };
    let (keys, distractors) = (normals(&mut question.keys()), normals(&mut question.distractors()));
    for set in sets.iter().filter(|set| is_reused(set, &keys, &distractors)) {
        let message = format!("has the options of a question of {}", set.name);
        let remedy = "write distractors of your own, and test the idea in another way";
        findings.error("V1", format!("{}.options", question.path), message, remedy);
    }
}

/// Whether the keys are those of a set, and all its distractors are among the others.
fn is_reused(set: &OptionSet, keys: &BTreeSet<Vec<String>>, distractors: &BTreeSet<Vec<String>>) -> bool {
    *keys == set.keys.iter().map(|key| normal(key)).collect()
        && set.distractors.iter().all(|distractor| distractors.contains(&normal(distractor)))
}

/// The words of an option without the small ones that come and go.
fn normal(option: &str) -> Vec<String> {
    let words = words_of(option).into_iter().map(|word| word.text.into_owned());
    words.filter(|word| !matches!(word.as_str(), "a" | "an" | "the" | "by" | "to" | "for")).collect()
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn options_are_the_same_without_case_marks_and_small_words() {
        assert_eq!(normal("By restricting access to the Records."), normal("restricting access, records"));
        assert_ne!(normal("Restricting access"), normal("Restricting contact"));
    }
}
