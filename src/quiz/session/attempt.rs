//! Attempt: answering a question, with hint or without, once or several times. Until the last
//! attempt nothing tells the key.
//!
//! ```text
//! Answering ── submit ──► Feedback        it earned everything, or no attempt is left
//!     ▲   └─── submit ──► Retry           another attempt is open
//!     └─ try again ──────────┤
//!                            └─ give up ─► Feedback
//! ```
//!
//! The response to the last attempt that was checked counts, whatever the learner does then.

use super::event::Event;
use super::mode::Mode;
use super::plan::Planned;
use super::{Phase, Session};
use crate::quiz::calibration::Certainty;
use crate::quiz::id::OptionId;
use crate::quiz::memory::rating::Rating;
use crate::quiz::question::{Kind, Question};
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// A question of the plan and what the learner gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The question and its options as shown.
    pub planned: Planned,
    /// What the learner gave, complete or not. Once it was checked, the response to the last attempt.
    pub response: Option<Response>,
    /// What was checked, the first attempt first.
    pub attempts: Vec<Attempt>,
    /// How far the answer is.
    pub standing: Standing,
    /// Whether the hint was opened before the answer was checked for good.
    pub has_hint: bool,
    /// How sure the learner is of the response, where they said so.
    pub certainty: Option<Certainty>,
    /// Whether the learner wants to come back to it before handing in.
    pub is_flagged: bool,
    /// How well it was known, where it is a card.
    pub rating: Option<Rating>,
}

/// A response that was checked. It stays, but for what is [marked](super::Action::Mark) in a reflection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What the learner gave.
    pub response: Response,
    /// Whether the hint was open by then.
    pub has_hint: bool,
    /// How sure the learner was, where they said so.
    pub certainty: Option<Certainty>,
}

/// How far the answer to a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// An attempt is being made; earlier ones may have been checked.
    #[default]
    Open,
    /// An attempt was checked, and another is open.
    Retry,
    /// Checked for good, or given up.
    Done,
}

impl Sheet {
    /// Nothing given yet.
    #[must_use]
    pub fn new(planned: Planned) -> Self {
        Self {
            planned,
            response: None,
            attempts: Vec::new(),
            standing: Standing::Open,
            has_hint: false,
            certainty: None,
            is_flagged: false,
            rating: None,
        }
    }
}

impl Session {
    /// How often a question may be answered: as often as it says itself, or else the settings. A
    /// reflection is written once, and an exam is handed in once.
    #[must_use]
    pub fn most_attempts(&self, question: &Question) -> usize {
        if self.settings.mode == Mode::Exam || matches!(question.kind, Kind::Reflection(_)) {
            return 1;
        }
        question.attempts.unwrap_or(self.settings.attempts).max(1) as usize
    }

    /// What the last of these attempts at a question earns; nothing where there is none.
    pub(super) fn score_of(&self, question: &Question, attempts: &[Attempt]) -> Score {
        let Some(last) = attempts.last() else { return question.score(&question.kind.blank()) };
        let [hint, earlier] = self.costs_of(attempts);
        question.score(&last.response).less(hint).less(earlier)
    }

    /// What is taken off the last attempt: for the hint, and for the attempts before it, in percent.
    pub(super) fn costs_of(&self, attempts: &[Attempt]) -> [u32; 2] {
        let has_hint = attempts.last().is_some_and(|last| last.has_hint);
        let n_earlier = u32::try_from(attempts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        [
            if has_hint { self.settings.hint_cost } else { 0 },
            self.settings.attempt_cost.saturating_mul(n_earlier).min(100),
        ]
    }

    /// What the learner gave to a question that is open, checked or not, if it is anything at all.
    pub(super) fn draft(&self, position: usize) -> Option<&Response> {
        let (sheet, question) = self.sheets.get(position).zip(self.question_at(position))?;
        sheet.response.as_ref().filter(|response| question.kind.is_begun(response))
    }

    pub(super) fn open_hint(&mut self) -> Vec<Event> {
        if let Phase::Answering { position } | Phase::Retry { position } = self.phase
            && self.question_at(position).is_some_and(|question| question.hint.is_some())
            && let Some(sheet) = self.sheets.get_mut(position)
        {
            sheet.has_hint = true;
        }
        Vec::new()
    }

    pub(super) fn submit(&mut self) -> Vec<Event> {
        let Phase::Answering { position } = self.phase else { return Vec::new() };
        let Some((question, sheet)) = self.question_at(position).zip(self.sheets.get(position)) else {
            return Vec::new();
        };
        let response = sheet.response.clone().unwrap_or_else(|| question.kind.blank());
        if !question.kind.is_complete(&response) {
            return Vec::new();
        }
        let is_over = self.is_over(question, &response, sheet.attempts.len() + 1);
        let sheet = &mut self.sheets[position];
        let Sheet { has_hint, certainty, .. } = *sheet;
        sheet.attempts.push(Attempt { response, has_hint, certainty });
        self.settle(position, is_over)
    }

    /// Whether nothing is left to try after so many attempts, of which the last gave this.
    pub(super) fn is_over(&self, question: &Question, response: &Response, n_attempts: usize) -> bool {
        n_attempts >= self.most_attempts(question) || question.score(response).is_full()
    }

    /// The one change to a response that was checked: what the learner finds in a reflection. Nothing is
    /// told of it, as it earns no points; the report has it.
    pub(super) fn mark(&mut self, checks: Vec<OptionId>) -> Vec<Event> {
        let Phase::Feedback { position } = self.phase else { return Vec::new() };
        let Some(Response::Reflection { text, .. }) = &self.sheets[position].response else {
            return Vec::new();
        };
        let response = Response::Reflection { text: text.clone(), checks };
        let is_understood = |question: &Question| question.kind.understood(&response) == response;
        if self.question_at(position).is_some_and(is_understood) {
            let sheet = &mut self.sheets[position];
            sheet.attempts.last_mut().into_iter().for_each(|last| last.response = response.clone());
            sheet.response = Some(response);
        }
        Vec::new()
    }

    pub(super) fn try_again(&mut self) -> Vec<Event> {
        let Phase::Retry { position } = self.phase else { return Vec::new() };
        self.sheets[position].standing = Standing::Open;
        // It was said of the response that was checked.
        self.sheets[position].certainty = None;
        self.show(position)
    }

    pub(super) fn give_up(&mut self) -> Vec<Event> {
        let (Phase::Answering { position } | Phase::Retry { position }) = self.phase else {
            return Vec::new();
        };
        self.settle(position, true)
    }

    /// Goes on to what is told of the last attempt, if there was one.
    fn settle(&mut self, position: usize, is_over: bool) -> Vec<Event> {
        let Some(sheet) = self.sheets.get_mut(position) else { return Vec::new() };
        let Some(Attempt { response, has_hint, certainty }) = sheet.attempts.last().cloned() else {
            return Vec::new();
        };
        sheet.response = Some(response.clone());
        sheet.certainty = certainty;
        sheet.standing = if is_over { Standing::Done } else { Standing::Retry };
        let (question, attempt) = (sheet.planned.question.clone(), sheet.attempts.len());
        self.phase = self.phase_at(position);
        let score = self.score_at(position);
        vec![Event::Answered { question, response, score, certainty, has_hint, attempt, is_final: is_over }]
    }
}
