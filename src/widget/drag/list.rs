//! Rows of a list while one is dragged: it follows the pointer, and the others make room. Where they
//! are is told to the style sheet by properties, which it follows with or without motion.

use crate::widget::drag::geometry::{Extent, Laid, lay};
use crate::widget::drag::{Drag, children};
use crate::widget::focus::reveal;
use crate::widget::stage::Ask;
use web_sys::HtmlElement;

/// Has the rows follow the pointer.
pub(crate) fn follow(drag: &Drag) {
    let _ = drag.item.set_attribute("data-dragged", "");
    let _ = drag.surface.set_attribute("data-drag", "moving");
    let rows = children(&drag.surface);
    // Once more after scrolling, as the row stays under the pointer.
    for _ in 0..2 {
        if let Some(laid) = laid(drag, &rows) {
            rows.iter().zip(laid.shifts).for_each(|(row, shift)| place(row, shift));
        }
        reveal(&drag.item);
    }
}

/// Lets the rows go to where they belong. Asks for the move, if there is one.
pub(crate) fn settle(drag: &Drag, is_dropped: bool) -> Option<Ask> {
    let rows = children(&drag.surface);
    let (from, laid) = (drag.index(), laid(drag, &rows));
    let _ = drag.item.remove_attribute("data-dragged");
    let _ = drag.surface.set_attribute("data-drag", "settling");
    let laid = laid.filter(|laid| is_dropped && laid.place != from)?;
    // The others are there already; and rows stay while their texts change places.
    for (index, row) in rows.iter().enumerate() {
        place(row, if index == laid.place { laid.shifts[from] - laid.landing } else { 0.0 });
    }
    Some(Ask::Move { from, place: laid.place })
}

/// In pixels of the list, which are not those of the screen where the page scales it.
fn laid(drag: &Drag, rows: &[HtmlElement]) -> Option<Laid> {
    let scale = drag.surface.get_bounding_client_rect().height() / f64::from(drag.surface.offset_height());
    let extent = |row: &HtmlElement| {
        let top = f64::from(row.offset_top());
        Extent { top, bottom: top + f64::from(row.offset_height()) }
    };
    let extents: Vec<_> = rows.iter().map(extent).collect();
    lay(&extents, drag.index(), drag.by().1 / scale)
}

fn place(row: &HtmlElement, shift: f64) {
    let _ = row.style().set_property("--y", &format!("{}px", shift.round() as i32));
}
