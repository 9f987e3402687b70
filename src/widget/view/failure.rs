//! The failure screen: what happened, and a way to try again. The page's own content stays.

use crate::widget::load::LoadError;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::{button, details, heading};
use yew::prelude::*;

/// More problems than this are in the event and the console of the author's tool.
const MOST_SHOWN: usize = 20;

/// There is no bank to show.
pub fn failure(error: &LoadError, ask: &Callback<Ask>) -> Html {
    let problems = error.problems().iter().take(MOST_SHOWN);
    let message = error.problems().is_empty().then(|| el!("p").text(error.message()));
    el!("section", "class" = "card failure", "part" = "failure", "role" = "alert")
        .with(heading(text::NOT_LOADED))
        .with(el!("p").text(text::failure(error)))
        .with(el!("div", "class" = "actions", "part" = "actions").with(button(
            "restart-button",
            text::TRY_AGAIN,
            Ask::Reload,
            ask,
        )))
        .with(
            // Which are in English.
            details(text::FOR_THE_OWNER).with(
                el!("div", "lang" = "en", "dir" = "ltr")
                    .each(message)
                    .with(el!("ul").each(problems.map(|problem| el!("li").text(problem.to_string())))),
            ),
        )
        .into()
}
