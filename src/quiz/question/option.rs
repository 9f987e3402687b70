//! An option of a question: its text, whether it belongs to the key, and why.

use crate::quiz::bank::fields::Fields;
use crate::quiz::id::{Id, OptionId};
use crate::quiz::markup::Markup;
use std::ops::RangeInclusive;

/// Something to choose, to put in order or to match: an option, a reason of a true-false question,
/// a region, a step, a premise or a response of a matching question, a row or a column of a grid, an
/// answer of a fill-in or a numeric question, a check of a reflection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOption {
    /// Its id, unique in the question.
    pub id: OptionId,
    /// What it says.
    pub text: Markup,
    /// Whether it belongs to the key. Every step and every premise does.
    pub is_key: bool,
    /// Why it is right or wrong.
    pub rationale: Option<Markup>,
}

/// The most options a question may have; each has a letter key.
pub(crate) const MOST_OPTIONS: usize = 26;

/// The id of an option whose author gave it none: `a` for the first, `b` for the second.
pub(crate) fn default_id(index: usize) -> Option<OptionId> {
    let letter = u8::try_from(index).ok().filter(|index| usize::from(*index) < MOST_OPTIONS)?;
    OptionId::parse(char::from(b'a' + letter).encode_utf8(&mut [0; 4]))
}

/// A list of a question in a bank file.
pub(crate) struct List {
    /// Its name.
    pub(crate) name: &'static str,
    /// The rule about it: how many there are, and that no two say the same.
    pub(crate) rule: &'static str,
    /// The fewest and the most.
    pub(crate) n: RangeInclusive<usize>,
    /// Whether some belong to the key and others do not: `correct = true`.
    pub(crate) has_keys: bool,
    /// Whether each has its rationale.
    pub(crate) has_rationales: bool,
    /// What is left of a text without what makes no difference. No two may be the same then.
    pub(crate) bare: fn(&str) -> String,
}

impl List {
    /// A list of options of which some are keys.
    pub(crate) fn of_options(name: &'static str, least: usize) -> Self {
        let n = least..=MOST_OPTIONS;
        Self { name, rule: "S3", n, has_keys: true, has_rationales: true, bare }
    }
}

/// What an option says, in its field `text`.
pub(crate) fn text_of(option: &Fields<'_>) -> Option<Markup> {
    option.required_markup("text")
}

/// Reads a list of a question; `text_of` finds what each says, and takes the fields that only this
/// list has.
pub(crate) fn read_options(
    question: &Fields<'_>,
    list: &List,
    text_of: &mut dyn FnMut(&Fields<'_>) -> Option<Markup>,
) -> Vec<QuestionOption> {
    let List { name, rule, n, .. } = list;
    let tables = question.tables(name);
    require_count(question, rule, name, n);
    let mut options: Vec<QuestionOption> = Vec::new();
    for (index, fields) in tables.iter().enumerate() {
        let given = fields.id("id");
        let id = if fields.has("id") { given } else { default_id(index) };
        let text = text_of(fields);
        let is_key = !list.has_keys || fields.flag("correct").unwrap_or(false);
        let rationale = if list.has_rationales { fields.markup("rationale") } else { None };
        fields.finish();
        let (Some(id), Some(text)) = (id, text) else { continue };
        if options.iter().any(|earlier| earlier.id == id) {
            refuse_repeated(fields, &id);
        }
        // The signs in a formula are what makes it another one.
        let bare = |text: &Markup| {
            let said = text.to_text();
            if text.has_formula() { said } else { (list.bare)(&said) }
        };
        if options.iter().any(|earlier| bare(&earlier.text) == bare(&text)) {
            let rule = if *rule == "S3" { "S7" } else { rule };
            let message = "says the same as an option before it";
            fields.report(rule, "text", message, "write another, or remove one");
        }
        options.push(QuestionOption { id, text, is_key, rationale });
    }
    options
}

/// Reports a list that has too few tables or too many.
pub(crate) fn require_count(
    fields: &Fields<'_>,
    rule: &'static str,
    name: &'static str,
    n: &RangeInclusive<usize>,
) {
    let n_tables = fields.peek_len(name);
    if !n.contains(&n_tables) {
        let remedy = format!("give {} to {} `{}`", n.start(), n.end(), heading_of(&fields.path, name));
        fields.report(rule, name, format!("has {n_tables} of them"), remedy);
    }
}

/// Reports an id that another table of the same list has.
pub(crate) fn refuse_repeated(fields: &Fields<'_>, id: &OptionId) {
    let remedy = "give one of the two another id";
    fields.report("S1", "id", format!("`{id}` is used twice in this question"), remedy);
}

/// What a table of a list is called in a TOML file: `[[questions.gaps.options]]`.
fn heading_of(path: &str, list: &str) -> String {
    let mut heading = String::from("[[");
    let mut depth = 0;
    for c in path.chars() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            c if depth == 0 && c != ' ' => heading.push(c),
            _ => {}
        }
    }
    heading + "." + list + "]]"
}

/// Without ASCII punctuation and case: options that differ in nothing else are the same. The rest
/// of Unicode is left to lint: its tables would cost every browser some kilobytes.
pub(crate) fn bare(text: &str) -> String {
    let is_sign = |c: &char| c.is_ascii_punctuation() || c.is_ascii_whitespace();
    text.chars().filter(|c| !is_sign(c)).map(|c| c.to_ascii_lowercase()).collect()
}
