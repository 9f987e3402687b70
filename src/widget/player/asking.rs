//! Asking: what a learner asks for, done. What nobody asks for to begin is in `asking/later.rs`.

pub(crate) mod later;

use super::Player;
use crate::quiz::{Action, Response};
use crate::widget::focus::Focus;
use crate::widget::stage::Ask;
use std::rc::Rc;

impl Player {
    /// Does what the learner asks for.
    pub fn ask(self: &Rc<Self>, ask: Ask) {
        self.focus.set(Some(Focus::Heading));
        self.begin_to_speak();
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
            Ask::Reload => self.load(),
            Ask::LoadRest => {
                self.load_rest();
                self.load_more();
            }
            Ask::Move { .. }
            | Ask::Connect { .. }
            | Ask::Open(_)
            | Ask::Close
            | Ask::HideTime(_)
            | Ask::Print
            | Ask::Continue
            | Ask::StartAgain
            | Ask::Forget
            | Ask::Export
            | Ask::LookInto(_)
            | Ask::TakeIn
            | Ask::LeaveOut
            | Ask::Erasing(_)
            | Ask::Practise(_) => {
                let more = self.more();
                if let Some(more) = more {
                    (more.ask)(self, ask);
                }
            }
        }
    }

    /// Responds, and tells a screen reader how.
    fn respond(self: &Rc<Self>, response: Response, said: String) {
        self.act(Action::Respond(response));
        self.screen.borrow_mut().announcement = said;
        self.paint();
    }
}
