//! The language in which things are said now. English is none: it is built in, and costs nothing.
//!
//! Views and whatever else finds words run one at a time, so what is spoken is set before they run, for each
//! widget its own.

use super::message::{Value, Words};
use std::cell::RefCell;
use std::fmt::Debug;
use std::rc::Rc;
use yew::AttrValue;

/// A language other than English: its catalogue, and how it tells numbers and days.
pub trait Speak: Debug {
    /// Its tag, and which way it is written where the page does not say it: `rtl`, or nothing.
    fn tag(&self) -> [AttrValue; 2];
    /// A message with values in their places, as for [`Message::with`](super::Message::with) and, where
    /// there is a number, [`Message::count`](super::Message::count).
    fn fill(&self, message: Words, n: Option<f64>, values: &[Value<'_>]) -> String;
    /// A number, a share or a day in words.
    fn tell(&self, what: Tell, value: f64) -> String;
}

/// What a language tells by itself, without a message. Days and moments are in milliseconds since 1970, and
/// told as the learner's clock has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tell {
    /// A number with at most two decimals.
    Number,
    /// A number of percent, whole.
    Percent,
    /// Not words, but which plural a number has: a category of Unicode's CLDR, such as `one`.
    Plural,
    /// How many days ahead: “tomorrow”, “in 9 days”.
    Days,
    /// How many weeks ahead.
    Weeks,
    /// How many months ahead.
    Months,
    /// How many years ahead.
    Years,
    /// “3 March”.
    Day,
    /// “3 March 2025”.
    DayOfYear,
    /// A day and its time.
    Moment,
    /// “March 2026”.
    Month,
}

/// What is spoken: a language other than English, and the language of the bank where that is another one.
type Spoken = (Option<Rc<dyn Speak>>, Option<AttrValue>);

thread_local!(static SPOKEN: RefCell<Spoken> = const { RefCell::new((None, None)) });

/// From now on this is spoken.
pub fn speak(language: Option<Rc<dyn Speak>>) {
    SPOKEN.with_borrow_mut(|(spoken, _)| *spoken = language);
}

/// What is spoken, if it is not English.
pub(crate) fn spoken() -> Option<Rc<dyn Speak>> {
    SPOKEN.with_borrow(|(spoken, _)| spoken.clone())
}

/// A message in the language that is spoken, if it is not English.
pub(super) fn translated(message: Words, n: Option<f64>, values: &[Value<'_>]) -> Option<String> {
    SPOKEN.with_borrow(|(spoken, _)| spoken.as_ref().map(|language| language.fill(message, n, values)))
}

/// From now on the texts of a bank are in this language, where there is a bank. Gives the tag of the
/// interface's language, as far as it is known, and its direction where the page does not say it. The tag is
/// the bank's where the two differ at most in their region.
pub(crate) fn read_bank(bank: Option<AttrValue>) -> [Option<AttrValue>; 2] {
    let [tag, dir] = match spoken() {
        Some(language) => language.tag().map(Some),
        None => [bank.as_ref().map(|_| "en".into()), None],
    };
    let is_other = matches!((&tag, &bank), (Some(tag), Some(bank)) if main(tag) != main(bank));
    SPOKEN.with_borrow_mut(|(_, other)| *other = bank.clone().filter(|_| is_other));
    [if is_other || bank.is_none() { tag } else { bank }, dir.filter(|dir| !dir.is_empty())]
}

/// Whether that is English, which is built in.
pub(crate) fn is_english(tag: &str) -> bool {
    tag.get(..2) == Some("en")
}

/// A language without its script and its region.
fn main(tag: &AttrValue) -> Option<&str> {
    tag.split('-').next()
}

/// The language of the bank, where it is another than that of the interface.
pub(crate) fn of_bank() -> Option<AttrValue> {
    SPOKEN.with_borrow(|(_, bank)| bank.clone())
}

/// A number in words of the language that is spoken.
pub fn number(n: usize) -> String {
    #[allow(clippy::cast_precision_loss)] // Nobody answers so many questions.
    spoken().map_or_else(|| n.to_string(), |language| language.tell(Tell::Number, n as f64))
}
