//! Q5, Q6 and Q12: words that tell a key from a distractor.

use super::{heaviest, percent};
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Phrases, is_within, quotations_in, words_of};
use crate::author::lint::plain::{Choice, Plain};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::{chance_of_so_many, share};
use crate::quiz::bank::problem::Level;

const ABSOLUTE_FACTOR: Threshold = Threshold::new("Q5", "refuse_above_times", 2.0, 1000.0);
const ABSOLUTE_COUNT: Threshold = Threshold::new("Q5", "refuse_from_count", 8.0, 1_000_000.0);
const HEDGE_CHANCE: Threshold = Threshold::new("Q5", "warn_below", 0.05, 1.0);
const VILLAINS: Threshold = Threshold::new("Q12", "most_percent", 10.0, 100.0);

/// What `lint.toml` may change of these rules.
pub(super) const THRESHOLDS: &[Threshold] = &[ABSOLUTE_FACTOR, ABSOLUTE_COUNT, HEDGE_CHANCE, VILLAINS];

const ABSOLUTES: &[&str] = &[
    "absolutely",
    "all",
    "always",
    "completely",
    "entirely",
    "every",
    "must",
    "never",
    "none",
    "only",
    "totally",
];

/// Where an absolute word is not absolute.
const NOT_ABSOLUTE: &[&str] = &[
    "above all",
    "after all",
    "all along",
    "all day",
    "all night",
    "all right",
    "all week",
    "all year",
    "at all",
    "every day",
    "every evening",
    "every month",
    "every morning",
    "every night",
    "every other",
    "every time",
    "every week",
    "every year",
    "first of all",
    "not all",
    "not always",
    "not every",
    "not only",
    "only child",
];

const HEDGES: &[&str] = &[
    "can",
    "could",
    "generally",
    "likely",
    "may",
    "might",
    "often",
    "perhaps",
    "possibly",
    "probably",
    "sometimes",
    "tend to",
    "tends to",
    "typically",
    "usually",
];

/// What nobody with good will would choose.
const VILLAIN: &[&str] = &[
    "force",
    "forced",
    "forces",
    "forcing",
    "gossip*",
    "ignore",
    "ignored",
    "ignores",
    "ignoring",
    "lie",
    "lied",
    "lies to",
    "lying",
    "mock",
    "mocking",
    "mocks",
    "punish*",
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "threaten*",
];

/// Fewer distractors than this have no habit.
const LEAST_DISTRACTORS: usize = 20;

/// Looks at the options of every question. English only.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    check_absolutes(questions, settings, findings);
    check_hedges(questions, settings, findings);
    check_villains(questions, settings, findings);
    for question in questions {
        for option in &question.options {
            if let Some(found) = collective_in(&option.text) {
                let message =
                    format!("“{found}” speaks of other options, which are shown in another order each time");
                let remedy = "write what it stands for, or make the question multiple-response";
                findings.point(Level::Error, "Q6", format!("{}.text", option.path), &found, message, remedy);
            }
        }
    }
}

/// Where phrases stand in an option, speech left out.
fn find<'t>(phrases: &Phrases, except: &Phrases, text: &'t str) -> Option<&'t str> {
    let words = words_of(text);
    let found = phrases.find_in(text, &words);
    if found.is_empty() {
        return None;
    }
    let mut fine = quotations_in(text);
    fine.extend(except.find_in(text, &words).into_iter().map(|(_, range)| range));
    found.into_iter().find(|(_, range)| !is_within(range, &fine)).map(|(_, range)| &text[range])
}

fn check_absolutes(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let (absolutes, except) = (Phrases::new(ABSOLUTES), Phrases::new(NOT_ABSOLUTE));
    let mut in_keys = 0;
    let mut in_distractors = Vec::new();
    for question in questions {
        for option in &question.options {
            let Some(found) = find(&absolutes, &except, &option.text) else { continue };
            let whose = if option.is_key { "the key" } else { "a distractor" };
            let message = format!("“{found}” in {whose}: test-wise learners rule out what is put absolutely");
            let remedy = "say it without the absolute word, or with one of like weight in every option";
            findings.point(Level::Warning, "Q5", format!("{}.text", option.path), found, message, remedy);
            if option.is_key {
                in_keys += 1;
            } else {
                in_distractors.push((question.id(), 1));
            }
        }
    }
    let count = |is_key| all_options(questions).filter(|option| option.is_key == is_key).count();
    let (of_keys, of_distractors) = (share(in_keys, count(true)), share(in_distractors.len(), count(false)));
    let factor = settings.get(ABSOLUTE_FACTOR);
    if in_distractors.len() as f64 >= settings.get(ABSOLUTE_COUNT) && of_distractors > factor * of_keys {
        let message = format!(
            "absolute words stand in {} of distractors and {} of keys, more than {factor} times as often; {}",
            percent(of_distractors),
            percent(of_keys),
            heaviest(in_distractors)
        );
        findings.error("Q5", "", message, "take absolute words out of distractors, first in these questions");
    }
}

fn all_options<'a>(questions: &'a [Plain<'_>]) -> impl Iterator<Item = &'a Choice> {
    questions.iter().flat_map(|question| &question.options)
}

fn check_hedges(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let (hedges, none) = (Phrases::new(HEDGES), Phrases::default());
    let mut n_in_distractors = 0;
    let mut in_keys = Vec::new();
    for question in questions {
        for option in question.options.iter().filter(|option| find(&hedges, &none, &option.text).is_some()) {
            if option.is_key {
                in_keys.push((question.id(), 1));
            } else {
                n_in_distractors += 1;
            }
        }
    }
    let n_keys = all_options(questions).filter(|option| option.is_key).count();
    let expected = share(n_keys, all_options(questions).count());
    let n_hedged = in_keys.len() + n_in_distractors;
    let chance = chance_of_so_many(in_keys.len(), n_hedged, expected);
    if chance < settings.get(HEDGE_CHANCE) {
        let message = format!(
            "of {n_hedged} options with “may”, “often” and the like {} are keys, {} instead of {} \
             (p = {chance:.3}); {}",
            in_keys.len(),
            percent(share(in_keys.len(), n_hedged)),
            percent(expected),
            heaviest(in_keys)
        );
        findings.warning("Q5", "", message, "take these words out of keys, or put them into distractors too");
    }
}

fn check_villains(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let (villains, none) = (Phrases::new(VILLAIN), Phrases::default());
    let mut found = Vec::new();
    let mut n_distractors = 0;
    for question in questions {
        n_distractors += question.distractors().count();
        let n_villains =
            question.distractors().filter(|option| find(&villains, &none, &option.text).is_some()).count();
        if n_villains > 0 {
            found.push((question.id(), n_villains));
        }
    }
    let n_villains: usize = found.iter().map(|(_, n)| n).sum();
    let (villain, most) = (share(n_villains, n_distractors), settings.get(VILLAINS));
    if n_distractors >= LEAST_DISTRACTORS && 100.0 * villain > most {
        let message = format!(
            "{n_villains} of {n_distractors} distractors ({}, more than {most} %) ignore, threaten, lie or the \
             like, which nobody with good will would choose; {}",
            percent(villain),
            heaviest(found)
        );
        findings.warning("Q12", "", message, "write what a kind and thoughtful beginner might do");
    }
}

/// “All of the above”, “Both A and B”, and what is like it.
fn collective_in(option: &str) -> Option<String> {
    let words: Vec<_> = words_of(option);
    let texts: Vec<_> = words.iter().map(|word| word.text.as_ref()).collect();
    let is_quantity =
        |word: &str| matches!(word, "all" | "none" | "both" | "neither" | "any" | "either" | "some");
    let of_above = words.windows(2).position(|pair| pair[0].text == "the" && pair[1].text == "above");
    if let Some(at) = of_above
        && texts[..at].iter().any(|word| is_quantity(word))
    {
        let first = texts.iter().position(|word| is_quantity(word)).unwrap_or_default();
        return Some(option[words[first].range.start..words[at + 1].range.end].to_owned());
    }
    let whole = texts.join(" ");
    let wholes = [
        "all of these",
        "none of these",
        "both of these",
        "neither of these",
        "all of them",
        "none of them",
        "all are correct",
        "none are correct",
        "none is correct",
        "both are correct",
        "all answers are correct",
        "all options are correct",
        "no option is correct",
    ];
    let letters = words.iter().filter(|word| {
        let text = &option[word.range.clone()];
        text.len() == 1 && text.chars().all(|c| ('A'..='H').contains(&c))
    });
    let is_of_letters = texts.iter().all(|word| {
        word.len() == 1
            || matches!(
                *word,
                "both" | "and" | "or" | "only" | "neither" | "nor" | "options" | "answers" | "option"
            )
    });
    (wholes.contains(&whole.as_str()) || (letters.count() >= 2 && is_of_letters)).then(|| option.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{ABSOLUTES, NOT_ABSOLUTE, Phrases, collective_in, find};

    #[test]
    fn options_that_speak_of_others_are_found() {
        for bad in [
            "All of the above",
            "None of the above.",
            "Both A and B",
            "A and C only",
            "A, B and C",
            "both of the above",
            "All of these.",
            "Neither A nor B",
            "All the above",
        ] {
            assert!(collective_in(bad).is_some(), "{bad}");
        }
        for fine in [
            "Vitamins A and C",
            "Tell all of them",
            "The notice above the door",
            "A",
            "Both people and staff",
            "All of these people",
            "I and you",
        ] {
            assert_eq!(collective_in(fine), None, "{fine}");
        }
    }

    #[test]
    fn absolute_words_are_found_outside_of_speech_and_fixed_turns() {
        let (absolutes, except) = (Phrases::new(ABSOLUTES), Phrases::new(NOT_ABSOLUTE));
        for (text, found) in [
            ("Always ask first.", Some("Always")),
            ("It must not be told.", Some("must")),
            ("She says, “I never sleep.”", None),
            ("They meet every week.", None),
            ("Nothing at all changes.", None),
            ("At all times, all staff.", Some("all")),
            ("Overall and neverending", None),
        ] {
            assert_eq!(find(&absolutes, &except, text), found, "{text}");
        }
    }
}
