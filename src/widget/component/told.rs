//! What the callbacks of a [`Quiz`](crate::Quiz) are told.

use crate::quiz::calibration::Certainty;
use crate::quiz::id::QuestionId;
use crate::quiz::memory::rating::Rating;
use crate::quiz::session::mode::Mode;
use crate::quiz::shuffle::Seed;
use crate::quiz::{Response, Score};

/// The first question is about to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Started {
    /// How many questions the plan has.
    pub n_questions: usize,
    /// The session’s mode.
    pub mode: Mode,
    /// The seed the plan was drawn from: with the same bank and settings it draws the same plan.
    pub seed: Seed,
}

/// Another question is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Which.
    pub question: QuestionId,
    /// Where in the plan, counted from 0.
    pub position: usize,
    /// How many questions the plan has.
    pub total: usize,
}

/// A response was checked. Those of an exam are checked when it is handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: QuestionId,
    /// What the learner gave.
    pub response: Response,
    /// What it earns.
    pub score: Score,
    /// How sure the learner was, where they said so.
    pub certainty: Option<Certainty>,
    /// Whether the hint was open by then.
    pub has_hint: bool,
    /// Which attempt it was, counted from 1.
    pub attempt: usize,
    /// Whether no other attempt is open.
    pub is_final: bool,
}

/// The learner said how well what is on a card was known.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// The question.
    pub question: QuestionId,
    /// How well.
    pub rating: Rating,
}
