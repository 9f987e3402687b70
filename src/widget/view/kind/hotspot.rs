//! Hotspot: a list of radio buttons with the names of regions, each with its region over the picture. The
//! list is the control; a region is a larger target for it, for those who see and can aim.

use crate::quiz::Action;
use crate::quiz::bank::json::decimal;
use crate::quiz::question::hotspot::Hotspot;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::widget::keys;
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{instruction, rows};
use crate::widget::view::{icon, markup, sheet};
use yew::prelude::*;

/// The picture and the names of its regions.
pub(crate) fn options(kind: &Hotspot, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let over = |region: &QuestionOption| {
        let (ask, action) = (ask.clone(), Action::Respond(keys::choose(shown, &region.id)));
        // Not left to the label: that would put the focus on the control, and the page might scroll to it,
        // away from the picture.
        let onclick = move |event: MouseEvent| {
            event.prevent_default();
            ask.emit(Ask::Act(action.clone()));
        };
        let path = kind.shape_of(&region.id).map(|shape| shape.path());
        let area = html! { <path class="area" d={path} {onclick} /> };
        let is_told = region.is_key || shown.response.chooses(&region.id);
        let path = if region.is_key { icon::TICK } else { icon::CROSS };
        let sign = shown
            .score
            .filter(|_| is_told)
            .map(|_| sign(kind, region).with(El::with_values("path", &["d"], [path.into()])));
        layer(kind).with(area).each(sign)
    };
    let rows = rows(shown, "radio", "option", ask).into_iter().zip(shown.options());
    let rows = rows.map(|(row, region)| row.with(over(region)));
    let spots = el!("div", "class" = "spots").with(picture(kind)).each(rows);
    [instruction(text::CHOOSE_PLACE), spots].into_iter().collect()
}

/// The picture with a number in each region, and a line for the right one.
pub(crate) fn on_paper(kind: &Hotspot, shown: &Shown<'_>, paper: Paper) -> Html {
    let mut spots = el!("div", "class" = "spots").with(picture(kind));
    let mut key = None;
    for (place, region) in shown.options().enumerate() {
        let path = kind.shape_of(&region.id).map(|shape| shape.path()).unwrap_or_default();
        let number = el!("text", "dy" = "0.36em").text(text::number(place + 1));
        let area = El::with_values("path", &["class", "d"], ["area".into(), path.into()]);
        spots = spots.with(layer(kind).with(area).with(sign(kind, region).with(number)));
        if region.is_key && paper == Paper::AnswerKey {
            key = Some(text::numbered(place, &region.text.to_text()));
        }
    }
    let line = match key {
        Some(words) => el!("span", "class" = "right").text(words),
        None => sheet::blank(None),
    };
    let line = el!("p").text(text::NUMBER_OF_PLACE).text(" ").with(line);
    [spots, line].into_iter().collect()
}

/// The picture; on the other side of a card with the right place in it.
pub(crate) fn on_card(kind: &Hotspot, is_turned: bool) -> El {
    let key = kind.regions().iter().find(|region| region.is_key && is_turned);
    let told = |region: &QuestionOption| {
        let path = kind.shape_of(&region.id).map(|shape| shape.path()).unwrap_or_default();
        let area = El::with_values("path", &["class", "d"], ["area".into(), path.into()]);
        let tick = El::with_values("path", &["d"], [icon::TICK.into()]);
        el!("div", "class" = "correct told").with(layer(kind).with(area).with(sign(kind, region).with(tick)))
    };
    el!("div", "class" = "spots").with(picture(kind)).each(key.map(told))
}

fn picture(kind: &Hotspot) -> Html {
    markup::stem(kind.image(), false)
}

/// A layer over the picture, as large as it is.
fn layer(kind: &Hotspot) -> El {
    let [width, height] = kind.size().map(decimal);
    El::with_values(
        "svg",
        &["class", "viewBox", "width", "height", "aria-hidden"],
        ["region".into(), format!("0 0 {width} {height}").into(), width.into(), height.into(), "true".into()],
    )
}

/// A disc in the middle of a region, for what is drawn 24 units large around its centre.
fn sign(kind: &Hotspot, region: &QuestionOption) -> El {
    let [left, top, right, bottom] =
        kind.shape_of(&region.id).map(|shape| shape.bounds()).unwrap_or_default();
    let [x, y] = [(left + right) / 2.0, (top + bottom) / 2.0].map(decimal);
    // A sixteenth of the picture: to be seen on a phone, and no more than needed elsewhere.
    let scale = decimal(kind.size()[0] / 16.0 / 24.0);
    let place = format!("translate({x} {y}) scale({scale})");
    El::with_values("g", &["class", "transform"], ["sign".into(), place.into()])
        .with(el!("circle", "r" = "15"))
}
