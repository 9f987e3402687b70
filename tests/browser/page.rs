//! A host element with a widget in it, as selfcheck.js makes it, and what a test asks of both.

use js_sys::{Function, JSON, Object, Promise, Reflect, Uint8Array};
use selfcheck::widget::element::Widget;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, Document, Element, HtmlElement, KeyboardEvent, KeyboardEventInit, ShadowRoot,
    ShadowRootInit, ShadowRootMode, Storage, Window,
};

/// A question of every kind. Its first one is `radio`, whose key is `b`.
pub(crate) const BANK: &str = include_str!("../snapshots/bank.json");

/// How many questions it has.
pub(crate) fn n_questions() -> usize {
    BANK.matches(r#""kind": "#).count()
}

/// One element with its widget. Taken away when it is dropped.
pub(crate) struct Page {
    pub(crate) host: HtmlElement,
    pub(crate) root: Element,
    pub(crate) widget: Widget,
    heard: Heard,
    listeners: Vec<Listener>,
    loads: Rc<RefCell<VecDeque<Promise>>>,
    /// What the widget asked to keep in the element.
    pub(crate) kept: Rc<RefCell<Option<String>>>,
    _hooks: HookClosures,
}

/// Names and details of events.
type Heard = Rc<RefCell<Vec<(String, String)>>>;

/// The name of an event and what is called for it.
type Listener = (&'static str, Closure<dyn FnMut(CustomEvent)>);

type HookClosures = [Closure<dyn FnMut(JsValue) -> JsValue>; 4];

const EVENTS: [&str; 7] = [
    "selfcheck-ready",
    "selfcheck-start",
    "selfcheck-move",
    "selfcheck-answer",
    "selfcheck-finish",
    "selfcheck-restart",
    "selfcheck-error",
];

/// What a page brings before there is a widget.
#[derive(Default)]
pub(crate) struct Setting<'a> {
    pub(crate) attributes: &'a [(&'a str, &'a str)],
    /// The answers to loading, in order; [`BANK`] when there are no more.
    pub(crate) loads: Vec<Promise>,
    /// What an earlier widget kept in the element.
    pub(crate) kept: Option<String>,
}

impl Page {
    /// The widget with the bank loaded and painted, in the order of the bank.
    pub(crate) async fn ready() -> Self {
        Self::with(&[]).await
    }

    /// The same, with attributes.
    pub(crate) async fn with(attributes: &[(&str, &str)]) -> Self {
        Self::loaded(Setting { attributes, ..Setting::default() }).await
    }

    /// A widget whose first load is over.
    pub(crate) async fn loaded(setting: Setting<'_>) -> Self {
        let page = Self::new(setting);
        page.settle().await;
        page
    }

    /// A widget as it is at once.
    pub(crate) fn new(setting: Setting<'_>) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        for (name, value) in [("shuffle", "none"), ("seed", "7")].iter().chain(setting.attributes) {
            host.set_attribute(name, value).unwrap();
        }
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let root = document().create_element("div").unwrap();
        shadow.append_child(&root).unwrap();
        document().body().unwrap().append_child(&host).unwrap();

        let loads = Rc::new(RefCell::new(VecDeque::from(setting.loads)));
        let kept = Rc::new(RefCell::new(setting.kept));
        let (hooks, closures) = hooks(&loads, &kept);
        let (heard, listeners) = listen(&host);
        let widget = Widget::new(host.clone(), root.clone(), hooks.unchecked_into());
        Self { host, root, widget, heard, listeners, loads, kept, _hooks: closures }
    }

    /// Waits until what was begun is done and painted.
    pub(crate) async fn settle(&self) {
        settle().await;
    }

    /// What the next load brings.
    pub(crate) fn will_load(&self, bytes: Promise) {
        self.loads.borrow_mut().push_back(bytes);
    }

    /// The events since the last time, as `name detail`.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.borrow_mut().drain(..).map(|(name, detail)| format!("{name} {detail}")).collect()
    }

    /// Only the names of the events since the last time, without what they begin with.
    pub(crate) fn heard_names(&self) -> Vec<String> {
        let heard = self.heard.borrow_mut().drain(..).collect::<Vec<_>>();
        heard.into_iter().map(|(name, _)| name.trim_start_matches("selfcheck-").to_owned()).collect()
    }

    pub(crate) fn shadow(&self) -> ShadowRoot {
        self.host.shadow_root().unwrap()
    }

    /// The first element with that part, or that fits the selector.
    pub(crate) fn find(&self, part: &str) -> Option<HtmlElement> {
        let is_name = part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let selector = if is_name { format!("[part~='{part}']") } else { part.to_owned() };
        self.shadow().query_selector(&selector).unwrap().map(JsCast::unchecked_into)
    }

    /// What is to be read in a part.
    pub(crate) fn text(&self, part: &str) -> String {
        self.find(part).unwrap_or_else(|| panic!("no {part}")).text_content().unwrap()
    }

    /// Clicks and waits for the painting.
    pub(crate) async fn click(&self, part: &str) {
        self.find(part).unwrap_or_else(|| panic!("no {part}")).click();
        self.settle().await;
    }

    /// Chooses the control of that value.
    pub(crate) async fn choose(&self, value: &str) {
        self.click(&format!("input[value='{value}']")).await;
    }

    /// The values that are chosen.
    pub(crate) fn chosen(&self) -> Vec<String> {
        let inputs = self.shadow().query_selector_all("input:checked").unwrap();
        let inputs = (0..inputs.length()).filter_map(|index| inputs.get(index));
        inputs.map(|input| input.unchecked_into::<web_sys::HtmlInputElement>().value()).collect()
    }

    /// Presses a key where the focus is, or else on the stem; tells whether the widget took it.
    pub(crate) async fn press(&self, key: &str, is_with_ctrl: bool) -> bool {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_ctrl_key(is_with_ctrl);
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_composed(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let target = self.shadow().active_element().or_else(|| self.find("stem").map(Element::from)).unwrap();
        let is_left = target.dispatch_event(&event).unwrap();
        self.settle().await;
        !is_left
    }

    /// The part or the value of what has the focus.
    pub(crate) fn focused(&self) -> String {
        let focused = self.shadow().active_element();
        let named =
            |element: Element| element.get_attribute("value").or_else(|| element.get_attribute("part"));
        focused.map(|element| named(element).unwrap_or_default()).unwrap_or_else(|| "nothing".to_owned())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.widget.unmount();
        for (name, listener) in &self.listeners {
            let listener: &Function = listener.as_ref().unchecked_ref();
            document().remove_event_listener_with_callback(name, listener).unwrap();
        }
        self.host.remove();
    }
}

/// Waits until what was begun is done and painted.
pub(crate) async fn settle() {
    // More turns than any chain of promises here takes.
    for _ in 0..20 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    yew::scheduler::flush().await;
}

/// Waits until something is so that a server has a part in.
pub(crate) async fn until(is_so: impl Fn() -> bool) {
    while !is_so() {
        let soon = Promise::new(&mut |resolve, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 10).unwrap();
        });
        JsFuture::from(soon).await.unwrap();
    }
    settle().await;
}

/// The object that selfcheck.js hands in.
fn hooks(
    loads: &Rc<RefCell<VecDeque<Promise>>>,
    kept: &Rc<RefCell<Option<String>>>,
) -> (Object, HookClosures) {
    let loads = Rc::clone(loads);
    let (keep, kept) = (Rc::clone(kept), Rc::clone(kept));
    let closures: HookClosures = [
        Closure::new(move |_| loads.borrow_mut().pop_front().unwrap_or_else(|| bytes(BANK)).into()),
        Closure::new(move |json: JsValue| {
            *keep.borrow_mut() = json.as_string().filter(|json| !json.is_empty());
            JsValue::UNDEFINED
        }),
        Closure::new(move |_| kept.borrow().as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str)),
        Closure::new(|address| address),
    ];
    let hooks = Object::new();
    for (name, closure) in ["load", "keep", "kept", "whole"].iter().zip(&closures) {
        Reflect::set(&hooks, &(*name).into(), closure.as_ref()).unwrap();
    }
    (hooks, closures)
}

/// Listens where a page would: at the document, to which events bubble out of every shadow root.
fn listen(host: &HtmlElement) -> (Heard, Vec<Listener>) {
    let heard = Heard::default();
    let listener = |name: &'static str| {
        let (heard, host) = (Rc::clone(&heard), host.clone());
        let closure = Closure::new(move |event: CustomEvent| {
            if event.target().as_ref() == Some(host.as_ref()) {
                assert!(event.composed(), "{name} stays within a shadow root");
                let detail = JSON::stringify(&event.detail()).unwrap().into();
                heard.borrow_mut().push((event.type_(), detail));
            }
        });
        document().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).unwrap();
        (name, closure)
    };
    let listeners = EVENTS.map(listener).into();
    (heard, listeners)
}

/// The bytes of a bank, as loading brings them.
fn bytes(text: &str) -> Promise {
    let bytes: JsValue = Uint8Array::from(text.as_bytes()).into();
    Promise::resolve(&bytes)
}

/// A promise and what settles it.
pub(crate) fn deferred() -> (Promise, Function) {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    (promise, settle.unwrap())
}

/// The `Failure` of selfcheck.js.
pub(crate) fn failure(code: &str, message: &str, status: u16) -> Promise {
    let failure = js_sys::Error::new(message);
    Reflect::set(&failure, &"code".into(), &code.into()).unwrap();
    Reflect::set(&failure, &"status".into(), &status.into()).unwrap();
    Promise::reject(&failure)
}

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

pub(crate) fn document() -> Document {
    window().document().unwrap()
}

pub(crate) fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}
