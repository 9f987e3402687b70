//! Session: one sitting with a bank. A state machine: [`Action`] in, [`Event`]s out, nothing else.

pub mod action;
pub mod attempt;
pub mod event;
pub mod plan;
pub mod report;
pub mod settings;
pub mod shown;
pub mod snapshot;

pub use shown::Shown;

use crate::quiz::bank::Bank;
use crate::quiz::id::QuestionId;
use crate::quiz::response::Response;
use crate::quiz::shuffle::{Rng, Seed};
use action::{Action, Scope};
use attempt::{Sheet, Standing};
use event::Event;
use plan::Planned;
use report::Millis;
use settings::Settings;
use std::rc::Rc;

/// One sitting. Pure, total and deterministic: the same bank, settings, seed and actions give the
/// same events.
#[derive(Clone, Debug)]
pub struct Session {
    bank: Rc<Bank>,
    settings: Settings,
    seed: Seed,
    scope: Option<Scope>,
    phase: Phase,
    sheets: Vec<Sheet>,
    elapsed: Millis,
    /// When the last action came; time is counted from there.
    seen: Millis,
}

/// What the learner is doing. A position counts from 0 and is always within the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Looking at the start screen.
    Ready,
    /// Answering the question at a position.
    Answering {
        /// Where in the plan.
        position: usize,
    },
    /// Reading how an attempt at the question at a position went, with another one open: the key is
    /// not told yet.
    Retry {
        /// Where in the plan.
        position: usize,
    },
    /// Reading the feedback to the question at a position.
    Feedback {
        /// Where in the plan.
        position: usize,
    },
    /// Looking at the results.
    Finished,
}

impl Phase {
    /// Its name on the element's `phase` property.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Answering { .. } => "answering",
            Self::Retry { .. } | Self::Feedback { .. } => "feedback",
            Self::Finished => "finished",
        }
    }

    /// Where in the plan, while a question is shown.
    #[must_use]
    pub fn position(self) -> Option<usize> {
        match self {
            Self::Answering { position } | Self::Retry { position } | Self::Feedback { position } => {
                Some(position)
            }
            Self::Ready | Self::Finished => None,
        }
    }
}

impl Session {
    /// A new session, its plan drawn from the seed.
    #[must_use]
    pub fn new(bank: Rc<Bank>, settings: Settings, seed: Seed) -> Self {
        let mut session = Self {
            bank,
            seed: settings.seed.unwrap_or(seed),
            settings,
            scope: None,
            phase: Phase::Ready,
            sheets: Vec::new(),
            elapsed: Millis::default(),
            seen: Millis::default(),
        };
        session.draw();
        session
    }

    /// Does what is asked and tells what happened; nothing, where it makes no sense now.
    pub fn update(&mut self, action: Action, now: Millis) -> Vec<Event> {
        if self.phase.position().is_some() && action != Action::Resume {
            self.elapsed = self.elapsed.plus(now.since(self.seen));
        }
        self.seen = now;
        match action {
            Action::Choose(scope) => self.choose(scope),
            Action::Start => self.start(),
            Action::Resume => self.phase.position().map_or_else(Vec::new, |position| self.show(position)),
            Action::Respond(response) => self.respond(response),
            Action::Hint => self.open_hint(),
            Action::Submit => self.submit(),
            Action::Mark(checks) => self.mark(checks),
            Action::TryAgain => self.try_again(),
            Action::GiveUp => self.give_up(),
            Action::Next => self.next(),
            Action::Skip => self.skip(),
            Action::Back => self.back(),
            Action::GoTo(question) => self.go_to(&question),
            Action::Finish => self.finish(),
            Action::Restart => self.restart(),
            Action::PractiseMissed => self.practise_missed(),
        }
    }

    /// Takes the same bank with its rest, where only its first file was in hand.
    pub fn complete(&mut self, bank: Rc<Bank>) {
        if bank.about().id == self.bank.about().id {
            self.bank = bank;
        }
    }

    fn choose(&mut self, scope: Scope) -> Vec<Event> {
        if self.phase == Phase::Ready {
            self.scope = Some(scope);
            self.draw();
        }
        Vec::new()
    }

    fn start(&mut self) -> Vec<Event> {
        if self.phase != Phase::Ready {
            return Vec::new();
        }
        let started =
            Event::Started { n_questions: self.sheets.len(), mode: self.settings.mode, seed: self.seed };
        let mut events = vec![started];
        events.extend(self.show(0));
        events
    }

    fn respond(&mut self, response: Response) -> Vec<Event> {
        if let Phase::Answering { position } = self.phase
            && self
                .question_at(position)
                .is_some_and(|question| question.kind.understood(&response) == response)
            && let Some(sheet) = self.sheets.get_mut(position)
        {
            sheet.response = Some(response);
        }
        Vec::new()
    }

    fn next(&mut self) -> Vec<Event> {
        match self.phase {
            Phase::Retry { position } | Phase::Feedback { position } => self.leave(position),
            Phase::Ready | Phase::Answering { .. } | Phase::Finished => Vec::new(),
        }
    }

    fn skip(&mut self) -> Vec<Event> {
        match self.phase {
            Phase::Answering { position } => self.leave(position),
            Phase::Ready | Phase::Retry { .. } | Phase::Feedback { .. } | Phase::Finished => Vec::new(),
        }
    }

    fn leave(&mut self, position: usize) -> Vec<Event> {
        if position + 1 < self.sheets.len() { self.show(position + 1) } else { self.finish() }
    }

    fn back(&mut self) -> Vec<Event> {
        match self.phase.position() {
            Some(position) if position > 0 => self.show(position - 1),
            _ => Vec::new(),
        }
    }

    fn go_to(&mut self, question: &QuestionId) -> Vec<Event> {
        let target = self.sheets.iter().position(|sheet| sheet.planned.question == *question);
        match (target, self.phase.position()) {
            (Some(target), Some(position)) if target != position => self.show(target),
            _ => Vec::new(),
        }
    }

    fn finish(&mut self) -> Vec<Event> {
        if self.phase.position().is_none() {
            return Vec::new();
        }
        self.phase = Phase::Finished;
        vec![Event::Finished(self.report())]
    }

    fn restart(&mut self) -> Vec<Event> {
        if self.phase == Phase::Ready {
            return Vec::new();
        }
        self.begin_again();
        self.draw();
        vec![Event::Restarted]
    }

    fn practise_missed(&mut self) -> Vec<Event> {
        let missed: Vec<_> = self.report().missed().cloned().collect();
        if self.phase != Phase::Finished || missed.is_empty() {
            return Vec::new();
        }
        self.begin_again();
        let mut rng = Rng::new(self.seed);
        self.sheets = sheets(plan::of_questions(&self.bank, &missed, self.settings.shuffle, &mut rng));
        let mut events = vec![Event::Restarted];
        events.extend(self.start());
        events
    }

    fn begin_again(&mut self) {
        self.seed = self.settings.seed.unwrap_or_else(|| self.seed.next());
        self.phase = Phase::Ready;
        self.elapsed = Millis::default();
    }

    fn draw(&mut self) {
        let Scope { topics, count } = self.scope();
        let topics = if topics.is_empty() { &self.settings.topics } else { &topics };
        let mut rng = Rng::new(self.seed);
        self.sheets = sheets(plan::draw(&self.bank, topics, count, self.settings.shuffle, &mut rng));
    }

    fn show(&mut self, position: usize) -> Vec<Event> {
        let Some(sheet) = self.sheets.get(position) else { return Vec::new() };
        self.phase = phase_at(position, sheet);
        let question = sheet.planned.question.clone();
        vec![Event::Moved { question, position, total: self.sheets.len() }]
    }
}

fn phase_at(position: usize, sheet: &Sheet) -> Phase {
    match sheet.standing {
        Standing::Open => Phase::Answering { position },
        Standing::Retry => Phase::Retry { position },
        Standing::Done => Phase::Feedback { position },
    }
}

/// Fresh sheets of a plan.
fn sheets(plan: Vec<Planned>) -> Vec<Sheet> {
    plan.into_iter().map(Sheet::new).collect()
}
