//! Response: what a learner gave.

use crate::quiz::id::{Id, OptionId};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// What a learner gave to a question, complete or not. It names options by id.
///
/// Its JSON is part of the contract (`selfcheck-answer`, snapshots), for example
/// `{"kind": "single-choice", "option": "b"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Response {
    /// To a single-choice question.
    SingleChoice {
        /// The chosen option.
        option: Option<OptionId>,
    },
    /// To a multiple-response question.
    MultipleResponse {
        /// The selected options.
        options: BTreeSet<OptionId>,
    },
    /// To a true-false question.
    TrueFalse {
        /// Whether the learner holds the statement true.
        verdict: Option<bool>,
        /// The reason the learner chose.
        reason: Option<OptionId>,
    },
}

impl Response {
    /// Whether everything that the question asks for is there, so that it can be checked.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        match self {
            Self::SingleChoice { option } => option.is_some(),
            Self::MultipleResponse { options } => !options.is_empty(),
            Self::TrueFalse { verdict, reason } => verdict.is_some() && reason.is_some(),
        }
    }

    /// Whether nothing is there yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::SingleChoice { option } => option.is_none(),
            Self::MultipleResponse { options } => options.is_empty(),
            Self::TrueFalse { verdict, reason } => verdict.is_none() && reason.is_none(),
        }
    }

    /// Whether it chooses that option (or reason).
    #[must_use]
    pub fn chooses(&self, id: &OptionId) -> bool {
        match self {
            Self::SingleChoice { option: chosen } | Self::TrueFalse { reason: chosen, .. } => {
                chosen.as_ref() == Some(id)
            }
            Self::MultipleResponse { options } => options.contains(id),
        }
    }
}

impl Serialize for OptionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
