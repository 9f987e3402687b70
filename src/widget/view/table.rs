//! Tables whose rows become blocks where there is little room.

use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use yew::prelude::*;
use yew::virtual_dom::VText;

/// A table of that class; of “stacked” the rows become blocks.
pub(crate) fn table(class: &'static str, heads: &[Words], rows: impl IntoIterator<Item = El>) -> El {
    El::classed("table", class)
        .with(el!("thead").with(el!("tr").each(heads.iter().copied().map(head))))
        .with(el!("tbody").each(rows))
}

/// What heads a column.
pub(crate) fn head(words: Words) -> El {
    el!("th", "scope" = "col").text(words)
}

/// A row with what heads it.
pub(crate) fn row(head: impl Into<AttrValue>) -> El {
    row_of(VText::new(head).into())
}

/// A row with what heads it, which is not of the interface.
pub(crate) fn row_of(head: Html) -> El {
    el!("tr").with(el!("th", "scope" = "row").with(head))
}

/// A cell, with what it is where it has no head above.
pub(crate) fn cell(label: Words, content: impl Into<Html>) -> El {
    let head = el!("span", "class" = "head").text(text::labelled(label, ""));
    el!("td").with(head).with(content)
}
