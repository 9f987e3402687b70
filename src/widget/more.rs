//! What nobody needs to begin. In a release build it is a second WebAssembly module, fetched while the
//! learner looks at the first screen; everywhere else it is simply there.
//!
//! `wasm-split-cli` divides the linked program: what only `split::export` leads to goes into the second
//! module. Views that stand there are therefore called through [`More`] and by no other name.

use crate::quiz::later::{LATER, Later};
use crate::quiz::session::Shown;
use crate::quiz::session::settings::Settings;
use crate::quiz::session::snapshot::Refusal;
use crate::quiz::{Bank, Event, Session};
use crate::widget::element::events;
use crate::widget::past;
use crate::widget::player::asking::later;
use crate::widget::player::{Player, saving, words};
use crate::widget::stage::{Ask, Screen};
use crate::widget::store::Store;
use crate::widget::text;
use crate::widget::text::language::Speak;
use crate::widget::view::{self, certainty, exam, feedback, kind, mode};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Views that are not needed to begin.
#[derive(Debug)]
pub struct More {
    /// What there is to move, to match, to type or to write in a question of a rarer kind.
    pub(crate) options: fn(&Shown<'_>, &Callback<Ask>) -> Html,
    /// Why an answer is right or not, and the words of the glossary that are in it.
    pub(crate) explanation: fn(&Bank, &Shown<'_>, &Callback<Ask>) -> Html,
    /// The screens that are not needed to begin.
    pub(crate) screen: fn(&Screen, &Callback<Ask>) -> Html,
    /// What is special about the mode, on the start screen and where a saved session was found.
    pub(crate) before_start: fn(&Screen, &Session) -> Html,
    /// At the end of the start screen.
    pub(crate) after_start: fn(&Screen, &Session, &Callback<Ask>) -> Html,
    /// Above a question of an exam.
    pub(crate) exam_bar: fn(&Screen, &Session, &Callback<Ask>) -> Html,
    /// Below a question of an exam.
    pub(crate) exam_actions: fn(&Session, &Shown<'_>, &Callback<Ask>) -> Html,
    /// How sure the learner is.
    pub(crate) certainty: fn(&Shown<'_>, &Callback<Ask>) -> Html,
    /// What a screen reader is told of what happened, or that there is no answer to check.
    pub(crate) announce: fn(&Session, &[Event], bool) -> String,
    /// Where the learner is, with the attempt.
    pub(crate) with_attempt: fn(&Shown<'_>, &str) -> String,
    /// How an answer was that may be given again.
    pub(crate) retry: fn(&Shown<'_>) -> Html,
    /// The summary of a hint that costs something.
    pub(crate) hint_costs: fn(u32) -> String,
    /// What is said quietly above the quiz.
    pub(crate) notices: fn(&Screen, &Callback<Ask>) -> Html,
    /// Begins with a bank, in the language that is to be spoken with it.
    pub(crate) open: fn(&Rc<Player>, Rc<Bank>),
    /// Does what a learner asks for.
    pub(crate) ask: fn(&Rc<Player>, Ask),
    /// Looks for what was stored of earlier days.
    pub(crate) recall: fn(&mut Screen, Option<&Store>, &Bank),
    /// Keeps the session that runs, and what it brought.
    pub(crate) save: fn(&Player),
    /// Has the session ask what is due.
    pub(crate) plan: fn(&mut Screen),
    /// Tells the screen the time, and comes back; tells whether time is over.
    pub(crate) wind: fn(&Rc<Player>) -> bool,
    /// The same, and hands in what is over.
    pub(crate) tick: fn(&Rc<Player>),
    /// What responses to rarer kinds come to, and what modes other than practice allow.
    pub later: &'static Later,
    /// The results of a session as JSON.
    pub(crate) report: fn(&Session) -> String,
    /// A session as JSON.
    pub(crate) snapshot: fn(&Session) -> String,
    /// A session from JSON.
    pub(crate) restore: fn(Rc<Bank>, Settings, &str) -> Result<Session, Refusal>,
    /// A language other than English.
    pub(crate) language: fn(&JsValue) -> Option<Rc<dyn Speak>>,
    /// Their style, for behind the rest of it.
    pub(crate) style: &'static str,
}

static MORE: More = More {
    options: kind::rarer,
    explanation: feedback::explained,
    screen: view::later,
    before_start: mode::before_start,
    after_start: mode::after_start,
    exam_bar: exam::bar,
    exam_actions: exam::actions,
    certainty: certainty::certainty,
    announce: mode::announce,
    with_attempt: text::with_attempt,
    retry: feedback::retry,
    hint_costs: text::hint_costs,
    notices: view::notices,
    open: Player::open,
    ask: later::ask,
    recall: past::recall,
    save: Player::keep,
    plan: past::plan,
    wind: Player::wind,
    tick: Player::tick,
    later: &LATER,
    report: |session| events::report_json(&session.report()),
    snapshot: |session| session.snapshot().to_json(),
    restore: saving::restore,
    language: words::language,
    style: include_str!(concat!(env!("OUT_DIR"), "/more.css")),
};

/// What is not needed to begin, once it is there. Then it is there for every widget of the page.
#[cfg(not(all(feature = "split", target_family = "wasm")))]
#[must_use]
pub fn at_hand() -> Option<&'static More> {
    Some(&MORE)
}

#[cfg(all(feature = "split", target_family = "wasm"))]
pub use split::{at_hand, link};

/// Says that selfcheck.js has linked the second module to this one.
#[cfg(not(all(feature = "split", target_family = "wasm")))]
pub fn link() {}

/// The seam. Nothing here reads or writes memory by itself; what is “unsafe” is to name a function for the
/// linker, as two of the same name would be a clash.
#[cfg(all(feature = "split", target_family = "wasm"))]
#[allow(unsafe_code)]
#[allow(improper_ctypes, improper_ctypes_definitions)] // Both sides are Rust, of one compilation.
mod split {
    use super::{MORE, More};
    use crate::quiz::later::provide;
    use std::cell::Cell;

    thread_local!(static LINKED: Cell<Option<&'static More>> = const { Cell::new(None) });

    pub fn at_hand() -> Option<&'static More> {
        LINKED.get()
    }

    pub fn link() {
        let more = import();
        provide(more.later);
        LINKED.set(Some(more));
    }

    // By these names wasm-split-cli finds the two sides of the seam: the module's name between two `00`,
    // and 32 digits that they share. A call of `import` is one of `export`, through the table of functions,
    // and stops the program as long as the second module is not linked.
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00more00_import_00000000000000000000000000000000"]
        safe fn import() -> &'static More;
    }

    #[unsafe(export_name = "__wasm_split_00more00_export_00000000000000000000000000000000")]
    extern "C" fn export() -> &'static More {
        &MORE
    }

    // Asks wasm-split-cli for an import in the second module that only this build of the first satisfies:
    // its section's version 1, and its feature 1. A module of another build would write over our memory.
    #[used]
    #[unsafe(link_section = "__wasm_split_unstable")]
    static CHECKED: [u8; 6] = [1, 1, 1, 2, 1, 1];
}
