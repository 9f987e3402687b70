//! How the player begins: with what was kept, with what is due, or anew.

use super::Player;
use crate::quiz::session::Phase;
use crate::quiz::session::mode::Mode;
use crate::quiz::session::settings::Count;
use crate::quiz::session::snapshot::Refusal;
use crate::quiz::{Action, Bank, Session};
use crate::widget::clock;
use crate::widget::stage::{Notice, Stage};
use std::rc::Rc;

impl Player {
    /// The attempt this element had, else the one that is stored, else a new one.
    pub(super) fn first_stage(&self, bank: Rc<Bank>) -> Stage {
        if let Some(session) = self.host.kept().and_then(|json| self.read_session(&bank, &json).ok()) {
            self.claim();
            return Stage::Running(session);
        }
        match self.stored().map(|json| self.read_session(&bank, &json)) {
            Some(Ok(session)) if session.phase().place().is_some() => return Stage::Saved(session),
            Some(Ok(session)) => return Stage::Running(session),
            Some(Err(Refusal::Newer)) => self.notify(Notice::Newer),
            Some(Err(Refusal::NotOurs | Refusal::OtherBank)) => self.notify(Notice::Unreadable),
            Some(Err(Refusal::NothingLeft)) | None => {}
        }
        let settings = self.settings(&bank);
        Stage::Running(Session::new(bank, settings, clock::chance()))
    }

    /// Whether nothing can begin without the second module: this element had an attempt, or one is stored; or
    /// the mode, or what is asked beside a question, comes with it.
    pub(super) fn must_wait(&self, bank: &Bank) -> bool {
        let settings = self.settings(bank);
        self.host.kept().is_some()
            || self.stored().is_some()
            || settings.mode != Mode::Practice
            || settings.asks_certainty
            || settings.count == Some(Count::Auto)
            || settings.attempts > 1
            || settings.hint_cost > 0
    }

    pub(super) fn read_session(&self, bank: &Rc<Bank>, json: &str) -> Result<Session, Refusal> {
        let more = self.more().ok_or(Refusal::NotOurs)?;
        (more.restore)(Rc::clone(bank), self.settings(bank), json)
    }

    /// A session that has not begun follows settings that were changed since it was drawn.
    pub(super) fn renew(&self) {
        let Some(bank) = self.bank() else { return };
        let settings = self.settings(&bank);
        if let Stage::Running(session) = &mut self.screen.borrow_mut().stage
            && session.phase() == Phase::Ready
            && *session.settings() != settings
        {
            *session = Session::new(bank, settings, clock::chance());
        }
        self.plan();
    }

    /// Has a session that has not begun ask what is due.
    pub(super) fn plan(&self) {
        let more = self.more();
        if let Some(more) = more {
            (more.plan)(&mut self.screen.borrow_mut());
        }
    }

    pub(super) fn start_unasked(self: &Rc<Self>) {
        let is_wanted = self.screen().stage.session().is_some_and(|session| session.settings().no_start);
        if is_wanted && self.phase() == "ready" {
            self.act(Action::Start);
        }
    }

    /// Goes on with what is stored now, as another tab may have gone on with it meanwhile; where
    /// nothing is stored any more, with what this one has.
    pub(super) fn continue_saved(self: &Rc<Self>) {
        if !self.stored().is_some_and(|json| self.restore(&json)) {
            self.screen.borrow_mut().take_saved();
            self.take_over();
        }
    }

    /// From now on this widget plays and saves.
    pub(super) fn take_over(self: &Rc<Self>) {
        {
            let mut screen = self.screen.borrow_mut();
            screen.notices.retain(|notice| *notice != Notice::OtherTab);
            screen.is_saving = self.store.borrow().is_some();
        }
        self.claim();
        self.act(Action::Resume);
        self.paint();
    }
}
