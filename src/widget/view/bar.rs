//! Bars: shares as pictures. Places and widths are attributes: a strict content policy refuses style in
//! attributes.

use crate::quiz::bank::json::decimal;
use crate::widget::view::el::{El, el};
use yew::prelude::*;

/// A share in whole percent, as a place or a width.
pub(crate) fn percent(share: f64) -> AttrValue {
    format!("{}%", decimal((share * 100.0).round())).into()
}

/// A part of a bar. Without a place it begins where the bar does.
pub(crate) fn rect(class: &'static str, x: AttrValue, width: AttrValue) -> El {
    El::with_values("rect", &["class", "x", "width"], [class.into(), x, width])
}

/// A bar that is full to a width. Words beside it say the same.
pub(crate) fn bar(width: AttrValue) -> El {
    el!("svg", "class" = "bar", "aria-hidden" = "true")
        .with(rect("track", "".into(), "100%".into()))
        .with(rect("fill", "".into(), width))
}
