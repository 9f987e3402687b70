//! The quiz as a component of a Yew program.

use crate::page::{BANK, document, n_questions, settle, storage};
use selfcheck::quiz::Bank;
use selfcheck::quiz::session::settings::{Count, Overrides, Shuffle};
use selfcheck::widget::component::told::{Answered, Moved, Started};
use selfcheck::{Quiz, QuizProps, Source};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

#[path = "../../examples/yew/main.rs"]
#[allow(dead_code)] // Its `main`.
mod example;

/// A program with one root, taken away when it is dropped.
struct Program<C: BaseComponent> {
    root: Element,
    app: Option<yew::AppHandle<C>>,
}

impl<C: BaseComponent> Program<C> {
    async fn run(props: C::Properties) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let app = Some(yew::Renderer::<C>::with_root_and_props(root.clone(), props).render());
        settle().await;
        Self { root, app }
    }

    /// Where the quiz is.
    fn shadow(&self) -> ShadowRoot {
        let hosts = self.root.query_selector_all("div").unwrap();
        let hosts = (0..hosts.length()).filter_map(|at| hosts.get(at)?.dyn_into::<Element>().ok());
        hosts.filter_map(|host| host.shadow_root()).next().expect("no shadow root")
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.shadow().query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
    }

    async fn click(&self, selector: &str) {
        self.find(selector).click();
        settle().await;
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap()
    }
}

impl<C: BaseComponent> Drop for Program<C> {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn bank() -> Rc<Bank> {
    Rc::new(Bank::read(BANK).unwrap())
}

/// Everything but a bank as it is where nothing is said.
fn props(bank: impl Into<Option<Rc<Bank>>>, settings: Overrides) -> QuizProps {
    let bank = bank.into().map_or_else(|| Source::Address("no-such-bank.json".into()), Source::Bank);
    let settings = Overrides { shuffle: Some(Shuffle::None), ..settings };
    yew::props!(QuizProps { bank, settings })
}

/// What is heard, as text, and callbacks that write it down.
#[derive(Clone, Default)]
struct Heard(Rc<RefCell<Vec<String>>>);

impl Heard {
    fn write<T: 'static>(&self, words: impl Fn(T) -> String + 'static) -> Callback<T> {
        let heard = Rc::clone(&self.0);
        Callback::from(move |told| heard.borrow_mut().push(words(told)))
    }

    fn listen(&self, props: &mut QuizProps) {
        props.on_ready = self.write(|bank: Rc<Bank>| format!("ready {}", bank.about().id));
        props.on_start = self.write(|told: Started| format!("start {}", told.n_questions));
        props.on_move = self.write(|told: Moved| format!("move {} {}", told.question, told.position));
        props.on_answer =
            self.write(|told: Answered| format!("answer {} {}", told.question, told.score.earned));
        props.on_finish = self.write(|report: selfcheck::quiz::session::report::Report| {
            format!("finish {}", report.score.earned)
        });
        props.on_restart = self.write(|()| "restart".to_owned());
        props.on_error =
            self.write(|error: Rc<selfcheck::widget::load::LoadError>| format!("error {}", error.code()));
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.borrow_mut())
    }
}

#[wasm_bindgen_test]
async fn a_program_hears_in_order_and_in_types_what_a_page_hears() {
    let heard = Heard::default();
    let mut props = props(bank(), Overrides { count: Some(Count::Of(1)), ..Overrides::default() });
    heard.listen(&mut props);
    let program = Program::<Quiz>::run(props).await;
    assert_eq!(heard.take(), ["ready tea"]);
    program.click("[part=start-button]").await;
    assert_eq!(heard.take(), ["start 1", "move radio 0"]);
    program.click("input[value=b]").await;
    program.click("[part=submit-button]").await;
    assert_eq!(heard.take(), ["answer radio 1"]);
    program.click("[part=next-button]").await;
    assert_eq!(heard.take(), ["finish 1"]);
    program.click("[part=restart-button]").await;
    assert_eq!(heard.take(), ["restart"]);
}

#[wasm_bindgen_test]
async fn a_bank_that_cannot_be_fetched_is_told_and_the_fallback_stays() {
    let heard = Heard::default();
    let mut props = props(None, Overrides::default());
    props.children = html! { <p>{ "Come back later." }</p> };
    heard.listen(&mut props);
    let program = Program::<Quiz>::run(props).await;
    crate::page::until(|| program.shadow().query_selector("[part=failure]").unwrap().is_some()).await;
    assert_eq!(heard.take(), ["error http"]);
    assert!(program.shadow().query_selector("slot").unwrap().is_some());
    assert_eq!(program.text(), "Come back later.");
}

#[wasm_bindgen_test]
async fn its_style_is_its_own() {
    let program = Program::<Quiz>::run(props(bank(), Overrides::default())).await;
    assert_eq!(program.shadow().adopted_style_sheets().length(), 1);
    let style =
        crate::page::window().get_computed_style(&program.find("[part=start-button]")).unwrap().unwrap();
    assert_eq!(style.get_property_value("cursor").unwrap(), "pointer", "the style sheet holds");
}

/// Props that change: settings before the start, another bank at any time.
#[wasm_bindgen_test]
async fn another_bank_begins_anew_and_other_settings_hold_before_the_start() {
    #[derive(Clone, PartialEq, Properties)]
    struct OuterProps {
        hand_out: Callback<UseStateHandle<(usize, u32)>>,
    }

    #[component]
    fn Outer(props: &OuterProps) -> Html {
        let banks = use_memo((), |()| {
            [bank(), Rc::new(Bank::read(&BANK.replace("\"tea\"", "\"another\"")).unwrap())]
        });
        let state = use_state(|| (0, 3));
        props.hand_out.emit(state.clone());
        let (which, count) = *state;
        let settings = Overrides { count: Some(Count::Of(count)), ..Overrides::default() };
        html! { <Quiz bank={Rc::clone(&banks[which])} {settings} lang="de" /> }
    }

    let state = Rc::new(RefCell::new(None));
    let taken = Rc::clone(&state);
    let hand_out = Callback::from(move |handle| *taken.borrow_mut() = Some(handle));
    let program = Program::<Outer>::run(OuterProps { hand_out }).await;
    let set = |value| state.borrow().as_ref().unwrap().set(value);
    set((0, 2));
    settle().await;
    program.click("[part=start-button]").await;
    assert!(program.find(".position").text_content().unwrap().ends_with("of 2"));
    set((1, 2));
    settle().await;
    program.find("[part=start-button]");
    assert!(program.root.query_selector("[lang=de]").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn what_is_taken_away_leaves_nothing_behind() {
    let program = Program::<Quiz>::run(props(bank(), Overrides::default())).await;
    let root = program.root.clone();
    drop(program);
    settle().await;
    assert_eq!(root.child_nodes().length(), 0);
}

#[wasm_bindgen_test]
async fn progress_is_kept_under_its_save_key() {
    storage().clear().unwrap();
    let saved = || QuizProps { save_key: Some("yew".into()), ..props(bank(), Overrides::default()) };
    let program = Program::<Quiz>::run(saved()).await;
    program.click("[part=start-button]").await;
    program.click("input[value=a]").await;
    drop(program);
    let program = Program::<Quiz>::run(saved()).await;
    assert_eq!(program.find("[part=start-button]").text_content().unwrap(), "Continue");
    program.click("[part=start-button]").await;
    assert!(program.find(".position").text_content().unwrap().ends_with(&n_questions().to_string()));
    assert_eq!(program.shadow().query_selector_all("input:checked").unwrap().length(), 1);
}

#[wasm_bindgen_test]
async fn the_example_plays_and_knows_how_it_went() {
    storage().clear().unwrap();
    let program = Program::<example::Lesson>::run(()).await;
    assert!(program.text().contains("The program knows: answered 0."), "{}", program.text());
    program.click("[part=start-button]").await;
    program.click("input[value=a]").await;
    program.click("[part=submit-button]").await;
    assert!(program.text().contains("The program knows: answered 1."), "{}", program.text());
    program.click("[part=next-button]").await;
    program.click("input[value=a]").await;
    program.click("[part=submit-button]").await;
    program.click("[part=next-button]").await;
    assert!(program.text().contains("The program knows: 1 of 2 points."), "{}", program.text());
    storage().clear().unwrap();
}
