//! Drag: hears what a pointer (mouse, touch, pen) does to the items of a surface, and moves them on the
//! screen. Nothing of it is kept or known elsewhere: what comes of a drag is asked for like anything
//! else. Keyboard and screen reader have buttons and lists instead.

pub mod geometry;
pub(crate) mod list;

use crate::widget::stage::Ask;
use crate::widget::view::el::{El, Hear};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// How far a pointer moves, in CSS pixels along either axis, before it drags: a hand is not quite still.
const SLOP: f64 = 4.0;

/// What is pressed for something else.
pub(crate) const OTHERS: &str = "button, select, a, summary, audio, video";

/// Where a mouse selects text instead.
const TEXT: &str = ".feedback";

thread_local! {
    /// What is pressed or dragged. One for the page, as one hand drags; it must outlive a painting.
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// Something that a pointer has hold of.
#[derive(Clone, Debug)]
pub(crate) struct Drag {
    /// What it is dragged within.
    pub(crate) surface: HtmlElement,
    /// What is dragged.
    pub(crate) item: HtmlElement,
    /// Where the pointer is, as events tell it.
    pub(crate) at: (f64, f64),
    pointer: i32,
    /// Where it took hold, from the corner of the surface, so that scrolling changes nothing.
    start: (f64, f64),
    can_move: bool,
    is_moving: bool,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It was pressed and let go.
    Tapped,
    /// It follows the pointer.
    Moved,
    /// It was let go.
    Dropped,
    /// It goes back.
    Cancelled,
}

/// What may be dragged on a surface.
pub(crate) struct Grab {
    /// Selects the surface.
    pub(crate) surface: &'static str,
    /// Selects the items. A mouse has hold of them everywhere.
    pub(crate) items: &'static str,
    /// Selects the handle in an item, for fingers and pens: elsewhere they scroll the page. While it
    /// is not displayed, there is nothing to drag.
    pub(crate) handle: &'static str,
    /// Selects the control in an item that takes the focus, so that keys are heard. Where it is empty, a
    /// mouse leaves the focus where it is.
    pub(crate) control: &'static str,
    /// What is done at each turn; it may ask for something.
    pub(crate) then: fn(&Drag, Turn) -> Option<Ask>,
}

/// The element on which things are dragged.
pub(crate) fn surface(element: El, grab: &'static Grab, ask: &Callback<Ask>) -> El {
    let ask = ask.clone();
    let hear: Hear = Rc::new(move |event| {
        let what = match event.type_().as_str() {
            "keydown" => put_back(event.unchecked_ref()).and_then(|drag| (grab.then)(&drag, Turn::Cancelled)),
            // An item may be a label, and its control does not want the click that ends a drag or a tap.
            "click" => {
                if grab.grabbed(event).is_some() {
                    event.prevent_default();
                }
                None
            }
            _ => grab.hear(event.unchecked_ref()),
        };
        what.into_iter().for_each(|what| ask.emit(what));
    });
    [
        ListenerKind::onpointerdown,
        ListenerKind::onpointermove,
        ListenerKind::onpointerup,
        ListenerKind::onlostpointercapture,
        ListenerKind::onkeydown,
        ListenerKind::onclick,
    ]
    .into_iter()
    .fold(element, |element, kind| element.hears(kind, &hear))
}

impl Grab {
    /// The item that an event is at, and whether it is at the handle.
    fn grabbed(&self, event: &Event) -> Option<(HtmlElement, bool)> {
        let target: Element = event.target()?.dyn_into().ok()?;
        if target.closest(OTHERS).ok()?.is_some() {
            return None;
        }
        let item = target.closest(self.items).ok()??;
        let handle = item.query_selector(self.handle).ok()?;
        if handle.is_some_and(|handle| handle.get_bounding_client_rect().width() == 0.0) {
            return None;
        }
        let is_handle = target.closest(self.handle).ok()?.is_some();
        Some((item.dyn_into().ok()?, is_handle))
    }

    fn hear(&self, event: &PointerEvent) -> Option<Ask> {
        let kind = event.type_();
        if kind == "pointerdown" {
            return self.press(event);
        }
        let mut drag = DRAG.take()?;
        if drag.pointer != event.pointer_id() {
            DRAG.set(Some(drag));
            return None;
        }
        let was_moving = drag.is_moving;
        let turn = match (kind.as_str(), was_moving) {
            ("pointermove", _) => {
                drag.at = point(event);
                let (x, y) = drag.by();
                drag.is_moving = was_moving || x.abs().max(y.abs()) >= SLOP;
                if drag.is_moving && !drag.can_move {
                    return None;
                }
                DRAG.set(Some(drag.clone()));
                if !drag.is_moving {
                    return None;
                }
                if !was_moving {
                    drag.begin(self.control);
                }
                Turn::Moved
            }
            ("pointerup", true) => Turn::Dropped,
            ("pointerup", false) => Turn::Tapped,
            (_, true) => Turn::Cancelled,
            (_, false) => return None,
        };
        (self.then)(&drag, turn)
    }

    /// Takes hold; nothing is asked for yet.
    fn press(&self, event: &PointerEvent) -> Option<Ask> {
        let is_taken = DRAG.with_borrow(|drag| {
            drag.as_ref().is_some_and(|drag| drag.is_moving && drag.surface.is_connected())
        });
        let (item, is_handle) = self.grabbed(event).filter(|_| !is_taken && event.button() == 0)?;
        let is_mouse = event.pointer_type() == "mouse";
        let target: Element = event.target()?.dyn_into().ok()?;
        if is_mouse && target.closest(TEXT).ok()?.is_some() {
            return None;
        }
        if is_mouse && self.control.is_empty() {
            event.prevent_default();
        }
        let surface: HtmlElement = item.closest(self.surface).ok()??.dyn_into().ok()?;
        // Where the pointer is gone already, nothing more is heard of it.
        surface.set_pointer_capture(event.pointer_id()).ok()?;
        let mut drag = Drag {
            surface,
            item,
            at: point(event),
            pointer: event.pointer_id(),
            start: (0.0, 0.0),
            can_move: is_handle || is_mouse,
            is_moving: false,
        };
        drag.start = drag.by();
        DRAG.set(Some(drag));
        None
    }
}

/// Any key puts back what is dragged, so that those that move steps do not meet rows in the air.
fn put_back(event: &KeyboardEvent) -> Option<Drag> {
    let drag = DRAG.take().filter(|drag| drag.is_moving)?;
    if event.key() == "Escape" {
        // Not for the dialog in which the quiz may stand.
        event.prevent_default();
        event.stop_propagation();
    }
    Some(drag)
}

impl Drag {
    /// How far the pointer is from where it took hold.
    pub(crate) fn by(&self) -> (f64, f64) {
        let corner = self.surface.get_bounding_client_rect();
        (self.at.0 - corner.left() - self.start.0, self.at.1 - corner.top() - self.start.1)
    }

    /// The place of the item among its neighbours, counted from 0.
    pub(crate) fn index(&self) -> usize {
        let before = |element: &Element| element.previous_element_sibling();
        std::iter::successors(before(&self.item), before).count()
    }

    /// So that keys are heard, and go on where the pointer was.
    fn begin(&self, control: &str) {
        if let Ok(Some(control)) = self.item.query_selector(control)
            && let Ok(control) = control.dyn_into::<HtmlElement>()
        {
            let _ = control.focus();
        }
    }
}

/// The elements in an element.
pub(crate) fn children(parent: &Element) -> Vec<HtmlElement> {
    let children = std::iter::successors(parent.first_element_child(), |child| child.next_element_sibling());
    children.filter_map(|child| child.dyn_into().ok()).collect()
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}
