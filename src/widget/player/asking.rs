//! Asking: what a learner asks for, done.

use super::Player;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response, Session};
use crate::widget::stage::{Ask, Page};
use crate::widget::{arrange, focus::Focus, text};
use std::rc::Rc;

impl Player {
    /// Does what the learner asks for.
    pub fn ask(self: &Rc<Self>, ask: Ask) {
        self.focus.set(Some(Focus::Heading));
        match ask {
            Ask::Act(Action::Restart) => self.restart(),
            Ask::Act(action) => {
                self.focus.set(Focus::after(&action));
                self.act(action);
            }
            Ask::Choose(response, value) => {
                self.act(Action::Respond(response));
                self.focus_on_control(&value);
            }
            Ask::Move { from, place } => {
                self.focus.set(Some(Focus::Step { place, is_up: place < from }));
                self.arrange(&|shown| arrange::moved(shown, from, place));
            }
            Ask::Connect { premise, to } => {
                self.focus.set(None);
                self.arrange(&|shown| arrange::connected(shown, premise, to));
            }
            Ask::Open(page) => self.open(Some(page)),
            Ask::Close => {
                self.focus.set(self.screen().page.map(Focus::Page));
                self.open(None);
            }
            Ask::HideTime(is_hidden) => {
                self.focus.set(None);
                self.screen.borrow_mut().hides_time = is_hidden;
                self.paint();
            }
            Ask::Print => {
                self.focus.set(None);
                // Where a page may not print, as in a sandbox, the browser says so itself.
                let _ = web_sys::window().map(|window| window.print());
            }
            Ask::Reload => self.load(),
            Ask::LoadRest => {
                self.load_rest();
                self.load_more();
            }
            Ask::Continue => self.continue_saved(),
            Ask::StartAgain => self.restart(),
            Ask::Forget => self.forget(),
        }
    }

    /// Responds, and tells a screen reader how.
    fn arrange(self: &Rc<Self>, how: &dyn Fn(&Shown<'_>) -> Option<(Response, String)>) {
        let arranged = self.screen().stage.session().and_then(Session::shown).and_then(|shown| how(&shown));
        if let Some((response, said)) = arranged {
            self.act(Action::Respond(response));
            self.screen.borrow_mut().announcement = said;
            self.paint();
        }
    }

    /// Shows a page, or puts it away. The session knows nothing of it.
    fn open(&self, page: Option<Page>) {
        {
            let mut screen = self.screen.borrow_mut();
            let n_questions = screen.stage.session().map_or(0, Session::n_questions);
            screen.announcement = page.map(|page| text::opened(page, n_questions)).unwrap_or_default();
            screen.page = page;
        }
        self.paint();
    }
}
