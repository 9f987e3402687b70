//! Event: what a session reports.

use super::report::Report;
use super::settings::Mode;
use crate::quiz::id::QuestionId;
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
    /// A response was checked; or, where one is repeated, the attempts that were left were given up.
    Answered {
        /// The question.
        question: QuestionId,
        /// What the learner gave.
        response: Response,
        /// What it earns.
        score: Score,
        /// Whether the hint was open by then.
        has_hint: bool,
        /// Which attempt it was, counted from 1.
        attempt: usize,
        /// Whether no other attempt is open.
        is_final: bool,
    },
    /// The results are there.
    Finished(Report),
    /// The session began again.
    Restarted,
}
