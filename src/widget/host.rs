//! Host: who puts a quiz on a page, as its player sees it. For the element that is selfcheck.js, for a Rust
//! program [`Quiz`](crate::Quiz).

use crate::quiz::{Bank, Event};
use crate::widget::element::attributes::Attributes;
use crate::widget::load::LoadError;
use js_sys::Promise;
use std::rc::Rc;
use web_sys::{HtmlInputElement, ShadowRoot};

/// What a player cannot do by itself. Promises are of bytes, and fail with what [`LoadError`] is read from.
pub trait Host {
    /// Fetches the bytes of the bank.
    fn load(&self) -> Promise;

    /// Fetches the bytes of a file beside the bank.
    fn beside(&self, address: &str) -> Promise;

    /// The whole of an address that is relative to the bank's.
    fn whole(&self, address: &str) -> String;

    /// Fetches what is not needed to begin, and links it.
    fn more(&self) -> Promise;

    /// Has the learner save a file.
    fn save_file(&self, name: &str, text: &str);

    /// The text of the file that was chosen.
    fn read_file(&self, input: &HtmlInputElement) -> Promise;

    /// Keeps the attempt as long as the host lives; nothing, where that is empty.
    fn keep(&self, snapshot: &str);

    /// The words of the language to speak, of the page or else of the bank: they are `undefined` where that is
    /// English.
    fn words(&self, _bank: &str) -> Option<Promise> {
        None
    }

    /// What was kept.
    fn kept(&self) -> Option<String>;

    /// What is said of the session.
    fn attributes(&self) -> Attributes;

    /// What the quiz is rendered into, once that is there.
    fn shadow_root(&self) -> Option<ShadowRoot>;

    /// Hears what happened.
    fn tell(&self, news: News);
}

/// What happened, for whoever put the quiz on the page.
#[derive(Clone, Debug)]
pub enum News {
    /// The bank was read.
    Ready(Rc<Bank>),
    /// There is no bank to show.
    Failed(Rc<LoadError>),
    /// Something of the session.
    Event(Event),
    /// The results are there, as JSON.
    Finished(String),
}
