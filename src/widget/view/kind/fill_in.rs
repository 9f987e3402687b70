//! Fill-in and numeric: a line to type the missing word or the number on.

use crate::quiz::question::Kind;
use crate::quiz::question::fill_in::MOST_CHARACTERS;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Mark, key, row};
use crate::widget::view::markup;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The line; the gap is in the stem.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let is_checked = shown.score.is_some();
    let mark =
        Mark { is_chosen: is_checked, is_right: shown.grade().map(|grade| grade.is_full()), words: None };
    let unit = if let Kind::Numeric(kind) = &shown.question.kind { Some(kind.unit()) } else { None };
    let is_number = unit.is_some();
    let line = Line { typed: shown.response.typed(), is_number, is_checked, name: None };
    let respond: Respond =
        if is_number { |text| Response::Numeric { text } } else { |text| Response::FillIn { text } };
    let input = line.view(Box::new(respond), ask);
    let label = el!("span", "class" = "label").text(text::YOURS);
    let unit = unit.flatten().map(self::unit);
    let content = [label.into(), input, key(&mark, Html::default()).into()];
    let class = if is_number { "option answer number" } else { "option answer" };
    row("label", "option", class, &mark, content).each(unit).into()
}

/// A line to write the answer on, or what is accepted.
pub(crate) fn on_paper(kind: &Kind, paper: Paper) -> Html {
    let line = el!("p", "class" = "signed").text(text::ANSWER);
    if paper == Paper::AnswerKey {
        return line.with(el!("strong").with(markup::plain(&accepted(kind)))).into();
    }
    let unit = if let Kind::Numeric(kind) = kind { kind.unit() } else { None };
    line.with(el!("span", "class" = "ruled"))
        .each(unit.map(|unit| el!("span").with(markup::plain(unit))))
        .into()
}

/// The accepted answers in words.
pub(crate) fn accepted(kind: &Kind) -> String {
    let accepted = kind.options().iter().filter(|answer| answer.is_key);
    text::joined(&accepted.map(|answer| answer.text.to_text()).collect::<Vec<_>>(), text::OR)
}

type Respond = fn(String) -> Response;

/// What stands behind a number.
pub(crate) fn unit(unit: &str) -> El {
    el!("span", "class" = "unit").with(markup::plain(unit))
}

/// A line to type on.
pub(crate) struct Line<'a> {
    /// What is typed so far.
    pub(crate) typed: &'a str,
    /// Whether it is for a number.
    pub(crate) is_number: bool,
    /// Whether it was checked, so that it stays.
    pub(crate) is_checked: bool,
    /// What it is called where no label says it.
    pub(crate) name: Option<AttrValue>,
}

impl Line<'_> {
    /// The control. `respond` makes a response of what is typed.
    pub(crate) fn view(self, respond: Box<dyn Fn(String) -> Response>, ask: &Callback<Ask>) -> Html {
        let (ask, is_in_text) = (ask.clone(), self.name.is_some());
        let oninput = move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            ask.emit(Ask::Act(Action::Respond(respond(text))));
        };
        html! {
            <input
                type="text"
                part="option-input"
                value={self.typed.to_owned()}
                readonly={self.is_checked}
                disabled={self.is_checked && is_in_text}
                maxlength={MOST_CHARACTERS.to_string()}
                inputmode={self.is_number.then_some("decimal")}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label={self.name}
                {oninput}
            />
        }
    }
}
