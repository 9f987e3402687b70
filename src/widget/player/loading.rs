//! How the player gets its bank. Where a bank comes in two files, the rest follows at once, while the
//! learner reads the first question; without it the quiz goes on and does not explain. The same holds
//! for the second module of the program.

use super::Player;
use crate::quiz::Bank;
use crate::widget::host::News;
use crate::widget::load::{self, LoadError};
use crate::widget::more;
use crate::widget::stage::Stage;
use crate::widget::text::language;
use std::rc::Rc;

impl Player {
    /// Loads the bank.
    pub fn load(self: &Rc<Self>) {
        let number = self.n_loads.get() + 1;
        self.n_loads.set(number);
        self.show(Stage::Loading);
        self.kept_for.take();
        let bytes = self.host.load();
        let player = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            let loaded = load::bank(bytes, &|address| player.host.whole(address)).await;
            if player.n_loads.get() == number {
                player.loaded(loaded);
            }
        });
    }

    fn loaded(self: &Rc<Self>, loaded: Result<(Bank, Vec<u8>), LoadError>) {
        match loaded {
            Err(error) => {
                let error = Rc::new(error);
                self.show(Stage::Failed(Rc::clone(&error)));
                self.dispatch(vec![News::Failed(error)]);
            }
            Ok((bank, bytes)) => {
                self.first.replace(bytes);
                self.came(Rc::new(bank));
            }
        }
    }

    /// Shows a bank in hand, which needs no loading.
    pub(crate) fn show_bank(self: &Rc<Self>, bank: Rc<Bank>) {
        // What is still on its way comes too late.
        self.n_loads.set(self.n_loads.get() + 1);
        self.kept_for.take();
        self.first.take();
        self.came(bank);
    }

    fn came(self: &Rc<Self>, bank: Rc<Bank>) {
        self.read_attributes();
        self.open_store(&bank);
        self.load_more();
        // What was kept cannot be read without the second module, and is not begun anew either. Nor is there
        // anything but practice in English.
        match self.more() {
            Some(more) => (more.open)(self, bank),
            None if self.must_wait(&bank) || !language::is_english(&bank.about().language) => {
                *self.kept_for.borrow_mut() = Some(bank);
            }
            None => self.begin(bank),
        }
    }

    /// Shows what there is to begin or to go on with.
    pub(super) fn begin(self: &Rc<Self>, bank: Rc<Bank>) {
        let news = News::Ready(Rc::clone(&bank));
        self.show(self.first_stage(bank));
        self.recall();
        self.load_rest();
        self.dispatch(vec![news]);
        if let Some(more) = self.more() {
            (more.tick)(self);
        }
        self.start_unasked();
    }

    /// Fetches the rest of the bank, if only the first file is in hand.
    pub(super) fn load_rest(self: &Rc<Self>) {
        let Some(rest) = self.bank().and_then(|bank| bank.about().rest.clone()) else {
            self.first.take();
            return;
        };
        self.set_rest_failed(false);
        let number = self.n_loads.get();
        // A cache may hold the rest of an earlier build under the same name.
        let bytes = self.host.beside(&format!("{}?check={}", rest.address, rest.check));
        let player = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            let first = player.first.borrow().clone();
            let whole = load::with_rest(&first, bytes, &|address| player.host.whole(address)).await;
            if player.n_loads.get() != number {
                return;
            }
            match whole {
                Ok(bank) => {
                    player.first.take();
                    let bank = Rc::new(bank);
                    if let Stage::Running(session) | Stage::Saved(session) =
                        &mut player.screen.borrow_mut().stage
                    {
                        session.complete(bank);
                    }
                    player.paint();
                }
                Err(error) => {
                    player.warn(&format!("<self-check> explains nothing yet: {}", error.message()));
                    player.set_rest_failed(true);
                }
            }
        });
    }

    /// Fetches what is not needed to begin, if it is not there yet.
    pub(super) fn load_more(self: &Rc<Self>) {
        if self.take_more() {
            return self.more_came();
        }
        self.is_waiting.set(true);
        self.set_more_failed(false);
        let linked = self.host.more();
        let player = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            match load::wait(linked).await {
                Ok(_) if player.take_more() => player.more_came(),
                Ok(_) => player.more_failed(LoadError::Network("it was not linked".to_owned())),
                Err(error) => player.more_failed(error),
            }
        });
    }

    fn more_came(self: &Rc<Self>) {
        self.is_waiting.set(false);
        match self.kept_for.take().zip(self.more()) {
            Some((bank, more)) => (more.open)(self, bank),
            None => {
                self.recall();
                self.save();
                self.paint();
            }
        }
        let finish = self.finish_news();
        self.dispatch(finish.into_iter().collect());
    }

    fn more_failed(self: &Rc<Self>, error: LoadError) {
        self.is_waiting.set(false);
        self.warn(&format!("<self-check> is not all there yet: {}", error.message()));
        self.set_more_failed(true);
        let (waiting, bank) = match self.kept_for.take() {
            Some(bank) if !self.must_wait(&bank) => (None, Some(bank)),
            waiting => (waiting, None),
        };
        // In English, if there is nothing else to wait for.
        bank.into_iter().for_each(|bank| self.begin(bank));
        // What is kept stays where it is; “Try again” begins from the start.
        let error = Rc::new(error);
        let news = waiting.map(|_| News::Failed(Rc::clone(&error)));
        if news.is_some() {
            self.show(Stage::Failed(error));
        }
        self.dispatch(news.into_iter().collect());
    }

    pub(super) fn take_more(&self) -> bool {
        let more = more::at_hand();
        self.screen.borrow_mut().more = more;
        more.is_some()
    }

    fn set_more_failed(&self, has_failed: bool) {
        self.screen.borrow_mut().has_more_failed = has_failed;
        self.tell_missing(has_failed);
    }

    fn set_rest_failed(&self, has_failed: bool) {
        self.screen.borrow_mut().has_rest_failed = has_failed;
        self.tell_missing(has_failed);
    }

    /// Shows that something came to nothing or is tried again, and has a screen reader told where it matters.
    fn tell_missing(&self, has_failed: bool) {
        self.begin_to_speak();
        let missing = self.screen().missing().filter(|_| has_failed);
        if let Some((words, _)) = missing {
            self.screen.borrow_mut().announcement = words.with(&[]);
        }
        self.paint();
    }
}
