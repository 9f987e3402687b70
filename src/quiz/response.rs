//! Response: what a learner gave.

use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::id::{Id, OptionId};
use crate::quiz::question::cloze::Given;
use crate::quiz::question::matching::Pairs;

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
        pairs: Pairs,
    },
    /// To a fill-in question.
    FillIn {
        /// What the learner typed.
        text: String,
    },
    /// To a grid.
    Grid {
        /// Rows with the column chosen for each, in the author's order.
        rows: Pairs,
    },
    /// To a numeric question.
    Numeric {
        /// What the learner typed.
        text: String,
    },
    /// To a cloze.
    Cloze {
        /// Gaps with what was given to each, in the author's order: the id of an option, or a text.
        gaps: Given,
    },
    /// To a reflection.
    Reflection {
        /// What the learner wrote.
        text: String,
        /// What the learner then found in it, in the author's order.
        checks: Vec<OptionId>,
    },
    /// To a hotspot question.
    Hotspot {
        /// The chosen region.
        region: Option<OptionId>,
    },
}

impl Response {
    /// Whether it chooses that option, reason or region.
    #[must_use]
    pub fn chooses(&self, id: &OptionId) -> bool {
        match self {
            Self::MultipleResponse { options: chosen } | Self::Reflection { checks: chosen, .. } => {
                chosen.contains(id)
            }
            Self::SingleChoice { option: chosen }
            | Self::TrueFalse { reason: chosen, .. }
            | Self::Hotspot { region: chosen } => chosen.as_ref() == Some(id),
            Self::Matching { .. } | Self::Grid { .. } => self.pairs().iter().any(|(_, chosen)| chosen == id),
            Self::Ordering { .. } | Self::FillIn { .. } | Self::Numeric { .. } | Self::Cloze { .. } => false,
        }
    }

    /// The pairs of a response to a matching question, or the rows of one to a grid.
    #[must_use]
    pub fn pairs(&self) -> &[(OptionId, OptionId)] {
        if let Self::Matching { pairs } | Self::Grid { rows: pairs } = self { pairs } else { &[] }
    }

    /// What a response to a cloze gives to its gaps.
    #[must_use]
    pub fn given(&self) -> &[(OptionId, String)] {
        if let Self::Cloze { gaps } = self { gaps } else { &[] }
    }

    /// What the learner typed; nothing where that is not asked for.
    #[must_use]
    pub fn typed(&self) -> &str {
        if let Self::FillIn { text } | Self::Numeric { text } | Self::Reflection { text, .. } = self {
            text
        } else {
            ""
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
            Self::Matching { pairs } => written_pairs("matching", "pairs", pairs, OptionId::as_str),
            Self::Grid { rows } => written_pairs("grid", "rows", rows, OptionId::as_str),
            Self::Cloze { gaps } => written_pairs("cloze", "gaps", gaps, String::as_str),
            Self::Reflection { text, checks } => table([
                ("kind", Some("reflection".into())),
                ("text", Some(text.as_str().into())),
                ("checks", Some(checks.iter().map(id).collect())),
            ]),
            Self::Hotspot { region } => {
                table([("kind", Some("hotspot".into())), ("region", region.as_ref().map(id))])
            }
            Self::FillIn { text } => {
                table([("kind", Some("fill-in".into())), ("text", Some(text.as_str().into()))])
            }
            Self::Numeric { text } => {
                table([("kind", Some("numeric".into())), ("text", Some(text.as_str().into()))])
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
            "matching" => Some(Self::Matching { pairs: read_pairs(tree.get("pairs")?, Tree::as_id)? }),
            "grid" => Some(Self::Grid { rows: read_pairs(tree.get("rows")?, Tree::as_id)? }),
            "cloze" => {
                let text = |tree: &Tree| Some(tree.as_text()?.to_owned());
                Some(Self::Cloze { gaps: read_pairs(tree.get("gaps")?, text)? })
            }
            "reflection" => Some(Self::Reflection {
                text: tree.get("text")?.as_text()?.to_owned(),
                checks: ids("checks").unwrap_or_default(),
            }),
            "hotspot" => Some(Self::Hotspot { region: id("region") }),
            "fill-in" => Some(Self::FillIn { text: tree.get("text")?.as_text()?.to_owned() }),
            "numeric" => Some(Self::Numeric { text: tree.get("text")?.as_text()?.to_owned() }),
            _ => None,
        }
    }
}

fn written_pairs<T>(kind: &str, name: &str, pairs: &[(OptionId, T)], to: fn(&T) -> &str) -> Tree {
    let pairs = pairs.iter().map(|(from, given)| (from.as_str().to_owned(), Tree::from(to(given))));
    let pairs = Value::Table(pairs.collect());
    table([("kind", Some(kind.into())), (name, Some(pairs.into()))])
}

fn read_pairs<T>(tree: &Tree, to: fn(&Tree) -> Option<T>) -> Option<Vec<(OptionId, T)>> {
    let Value::Table(pairs) = &tree.value else { return None };
    let pair = |(from, given): &(String, Tree)| Some((Id::parse(from)?, to(given)?));
    Some(pairs.iter().filter_map(pair).collect())
}
