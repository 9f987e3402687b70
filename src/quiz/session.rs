//! Session: one sitting with a bank. A state machine: [`Action`] in, [`Event`]s out, nothing else.

pub mod action;
pub mod adaptive;
pub mod attempt;
pub mod certainty;
pub mod event;
pub mod mode;
pub mod plan;
pub mod report;
pub mod settings;
pub mod shown;
pub mod snapshot;

pub use shown::Shown;

use crate::quiz::bank::Bank;
use crate::quiz::id::QuestionId;
use crate::quiz::later::later;
use crate::quiz::response::Response;
use crate::quiz::shuffle::{Rng, Seed};
use action::{Action, Scope};
use attempt::{Sheet, Standing};
use event::Event;
use mode::Mode;
use plan::Planned;
use report::Millis;
use settings::{Count, Settings};
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
    began: Millis,
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
    /// Recalling what is on the other side of the card at a position.
    Recalling {
        /// Where in the plan.
        position: usize,
    },
    /// Reading the other side of the card at a position, and about to say how well it was known.
    Turned {
        /// Where in the plan.
        position: usize,
    },
    /// Looking over an exam before handing it in.
    LookingOver {
        /// Where in the plan the learner was.
        position: usize,
    },
    /// Away from an exam, with the clock stopped.
    Paused {
        /// Where in the plan the learner was.
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
            Self::Answering { .. } | Self::Recalling { .. } => "answering",
            Self::Retry { .. } | Self::Feedback { .. } | Self::Turned { .. } => "feedback",
            Self::LookingOver { .. } => "reviewing",
            Self::Paused { .. } => "paused",
            Self::Finished => "finished",
        }
    }

    /// Where in the plan, while a question is shown.
    #[must_use]
    pub fn position(self) -> Option<usize> {
        match self {
            Self::Answering { position }
            | Self::Retry { position }
            | Self::Feedback { position }
            | Self::Recalling { position }
            | Self::Turned { position } => Some(position),
            Self::Ready | Self::LookingOver { .. } | Self::Paused { .. } | Self::Finished => None,
        }
    }

    /// Where in the plan the learner is, also while no question is shown.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        if let Self::LookingOver { position } | Self::Paused { position } = self {
            return Some(position);
        }
        self.position()
    }

    /// Whether time counts.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        self.place().is_some() && !matches!(self, Self::Paused { .. })
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
            began: Millis::default(),
            elapsed: Millis::default(),
            seen: Millis::default(),
        };
        session.draw();
        session
    }

    /// Does what is asked and tells what happened; nothing, where it makes no sense now.
    ///
    /// `now` may go back: a clock that was set ahead and put right gives the time back. It is for the clock
    /// not to go back where it was right.
    pub fn update(&mut self, action: Action, now: Millis) -> Vec<Event> {
        let now = now.min(Millis::MOST);
        if self.phase.is_under_way() && (action != Action::Resume || self.settings.mode == Mode::Exam) {
            self.elapsed = self.elapsed_at(now);
        }
        self.seen = now;
        if let Some(events) = (later().update)(self, &action) {
            return events;
        }
        match action {
            Action::Choose(scope) => self.choose(scope),
            Action::Start => self.start(),
            Action::Resume => self.phase.place().map_or_else(Vec::new, |position| self.show(position)),
            Action::Respond(response) => self.respond(response),
            Action::Hint => self.open_hint(),
            Action::Submit => self.submit(),
            Action::Mark(checks) => self.mark(checks),
            Action::TryAgain => self.try_again(),
            Action::GiveUp => self.give_up(),
            Action::Next => self.next(),
            Action::Skip => self.skip(),
            Action::Back => self.back(),
            Action::GoTo(question) => self.show_question(&question),
            Action::Finish => self.finish(),
            Action::Restart => self.restart(),
            // What only some modes know.
            Action::Sure(_)
            | Action::Flag
            | Action::LookOver
            | Action::Pause
            | Action::Tick
            | Action::Turn
            | Action::Rate(_)
            | Action::PractiseMissed
            | Action::Practise(_) => Vec::new(),
        }
    }

    fn elapsed_at(&self, now: Millis) -> Millis {
        self.elapsed.plus(now).since(self.seen)
    }

    /// Has the mode ask these questions, the most urgent first, where it asks what is due: see
    /// [`Mode::follows_agenda`]. Nothing changes where there are none, or once the session began; what is drawn
    /// anew wants to be told again.
    pub fn propose(&mut self, agenda: &[QuestionId]) {
        if self.phase == Phase::Ready && self.settings.mode.follows_agenda() && !agenda.is_empty() {
            let n_wanted =
                self.scope().count.and_then(Count::number).map_or(usize::MAX, |n| n.max(1) as usize);
            self.lay_out(&agenda[..n_wanted.min(agenda.len())], &|_| true);
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
        self.began = self.seen;
        let started =
            Event::Started { n_questions: self.n_questions(), mode: self.settings.mode, seed: self.seed };
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
        let (Phase::Retry { position } | Phase::Feedback { position }) = self.phase else {
            return Vec::new();
        };
        self.leave(position)
    }

    fn skip(&mut self) -> Vec<Event> {
        let Phase::Answering { position } = self.phase else { return Vec::new() };
        self.leave(position)
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

    /// Shows a question of the plan that is not shown already.
    fn show_question(&mut self, question: &QuestionId) -> Vec<Event> {
        let target = self.sheets.iter().position(|sheet| sheet.planned.question == *question);
        match (target, self.phase.place()) {
            (Some(target), Some(_)) if self.phase.position() != Some(target) => self.show(target),
            _ => Vec::new(),
        }
    }

    fn finish(&mut self) -> Vec<Event> {
        if self.phase.place().is_none() {
            return Vec::new();
        }
        self.phase = Phase::Finished;
        vec![Event::Finished]
    }

    fn restart(&mut self) -> Vec<Event> {
        if self.phase == Phase::Ready {
            return Vec::new();
        }
        self.begin_again();
        self.draw();
        vec![Event::Restarted]
    }

    fn begin_again(&mut self) {
        self.seed = self.settings.seed.unwrap_or_else(|| self.seed.next());
        self.phase = Phase::Ready;
        self.began = Millis::default();
        self.elapsed = Millis::default();
    }

    fn draw(&mut self) {
        let Scope { topics, count } = self.scope();
        let topics = if topics.is_empty() { &self.settings.topics } else { &topics };
        let mut rng = Rng::new(self.seed);
        self.sheets = sheets(plan::draw(&self.bank, topics, count, self.settings.shuffle, &mut rng));
    }

    /// A plan of exactly these questions. Those that are `first` come first, in the order they have here.
    fn lay_out(&mut self, questions: &[QuestionId], is_first: &dyn Fn(&QuestionId) -> bool) {
        let mut rng = Rng::new(self.seed);
        let Settings { shuffle, .. } = self.settings;
        self.sheets = sheets(plan::of_questions(&self.bank, questions, is_first, shuffle, &mut rng));
    }

    fn show(&mut self, position: usize) -> Vec<Event> {
        let Some(sheet) = self.sheets.get(position) else { return Vec::new() };
        let question = sheet.planned.question.clone();
        self.phase = self.phase_at(position);
        vec![Event::Moved { question, position, total: self.n_questions() }]
    }

    fn phase_at(&self, position: usize) -> Phase {
        let sheet = self.sheets.get(position);
        if self.settings.mode == Mode::Cards {
            let is_rated = sheet.is_some_and(|sheet| sheet.rating.is_some());
            return if is_rated { Phase::Turned { position } } else { Phase::Recalling { position } };
        }
        match sheet.map(|sheet| sheet.standing).unwrap_or_default() {
            Standing::Open => Phase::Answering { position },
            Standing::Retry => Phase::Retry { position },
            Standing::Done => Phase::Feedback { position },
        }
    }
}

/// Fresh sheets of a plan.
fn sheets(plan: Vec<Planned>) -> Vec<Sheet> {
    plan.into_iter().map(Sheet::new).collect()
}
