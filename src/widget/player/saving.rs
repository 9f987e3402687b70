//! How the player keeps a session: in the element, and on the device where the page gave a
//! `save-key`. Whatever goes wrong is a quiet notice, never the end of the quiz.

use super::Player;
use crate::quiz::session::Phase;
use crate::quiz::session::settings::Settings;
use crate::quiz::session::snapshot::{Refusal, Snapshot};
use crate::quiz::{Bank, Session};
use crate::widget::stage::{Notice, Stage};
use crate::widget::store::{Store, StoreError};
use crate::widget::{clock, past};
use std::rc::Rc;

impl Player {
    /// Opens the place for a bank's session, where the page gave a name for it.
    pub(super) fn open_store(self: &Rc<Self>, bank: &Bank) {
        let mode = self.settings(bank).mode;
        let save_key = self.attributes.borrow().save_key.clone();
        let store = save_key.map(|key| Store::new(&key, &bank.about().id, mode));
        let player = Rc::downgrade(self);
        let listener = store.as_ref().and_then(|store| {
            store.on_other_tab(move || {
                if let Some(player) = player.upgrade() {
                    player.notify(Notice::OtherTab);
                    player.paint();
                }
            })
        });
        self.screen.borrow_mut().is_saving = store.is_some();
        *self.store.borrow_mut() = store;
        *self.storage_listener.borrow_mut() = listener;
    }

    /// What is stored, if anything.
    pub(super) fn stored(&self) -> Option<String> {
        let read = self.store.borrow().as_ref()?.read();
        read.unwrap_or_else(|_| {
            self.notify(Notice::NotSaved);
            None
        })
    }

    /// From now on this widget saves, and every other one under the same name stops.
    pub(super) fn claim(&self) {
        if let Some(store) = &*self.store.borrow()
            && self.may_save()
        {
            // A refusal is told when the snapshot is written, right after this.
            let _ = store.claim();
        }
    }

    /// What a newer version stored is not written over; only “Forget my progress” erases it.
    fn may_save(&self) -> bool {
        !self.screen().notices.contains(&Notice::Newer)
    }

    /// Keeps the session that runs. As long as the second module is not there nothing is kept: it is called
    /// again when that has come.
    pub(super) fn save(&self) {
        if let Some(more) = self.more() {
            (more.save)(self);
        }
    }

    /// Keeps the session that runs, and what it brought; one that has not begun is nothing to keep.
    pub(crate) fn keep(&self) {
        let screen = self.screen();
        let Stage::Running(session) = &screen.stage else { return };
        let is_begun = session.phase() != Phase::Ready;
        let json = session.snapshot().to_json();
        drop(screen);
        self.host.keep(if is_begun { &json } else { "" });
        let written = match &*self.store.borrow() {
            Some(store) if is_begun && self.may_save() => store.write(&json),
            Some(store) if self.may_save() => store.erase_own(),
            Some(_) => return,
            None => Ok(()),
        };
        let kept = past::keep(&mut self.screen.borrow_mut(), self.store.borrow().as_ref());
        self.tell_stored(written.and(kept));
    }

    /// Says so where something could not be stored, and takes it back where it could.
    pub(super) fn tell_stored(&self, stored: Result<(), StoreError>) {
        match stored {
            Ok(()) => {
                let mut screen = self.screen.borrow_mut();
                screen.notices.retain(|notice| *notice == Notice::OtherTab);
                screen.is_saving = screen.notices.is_empty() && self.store.borrow().is_some();
            }
            Err(StoreError::Refused) => self.notify(Notice::NotSaved),
            Err(StoreError::OtherTab) => self.notify(Notice::OtherTab),
        }
    }

    /// Looks for what was stored of earlier days.
    pub(super) fn recall(&self) {
        let more = self.more();
        if let (Some(more), Some(bank)) = (more, self.bank()) {
            (more.recall)(&mut self.screen.borrow_mut(), self.store.borrow().as_ref(), &bank);
        }
    }

    /// Has something said above the quiz.
    pub(super) fn notify(&self, notice: Notice) {
        let mut screen = self.screen.borrow_mut();
        if !screen.notices.contains(&notice) {
            screen.notices.push(notice);
        }
        if notice != Notice::Unreadable {
            screen.is_saving = false;
        }
    }
}

/// A session from JSON, as it goes on now.
pub(crate) fn restore(bank: Rc<Bank>, settings: Settings, json: &str) -> Result<Session, Refusal> {
    Session::restore(bank, settings, Snapshot::read(json)?, clock::now())
}
