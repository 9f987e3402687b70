//! What authors keep about a question: for lint, and sources for learners.

use crate::quiz::bank::CognitiveLevel;
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::read::read_level;
use crate::quiz::id::ObjectiveId;
use crate::quiz::markup::is_safe_link;

/// What authors keep about a question. Learners see the references; the rest is for lint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorNotes {
    /// The learning objective it tests.
    pub objective: Option<ObjectiveId>,
    /// The level it asks for.
    pub level: Option<CognitiveLevel>,
    /// From 1 (easy) to 3, the author's estimate.
    pub difficulty: Option<u8>,
    /// `seed` or `public-source`, or what the bank's authors use.
    pub basis: Option<String>,
    /// The claims it rests on.
    pub references: Vec<String>,
    /// Code of a point on which sources differ.
    pub contested: Option<String>,
    /// Public sources.
    pub sources: Vec<Source>,
    /// When somebody must look at it again, a date.
    pub review_by: Option<String>,
    /// Lint rules that may be broken here, each with the reason: `allow = { Q7 = "why" }`.
    pub allow: Vec<(String, String)>,
}

/// A public source of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its web address.
    pub address: String,
    /// Whose law or rule it tells, such as `US-MA`.
    pub jurisdiction: Option<String>,
    /// The day it was looked at.
    pub checked_on: Option<String>,
}

impl AuthorNotes {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            objective: fields.id("objective"),
            level: read_level(fields),
            difficulty: fields.whole("difficulty", 1, 3).and_then(|n| u8::try_from(n).ok()),
            basis: owned(fields.text("basis")),
            references: fields.texts("references").into_iter().map(str::to_owned).collect(),
            contested: owned(fields.text("contested")),
            sources: fields
                .tables("sources")
                .iter()
                .filter_map(|fields| {
                    let address = fields.required_text("address")?;
                    if !is_safe_link(address) {
                        let message = "does not begin with https://, http:// or mailto:";
                        fields.report("F8", "address", message, "write the whole address of a web page");
                    }
                    let source = Source {
                        address: address.to_owned(),
                        jurisdiction: owned(fields.text("jurisdiction")),
                        checked_on: owned(fields.text("checked_on")),
                    };
                    fields.finish();
                    Some(source)
                })
                .collect(),
            review_by: owned(fields.text("review_by")),
            allow: fields.text_entries("allow"),
        }
    }
}
