//! The failure screen: what happened, and a way to try again. The page's own content stays.

use crate::widget::load::LoadError;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::button;
use yew::prelude::*;

/// More problems than this are in the event and the console of the author's tool.
const MOST_SHOWN: usize = 20;

/// There is no bank to show.
pub fn failure(error: &LoadError, ask: &Callback<Ask>) -> Html {
    html! {
        <section class="card failure" part="failure" role="alert">
            <h2 tabindex="-1">{ text::NOT_LOADED }</h2>
            <p>{ text::failure(error) }</p>
            <div class="actions" part="actions">
                { button("restart-button", text::TRY_AGAIN, Ask::Reload, ask) }
            </div>
            <details>
                <summary>{ text::FOR_THE_OWNER }</summary>
                if error.problems().is_empty() {
                    <p>{ error.message() }</p>
                }
                <ul>
                    { for error.problems().iter().take(MOST_SHOWN).map(|problem| html! { <li>{ problem.to_string() }</li> }) }
                </ul>
            </details>
        </section>
    }
}
