//! The element as a host: what selfcheck.js does for a widget, and the events that a page hears.

use crate::widget::element::attributes::Attributes;
use crate::widget::element::events::Message;
use crate::widget::host::{Host, News};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, HtmlInputElement, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// What selfcheck.js does for a widget.
    pub type Hooks;

    /// Fetches the bytes of the bank.
    #[wasm_bindgen(method)]
    fn load(this: &Hooks) -> Promise;

    /// Fetches the bytes of a file beside the bank.
    #[wasm_bindgen(method)]
    fn beside(this: &Hooks, address: &str) -> Promise;

    /// The whole of an address that is relative to the bank's.
    #[wasm_bindgen(method)]
    fn whole(this: &Hooks, address: &str) -> String;

    /// Fetches what is not needed to begin, and links it. The same for every widget of the page.
    #[wasm_bindgen(method)]
    fn more(this: &Hooks) -> Promise;

    /// Has the learner save a file.
    #[wasm_bindgen(method, js_name = saveFile)]
    fn save_file(this: &Hooks, name: &str, text: &str);

    /// The text of the file that was chosen.
    #[wasm_bindgen(method, js_name = readFile)]
    fn read_file(this: &Hooks, input: &HtmlInputElement) -> Promise;

    /// Keeps the attempt as long as the element lives.
    #[wasm_bindgen(method)]
    fn keep(this: &Hooks, snapshot: &str);

    /// The words of the language to speak.
    #[wasm_bindgen(method)]
    fn words(this: &Hooks, bank: &str) -> Promise;

    /// What was kept.
    #[wasm_bindgen(method)]
    fn kept(this: &Hooks) -> Option<String>;
}

/// An element of the page.
pub(super) struct OfElement {
    pub(super) element: HtmlElement,
    pub(super) hooks: Hooks,
}

impl Host for OfElement {
    fn load(&self) -> Promise {
        self.hooks.load()
    }

    fn beside(&self, address: &str) -> Promise {
        self.hooks.beside(address)
    }

    fn whole(&self, address: &str) -> String {
        self.hooks.whole(address)
    }

    fn more(&self) -> Promise {
        self.hooks.more()
    }

    fn save_file(&self, name: &str, text: &str) {
        self.hooks.save_file(name, text);
    }

    fn read_file(&self, input: &HtmlInputElement) -> Promise {
        self.hooks.read_file(input)
    }

    fn keep(&self, snapshot: &str) {
        self.hooks.keep(snapshot);
    }

    fn words(&self, bank: &str) -> Option<Promise> {
        Some(self.hooks.words(bank))
    }

    fn kept(&self) -> Option<String> {
        self.hooks.kept()
    }

    fn attributes(&self) -> Attributes {
        Attributes::read(|name| self.element.get_attribute(name))
    }

    fn shadow_root(&self) -> Option<ShadowRoot> {
        self.element.shadow_root()
    }

    fn tell(&self, news: News) {
        let message = match news {
            News::Ready(bank) => Message::ready(&bank),
            News::Failed(error) => Message::error(&error),
            News::Event(event) => match Message::of(&event) {
                Some(message) => message,
                None => return,
            },
            News::Finished(report) => Message::finish(report),
        };
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&js_sys::JSON::parse(&message.detail).unwrap_or_default());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(message.name, &init) {
            // Whether a listener of the page prevents a default does not matter: there is none.
            let _ = self.element.dispatch_event(&event);
        }
    }
}
