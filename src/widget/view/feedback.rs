//! Feedback that teaches: how it went, the idea, and why for each option. Options that were chosen
//! or are right stand open, the others are one tap away.

use crate::quiz::bank::Term;
use crate::quiz::id::OptionId;
use crate::quiz::question::fill_in::FillIn;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question, Source};
use crate::quiz::session::Shown;
use crate::quiz::{Bank, Response, Score, glossary};
use crate::widget::text;
use crate::widget::view::{icon, markup};
use yew::prelude::*;

/// What the learner reads after an answer was checked.
pub(crate) fn feedback(bank: &Bank, shown: &Shown<'_>, score: Score) -> Html {
    let (state, icon) = state(score);
    let part = format!("feedback feedback-{state}");
    html! {
        <section class={classes!("feedback", state)} {part}>
            <h2 class="feedback-headline">{ icon }{ text::verdict(score) }</h2>
            <p class="quiet">{ text::points(score) }</p>
            { explanation(shown) }
            { terms(&glossary::of_explanation(bank, shown)) }
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
    let (mut open, mut folded) = (Vec::new(), Vec::new());
    for (place, option) in in_order(shown).into_iter().enumerate() {
        let (is_open, item) = rationale(option, place, shown);
        if is_open { open.push(item) } else { folded.push(item) }
    }
    let summary = if let Kind::Matching(_) = question.kind { text::RIGHT_PAIRS } else { text::OTHER_OPTIONS };
    html! {
        <>
            { of_kind(shown) }
            { for question.rationale.iter().map(|text| html! { <div class="prose">{ markup::block(text) }</div> }) }
            if let Kind::Ordering(_) = question.kind {
                <p>{ text::RIGHT_ORDER }</p>
            }
            <ul class="rationales">{ for open }</ul>
            if !folded.is_empty() {
                <details>
                    <summary>{ summary }</summary>
                    <ul class="rationales">{ for folded }</ul>
                </details>
            }
            { sources(question) }
        </>
    }
}

/// What is explained: options as they were shown; steps, premises and answers in the author's order,
/// which of steps is the right one.
fn in_order<'s>(shown: &Shown<'s>) -> Vec<&'s QuestionOption> {
    let explained = shown.question.kind.explained();
    if let Kind::Ordering(_) | Kind::Matching(_) | Kind::FillIn(_) = shown.question.kind {
        return explained.iter().collect();
    }
    let find = |id: &OptionId| explained.iter().find(|option| option.id == *id);
    shown.planned.options.iter().filter_map(find).collect()
}

/// What is said of an option, and whether it is said at once.
fn rationale(option: &QuestionOption, place: usize, shown: &Shown<'_>) -> (bool, Html) {
    let kind = &shown.question.kind;
    let (is_open, state, label, lines) = match (kind, &shown.response) {
        (Kind::Ordering(_), Response::Ordering { order }) => {
            let given = order.iter().position(|id| *id == option.id);
            (true, "", text::step(place, given), Vec::new())
        }
        (Kind::Matching(kind), Response::Matching { pairs }) => of_premise(kind, pairs, &option.id),
        _ => {
            let is_chosen = kind.chooses(&shown.response, &option.id);
            let (state, label) = match (option.is_key, is_chosen) {
                (true, true) => ("correct", text::YOURS_RIGHT),
                (true, false) => ("correct", text::RIGHT_ANSWER),
                (false, true) => ("incorrect", text::YOURS_NOT_RIGHT),
                (false, false) => ("", ""),
            };
            (option.is_key || is_chosen, state, label.to_owned(), Vec::new())
        }
    };
    let item = html! {
        <li class={state} part="option-rationale">
            if !label.is_empty() {
                <p class="label">{ label }</p>
            }
            <p class="said">{ markup::inline(&option.text) }</p>
            { for lines.into_iter().map(paragraph) }
            { for option.rationale.iter().map(markup::block) }
        </li>
    };
    (is_open, item)
}

/// What is said of a premise: whether it was matched as it belongs, with what, and with what it belongs.
fn of_premise(
    kind: &Matching,
    pairs: &[(OptionId, OptionId)],
    premise: &OptionId,
) -> (bool, &'static str, String, Vec<String>) {
    let given = chosen_for(pairs, premise);
    let line = |label, id: Option<&OptionId>| {
        let response = kind.responses().iter().find(|response| Some(&response.id) == id)?;
        Some(text::labelled(label, &response.text.to_text()))
    };
    let is_right = kind.is_right(pairs, premise);
    let (state, label) = match (is_right, given) {
        (true, _) => ("correct", text::YOURS_RIGHT),
        (false, Some(_)) => ("incorrect", text::YOURS_NOT_RIGHT),
        (false, None) => ("", ""),
    };
    let given = line(text::YOURS, given);
    let key = line(text::RIGHT_ANSWER, kind.key_of(premise)).filter(|_| !is_right);
    (!is_right, state, label.to_owned(), given.into_iter().chain(key).collect())
}

fn paragraph(words: String) -> Html {
    html! { <p>{ words }</p> }
}

/// What only this kind of question has to say.
fn of_kind(shown: &Shown<'_>) -> Html {
    let response = &shown.response;
    let right_about = |what, n, total| paragraph(text::right_about(what, n, total));
    match &shown.question.kind {
        Kind::SingleChoice(_) => Html::default(),
        Kind::MultipleResponse(kind) => {
            right_about(text::EACH_OPTION, kind.n_right(response), kind.options().len())
        }
        Kind::TrueFalse(kind) => html! {
            <>
                <p>{ if kind.is_true() { text::STATEMENT_TRUE } else { text::STATEMENT_FALSE } }</p>
                { for kind.correction().map(|text| html! {
                    <div class="prose"><p>{ text::RATHER }</p>{ markup::block(text) }</div>
                }) }
            </>
        },
        Kind::Ordering(kind) => right_about(text::EACH_STEP, kind.n_right(response), kind.steps().len() - 1),
        Kind::Matching(kind) => right_about(text::EACH_MATCH, kind.n_right(response), kind.premises().len()),
        Kind::FillIn(kind) => typed(kind, response),
    }
}

/// What the learner typed, where it is not just as the author wrote it.
fn typed(kind: &FillIn, response: &Response) -> Html {
    let Response::FillIn { text } = response else { return Html::default() };
    let found = kind.found(response);
    if text.is_empty() || found.is_some_and(|found| !found.is_close) {
        return Html::default();
    }
    let close = found.filter(|found| found.answer.is_key);
    html! {
        <>
            { paragraph(text::typed(text)) }
            { for close.map(|found| paragraph(text::close(&found.answer.text.to_text()))) }
        </>
    }
}

/// Words of the glossary, one tap away.
pub(crate) fn terms(terms: &[&Term]) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let term = |term: &&Term| html! { <><dt>{ &term.word }</dt><dd>{ markup::block(&term.text) }</dd></> };
    html! {
        <details part="terms">
            <summary>{ text::TERMS }</summary>
            <dl>{ for terms.iter().map(term) }</dl>
        </details>
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
