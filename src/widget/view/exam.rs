//! The screens of an exam: what stands before the start, above and below a question, what is left before
//! handing in, and the pause.

use crate::quiz::session::attempt::Sheet;
use crate::quiz::session::{Phase, Shown};
use crate::quiz::{Action, Session};
use crate::widget::stage::{Ask, Screen};
use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, details, first_click, icon, question, titled};
use yew::prelude::*;

/// On the start screen: how long it is, and what is special about it. Where a saved one was found: how its
/// clock stands.
pub(crate) fn before_start(screen: &Screen, session: &Session) -> Html {
    let Phase::Ready = session.phase() else {
        let left = screen.time_left.map(|left| el!("p", "part" = "timer").text(text::time_left(left)));
        let is_paused = matches!(session.phase(), Phase::Paused { .. });
        let clock = if is_paused { text::CLOCK_STOPPED } else { text::CLOCK_GOES_ON };
        let clock = left.is_some().then(|| el!("p", "class" = "quiet").text(clock));
        return el!("div", "class" = "time-left").each(left.into_iter().chain(clock)).into();
    };
    let limit = session.time_limit();
    let clock = match (session.settings().may_pause, limit) {
        (true, _) => Some(text::EXAM_PAUSE),
        (false, Some(_)) => Some(text::EXAM_CLOCK),
        (false, None) => None,
    };
    let rest = [text::EXAM_FEEDBACK].into_iter().chain(clock).chain([text::EXAM_IS_PRACTICE]);
    el!("ul", "class" = "terms")
        .with(el!("li").text(text::exam_length(session.n_questions(), limit)))
        .each(rest.map(|words| el!("li").text(words)))
        .into()
}

/// Above a question: the time left, the flag, and the way to any other question. The list stays open or
/// closed as the learner left it.
pub(crate) fn bar(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let is_flagged = session.phase().position().is_some_and(|position| session.is_flagged(position));
    let label = if is_flagged { text::FLAGGED } else { text::FLAG };
    let onclick = first_click(Action::Flag, ask);
    let toggle = html! {
        <button type="button" part="flag-button" aria-pressed={is_flagged.to_string()} {onclick}>
            { mark("flag", icon::flag()) }{ label.say() }
        </button>
    };
    el!("div", "class" = "exam")
        .each(time(screen, ask))
        .with(toggle)
        .with(details(text::ALL_QUESTIONS).keyed("questions").with(places(session, ask)).with(legend()))
        .into()
}

/// Below a question: on, back, and to handing in.
pub(crate) fn actions(session: &Session, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let is_last = shown.position + 1 == session.n_questions();
    let label = if is_last { text::LOOK_OVER } else { text::NEXT_QUESTION };
    let back = (shown.position > 0).then(|| button("back-button", text::BACK, Ask::Act(Action::Back), ask));
    let hand_in = (!is_last).then(|| calm("look-over-button", text::HAND_IN, Action::LookOver, ask));
    el!("div", "class" = "actions", "part" = "actions")
        .with(question::primary("next-button", label))
        .each(back)
        .each(hand_in)
        .each(pause(session, ask))
        .into()
}

/// Before handing in: what is answered, what is not, and what is flagged. It is the warning, too.
pub(crate) fn look_over(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let n_questions = session.n_questions();
    let n_answered = session.n_answered();
    let n_open = n_questions - n_answered;
    let counted = text::left_open(n_questions, n_open, session.n_flagged());
    let warning = (n_open > 0).then(|| el!("p", "class" = "warning").text(text::EARNS_NOTHING));
    let back = calm("back-button", text::BACK_TO_QUESTIONS, Action::Back, ask);
    titled(el!("section", "class" = "card look-over"), session, text::BEFORE_HANDING_IN)
        .each(time(screen, ask).map(|time| el!("div", "class" = "exam").with(time)))
        .with(el!("p").text(counted))
        .each(warning)
        .with(places(session, ask))
        .with(legend())
        .with(
            el!("div", "class" = "actions", "part" = "actions")
                .with(calm("finish-button", text::HAND_IN, Action::Finish, ask))
                .with(back)
                .each(pause(session, ask)),
        )
        .into()
}

/// While the clock stands still.
pub(crate) fn paused(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    titled(el!("section", "class" = "card look-over"), session, text::PAUSED)
        .each(time(screen, ask).map(|time| el!("div", "class" = "exam").with(time)))
        .with(el!("p").text(text::CLOCK_STOPPED))
        .with(el!("div", "class" = "actions", "part" = "actions").with(button(
            "start-button",
            text::CONTINUE,
            Ask::Act(Action::Resume),
            ask,
        )))
        .into()
}

/// The time left, which can be hidden. Its place stays, so that nothing else moves.
fn time(screen: &Screen, ask: &Callback<Ask>) -> Option<El> {
    let left = screen.time_left?;
    let (words, label) = match screen.hides_time {
        true => (text::TIME_HIDDEN.with(&[]), text::SHOW_TIME),
        false => (text::time_left(left), text::HIDE_TIME),
    };
    Some(
        el!("div", "class" = "time")
            .with(el!("p", "part" = "timer", "role" = "timer").text(words))
            .with(button("time-button", label, Ask::HideTime(!screen.hides_time), ask)),
    )
}

fn pause(session: &Session, ask: &Callback<Ask>) -> Option<Html> {
    let may_pause = session.settings().may_pause;
    may_pause.then(|| calm("pause-button", text::PAUSE, Action::Pause, ask))
}

fn calm(part: &'static str, label: Words, action: Action, ask: &Callback<Ask>) -> Html {
    html! { <button type="button" {part} onclick={first_click(action, ask)}>{ label.say() }</button> }
}

/// A button for each question. What is answered and what is flagged is told in shape, and in its name.
fn places(session: &Session, ask: &Callback<Ask>) -> El {
    let here = session.phase().position();
    let place = |(position, sheet): (usize, &Sheet)| {
        let is_answered = session.is_answered(position);
        let class = if is_answered { "place answered" } else { "place" };
        let name = text::place_of(position, is_answered, sheet.is_flagged);
        let current = (here == Some(position)).then_some("true");
        let onclick = first_click(Action::GoTo(sheet.planned.question.clone()), ask);
        html! {
            <li>
                <button type="button" {class} aria-label={name} aria-current={current} {onclick}>
                    <span>{ text::number(position + 1) }</span>
                    { is_answered.then(|| mark("done", icon::tick())) }
                    { sheet.is_flagged.then(|| mark("flag", icon::flag())) }
                </button>
            </li>
        }
    };
    el!("ol", "class" = "places").each(session.sheets().iter().enumerate().map(place))
}

/// What the looks of the numbers mean.
fn legend() -> El {
    let item = |mark: Html, words: Words| el!("span").with(mark).text(words);
    el!("p", "class" = "quiet legend")
        .with(item(mark("done", icon::tick()), text::ANSWERED))
        .with(item(mark("open", Html::default()), text::OPEN))
        .with(item(mark("flag", icon::flag()), text::TO_COME_BACK_TO))
}

fn mark(class: &'static str, icon: Html) -> Html {
    El::classed("span", class).with(icon).into()
}
