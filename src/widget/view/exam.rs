//! The screens of an exam: what stands above and below a question, what is left before handing in, and the
//! pause.

use crate::quiz::Session;
use crate::quiz::session::Shown;
use crate::widget::stage::{Ask, Screen};
use yew::prelude::*;

/// Above a question: the time left, the flag, and the way to any other question.
pub(crate) fn bar(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}

/// Below a question: on, back, and to handing in.
pub(crate) fn actions(
    _screen: &Screen,
    _session: &Session,
    _shown: &Shown<'_>,
    _ask: &Callback<Ask>,
) -> Html {
    Html::default()
}

/// Before handing in: what is answered, what is not, and what is flagged.
pub(crate) fn look_over(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}

/// While the clock stands still.
pub(crate) fn paused(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}
