//! Storage that cannot throw: one session on this device, under the name the page gave.
//!
//! Two entries: the snapshot, and the mark of the tab that saves. Every write is one whole entry,
//! so that nothing is ever half written; a tab that finds another's mark stops writing.

use crate::quiz::id::BankId;
use crate::quiz::session::mode::Mode;
use crate::quiz::shuffle::Seed;
use crate::widget::clock;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// Where one session is kept.
#[derive(Clone, Debug)]
pub struct Store {
    entry: String,
    mark_entry: String,
    mark: Seed,
}

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser refuses storage, or has no room.
    Refused,
    /// Another tab saves under the same name.
    OtherTab,
}

impl Store {
    /// The place for a bank's session in a mode under a `save-key`. Each mode has a session of its own, so
    /// that an exam and some practice in between do not take each other's place.
    #[must_use]
    pub fn new(save_key: &str, bank: &BankId, mode: Mode) -> Self {
        let mut entry = format!("selfcheck:{save_key}:{bank}");
        if mode != Mode::Practice {
            entry.push(':');
            entry.push_str(mode.name());
        }
        Self { mark_entry: format!("{entry}:tab"), entry, mark: clock::chance() }
    }

    /// What is stored, if anything.
    ///
    /// # Errors
    /// When the browser refuses storage.
    pub fn read(&self) -> Result<Option<String>, StoreError> {
        storage()?.get_item(&self.entry).map_err(|_| StoreError::Refused)
    }

    /// From now on this tab saves, and every other one stops.
    ///
    /// # Errors
    /// When the browser refuses storage.
    pub fn claim(&self) -> Result<(), StoreError> {
        storage()?.set_item(&self.mark_entry, &self.mark_text()).map_err(|_| StoreError::Refused)
    }

    /// Stores a snapshot.
    ///
    /// # Errors
    /// When the browser refuses storage or has no room, or another tab took over.
    pub fn write(&self, snapshot: &str) -> Result<(), StoreError> {
        let storage = storage()?;
        match storage.get_item(&self.mark_entry) {
            Ok(Some(mark)) if mark == self.mark_text() => {}
            Ok(Some(_)) => return Err(StoreError::OtherTab),
            _ => self.claim()?,
        }
        storage.set_item(&self.entry, snapshot).map_err(|_| StoreError::Refused)
    }

    /// Erases everything that is stored here.
    pub fn erase(&self) {
        if let Ok(storage) = storage() {
            // Where even removing is refused, nothing was stored either.
            let _ = storage.remove_item(&self.entry);
            let _ = storage.remove_item(&self.mark_entry);
        }
    }

    /// Erases it where this tab is the one that saves.
    pub fn erase_own(&self) {
        let mark = storage().ok().and_then(|storage| storage.get_item(&self.mark_entry).ok().flatten());
        if mark.is_some_and(|mark| mark == self.mark_text()) {
            self.erase();
        }
    }

    /// Calls back when another tab takes over, until the listener is dropped.
    #[must_use]
    pub fn on_other_tab(&self, callback: impl Fn() + 'static) -> Option<EventListener> {
        let Self { mark_entry, mark, .. } = self.clone();
        let mark = mark.0.to_string();
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            let is_taken = event.new_value().is_some_and(|value| value != mark);
            if event.key().as_deref() == Some(&mark_entry) && is_taken {
                callback();
            }
        }))
    }

    fn mark_text(&self) -> String {
        self.mark.0.to_string()
    }
}

/// The browser's storage. Asking for it throws in a sandboxed frame or where cookies are blocked.
fn storage() -> Result<Storage, StoreError> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StoreError::Refused)
}
