//! Q8, Q10 and Q11: words that the key shares with the stem or with other options.

use super::{LEAST_QUESTIONS, heaviest, percent};
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{root_of, words_of};
use crate::author::lint::plain::{Choice, Plain};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::share;
use crate::author::lint::words::is_content;
use crate::quiz::bank::problem::Level;
use std::collections::BTreeSet;

const CONVERGENCE: Threshold = Threshold::new("Q10", "most_percent", 40.0, 100.0);

/// What `lint.toml` may change of these rules.
pub(super) const THRESHOLDS: &[Threshold] = &[CONVERGENCE];

/// Looks at the single-choice questions of a bank. English only.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let mut converging = Vec::new();
    let single: Vec<_> = questions.iter().filter(|question| question.is_single_choice()).collect();
    for question in &single {
        let Some(index) = question.options.iter().position(|option| option.is_key) else { continue };
        let key = &question.options[index];
        let roots: Vec<_> = question.options.iter().map(|option| roots_of(&option.text)).collect();
        if let Some(word) = clang_in(&question.stem, key, index, &roots) {
            let message = format!("“{word}” stands in the stem and the key, but in no distractor");
            let remedy = "say it in other words in the key, or use it in a distractor too";
            findings.point(Level::Warning, "Q8", format!("{}.text", key.path), &word, message, remedy);
        }
        if let Some(other) = question.distractors().find(|other| are_opposite(&key.text, &other.text)) {
            let message =
                format!("the key and “{}” are exact opposites, so the rest need not be read", other.text);
            findings.warning("Q11", format!("{}.text", key.path), message, "reword one of the two");
        }
        converging.extend(convergence_of(index, &roots).map(|lead| (question.id(), lead)));
    }
    let (converge, most) = (share(converging.len(), single.len()), settings.get(CONVERGENCE));
    if single.len() >= LEAST_QUESTIONS && 100.0 * converge > most {
        let message = format!(
            "the key shares more words with the other options than any of them does in {} of {} questions ({}, \
             more than {most} %); {}",
            converging.len(),
            single.len(),
            percent(converge),
            heaviest(converging)
        );
        findings.warning(
            "Q10",
            "",
            message,
            "let distractors share words with each other, not only with the key",
        );
    }
}

fn roots_of(text: &str) -> BTreeSet<String> {
    let content = words_of(text).into_iter().filter(|word| is_content(&word.text));
    content.map(|word| root_of(&word.text)).collect()
}

/// A content word of the stem and the key that no distractor has, as the key writes it.
fn clang_in(stem: &str, key: &Choice, index: usize, roots: &[BTreeSet<String>]) -> Option<String> {
    let elsewhere =
        |root: &String| roots.iter().enumerate().any(|(other, roots)| other != index && roots.contains(root));
    let mut own = roots[index].iter().filter(|root| !elsewhere(root)).peekable();
    own.peek()?;
    let asked = roots_of(stem);
    let echoed: Vec<_> = own.filter(|root| asked.contains(*root)).collect();
    let word = words_of(&key.text).into_iter().find(|word| {
        !echoed.is_empty() && is_content(&word.text) && echoed.contains(&&root_of(&word.text))
    })?;
    Some(key.text[word.range].to_owned())
}

/// By how many words the key goes before every other option in what it shares with the rest;
/// nothing where it does not.
fn convergence_of(key: usize, roots: &[BTreeSet<String>]) -> Option<usize> {
    let shared = |index: usize| -> usize {
        let others = roots.iter().enumerate().filter(|(other, _)| *other != index);
        others.map(|(_, other)| roots[index].intersection(other).count()).sum()
    };
    let most = (0..roots.len()).filter(|index| *index != key).map(shared).max()?;
    shared(key).checked_sub(most).filter(|lead| *lead > 0)
}

/// Whether two options differ only in that one says the contrary of the other.
fn are_opposite(one: &str, other: &str) -> bool {
    let split = |text: &str| -> (Vec<String>, usize) {
        let mut n_negations = 0;
        let words = words_of(text).into_iter().filter_map(|word| {
            let bare = match word.text.as_ref() {
                "can't" | "cannot" => "can",
                text => text.strip_suffix("n't").unwrap_or(text),
            };
            let is_negation = matches!(bare, "not" | "no" | "never" | "without");
            n_negations += usize::from(is_negation || bare.len() < word.text.len());
            // “does not go” is the contrary of “goes”.
            (!is_negation && !matches!(bare, "do" | "does" | "did" | "with")).then(|| root_of(bare))
        });
        let words = words.collect();
        (words, n_negations)
    };
    let ((one, n_one), (other, n_other)) = (split(one), split(other));
    if one == other {
        return !one.is_empty() && (n_one + n_other) % 2 == 1;
    }
    let mut differing = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (first, second) = (differing.next(), differing.next());
    one.len() == other.len()
        && n_one == n_other
        && second.is_none()
        && first.is_some_and(|(one, other)| are_antonyms(one, other))
}

fn are_antonyms(one: &str, other: &str) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        ("accept", "refuse"),
        ("after", "before"),
        ("agree", "disagree"),
        ("all", "none"),
        ("allow", "forbid"),
        ("always", "never"),
        ("can", "cannot"),
        ("decrease", "increase"),
        ("false", "true"),
        ("first", "last"),
        ("fewer", "more"),
        ("less", "more"),
        ("lower", "raise"),
        ("lower", "higher"),
        ("private", "public"),
        ("share", "withhold"),
        ("start", "stop"),
        ("weaken", "strengthen"),
        ("high", "low"),
        ("open", "close"),
        ("early", "late"),
        ("slower", "faster"),
        ("hide", "show"),
        ("keep", "break"),
    ];
    let is_pair = |(a, b): &(&str, &str)| {
        let (a, b) = (root_of(a), root_of(b));
        (one == a && other == b) || (one == b && other == a)
    };
    let is_prefixed = |long: &str, short: &str| {
        ["un", "in", "im", "dis", "non"].iter().any(|prefix| long.strip_prefix(prefix) == Some(short))
            && short.len() >= 4
    };
    PAIRS.iter().any(is_pair) || is_prefixed(one, other) || is_prefixed(other, one)
}

#[cfg(test)]
mod tests {
    use super::are_opposite;

    #[test]
    fn exact_opposites_differ_only_in_a_contrary() {
        for (one, other) in [
            ("It raises trust.", "It does not raise trust."),
            ("Ask before the meeting", "Ask after the meeting"),
            ("They agree with the plan", "They disagree with the plan"),
            ("Share it with consent", "Share it without consent"),
            ("Records are private", "Records are public"),
            ("She can leave", "She can’t leave"),
        ] {
            assert!(are_opposite(one, other), "{one} / {other}");
            assert!(are_opposite(other, one), "{other} / {one}");
        }
        for (one, other) in [
            ("Ask her", "Ask him"),
            ("Ask her first", "Ask her not"),
            ("Not now", "Not now"),
            ("Ask before the meeting", "Wait after the meeting"),
            ("", "no"),
        ] {
            assert!(!are_opposite(one, other), "{one} / {other}");
        }
    }
}
