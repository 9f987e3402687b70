//! The screen that asks a learner who comes back whether to go on.

use crate::quiz::Session;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::button;
use yew::prelude::*;

/// A saved session was found.
pub fn saved(session: &Session, ask: &Callback<Ask>) -> Html {
    html! {
        <section class="card saved">
            <p class="eyebrow">{ &session.bank().about().title }</p>
            <h2 tabindex="-1">{ text::WELCOME_BACK }</h2>
            <p>{ text::answered_of(session.n_answered(), session.n_questions()) }</p>
            <progress value={session.n_answered().to_string()} max={session.n_questions().to_string()} aria-label={text::PROGRESS} />
            <div class="actions" part="actions">
                { button("start-button", text::CONTINUE, Ask::Continue, ask) }
                { button("restart-button", text::START_AGAIN, Ask::StartAgain, ask) }
            </div>
            <p class="quiet">{ text::KEPT }{ " " }{ button("", text::FORGET, Ask::Forget, ask) }</p>
        </section>
    }
}
