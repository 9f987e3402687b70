//! Q13 to Q16: how stems and options are made up.

use super::percent;
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{sentences_of, words_of};
use crate::author::lint::plain::seen_in;
use crate::author::lint::plain::{Plain, choosable_texts};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::{mean, share};
use crate::quiz::bank::problem::Level;
use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::question::Kind;

const LEAST_TRUE: Threshold = Threshold::new("Q13", "least_percent", 40.0, 100.0);
const MOST_TRUE: Threshold = Threshold::new("Q13", "most_percent", 60.0, 100.0);
const TRUE_LENGTH: Threshold = Threshold::new("Q13", "length_percent", 15.0, 1000.0);
const STEM_WORDS: Threshold = Threshold::new("Q15", "stem_words", 55.0, 1000.0);
const OPTION_WORDS: Threshold = Threshold::new("Q15", "option_words", 20.0, 1000.0);

/// What `lint.toml` may change of these rules.
pub(super) const THRESHOLDS: &[Threshold] = &[LEAST_TRUE, MOST_TRUE, TRUE_LENGTH, STEM_WORDS, OPTION_WORDS];

/// Fewer true-false questions than this have no balance.
const LEAST_STATEMENTS: usize = 8;
/// Fewer multiple-response questions than this have no habit.
const LEAST_SELECTIONS: usize = 4;

/// Looks at every question.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    check_balance(questions, settings, findings);
    check_numbers_of_keys(questions, findings);
    for question in questions {
        check_lengths(question, settings, findings);
        if question.has_options() && !ends_as_a_question(&asking_part(&question.question.stem)) {
            let last = sentences_of(&question.stem).pop().unwrap_or_default();
            let last = last.lines().next().unwrap_or_default();
            let message = "the stem does not end in a question mark, a colon or a blank";
            let remedy = "ask a question, or write a sentence that an option completes";
            let path = format!("{}.stem", question.path);
            findings.point(Level::Warning, "Q16", path, last, message, remedy);
        }
    }
}

fn check_balance(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let mut lengths = [Vec::new(), Vec::new()];
    for question in questions {
        if let Kind::TrueFalse(kind) = &question.question.kind {
            lengths[usize::from(kind.is_true())].push(question.stem.chars().count() as f64);
        }
    }
    let (n_false, n_true) = (lengths[0].len(), lengths[1].len());
    if n_true + n_false < LEAST_STATEMENTS {
        return;
    }
    let (least, most) = (settings.get(LEAST_TRUE), settings.get(MOST_TRUE));
    let is_true = share(n_true, n_true + n_false);
    if !(least..=most).contains(&(100.0 * is_true)) {
        let message = format!(
            "{n_true} of {} statements are true ({}), outside {least} to {most} %",
            n_true + n_false,
            percent(is_true)
        );
        findings.warning("Q13", "", message, "turn some statements round");
    }
    if let (Some(of_false), Some(of_true)) = (mean(&lengths[0]), mean(&lengths[1])) {
        let most = settings.get(TRUE_LENGTH);
        let difference = 100.0 * (of_true - of_false).abs() / of_true.min(of_false).max(1.0);
        if difference > most {
            let message = format!(
                "true statements have {of_true:.0} characters on the mean and false ones {of_false:.0}, \
                 {difference:.0} % apart, more than {most} %"
            );
            findings.warning("Q13", "", message, "even out their lengths");
        }
    }
}

fn check_numbers_of_keys(questions: &[Plain<'_>], findings: &mut Findings<'_>) {
    let is_multiple = |question: &&Plain<'_>| matches!(question.question.kind, Kind::MultipleResponse(_));
    let numbers: Vec<_> =
        questions.iter().filter(is_multiple).map(|question| question.keys().count()).collect();
    if let [first, rest @ ..] = numbers.as_slice()
        && numbers.len() >= LEAST_SELECTIONS
        && rest.iter().all(|number| number == first)
    {
        let message = format!("all {} multiple-response questions have {first} keys", numbers.len());
        findings.warning("Q14", "", message, "give some of them another number of keys");
    }
}

fn check_lengths(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let mut check = |path: String, text: &str, threshold, remedy: &str| {
        let (n_words, most) = (words_of(text).len(), settings.get(threshold));
        if n_words as f64 > most {
            findings.warning("Q15", path, format!("has {n_words} words, more than {most}"), remedy);
        }
    };
    let remedy = "cut what the answer does not need, or move the story into a scenario";
    check(format!("{}.stem", question.path), &question.stem, STEM_WORDS, remedy);
    for (path, text) in choosable_texts(question) {
        check(
            path,
            &text,
            OPTION_WORDS,
            "move what options share into the stem, and reasons into the rationale",
        );
    }
}

/// A stem without the code, table, list or quotation that stands below its question.
fn asking_part(stem: &Markup) -> String {
    let is_below = |node: &&Node| match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Element(element) => {
            matches!(
                element.tag,
                Tag::Blockquote | Tag::Figure | Tag::Hr | Tag::Ol | Tag::Pre | Tag::Table | Tag::Ul
            )
        }
    };
    let n_below = stem.nodes().iter().rev().take_while(is_below).count();
    let asking = &stem.nodes()[..stem.nodes().len() - n_below];
    seen_in(&Markup::new(asking.to_vec()))
}

/// Whether a stem ends in a question mark, a colon, a blank or an ellipsis, or asks to select.
fn ends_as_a_question(stem: &str) -> bool {
    let bare = stem.trim_end().trim_end_matches(['”', '"', '’', '\'', ')', '»', '*']);
    let is_asking = bare.ends_with(['?', '？', '؟', ':', '：', '_', '…']) || bare.ends_with("...");
    let before_stop = bare.trim_end_matches('.');
    is_asking
        || before_stop.ends_with('_')
        || sentences_of(stem).last().is_some_and(|last| asks_to_select(last))
}

/// “Select two.”, “Choose the three that fit.”
fn asks_to_select(sentence: &str) -> bool {
    let verbs = ["select", "choose", "pick", "mark", "tick", "check"];
    let first = words_of(sentence.trim_start_matches(['(', '*'])).into_iter().next();
    first.is_some_and(|first| verbs.contains(&first.text.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::ends_as_a_question;

    #[test]
    fn a_stem_asks_or_leaves_a_blank() {
        for good in [
            "Why?",
            "She asks, “Why?”",
            "The first step is:",
            "The word is ____.",
            "The word is …",
            "Which fit? Select two.",
            "Which fit? (Select two.)",
        ] {
            assert!(ends_as_a_question(good), "{good}");
        }
        for bad in ["The Code of Ethics.", "What to do when it rains", "Why? Because."] {
            assert!(!ends_as_a_question(bad), "{bad}");
        }
    }
}
