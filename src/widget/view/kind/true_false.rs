//! True or false with a reason: two radio buttons for the verdict, more for the reason.

use crate::quiz::question::true_false::TrueFalse;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::keys;
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::kind::{Control, Mark, group, instruction, rows};
use crate::widget::view::{feedback, sheet};
use yew::prelude::*;

/// The statement, the verdicts and the reasons.
pub(crate) fn options(kind: &TrueFalse, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let given = if let Response::TrueFalse { verdict, .. } = &shown.response { *verdict } else { None };
    let verdict = |is_true: bool| {
        let (key, value, label) =
            if is_true { ("1", keys::TRUE_VALUE, text::TRUE) } else { ("2", keys::FALSE_VALUE, text::FALSE) };
        let control = Control {
            input: "radio",
            group: "verdict".into(),
            value: value.into(),
            name: None,
            mark: Mark {
                is_chosen: given == Some(is_true),
                is_right: shown.score.map(|_| kind.is_true() == is_true),
                words: None,
            },
            action: Action::Respond(keys::judge(&shown.response, is_true)),
            ask,
        };
        control.row("option", label.say().into(), key.to_owned())
    };
    let reasons = el!("fieldset", "class" = "options reasons")
        .with(el!("legend", "class" = "instruction").text(text::WHY))
        .each(rows(shown, "radio", "reason", ask));
    group(shown)
        .with(instruction(text::TRUE_OR_FALSE))
        .with(el!("div", "class" = "verdicts").with(verdict(true)).with(verdict(false)))
        .with(reasons)
        .into()
}

/// A round box before each verdict and each reason.
pub(crate) fn on_paper(kind: &TrueFalse, shown: &Shown<'_>, paper: Paper) -> Html {
    let is_key = paper == Paper::AnswerKey;
    let verdict = |is_true: bool| {
        let words = if is_true { text::TRUE } else { text::FALSE };
        sheet::choice(true, is_key && kind.is_true() == is_true).with(el!("span").text(words))
    };
    let verdicts = el!("ul", "class" = "choices verdicts").with(verdict(true)).with(verdict(false));
    let correction = feedback::correction(kind).filter(|_| is_key);
    [instruction(text::TRUE_OR_FALSE), verdicts, instruction(text::WHY), sheet::choices(shown, paper, true)]
        .into_iter()
        .chain(correction)
        .collect()
}

/// A verdict with its reason in words; what was handed in of them.
pub(crate) fn in_words(kind: &TrueFalse, response: &Response) -> String {
    let Response::TrueFalse { verdict, reason } = response else { return String::new() };
    let reason = kind.reasons().iter().find(|known| Some(&known.id) == reason.as_ref());
    text::judged(*verdict, &reason.map(|reason| reason.text.to_text()).unwrap_or_default())
}
