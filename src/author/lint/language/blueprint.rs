//! V10: whether the bank has the questions its blueprint plans; and, as a part of S2, whether the
//! claims its questions name are there.

use crate::author::lint::findings::Findings;
use crate::author::lint::plain::Plain;
use crate::author::lint::settings::{Blueprint, ClaimSet, SCENARIO, Settings, Share, TopicPlan};
use crate::author::lint::statistics::share;
use crate::quiz::bank::{Bank, Topic};
use crate::quiz::id::Id;
use std::collections::{BTreeMap, BTreeSet};

const RULE: &str = "V10";
/// What may be off is what cannot be met more closely: shares are rounded to whole questions.
const ROUNDING: f64 = 0.5;

/// Compares the bank with its blueprint and its claims.
pub(super) fn lint(bank: &Bank, questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    check_claims(questions, settings, findings);
    let Some(blueprint) = &settings.blueprint else { return };
    if questions.len() < blueprint.least_questions {
        let message =
            format!("the bank has {} questions, fewer than {}", questions.len(), blueprint.least_questions);
        findings.error(RULE, "", message, "write more, first on topics that fall short");
    }
    for plan in &blueprint.topics {
        match bank.topics().iter().position(|topic| topic.id.as_str() == plan.id) {
            Some(index) => check_topic(index, &bank.topics()[index], plan, blueprint, questions, findings),
            None => {
                let message =
                    format!("the blueprint plans a topic `{}`, which the bank does not have", plan.id);
                findings.warning(RULE, "topics", message, "add the topic, or take it out of lint.toml");
            }
        }
    }
    check_shares(blueprint, questions, findings);
    check_objectives(bank, blueprint, questions, findings);
    for set in settings.claims.iter().filter(|_| blueprint.least_per_claim_set > 0) {
        let n = questions
            .iter()
            .filter(|question| claims_of(question).any(|(prefix, _)| prefix == set.id))
            .count();
        if n < blueprint.least_per_claim_set {
            let message = format!(
                "{n} questions rest on claims of `{}`, fewer than {}",
                set.id, blueprint.least_per_claim_set
            );
            findings.warning(RULE, "", message, "write questions on this text");
        }
    }
}

/// What counts as the kind of a question in a blueprint: scenario questions apart.
fn format_of<'q>(question: &Plain<'q>) -> &'q str {
    if question.question.scenario.is_some() { SCENARIO } else { question.question.kind.name() }
}

fn check_topic(
    index: usize,
    topic: &Topic,
    plan: &TopicPlan,
    blueprint: &Blueprint,
    questions: &[Plain<'_>],
    findings: &mut Findings<'_>,
) {
    let path = format!("topics[{index}]");
    let of_topic: Vec<_> = questions.iter().filter(|question| question.question.topic == topic.id).collect();
    let mut tell = |what: &str, has: usize, planned: usize| {
        let message = format!("`{}` has {has} {what}, and {planned} are planned", topic.id);
        let remedy = if has < planned { "write what is missing" } else { "take some out, or plan for them" };
        findings.warning(RULE, path.clone(), message, remedy);
    };
    if let Some(total) = plan.total
        && of_topic.len().abs_diff(total) as f64
            > (blueprint.topic_percent / 100.0 * total as f64).max(ROUNDING)
    {
        tell("questions", of_topic.len(), total);
    }
    for (format, planned) in &plan.formats {
        let has = of_topic.iter().filter(|question| format_of(question) == *format).count();
        if has.abs_diff(*planned) > blueprint.tolerance {
            let what = if *format == SCENARIO {
                "questions in scenarios".to_owned()
            } else {
                format!("{format} questions")
            };
            tell(&what, has, *planned);
        }
    }
    for (level, planned) in &plan.levels {
        let has = of_topic.iter().filter(|question| question.question.notes.level == Some(*level)).count();
        if has.abs_diff(*planned) > blueprint.tolerance {
            tell(&format!("questions of the level {}", level.name()), has, *planned);
        }
    }
    if let Some(weight) = plan.weight.filter(|weight| (weight - topic.weight).abs() > 1e-9) {
        let message = format!("`{}` has the weight {}, and {weight} is planned", topic.id, topic.weight);
        findings.warning(RULE, format!("{path}.weight"), message, "change one of the two");
    }
}

fn check_shares(blueprint: &Blueprint, questions: &[Plain<'_>], findings: &mut Findings<'_>) {
    let percent = |test: &dyn Fn(&Plain<'_>) -> bool| {
        100.0 * share(questions.iter().filter(|question| test(question)).count(), questions.len())
    };
    for meant in &blueprint.shares {
        let (what, has, planned) = match meant {
            Share::Level(level, planned) => (
                format!("the level {}", level.name()),
                percent(&|question| question.question.notes.level == Some(*level)),
                *planned,
            ),
            Share::Difficulty(difficulty, planned) => (
                format!("difficulty {difficulty}"),
                percent(&|question| question.question.notes.difficulty == Some(*difficulty)),
                *planned,
            ),
        };
        if (has - planned).abs() > blueprint.share_points {
            let message = format!(
                "{has:.0} % of questions are of {what}, more than {} points from {planned} %",
                blueprint.share_points
            );
            findings.warning(RULE, "", message, "write more of what is missing");
        }
    }
    for least in &blueprint.least {
        let has = percent(&|question| question.question.notes.basis.as_deref() == Some(&least.basis));
        if has < least.percent {
            let message = format!(
                "{has:.0} % of questions have the basis `{}`, fewer than {} %",
                least.basis, least.percent
            );
            findings.warning(RULE, "", message, "write more of them");
        }
    }
}

fn check_objectives(
    bank: &Bank,
    blueprint: &Blueprint,
    questions: &[Plain<'_>],
    findings: &mut Findings<'_>,
) {
    for (index, topic) in bank.topics().iter().enumerate() {
        for (number, objective) in topic.objectives.iter().enumerate() {
            let is_of =
                |question: &&Plain<'_>| question.question.notes.objective.as_ref() == Some(&objective.id);
            let formats: Vec<_> = questions.iter().filter(is_of).map(format_of).collect();
            let n_formats = formats.iter().collect::<BTreeSet<_>>().len();
            let path = format!("topics[{index}].objectives[{number}]");
            let id = objective.id.as_str().to_uppercase();
            if formats.len() < blueprint.least_per_objective {
                let message = format!(
                    "{} questions test `{id}`, fewer than {}, so that a learner soon meets the same again",
                    formats.len(),
                    blueprint.least_per_objective
                );
                findings.warning(RULE, path, message, "write another one");
            } else if n_formats < blueprint.formats_per_objective {
                let message = format!("`{id}` is tested in {n_formats} format only ({})", formats[0]);
                findings.warning(RULE, path, message, "ask for it in another kind of question too");
            }
        }
    }
}

/// The claims a question names, each as the set before `#` and what stands after it.
fn claims_of<'q>(question: &'q Plain<'_>) -> impl Iterator<Item = (&'q str, &'q str)> {
    question.question.notes.references.iter().filter_map(|reference| reference.split_once('#'))
}

fn check_claims(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    if settings.claims.is_empty() {
        return;
    }
    let mut carried: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for question in questions {
        for (index, reference) in question.question.notes.references.iter().enumerate() {
            let (set, claim) = reference.split_once('#').unwrap_or((reference, ""));
            if let Some(message) = dangling(&settings.claims, set, claim) {
                let path = format!("{}.references[{index}]", question.path);
                findings.error("S2", path, message, "name a claim as `000#C05`, as lint.toml counts them");
            }
            carried.entry(set).or_default().insert(claim);
        }
    }
    for set in &settings.claims {
        let carried = carried.get(set.id.as_str());
        let is_missing = |claim: &&String| !carried.is_some_and(|carried| carried.contains(claim.as_str()));
        let missing: Vec<_> = set.required.iter().filter(is_missing).map(String::as_str).collect();
        if !missing.is_empty() {
            let message = format!(
                "no question rests on {} of `{}`, which the bank must carry",
                missing.join(", "),
                set.id
            );
            findings.warning(RULE, "", message, "write a question on each");
        }
    }
}

fn dangling(sets: &[ClaimSet], set: &str, claim: &str) -> Option<String> {
    match sets.iter().find(|known| known.id == set) {
        None => Some(format!("`{set}` is no set of claims")),
        Some(known) if !known.has(claim) => {
            Some(format!("`{set}` has the claims C01 to C{:02}, and no `{claim}`", known.count))
        }
        Some(_) => None,
    }
}
