//! Ordering: a list of steps, each with two buttons that move it. A pointer can drag it as well.

use crate::quiz::Response;
use crate::quiz::id::OptionId;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::ordering::Ordering;
use crate::quiz::session::Shown;
use crate::widget::drag::{self, Drag, Grab, Turn};
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Mark, instruction, is_open, key, row};
use crate::widget::view::{has_modifier, icon, markup, sheet};
use yew::prelude::*;

/// The steps, as the learner ordered them.
pub(crate) fn options(kind: &Ordering, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let given = if let Response::Ordering { order } = &shown.response { order.as_slice() } else { &[] };
    let order = if given.is_empty() { &shown.planned.options } else { given };
    let steps = (0..order.len()).filter_map(|index| step(kind, shown, order, index, ask));
    let list = el!("ol", "class" = "steps").each(steps);
    let list = if is_open(shown) { drag::surface(list, &GRAB, ask) } else { list };
    [instruction(text::MOVE_STEPS), list].into_iter().collect()
}

/// A step that is dropped at another place asks for the same as its buttons.
static GRAB: Grab =
    Grab { surface: ".steps", items: ".step", handle: ".grip", control: "button:last-child", then: dragged };

fn dragged(drag: &Drag, turn: Turn) -> Option<Ask> {
    match turn {
        Turn::Tapped => None,
        Turn::Moved => {
            drag::list::follow(drag);
            None
        }
        Turn::Dropped | Turn::Cancelled => drag::list::settle(drag, turn == Turn::Dropped),
    }
}

fn step(
    kind: &Ordering,
    shown: &Shown<'_>,
    order: &[OptionId],
    index: usize,
    ask: &Callback<Ask>,
) -> Option<El> {
    let step = kind.steps().iter().find(|step| Some(&step.id) == order.get(index))?;
    let said = step.text.to_text();
    let is_right = shown.score.map(|_| kind.is_in_place(order, index));
    let mark = Mark {
        is_chosen: is_right.is_some(),
        is_right,
        words: is_right.map(|is_right| text::in_place(index, is_right)),
    };
    // What a move up or down asks for; nothing at the ends.
    let moved = |is_up: bool| {
        let place = if is_up { index.checked_sub(1)? } else { index + 1 };
        (place < order.len()).then_some(Ask::Move { from: index, place })
    };
    let moves = [true, false].map(moved);
    let button = |is_up: bool| {
        let (ask, what) = (ask.clone(), moves[usize::from(!is_up)].clone());
        let is_end = what.is_none().then_some("true");
        let onclick = move |_| what.iter().for_each(|what| ask.emit(what.clone()));
        html! {
            <button type="button" part="move-button" aria-label={text::move_step(is_up, &said)} aria-disabled={is_end} {onclick}>
                { if is_up { icon::up() } else { icon::down() } }
            </button>
        }
    };
    let end: Vec<Html> = match is_right {
        None => vec![button(true), button(false)],
        Some(_) => vec![key(&mark, Html::default()).into()],
    };
    // The number stays when there is nothing to drag any more.
    let grip = el!("span", "class" = "grip").each(is_right.is_none().then(icon::grip));
    let text = el!("span", "class" = "option-text").with(markup::inline(&step.text));
    let moves = html! { <span class="moves" onkeydown={move_by_key(moves, ask)}>{ end }</span> };
    Some(row("li", "option", "option step", &mark, [grip.into(), text.into(), moves]))
}

/// The arrow keys move the step whose button has the focus.
fn move_by_key(moves: [Option<Ask>; 2], ask: &Callback<Ask>) -> Callback<KeyboardEvent> {
    let ask = ask.clone();
    Callback::from(move |event: KeyboardEvent| {
        let what = match event.key().as_str() {
            "ArrowUp" => &moves[0],
            "ArrowDown" => &moves[1],
            _ => return,
        };
        if !has_modifier(&event) {
            event.prevent_default();
            what.iter().for_each(|what| ask.emit(what.clone()));
        }
    })
}

/// A blank before each step, for the number of its place.
pub(crate) fn on_paper(kind: &Ordering, shown: &Shown<'_>, paper: Paper) -> Html {
    let step = |step: &QuestionOption| {
        let place = kind.steps().iter().position(|known| known.id == step.id);
        let place = place.filter(|_| paper == Paper::AnswerKey).map(|place| text::number(place + 1));
        el!("li").with(sheet::blank(place)).with(el!("span").with(markup::inline(&step.text)))
    };
    let steps = el!("ul", "class" = "choices").each(shown.options().map(step));
    [instruction(text::NUMBER_STEPS), steps].into_iter().collect()
}

/// Steps with their places in words.
pub(crate) fn in_words(kind: &Ordering, response: &Response) -> String {
    let Response::Ordering { order } = response else { return String::new() };
    let steps = order.iter().filter_map(|id| kind.steps().iter().find(|step| step.id == *id));
    let numbered = |(place, step): (usize, &QuestionOption)| text::numbered(place, &step.text.to_text());
    text::joined(&steps.enumerate().map(numbered).collect::<Vec<_>>(), text::SENTENCES)
}
