//! Feedback that teaches: how it went, the idea, and why for each option. Options that were chosen
//! or are right stand open, the others are one tap away.

use crate::quiz::Score;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question, Source};
use crate::quiz::session::Shown;
use crate::widget::text;
use crate::widget::view::{icon, markup};
use yew::prelude::*;

/// What the learner reads after an answer was checked.
pub(crate) fn feedback(shown: &Shown<'_>, score: Score) -> Html {
    let (state, icon) = state(score);
    let part = format!("feedback feedback-{state}");
    html! {
        <section class={classes!("feedback", state)} {part}>
            <h2 class="feedback-headline">{ icon }{ text::verdict(score) }</h2>
            <p class="quiet">{ text::points(score) }</p>
            { explanation(shown) }
        </section>
    }
}

/// How a score looks: its class and its icon.
pub(crate) fn state(score: Score) -> (&'static str, Html) {
    if score.is_full() {
        ("correct", icon::tick())
    } else if score.is_zero() {
        ("incorrect", icon::cross())
    } else {
        ("partly", icon::part())
    }
}

/// Everything that explains, without the verdict: the review shows it too.
pub(crate) fn explanation(shown: &Shown<'_>) -> Html {
    let question = shown.question;
    let in_order = || {
        let options = question.kind.options();
        shown.planned.options.iter().filter_map(|id| options.iter().find(|option| option.id == *id))
    };
    let is_open = |option: &&QuestionOption| option.is_key || shown.response.chooses(&option.id);
    let others: Vec<_> = in_order().filter(|option| !is_open(option)).collect();
    html! {
        <>
            { of_kind(shown) }
            { for question.rationale.iter().map(|text| html! { <div class="prose">{ markup::block(text) }</div> }) }
            <ul class="rationales">
                { for in_order().filter(is_open).map(|option| rationale(option, shown)) }
            </ul>
            if !others.is_empty() {
                <details>
                    <summary>{ text::OTHER_OPTIONS }</summary>
                    <ul class="rationales">{ for others.into_iter().map(|option| rationale(option, shown)) }</ul>
                </details>
            }
            { sources(question) }
        </>
    }
}

fn rationale(option: &QuestionOption, shown: &Shown<'_>) -> Html {
    let is_chosen = shown.response.chooses(&option.id);
    let (state, label) = match (option.is_key, is_chosen) {
        (true, true) => ("correct", text::YOURS_RIGHT),
        (true, false) => ("correct", text::RIGHT_ANSWER),
        (false, true) => ("incorrect", text::YOURS_NOT_RIGHT),
        (false, false) => ("", ""),
    };
    html! {
        <li class={state} part="option-rationale">
            if !label.is_empty() {
                <p class="label">{ label }</p>
            }
            <p class="said">{ markup::inline(&option.text) }</p>
            { for option.rationale.iter().map(markup::block) }
        </li>
    }
}

/// What only this kind of question has to say.
fn of_kind(shown: &Shown<'_>) -> Html {
    match &shown.question.kind {
        Kind::SingleChoice(_) => Html::default(),
        Kind::MultipleResponse(kind) => {
            html! { <p>{ text::options_right(kind.n_right(&shown.response), kind.options().len()) }</p> }
        }
        Kind::TrueFalse(kind) => html! {
            <>
                <p>{ if kind.is_true() { text::STATEMENT_TRUE } else { text::STATEMENT_FALSE } }</p>
                { for kind.correction().map(|text| html! {
                    <div class="prose"><p>{ text::RATHER }</p>{ markup::block(text) }</div>
                }) }
            </>
        },
    }
}

fn sources(question: &Question) -> Html {
    if question.notes.sources.is_empty() {
        return Html::default();
    }
    let source = |source: &Source| {
        let shown = source.address.trim_start_matches("https://").trim_start_matches("http://").to_owned();
        html! {
            <li>
                <a href={source.address.clone()} target="_blank" rel="noopener noreferrer">{ shown }</a>
                { for source.checked_on.iter().map(|day| text::checked_on(day)) }
            </li>
        }
    };
    html! {
        <details class="quiet">
            <summary>{ text::SOURCES }</summary>
            <ul>{ for question.notes.sources.iter().map(source) }</ul>
        </details>
    }
}
