//! S5 and S6: rationales that are missing, say nothing, or speak of where an option stands.

use super::findings::Findings;
use super::plain::{meant_in, seen_in};
use super::structure::{ALIKE_OPTIONS, options_of};
use super::words::{Said, words};
use crate::quiz::bank::problem::Level;
use crate::quiz::question::Question;
use std::ops::RangeInclusive;

const LENGTH: RangeInclusive<usize> = 40..=450;

/// Looks at the rationales and the hint of a question.
pub fn lint(question: &Question, path: &str, findings: &mut Findings<'_>) {
    let mut earlier: Vec<Said> = Vec::new();
    // The premises explain the responses of a matching question, and rows the columns. A check may speak
    // for itself.
    let is_explained =
        |path: &str| ![".responses[", ".columns[", ".checks["].iter().any(|list| path.contains(list));
    for (path, option) in options_of(question, path).into_iter().filter(|(path, _)| is_explained(path)) {
        let Some(rationale) = &option.rationale else {
            findings.error("S5", path, "has no rationale", "add `rationale`: say why it is right or wrong");
            continue;
        };
        let path = format!("{path}.rationale");
        let text = seen_in(rationale);
        let said = Said::of(&meant_in(rationale));
        let length = text.chars().count();
        let is_verdict = |word: &String| {
            ["correct", "incorrect", "right", "wrong", "true", "false", "yes", "no"].contains(&word.as_str())
        };
        if words(&text).iter().all(is_verdict) {
            findings.error("S5", &path, "says only whether it is right", "say why");
        } else if !LENGTH.contains(&length) {
            let remedy = format!("say why in {} to {} characters", LENGTH.start(), LENGTH.end());
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
            refuse_positions(&format!("{path}.{name}"), &seen_in(markup), findings);
        }
    }
}

fn refuse_positions(path: &str, text: &str, findings: &mut Findings<'_>) {
    if let Some(found) = position_in(text) {
        let message = format!("speaks of “{found}”, but options are shown in another order each time");
        let remedy = "say what the option says instead of where it stands";
        findings.point(Level::Error, "S6", path, &found, message, remedy);
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
