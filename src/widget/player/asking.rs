//! Asking: what a learner asks for, done. What nobody asks for to begin is in `asking/later.rs`.

pub(crate) mod later;

use super::Player;
use crate::quiz::session::Session;
use crate::quiz::{Action, Response};
use crate::widget::stage::{Ask, Page};
use crate::widget::{focus::Focus, text};
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
            Ask::Open(page) => self.open(Some(page)),
            Ask::Reload => self.load(),
            Ask::LoadRest => {
                self.load_rest();
                self.load_more();
            }
            Ask::Move { .. }
            | Ask::Connect { .. }
            | Ask::Close
            | Ask::HideTime(_)
            | Ask::Print
            | Ask::Continue
            | Ask::StartAgain
            | Ask::Forget
            | Ask::Export
            | Ask::LookInto(_)
            | Ask::TakeIn
            | Ask::LeaveOut => {
                let more = self.more();
                if let Some(more) = more {
                    (more.ask)(self, ask);
                }
            }
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

    /// Responds, and tells a screen reader how.
    fn respond(self: &Rc<Self>, response: Response, said: String) {
        self.act(Action::Respond(response));
        self.screen.borrow_mut().announcement = said;
        self.paint();
    }
}
