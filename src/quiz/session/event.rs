//! Event: what a session reports.

use super::mode::Mode;
use crate::quiz::calibration::Certainty;

use crate::quiz::id::QuestionId;
use crate::quiz::memory::rating::Rating;
use crate::quiz::response::Response;
use crate::quiz::score::Score;
use crate::quiz::shuffle::Seed;

/// Something that happened in a session, whoever caused it.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The first question is about to be shown.
    Started {
        /// How many questions the plan has.
        n_questions: usize,
        /// The session's mode.
        mode: Mode,
        /// The seed the plan was drawn from.
        seed: Seed,
    },
    /// Another question is shown.
    Moved {
        /// Which.
        question: QuestionId,
        /// Where in the plan, counted from 0.
        position: usize,
        /// How many questions the plan has.
        total: usize,
    },
    /// A response was checked; or, where one is repeated, the attempts that were left were given up. Those
    /// of an exam are checked when it is handed in.
    Answered {
        /// The question.
        question: QuestionId,
        /// What the learner gave.
        response: Response,
        /// What it earns.
        score: Score,
        /// How sure the learner was, where they said so.
        certainty: Option<Certainty>,
        /// Whether the hint was open by then.
        has_hint: bool,
        /// Which attempt it was, counted from 1.
        attempt: usize,
        /// Whether no other attempt is open.
        is_final: bool,
    },
    /// The learner said how well what is on a card was known.
    Rated {
        /// The question.
        question: QuestionId,
        /// How well.
        rating: Rating,
    },
    /// The results are there: see [`Session::report`](super::Session::report).
    Finished,
    /// The session began again.
    Restarted,
}
