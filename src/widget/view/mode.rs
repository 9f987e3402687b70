//! What modes other than practice add to the start screen.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Screen};
use crate::widget::view::el::el;
use crate::widget::view::{print, progress};
use yew::prelude::*;

/// On the start screen, above the button: what is special about the mode.
pub(crate) fn before_start(screen: &Screen, session: &Session, _ask: &Callback<Ask>) -> Html {
    if session.settings().mode.follows_agenda() {
        return progress::before_review(screen, session);
    }
    Html::default()
}

/// On the start screen, at its end: the questions on paper, and where the learner stands.
pub(crate) fn after_start(screen: &Screen, ask: &Callback<Ask>) -> Html {
    let standing = progress::opener(screen, ask).map(|button| el!("div", "class" = "files").with(button));
    [print(ask)].into_iter().chain(standing).collect()
}
