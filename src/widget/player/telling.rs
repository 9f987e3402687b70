//! What the player tells the page, and when.

use super::Player;
use crate::widget::element::events::Message;
use web_sys::{CustomEvent, CustomEventInit};

impl Player {
    /// What the page has yet to hear of the results, once they can be worked out.
    pub(super) fn finish_message(&self) -> Option<Message> {
        let report = self.report().filter(|_| self.owes_results.get())?;
        self.owes_results.set(false);
        Some(Message::finish(report))
    }

    /// Tells the page. Where a listener has the quiz do something, what follows from that is told
    /// after everything that came before it, to every listener in the same order. A page that is told
    /// may ask for everything at once, so nothing is told until everything is there or will not come.
    pub(super) fn dispatch(&self, messages: Vec<Message>) {
        self.outbox.borrow_mut().extend(messages);
        if self.is_waiting.get() || self.is_dispatching.replace(true) {
            return;
        }
        loop {
            let Some(message) = self.outbox.borrow_mut().pop_front() else { break };
            let init = CustomEventInit::new();
            init.set_bubbles(true);
            init.set_composed(true);
            init.set_detail(&js_sys::JSON::parse(&message.detail).unwrap_or_default());
            if let Ok(event) = CustomEvent::new_with_event_init_dict(message.name, &init) {
                // Whether a listener of the page prevents a default does not matter: there is none.
                let _ = self.host.dispatch_event(&event);
            }
        }
        self.is_dispatching.set(false);
    }
}
