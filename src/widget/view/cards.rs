//! A card: the stem, then the answer, then how well it was known.

use crate::quiz::Session;
use crate::widget::stage::{Ask, Screen};
use yew::prelude::*;

/// Either side of the card that is shown.
pub(crate) fn card(_screen: &Screen, _session: &Session, _ask: &Callback<Ask>) -> Html {
    Html::default()
}
