//! Q1 to Q3: whether the length of an option tells that it is the key.

use super::{LEAST_QUESTIONS, heaviest, percent};
use crate::author::lint::findings::Findings;
use crate::author::lint::plain::{Choice, Plain};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::{chance_of_so_many, mean, share};
use crate::quiz::bank::problem::Level;

const LONGEST_WARN: Threshold = Threshold::new("Q1", "warn_below", 0.05, 1.0);
const LONGEST_REFUSE: Threshold = Threshold::new("Q1", "refuse_below", 0.01, 1.0);
const SHORTEST_WARN: Threshold = Threshold::new("Q2", "warn_below", 0.05, 1.0);
const SHORTEST_REFUSE: Threshold = Threshold::new("Q2", "refuse_below", 0.01, 1.0);
const LEAST_LONGEST: Threshold = Threshold::new("Q2", "least_longest_percent", 10.0, 100.0);
const RATIO_WARN: Threshold = Threshold::new("Q3", "warn_above", 1.25, 10.0);
const RATIO_REFUSE: Threshold = Threshold::new("Q3", "refuse_above", 1.5, 10.0);
const RATIO_CHARACTERS: Threshold = Threshold::new("Q3", "least_characters", 6.0, 1000.0);
const MEAN_LEAST: Threshold = Threshold::new("Q3", "mean_least", 0.92, 10.0);
const MEAN_MOST: Threshold = Threshold::new("Q3", "mean_most", 1.08, 10.0);

/// What `lint.toml` may change of these rules.
pub(super) const THRESHOLDS: &[Threshold] = &[
    LONGEST_WARN,
    LONGEST_REFUSE,
    SHORTEST_WARN,
    SHORTEST_REFUSE,
    LEAST_LONGEST,
    RATIO_WARN,
    RATIO_REFUSE,
    RATIO_CHARACTERS,
    MEAN_LEAST,
    MEAN_MOST,
];

/// Among fewer questions none with the longest key comes about by chance all the time.
const LEAST_FOR_SELDOM: usize = 20;

/// Looks at the single-choice questions of a bank.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let single: Vec<_> = questions.iter().filter(|question| question.is_single_choice()).collect();
    for question in &single {
        check_ratio(question, settings, findings);
    }
    if single.len() < LEAST_QUESTIONS {
        return;
    }
    // The chance that the key is the longest is at most that of any option: where two are equally
    // long, none is. And where questions have different numbers of options, the test with the mean
    // chance is the more careful one.
    let chances: Vec<_> = single.iter().map(|question| 1.0 / question.options.len() as f64).collect();
    let chance = mean(&chances).unwrap_or(1.0);
    let longest: Vec<_> = single.iter().filter_map(|question| lead(question, Choice::length)).collect();
    let shortest: Vec<_> =
        single.iter().filter_map(|question| lead(question, |option| usize::MAX - option.length())).collect();
    let level = level_of(longest.len(), single.len(), chance, settings, LONGEST_WARN, LONGEST_REFUSE);
    if let Some(level) = level {
        let message = told("longest", &longest, single.len(), chance);
        let remedy = "shorten these keys, or give their distractors the same detail";
        findings.point(level, "Q1", "", "", message, remedy);
    }
    let level = level_of(shortest.len(), single.len(), chance, settings, SHORTEST_WARN, SHORTEST_REFUSE);
    if let Some(level) = level {
        let message = told("shortest", &shortest, single.len(), chance);
        findings.point(level, "Q2", "", "", message, "write these keys as fully as their distractors");
    }
    let least = settings.get(LEAST_LONGEST);
    if single.len() >= LEAST_FOR_SELDOM && 100.0 * share(longest.len(), single.len()) < least {
        let message = format!(
            "the key is the longest option in {} of {} questions, fewer than {least} %: who passes over the \
             longest wins",
            longest.len(),
            single.len()
        );
        findings.warning("Q2", "", message, "let the key be the longest now and then");
    }
    check_mean(&single, settings, findings);
}

/// By how much the key goes before every other option in a measure, with the id of its question;
/// nothing where it does not.
fn lead<'p>(question: &'p Plain<'_>, measure: impl Fn(&Choice) -> usize) -> Option<(&'p str, usize)> {
    let key = measure(question.keys().next()?);
    let most = question.distractors().map(measure).max()?;
    (key > most).then(|| (question.id(), key - most))
}

fn level_of(
    n_hits: usize,
    n: usize,
    chance: f64,
    settings: &Settings,
    warn: Threshold,
    refuse: Threshold,
) -> Option<Level> {
    let chance = chance_of_so_many(n_hits, n, chance);
    match () {
        () if chance < settings.get(refuse) => Some(Level::Error),
        () if chance < settings.get(warn) => Some(Level::Warning),
        () => None,
    }
}

fn told(end: &str, leads: &[(&str, usize)], n: usize, chance: f64) -> String {
    let likely = chance_of_so_many(leads.len(), n, chance);
    format!(
        "the key is the {end} option in {} of {n} questions ({}, by chance {}; so many or more come about by \
         chance with p = {likely:.3}); {}",
        leads.len(),
        percent(share(leads.len(), n)),
        percent(chance),
        heaviest(leads.to_vec()),
    )
}

/// How long the key is in relation to the mean of the distractors.
fn ratio_of(question: &Plain<'_>) -> Option<(f64, f64)> {
    let key = question.keys().next()?.length() as f64;
    let lengths: Vec<_> = question.distractors().map(|option| option.length() as f64).collect();
    let mean = mean(&lengths).filter(|mean| *mean > 0.0)?;
    Some((key / mean, key - mean))
}

fn check_ratio(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let (Some((ratio, difference)), Some(key)) = (ratio_of(question), question.keys().next()) else { return };
    // Among short options a few letters make a large ratio and no difference to the eye.
    if difference < settings.get(RATIO_CHARACTERS) {
        return;
    }
    let (warn, refuse) = (settings.get(RATIO_WARN), settings.get(RATIO_REFUSE));
    let (level, most) = match () {
        () if ratio > refuse => (Level::Error, refuse),
        () if ratio > warn => (Level::Warning, warn),
        () => return,
    };
    let message = format!("the key is {ratio:.2} times as long as the mean distractor, more than {most}");
    let remedy = "shorten the key, or give the distractors the same detail";
    findings.point(level, "Q3", format!("{}.text", key.path), &key.text, message, remedy);
}

fn check_mean(single: &[&Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let ratios: Vec<_> =
        single.iter().filter_map(|question| Some((question.id(), ratio_of(question)?.0))).collect();
    let Some(mean) = mean(&ratios.iter().map(|(_, ratio)| *ratio).collect::<Vec<_>>()) else { return };
    let (least, most) = (settings.get(MEAN_LEAST), settings.get(MEAN_MOST));
    if !(least..=most).contains(&mean) {
        let weights = ratios.into_iter().map(|(id, ratio)| (id, if mean > most { ratio } else { -ratio }));
        let message = format!(
            "keys are {mean:.2} times as long as distractors over the whole bank, outside {least} to {most}; {}",
            heaviest(weights.collect())
        );
        findings.warning("Q3", "", message, "even out the lengths, first in these questions");
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_REFUSE, LONGEST_WARN, Level, Settings, level_of};

    #[test]
    fn the_longest_key_is_a_cue_from_the_numbers_on_that_chance_seldom_makes() {
        for (n, warning, error) in [(48, 18, 20), (88, 30, 33)] {
            let settings = Settings::default();
            let level = |hits| level_of(hits, n, 0.25, &settings, LONGEST_WARN, LONGEST_REFUSE);
            assert_eq!(level(warning - 1), None, "{n}");
            assert_eq!(
                (level(warning), level(error - 1)),
                (Some(Level::Warning), Some(Level::Warning)),
                "{n}"
            );
            assert_eq!(level(error), Some(Level::Error), "{n}");
        }
    }
}
