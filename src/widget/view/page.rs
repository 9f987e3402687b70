//! A page beside the session: the questions on paper, or what came of them. It takes the place of the start
//! screen or the results until it is put away.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Page, Screen};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{button, participation, progress, sheet, study, titled};
use yew::prelude::*;

/// The page.
pub fn page(screen: &Screen, session: &Session, page: Page, ask: &Callback<Ask>) -> Html {
    titled(el!("section", "class" = "card sheet", "part" = "sheet"), session, text::page(page))
        .each([above(page, ask).into(), content(screen, session, page, ask)])
        .into()
}

/// What is laid out is laid out to be printed; where a learner stands is read and left again.
fn above(page: Page, ask: &Callback<Ask>) -> El {
    let back = button("back-button", text::BACK, Ask::Close, ask);
    if page == Page::Progress {
        return el!("div", "class" = "files").with(back);
    }
    el!("div", "class" = "actions", "part" = "actions")
        .with(button("print-button", text::PRINT, Ask::Print, ask))
        .with(back)
}

/// What stands below the buttons.
fn content(screen: &Screen, session: &Session, page: Page, ask: &Callback<Ask>) -> Html {
    match page {
        Page::Paper(paper) => sheet::sheet(session, paper),
        Page::Study => study::study(session),
        Page::Participation => participation::participation(screen, session),
        Page::Progress => progress::progress(screen, session, ask),
    }
}
