//! What the rules are: a list of all, and the whole of one.

use super::columns::labelled;
use super::lint::allow::may_be_allowed;
use super::lint::settings::Threshold;
use super::lint::{FAMILIES, Family, Rule, rules};
use super::report::level_name;
use std::fmt::Write;

/// How wide the names are that stand before the texts.
const LABEL: usize = 11;

/// Every rule on a line, by family.
#[must_use]
pub fn all() -> String {
    let families: Vec<_> = FAMILIES.iter().map(family).collect();
    families.join("\n") + "\nexplain one with `selfcheck rules ID`\n"
}

fn family(family: &Family) -> String {
    let mut text = format!("{}: {}\n", family.letter, family.title);
    for rule in family.rules {
        let start = format!("  {:<4} {:<8}", rule.id, level_name(rule.level));
        text.push_str(&labelled(&start, 16, rule.title));
    }
    text
}

/// The rule of an id, in capitals or not.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// All that there is to say of a rule.
#[must_use]
pub fn one(rule: &Rule) -> String {
    let mut text = format!("{}: {}\n\n", rule.id, rule.title);
    let allow = if may_be_allowed(rule) {
        format!("a question may break it for a stated reason: `allow = {{ {} = \"why\" }}`", rule.id)
    } else {
        "never: the widget relies on it".to_owned()
    };
    let tune = tuning(rule);
    for (name, value) in [
        ("level", level_name(rule.level)),
        ("measures", rule.measures),
        ("why", rule.why),
        ("source", rule.source),
        ("remedy", rule.remedy),
        ("allow", &allow),
        ("lint.toml", &tune),
    ] {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{}", labelled(name, LABEL, value));
    }
    text
}

/// What a bank’s `lint.toml` may say under `[rules.ID]`.
fn tuning(rule: &Rule) -> String {
    let numbers = Threshold::all().filter(|threshold| threshold.rule == rule.id);
    let numbers = numbers.map(|threshold| format!("{} = {}", threshold.name, threshold.default));
    let off = may_be_allowed(rule).then(|| "off = true".to_owned());
    let entries: Vec<_> = numbers.chain(off).map(|entry| format!("`{entry}`")).collect();
    if entries.is_empty() {
        return "nothing to change".to_owned();
    }
    format!("`[rules.{}]` with {}, and `why`", rule.id, entries.join(" or "))
}
