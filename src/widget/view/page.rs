//! A page beside the session: the questions on paper, or what came of them. It takes the place of the start
//! screen or the results until it is put away.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Page, Screen};
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::{button, heading, sheet, study};
use yew::prelude::*;

/// The page.
pub fn page(screen: &Screen, session: &Session, page: Page, ask: &Callback<Ask>) -> Html {
    el!("section", "class" = "card sheet", "part" = "sheet")
        .with(el!("p", "class" = "eyebrow").text(session.bank().about().title.clone()))
        .with(heading(text::page(page)))
        .each([
            el!("div", "class" = "actions", "part" = "actions")
                .with(button("print-button", text::PRINT, Ask::Print, ask))
                .with(button("back-button", text::BACK, Ask::Close, ask))
                .into(),
            content(screen, session, page, ask),
        ])
        .into()
}

/// What stands below the buttons.
fn content(_screen: &Screen, session: &Session, page: Page, _ask: &Callback<Ask>) -> Html {
    match page {
        Page::Paper(paper) => sheet::sheet(session, paper),
        Page::Study => study::study(session),
    }
}
