//! Q5, Q6 and Q12: words that tell a key from a distractor.

use super::{heaviest, percent};
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Phrases, Word, is_within, quotations_in, words_of};
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

/// The lists, made ready once.
struct Lists {
    absolutes: Phrases,
    not_absolute: Phrases,
    hedges: Phrases,
    villains: Phrases,
    none: Phrases,
}

/// What is counted over the bank: options, and those with a word of a list, by the id of their
/// question.
#[derive(Default)]
struct Counts<'q> {
    n_keys: usize,
    n_distractors: usize,
    absolute_keys: usize,
    absolute_distractors: Vec<&'q str>,
    hedged_keys: Vec<&'q str>,
    hedged_distractors: usize,
    villains: Vec<&'q str>,
}

/// Looks at the options of every question. English only.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let lists = Lists {
        absolutes: Phrases::new(ABSOLUTES),
        not_absolute: Phrases::new(NOT_ABSOLUTE),
        hedges: Phrases::new(HEDGES),
        villains: Phrases::new(VILLAIN),
        none: Phrases::default(),
    };
    let mut counts = Counts::default();
    for question in questions {
        for option in &question.options {
            look(question.id(), option, &lists, &mut counts, findings);
        }
    }
    judge_absolutes(&counts, settings, findings);
    judge_hedges(&counts, settings, findings);
    judge_villains(&counts, settings, findings);
}

fn look<'q>(
    id: &'q str,
    option: &Choice,
    lists: &Lists,
    counts: &mut Counts<'q>,
    findings: &mut Findings<'_>,
) {
    let (text, words) = (option.text.as_str(), words_of(&option.text));
    let is_key = option.is_key;
    *(if is_key { &mut counts.n_keys } else { &mut counts.n_distractors }) += 1;
    if let Some(found) = collective_in(text, &words) {
        let message =
            format!("“{found}” speaks of other options, which are shown in another order each time");
        let remedy = "write what it stands for, or make the question multiple-response";
        findings.point(Level::Error, "Q6", format!("{}.text", option.path), &found, message, remedy);
    }
    if let Some(found) = find(&lists.absolutes, &lists.not_absolute, text, &words) {
        let whose = if is_key { "the key" } else { "a distractor" };
        let message = format!("“{found}” in {whose}: test-wise learners rule out what is put absolutely");
        let remedy = "say it without the absolute word, or with one of like weight in every option";
        findings.point(Level::Warning, "Q5", format!("{}.text", option.path), found, message, remedy);
        if is_key {
            counts.absolute_keys += 1;
        } else {
            counts.absolute_distractors.push(id);
        }
    }
    if find(&lists.hedges, &lists.none, text, &words).is_some() {
        if is_key {
            counts.hedged_keys.push(id);
        } else {
            counts.hedged_distractors += 1;
        }
    }
    if !is_key && find(&lists.villains, &lists.none, text, &words).is_some() {
        counts.villains.push(id);
    }
}

/// The first phrase in an option, speech and exceptions left out.
fn find<'t>(phrases: &Phrases, except: &Phrases, text: &'t str, words: &[Word<'_>]) -> Option<&'t str> {
    let found = phrases.find_in(text, words);
    if found.is_empty() {
        return None;
    }
    let mut fine = quotations_in(text);
    fine.extend(except.find_in(text, words).into_iter().map(|(_, range)| range));
    found.into_iter().find(|(_, range)| !is_within(range, &fine)).map(|(_, range)| &text[range])
}

/// Names the questions that have most options of a sort.
fn most_of(ids: &[&str]) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for id in ids {
        match counted.last_mut() {
            Some((last, n)) if last == id => *n += 1,
            _ => counted.push((id, 1)),
        }
    }
    heaviest(counted)
}

fn judge_absolutes(counts: &Counts<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let n = counts.absolute_distractors.len();
    let of_keys = share(counts.absolute_keys, counts.n_keys);
    let of_distractors = share(n, counts.n_distractors);
    let factor = settings.get(ABSOLUTE_FACTOR);
    if n as f64 >= settings.get(ABSOLUTE_COUNT) && of_distractors > factor * of_keys {
        let message = format!(
            "absolute words stand in {} of distractors and {} of keys, more than {factor} times as often; {}",
            percent(of_distractors),
            percent(of_keys),
            most_of(&counts.absolute_distractors)
        );
        findings.error("Q5", "", message, "take absolute words out of distractors, first in these questions");
    }
}

fn judge_hedges(counts: &Counts<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let n_in_keys = counts.hedged_keys.len();
    let n_hedged = n_in_keys + counts.hedged_distractors;
    let expected = share(counts.n_keys, counts.n_keys + counts.n_distractors);
    let chance = chance_of_so_many(n_in_keys, n_hedged, expected);
    if chance < settings.get(HEDGE_CHANCE) {
        let message = format!(
            "of {n_hedged} options with “may”, “often” and the like {n_in_keys} are keys, {} instead of {} \
             (p = {chance:.3}); {}",
            percent(share(n_in_keys, n_hedged)),
            percent(expected),
            most_of(&counts.hedged_keys)
        );
        findings.warning("Q5", "", message, "take these words out of keys, or put them into distractors too");
    }
}

fn judge_villains(counts: &Counts<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let n_villains = counts.villains.len();
    let (villain, most) = (share(n_villains, counts.n_distractors), settings.get(VILLAINS));
    if counts.n_distractors >= LEAST_DISTRACTORS && 100.0 * villain > most {
        let message = format!(
            "{n_villains} of {} distractors ({}, more than {most} %) ignore, threaten, lie or the like, which \
             nobody with good will would choose; {}",
            counts.n_distractors,
            percent(villain),
            most_of(&counts.villains)
        );
        findings.warning("Q12", "", message, "write what a kind and thoughtful beginner might do");
    }
}

/// “All of the above”, “Both A and B”, and what is like it.
fn collective_in(option: &str, words: &[Word<'_>]) -> Option<String> {
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
    use super::{ABSOLUTES, NOT_ABSOLUTE, Phrases, collective_in, find, words_of};

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
            assert!(collective_in(bad, &words_of(bad)).is_some(), "{bad}");
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
            assert_eq!(collective_in(fine, &words_of(fine)), None, "{fine}");
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
            assert_eq!(find(&absolutes, &except, text, &words_of(text)), found, "{text}");
        }
    }
}
