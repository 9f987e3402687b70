//! Storage that cannot throw: what is kept of a bank on this device, under the name the page gave.
//!
//! Of a session two entries: the snapshot, and the mark of the tab that saves; a tab that finds another's
//! mark stops writing. Beside it one entry for each sitting, with its answers: see [`Sitting::to_lines`].
//! Every write is one whole entry, and comes back only when it is done, so nothing is ever half written.
//!
//! It is localStorage, because a page that is left or crashes loses nothing of it: of 30 writes to IndexedDB
//! as a page was left, Chromium lost 20. What it costs: Chromium brings localStorage to disk within five
//! seconds, so where the whole browser or the computer dies, the answers of those seconds are lost; IndexedDB
//! lost none there.
//!
//! [`Sitting::to_lines`]: crate::quiz::record::sitting::Sitting::to_lines

use crate::quiz::id::BankId;
use crate::quiz::session::mode::Mode;
use crate::quiz::shuffle::Seed;
use crate::widget::clock;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// Where a session is kept, and what came of earlier ones.
#[derive(Clone, Debug)]
pub struct Store {
    /// What the names of all entries of the bank begin with.
    root: String,
    entry: String,
    mark_entry: String,
    mark: Seed,
}

/// Between what the bank's entries begin with and the id of a sitting.
const LOG: &str = ":log:";

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
        let root = format!("selfcheck:{save_key}:{bank}");
        let mut entry = root.clone();
        if mode != Mode::Practice {
            entry.push(':');
            entry.push_str(mode.name());
        }
        Self { root, mark_entry: format!("{entry}:tab"), entry, mark: clock::chance() }
    }

    /// What the names of all entries of the bank begin with.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
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

    /// Stores the lines of a sitting: an entry of its own, whatever other tabs write.
    ///
    /// # Errors
    /// When the browser refuses storage or has no room. What was stored of it before is still there.
    pub fn write_log(&self, sitting: &str, lines: &str) -> Result<(), StoreError> {
        storage()?.set_item(&self.log_entry(sitting), lines).map_err(|_| StoreError::Refused)
    }

    /// The lines of a sitting, if it is stored.
    #[must_use]
    pub fn read_log(&self, sitting: &str) -> Option<String> {
        storage().ok()?.get_item(&self.log_entry(sitting)).ok().flatten()
    }

    /// The lines of every sitting, of whatever mode.
    #[must_use]
    pub fn logs(&self) -> Vec<String> {
        let Ok(storage) = storage() else { return Vec::new() };
        let names = self.names(&storage, LOG);
        names.iter().filter_map(|name| storage.get_item(name).ok().flatten()).collect()
    }

    /// Erases all that is stored of the bank: sessions of every mode, and every sitting.
    pub fn erase_all(&self) {
        if let Ok(storage) = storage() {
            for name in self.names(&storage, "") {
                let _ = storage.remove_item(&name);
            }
        }
    }

    /// The names of the bank's entries that go on like this.
    fn names(&self, storage: &Storage, end: &str) -> Vec<String> {
        let length = storage.length().unwrap_or_default();
        let is_ours = |name: &String| {
            name.strip_prefix(&self.root).is_some_and(|rest| {
                if end.is_empty() { rest.is_empty() || rest.starts_with(':') } else { rest.starts_with(end) }
            })
        };
        (0..length).filter_map(|at| storage.key(at).ok().flatten()).filter(is_ours).collect()
    }

    /// Erases the session that is stored here.
    pub fn erase(&self) {
        if let Ok(storage) = storage() {
            // Where even removing is refused, nothing was stored either.
            let _ = storage.remove_item(&self.entry);
            let _ = storage.remove_item(&self.mark_entry);
        }
    }

    /// Erases it where this tab is the one that saves.
    ///
    /// # Errors
    /// When the browser refuses storage.
    pub fn erase_own(&self) -> Result<(), StoreError> {
        let mark = storage()?.get_item(&self.mark_entry).map_err(|_| StoreError::Refused)?;
        if mark.is_some_and(|mark| mark == self.mark_text()) {
            self.erase();
        }
        Ok(())
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

    fn log_entry(&self, sitting: &str) -> String {
        format!("{}{LOG}{sitting}", self.root)
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
