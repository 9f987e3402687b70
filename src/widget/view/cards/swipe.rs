//! Swiping and keys: a card is turned by a tap, a swipe, Space or Enter, and rated by a swipe or by number
//! keys. An addition to its buttons, which do all of it.
//!
//! What is dragged follows the hand and tells in words what letting go would do. A swipe counts only for the
//! card and the side on which it began: a key may have turned it meanwhile. On is where reading goes on: to the
//! right, or to the left where one reads from right to left.

use crate::quiz::Action;
use crate::quiz::memory::rating::Rating;
use crate::quiz::session::Shown;
use crate::widget::drag::geometry::swipe;
use crate::widget::drag::{self, Drag, Grab, Turn};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::{El, Hear, el};
use crate::widget::view::has_modifier;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// On the surface: which card it is, and which side of it.
const SIDE: &str = "data-side";
/// On the surface: the side on which the last drag began.
const HELD: &str = "data-held";
/// On the surface while the card is dragged: which way it would go, and whether it goes if it is let go.
const SWIPE: &str = "data-swipe";
/// How [`SIDE`] ends once the card is turned.
const TURNED: &str = "turned";

static GRAB: Grab =
    Grab { surface: ".flip", items: ".flip > .card", handle: ".card", control: "", then: swiped };

/// What hears keys and swipes of a card.
pub(super) fn surface(card: El, shown: &Shown<'_>, is_turned: bool, ask: &Callback<Ask>) -> Html {
    let [back, on] =
        if is_turned { [Rating::Again, Rating::Good].map(text::rating) } else { [text::TURN; 2] };
    let words = el!("p", "class" = "swiped", "aria-hidden" = "true")
        .with(el!("span", "class" = "back").text(back))
        .with(el!("span", "class" = "on").text(on));
    let side = format!("{} {}", shown.position, if is_turned { TURNED } else { "" });
    let flip = El::with_values("div", &["class", SIDE], ["flip".into(), side.into()]).with(words).with(card);
    let ask_other = ask.clone();
    let hear: Hear = Rc::new(move |event| {
        let what = match event.type_().as_str() {
            "click" => clicked(event.unchecked_ref(), is_turned),
            _ => pressed(event.unchecked_ref(), is_turned),
        };
        what.into_iter().for_each(|action| ask_other.emit(Ask::Act(action)));
    });
    drag::surface(flip, &GRAB, ask)
        .hears(ListenerKind::onclick, &hear)
        .hears(ListenerKind::onkeydown, &hear)
        .into()
}

/// A click on the front turns it, but for the one that ends a drag by mouse, and the second of two.
fn clicked(event: &MouseEvent, is_turned: bool) -> Option<Action> {
    let target = target(event)?;
    let flip = target.closest(".flip").ok()??;
    let was_dragged = flip.has_attribute(HELD);
    let _ = flip.remove_attribute(HELD);
    (!is_turned && !was_dragged && event.detail() < 2 && !is_control(&target)).then_some(Action::Turn)
}

fn pressed(event: &KeyboardEvent, is_turned: bool) -> Option<Action> {
    if has_modifier(event) || event.repeat() {
        return None;
    }
    let key = event.key();
    let action = if is_turned {
        let rating = Rating::NAMES.iter().find(|(_, rating)| key == (*rating as u8).to_string());
        rating.map(|(_, rating)| Action::Rate(*rating))
    } else {
        let is_free = (key == " " || key == "Enter") && !is_control(&target(event)?);
        is_free.then_some(Action::Turn)
    };
    if action.is_some() {
        // Space would scroll.
        event.prevent_default();
    }
    action
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether that does something of its own.
fn is_control(element: &Element) -> bool {
    element.closest(drag::OTHERS).ok().flatten().is_some()
}

fn swiped(drag: &Drag, turn: Turn) -> Option<Ask> {
    let flip = &drag.surface;
    if turn == Turn::Tapped {
        let _ = flip.remove_attribute(HELD);
        return None;
    }
    let side = flip.get_attribute(SIDE)?;
    let way = swipe(drag.by(), flip.get_bounding_client_rect().width());
    let (is_right, is_far) = way.unwrap_or_default();
    let is_on = is_right != flip.matches(":dir(rtl)").unwrap_or_default();
    if turn == Turn::Moved {
        if !flip.has_attribute(SWIPE) {
            let _ = flip.set_attribute(HELD, &side);
        }
        let x = if way.is_some() { drag.by().0 } else { 0.0 };
        let _ = flip.style().set_property("--x", &format!("{}px", x.round() as i32));
        let goes = match (way.is_some(), is_on, is_far) {
            (false, ..) => "",
            (true, true, false) => "on",
            (true, true, true) => "on far",
            (true, false, false) => "back",
            (true, false, true) => "back far",
        };
        let _ = flip.set_attribute(SWIPE, goes);
        return None;
    }
    let _ = flip.remove_attribute(SWIPE);
    let is_same = flip.get_attribute(HELD).as_ref() == Some(&side);
    let rating = if is_on { Rating::Good } else { Rating::Again };
    let action = if side.ends_with(TURNED) { Action::Rate(rating) } else { Action::Turn };
    (turn == Turn::Dropped && is_far && is_same).then_some(Ask::Act(action))
}
