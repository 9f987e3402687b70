//! Kind → view: the options of each kind of question, one file a kind.

pub mod cloze;
pub mod fill_in;
pub mod grid;
pub mod hotspot;
pub mod matching;
pub mod multiple_response;
pub mod ordering;
pub mod reflection;
pub mod single_choice;
pub mod true_false;

use crate::quiz::Action;
use crate::quiz::id::Id;
use crate::quiz::markup::Markup;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question};
use crate::quiz::session::Shown;
use crate::quiz::session::attempt::Standing;
use crate::widget::keys;
use crate::widget::more::More;
use crate::widget::stage::Ask;
use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use crate::widget::view::question::stem;
use crate::widget::view::{icon, markup};
use yew::prelude::*;

/// The stem and what there is to choose, once that is there.
pub(crate) fn options(shown: &Shown<'_>, more: Option<&More>, ask: &Callback<Ask>) -> Html {
    match &shown.question.kind {
        Kind::SingleChoice(_) => single_choice::options(shown, ask),
        Kind::MultipleResponse(kind) => multiple_response::options(kind, shown, ask),
        Kind::TrueFalse(kind) => true_false::options(kind, shown, ask),
        Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::Grid(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Cloze(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => {
            let options = more.map(|more| (more.options)(shown, ask));
            group(shown).with(options.unwrap_or_default()).into()
        }
    }
}

/// Whether there is something to choose, to move, to match or to type yet.
pub(crate) fn is_there(question: &Question, more: Option<&More>) -> bool {
    more.is_some() || !question.kind.is_rarer()
}

/// What there is to move, to match or to type, or to find in a picture.
pub(crate) fn rarer(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    match &shown.question.kind {
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) | Kind::TrueFalse(_) => Html::default(),
        Kind::Ordering(kind) => ordering::options(kind, shown, ask),
        Kind::Matching(kind) => matching::options(kind, shown, ask),
        Kind::Grid(kind) => grid::options(kind, shown, ask),
        Kind::FillIn(_) | Kind::Numeric(_) => fill_in::options(shown, ask),
        Kind::Cloze(kind) => cloze::options(kind, shown, ask),
        Kind::Reflection(_) => reflection::options(shown, ask),
        Kind::Hotspot(kind) => hotspot::options(kind, shown, ask),
    }
}

/// Whether something may still be moved or chosen.
pub(crate) fn is_open(shown: &Shown<'_>) -> bool {
    shown.attempts.standing == Standing::Open
}

/// How a row turned out: what it is called on the row, and in classes and parts.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    /// Whether the learner chose it, or gave it.
    pub(crate) is_chosen: bool,
    /// Whether it is right, once that may be told.
    pub(crate) is_right: Option<bool>,
    /// What says so; where there is none, the words for what was chosen or would have been right.
    pub(crate) words: Option<Words>,
}

impl Mark {
    /// The class, which is also the state in the part, and the words.
    fn state(&self) -> (&'static str, Option<Words>) {
        let (state, words) = match (self.is_right, self.is_chosen) {
            (None, false) | (Some(false), false) => ("", None),
            (None, true) => ("chosen", None),
            (Some(true), true) => ("chosen correct", Some(text::YOURS_RIGHT)),
            (Some(true), false) => ("correct", Some(text::RIGHT_ANSWER)),
            (Some(false), true) => ("chosen incorrect", Some(text::YOURS_NOT_RIGHT)),
        };
        (state, self.words.or(words))
    }

    /// The icon, once there is something to tell.
    fn icon(&self) -> Option<Html> {
        match (self.is_right, self.is_chosen) {
            (Some(true), _) => Some(icon::tick()),
            (Some(false), true) => Some(icon::cross()),
            (Some(false), false) | (None, _) => None,
        }
    }
}

/// An element with the class and the part of how it turned out.
pub(crate) fn marked(tag: &'static str, part: &'static str, class: &'static str, mark: &Mark) -> El {
    let (state, _) = mark.state();
    let part =
        state.split_ascii_whitespace().fold(part.to_owned(), |all, state| format!("{all} {part}-{state}"));
    let class = if state.is_empty() { class.into() } else { format!("{class} {state}").into() };
    El::with_values(tag, &["class", "part"], [class, part.into()])
}

/// What says in words how it turned out.
pub(crate) fn badge(mark: &Mark) -> Option<El> {
    let (_, words) = mark.state();
    words.map(|words| el!("span", "class" = "badge").text(words))
}

/// A row of something to choose, to move, to match or to type: what is in it, and how it turned out.
/// Where it is a label, the whole row belongs to its control.
pub(crate) fn row(
    tag: &'static str,
    part: &'static str,
    class: &'static str,
    mark: &Mark,
    content: impl IntoIterator<Item = Html>,
) -> El {
    marked(tag, part, class, mark).each(content).each(badge(mark))
}

/// What stands at the end of a row: the icon that tells how it turned out, or else something that
/// tells nothing, such as the letter that chooses it.
pub(crate) fn key(mark: &Mark, otherwise: Html) -> El {
    el!("span", "class" = "key", "aria-hidden" = "true").with(mark.icon().unwrap_or(otherwise))
}

/// A radio button or checkbox.
pub(crate) struct Control<'a> {
    /// `radio` or `checkbox`.
    pub(crate) input: &'static str,
    /// The name that the controls of one group share.
    pub(crate) group: AttrValue,
    /// The control's value.
    pub(crate) value: AttrValue,
    /// What it is called where its label does not say enough.
    pub(crate) name: Option<AttrValue>,
    /// Whether it is chosen, and whether it belongs to the key.
    pub(crate) mark: Mark,
    /// What happens when it is chosen.
    pub(crate) action: Action,
    /// Who is asked.
    pub(crate) ask: &'a Callback<Ask>,
}

impl Control<'_> {
    /// The control alone.
    pub(crate) fn view(self) -> Html {
        let (ask, action) = (self.ask.clone(), self.action);
        let onchange = move |_| ask.emit(Ask::Act(action.clone()));
        html! {
            <input
                type={self.input}
                part="option-input"
                name={self.group}
                value={self.value}
                aria-label={self.name}
                checked={self.mark.is_chosen}
                disabled={self.mark.is_right.is_some()}
                {onchange}
            />
        }
    }

    /// The control in a row with what it says, and the letter or number that chooses it.
    pub(crate) fn row(self, part: &'static str, label: Html, letter: String) -> El {
        let text = el!("span", "class" = "option-text").with(label);
        let mark = self.mark;
        let content = [self.view(), text.into(), key(&mark, letter.into()).into()];
        row("label", part, "option", &mark, content)
    }
}

/// The rows of the options (or reasons), in the order they are shown in.
pub(crate) fn rows(
    shown: &Shown<'_>,
    input: &'static str,
    part: &'static str,
    ask: &Callback<Ask>,
) -> Vec<El> {
    let row = |(index, option): (usize, &QuestionOption)| {
        let id = &option.id;
        let control = Control {
            input,
            group: part.into(),
            value: id.as_str().to_owned().into(),
            name: None,
            mark: Mark {
                is_chosen: shown.response.chooses(id),
                is_right: shown.score.map(|_| option.is_key),
                words: None,
            },
            action: Action::Respond(keys::choose(shown, id)),
            ask,
        };
        control.row(part, markup::inline(&option.text), keys::letter(index))
    };
    shown.options().enumerate().map(row).collect()
}

/// A group of controls named by the stem.
///
/// Between two attempts what was given stays to be seen and cannot be changed; browsers see to that for
/// all controls in a group.
pub(crate) fn group(shown: &Shown<'_>) -> El {
    let is_between = shown.attempts.standing == Standing::Retry;
    El::with_values(
        "fieldset",
        &["class", "part", "disabled"],
        ["options".into(), "options".into(), if is_between { "disabled" } else { "" }.into()],
    )
    .with(stem(shown.question))
}

/// What the learner is asked to do, between stem and options.
pub(crate) fn instruction(words: impl Into<AttrValue>) -> El {
    el!("p", "class" = "instruction").text(words)
}

/// Whether the stem ends with the instruction already, as authors often write it.
pub(crate) fn says(stem: &Markup, words: &str) -> bool {
    stem.to_text().ends_with(words)
}
