//! Fill-in: a line to type the missing word on.

use crate::quiz::question::fill_in::MOST_CHARACTERS;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::kind::{Mark, group, key, row};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The stem with its gap, and the line.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let typed = if let Response::FillIn { text } = &shown.response { text.clone() } else { String::new() };
    let is_checked = shown.score.is_some();
    let mark = Mark { is_chosen: is_checked, is_right: shown.score.map(|score| score.is_full()), words: "" };
    let ask = ask.clone();
    let oninput = move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        ask.emit(Ask::Act(Action::Respond(Response::FillIn { text })));
    };
    let input = html! {
        <input
            type="text"
            part="option-input"
            value={typed}
            readonly={is_checked}
            maxlength={MOST_CHARACTERS.to_string()}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
        />
    };
    let label = el!("span", "class" = "label").text(text::YOURS);
    let content = [label.into(), input, key(&mark, Html::default()).into()];
    group(shown.question).with(row("label", "option", "answer", &mark, content)).into()
}
