//! The screen that asks a learner who comes back whether to go on.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Screen};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::progress::{erasing, opener};
use crate::widget::view::{button, mode, progress, titled};
use yew::prelude::*;

/// A saved session was found.
pub fn saved(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let (n_answered, n_questions) = (session.n_answered(), session.n_questions());
    titled(el!("section", "class" = "card saved"), session, text::WELCOME_BACK)
        .with(el!("p").text(text::answered_of(n_answered, n_questions)))
        .with(progress(session))
        .each([mode::before_start(screen, session)])
        .with(
            el!("div", "class" = "actions", "part" = "actions")
                .with(button("start-button", text::CONTINUE, Ask::Continue, ask))
                .with(button("restart-button", text::START_AGAIN, Ask::StartAgain, ask))
                .each(opener(screen, ask)),
        )
        .with(kept(screen, ask))
        .into()
}

/// Where progress is kept, and how to be rid of it. Where that is more than this session, it is asked first.
pub(crate) fn kept(screen: &Screen, ask: &Callback<Ask>) -> El {
    let past = &screen.past;
    if let Some(asked) = erasing(past, ask) {
        return asked;
    }
    let has_more =
        past.n_unread > 0 || past.record.as_ref().is_some_and(|record| record.sittings().len() > 1);
    let forget = if has_more { Ask::Erasing(true) } else { Ask::Forget };
    el!("p", "class" = "quiet").text(text::KEPT).text(" ").with(button(
        "erase-button",
        text::FORGET,
        forget,
        ask,
    ))
}
