//! Fill-in: a line to type the missing word on.

use crate::quiz::question::fill_in::MOST_CHARACTERS;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::kind::{Mark, key, row};
use crate::widget::view::question::stem;
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
    let content = html! {
        <>
            <span class="label">{ text::YOURS }</span>
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
            { key(&mark, Html::default()) }
        </>
    };
    html! {
        <fieldset class="options" part="options">
            { stem(shown.question) }
            { row("label", "option", "answer", &mark, content) }
        </fieldset>
    }
}
