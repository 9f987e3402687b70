//! Mode: when the learner is told how it went, and what may be asked meanwhile. One file for each says what
//! it allows.
//!
//! ```text
//! practice   Ready ─► Answering ─► Feedback ─► …                      ─► Finished
//! review     the same, with the questions that are due
//! exam       Ready ─► Answering ⇄ Answering … ─► LookingOver ─► hand in ─► Finished
//!                         ⇅ Paused
//! cards      Ready ─► Recalling ─► Turned ─► rate ─► Recalling ─► …    ─► Finished
//! ```

mod cards;
mod exam;
mod practice;
mod review;

use super::action::Action;
use super::event::Event;
use super::{Phase, Session};

/// When the learner is told how it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// After each answer.
    #[default]
    Practice,
    /// At the end, against the clock where there is a time limit.
    Exam,
    /// After each answer, with what is due again.
    Review,
    /// By the learner: the stem, then the answer, then how well it was known.
    Cards,
}

/// How many questions are asked of what is due, where nobody says.
pub const A_SITTING: u32 = 20;

impl Mode {
    /// Every mode with its name in attributes and files.
    pub const NAMES: &[(&str, Self)] = &[
        ("practice", Self::Practice),
        ("exam", Self::Exam),
        ("review", Self::Review),
        ("cards", Self::Cards),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
            Self::Review => "review",
            Self::Cards => "cards",
        }
    }

    /// Whether its questions are those that are due, as far as anything is known of the learner.
    #[must_use]
    pub fn follows_agenda(self) -> bool {
        matches!(self, Self::Review | Self::Cards)
    }
}

/// What the mode of a session has to say to an action; nothing where it leaves it to what is common.
pub(in crate::quiz) fn update(session: &mut Session, action: &Action) -> Option<Vec<Event>> {
    match (session.settings.mode, action) {
        (_, Action::PractiseMissed) if session.phase == Phase::Finished => {
            Some(review::practise_missed(session))
        }
        (_, Action::Practise(questions)) if session.phase.place().is_none() => {
            Some(review::practise(session, questions))
        }
        (Mode::Practice | Mode::Review, _) => practice::update(session, action),
        (Mode::Exam, _) => exam::update(session, action),
        (Mode::Cards, _) => cards::update(session, action),
    }
}
