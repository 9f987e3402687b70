//! An option of a question: its text, whether it belongs to the key, and why.

use crate::quiz::bank::fields::Fields;
use crate::quiz::id::{Id, OptionId};
use crate::quiz::markup::Markup;

/// Something a learner can choose: an option, or a reason of a true-false question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOption {
    /// Its id, unique in the question.
    pub id: OptionId,
    /// What it says.
    pub text: Markup,
    /// Whether it belongs to the key.
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

/// Reads the list `name` of a question.
pub(crate) fn read_options(question: &Fields<'_>, name: &'static str, least: usize) -> Vec<QuestionOption> {
    let tables = question.tables(name);
    let n_options = question.peek_len(name);
    if !(least..=MOST_OPTIONS).contains(&n_options) {
        let message = format!("has {n_options} of them");
        question.report(
            "S3",
            name,
            message,
            format!("give {least} to {MOST_OPTIONS} `[[questions.{name}]]`"),
        );
    }
    let mut options: Vec<QuestionOption> = Vec::new();
    for (index, fields) in tables.iter().enumerate() {
        let given = fields.id("id");
        let id = if fields.has("id") { given } else { default_id(index) };
        let text = fields.required_markup("text");
        let is_key = fields.flag("correct").unwrap_or(false);
        let rationale = fields.markup("rationale");
        fields.finish();
        let (Some(id), Some(text)) = (id, text) else { continue };
        if options.iter().any(|earlier| earlier.id == id) {
            let remedy = "give one of the two another id";
            fields.report("S1", "id", format!("`{id}` is used twice in this question"), remedy);
        }
        let normalized = normalize(&text);
        if options.iter().any(|earlier| normalize(&earlier.text) == normalized) {
            fields.report(
                "S7",
                "text",
                "says the same as an option before it",
                "write another option, or remove one",
            );
        }
        options.push(QuestionOption { id, text, is_key, rationale });
    }
    options
}

/// Without ASCII punctuation and case: options that differ in nothing else are the same. The rest
/// of Unicode is left to lint: its tables would cost every browser some kilobytes.
fn normalize(text: &Markup) -> String {
    let is_sign = |c: &char| c.is_ascii_punctuation() || c.is_ascii_whitespace();
    text.to_text().chars().filter(|c| !is_sign(c)).map(|c| c.to_ascii_lowercase()).collect()
}
