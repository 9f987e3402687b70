//! S8: questions that ask nearly the same, found without comparing each with each.

use super::findings::Findings;
use super::plain::meant_in;
use super::structure::{key_of, path_of};
use super::words::Said;
use crate::quiz::bank::Bank;
use std::collections::HashMap;

/// From this overlap on, two stems ask the same, and two keys say the same.
const ALIKE: f64 = 0.80;

/// Looks for questions that are like one before them, in their stems and in their keys.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
    let said: Vec<_> = bank
        .questions()
        .iter()
        .map(|question| [Said::of(&meant_in(&question.stem)), Said::of(&key_of(question))])
        .collect();
    let pairs = first_alike(&said);
    for ((index, question), earlier) in bank.questions().iter().enumerate().zip(pairs) {
        if let Some(other) = earlier.and_then(|earlier| bank.questions().get(earlier)) {
            let path = format!("{}.stem", path_of(index, question));
            let message = format!("asks nearly the same as `{}`, with the same key", other.id);
            findings.warning("S8", path, message, "change one of the two, or remove it");
        }
    }
}

/// For each question, stem and key, the first before it that is alike in both.
///
/// Two sets of which at least 80 % are shared cannot differ in all of their rarest 20 % and one
/// word more: they share one of these. So a question can only be like those that have one of its
/// rare words of the stem and one of its rare words of the key, and these are few: prefix filtering,
/// [Chaudhuri, Ganti and Kaushik 2006](https://doi.org/10.1109/ICDE.2006.9). What is found is
/// exact.
fn first_alike(questions: &[[Said; 2]]) -> Vec<Option<usize>> {
    let counts = [0, 1].map(|part| {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for word in questions.iter().flat_map(|question| question[part].different_words()) {
            *counts.entry(*word).or_default() += 1;
        }
        counts
    });
    let rare_of = |question: &[Said; 2], part: usize| {
        let mut words = question[part].different_words().to_vec();
        words.sort_unstable_by_key(|word| (counts[part].get(word).copied(), *word));
        words.truncate(n_telling(words.len()));
        words
    };
    // The questions so far by a rare word of the stem and one of the key.
    let mut earlier: HashMap<(u64, u64), Vec<usize>> = HashMap::new();
    let mut compared_with = vec![usize::MAX; questions.len()];
    let mut alike = Vec::with_capacity(questions.len());
    for (index, question) in questions.iter().enumerate() {
        let (stem, key) = (rare_of(question, 0), rare_of(question, 1));
        let mut first: Option<usize> = None;
        for words in stem.iter().flat_map(|stem| key.iter().map(|key| (*stem, *key))) {
            let others = earlier.entry(words).or_default();
            for other in others.iter().copied().take_while(|other| first.is_none_or(|first| *other < first)) {
                let is_new = std::mem::replace(&mut compared_with[other], index) != index;
                if is_new && (0..2).all(|part| questions[other][part].is_like(&question[part], ALIKE)) {
                    first = Some(other);
                    break;
                }
            }
            others.push(index);
        }
        alike.push(first);
    }
    alike
}

/// How many of the rarest of so many words two alike texts must share one of.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)] // few words
fn n_telling(n_words: usize) -> usize {
    // A little less, as the product may be a little too large.
    let n_shared = (ALIKE * n_words as f64 - 1e-6).ceil() as usize;
    (n_words + 1).saturating_sub(n_shared)
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, first_alike};
    use crate::author::lint::words::Said;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        let words =
            prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e", "f", "g"]), 0..12);
        words.prop_map(|words| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_is_what_comparing_each_with_each_finds(
            texts in prop::collection::vec((text(), text()), 0..60)
        ) {
            let said: Vec<_> = texts.iter().map(|(stem, key)| [Said::of(stem), Said::of(key)]).collect();
            let is_like = |a: usize, b: usize| (0..2).all(|part| said[a][part].is_like(&said[b][part], ALIKE));
            let expected: Vec<_> = (0..said.len()).map(|b| (0..b).find(|a| is_like(*a, b))).collect();
            prop_assert_eq!(first_alike(&said), expected);
        }
    }
}
