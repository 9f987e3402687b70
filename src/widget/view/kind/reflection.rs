//! Reflection: room to write, and afterwards what to compare it with.

use crate::quiz::id::{Id, OptionId};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::reflection::{MOST_CHARACTERS, Reflection};
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::{Ask, Paper};
use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Control, Mark};
use crate::widget::view::{markup, sheet};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// So many lines are there to write on, on paper.
const N_LINES: usize = 6;

/// The room to write. What was checked stays in it.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let is_checked = shown.score.is_some();
    let (write, check) = (ask.clone(), ask.clone());
    let oninput = move |event: InputEvent| {
        // It has a value as an input has.
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        write.emit(Ask::Act(Action::Respond(Response::Reflection { text, checks: Vec::new() })));
    };
    // Enter alone makes a line.
    let onkeydown = move |event: KeyboardEvent| {
        let is_asked = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if is_asked && !is_checked && !event.repeat() {
            event.prevent_default();
            check.emit(Ask::Act(Action::Submit));
        }
    };
    let area = html! {
        <textarea
            part="option-input"
            rows="6"
            dir="auto"
            value={shown.response.typed().to_owned()}
            readonly={is_checked}
            maxlength={MOST_CHARACTERS.to_string()}
            {oninput}
            {onkeydown}
        />
    };
    let label = el!("span", "class" = "label").text(text::YOURS);
    el!("label", "class" = "writing", "part" = "option").with(label).with(area).into()
}

/// The model answer and what to look for in one's own: to be marked where somebody is asked, else as it
/// was marked, below the text.
pub(crate) fn compared(kind: &Reflection, shown: &Shown<'_>, ask: Option<&Callback<Ask>>) -> Vec<El> {
    let checks = kind.checks();
    let text = (ask.is_none() && shown.score.is_some()).then(|| {
        let text = el!("p", "class" = "as-written", "dir" = "auto").text(shown.response.typed().to_owned());
        headed(text::YOURS, text)
    });
    let list = (!checks.is_empty()).then(|| match ask {
        Some(ask) => el!("fieldset", "class" = "options checks")
            .with(el!("legend", "class" = "said").text(text::WHAT_IS_IN_IT))
            .each(checks.iter().map(|check| to_mark(kind, shown, check, ask))),
        None => el!("ul", "class" = "rationales").each(checks.iter().map(|check| marked(shown, check))),
    });
    text.into_iter().chain([model(kind)]).chain(list).collect()
}

/// Lines to write on; on the answer key what to compare with.
pub(crate) fn on_paper(kind: &Reflection, paper: Paper) -> Html {
    let all: Vec<El> = match paper {
        Paper::Worksheet => {
            let line = |_| el!("span", "class" = "ruled");
            vec![el!("div", "class" = "room").each((0..N_LINES).map(line))]
        }
        Paper::AnswerKey => {
            let check = |check: &QuestionOption| {
                let text = el!("div").with(markup::inline(&check.text));
                sheet::choice(false, false).with(text.each(check.rationale.as_ref().map(markup::block)))
            };
            let checks = (!kind.checks().is_empty()).then(|| {
                let list = el!("ul", "class" = "choices").each(kind.checks().iter().map(check));
                headed(text::LOOK_FOR, list)
            });
            [model(kind)].into_iter().chain(checks).collect()
        }
    };
    all.into_iter().collect()
}

/// What to compare with, on the other side of a card.
pub(crate) fn on_card(kind: &Reflection) -> Vec<El> {
    let check = |check: &QuestionOption| {
        let said = el!("p", "class" = "said").with(markup::inline(&check.text));
        el!("li", "part" = "option-rationale").with(said).each(check.rationale.as_ref().map(markup::block))
    };
    let list = el!("ul", "class" = "rationales").each(kind.checks().iter().map(check));
    let checks = (!kind.checks().is_empty()).then(|| headed(text::LOOK_FOR, list));
    [model(kind)].into_iter().chain(checks).collect()
}

fn model(kind: &Reflection) -> El {
    headed(text::MODEL, el!("div", "class" = "prose").with(markup::block(kind.model())))
}

fn headed(words: Words, content: El) -> El {
    el!("div").with(el!("p", "class" = "said").text(words)).with(content)
}

fn to_mark(kind: &Reflection, shown: &Shown<'_>, check: &QuestionOption, ask: &Callback<Ask>) -> El {
    let is_in = |id: &OptionId| shown.response.chooses(id) != (*id == check.id);
    let after = kind.checks().iter().map(|check| check.id.clone()).filter(is_in).collect();
    let control = Control {
        input: "checkbox",
        group: "check".into(),
        value: check.id.as_str().to_owned().into(),
        name: None,
        mark: Mark { is_chosen: shown.response.chooses(&check.id), is_right: None, words: None },
        action: Action::Mark(after),
        ask,
    };
    let row = control.row("option", markup::inline(&check.text), String::new());
    el!("div").with(row).each(check.rationale.as_ref().map(markup::block))
}

fn marked(shown: &Shown<'_>, check: &QuestionOption) -> El {
    let words = if shown.response.chooses(&check.id) { text::IN_IT } else { text::NOT_MARKED };
    el!("li", "part" = "option-rationale")
        .with(el!("p", "class" = "label").text(words))
        .with(el!("p", "class" = "said").with(markup::inline(&check.text)))
        .each(check.rationale.as_ref().map(markup::block))
}
