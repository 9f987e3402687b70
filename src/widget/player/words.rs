//! How the player comes by the words of another language than English: selfcheck-locale.js fetches them.

use super::Player;
use crate::quiz::Bank;
use crate::widget::load;
use crate::widget::text::catalogue::{Language, Teller};
use crate::widget::text::language::{self, Speak, Tell};
use js_sys::{Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

impl Player {
    /// From now on everything is said in the language of selfcheck-locale.js: `undefined` is English.
    pub fn speak(&self, words: &JsValue) {
        self.take_more();
        let more = self.more();
        if let Some(more) = more {
            self.screen.borrow_mut().language = (more.language)(words);
            self.paint();
        }
    }

    /// Begins with a bank, in the language that is to be spoken with it.
    pub(crate) fn open(self: &Rc<Self>, bank: Rc<Bank>) {
        let language = bank.about().language.clone();
        let is_known = language::is_english(&language) && self.screen().language.is_none();
        let words = if is_known { None } else { self.host.words(&language) };
        let Some(words) = words else { return self.begin(bank) };
        let number = self.n_loads.get();
        let player = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            let words = load::wait(words).await;
            if player.n_loads.get() == number {
                player.speak(&words.unwrap_or_default());
                player.begin(bank);
            }
        });
    }

    /// Has whatever is said next said in the language of this widget: before anything that finds words.
    pub(super) fn begin_to_speak(&self) {
        language::speak(self.screen().language.clone());
    }
}

/// A language, as selfcheck-locale.js gives it: `{ json, dir, tell(what, value) }`.
pub(crate) fn language(words: &JsValue) -> Option<Rc<dyn Speak>> {
    let get = |name: &str| Reflect::get(words, &name.into()).unwrap_or_default();
    let tell = get("tell").dyn_into::<Function>().ok()?;
    let teller: Teller = Box::new(move |what, value| {
        let told = tell.call2(&JsValue::NULL, &name(what).into(), &value.into());
        told.ok().and_then(|told| told.as_string()).unwrap_or_default()
    });
    let dir = get("dir").as_string().unwrap_or_default();
    match Language::read(&get("json").as_string()?, &dir, teller) {
        Ok(language) => Some(Rc::new(language)),
        Err(problem) => {
            gloo::console::warn!(format!("<self-check> speaks English: {problem}"));
            None
        }
    }
}

/// What selfcheck-locale.js calls it.
fn name(what: Tell) -> &'static str {
    match what {
        Tell::Number => "number",
        Tell::Percent => "percent",
        Tell::Plural => "plural",
        Tell::Days => "days",
        Tell::Weeks => "weeks",
        Tell::Months => "months",
        Tell::Years => "years",
        Tell::Day => "day",
        Tell::DayOfYear => "day-of-year",
        Tell::Moment => "moment",
        Tell::Month => "month",
    }
}
