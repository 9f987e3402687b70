//! The past: what is known of a learner from earlier days, how it is kept, and how it is moved.

use crate::quiz::Bank;
use crate::quiz::memory::RETENTION;
use crate::quiz::record::agenda::{Agenda, Wish};
use crate::quiz::record::export::Export;
use crate::quiz::record::sitting::Sitting;
use crate::quiz::record::{Preview, Record};
use crate::quiz::session::Phase;
use crate::quiz::session::snapshot::Refusal;
use crate::widget::clock;
use crate::widget::stage::{Screen, Stage};
use crate::widget::store::{Store, StoreError};

/// What is known from earlier days.
#[derive(Debug, Default)]
pub struct Past {
    /// The answers, once they were looked for.
    pub record: Option<Record>,
    /// What they ask for today.
    pub agenda: Option<Agenda>,
    /// How many sittings are stored that this version cannot read. They are left alone.
    pub n_unread: usize,
    /// A file that the learner chose to take in.
    pub incoming: Option<Incoming>,
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
    /// It was taken in; so many answers were new.
    Taken(usize),
}

/// Looks for what was stored of a bank, and takes in what this page has.
pub(crate) fn recall(screen: &mut Screen, store: Option<&Store>, bank: &Bank) {
    let bank = &bank.about().id;
    let mut record = screen.past.record.take().filter(|record| record.bank() == bank);
    let stored = store.map(Store::logs).unwrap_or_default();
    let sittings: Vec<_> = stored.iter().map(|lines| Sitting::read(lines, bank)).collect();
    screen.past.n_unread = sittings.iter().filter(|read| **read == Err(Refusal::Newer)).count();
    let known = record.get_or_insert_with(|| Record::new(bank.clone()));
    sittings.into_iter().flatten().for_each(|sitting| known.take(sitting));
    screen.past.record = record;
    plan(screen);
}

/// Keeps what the session brought.
///
/// # Errors
/// When it cannot be stored.
pub(crate) fn keep(screen: &mut Screen, store: Option<&Store>) -> Result<(), StoreError> {
    let Screen { stage: Stage::Running(session), past, .. } = screen else { return Ok(()) };
    let Some(record) = &mut past.record else { return Ok(()) };
    let bank = record.bank().clone();
    let Some(sitting) = record.follow(session, clock::now()) else { return Ok(()) };
    store.map_or(Ok(()), |store| store.write_log(&sitting.id().to_string(), &sitting.to_lines(&bank)))
}

/// Has a session that has not begun ask what is due, where its mode does.
pub(crate) fn plan(screen: &mut Screen) {
    let Screen { stage: Stage::Running(session), past, .. } = screen else { return };
    let Some(record) = &past.record else { return };
    if session.phase() != Phase::Ready {
        return;
    }
    let scope = session.scope();
    let topics = if scope.topics.is_empty() { &session.settings().topics } else { &scope.topics };
    let wish = Wish { topics, zone: clock::zone(), now: clock::now(), retention: RETENTION };
    let agenda = Agenda::of(session.bank(), record, &wish);
    session.propose(agenda.due.iter().chain(&agenda.fresh).cloned().collect());
    past.agenda = Some(agenda);
}

/// The record as a file, with the session that is kept.
pub(crate) fn export(screen: &Screen, session: Option<&str>) -> Option<String> {
    Some(screen.past.record.as_ref()?.to_json(clock::now(), session))
}

/// Looks into a file that the learner chose.
pub(crate) fn look_into(screen: &mut Screen, json: &str) {
    let Some(record) = &screen.past.record else { return };
    screen.past.incoming = Some(match Export::read(json, record.bank()) {
        Ok(export) => {
            let preview = record.preview(&export.record);
            Incoming::Ready { export: Box::new(export), preview }
        }
        Err(refusal) => Incoming::Refused(refusal),
    });
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
    let Some(Incoming::Ready { export, preview }) = screen.past.incoming.take() else {
        return (None, Ok(()));
    };
    let Some(record) = screen.past.record.take() else { return (None, Ok(())) };
    let record = record.merged(export.record);
    let write = |sitting: &Sitting, store: &Store| {
        store.write_log(&sitting.id().to_string(), &sitting.to_lines(record.bank()))
    };
    let stored = store.map_or(Ok(()), |store| record.sittings().iter().try_for_each(|it| write(it, store)));
    screen.past.record = Some(record);
    screen.past.incoming = Some(Incoming::Taken(preview.n_new_answers));
    plan(screen);
    (export.session, stored)
}
