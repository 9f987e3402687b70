//! S3 and S5 to S9: numbers of options, rationales, and questions or options that are alike.

use super::Findings;
use super::words::{Said, is_content, words};
use crate::quiz::bank::Bank;
use crate::quiz::markup::Markup;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// From this overlap on, two options or two rationales of a question say the same.
const ALIKE_OPTIONS: f64 = 0.85;
/// From this overlap on, two stems ask the same.
const ALIKE_STEMS: f64 = 0.80;
const RATIONALE_LENGTH: RangeInclusive<usize> = 40..=450;
const SCENARIO_QUESTIONS: RangeInclusive<usize> = 3..=4;
const SCENARIO_WORDS: usize = 90;
/// A stem gives a sibling's key away when it holds this share of the key’s own words …
const GIVEN_AWAY: f64 = 0.8;
/// … and the key has at least this many that are not in the scenario or its own stem.
const TELLING_WORDS: usize = 3;

/// Looks at every question and scenario.
pub fn lint(bank: &Bank, findings: &mut Findings) {
    for (index, question) in bank.questions().iter().enumerate() {
        let path = path_of(index, question);
        count_options(question, &path, findings);
        check_rationales(question, &path, findings);
        check_options(question, &path, findings);
    }
    compare_stems(bank, findings);
    check_scenarios(bank, findings);
}

/// The path of a question, as in [`Problem::path`](crate::quiz::Problem::path).
#[must_use]
pub fn path_of(index: usize, question: &Question) -> String {
    format!("questions[{index}] ({})", question.id)
}

/// What the options of a question are called in a bank file.
#[must_use]
pub fn list_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) => "options",
        Kind::TrueFalse(_) => "reasons",
    }
}

/// Every option with its path.
pub fn options_of<'a>(
    question: &'a Question,
    path: &'a str,
) -> impl Iterator<Item = (String, &'a QuestionOption)> {
    let list = list_of(&question.kind);
    let options = question.kind.options().iter().enumerate();
    options.map(move |(index, option)| (format!("{path}.{list}[{index}]"), option))
}

fn count_options(question: &Question, path: &str, findings: &mut Findings) {
    let wanted = match &question.kind {
        Kind::SingleChoice(_) => 3..=5,
        Kind::MultipleResponse(_) => 4..=6,
        Kind::TrueFalse(_) => 3..=4,
    };
    let n_options = question.kind.options().len();
    if !wanted.contains(&n_options) {
        let list = list_of(&question.kind);
        let remedy = format!("write {} to {} {list}", wanted.start(), wanted.end());
        findings.warning("S3", format!("{path}.{list}"), format!("has {n_options} of them"), remedy);
    }
}

fn check_rationales(question: &Question, path: &str, findings: &mut Findings) {
    let mut earlier: Vec<Said> = Vec::new();
    for (path, option) in options_of(question, path) {
        let Some(rationale) = &option.rationale else {
            let message = "the option has no rationale";
            findings.error("S5", path, message, "add `rationale`: say why the option is right or wrong");
            continue;
        };
        let path = format!("{path}.rationale");
        let text = rationale.to_text();
        let said = Said::of(&text);
        let length = text.chars().count();
        let is_verdict = |word: &String| {
            ["correct", "incorrect", "right", "wrong", "true", "false", "yes", "no"].contains(&word.as_str())
        };
        if words(&text).iter().all(is_verdict) {
            findings.error("S5", &path, "says only whether the option is right", "say why");
        } else if !RATIONALE_LENGTH.contains(&length) {
            let remedy =
                format!("say why in {} to {} characters", RATIONALE_LENGTH.start(), RATIONALE_LENGTH.end());
            findings.error("S5", &path, format!("has {length} characters"), remedy);
        }
        if earlier.iter().any(|earlier| earlier.is_like(&said, ALIKE_OPTIONS)) {
            let message = "says the same as a rationale before it";
            findings.error("S5", &path, message, "say what is particular to this option");
        }
        earlier.push(said);
        refuse_positions(&path, &text, findings);
    }
    for (name, markup) in [("rationale", &question.rationale), ("hint", &question.hint)] {
        if let Some(markup) = markup {
            refuse_positions(&format!("{path}.{name}"), &markup.to_text(), findings);
        }
    }
}

fn refuse_positions(path: &str, text: &str, findings: &mut Findings) {
    if let Some(found) = position_in(text) {
        let message = format!("speaks of “{found}”, but options are shown in another order each time");
        findings.error("S6", path, message, "say what the option says instead of where it stands");
    }
}

/// A mention of an option by letter or position: “option B”, “the first answer”.
fn position_in(text: &str) -> Option<String> {
    const OPTION: &[&str] =
        &["option", "options", "answer", "answers", "choice", "choices", "reason", "reasons"];
    const POSITION: &[&str] = &["first", "second", "third", "fourth", "fifth", "last"];
    let is_mark = |c: char| !c.is_alphanumeric();
    let bare: Vec<_> = text.split_whitespace().map(|word| word.trim_matches(is_mark)).collect();
    bare.windows(3).map(|three| (three[0], three[1], Some(three[2]))).chain(last_two(&bare)).find_map(
        |(one, two, three)| {
            let is_in = |list: &[&str], word: &str| list.contains(&word.to_lowercase().as_str());
            let is_letter = two.len() == 1 && two.chars().all(|c| ('A'..='H').contains(&c));
            let is_named = is_in(OPTION, one) && (is_letter || is_in(&["above", "below"], two));
            let is_counted = one.eq_ignore_ascii_case("the")
                && is_in(POSITION, two)
                && three.is_some_and(|three| is_in(OPTION, three));
            match three {
                _ if is_named => Some(format!("{one} {two}")),
                Some(three) if is_counted => Some(format!("{one} {two} {three}")),
                _ => None,
            }
        },
    )
}

fn last_two<'a>(words: &[&'a str]) -> Option<(&'a str, &'a str, Option<&'a str>)> {
    let [.., one, two] = words else { return None };
    Some((one, two, None))
}

fn check_options(question: &Question, path: &str, findings: &mut Findings) {
    let mut earlier: Vec<Said> = Vec::new();
    for (path, option) in options_of(question, path) {
        let said = Said::of(&option.text.to_text());
        if earlier.iter().any(|earlier| earlier.is_like(&said, ALIKE_OPTIONS)) {
            let message = "says nearly the same as an option before it";
            findings.error("S7", format!("{path}.text"), message, "write another option, or remove one");
        }
        earlier.push(said);
    }
}

fn compare_stems(bank: &Bank, findings: &mut Findings) {
    let mut earlier: Vec<(&Question, Said, Said)> = Vec::new();
    for (index, question) in bank.questions().iter().enumerate() {
        let (stem, key) = (Said::of(&question.stem.to_text()), Said::of(&key_of(question)));
        let like = earlier.iter().find(|(_, earlier_stem, earlier_key)| {
            earlier_stem.is_like(&stem, ALIKE_STEMS) && earlier_key.is_like(&key, ALIKE_STEMS)
        });
        if let Some((other, ..)) = like {
            let path = format!("{}.stem", path_of(index, question));
            let message = format!("asks nearly the same as `{}`, with the same key", other.id);
            findings.warning("S8", path, message, "change one of the two, or remove it");
        }
        earlier.push((question, stem, key));
    }
}

/// The text of the key.
fn key_of(question: &Question) -> String {
    let keys = question.kind.options().iter().filter(|option| option.is_key);
    let texts: Vec<_> = keys.map(|option| option.text.to_text()).collect();
    let verdict = match &question.kind {
        Kind::TrueFalse(kind) if kind.is_true() => "true ",
        Kind::TrueFalse(_) => "false ",
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) => "",
    };
    format!("{verdict}{}", texts.join(" "))
}

fn check_scenarios(bank: &Bank, findings: &mut Findings) {
    for (index, scenario) in bank.scenarios().iter().enumerate() {
        let path = format!("scenarios[{index}]");
        let siblings: Vec<_> = bank
            .questions()
            .iter()
            .enumerate()
            .filter(|(_, question)| question.scenario.as_ref() == Some(&scenario.id))
            .collect();
        if !SCENARIO_QUESTIONS.contains(&siblings.len()) {
            let message = format!("`{}` has {} questions", scenario.id, siblings.len());
            findings.warning("S9", &path, message, "give it 3 or 4, so that reading it is worth the time");
        }
        let n_words = words(&scenario.text.to_text()).len();
        if n_words > SCENARIO_WORDS {
            let message = format!("has {n_words} words");
            let remedy = format!("tell it in {SCENARIO_WORDS} words or fewer");
            findings.warning("S9", format!("{path}.text"), message, remedy);
        }
        let vignette = content_of(&scenario.text);
        for (_, question) in &siblings {
            for (index, sibling) in siblings.iter().filter(|(_, sibling)| sibling.id != question.id) {
                if gives_away(&vignette, question, sibling) {
                    let path = format!("{}.stem", path_of(*index, sibling));
                    let message = format!("gives away the key of `{}`", question.id);
                    findings.warning(
                        "S9",
                        path,
                        message,
                        "reword it, or put that question in another scenario",
                    );
                }
            }
        }
    }
}

fn gives_away(vignette: &BTreeSet<String>, question: &Question, sibling: &Question) -> bool {
    let stem = content_of(&question.stem);
    let key: Vec<_> = words(&key_of(question)).into_iter().filter(|word| is_content(word)).collect();
    let key: BTreeSet<_> =
        key.into_iter().filter(|word| !stem.contains(word) && !vignette.contains(word)).collect();
    let given = content_of(&sibling.stem);
    let n_given = key.intersection(&given).count();
    key.len() >= TELLING_WORDS && n_given as f64 >= GIVEN_AWAY * key.len() as f64
}

fn content_of(markup: &Markup) -> BTreeSet<String> {
    words(&markup.to_text()).into_iter().filter(|word| is_content(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::position_in;

    #[test]
    fn letters_and_positions_of_options_are_found() {
        for found in
            ["Option B is kind.", "See answer (C).", "The first answer is right.", "As the option above"]
        {
            assert!(position_in(found).is_some(), "{found}");
        }
        for fine in [
            "The answer a person gives",
            "The answer I gave",
            "A first option for her",
            "The second meeting",
            "At first, options are open",
            "Option",
            "",
        ] {
            assert_eq!(position_in(fine), None, "{fine}");
        }
    }
}
