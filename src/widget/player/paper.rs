//! Paper: laying the questions out and putting them away. The session knows nothing of it.

use super::Player;
use crate::quiz::Session;
use crate::widget::stage::Paper;
use crate::widget::text;

impl Player {
    /// Lays out the questions on paper, or puts them away.
    pub(super) fn lay(&self, paper: Option<Paper>) {
        {
            let mut screen = self.screen.borrow_mut();
            let n_questions = screen.stage.session().map_or(0, Session::n_questions);
            screen.announcement = paper.map(|paper| text::laid(paper, n_questions)).unwrap_or_default();
            screen.paper = paper;
        }
        self.paint();
    }
}
