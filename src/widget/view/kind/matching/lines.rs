//! Lines between premises and responses, for a pointer and for the eye. Everything here is hidden from
//! assistive technology and from the keyboard: the list of a premise says and does the same, and cards
//! that could be reached as well would say everything twice.
//!
//! Premises share the height in equal cells, and so do responses. So lines know where to begin and end
//! without measuring, at every size of the window and of the type, and they stay between the columns.

use super::mark;
use crate::quiz::id::OptionId;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::widget::drag::geometry::{HEIGHT, WIDTH, aim, line, middle};
use crate::widget::drag::{self, Drag, Grab, Turn};
use crate::widget::focus::reveal;
use crate::widget::stage::Ask;
use crate::widget::view::el::{El, Hear, el};
use crate::widget::view::markup;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// On the premise whose response is to be tapped next.
const ARMED: &str = "data-armed";
/// On the response at which a line would end.
const AIMED: &str = "data-aimed";

/// The responses, in the order they are shown in.
pub(crate) fn responses(kind: &Matching, shown: &Shown<'_>) -> El {
    let card = |id: &OptionId| {
        let response = kind.responses().iter().find(|response| response.id == *id)?;
        let class = if shown.response.chooses(id) { "response used" } else { "response" };
        Some(El::classed("div", class).with(el!("span").with(markup::inline(&response.text))))
    };
    let cards = shown.planned.options.iter().filter_map(card);
    el!("div", "class" = "responses", "aria-hidden" = "true").each(cards)
}

/// A line for each match, and one that is being drawn.
pub(crate) fn lines(kind: &Matching, shown: &Shown<'_>, ask: &Callback<Ask>) -> El {
    let (premises, responses) = (kind.premises(), &shown.planned.options);
    let match_of = |(index, premise): (usize, &QuestionOption)| {
        let chosen = chosen_for(shown.response.pairs(), &premise.id)?;
        let place = responses.iter().position(|id| id == chosen)?;
        let (state, _) = mark(kind, shown, premise).state();
        let end = (WIDTH, middle(place, responses.len()));
        let d = line(middle(index, premises.len()), end);
        let path = |class, d| El::with_values("path", &["class", "d"], [class, d]);
        let both = el!("g").with(path("reach".into(), d.clone().into()));
        let both = both.with(path(format!("line {state}").into(), d.into()));
        Some(if shown.score.is_none() { taken_back(both, index, ask) } else { both })
    };
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    El::with_values(
        "svg",
        &["class", "viewBox", "preserveAspectRatio", "aria-hidden"],
        ["lines".into(), view_box.into(), "none".into(), "true".into()],
    )
    .each(premises.iter().enumerate().filter_map(match_of))
    .with(el!("path", "class" = "line draft"))
}

/// A line which a click takes away. What is clicked is wider than what is seen.
fn taken_back(line: El, premise: usize, ask: &Callback<Ask>) -> El {
    let ask = ask.clone();
    let hear: Hear = Rc::new(move |_| ask.emit(Ask::Connect { premise, to: None }));
    line.hears(ListenerKind::onclick, &hear)
}

/// A line is drawn from a premise to a response, or a tap chooses the premise and another the response.
pub(crate) static GRAB: Grab =
    Grab { surface: ".pairs", items: ".pair, .response", handle: ".knob", control: "select", then: drawn };

fn drawn(drag: &Drag, turn: Turn) -> Option<Ask> {
    let is_premise = drag.item.has_attribute("part");
    match turn {
        Turn::Tapped if is_premise => {
            let was_armed = drag.item.has_attribute(ARMED);
            disarm(drag);
            mark_as(&drag.item, ARMED, !was_armed);
            None
        }
        Turn::Tapped => Some(Ask::Connect { premise: disarm(drag)?, to: Some(drag.index()) }),
        Turn::Moved => {
            if is_premise {
                disarm(drag);
                draw(drag);
            }
            None
        }
        Turn::Dropped | Turn::Cancelled => {
            let to = if is_premise && turn == Turn::Dropped { draw(drag) } else { None };
            erase(drag);
            to.map(|to| Ask::Connect { premise: drag.index(), to: Some(to) })
        }
    }
}

/// Tells which premise it was.
fn disarm(drag: &Drag) -> Option<usize> {
    let premises = children(drag, ".premises");
    let armed = premises.iter().position(|premise| premise.has_attribute(ARMED));
    premises.iter().for_each(|premise| mark_as(premise, ARMED, false));
    armed
}

/// Draws the line from the premise to the pointer, or to the response that it is at: tells which.
fn draw(drag: &Drag) -> Option<usize> {
    let frame = find(drag, ".lines")?.get_bounding_client_rect();
    let (premises, cards) = (children(drag, ".premises"), children(drag, ".responses"));
    let across = (drag.at.0 - frame.left()) / frame.width();
    let is_mirrored = drag.item.get_bounding_client_rect().left() > frame.left();
    let across = if is_mirrored { 1.0 - across } else { across };
    let down = (drag.at.1 - frame.top()) / frame.height();
    let (x, y) = ((across * f64::from(WIDTH)) as i32, (down * f64::from(HEIGHT)) as i32);
    let aimed = aim((x, y), cards.len());
    for (index, card) in cards.iter().enumerate() {
        mark_as(card, AIMED, aimed == Some(index));
    }
    // Within the frame, so that it does not cross text.
    let loose = (x.clamp(0, WIDTH), y.clamp(0, HEIGHT));
    let end = aimed.map_or(loose, |card| (WIDTH, middle(card, cards.len())));
    let path = line(middle(drag.index(), premises.len()), end);
    let _ = find(drag, ".draft")?.set_attribute("d", &path);
    if let Some(card) = aimed.and_then(|card| cards.get(card)) {
        reveal(card);
    }
    aimed
}

fn erase(drag: &Drag) {
    children(drag, ".responses").iter().for_each(|card| mark_as(card, AIMED, false));
    if let Some(draft) = find(drag, ".draft") {
        let _ = draft.remove_attribute("d");
    }
}

fn find(drag: &Drag, selector: &str) -> Option<Element> {
    drag.surface.query_selector(selector).ok().flatten()
}

fn children(drag: &Drag, selector: &str) -> Vec<HtmlElement> {
    find(drag, selector).map(|parent| drag::children(&parent)).unwrap_or_default()
}

fn mark_as(element: &HtmlElement, attribute: &str, is_so: bool) {
    let _ = element.toggle_attribute_with_force(attribute, is_so);
}
