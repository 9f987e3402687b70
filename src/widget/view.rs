//! Views: the screen as data → what the learner sees. No view holds anything of the quiz.

pub(crate) mod el;

pub mod bank;
pub(crate) mod bar;
pub(crate) mod calibration;
pub(crate) mod cards;
pub(crate) mod certainty;
pub(crate) mod exam;
pub mod failure;
pub mod feedback;
pub mod icon;
pub mod kind;
pub mod markup;
pub(crate) mod mode;
pub mod page;
pub(crate) mod participation;
pub(crate) mod progress;
pub mod question;
pub mod results;
pub mod review;
pub mod saved;
pub mod sheet;
pub mod start;
pub(crate) mod study;
pub(crate) mod table;

use crate::quiz::session::Phase;
use crate::quiz::{Action, Session};
use crate::widget::keys;
use crate::widget::stage::{Ask, Notice, Page, Paper, Screen, Stage};
use crate::widget::text::{self, Words, language};
use el::{El, el};
use yew::prelude::*;

/// The whole widget.
pub fn screen(screen: &Screen, ask: &Callback<Ask>) -> Html {
    language::speak(screen.language.clone());
    let bank = screen.stage.session().map(|session| session.bank().about().language.clone().into());
    let [lang, dir] = language::read_bank(bank);
    let notices = screen.more.map(|more| (more.notices)(screen, ask)).unwrap_or_default();
    html! {
        <>
            <div class="base" part="base" {lang} {dir} onkeydown={on_key(screen, ask)}>
                { notices }
                { stage(screen, ask) }
                { missing(screen, ask) }
                <div class="unseen" role="status">{ &screen.announcement }</div>
            </div>
            { fallback(&screen.stage) }
        </>
    }
}

/// The page's own content, as long as there is no quiz. It stands outside of what we style: in our
/// colours it could be white on white.
fn fallback(stage: &Stage) -> Html {
    match stage {
        Stage::Loading => html! { <slot>{ text::LOADING.say() }</slot> },
        Stage::Failed(_) => html! { <slot /> },
        Stage::Saved(_) | Stage::Running(_) => Html::default(),
    }
}

fn stage(screen: &Screen, ask: &Callback<Ask>) -> Html {
    let session = screen.stage.session();
    let title = || session.map(|session| markup::plain(&session.bank().about().title));
    let later = || {
        screen.more.map_or_else(|| waiting(title().unwrap_or_default()), |more| (more.screen)(screen, ask))
    };
    match &screen.stage {
        Stage::Loading => Html::default(),
        Stage::Failed(error) => failure::failure(error, ask),
        Stage::Saved(_) => later(),
        Stage::Running(session) => match session.phase() {
            Phase::Ready if screen.page.is_none() => start::start(screen, session, ask),
            Phase::Answering { .. } | Phase::Retry { .. } | Phase::Feedback { .. } => session
                .shown()
                .map(|shown| question::question(session, &shown, screen, ask))
                .unwrap_or_default(),
            Phase::Ready
            | Phase::Recalling { .. }
            | Phase::Turned { .. }
            | Phase::LookingOver { .. }
            | Phase::Paused { .. }
            | Phase::Finished => later(),
        },
    }
}

/// In the place of a screen that is on its way. Its heading stays when that comes, and so does the focus: as
/// the results and the pages it has three children.
fn waiting(title: Html) -> Html {
    let eyebrow = el!("p", "class" = "eyebrow");
    el!("section", "class" = "card")
        .with(eyebrow)
        .with(el!("h2", "tabindex" = "-1").with(title))
        .with(Html::default())
        .into()
}

/// The screens that nobody needs to begin.
pub(crate) fn later(screen: &Screen, ask: &Callback<Ask>) -> Html {
    match &screen.stage {
        Stage::Saved(session) => match screen.page {
            Some(page) => page::page(screen, session, page, ask),
            None => saved::saved(screen, session, ask),
        },
        Stage::Running(session) => match session.phase() {
            Phase::Ready | Phase::Finished if let Some(page) = screen.page => {
                page::page(screen, session, page, ask)
            }
            Phase::Recalling { .. } | Phase::Turned { .. } => cards::card(session, ask),
            Phase::LookingOver { .. } => exam::look_over(screen, session, ask),
            Phase::Paused { .. } => exam::paused(screen, session, ask),
            Phase::Finished => results::results(screen, session, ask),
            Phase::Ready | Phase::Answering { .. } | Phase::Retry { .. } | Phase::Feedback { .. } => {
                Html::default()
            }
        },
        Stage::Loading | Stage::Failed(_) => Html::default(),
    }
}

/// Below what is shown, what has not come of it.
fn missing(screen: &Screen, ask: &Callback<Ask>) -> Html {
    let Some((words, has_failed)) = screen.missing() else { return Html::default() };
    let again = has_failed.then(|| button("", text::TRY_AGAIN, Ask::LoadRest, ask));
    el!("div", "class" = "notice").with(el!("p").text(words)).each(again).into()
}

/// What is said quietly above the quiz.
pub(crate) fn notices(screen: &Screen, ask: &Callback<Ask>) -> Html {
    screen.notices.iter().map(|notice| self::notice(*notice, ask)).collect()
}

fn notice(notice: Notice, ask: &Callback<Ask>) -> Html {
    let button = match notice {
        Notice::OtherTab => button("", text::CONTINUE_HERE, Ask::Continue, ask),
        Notice::NotSaved | Notice::Unreadable | Notice::Newer => Html::default(),
    };
    el!("div", "class" = "notice", "role" = "status")
        .with(el!("p").text(text::notice(notice)))
        .with(button)
        .into()
}

/// The heading of a screen; it takes the focus when the screen is shown.
pub(crate) fn heading(words: impl Into<AttrValue>) -> El {
    el!("h2", "tabindex" = "-1").text(words)
}

/// A screen that begins with the title of the quiz and a heading.
pub(crate) fn titled(section: El, session: &Session, words: impl Into<AttrValue>) -> El {
    let eyebrow = el!("p", "class" = "eyebrow").with(markup::plain(&session.bank().about().title));
    section.with(eyebrow).with(heading(words))
}

/// Asks at a first click only: what stands where another screen had its button must not take the second
/// click of a double click there.
pub(crate) fn first_click(action: Action, ask: &Callback<Ask>) -> Callback<MouseEvent> {
    let ask = ask.clone();
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            ask.emit(Ask::Act(action.clone()));
        }
    })
}

/// What is one tap away.
pub(crate) fn details(summary: Words) -> El {
    el!("details").with(el!("summary").text(summary))
}

/// How much of the session is answered.
pub(crate) fn progress(session: &Session) -> El {
    El::with_values(
        "progress",
        &["part", "value", "max", "aria-label"],
        [
            "progress".into(),
            session.n_answered().to_string().into(),
            session.n_questions().to_string().into(),
            text::PROGRESS.into(),
        ],
    )
}

/// A button that asks for something. Without a part where that is empty.
pub(crate) fn button(
    part: &'static str,
    label: impl Into<AttrValue>,
    what: Ask,
    ask: &Callback<Ask>,
) -> Html {
    let ask = ask.clone();
    let onclick = move |_| ask.emit(what.clone());
    let part = Some(part).filter(|part| !part.is_empty());
    html! { <button type="button" {part} {onclick}>{ label.into() }</button> }
}

/// Whether a key belongs to the browser or to an assistive technology.
pub(crate) fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// What leads to the questions on paper.
pub(crate) fn print(ask: &Callback<Ask>) -> El {
    el!("details", "class" = "print")
        .with(el!("summary").text(text::PRINT))
        .with(el!("p", "class" = "quiet").text(text::ON_PAPER))
        .with(button("worksheet-button", text::WORKSHEET, Ask::Open(Page::Paper(Paper::Worksheet)), ask))
        .with(button("answer-key-button", text::ANSWER_KEY, Ask::Open(Page::Paper(Paper::AnswerKey)), ask))
}

/// What keys do: choose options, or put the paper away.
fn on_key(screen: &Screen, ask: &Callback<Ask>) -> Option<Callback<KeyboardEvent>> {
    if screen.page.is_none() {
        return choose_by_key(screen, ask);
    }
    let ask = ask.clone();
    Some(Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !has_modifier(&event) {
            // Or a dialog of the page that the quiz is in would close too.
            event.prevent_default();
            ask.emit(Ask::Close);
        }
    }))
}

/// Number and letter keys choose options while a question is answered.
fn choose_by_key(screen: &Screen, ask: &Callback<Ask>) -> Option<Callback<KeyboardEvent>> {
    let Stage::Running(session) = &screen.stage else { return None };
    let Phase::Answering { .. } = session.phase() else { return None };
    let shown = session.shown().filter(|shown| kind::is_there(shown.question, screen.more))?;
    let ask = ask.clone();
    // The view is made anew for every response, so the one in hand is the current one.
    let respond = keys::table(&shown);
    // No key chooses where learners type: there every key is a letter, or the list's own.
    if respond.is_empty() {
        return None;
    }
    Some(Callback::from(move |event: KeyboardEvent| {
        if has_modifier(&event) {
            return;
        }
        let pressed = event.key().to_ascii_lowercase();
        if let Some((_, choice)) = respond.iter().find(|(key, _)| *key == pressed) {
            event.prevent_default();
            ask.emit(Ask::Choose(choice.response.clone(), choice.value.clone()));
        }
    }))
}
