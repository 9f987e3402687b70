//! Shown: the question that is shown, with everything a view needs of it, and what else a session tells.

use super::action::Scope;
use super::adaptive;
use super::attempt::{Attempt, Sheet, Standing};
use super::certainty::calibration;
use super::mode::{A_SITTING, Mode};
use super::plan::Planned;
use super::report::{Answer, Millis, Report, TopicScore};
use super::settings::{Count, Settings};
use super::{Phase, Session};
use crate::quiz::bank::{Bank, Scenario};
use crate::quiz::calibration::Certainty;
use crate::quiz::memory::rating::Rating;
use crate::quiz::question::Question;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::response::Response;
use crate::quiz::score::Score;
use crate::quiz::shuffle::Seed;
use std::rc::Rc;

/// The question that is shown, with everything a view needs of it.
#[derive(Clone, Debug)]
pub struct Shown<'s> {
    /// Where in the plan, counted from 0.
    pub position: usize,
    /// The question.
    pub question: &'s Question,
    /// Its vignette.
    pub scenario: Option<&'s Scenario>,
    /// Its options in the order they are shown in.
    pub planned: &'s Planned,
    /// What the learner gave so far.
    pub response: Response,
    /// What that earns, once it was checked and no other attempt is open. Until then nothing may tell
    /// the key.
    pub score: Option<Score>,
    /// How the attempts at it stand.
    pub attempts: Attempts,
    /// How sure the learner is, where they said so.
    pub certainty: Option<Certainty>,
    /// How well it was known, where it is a card that was rated.
    pub rating: Option<Rating>,
}

impl<'s> Shown<'s> {
    /// Its options in the order they are shown in.
    pub fn options(&self) -> impl Iterator<Item = &'s QuestionOption> {
        let options = self.question.kind.options();
        self.planned.options.iter().filter_map(|id| options.iter().find(|option| option.id == *id))
    }

    /// How right the answer is, of one point and whatever it cost; once that may be told.
    #[must_use]
    pub fn grade(&self) -> Option<Score> {
        self.score.map(|_| self.question.kind.score(&self.response))
    }
}

/// How the attempts at a question stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// How far the answer is.
    pub standing: Standing,
    /// How many were checked.
    pub n_checked: usize,
    /// How many there may be.
    pub n_most: usize,
    /// Whether the hint was opened before the answer was checked for good.
    pub has_hint: bool,
    /// What is taken off for the hint, in percent: once the answer was checked for good what was,
    /// before that what would be.
    pub hint_cost: u32,
    /// The same for attempts: of all together what was, and of each what would be.
    pub attempt_cost: u32,
}

/// What a session tells.
impl Session {
    /// Its bank.
    #[must_use]
    pub fn bank(&self) -> &Rc<Bank> {
        &self.bank
    }

    /// Its settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The seed its plan was drawn from.
    #[must_use]
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// What the learner is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How many questions the plan has; at most, where that follows from the answers.
    #[must_use]
    pub fn n_questions(&self) -> usize {
        if self.is_adaptive() { self.sheets.len().min(adaptive::MOST) } else { self.sheets.len() }
    }

    /// Whether it goes on for as long as it takes.
    #[must_use]
    pub fn is_adaptive(&self) -> bool {
        self.scope().count == Some(Count::Auto) && matches!(self.settings.mode, Mode::Practice | Mode::Review)
    }

    /// How many of them are answered.
    #[must_use]
    pub fn n_answered(&self) -> usize {
        (0..self.sheets.len()).filter(|position| self.is_answered(*position)).count()
    }

    /// Whether the question at a position is answered: checked, or in an exam given at all; a card is rated.
    #[must_use]
    pub fn is_answered(&self, position: usize) -> bool {
        let Some(sheet) = self.sheets.get(position) else { return false };
        match self.settings.mode {
            Mode::Exam if self.phase != Phase::Finished => self.draft(position).is_some(),
            Mode::Cards => sheet.rating.is_some(),
            Mode::Practice | Mode::Exam | Mode::Review => !sheet.attempts.is_empty(),
        }
    }

    /// When it began.
    #[must_use]
    pub fn began(&self) -> Millis {
        self.began
    }

    /// The topics and the number of questions that the next draw uses.
    #[must_use]
    pub fn scope(&self) -> Scope {
        let of_mode = || self.settings.mode.follows_agenda().then_some(Count::Of(A_SITTING));
        let count = || self.settings.count.or_else(of_mode);
        self.scope.clone().unwrap_or_else(|| Scope { topics: Vec::new(), count: count() })
    }

    /// The plan with what the learner gave.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The question that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<Shown<'_>> {
        self.shown_at(self.phase.position()?)
    }

    /// The question at a position, as it was or will be shown; at the results with what counts.
    #[must_use]
    pub fn shown_at(&self, position: usize) -> Option<Shown<'_>> {
        let sheet = self.sheets.get(position)?;
        let question = self.question_at(position)?;
        let counted = sheet.attempts.last().filter(|_| self.phase == Phase::Finished);
        let is_told = counted.is_some() || sheet.standing == Standing::Done;
        let response = counted.map(|attempt| &attempt.response).or(sheet.response.as_ref());
        // What cannot earn anything costs nothing.
        let score = self.score_at(position);
        let [hint_cost, attempt_cost] = match is_told {
            _ if !score.is_counted() => [0, 0],
            true => self.costs_of(&sheet.attempts),
            false => [self.settings.hint_cost, self.settings.attempt_cost],
        };
        Some(Shown {
            position,
            question,
            scenario: question.scenario.as_ref().and_then(|id| self.bank.scenario(id)),
            planned: &sheet.planned,
            response: response.cloned().unwrap_or_else(|| question.kind.blank()),
            score: is_told.then_some(score),
            attempts: Attempts {
                standing: if is_told { Standing::Done } else { sheet.standing },
                n_checked: sheet.attempts.len(),
                n_most: self.most_attempts(question),
                has_hint: sheet.has_hint,
                hint_cost,
                attempt_cost,
            },
            certainty: counted.map_or(sheet.certainty, |attempt| attempt.certainty),
            rating: sheet.rating,
        })
    }

    pub(super) fn question_at(&self, position: usize) -> Option<&Question> {
        self.bank.question(&self.sheets.get(position)?.planned.question)
    }

    pub(super) fn score_at(&self, position: usize) -> Score {
        // Of a card, learners judge for themselves.
        if self.settings.mode == Mode::Cards {
            return Score::default();
        }
        let sheet_and_question = self.sheets.get(position).zip(self.question_at(position));
        sheet_and_question
            .map_or_else(Score::default, |(sheet, question)| self.score_of(question, &sheet.attempts))
    }

    /// The first and the last position of the questions that share the scenario of the one at
    /// `position`; where there is none, that position twice.
    #[must_use]
    pub fn of_scenario(&self, position: usize) -> (usize, usize) {
        let scenario = |position| self.question_at(position).and_then(|question| question.scenario.as_ref());
        let here = scenario(position);
        let is_shared = |other: &usize| here.is_some() && scenario(*other) == here;
        let first = (0..position).rev().take_while(is_shared).last();
        let last = (position + 1..self.sheets.len()).take_while(is_shared).last();
        (first.unwrap_or(position), last.unwrap_or(position))
    }

    /// What the session came to so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let answers: Vec<_> = (self.sheets.iter().enumerate())
            .map(|(position, sheet)| Answer {
                question: sheet.planned.question.clone(),
                response: sheet.attempts.last().map(|attempt| attempt.response.clone()),
                score: self.score_at(position),
                attempts: self.checked(position),
                is_flagged: sheet.is_flagged,
                rating: sheet.rating,
            })
            .collect();
        let score: Score = answers.iter().map(|answer| answer.score).sum();
        let of_topic = |topic| {
            let in_topic =
                |answer: &&Answer| self.bank.question(&answer.question).is_some_and(|q| q.topic == topic);
            let score: Score = answers.iter().filter(in_topic).map(|answer| answer.score).sum();
            score.is_counted().then_some(TopicScore { id: topic, score })
        };
        Report {
            score,
            // A hair below the mark by rounding is the mark.
            passed: self
                .settings
                .pass_mark
                .filter(|_| score.is_counted())
                .map(|mark| score.percent() + 1e-9 >= f64::from(mark)),
            duration: self.elapsed,
            topics: self.bank.topics().iter().filter_map(|topic| of_topic(topic.id.clone())).collect(),
            answers,
            calibration: calibration(self),
        }
    }

    /// The attempts at the question at a position, each with what it earned.
    fn checked(&self, position: usize) -> Vec<(Attempt, Score)> {
        let Some((sheet, question)) = self.sheets.get(position).zip(self.question_at(position)) else {
            return Vec::new();
        };
        let earned = |n: usize| self.score_of(question, &sheet.attempts[..=n]);
        sheet.attempts.iter().cloned().enumerate().map(|(n, attempt)| (attempt, earned(n))).collect()
    }
}

#[cfg(all(test, feature = "web"))]
pub(crate) mod testing {
    //! A question as it is shown, for tests.
    use super::{Attempts, Planned, Question, Shown};

    /// A question that nobody has answered.
    pub(crate) fn shown<'s>(question: &'s Question, planned: &'s Planned) -> Shown<'s> {
        Shown {
            position: 0,
            question,
            scenario: None,
            planned,
            response: question.kind.blank(),
            score: None,
            attempts: Attempts::default(),
            certainty: None,
            rating: None,
        }
    }
}
