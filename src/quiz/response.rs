//! Response: what a learner gave.

use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::id::{Id, OptionId};

/// What a learner gave to a question, complete or not. It names options by id.
///
/// Its JSON is part of the contract (`selfcheck-answer`, snapshots), for example
/// `{"kind": "single-choice", "option": "b"}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// To a single-choice question.
    SingleChoice {
        /// The chosen option.
        option: Option<OptionId>,
    },
    /// To a multiple-response question.
    MultipleResponse {
        /// The selected options, in the author's order.
        options: Vec<OptionId>,
    },
    /// To a true-false question.
    TrueFalse {
        /// Whether the learner holds the statement true.
        verdict: Option<bool>,
        /// The reason the learner chose.
        reason: Option<OptionId>,
    },
    /// To an ordering question.
    Ordering {
        /// Every step, in the learner's order; none before the learner moved one.
        order: Vec<OptionId>,
    },
    /// To a matching question.
    Matching {
        /// Premises with the response each is matched to, in the author's order.
        pairs: Vec<(OptionId, OptionId)>,
    },
    /// To a fill-in question.
    FillIn {
        /// What the learner typed.
        text: String,
    },
}

impl Response {
    /// Whether it chooses that option (or reason).
    #[must_use]
    pub fn chooses(&self, id: &OptionId) -> bool {
        match self {
            Self::SingleChoice { option: chosen } | Self::TrueFalse { reason: chosen, .. } => {
                chosen.as_ref() == Some(id)
            }
            Self::MultipleResponse { options } => options.contains(id),
            Self::Matching { pairs } => pairs.iter().any(|(_, chosen)| chosen == id),
            Self::Ordering { .. } | Self::FillIn { .. } => false,
        }
    }
}

/// The wire form.
impl Response {
    /// The response as a tree.
    #[must_use]
    pub fn to_tree(&self) -> Tree {
        let id = |id: &OptionId| Tree::from(id.as_str());
        match self {
            Self::SingleChoice { option } => {
                table([("kind", Some("single-choice".into())), ("option", option.as_ref().map(id))])
            }
            Self::MultipleResponse { options } => table([
                ("kind", Some("multiple-response".into())),
                ("options", Some(options.iter().map(id).collect())),
            ]),
            Self::TrueFalse { verdict, reason } => table([
                ("kind", Some("true-false".into())),
                ("verdict", verdict.map(Tree::from)),
                ("reason", reason.as_ref().map(id)),
            ]),
            Self::Ordering { order } => {
                table([("kind", Some("ordering".into())), ("order", Some(order.iter().map(id).collect()))])
            }
            Self::Matching { pairs } => {
                let pairs = pairs.iter().map(|(premise, chosen)| (premise.as_str().to_owned(), id(chosen)));
                let pairs = Value::Table(pairs.collect());
                table([("kind", Some("matching".into())), ("pairs", Some(pairs.into()))])
            }
            Self::FillIn { text } => {
                table([("kind", Some("fill-in".into())), ("text", Some(text.as_str().into()))])
            }
        }
    }

    /// Reads what [`Response::to_tree`] made. Parts of the wrong shape are left out.
    #[must_use]
    pub fn read(tree: &Tree) -> Option<Self> {
        let id = |name| tree.get(name).and_then(Tree::as_id);
        let ids = |name| Some(tree.get(name)?.items().iter().filter_map(Tree::as_id).collect());
        match tree.get("kind")?.as_text()? {
            "single-choice" => Some(Self::SingleChoice { option: id("option") }),
            "multiple-response" => Some(Self::MultipleResponse { options: ids("options")? }),
            "true-false" => Some(Self::TrueFalse {
                verdict: tree.get("verdict").and_then(Tree::as_bool),
                reason: id("reason"),
            }),
            "ordering" => Some(Self::Ordering { order: ids("order")? }),
            "matching" => {
                let Value::Table(pairs) = &tree.get("pairs")?.value else { return None };
                let pair = |(premise, chosen): &(String, Tree)| Some((Id::parse(premise)?, chosen.as_id()?));
                Some(Self::Matching { pairs: pairs.iter().filter_map(pair).collect() })
            }
            "fill-in" => Some(Self::FillIn { text: tree.get("text")?.as_text()?.to_owned() }),
            _ => None,
        }
    }
}
