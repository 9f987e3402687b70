//! S3 to S9: numbers of options, rationales, and questions or options that are alike.

use super::findings::Findings;
use super::words::{Said, is_content, words};
use super::{OUR_JUDGMENT, Rule};
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::Level;
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

/// The rules of the structure. S1 and S2, and what makes a question unplayable of S3, S4 and S7, are
/// kept where a bank is read; S10 is in [`text`](super::text).
pub const RULES: &[Rule] = &[
    Rule {
        id: "S1",
        level: Level::Error,
        title: "there is a question; ids are unique; kinds and levels are known",
        measures: "ids of topics, objectives, scenarios, questions and options; the names in `kind` and `level`; \
                   a `difficulty` from 1 to 3",
        why: "saved progress is kept by id",
        source: OUR_JUDGMENT,
        remedy: "change one of the two ids, or use a known name",
    },
    Rule {
        id: "S2",
        level: Level::Error,
        title: "what a question names is there",
        measures: "whether the topic, the scenario and the objective of every question are in the bank, and the \
                   objective is one of its topic",
        why: "a dangling name shows the learner a gap",
        source: OUR_JUDGMENT,
        remedy: "mend the name, or add what it names",
    },
    Rule {
        id: "S3",
        level: Level::Error,
        title: "a question has its key and a fitting number of options",
        measures: "single-choice: one key, 3 to 5 options; multiple-response: at least 2 keys and 1 distractor, \
                   4 to 6 options, `select` as many as there are keys; true-false: one key among 3 or 4 reasons",
        why: "too few options are guessed, and too many are not read: hardly any question has more than three \
              distractors that anybody chooses",
        source: "Tarrant, Ware and Mohammed 2009, https://doi.org/10.1186/1472-6920-9-40",
        remedy: "mark the key; write 3 to 5 options, or 4 to 6 where several are keys",
    },
    Rule {
        id: "S4",
        level: Level::Error,
        title: "steps, premises and answers are complete and differ",
        measures: "ordering: 3 to 5 steps (8 can be played), no two alike; matching: 4 to 6 premises, each with its \
                   key, and more responses than premises unless `reuse = true`; fill-in: an accepted answer, none \
                   empty or the same as another but for what is forgiven",
        why: "two equal steps have no order, the last premise of a list without a spare response answers \
              itself, and nobody can type an empty word",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/S15324818AME1503_5; matching: \
                 EdTech Books, Assessment Basics, https://edtechbooks.org/Assessment_Basics/matching_items",
        remedy: "mend the list that is named",
    },
    Rule {
        id: "S5",
        level: Level::Error,
        title: "every option has a rationale of its own",
        measures: "the rationale of every option: there, 40 to 450 characters, more than a verdict, and its words \
                   overlap by less than 85 % with those of any other in the question",
        why: "learners learn from why an option is right or wrong, far more than from whether it is",
        source: "Van der Kleij, Feskens and Eggen 2015, https://doi.org/10.3102/0034654314564881",
        remedy: "say why in 40 to 450 characters",
    },
    Rule {
        id: "S6",
        level: Level::Error,
        title: "no letters or positions of options in rationales and hints",
        measures: "phrases such as “option B” and “the first answer” in rationales and hints",
        why: "options are shown in another order each time",
        source: "Attali and Bar-Hillel 2003, on why the order changes, \
                 https://doi.org/10.1111/j.1745-3984.2003.tb01099.x",
        remedy: "say what the option says",
    },
    Rule {
        id: "S7",
        level: Level::Error,
        title: "options differ",
        measures: "the words that two options of a question share: less than 85 % of all words in either",
        why: "two that say the same cannot both be right, so both are ruled out",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/S15324818AME1503_5",
        remedy: "write another option, or remove one",
    },
    Rule {
        id: "S8",
        level: Level::Warning,
        title: "questions differ",
        measures: "the words that the stems of two questions share, and their keys: less than 80 % of all words in \
                   either for one of the two",
        why: "a question met twice in one session tests memory of the first",
        source: OUR_JUDGMENT,
        remedy: "change one of the two, or remove it",
    },
    Rule {
        id: "S9",
        level: Level::Warning,
        title: "a scenario is short, has 3 or 4 questions, and none gives away another",
        measures: "at most 90 words; 3 or 4 questions; of the words that only the key of one question has, at \
                   least 3, no stem of another holds 80 %",
        why: "reading it must be worth the time",
        source: OUR_JUDGMENT,
        remedy: "shorten it, add questions, or reword the stem",
    },
    Rule {
        id: "S10",
        level: Level::Error,
        title: "quotes and brackets pair up; no double spaces or stray characters",
        measures: "every text but code: quotation marks and brackets without a partner, two spaces in a row, HTML \
                   entities, control characters, and letters torn by a wrong encoding",
        why: "they are the traces of broken copying",
        source: OUR_JUDGMENT,
        remedy: "mend the text",
    },
];

/// Looks at every question and scenario.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
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

/// Every option, step, premise, response and answer of a question with its path.
pub fn options_of<'a>(
    question: &'a Question,
    path: &'a str,
) -> impl Iterator<Item = (String, &'a QuestionOption)> {
    let lists = question.kind.lists().into_iter();
    lists.flat_map(move |(list, options)| {
        let options = options.iter().enumerate();
        options.map(move |(index, option)| (format!("{path}.{list}[{index}]"), option))
    })
}

fn count_options(question: &Question, path: &str, findings: &mut Findings<'_>) {
    let (rule, wanted) = match &question.kind {
        Kind::SingleChoice(_) => ("S3", 3..=5),
        Kind::MultipleResponse(_) => ("S3", 4..=6),
        Kind::TrueFalse(_) => ("S3", 3..=4),
        Kind::Ordering(_) => ("S4", 3..=5),
        Kind::Matching(_) => ("S4", 4..=6),
        Kind::FillIn(_) => return,
    };
    // Of a matching question the premises, which come last.
    let Some((list, options)) = question.kind.lists().pop() else { return };
    let n_options = options.len();
    if !wanted.contains(&n_options) {
        let remedy = format!("write {} to {} {list}", wanted.start(), wanted.end());
        findings.warning(rule, format!("{path}.{list}"), format!("has {n_options} of them"), remedy);
    }
    if let Kind::Matching(kind) = &question.kind
        && !kind.may_reuse()
        && kind.responses().len() <= n_options
    {
        let message = "leaves no response over, so the last premise answers itself";
        let remedy = "add a response that is the key of no premise, or write `reuse = true`";
        findings.error("S4", format!("{path}.responses"), message, remedy);
    }
}

fn check_rationales(question: &Question, path: &str, findings: &mut Findings<'_>) {
    let mut earlier: Vec<Said> = Vec::new();
    // The premises explain the responses of a matching question.
    let is_explained = |path: &str| !path.contains(".responses[");
    for (path, option) in options_of(question, path).filter(|(path, _)| is_explained(path)) {
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

fn check_options(question: &Question, path: &str, findings: &mut Findings<'_>) {
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

fn compare_stems(bank: &Bank, findings: &mut Findings<'_>) {
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
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::FillIn(_) => "",
    };
    format!("{verdict}{}", texts.join(" "))
}

fn check_scenarios(bank: &Bank, findings: &mut Findings<'_>) {
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
