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
use crate::widget::view::{button, feedback, kind, markup};
use yew::prelude::*;

/// A question, being answered or answered.
pub fn question(session: &Session, shown: &Shown<'_>, is_nudged: bool, ask: &Callback<Ask>) -> Html {
    let is_last = shown.position + 1 == session.n_questions();
    html! {
        <form class="card question" key={shown.question.id.as_str()} onsubmit={on_submit(shown, ask)}>
            { header(session, shown) }
            if shown.question.has_content_note {
                <div class={classes!("note", shown.score.map(|_| "over"))} part="content-note">
                    <p tabindex="-1">{ text::CONTENT_NOTE }</p>
                    { button("skip-button", text::SKIP, Ask::Act(Action::Skip), ask) }
                </div>
            }
            { for shown.scenario.map(|scenario| html! {
                <section class="scenario" part="scenario" aria-label={text::SCENARIO}>
                    { markup::block(&scenario.text) }
                </section>
            }) }
            { kind::options(shown, ask) }
            { for shown.question.hint.iter().map(|hint| html! {
                <details part="hint">
                    <summary>{ text::HINT }</summary>
                    { markup::block(hint) }
                </details>
            }) }
            { feedback::terms(&glossary::of_question(session.bank(), shown)) }
            { actions(shown, is_last, is_nudged, ask) }
            { for shown.score.map(|score| feedback::feedback(session.bank(), shown, score)) }
        </form>
    }
}

fn header(session: &Session, shown: &Shown<'_>) -> Html {
    let total = session.n_questions();
    let topic = session.bank().topic(&shown.question.topic);
    html! {
        <header part="header">
            <p class="position">{ text::question_of(shown.position, total) }</p>
            { for topic.map(|topic| html! { <p class="eyebrow">{ &topic.title }</p> }) }
            <progress part="progress" value={session.n_answered().to_string()} max={total.to_string()} aria-label={text::PROGRESS} />
        </header>
    }
}

fn actions(shown: &Shown<'_>, is_last: bool, is_nudged: bool, ask: &Callback<Ask>) -> Html {
    let (part, label) = match shown.score {
        None => ("submit-button", text::CHECK_ANSWER),
        Some(_) if is_last => ("next-button", text::SEE_RESULTS),
        Some(_) => ("next-button", text::NEXT_QUESTION),
    };
    html! {
        <div class="actions" part="actions">
            <button type="submit" {part} onclick={refuse_second_click()} onkeydown={refuse_held_key()}>{ label }</button>
            if shown.position > 0 {
                { button("back-button", text::BACK, Ask::Act(Action::Back), ask) }
            }
            if is_nudged {
                <p class="nudge">{ text::nudge(&shown.question.kind) }</p>
            }
        </div>
    }
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
pub(crate) fn stem(question: &Question) -> Html {
    let has_gap = matches!(question.kind, Kind::FillIn(_));
    let text = if has_gap { markup::with_gap(&question.stem) } else { markup::inline(&question.stem) };
    let tabindex = (!question.has_content_note).then_some("-1");
    html! { <legend class="stem" part="stem" {tabindex}>{ text }</legend> }
}
