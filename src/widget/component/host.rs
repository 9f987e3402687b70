//! A Rust program as a host: what its props say, and what the component hears.

use crate::widget::component::fetching;
use crate::widget::component::{QuizProps, Source};
use crate::widget::element::attributes::Attributes;
use crate::widget::host::{Host, News};
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, ShadowRoot};
use yew::Callback;

/// A component of a Rust program.
pub(super) struct OfProgram {
    props: Rc<RefCell<QuizProps>>,
    shadow: ShadowRoot,
    hear: Callback<News>,
    kept: RefCell<Option<String>>,
}

impl OfProgram {
    pub(super) fn new(props: Rc<RefCell<QuizProps>>, shadow: ShadowRoot, hear: Callback<News>) -> Self {
        Self { props, shadow, hear, kept: RefCell::default() }
    }

    /// Where the bank comes from; the page, where it is in hand.
    fn address(&self) -> String {
        match &self.props.borrow().bank {
            Source::Address(address) => fetching::whole(address, None),
            Source::Bank(_) => fetching::whole("", None),
        }
    }
}

impl Host for OfProgram {
    fn load(&self) -> Promise {
        fetching::fetch(self.address())
    }

    fn beside(&self, address: &str) -> Promise {
        fetching::fetch(self.whole(address))
    }

    fn whole(&self, address: &str) -> String {
        fetching::whole(address, Some(&self.address()))
    }

    /// The program is not divided.
    fn more(&self) -> Promise {
        Promise::resolve(&JsValue::UNDEFINED)
    }

    fn save_file(&self, name: &str, text: &str) {
        // Where a page may not save files, as in a sandbox, the browser says so itself.
        let _ = fetching::save(name, text);
    }

    fn read_file(&self, input: &HtmlInputElement) -> Promise {
        let file = input.files().and_then(|files| files.get(0));
        file.map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |file| file.text())
    }

    fn keep(&self, snapshot: &str) {
        *self.kept.borrow_mut() = Some(snapshot.to_owned()).filter(|text| !text.is_empty());
    }

    fn kept(&self) -> Option<String> {
        self.kept.borrow().clone()
    }

    fn attributes(&self) -> Attributes {
        let props = self.props.borrow();
        let save_key = props.save_key.as_ref().filter(|key| !key.is_empty());
        Attributes {
            overrides: props.settings.clone(),
            save_key: save_key.map(ToString::to_string),
            warnings: Vec::new(),
        }
    }

    fn shadow_root(&self) -> Option<ShadowRoot> {
        Some(self.shadow.clone())
    }

    fn tell(&self, news: News) {
        self.hear.emit(news);
    }
}
