//! V9: people in stories: no name too often, and no gender nearly always.

use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{sentences_of, words_of};
use crate::author::lint::plain::seen_in;
use crate::author::lint::plain::{Plain, choosable_texts};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::share;
use crate::quiz::bank::Bank;
use crate::quiz::id::Id;
use std::collections::{BTreeMap, BTreeSet};

const MOST_STORIES: Threshold = Threshold::new("V9", "most_stories", 3.0, 1000.0);
const MOST_OF_ONE: Threshold = Threshold::new("V9", "most_percent_one_gender", 70.0, 100.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[MOST_STORIES, MOST_OF_ONE];

/// Fewer stories than this have no balance.
const LEAST_STORIES: usize = 10;

/// Capitals in English that are no names of people.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "english",
    "i",
    "mr",
    "ms",
    "mrs",
    "dr",
];

/// Looks at every story: a scenario with its questions, or a question by itself. English only, and
/// where `lint.toml` has `[names]`.
pub(super) fn lint(bank: &Bank, questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let Some(names) = &settings.names else { return };
    let stories = stories_of(bank, questions);
    let common = words_in_small_letters(&stories);
    let mut told: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, texts) in &stories {
        let found: BTreeSet<_> = texts.iter().flat_map(|text| capitals_in(text)).collect();
        for name in found {
            let folded = name.to_lowercase();
            let is_name = !common.contains(&folded)
                && !CALENDAR.contains(&folded.as_str())
                && !names.others.contains(&folded);
            if is_name {
                told.entry(name).or_default().push(id);
            }
        }
    }
    let most = settings.get(MOST_STORIES);
    for (name, stories) in told.iter().filter(|(_, stories)| stories.len() as f64 > most) {
        let message = format!(
            "the name {name} is in {} stories, more than {most}: `{}`",
            stories.len(),
            stories.join("`, `")
        );
        let remedy =
            "choose another name, or list it under `not` in `[names]` of lint.toml if it is nobody’s";
        findings.warning("V9", "", message, remedy);
    }
    check_genders(&stories, settings, findings);
}

type Stories<'b> = BTreeMap<&'b str, Vec<String>>;

fn stories_of<'b>(bank: &'b Bank, questions: &[Plain<'b>]) -> Stories<'b> {
    let mut stories = Stories::new();
    for scenario in bank.scenarios() {
        stories.entry(scenario.id.as_str()).or_default().push(seen_in(&scenario.text));
    }
    for question in questions {
        let id = question.question.scenario.as_ref().map_or(question.question.id.as_str(), Id::as_str);
        let story = stories.entry(id).or_default();
        story.push(question.stem.clone());
        story.extend(question.passage());
        story.extend(choosable_texts(question).into_iter().map(|(_, text)| text));
    }
    stories
}

/// Words that stand somewhere without a capital are no names, however sentences begin.
fn words_in_small_letters(stories: &Stories<'_>) -> BTreeSet<String> {
    let texts = stories.values().flatten();
    let words = texts
        .flat_map(|text| words_of(text).into_iter().map(|word| (text[word.range].to_owned(), word.text)));
    words
        .filter(|(written, _)| written.starts_with(char::is_lowercase))
        .map(|(_, folded)| folded.into_owned())
        .collect()
}

/// Words with a capital in the middle of a sentence, each without `’s`.
fn capitals_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in sentences_of(text) {
        for word in words_of(sentence).into_iter().skip(1) {
            let before = sentence[..word.range.start].trim_end();
            let written = &sentence[word.range];
            let bare = written.strip_suffix("’s").or_else(|| written.strip_suffix("'s")).unwrap_or(written);
            let mut letters = bare.chars();
            let is_capital = letters.next().is_some_and(char::is_uppercase)
                && letters.clone().next().is_some()
                && letters.all(char::is_lowercase);
            // Speech begins with a capital as sentences do.
            if is_capital && !before.ends_with(['“', '"', '‘', ':', '(', '—']) {
                found.push(bare.to_owned());
            }
        }
    }
    found
}

fn check_genders(stories: &Stories<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let tells = |texts: &[String], pronouns: &[&str]| {
        texts.iter().any(|text| words_of(text).iter().any(|word| pronouns.contains(&word.text.as_ref())))
    };
    let count = |pronouns: &[&str]| stories.values().filter(|texts| tells(texts, pronouns)).count();
    let (women, men) = (count(&["she", "her", "hers", "herself"]), count(&["he", "him", "his", "himself"]));
    let most = settings.get(MOST_OF_ONE);
    let (more, word, other, fewer) =
        if women > men { (women, "she", "he", men) } else { (men, "he", "she", women) };
    if women + men >= LEAST_STORIES && 100.0 * share(more, women + men) > most {
        let message = format!(
            "“{word}” is in {more} stories and “{other}” in {fewer}: more than {most} % are of one gender"
        );
        findings.warning("V9", "", message, "let people of every gender be on both sides of support");
    }
}

#[cfg(test)]
mod tests {
    use super::capitals_in;

    #[test]
    fn names_are_words_with_a_capital_within_a_sentence() {
        let text = "Then Ana asks Bo’s friend, “Will you come?” On DCF forms Lee-Ann signs. Maya nods.";
        assert_eq!(capitals_in(text), ["Ana", "Bo", "Lee", "Ann"]);
    }
}
