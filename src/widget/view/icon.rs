//! Icons that say in shape what colour says too. Decoration: the words stand beside them.

use crate::widget::view::el::{El, el};
use yew::prelude::*;

/// A tick, in 24 by 24.
pub(crate) const TICK: &str = "M4.5 12.5l5 5 10-11";

/// A cross, in 24 by 24.
pub(crate) const CROSS: &str = "M6 6l12 12M18 6L6 18";

/// A tick.
pub fn tick() -> Html {
    icon(TICK)
}

/// A cross.
pub fn cross() -> Html {
    icon(CROSS)
}

/// Half of a tick and a line: partly.
pub fn part() -> Html {
    icon("M5 12h14")
}

/// Two arrows, one each way: compare.
pub fn compare() -> Html {
    icon("M4 8h15l-4-4M20 16H5l4 4")
}

/// An arrow that comes round: again.
pub fn again() -> Html {
    icon("M19 12a7 7 0 1 1-2-5M19 3v5h-5")
}

/// An arrowhead: up.
pub fn up() -> Html {
    icon("M5 15l7-7 7 7")
}

/// An arrowhead: down.
pub fn down() -> Html {
    icon("M5 9l7 7 7-7")
}

/// A flag: to come back to.
pub fn flag() -> Html {
    icon("M6 21V4h12l-4 4.5 4 4.5H6")
}

/// Six dots: what can be dragged.
pub fn grip() -> Html {
    icon("M9 5h0M9 12h0M9 19h0M15 5h0M15 12h0M15 19h0")
}

fn icon(path: &'static str) -> Html {
    el!("svg", "class" = "icon", "viewBox" = "0 0 24 24", "aria-hidden" = "true")
        .with(El::with_values("path", &["d"], [path.into()]))
        .into()
}
