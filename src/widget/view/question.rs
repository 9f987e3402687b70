//! The question screen: where one is, the stem, the options, the buttons, and the feedback below
//! the buttons, so that nothing above them moves when it comes.
//!
//! ```text
//! div.card
//!   header        position, topic, progress
//!   note          where the subject is hard
//!   scenario      above the question; beside it where there is room
//!   form
//!     fieldset    legend = stem, options (by kind)
//!     hint, words
//!     actions     primary button, back
//!     feedback
//! ```

use crate::quiz::id::Id;
use crate::quiz::question::Kind;
use crate::quiz::session::attempt::Standing;
use crate::quiz::session::mode::Mode;
use crate::quiz::session::{Session, Shown};
use crate::quiz::{Action, Question, glossary};
use crate::widget::more::More;
use crate::widget::stage::{Ask, Screen};
use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, feedback, kind, markup, progress};
use web_sys::Element;
use yew::prelude::*;

/// A question, being answered or answered.
pub fn question(session: &Session, shown: &Shown<'_>, screen: &Screen, ask: &Callback<Ask>) -> Html {
    let more = screen.more;
    let is_last = shown.position + 1 == session.n_questions();
    let exam = more.filter(|_| session.settings().mode == Mode::Exam);
    let sure = more.filter(|_| session.settings().asks_certainty);
    html! {
        <div class="card question">
            { header(session, shown, more) }
            { exam.map(|more| (more.exam_bar)(screen, session, ask)).unwrap_or_default() }
            { content_note(shown, ask) }
            { scenario(session, shown) }
            <form key={shown.question.id.as_str()} onsubmit={on_submit(shown, exam.is_some(), ask)}>
                { kind::options(shown, more, ask) }
                { sure.map(|more| (more.certainty)(shown, ask)).unwrap_or_default() }
                { if exam.is_some() { None } else { hint(shown, more, ask) } }
                { feedback::terms(&glossary::of_question(session.bank(), shown)) }
                {
                    exam.map(|more| (more.exam_actions)(session, shown, ask))
                        .unwrap_or_else(|| actions(shown, is_last, screen, ask))
                }
                { feedback::feedback(session.bank(), shown, more, ask).unwrap_or_default() }
            </form>
        </div>
    }
}

fn header(session: &Session, shown: &Shown<'_>, more: Option<&More>) -> Html {
    let question = text::question_of(shown.position, session.n_questions(), session.is_adaptive());
    let position = match more.filter(|_| shown.attempts.n_most > 1) {
        Some(more) => (more.with_attempt)(shown, &question),
        None => question,
    };
    let topic = session.bank().topic(&shown.question.topic);
    el!("header", "part" = "header")
        .with(el!("p", "class" = "position").text(position))
        .each(topic.map(|topic| el!("p", "class" = "eyebrow").with(markup::plain(&topic.title))))
        .with(progress(session))
        .into()
}

/// Told before a hard subject. It stays when the question is answered, so that nothing moves.
fn content_note(shown: &Shown<'_>, ask: &Callback<Ask>) -> Option<Html> {
    let class = if shown.attempts.standing == Standing::Open { "note" } else { "note over" };
    let note = El::with_values("div", &["class", "part"], [class.into(), "content-note".into()])
        .with(el!("p", "tabindex" = "-1").text(text::CONTENT_NOTE))
        .with(button("skip-button", text::SKIP, Ask::Act(Action::Skip), ask));
    shown.question.has_content_note.then(|| note.into())
}

/// The vignette. Its key lets it stay as the learner left it, open or closed, from one of its
/// questions to the next.
pub(crate) fn scenario(session: &Session, shown: &Shown<'_>) -> Option<Html> {
    let scenario = shown.scenario?;
    let (first, last) = session.of_scenario(shown.position);
    let shared = (first < last).then(|| el!("span", "class" = "quiet").text(text::shared_by(first, last)));
    Some(
        el!("details", "class" = "scenario", "part" = "scenario", "open" = "")
            .keyed(scenario.id.as_str())
            .with(el!("summary").with(el!("span").text(text::SCENARIO).each(shared)))
            .with(el!("div", "class" = "prose").with(markup::block(&scenario.text)))
            .into(),
    )
}

/// One that was opened comes back open. It is told by what is seen, as it may be opened by mouse, key or
/// a search in the page; and once only, as browsers tell of one that is shown open, too.
fn hint(shown: &Shown<'_>, more: Option<&More>, ask: &Callback<Ask>) -> Option<Html> {
    let hint = shown.question.hint.as_ref()?;
    let is_open = shown.attempts.has_hint;
    // What it costs is said as long as it may still be opened for that.
    let cost = Some(shown.attempts.hint_cost).filter(|cost| *cost > 0 && shown.score.is_none());
    let summary = cost.zip(more).map_or_else(|| text::HINT.with(&[]), |(cost, more)| (more.hint_costs)(cost));
    let ask = (!is_open && shown.score.is_none()).then(|| ask.clone());
    let ontoggle = move |event: Event| {
        let is_open = event.target_unchecked_into::<Element>().get_attribute("open").is_some();
        ask.iter().filter(|_| is_open).for_each(|ask| ask.emit(Ask::Act(Action::Hint)));
    };
    Some(html! {
        <details part="hint" open={is_open} {ontoggle}>
            <summary>{ summary }</summary>
            { markup::block(hint) }
        </details>
    })
}

fn actions(shown: &Shown<'_>, is_last: bool, screen: &Screen, ask: &Callback<Ask>) -> Html {
    let (part, label) = match shown.attempts.standing {
        Standing::Open => ("submit-button", text::CHECK_ANSWER),
        Standing::Retry => ("retry-button", text::ANSWER_AGAIN),
        Standing::Done if is_last => ("next-button", text::SEE_RESULTS),
        Standing::Done => ("next-button", text::NEXT_QUESTION),
    };
    let is_there = shown.score.is_some() || kind::is_there(shown.question, screen.more);
    let primary = if is_there || !screen.has_more_failed {
        primary(part, label)
    } else {
        // There is nothing to check, and perhaps there never will be.
        button("skip-button", text::SKIP, Ask::Act(Action::Skip), ask)
    };
    let may_give_up = shown.score.is_none() && shown.attempts.n_checked > 0;
    let give_up =
        may_give_up.then(|| button("answer-button", text::SHOW_ANSWER, Ask::Act(Action::GiveUp), ask));
    let back = (shown.position > 0).then(|| button("back-button", text::BACK, Ask::Act(Action::Back), ask));
    let nudge = screen.is_nudged.then(|| el!("p", "class" = "nudge").text(text::nudge(&shown.question.kind)));
    el!("div", "class" = "actions", "part" = "actions")
        .with(primary)
        .each(give_up)
        .each(back)
        .each(nudge)
        .into()
}

/// The button that Enter presses, too.
pub(crate) fn primary(part: &'static str, label: Words) -> Html {
    html! {
        <button type="submit" {part} onclick={refuse_second_click()} onkeydown={refuse_held_key()}>{ label.say() }</button>
    }
}

/// One button checks, tries again and goes on, so that the focus can stay on it. In an exam it goes on.
fn on_submit(shown: &Shown<'_>, is_exam: bool, ask: &Callback<Ask>) -> Callback<SubmitEvent> {
    let action = match shown.attempts.standing {
        _ if is_exam => Action::Next,
        Standing::Open => Action::Submit,
        Standing::Retry => Action::TryAgain,
        Standing::Done => Action::Next,
    };
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
    let legend = if question.has_content_note {
        el!("legend", "class" = "stem", "part" = "stem")
    } else {
        el!("legend", "class" = "stem", "part" = "stem", "tabindex" = "-1")
    };
    legend.with(stem_text(question))
}

/// What the stem says, with the gap where there is one to fill in.
pub(crate) fn stem_text(question: &Question) -> Html {
    markup::stem(&question.stem, matches!(question.kind, Kind::FillIn(_)))
}
