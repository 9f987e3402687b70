//! Single choice: radio buttons.

use crate::quiz::session::Shown;
use crate::widget::stage::Ask;
use crate::widget::view::kind::rows;
use crate::widget::view::question::stem;
use yew::prelude::*;

/// The stem and its options.
pub(crate) fn options(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    html! {
        <fieldset class="options" part="options">
            { stem(shown.question) }
            { rows(shown, "radio", "option", ask) }
        </fieldset>
    }
}
