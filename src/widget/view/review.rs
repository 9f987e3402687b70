//! The review: every question of the session with what the learner gave and why it is so.

use crate::quiz::Session;
use crate::widget::text;
use crate::widget::view::{feedback, markup};
use yew::prelude::*;

/// A list of the questions, each one tap away.
pub(crate) fn review(session: &Session) -> Html {
    let sheets = (0..session.n_questions()).filter_map(|position| session.shown_at(position));
    html! {
        <ol class="review" part="review">
            { for sheets.map(|shown| {
                let (state, icon) = feedback::state(shown.score.unwrap_or_default());
                let verdict = shown.score.map_or(text::NOT_ANSWERED, text::short_verdict);
                html! {
                    <li>
                        <details>
                            <summary class={state}>
                                { icon }
                                <span>{ shown.question.stem.to_text() }<span class="quiet">{ verdict }</span></span>
                            </summary>
                            { for shown.scenario.map(|scenario| html! {
                                <div class="scenario">{ markup::block(&scenario.text) }</div>
                            }) }
                            { feedback::explanation(&shown) }
                        </details>
                    </li>
                }
            }) }
        </ol>
    }
}
