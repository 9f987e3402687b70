//! Kind → view: the options of each kind of question, one file a kind.

pub mod multiple_response;
pub mod single_choice;
pub mod true_false;

use crate::quiz::Action;
use crate::quiz::id::{Id, OptionId};
use crate::quiz::markup::Markup;
use crate::quiz::question::Kind;
use crate::quiz::session::Shown;
use crate::widget::keys;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::{icon, markup};
use yew::prelude::*;

/// The stem and what there is to choose.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    match &shown.question.kind {
        Kind::SingleChoice(_) => single_choice::options(shown, ask),
        Kind::MultipleResponse(kind) => multiple_response::options(kind, shown, ask),
        Kind::TrueFalse(kind) => true_false::options(kind, shown, ask),
    }
}

/// One row to choose. The whole row is the label.
pub(crate) struct Row<'a> {
    /// `radio` or `checkbox`.
    pub(crate) input: &'static str,
    /// The name that the controls of one group share.
    pub(crate) group: &'static str,
    /// The part, also the class.
    pub(crate) part: &'static str,
    /// The letter or number that chooses it.
    pub(crate) key: String,
    /// The control's value.
    pub(crate) value: String,
    /// What it says.
    pub(crate) label: Html,
    /// Whether it is chosen.
    pub(crate) is_chosen: bool,
    /// Whether it belongs to the key, once that may be told.
    pub(crate) is_key: Option<bool>,
    /// What happens when it is chosen.
    pub(crate) action: Action,
    /// Who is asked.
    pub(crate) ask: &'a Callback<Ask>,
}

impl Row<'_> {
    pub(crate) fn view(self) -> Html {
        let (state, mark, badge) = match (self.is_key, self.is_chosen) {
            (None, false) => ("", None, None),
            (None, true) => ("chosen", None, None),
            (Some(true), true) => ("chosen correct", Some(icon::tick()), Some(text::YOURS_RIGHT)),
            (Some(true), false) => ("correct", Some(icon::tick()), Some(text::RIGHT_ANSWER)),
            (Some(false), true) => ("chosen incorrect", Some(icon::cross()), Some(text::YOURS_NOT_RIGHT)),
            (Some(false), false) => ("", None, None),
        };
        let part = state
            .split_whitespace()
            .fold(self.part.to_owned(), |part, state| format!("{part} {}-{state}", self.part));
        let (ask, action) = (self.ask.clone(), self.action);
        let onchange = move |_| ask.emit(Ask::Act(action.clone()));
        html! {
            <label class={classes!("option", state)} {part}>
                <input
                    type={self.input}
                    part="option-input"
                    name={self.group}
                    value={self.value}
                    checked={self.is_chosen}
                    disabled={self.is_key.is_some()}
                    {onchange}
                />
                <span class="option-text">{ self.label }</span>
                <span class="key" aria-hidden="true">{ mark.unwrap_or_else(|| self.key.into()) }</span>
                { for badge.map(|badge| html! { <span class="badge">{ badge }</span> }) }
            </label>
        }
    }
}

/// The rows of the options (or reasons), in the order they are shown in.
pub(crate) fn rows(shown: &Shown<'_>, input: &'static str, part: &'static str, ask: &Callback<Ask>) -> Html {
    let row = |(index, id): (usize, &OptionId)| {
        let option = shown.question.kind.options().iter().find(|option| option.id == *id)?;
        let row = Row {
            input,
            group: part,
            part,
            key: keys::letter(index),
            value: id.as_str().to_owned(),
            label: markup::inline(&option.text),
            is_chosen: shown.response.chooses(id),
            is_key: shown.score.map(|_| option.is_key),
            action: Action::Respond(keys::choose(&shown.response, id)),
            ask,
        };
        Some(row.view())
    };
    shown.planned.options.iter().enumerate().filter_map(row).collect()
}

/// What the learner is asked to do, between stem and options.
pub(crate) fn instruction(words: impl Into<AttrValue>) -> Html {
    html! { <p class="instruction">{ words.into() }</p> }
}

/// Whether the stem ends with the instruction already, as authors often write it.
pub(crate) fn says(stem: &Markup, words: &str) -> bool {
    stem.to_text().ends_with(words)
}
