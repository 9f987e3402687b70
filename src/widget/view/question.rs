//! The question screen: where one is, the stem, the options, the buttons, and the feedback below
//! the buttons, so that nothing above them moves when it comes.
//!
//! ```text
//! form.card
//!   header      position, topic, progress
//!   note        where the subject is hard
//!   scenario
//!   fieldset    legend = stem, options (by kind)
//!   hint, words
//!   actions     primary button, back
//!   feedback
//! ```

use crate::quiz::id::Id;
use crate::quiz::question::Kind;
use crate::quiz::session::{Session, Shown};
use crate::quiz::{Action, Question, glossary};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, feedback, kind, markup, progress};
use yew::prelude::*;

/// A question, being answered or answered.
pub fn question(session: &Session, shown: &Shown<'_>, is_nudged: bool, ask: &Callback<Ask>) -> Html {
    let is_last = shown.position + 1 == session.n_questions();
    html! {
        <form class="card question" key={shown.question.id.as_str()} onsubmit={on_submit(shown, ask)}>
            { header(session, shown) }
            { content_note(shown, ask) }
            { scenario(shown) }
            { kind::options(shown, ask) }
            { hint(shown) }
            { feedback::terms(&glossary::of_question(session.bank(), shown)) }
            { actions(shown, is_last, is_nudged, ask) }
            { shown.score.map(|score| feedback::feedback(session.bank(), shown, score)).unwrap_or_default() }
        </form>
    }
}

fn header(session: &Session, shown: &Shown<'_>) -> Html {
    let topic = session.bank().topic(&shown.question.topic);
    el!("header", "part" = "header")
        .with(el!("p", "class" = "position").text(text::question_of(shown.position, session.n_questions())))
        .each(topic.map(|topic| el!("p", "class" = "eyebrow").text(topic.title.clone())))
        .with(progress(session))
        .into()
}

/// Told before a hard subject. It stays when the question is answered, so that nothing moves.
fn content_note(shown: &Shown<'_>, ask: &Callback<Ask>) -> Option<Html> {
    let class = if shown.score.is_some() { "note over" } else { "note" };
    let note = El::with_values("div", &["class", "part"], [class.into(), "content-note".into()])
        .with(el!("p", "tabindex" = "-1").text(text::CONTENT_NOTE))
        .with(button("skip-button", text::SKIP, Ask::Act(Action::Skip), ask));
    shown.question.has_content_note.then(|| note.into())
}

fn scenario(shown: &Shown<'_>) -> Option<Html> {
    let scenario = shown.scenario?;
    Some(
        El::with_values(
            "section",
            &["class", "part", "aria-label"],
            ["scenario".into(), "scenario".into(), text::SCENARIO.into()],
        )
        .with(markup::block(&scenario.text))
        .into(),
    )
}

fn hint(shown: &Shown<'_>) -> Option<Html> {
    let hint = shown.question.hint.as_ref()?;
    let summary = el!("summary").text(text::HINT);
    Some(el!("details", "part" = "hint").with(summary).with(markup::block(hint)).into())
}

fn actions(shown: &Shown<'_>, is_last: bool, is_nudged: bool, ask: &Callback<Ask>) -> Html {
    let (part, label) = match shown.score {
        None => ("submit-button", text::CHECK_ANSWER),
        Some(_) if is_last => ("next-button", text::SEE_RESULTS),
        Some(_) => ("next-button", text::NEXT_QUESTION),
    };
    let primary = html! {
        <button type="submit" {part} onclick={refuse_second_click()} onkeydown={refuse_held_key()}>{ label }</button>
    };
    let back = (shown.position > 0).then(|| button("back-button", text::BACK, Ask::Act(Action::Back), ask));
    let nudge = is_nudged.then(|| el!("p", "class" = "nudge").text(text::nudge(&shown.question.kind)));
    el!("div", "class" = "actions", "part" = "actions").with(primary).each(back).each(nudge).into()
}

/// One button checks and goes on, so that the focus can stay on it.
fn on_submit(shown: &Shown<'_>, ask: &Callback<Ask>) -> Callback<SubmitEvent> {
    let action = if shown.score.is_some() { Action::Next } else { Action::Submit };
    let ask = ask.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        ask.emit(Ask::Act(action.clone()));
    })
}

/// The second click of a double click would skip the feedback.
fn refuse_second_click() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    })
}

/// So would the repeats of a key that is held down.
fn refuse_held_key() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.repeat() {
            event.prevent_default();
        }
    })
}

/// The stem as the legend of the options; it takes the focus when the question is shown, unless a
/// note above it does.
pub(crate) fn stem(question: &Question) -> El {
    let has_gap = matches!(question.kind, Kind::FillIn(_));
    let text = markup::stem(&question.stem, has_gap);
    let legend = if question.has_content_note {
        el!("legend", "class" = "stem", "part" = "stem")
    } else {
        el!("legend", "class" = "stem", "part" = "stem", "tabindex" = "-1")
    };
    legend.with(text)
}
