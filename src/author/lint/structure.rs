//! The rules of the structure, S1 to S10, and what looking at questions has in common.

use super::findings::Findings;
use super::plain::meant_in;
use super::{OUR_JUDGMENT, Rule, alike, options, rationales, regions, scenarios, text};
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::Level;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question};

/// From this overlap on, two options or two rationales of a question say the same.
pub const ALIKE_OPTIONS: f64 = 0.85;

/// The rules of the structure. S1 and S2, and what makes a question unplayable of S3, S4 and S7,
/// are kept where a bank is read.
pub const RULES: &[Rule] = &[
    Rule {
        id: "S1",
        level: Level::Error,
        title: "there is a question; ids are unique; kinds and levels are known",
        measures: "ids of topics, objectives, scenarios, questions and what is in them; words of the glossary; \
                   the names in `kind` and `level`",
        why: "saved progress is kept by id",
        source: OUR_JUDGMENT,
        remedy: "change one of the two ids, or use a known name",
    },
    Rule {
        id: "S2",
        level: Level::Error,
        title: "what a question names is there",
        measures: "whether the topic, the scenario and the objective of every question are in the bank, and the \
                   objective is one of its topic; the topics of `settings` and of the glossary; the key of \
                   every premise and row",
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
        title: "steps, premises, rows, answers, gaps and regions are complete and differ",
        measures: "ordering: 3 to 5 steps (8 can be played), no two alike; matching: 4 to 6 premises, each with its \
                   key, and more responses than premises unless `reuse = true`; grid: 2 to 8 rows, each with its \
                   key, and 2 to 5 columns, no two alike; fill-in: an accepted answer, none \
                   empty or the same as another but for what is forgiven; numeric: an accepted answer, each a value \
                   or a range, and no two that overlap; cloze: 2 to 12 gaps, each once in the passage and \
                   outside of links, with options, words or numbers as in the kinds that have them; reflection: at \
                   most 8 checks, no two alike; hotspot: a \
                   picture, and 2 to 12 regions in it, each of one shape, none over the key by more than 1 % of \
                   the smaller one, and each at least 24 pixels large where the picture is 280 pixels wide",
        why: "two equal steps have no order, the last premise of a list without a spare response answers \
              itself, nobody can type an empty word, and a number in two ranges would be right and wrong, \
              a gap that stands nowhere cannot be filled, and a place in two regions would be right and \
              wrong",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/S15324818AME1503_5; matching: \
                 EdTech Books, Assessment Basics, https://edtechbooks.org/Assessment_Basics/matching_items; regions: \
                 WCAG 2.2, 2.5.8, https://www.w3.org/TR/WCAG22/",
        remedy: "mend the list that is named",
    },
    Rule {
        id: "S5",
        level: Level::Error,
        title: "every option has a rationale of its own",
        measures: "the rationale of every option, reason, step, premise, row, answer and region: there, 40 to 450 characters, more than a verdict, and its words \
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

/// Looks at every question, scenario and text.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
    for (index, question) in bank.questions().iter().enumerate() {
        let path = path_of(index, question);
        options::lint(question, &path, findings);
        regions::lint(question, &path, findings);
        rationales::lint(question, &path, findings);
    }
    scenarios::lint(bank, findings);
    alike::lint(bank, findings);
    text::lint(bank, findings);
}

/// The path of a question, as in [`Problem::path`](crate::quiz::Problem::path).
#[must_use]
pub fn path_of(index: usize, question: &Question) -> String {
    format!("questions[{index}] ({})", question.id)
}

/// The kind of a question with its path; of a cloze the kinds of its gaps with theirs.
#[must_use]
pub fn kinds_of<'a>(question: &'a Question, path: &str) -> Vec<(String, &'a Kind)> {
    let gaps = question.kind.gaps().iter().enumerate();
    let gaps: Vec<_> = gaps.map(|(index, gap)| (format!("{path}.gaps[{index}]"), &gap.kind)).collect();
    if gaps.is_empty() { vec![(path.to_owned(), &question.kind)] } else { gaps }
}

/// Every option, step, premise, response, row, column and answer of a kind with its path.
#[must_use]
pub fn options_of_kind<'a>(kind: &'a Kind, path: &str) -> Vec<(String, &'a QuestionOption)> {
    let lists = kind.lists().into_iter();
    let options = lists.flat_map(|(list, options)| {
        let options = options.iter().enumerate();
        options.map(move |(index, option)| (format!("{path}.{list}[{index}]"), option))
    });
    options.collect()
}

/// The same of a question, gaps included.
#[must_use]
pub fn options_of<'a>(question: &'a Question, path: &str) -> Vec<(String, &'a QuestionOption)> {
    let kinds = kinds_of(question, path).into_iter();
    kinds.flat_map(|(path, kind)| options_of_kind(kind, &path)).collect()
}

/// The text of the key.
#[must_use]
pub fn key_of(question: &Question) -> String {
    let kinds = kinds_of(question, "").into_iter();
    let keys = kinds.flat_map(|(_, kind)| kind.options()).filter(|option| option.is_key);
    let texts: Vec<_> = keys.map(|option| meant_in(&option.text)).collect();
    let verdict = match &question.kind {
        Kind::TrueFalse(kind) if kind.is_true() => "true ",
        Kind::TrueFalse(_) => "false ",
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::FillIn(_)
        | Kind::Grid(_)
        | Kind::Numeric(_)
        | Kind::Cloze(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => "",
    };
    format!("{verdict}{}", texts.join(" "))
}
