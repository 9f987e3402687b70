//! Player: owns the session of one element, and does what a session cannot: it loads, saves,
//! dispatches events, and has the screen painted.

pub(crate) mod asking;
mod beginning;
mod loading;
pub(crate) mod saving;
mod telling;
mod timing;
pub(crate) mod words;

use crate::quiz::session::settings::Settings;
use crate::quiz::{Action, Bank, Event};
use crate::widget::element::attributes::Attributes;
use crate::widget::host::{Host, News};
use crate::widget::more::More;
use crate::widget::past::Past;
use crate::widget::stage::{Screen, Stage};
use crate::widget::store::Store;
use crate::widget::{clock, focus::Focus};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use yew::Callback;

/// The one owner of what an element shows. Everything is done at once, not at the next painting,
/// so that a page which calls `start()` finds `phase` changed.
pub struct Player {
    host: Box<dyn Host>,
    screen: RefCell<Screen>,
    attributes: RefCell<Attributes>,
    /// What the page's owner was warned of.
    told: RefCell<Vec<String>>,
    store: RefCell<Option<Store>>,
    storage_listener: RefCell<Option<EventListener>>,
    focus: Cell<Option<Focus>>,
    repaint: RefCell<Option<Callback<()>>>,
    /// The first file of a bank whose rest is not there yet.
    first: RefCell<Vec<u8>>,
    /// The bank of a session that is kept, and cannot be read until the second module is there.
    kept_for: RefCell<Option<Rc<Bank>>>,
    /// A session that came with a file from another device.
    brought: RefCell<Option<String>>,
    /// Counts loads: only the answer to the newest one is of interest.
    n_loads: Cell<u32>,
    /// What the page has yet to hear.
    outbox: RefCell<VecDeque<News>>,
    is_dispatching: Cell<bool>,
    /// Whether it has yet to hear of the results.
    owes_results: Cell<bool>,
    /// Whether the second module is on its way.
    is_waiting: Cell<bool>,
    /// Runs out when the screen has to be told the time again.
    timer: RefCell<Option<Timeout>>,
}

impl Player {
    /// A player that has nothing to show yet.
    #[must_use]
    pub fn new(host: Box<dyn Host>) -> Rc<Self> {
        Rc::new(Self {
            host,
            screen: RefCell::default(),
            attributes: RefCell::default(),
            told: RefCell::default(),
            store: RefCell::default(),
            storage_listener: RefCell::default(),
            focus: Cell::default(),
            repaint: RefCell::default(),
            first: RefCell::default(),
            kept_for: RefCell::default(),
            brought: RefCell::default(),
            n_loads: Cell::default(),
            outbox: RefCell::default(),
            is_dispatching: Cell::default(),
            owes_results: Cell::default(),
            is_waiting: Cell::default(),
            timer: RefCell::default(),
        })
    }

    /// What is shown.
    #[must_use]
    pub fn screen(&self) -> Ref<'_, Screen> {
        self.screen.borrow()
    }

    /// What is not needed to begin, once it is there.
    fn more(&self) -> Option<&'static More> {
        self.screen().more
    }

    /// Has `repaint` called whenever something changed.
    pub fn on_change(&self, repaint: Callback<()>) {
        *self.repaint.borrow_mut() = Some(repaint);
    }

    /// Stops everything that could still call back.
    pub fn close(&self) {
        self.n_loads.set(self.n_loads.get() + 1);
        self.repaint.borrow_mut().take();
        self.storage_listener.borrow_mut().take();
        self.timer.borrow_mut().take();
    }

    /// Reads the attributes again. What decides how a session is drawn waits for the next one.
    pub fn settings_changed(self: &Rc<Self>) {
        let place = |attributes: &Attributes| (attributes.save_key.clone(), attributes.overrides.mode);
        let before = place(&self.attributes.borrow());
        self.read_attributes();
        let Some(bank) = self.bank() else { return };
        if before != place(&self.attributes.borrow()) {
            self.open_store(&bank);
            self.save();
        }
        if self.phase() == "ready" {
            self.renew();
            self.start_unasked();
        }
        self.paint();
    }

    fn read_attributes(&self) {
        let attributes = self.host.attributes();
        attributes.warnings.iter().for_each(|warning| self.warn(warning));
        *self.attributes.borrow_mut() = attributes;
    }

    /// Warns the page's owner, of each thing once.
    fn warn(&self, warning: &str) {
        let mut told = self.told.borrow_mut();
        if !told.iter().any(|earlier| earlier == warning) {
            gloo::console::warn!(warning);
            told.push(warning.to_owned());
        }
    }

    /// What holds for a bank in this element. Topics that the bank does not have are passed over.
    fn settings(&self, bank: &Bank) -> Settings {
        let mut overrides = self.attributes.borrow().overrides.clone();
        if let Some(topics) = &mut overrides.topics {
            topics.retain(|topic| {
                let is_known = bank.topic(topic).is_some();
                if !is_known {
                    self.warn(&format!(
                        "<self-check topics> names {topic}, which is not a topic of the bank"
                    ));
                }
                is_known
            });
        }
        Settings::default().with(&bank.about().settings).with(&overrides)
    }

    fn bank(&self) -> Option<Rc<Bank>> {
        self.screen().stage.session().map(|session| Rc::clone(session.bank()))
    }

    /// What the learner is doing.
    #[must_use]
    pub fn phase(&self) -> &'static str {
        self.screen().stage.name()
    }

    /// The results as JSON, once there are any.
    #[must_use]
    pub fn report(&self) -> Option<String> {
        let screen = self.screen();
        let session = screen.stage.session().filter(|_| screen.stage.name() == "finished")?;
        Some((screen.more?.report)(session))
    }

    /// The session as JSON; nothing as long as the second module is not there.
    #[must_use]
    pub fn snapshot(&self) -> Option<String> {
        let screen = self.screen();
        Some((screen.more?.snapshot)(screen.stage.session()?))
    }

    /// Takes a session from JSON; tells whether it could.
    #[must_use]
    pub fn restore(self: &Rc<Self>, json: &str) -> bool {
        let Some(bank) = self.bank() else { return false };
        let Ok(session) = self.read_session(&bank, json) else { return false };
        self.show(Stage::Running(session));
        self.take_over();
        true
    }

    /// Has the session do something, then saves, paints and tells the page.
    pub fn act(self: &Rc<Self>, action: Action) {
        self.begin_to_speak();
        let is_submit = action == Action::Submit;
        let events = match &mut self.screen.borrow_mut().stage {
            Stage::Running(session) => session.update(action, clock::now()),
            Stage::Loading | Stage::Failed(_) | Stage::Saved(_) => return,
        };
        if !events.is_empty() {
            self.screen.borrow_mut().page = None;
        }
        let is_nudged = is_submit && events.is_empty() && self.phase() == "answering";
        self.screen.borrow_mut().announce(&events, is_nudged);
        self.plan();
        if let Some(more) = self.more() {
            (more.wind)(self);
        }
        if events.iter().any(|event| matches!(event, Event::Started { .. } | Event::Restarted)) {
            self.claim();
        }
        self.save();
        self.paint();
        self.owes_results.set(events.last() == Some(&Event::Finished));
        let finish = self.finish_news();
        self.dispatch(events.into_iter().map(News::Event).chain(finish).collect());
    }

    /// Begins again, with the settings that hold now.
    pub fn restart(self: &Rc<Self>) {
        self.screen.borrow_mut().take_saved();
        self.act(Action::Restart);
        self.renew();
        self.paint();
        self.start_unasked();
    }

    /// Erases what is stored, and begins again.
    pub fn forget(self: &Rc<Self>) {
        if let Some(store) = &*self.store.borrow() {
            store.erase_all();
        }
        self.host.keep("");
        {
            let mut screen = self.screen.borrow_mut();
            screen.notices.clear();
            screen.past = Past::default();
        }
        self.recall();
        self.restart();
    }

    fn show(&self, stage: Stage) {
        {
            let mut screen = self.screen.borrow_mut();
            screen.stage = stage;
            screen.page = None;
        }
        self.paint();
    }

    fn paint(&self) {
        let repaint = self.repaint.borrow().clone();
        if let Some(repaint) = repaint {
            repaint.emit(());
        }
    }

    /// Moves the focus to what should be read or pressed next; tells whether it could.
    #[must_use]
    pub fn focus(&self) -> bool {
        self.host.shadow_root().is_some_and(|root| Focus::Heading.settle(&root))
    }

    /// After painting: moves the focus where the learner's last step leads, now or, while
    /// something is still on its way, after the next painting.
    pub fn settle_focus(&self) {
        if let (Some(focus), Some(root)) = (self.focus.take(), self.host.shadow_root())
            && !focus.settle(&root)
        {
            self.focus.set(Some(focus));
        }
    }

    fn focus_on_control(&self, value: &str) {
        self.focus.set(None);
        if let Some(root) = self.host.shadow_root() {
            crate::widget::focus::control(&root, value);
        }
    }
}
