//! How the player keeps time: it looks at the clock when the screen has to be told. Nobody needs it to begin.

use super::Player;
use crate::quiz::Action;
use crate::widget::focus::{self, Focus};
use crate::widget::stage::Stage;
use crate::widget::{clock, countdown};
use gloo::timers::callback::Timeout;
use std::rc::Rc;

impl Player {
    /// Tells the screen the time, and comes back when that has to be done again. Tells whether time is over.
    pub(crate) fn wind(self: &Rc<Self>) -> bool {
        self.begin_to_speak();
        let wait = countdown::tell(&mut self.screen.borrow_mut(), clock::now());
        let player = Rc::downgrade(self);
        *self.timer.borrow_mut() = wait.map(|wait| {
            Timeout::new(wait, move || {
                if let Some(player) = player.upgrade() {
                    player.tick();
                }
            })
        });
        wait == Some(0)
    }

    /// Looks at the clock. An exam whose time is over is handed in, also one that is saved and that nobody
    /// goes on with.
    pub(crate) fn tick(self: &Rc<Self>) {
        if !self.wind() {
            return self.paint();
        }
        // Whoever was answering goes on reading in the results; nobody is called from elsewhere on the page.
        if self.host.shadow_root().is_some_and(|root| focus::is_within(&root)) {
            self.focus.set(Some(Focus::Heading));
        }
        let is_saved = matches!(self.screen().stage, Stage::Saved(_));
        if is_saved { self.continue_saved() } else { self.act(Action::Tick) }
    }
}
