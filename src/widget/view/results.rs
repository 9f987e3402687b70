//! The results: points in words and by topic, what to study next, and what to do now.

use crate::quiz::bank::json::decimal;
use crate::quiz::session::report::{Report, TopicScore};
use crate::quiz::{Action, Bank, Session};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::{button, markup, review};
use yew::prelude::*;

/// After the last question.
pub fn results(session: &Session, is_saving: bool, ask: &Callback<Ask>) -> Html {
    let report = session.report();
    let bank = session.bank();
    let n_missed = report.missed().count();
    html! {
        <section class="card results" part="results">
            <p class="eyebrow">{ &bank.about().title }</p>
            <h2 tabindex="-1">{ text::RESULTS }</h2>
            { score(session, &report) }
            <div class="actions" part="actions">
                if n_missed > 0 {
                    { button("practise-button", text::practise_missed(n_missed), Ask::Act(Action::PractiseMissed), ask) }
                }
                { button("restart-button", text::TRY_AGAIN, Ask::Act(Action::Restart), ask) }
            </div>
            <h3>{ text::BY_TOPIC }</h3>
            <ul class="topics" part="topics">{ for report.topics.iter().map(|topic| bar(bank, topic)) }</ul>
            { study_next(bank, &report) }
            <h3>{ text::REVIEW }</h3>
            { review::review(session) }
            <p class="quiet">{ text::ONLY_PRACTICE }</p>
            if is_saving {
                <p class="quiet">{ text::KEPT }{ " " }{ button("", text::FORGET, Ask::Forget, ask) }</p>
            }
        </section>
    }
}

fn score(session: &Session, report: &Report) -> Html {
    let n_questions = session.n_questions();
    let target = session.settings().pass_mark.zip(report.passed);
    html! {
        <div part="score">
            <p class="score">{ text::earned(report.score) }</p>
            if report.n_answered() < n_questions {
                <p>{ text::answered(report.n_answered(), n_questions) }</p>
            }
            { for target.map(|(mark, is_reached)| html! { <p>{ text::target(mark, is_reached) }</p> }) }
        </div>
    }
}

fn title<'b>(bank: &'b Bank, topic: &TopicScore) -> &'b str {
    bank.topic(&topic.id).map_or("", |topic| &topic.title)
}

/// A topic with its points in words and as a bar. Widths are attributes: a strict content policy
/// refuses style in attributes.
fn bar(bank: &Bank, topic: &TopicScore) -> Html {
    let width = format!("{}%", decimal(topic.score.percent()));
    html! {
        <li>
            <span>{ title(bank, topic) }</span>
            <span class="quiet">{ text::points(topic.score) }</span>
            <svg class="bar" aria-hidden="true"><rect class="track" width="100%" /><rect class="fill" {width} /></svg>
        </li>
    }
}

/// Topics with points left to earn, the weakest first.
fn study_next(bank: &Bank, report: &Report) -> Html {
    let mut weak: Vec<&TopicScore> = Vec::new();
    for topic in report.topics.iter().filter(|topic| !topic.score.is_full()) {
        let at = weak.partition_point(|weaker| weaker.score.percent() <= topic.score.percent());
        weak.insert(at, topic);
    }
    let topic = |topic: &&TopicScore| {
        let notes = bank.topic(&topic.id).and_then(|topic| topic.notes.as_ref());
        match notes {
            Some(notes) => html! {
                <details>
                    <summary><span>{ title(bank, topic) }<span class="quiet">{ text::points(topic.score) }</span></span></summary>
                    <div class="prose">{ markup::block(notes) }</div>
                </details>
            },
            None => html! { <p>{ title(bank, topic) }</p> },
        }
    };
    html! {
        <>
            <h3>{ text::STUDY_NEXT }</h3>
            if weak.is_empty() {
                <p>{ text::NOTHING_MISSED }</p>
            } else {
                { for weak.iter().map(topic) }
            }
        </>
    }
}
