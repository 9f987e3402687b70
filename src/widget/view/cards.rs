//! A card: the stem, then the answer, then how well it was known. What is asked about stands on the front,
//! what there is to choose from is one tap away: to recall teaches more than to recognize.
//!
//! ```text
//! div.flip          hears keys and swipes
//!   p.swiped        what letting go would do, while the card is dragged
//!   section.card
//!     header, note, scenario
//!     div.face      stem, what is asked about, hint, words
//!                   the button that turns; or the answer, and how well it was known
//! ```

mod side;
mod swipe;

use crate::quiz::id::Id;
use crate::quiz::memory::rating::Rating;
use crate::quiz::session::report::Report;
use crate::quiz::session::{Phase, Session, Shown};
use crate::quiz::{Action, Event, glossary};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, details, feedback, first_click, markup, progress, question, review};
use yew::prelude::*;

/// On the start screen: what one does with cards.
pub(crate) fn before_start() -> Html {
    el!("p").text(text::ABOUT_CARDS).into()
}

/// Either side of the card that is shown.
pub(crate) fn card(session: &Session, ask: &Callback<Ask>) -> Html {
    let Some(shown) = session.shown() else { return Html::default() };
    let is_turned = matches!(session.phase(), Phase::Turned { .. });
    let card = el!("section", "class" = "card question", "part" = "card")
        .with(header(session, &shown))
        .each(shown.question.has_content_note.then(|| note(is_turned, ask)))
        .each(question::scenario(session, &shown))
        .with(face(session, &shown, is_turned, ask).keyed(shown.question.id.as_str()));
    match shown.rating {
        Some(_) => el!("div").with(card).into(),
        None => swipe::surface(card, &shown, is_turned, ask),
    }
}

fn header(session: &Session, shown: &Shown<'_>) -> El {
    let position = text::card_of(shown.position, session.n_questions());
    let topic = session.bank().topic(&shown.question.topic);
    el!("header", "part" = "header")
        .with(el!("p", "class" = "position").text(position))
        .each(topic.map(|topic| el!("p", "class" = "eyebrow").with(markup::plain(&topic.title))))
        .with(progress(session))
}

/// Told before a hard subject. On the other side it is the answer that is to be read.
fn note(is_turned: bool, ask: &Callback<Ask>) -> El {
    let (class, tabindex) = if is_turned { ("note over", "") } else { ("note", "-1") };
    El::with_values("div", &["class", "part"], [class.into(), "content-note".into()])
        .with(El::with_values("p", &["tabindex"], [tabindex.into()]).text(text::CONTENT_NOTE))
        .with(button("skip-button", text::SKIP, Ask::Act(Action::Skip), ask))
}

fn face(session: &Session, shown: &Shown<'_>, is_turned: bool, ask: &Callback<Ask>) -> El {
    let takes_focus = !is_turned && !shown.question.has_content_note;
    let tabindex = if takes_focus { "-1" } else { "" };
    let stem = El::with_values(
        "h2",
        &["class", "part", "tabindex"],
        ["stem".into(), "stem".into(), tabindex.into()],
    );
    let hint = shown.question.hint.as_ref();
    let hint = hint.map(|hint| details(text::HINT).with(markup::block(hint)));
    let back = (shown.position > 0).then(|| button("back-button", text::BACK, Ask::Act(Action::Back), ask));
    let face = el!("div", "class" = "face")
        .with(stem.with(question::stem_text(shown.question)))
        .with(side::front(shown, is_turned))
        .each(hint)
        .each(feedback::terms(&glossary::of_question(session.bank(), shown)));
    if !is_turned {
        let turn = once("turn-button", text::TURN.into(), None, Action::Turn, ask);
        let think = el!("p", "class" = "quiet think").text(text::THINK_FIRST);
        return face.with(think).with(actions(turn, back));
    }
    let heading = el!("h2", "class" = "feedback-headline", "tabindex" = "-1").text(text::ANSWER_SIDE);
    let answer = el!("section", "class" = "feedback own", "part" = "answer")
        .with(heading)
        .with(feedback::answer(shown))
        .each(feedback::terms(&glossary::of_explanation(session.bank(), shown)));
    let is_last = shown.position + 1 == session.n_questions();
    face.with(answer).each(
        match shown.rating {
            None => [Some(ratings(ask)), back.map(|back| actions(el!("span", "hidden" = ""), Some(back)))],
            Some(rating) => {
                let label = if is_last { text::SEE_RESULTS } else { text::NEXT_CARD };
                let next = once("next-button", label.into(), None, Action::Next, ask);
                let said = el!("p", "class" = "said think").text(text::you_said(rating));
                [Some(said), Some(actions(next, back))]
            }
        }
        .into_iter()
        .flatten(),
    )
}

/// The first of them, if it is a button, is what to do now.
fn actions(first: impl Into<Html>, back: Option<Html>) -> El {
    el!("div", "class" = "actions", "part" = "actions").with(first).each(back)
}

/// How well it was known, in four steps, each with the number that chooses it.
fn ratings(ask: &Callback<Ask>) -> El {
    let step = |(_, rating): &(&str, Rating)| {
        once("rate-button", text::rating(*rating).into(), Some(*rating as u8), Action::Rate(*rating), ask)
    };
    el!("fieldset", "class" = "ratings", "part" = "ratings")
        .with(el!("legend").text(text::HOW_WELL))
        .each(Rating::NAMES.iter().map(step))
        .with(el!("p", "class" = "quiet swipes", "aria-hidden" = "true").text(text::OR_SWIPE))
}

/// A button of which the second click of a double click does nothing: what came meanwhile stands there too.
fn once(part: &'static str, label: AttrValue, key: Option<u8>, action: Action, ask: &Callback<Ask>) -> Html {
    let onclick = first_click(action, ask);
    let key = key.map(|key| key.to_string());
    let number = key.clone().map(|key| el!("span", "class" = "key", "aria-hidden" = "true").text(key));
    html! {
        <button type="button" {part} aria-keyshortcuts={key} {onclick}>{ label }{ for number }</button>
    }
}

/// What a screen reader is told: the answer once the card is turned, and what was said of the one before.
pub(crate) fn announce(session: &Session, events: &[Event], said: &mut String) {
    let rating = |event: &Event| if let Event::Rated { rating, .. } = event { Some(*rating) } else { None };
    let rated = events.iter().find_map(rating);
    if let Some(rating) = rated {
        *said = text::you_said(rating);
    }
    if let (Phase::Turned { .. }, Some(shown), []) = (session.phase(), session.shown(), events) {
        *said = review::answer(&shown.question.kind).unwrap_or_default();
    }
}

/// What came of all of them, in words.
pub(crate) fn summary(session: &Session, report: &Report) -> El {
    let (n_rated, total) = (report.n_answered(), session.n_questions());
    let known = (n_rated > 0).then(|| el!("p", "class" = "score").text(text::knew(report)));
    let left = (n_rated < total).then(|| el!("p").text(text::rated(n_rated, total)));
    el!("div", "part" = "score").each(known).each(left)
}
