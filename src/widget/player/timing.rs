//! How the player keeps time: it looks at the clock when the screen has to be told.

use super::Player;
use crate::quiz::Action;
use crate::quiz::session::report::Millis;
use crate::widget::stage::Stage;
use crate::widget::{clock, focus, focus::Focus};
use gloo::timers::callback::Timeout;
use std::rc::Rc;

impl Player {
    /// Tells the screen the time, and comes back when that has to be done again.
    pub(super) fn wind(self: &Rc<Self>) {
        let Some(more) = self.screen().more else { return };
        let wait = (more.countdown)(&mut self.screen.borrow_mut(), clock::now());
        let player = Rc::downgrade(self);
        *self.timer.borrow_mut() = wait.map(|wait| {
            Timeout::new(wait, move || {
                if let Some(player) = player.upgrade() {
                    player.tick();
                }
            })
        });
    }

    /// Looks at the clock.
    pub(super) fn tick(self: &Rc<Self>) {
        let more = self.screen().more;
        if let Some(more) = more {
            (more.tick)(self);
        }
    }
}

/// Looks at the clock. An exam whose time is over is handed in, also one that is saved and that nobody goes on
/// with.
pub(crate) fn tick(player: &Rc<Player>) {
    player.wind();
    let (is_over, is_saved) = {
        let screen = player.screen();
        let is_under_way = screen.stage.session().is_some_and(|session| session.phase().is_under_way());
        let is_over = is_under_way && screen.time_left == Some(Millis::default());
        (is_over, matches!(screen.stage, Stage::Saved(_)))
    };
    if !is_over {
        return player.paint();
    }
    // Whoever was answering goes on reading in the results; nobody is called from elsewhere on the page.
    if player.host.shadow_root().is_some_and(|root| focus::is_within(&root)) {
        player.focus.set(Some(Focus::Heading));
    }
    if is_saved { player.continue_saved() } else { player.act(Action::Tick) }
}
