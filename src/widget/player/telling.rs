//! What the player tells the page, and when.

use super::Player;
use crate::widget::host::News;

impl Player {
    /// What the page has yet to hear of the results, once they can be worked out.
    pub(super) fn finish_news(&self) -> Option<News> {
        let report = self.report().filter(|_| self.owes_results.get())?;
        self.owes_results.set(false);
        Some(News::Finished(report))
    }

    /// Tells the page. Where a listener has the quiz do something, what follows from that is told
    /// after everything that came before it, to every listener in the same order. A page that is told
    /// may ask for everything at once, so nothing is told until everything is there or will not come.
    pub(super) fn dispatch(&self, news: Vec<News>) {
        self.outbox.borrow_mut().extend(news);
        if self.is_waiting.get() || self.is_dispatching.replace(true) {
            return;
        }
        loop {
            let Some(news) = self.outbox.borrow_mut().pop_front() else { break };
            self.host.tell(news);
        }
        self.is_dispatching.set(false);
    }
}
