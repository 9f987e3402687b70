//! Fill-in and numeric: a line to type the missing word or the number on.

use crate::quiz::question::Kind;
use crate::quiz::question::fill_in::MOST_CHARACTERS;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::kind::{Mark, key, row};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The line; the gap is in the stem.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let is_checked = shown.score.is_some();
    let mark =
        Mark { is_chosen: is_checked, is_right: shown.grade().map(|grade| grade.is_full()), words: "" };
    let unit = if let Kind::Numeric(kind) = &shown.question.kind { Some(kind.unit()) } else { None };
    let is_number = unit.is_some();
    let ask = ask.clone();
    let oninput = move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        let response = if is_number { Response::Numeric { text } } else { Response::FillIn { text } };
        ask.emit(Ask::Act(Action::Respond(response)));
    };
    let input = html! {
        <input
            type="text"
            part="option-input"
            value={shown.response.typed().to_owned()}
            readonly={is_checked}
            maxlength={MOST_CHARACTERS.to_string()}
            inputmode={is_number.then_some("decimal")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
        />
    };
    let label = el!("span", "class" = "label").text(text::YOURS);
    let unit = unit.flatten().map(|unit| el!("span", "class" = "unit").text(unit.to_owned()));
    let content = [label.into(), input, key(&mark, Html::default()).into()];
    let class = if is_number { "option answer number" } else { "option answer" };
    row("label", "option", class, &mark, content).each(unit).into()
}
