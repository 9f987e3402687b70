//! `allow` of a question: rules that it may break, each with the reason. And A1: that there is one.

use super::findings::Findings;
use super::structure::path_of;
use super::{OUR_JUDGMENT, Rule, nearest, rules};
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::Level;

/// The rule about allowing.
pub const RULES: &[Rule] = &[Rule {
    id: "A1",
    level: Level::Error,
    title: "an allow names a rule that is broken there, and says why",
    measures: "each entry of `allow`: a rule that may be allowed, a reason that is not empty, and whether the \
               question breaks the rule",
    why: "an exception without a reason looks like an oversight, and one that is no longer needed hides the \
          next slip",
    source: OUR_JUDGMENT,
    remedy: "write `allow = { Q7 = \"why\" }` in the question, or remove the entry",
}];

/// Whether a question may break this rule for a stated reason. The widget relies on the form, on
/// ids and names, and on keys.
#[must_use]
pub fn may_be_allowed(rule: &Rule) -> bool {
    !rule.id.starts_with('F') && !["S1", "S2", "S3", "S4", "A1"].contains(&rule.id)
}

/// Drops what questions may break, and says which `allow` is wrong.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
    for (index, question) in bank.questions().iter().enumerate() {
        let path = path_of(index, question);
        for (id, why) in &question.notes.allow {
            let at = format!("{path}.allow.{id}");
            let rule = rules().find(|rule| rule.id == id);
            match rule {
                None => {
                    let remedy = format!("use one of: {}", nearest(id).join(", "));
                    findings.error("A1", at, format!("no rule has the id `{id}`"), remedy);
                }
                Some(rule) if !may_be_allowed(rule) => {
                    let message = format!("`{id}` cannot be allowed: the widget relies on it");
                    findings.error("A1", at, message, "remove the entry, and mend what breaks the rule");
                }
                Some(_) if why.trim().is_empty() => {
                    findings.error("A1", at, "gives no reason", "say why the question may break the rule");
                }
                Some(rule) => {
                    if findings.drop(rule.id, &path) == 0 {
                        let message = format!("the question does not break `{id}`");
                        findings.warning("A1", at, message, "remove the entry");
                    }
                }
            }
        }
    }
}
