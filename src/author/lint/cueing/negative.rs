//! Q7: stems that ask for what is not so.

use super::percent;
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Word, sentences_of, without_quotations, words_of};
use crate::author::lint::plain::Plain;
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::share;
use crate::quiz::bank::problem::Level;

const CAP: Threshold = Threshold::new("Q7", "most_percent", 2.0, 100.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[CAP];

/// Looks at the stems of questions with options. English only.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let mut n_negative = 0;
    for question in questions.iter().filter(|question| question.has_options()) {
        let Some(word) = negation_in(&question.stem) else { continue };
        n_negative += 1;
        let message = format!("the stem asks for what is not so: “{word}”");
        let remedy = "ask for what is so; or write `allow = { Q7 = \"why\" }` and the word in capitals";
        findings.point(Level::Error, "Q7", format!("{}.stem", question.path), &word, message, remedy);
        if question.allows("Q7") && word.chars().any(char::is_lowercase) {
            // On the bank, because whatever is found in the question is allowed.
            let message =
                format!("“{word}” in the stem of `{}` is allowed, but not in capitals", question.id());
            findings.error("Q7", "", message, "write it in capitals");
        }
    }
    let (negative, most) = (share(n_negative, questions.len()), settings.get(CAP));
    // One question of a small bank is no habit.
    if n_negative > 1 && 100.0 * negative > most {
        let message = format!(
            "{n_negative} of {} stems ({}) ask for what is not so, more than {most} %",
            questions.len(),
            percent(negative)
        );
        findings.warning("Q7", "", message, "turn some of them round");
    }
}

/// The word that turns a question round. Only the main clause of the last sentence counts: what
/// people in a story do not do, or say in quotation marks, is no matter of the question.
fn negation_in(stem: &str) -> Option<String> {
    let unquoted = without_quotations(stem);
    let sentences = sentences_of(&unquoted);
    let is_question = |sentence: &&&str| sentence.contains(['?', ':', '_']) || sentence.ends_with('…');
    // “Which is not so? Select two.”
    let question = sentences.iter().rfind(is_question).or(sentences.last())?;
    let words = words_of(question);
    let clause = main_clause(question, &words);
    for (at, word) in clause.iter().enumerate() {
        let next = clause.get(at + 1).map(|word| word.text.as_ref()).unwrap_or_default();
        let before = at.checked_sub(1).map(|at| clause[at].text.as_ref()).unwrap_or_default();
        let is_negative = match word.text.as_ref() {
            "not" => !matches!(next, "only" | "yet" | "just") && before != "or",
            "except" | "never" | "incorrect" | "untrue" => true,
            "false" => {
                next.is_empty() || before == "is" || matches!(next, "statement" | "claim" | "sentence")
            }
            "least" => !matches!(before, "at") && is_judged(next, before),
            text => text.ends_with("n't"),
        };
        if is_negative {
            return Some(question[word.range.clone()].to_owned());
        }
    }
    None
}

/// “least likely”, “fits least”; but not “the least information”.
fn is_judged(next: &str, before: &str) -> bool {
    const JUDGMENTS: &[&str] = &[
        "accurate",
        "appropriate",
        "consistent",
        "correct",
        "effective",
        "ethical",
        "fitting",
        "helpful",
        "important",
        "likely",
        "respectful",
        "suitable",
        "supportive",
        "true",
        "useful",
        "well",
    ];
    JUDGMENTS.contains(&next) || (next.is_empty() && !matches!(before, "the" | "a"))
}

/// The words of the clause that asks: from its question word to the next clause.
fn main_clause<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const ASKING: &[&str] = &["which", "what", "how", "who", "whom", "whose", "why", "where", "when"];
    const SUBORDINATE: &[&str] = &[
        "although", "and", "because", "before", "but", "if", "or", "since", "so", "that", "though", "unless",
        "until", "when", "where", "while", "who", "whom", "whose", "why", "how", "what", "which", "after",
        "as",
    ];
    // “If she does not come, what …?”, “When it is not clear, how …?”: the clause after the comma.
    let after_comma =
        |word: &Word<'_>| sentence[..word.range.start].trim_end().ends_with([',', ':', ';', '—', '–']);
    let is_asking = |word: &Word<'_>| ASKING.contains(&word.text.as_ref());
    let start = words
        .iter()
        .rposition(|word| is_asking(word) && after_comma(word))
        .or_else(|| words.first().filter(|word| is_asking(word)).map(|_| 0))
        .or_else(|| words.iter().position(is_asking))
        .unwrap_or(0);
    let rest = &words[start..];
    let end = rest
        .iter()
        .enumerate()
        .skip(1)
        .position(|(_, word)| SUBORDINATE.contains(&word.text.as_ref()) || after_comma(word));
    &rest[..end.map_or(rest.len(), |end| end + 1)]
}

#[cfg(test)]
mod tests {
    use super::negation_in;

    #[test]
    fn questions_for_what_is_not_so_are_found() {
        for (stem, word) in [
            ("Which of these is not a sign of respect?", "not"),
            ("Which step would NOT protect privacy?", "NOT"),
            ("All of these help EXCEPT:", "EXCEPT"),
            ("Which response is least helpful?", "least"),
            ("Which fits least?", "least"),
            ("Which statement is false?", "false"),
            ("What should Kim never do?", "never"),
            ("What shouldn’t Kim do?", "shouldn’t"),
            ("Kim is tired. What would not help? Select two.", "not"),
            ("If Kim asks, which answer is incorrect?", "incorrect"),
        ] {
            assert_eq!(negation_in(stem).as_deref(), Some(word), "{stem}");
        }
    }

    #[test]
    fn what_people_do_not_do_turns_no_question_round() {
        for stem in [
            "Kim does not want to go. What helps?",
            "Which reply fits a person who does not want advice?",
            "When Kim is not sure, what should Lee do?",
            "Kim says, “Don’t tell.” What now?",
            "Kim asks, “Why not?” Which reply is best?",
            "Which choice shares the least information?",
            "What should be done at least once a year?",
            "Why is the Code more than a list, and not only that?",
            "What does Lee owe Kim if Lee cannot come?",
            "Which step keeps the promise that was not kept before?",
            "Which false step",
        ] {
            assert_eq!(negation_in(stem), None, "{stem}");
        }
    }
}
