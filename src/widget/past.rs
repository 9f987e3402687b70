//! The past: what is known of a learner from earlier days, how it is kept, and how it is moved.

use crate::quiz::bank::tree::MAX_BYTES;
use crate::quiz::id::TopicId;
use crate::quiz::memory::RETENTION;
use crate::quiz::memory::zone::Zone;
use crate::quiz::record::agenda::{Agenda, Wish};
use crate::quiz::record::export::Export;
use crate::quiz::record::sitting::{Sitting, SittingId};
use crate::quiz::record::{Preview, Record};
use crate::quiz::session::Phase;
use crate::quiz::session::report::Millis;
use crate::quiz::session::snapshot::Refusal;
use crate::quiz::{Bank, Session};
use crate::widget::stage::{Screen, Stage};
use crate::widget::store::{Store, StoreError};
use crate::widget::{clock, text};
use std::rc::Rc;

/// What is known from earlier days.
#[derive(Debug, Default)]
pub struct Past {
    /// The answers, once they were looked for.
    pub record: Option<Record>,
    /// What they ask for today, of the topics that the learner chose, in a mode that asks what is due.
    pub agenda: Option<Agenda>,
    /// When this was looked at.
    pub now: Millis,
    /// Where the learner's days begin.
    pub zone: Zone,
    /// How many sittings are stored that this version cannot read. They are left alone.
    pub n_unread: usize,
    /// A file that the learner chose to take in.
    pub incoming: Option<Incoming>,
    /// Whether the learner is asked once more before everything is erased.
    pub is_erasing: bool,
    /// What could not be stored yet, and is tried again.
    pub unwritten: Vec<SittingId>,
    /// Under which name it is kept.
    pub place: Option<String>,
}

impl Past {
    /// What all answers ask for, on these topics.
    #[must_use]
    pub fn agenda_of(&self, session: &Session, topics: &[TopicId]) -> Option<Agenda> {
        let wish = Wish { topics, zone: self.zone, now: self.now, retention: RETENTION };
        Some(Agenda::of(session.bank(), self.record.as_ref()?, &wish))
    }

    /// What is said of the file that the learner chose.
    #[must_use]
    pub fn incoming_in_words(&self) -> Option<String> {
        Some(match self.incoming.as_ref()? {
            Incoming::Ready { preview, .. } => text::in_file(preview, self.now, self.zone),
            Incoming::Refused(refusal) => text::refused(*refusal).with(&[]),
            Incoming::TooLarge => text::TOO_LARGE.with(&[]),
            Incoming::Taken(n_new) => text::added(*n_new),
        })
    }

    /// Takes the time.
    pub(crate) fn look(&mut self) {
        self.now = clock::now();
        self.zone = clock::zone();
    }
}

/// A file from another device.
#[derive(Debug)]
pub enum Incoming {
    /// It can be taken in.
    Ready {
        /// What is in it.
        export: Box<Export>,
        /// What it would add.
        preview: Preview,
    },
    /// It cannot.
    Refused(Refusal),
    /// It is far larger than anything that is written here.
    TooLarge,
    /// It was taken in; so many answers were new.
    Taken(usize),
}

/// Looks for what was stored of a bank, and takes in what this page has.
pub(crate) fn recall(screen: &mut Screen, store: Option<&Store>, bank: &Bank) {
    let past = &mut screen.past;
    let bank = &bank.about().id;
    let place = store.map(|store| store.root().to_owned());
    // What was kept under another name belongs there.
    let is_elsewhere = past.place.is_some() && past.place != place;
    past.place = place;
    let mut record = past.record.take().filter(|record| record.bank() == bank && !is_elsewhere);
    let known = record.get_or_insert_with(|| {
        past.unwritten.clear();
        Record::new(bank.clone())
    });
    let stored = store.map(Store::logs).unwrap_or_default();
    let sittings: Vec<_> = stored.iter().map(|lines| Sitting::read(lines, bank)).collect();
    past.n_unread = sittings.iter().filter(|read| **read == Err(Refusal::Newer)).count();
    sittings.into_iter().flatten().for_each(|sitting| known.take(sitting));
    past.record = record;
    plan(screen);
}

/// Keeps what the session brought.
///
/// # Errors
/// When it cannot be stored.
pub(crate) fn keep(screen: &mut Screen, store: Option<&Store>) -> Result<(), StoreError> {
    let Stage::Running(session) = &screen.stage else { return Ok(()) };
    if screen.past.record.is_some() && screen.past.place.as_deref() != store.map(Store::root) {
        let bank = Rc::clone(session.bank());
        recall(screen, store, &bank);
    }
    let Screen { stage: Stage::Running(session), past, .. } = screen else { return Ok(()) };
    let Some(record) = &mut past.record else { return Ok(()) };
    let changed = record.follow(session, clock::now()).map(Sitting::id);
    past.unwritten.extend(changed.filter(|id| !past.unwritten.contains(id)));
    write(past, store)
}

/// Stores what is not stored yet. Another tab may have gone on with the same sitting: what both have is
/// stored. What a newer version stored is left alone.
fn write(past: &mut Past, store: Option<&Store>) -> Result<(), StoreError> {
    let (Some(store), Some(record)) = (store, &mut past.record) else { return Ok(()) };
    let bank = record.bank().clone();
    let mut written = Ok(());
    for id in std::mem::take(&mut past.unwritten) {
        let name = id.to_string();
        match store.read_log(&name).map(|lines| Sitting::read(&lines, &bank)) {
            Some(Err(Refusal::Newer)) => continue,
            Some(Ok(stored)) => record.take(stored),
            Some(Err(_)) | None => {}
        }
        let sitting = record.sittings().iter().find(|sitting| sitting.id() == id);
        let lines = sitting.map(|sitting| sitting.to_lines(&bank)).unwrap_or_default();
        if let Err(error) = store.write_log(&name, &lines) {
            past.unwritten.push(id);
            written = Err(error);
        }
    }
    written
}

/// Has a session that has not begun ask what is due, where its mode does.
pub(crate) fn plan(screen: &mut Screen) {
    let Screen { stage, past, .. } = screen;
    past.look();
    past.is_erasing = false;
    let Stage::Running(session) = stage else { return };
    if session.phase() != Phase::Ready || !session.settings().mode.follows_agenda() {
        return;
    }
    let scope = session.scope();
    let topics = if scope.topics.is_empty() { &session.settings().topics } else { &scope.topics };
    let Some(agenda) = past.agenda_of(session, topics) else { return };
    let questions: Vec<_> = agenda.due.iter().chain(&agenda.fresh).cloned().collect();
    session.propose(&questions);
    past.agenda = Some(agenda);
}

/// The record as a file, with the session that waits to be gone on with.
pub(crate) fn export(screen: &Screen, session: Option<&str>) -> Option<String> {
    let session = session.filter(|_| matches!(screen.stage, Stage::Saved(_)));
    Some(screen.past.record.as_ref()?.to_json(clock::now(), session))
}

/// Looks into a file that the learner chose.
pub(crate) fn look_into(screen: &mut Screen, json: &str) {
    let Some(record) = &screen.past.record else { return };
    let incoming = match Export::read(json, record.bank()) {
        _ if json.len() > MAX_BYTES => Incoming::TooLarge,
        Ok(export) => {
            let preview = record.preview(&export.record);
            Incoming::Ready { export: Box::new(export), preview }
        }
        Err(refusal) => Incoming::Refused(refusal),
    };
    screen.past.incoming = Some(incoming);
}

/// Takes the file in. What is here stays; of two answers to a question in a sitting the earlier counts. Gives
/// the session that is in it.
///
/// # Errors
/// When it cannot all be stored.
pub(crate) fn take_in(
    screen: &mut Screen,
    store: Option<&Store>,
) -> (Option<String>, Result<(), StoreError>) {
    let past = &mut screen.past;
    let Some(Incoming::Ready { export, preview }) = past.incoming.take() else {
        return (None, Ok(()));
    };
    let Some(record) = past.record.take() else { return (None, Ok(())) };
    past.unwritten.extend(export.record.sittings().iter().map(Sitting::id));
    past.record = Some(record.merged(export.record));
    past.incoming = Some(Incoming::Taken(preview.n_new_answers));
    let stored = write(past, store);
    plan(screen);
    (export.session, stored)
}
