//! The start screen: what this is, how many questions, which topics.

use crate::quiz::Session;
use crate::quiz::bank::Topic;
use crate::quiz::id::Id;
use crate::quiz::session::action::{Action, Scope};
use crate::quiz::session::settings::Count;
use crate::widget::stage::{Ask, Screen};
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::{button, details, markup};
use yew::prelude::*;

/// Lengths on offer, beside the page's own and everything there is.
const LENGTHS: [u32; 3] = [5, 10, 20];

/// Before the start.
pub fn start(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let bank = session.bank();
    let about = bank.about();
    let scope = session.scope();
    let kept = if screen.is_saving { text::KEPT } else { text::NOT_KEPT };
    let lead = about.description.as_ref();
    let disclaimer = about.disclaimer.as_ref();
    el!("section", "class" = "card start")
        .with(el!("h2", "tabindex" = "-1").with(markup::plain(&about.title)))
        .each(lead.map(|text| el!("div", "class" = "lead").with(markup::block(text))))
        .with(lengths(session, &scope, ask))
        .with(topics(session, &scope, ask))
        .each(screen.more.map(|more| (more.before_start)(screen, session)))
        .with(
            el!("div", "class" = "actions", "part" = "actions")
                .with(button("start-button", text::START, Ask::Act(Action::Start), ask))
                .with(el!("p", "class" = "quiet").text(text::questions(session.n_questions()))),
        )
        .each(
            disclaimer.map(|text| {
                details(text::ABOUT).with(el!("div", "class" = "prose").with(markup::block(text)))
            }),
        )
        .each(screen.more.map(|more| (more.after_start)(screen, session, ask)))
        .with(el!("p", "class" = "quiet").text(kept))
        .into()
}

fn lengths(session: &Session, scope: &Scope, ask: &Callback<Ask>) -> Html {
    let n_available = n_available(session, scope);
    let mut offered: Vec<u32> = LENGTHS.to_vec();
    let own = session.settings().count;
    if let Some(count) = own.and_then(Count::number).filter(|count| !LENGTHS.contains(count)) {
        offered.insert(offered.partition_point(|length| *length < count), count);
    }
    offered.retain(|length| *length < n_available);
    if offered.is_empty() {
        return Html::default();
    }
    let chosen = scope.count.filter(|count| count.number().is_none_or(|count| count < n_available));
    let choice = |count: Option<Count>, label: String| {
        let next = Scope { count, ..scope.clone() };
        let ask = ask.clone();
        let onchange = move |_| ask.emit(Ask::Act(Action::Choose(next.clone())));
        html! {
            <label class="chip">
                <input type="radio" name="length" checked={chosen == count} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    let auto = (own == Some(Count::Auto)).then(|| choice(own, text::AS_MANY.with(&[])));
    el!("fieldset", "class" = "chips")
        .with(el!("legend").text(text::HOW_MANY))
        .each(auto)
        .each(offered.iter().map(|count| choice(Some(Count::Of(*count)), text::number(*count as usize))))
        .with(choice(None, text::all(usize::try_from(n_available).unwrap_or_default())))
        .into()
}

/// How many questions the chosen topics have.
fn n_available(session: &Session, scope: &Scope) -> u32 {
    let topics = if scope.topics.is_empty() { &session.settings().topics } else { &scope.topics };
    let is_wanted = |topic| topics.is_empty() || topics.contains(topic);
    let n = session.bank().questions().iter().filter(|question| is_wanted(&question.topic)).count();
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn topics(session: &Session, scope: &Scope, ask: &Callback<Ask>) -> Html {
    let bank = session.bank();
    // Within what the page offers.
    let offered = &session.settings().topics;
    let is_offered = |topic: &&Topic| {
        (offered.is_empty() || offered.contains(&topic.id))
            && bank.questions().iter().any(|question| question.topic == topic.id)
    };
    let with_questions: Vec<&Topic> = bank.topics().iter().filter(is_offered).collect();
    if with_questions.len() < 2 {
        return Html::default();
    }
    let is_chosen = |topic: &Topic| scope.topics.contains(&topic.id);
    let choice = |topic: &Topic| {
        let mut next = scope.clone();
        if is_chosen(topic) {
            next.topics.retain(|chosen| *chosen != topic.id);
        } else {
            next.topics.push(topic.id.clone());
        }
        let ask = ask.clone();
        let onchange = move |_| ask.emit(Ask::Act(Action::Choose(next.clone())));
        html! {
            <label class="check" key={topic.id.as_str()}>
                <input type="checkbox" checked={is_chosen(topic)} {onchange} />
                <span>{ markup::plain(&topic.title) }</span>
            </label>
        }
    };
    el!("details", "class" = "topic-choice")
        .with(el!("summary").text(text::topics_chosen(scope.topics.len(), with_questions.len())))
        .with(
            el!("fieldset")
                .with(el!("legend", "class" = "quiet").text(text::WHICH_TOPICS))
                .each(with_questions.iter().map(|topic| choice(topic))),
        )
        .into()
}
