//! The screen that asks a learner who comes back whether to go on.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Screen};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, heading, progress};
use yew::prelude::*;

/// A saved session was found.
pub fn saved(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let (n_answered, n_questions) = (session.n_answered(), session.n_questions());
    el!("section", "class" = "card saved")
        .with(el!("p", "class" = "eyebrow").text(session.bank().about().title.clone()))
        .with(heading(text::WELCOME_BACK))
        .with(el!("p").text(text::answered_of(n_answered, n_questions)))
        .with(progress(session))
        .each(screen.more.map(|more| (more.before_start)(screen, session, ask)))
        .with(
            el!("div", "class" = "actions", "part" = "actions")
                .with(button("start-button", text::CONTINUE, Ask::Continue, ask))
                .with(button("restart-button", text::START_AGAIN, Ask::StartAgain, ask)),
        )
        .with(kept(ask))
        .into()
}

/// Where progress is kept, and how to be rid of it.
pub(crate) fn kept(ask: &Callback<Ask>) -> El {
    el!("p", "class" = "quiet").text(text::KEPT).text(" ").with(button("", text::FORGET, Ask::Forget, ask))
}
