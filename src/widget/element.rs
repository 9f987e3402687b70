//! What JavaScript sees of the WebAssembly side: one handle per element.

pub mod attributes;
pub mod events;
mod host;

pub use host::Hooks;

use crate::quiz::Action;
use crate::quiz::id::{Id, QuestionId};
use crate::widget::app::{App, AppProps};
use crate::widget::element::host::OfElement;
use crate::widget::more;
use crate::widget::player::Player;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// Says that the second module is linked to this one.
#[wasm_bindgen]
pub fn link() {
    more::link();
}

/// The style sheet that all widgets share, without comments and white space: of what is there.
#[wasm_bindgen]
#[must_use]
pub fn stylesheet() -> String {
    let more = more::at_hand().map_or("", |more| more.style);
    [include_str!(concat!(env!("OUT_DIR"), "/widget.css")), more].concat()
}

/// Has `callback` called with the message of a panic, after which the module must not be used.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: js_sys::Function) {
    thread_local!(static CALLBACK: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) });
    CALLBACK.set(Some(callback));
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        CALLBACK.with_borrow(|callback| {
            if let Some(callback) = callback {
                // Nothing is left to do if even this fails.
                let _ = callback.call1(&JsValue::NULL, &message.into());
            }
        });
    }));
}

/// A widget in an element of the page. Dropped by `free`, after `unmount`.
#[wasm_bindgen]
pub struct Widget {
    player: Rc<Player>,
    app: Option<yew::AppHandle<App>>,
}

#[wasm_bindgen]
impl Widget {
    /// Renders into `root`, inside the shadow root of `host`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: HtmlElement, root: Element, hooks: Hooks) -> Self {
        let player = Player::new(Box::new(OfElement { element: host, hooks }));
        let props = AppProps { player: player.clone() };
        let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
        player.load();
        Self { player, app: Some(app) }
    }

    /// Takes everything away again.
    pub fn unmount(&mut self) {
        self.player.close();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    /// Loads the bank anew.
    pub fn reload(&self) {
        self.player.load();
    }

    /// Reads the attributes again.
    #[wasm_bindgen(js_name = settingsChanged)]
    pub fn settings_changed(&self) {
        self.player.settings_changed();
    }

    /// From now on everything is said in the language of selfcheck-locale.js: `undefined` is English.
    pub fn speak(&self, words: JsValue) {
        self.player.speak(&words);
    }

    /// What the learner is doing.
    #[must_use]
    pub fn phase(&self) -> String {
        self.player.phase().to_owned()
    }

    /// The results as JSON, once there are any.
    #[must_use]
    pub fn report(&self) -> Option<String> {
        self.player.report()
    }

    /// Begins.
    pub fn start(&self) {
        self.player.act(Action::Start);
    }

    /// Checks the response that is there.
    pub fn submit(&self) {
        self.player.act(Action::Submit);
    }

    /// Shows the next question or the results.
    pub fn next(&self) {
        self.player.act(Action::Next);
    }

    /// Shows the question before.
    pub fn back(&self) {
        self.player.act(Action::Back);
    }

    /// Shows a question of the plan.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, question: &str) {
        if let Some(question) = QuestionId::parse(question) {
            self.player.act(Action::GoTo(question));
        }
    }

    /// Shows the results now.
    pub fn finish(&self) {
        self.player.act(Action::Finish);
    }

    /// Begins again.
    pub fn restart(&self) {
        self.player.restart();
    }

    /// Erases what is stored and begins again.
    pub fn forget(&self) {
        self.player.forget();
    }

    /// The session as JSON.
    #[must_use]
    pub fn snapshot(&self) -> Option<String> {
        self.player.snapshot()
    }

    /// Takes a session from JSON; tells whether it could.
    #[must_use]
    pub fn restore(&self, json: &str) -> bool {
        self.player.restore(json)
    }

    /// Moves the focus to what the learner should read or press next; tells whether it could.
    #[must_use]
    pub fn focus(&self) -> bool {
        self.player.focus()
    }
}
