//! What modes other than practice add to the start screen.

use crate::quiz::session::Phase;
use crate::quiz::session::mode::Mode;
use crate::quiz::{Event, Session};
use crate::widget::stage::{Ask, Screen};
use crate::widget::text;
use crate::widget::view::el::el;
use crate::widget::view::{cards, certainty, exam, print, progress};
use yew::prelude::*;

/// Above the buttons of the start screen, and of the one that found a saved session: what is special about
/// the mode.
pub(crate) fn before_start(screen: &Screen, session: &Session) -> Html {
    match session.settings().mode {
        Mode::Exam => exam::before_start(screen, session),
        Mode::Cards if session.phase() == Phase::Ready => {
            [cards::before_start(), progress::before_review(screen, session)].into_iter().collect()
        }
        Mode::Review if session.phase() == Phase::Ready => progress::before_review(screen, session),
        Mode::Practice | Mode::Review | Mode::Cards => Html::default(),
    }
}

/// What a screen reader is told.
pub(crate) fn announce(session: &Session, events: &[Event], is_nudged: bool) -> String {
    let mut said = text::news(session, events, is_nudged);
    match session.settings().mode {
        Mode::Cards => cards::announce(session, events, &mut said),
        Mode::Practice | Mode::Review => certainty::announce(session, events, &mut said),
        Mode::Exam => {}
    }
    said
}

/// On the start screen, at its end: the questions on paper, and where the learner stands.
pub(crate) fn after_start(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let standing = progress::opener(screen, ask).map(|button| el!("div", "class" = "files").with(button));
    // An answer key would tell what is asked in a moment.
    let print = (session.settings().mode != Mode::Exam).then(|| print(ask));
    print.into_iter().chain(standing).collect()
}
