//! Parts: what counts within a question, and what an answer earns by the question's weight.

use super::{Kind, Question};
use crate::quiz::later::later;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

impl Kind {
    /// How many of its parts a response is right about, and how many there are:
    ///
    /// | Kind | Its parts | Source |
    /// |---|---|---|
    /// | multiple response | options, selected or left | [its score](super::multiple_response::MultipleResponse::score) |
    /// | ordering | steps after the first, each after the one before it | [its score](super::ordering::Ordering::score) |
    /// | matching, grid | premises or rows | [their score](super::matching::Matching::score) |
    /// | cloze | gaps | [its score](super::cloze::Cloze::score) |
    /// | reflection | none: nothing in it is right or not | |
    /// | any other | one: it is right as a whole, or not | |
    ///
    /// Where there are several, the share of them that is right is the score.
    #[must_use]
    pub fn parts(&self, response: &Response) -> (usize, usize) {
        match self {
            // Nothing selected is unanswered, and not right about what it leaves.
            Self::MultipleResponse(kind) if !self.is_complete(response) => (0, kind.options().len()),
            Self::MultipleResponse(kind) => (kind.n_right(response), kind.options().len()),
            Self::SingleChoice(_) | Self::TrueFalse(_) => self.whole(response),
            Self::Ordering(_)
            | Self::Matching(_)
            | Self::FillIn(_)
            | Self::Grid(_)
            | Self::Numeric(_)
            | Self::Cloze(_)
            | Self::Reflection(_)
            | Self::Hotspot(_) => (later().parts)(self, response),
        }
    }

    /// What is right as a whole, or not.
    pub(super) fn whole(&self, response: &Response) -> (usize, usize) {
        (usize::from(self.score(response).is_full()), 1)
    }
}

impl Question {
    /// What a response earns, of the question's points.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        self.kind.score(response).times(self.points)
    }
}
