//! Component: a quiz in a Yew program of one's own, without the element and without JavaScript.

mod fetching;
mod host;
pub mod told;

use crate::quiz::session::report::Report;
use crate::quiz::session::settings::Overrides;
use crate::quiz::{Bank, Event, Session};
use crate::widget::app::App;
use crate::widget::element::stylesheet;
use crate::widget::host::News;
use crate::widget::load::LoadError;
use crate::widget::player::Player;
use host::OfProgram;
use std::cell::RefCell;
use std::rc::Rc;
use told::{Answered, Moved, Rated, Started};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::html::IntoPropValue;
use yew::prelude::*;

/// A bank, or where it is.
#[derive(Clone, Debug)]
pub enum Source {
    /// A bank in hand. Its pictures and recordings are found relative to the page.
    Bank(Rc<Bank>),
    /// The address of a built bank, relative to the page.
    Address(AttrValue),
}

impl PartialEq for Source {
    /// Banks are the same where they are the same one: pass the `Rc` on, and do not read it anew.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bank(one), Self::Bank(other)) => Rc::ptr_eq(one, other),
            (Self::Address(one), Self::Address(other)) => one == other,
            (Self::Bank(_), Self::Address(_)) | (Self::Address(_), Self::Bank(_)) => false,
        }
    }
}

impl IntoPropValue<Source> for Rc<Bank> {
    fn into_prop_value(self) -> Source {
        Source::Bank(self)
    }
}

impl IntoPropValue<Source> for AttrValue {
    fn into_prop_value(self) -> Source {
        Source::Address(self)
    }
}

impl IntoPropValue<Source> for &'static str {
    fn into_prop_value(self) -> Source {
        Source::Address(self.into())
    }
}

impl IntoPropValue<Source> for String {
    fn into_prop_value(self) -> Source {
        Source::Address(self.into())
    }
}

/// What a [`Quiz`] is given. Only `bank` is needed.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuizProps {
    /// The bank: an `Rc<Bank>`, or the address of one. Another one begins anew.
    pub bank: Source,
    /// What goes before the bank’s own settings. What decides how questions are drawn waits for the next start.
    #[prop_or_default]
    pub settings: Overrides,
    /// Under which name progress is kept on the learner’s device. Nothing is stored without one.
    #[prop_or_default]
    pub save_key: Option<AttrValue>,
    /// The language of what stands around the quiz, for screen readers. The quiz itself speaks English.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Classes of the element that the quiz is in, on which custom properties such as `--selfcheck-accent` are set.
    #[prop_or_default]
    pub class: Classes,
    /// Shown until the quiz is there, and if it cannot be.
    #[prop_or_default]
    pub children: Html,
    /// The bank was read, and what there is to begin is shown.
    #[prop_or_default]
    pub on_ready: Callback<Rc<Bank>>,
    /// The first question is about to be shown.
    #[prop_or_default]
    pub on_start: Callback<Started>,
    /// Another question is shown.
    #[prop_or_default]
    pub on_move: Callback<Moved>,
    /// A response was checked.
    #[prop_or_default]
    pub on_answer: Callback<Answered>,
    /// The learner said how well what is on a card was known.
    #[prop_or_default]
    pub on_rate: Callback<Rated>,
    /// The results are there.
    #[prop_or_default]
    pub on_finish: Callback<Report>,
    /// The quiz began again.
    #[prop_or_default]
    pub on_restart: Callback<()>,
    /// There is no bank to show, and why.
    #[prop_or_default]
    pub on_error: Callback<Rc<LoadError>>,
}

/// A quiz: what `<self-check>` shows, as a Yew component.
///
/// It is rendered into a shadow root of its own, so that neither the program’s style nor the quiz’s reaches
/// the other. Callbacks are told in the order in which things happened, once the quiz shows them.
///
/// ```no_run
/// use selfcheck::Quiz;
/// use selfcheck::quiz::session::report::Report;
/// use selfcheck::quiz::session::settings::{Count, Overrides};
/// use yew::prelude::*;
///
/// #[component]
/// fn Lesson() -> Html {
///     let percent = use_state(|| None);
///     let on_finish = {
///         let percent = percent.clone();
///         Callback::from(move |report: Report| percent.set(Some(report.score.percent())))
///     };
///     let settings = Overrides { count: Some(Count::Of(5)), ..Overrides::default() };
///     html! {
///         <>
///             <Quiz bank="banks/my-bank.json" save_key="lesson-1" {settings} {on_finish} />
///             if let Some(percent) = *percent {
///                 <p>{ format!("You earned {percent} %.") }</p>
///             }
///         </>
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Quiz {
    props: Rc<RefCell<QuizProps>>,
    host: NodeRef,
    mounted: Option<Mounted>,
}

/// What there is once the browser has the element.
struct Mounted {
    player: Rc<Player>,
    root: Element,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mounted").field("phase", &self.player.phase()).finish_non_exhaustive()
    }
}

/// What a [`Quiz`] hears.
#[doc(hidden)]
#[derive(Debug)]
pub enum Heard {
    /// Its element has a shadow root.
    Mounted,
    /// Something of the player.
    News(News),
}

impl Component for Quiz {
    type Message = Heard;
    type Properties = QuizProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { props: Rc::new(RefCell::new(ctx.props().clone())), host: NodeRef::default(), mounted: None }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let QuizProps { class, lang, children, .. } = ctx.props();
        let quiz = self.mounted.as_ref().map(|Mounted { player, root }| {
            let player = Rc::clone(player);
            create_portal(html! { <App {player} /> }, root.clone())
        });
        html! { <div ref={&self.host} class={class.clone()} lang={lang.clone()}>{ children.clone() }{ quiz }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let element = self.host.cast::<HtmlElement>().filter(|_| is_first);
        if let Some((shadow, root)) = element.and_then(|element| divide(&element).ok()) {
            let host = OfProgram::new(Rc::clone(&self.props), shadow, ctx.link().callback(Heard::News));
            let player = Player::new(Box::new(host));
            load(&player, &ctx.props().bank);
            self.mounted = Some(Mounted { player, root });
            ctx.link().send_message(Heard::Mounted);
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &QuizProps) -> bool {
        let new = ctx.props();
        *self.props.borrow_mut() = new.clone();
        if let Some(Mounted { player, .. }) = &self.mounted {
            if new.bank != old.bank {
                load(player, &new.bank);
            } else if new.settings != old.settings || new.save_key != old.save_key {
                player.settings_changed();
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        let props = ctx.props();
        match heard {
            Heard::Mounted => return true,
            Heard::News(News::Ready(bank)) => props.on_ready.emit(bank),
            Heard::News(News::Failed(error)) => props.on_error.emit(error),
            Heard::News(News::Finished(_)) => {
                let report = self
                    .mounted
                    .as_ref()
                    .and_then(|Mounted { player, .. }| player.screen().stage.session().map(Session::report));
                if let Some(report) = report {
                    props.on_finish.emit(report);
                }
            }
            Heard::News(News::Event(event)) => match event {
                Event::Started { n_questions, mode, seed } => {
                    props.on_start.emit(Started { n_questions, mode, seed });
                }
                Event::Moved { question, position, total } => {
                    props.on_move.emit(Moved { question, position, total });
                }
                Event::Answered { question, response, score, certainty, has_hint, attempt, is_final } => {
                    let answered =
                        Answered { question, response, score, certainty, has_hint, attempt, is_final };
                    props.on_answer.emit(answered);
                }
                Event::Rated { question, rating } => props.on_rate.emit(Rated { question, rating }),
                Event::Restarted => props.on_restart.emit(()),
                // Told once the report is there.
                Event::Finished => {}
            },
        }
        false
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(Mounted { player, .. }) = self.mounted.take() {
            player.close();
        }
    }
}

/// Has the player show a bank.
fn load(player: &Rc<Player>, bank: &Source) {
    match bank {
        Source::Bank(bank) => player.show_bank(Rc::clone(bank)),
        Source::Address(_) => player.load(),
    }
}

/// Gives the element a shadow root with the style in it, and an element to render into.
fn divide(element: &HtmlElement) -> Result<(ShadowRoot, Element), JsValue> {
    thread_local!(static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) });
    let sheet = match SHEET.with_borrow(Clone::clone) {
        Some(sheet) => sheet,
        None => {
            let sheet = CssStyleSheet::new()?;
            sheet.replace_sync(&stylesheet())?;
            SHEET.set(Some(sheet.clone()));
            sheet
        }
    };
    let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    shadow.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
    let document = element.owner_document().ok_or(JsValue::NULL)?;
    let root = document.create_element("div")?;
    shadow.append_child(root.unchecked_ref())?;
    Ok((shadow, root))
}
