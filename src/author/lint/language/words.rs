//! V2, V3 and V11: words to avoid, claims of authority, and images that questions hang on.

use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Phrases, Word, is_within, quotations_in};
use crate::author::lint::settings::{Place, Settings};
use crate::quiz::bank::problem::Level;
use std::ops::Range;

/// Phrases that claim an authority which no question set has by itself.
const AUTHORITY: &[&str] = &[
    "actual exam",
    "actual exam questions",
    "exam dump*",
    "guaranteed pass",
    "guaranteed to pass",
    "official exam*",
    "official question*",
    "official test",
    "pass guaranteed",
    "real exam",
    "real exam questions",
    "real test questions",
];

/// Words to look for, made ready once for all texts.
pub(super) struct Watch<'s> {
    settings: &'s Settings,
    authority: Phrases,
}

impl<'s> Watch<'s> {
    /// The general phrases are English.
    pub(super) fn new(settings: &'s Settings, is_english: bool) -> Self {
        let general = if is_english { AUTHORITY } else { &[] };
        let own = settings.authority.iter().map(String::as_str);
        Self { settings, authority: Phrases::new(general.iter().copied().chain(own)) }
    }

    /// Looks at one text.
    pub(super) fn look(&self, path: &str, text: &str, words: &[Word<'_>], findings: &mut Findings<'_>) {
        self.avoid(path, text, words, findings);
        self.refuse_authority(path, text, words, findings);
        self.refuse_analogies(path, text, words, findings);
    }

    fn avoid(&self, path: &str, text: &str, words: &[Word<'_>], findings: &mut Findings<'_>) {
        let list = &self.settings.words;
        let found = list.avoid.find_in(text, words);
        if found.is_empty() {
            return;
        }
        let fine: Vec<_> = list.except.find_in(text, words).into_iter().map(|(_, range)| range).collect();
        let quotations = quotations_in(text);
        for (index, range) in longest(found) {
            let Some(rule) = list.rule_of.get(index).and_then(|rule| list.rules.get(*rule)) else { continue };
            let is_fine = is_within(&range, &fine)
                || (rule.may_be_quoted && is_within(&range, &quotations))
                || !is_meant(rule.place, path);
            if !is_fine {
                let found = &text[range];
                let message = format!("“{found}” is a word to avoid");
                findings.point(rule.level, "V2", path, found, message, format!("prefer: {}", rule.prefer));
            }
        }
    }

    fn refuse_authority(&self, path: &str, text: &str, words: &[Word<'_>], findings: &mut Findings<'_>) {
        for (_, range) in longest(self.authority.find_in(text, words)) {
            if !is_denied(text, words, &range) {
                let found = &text[range];
                let message = format!("“{found}” claims an authority that this question set does not have");
                let remedy = "say whose view it is, such as “the study article says”";
                findings.point(Level::Error, "V3", path, found, message, remedy);
            }
        }
    }

    fn refuse_analogies(&self, path: &str, text: &str, words: &[Word<'_>], findings: &mut Findings<'_>) {
        let analogies = &self.settings.analogies;
        // A rationale may use an image; what is asked and answered may not hang on it.
        let is_asked = path.ends_with(".stem") || path.ends_with(".passage");
        if analogies.words.is_empty() || !(is_asked || is_meant(Place::Options, path)) {
            return;
        }
        let fine: Vec<_> =
            analogies.except.find_in(text, words).into_iter().map(|(_, range)| range).collect();
        for (_, range) in longest(analogies.words.find_in(text, words)) {
            if !is_within(&range, &fine) {
                let found = &text[range];
                let message =
                    format!("“{found}” is an image from a source; who has not read it there cannot answer");
                findings.point(Level::Warning, "V11", path, found, message, "ask for the idea instead");
            }
        }
    }
}

/// Whether a rule about words is for the text at a path.
fn is_meant(place: Place, path: &str) -> bool {
    let is_of_questions = path.starts_with("questions[") || path.starts_with("scenarios[");
    let is_option = || path.starts_with("questions[") && path.ends_with("].text");
    match place {
        Place::All => true,
        Place::Questions => is_of_questions,
        Place::Options => is_option(),
    }
}

/// Of phrases that begin at the same word the longest one, so that nothing is told twice.
fn longest(found: Vec<(usize, Range<usize>)>) -> Vec<(usize, Range<usize>)> {
    let mut kept: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, range) in found {
        match kept.last_mut() {
            Some(last) if last.1.start == range.start && last.1.end < range.end => *last = (index, range),
            Some(last) if range.end <= last.1.end => {}
            _ => kept.push((index, range)),
        }
    }
    kept
}

/// Whether a phrase is denied: “these are no official exam questions”.
fn is_denied(text: &str, words: &[Word<'_>], range: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let at = words.partition_point(|word| word.range.start < range.start);
    let before = &words[at.saturating_sub(NEAR)..at];
    let clause = before
        .iter()
        .rev()
        .take_while(|word| !text[word.range.end..range.start].contains(['.', ';', '?', '!']));
    let mut clause = clause;
    clause.any(|word| {
        matches!(word.text.as_ref(), "not" | "no" | "never" | "nor" | "neither") || word.text.ends_with("n't")
    })
}

#[cfg(test)]
mod tests {
    use super::{AUTHORITY, Phrases, is_denied};
    use crate::author::lint::phrase::words_of;

    #[test]
    fn a_claim_of_authority_may_be_denied() {
        let phrases = Phrases::new(AUTHORITY);
        for (text, is_refused) in [
            ("Real exam questions.", true),
            ("They are not real exam questions.", false),
            ("This isn’t an official exam.", false),
            ("No. The official exam says so.", true),
        ] {
            let words = words_of(text);
            let found = phrases.find_in(text, &words);
            assert!(!found.is_empty(), "{text}");
            assert_eq!(found.iter().any(|(_, range)| !is_denied(text, &words, range)), is_refused, "{text}");
        }
    }
}
