//! Calibration: how often answers were right, by how sure the learner was. A table with the numbers and a
//! picture of them, for the results of a session and for all of them together.

use crate::quiz::bank::json::decimal;
use crate::quiz::calibration::{Calibration, Certainty};
use crate::widget::text;
use crate::widget::view::bar::rect;
use crate::widget::view::el::{El, el};
use crate::widget::view::table::{self, cell, head};
use yew::prelude::*;

/// Where each step fits, in percent: between the bounds for which Gardner-Medwin’s marks make it best.
const FITS: [(u8, u8); 3] = [(0, 67), (67, 80), (80, 100)];

/// A row for each step with its bar, and what can be said of it.
pub(crate) fn calibration(calibration: &Calibration) -> Html {
    let heads = [text::RIGHT_ANSWERS, text::OTHER_ANSWERS, text::HOW_OFTEN_RIGHT].map(head);
    let rows = Certainty::ALL.into_iter().rev().map(|(_, certainty, _)| row(calibration, certainty));
    let table = el!("table", "class" = "stacked calibration", "part" = "calibration")
        .with(el!("thead").with(el!("tr").with(el!("td")).each(heads)))
        .with(el!("tbody").each(rows));
    let words = el!("p").text(text::judged_well(calibration));
    [words, table, el!("p", "class" = "quiet").text(text::HOW_TO_READ)].into_iter().collect()
}

fn row(calibration: &Calibration, certainty: Certainty) -> El {
    let [right, wrong] = calibration.n(certainty);
    let cell = |label, n: u32| cell(label, Html::from(text::number(n as usize)));
    let share = (right + wrong > 0).then(|| f64::from(right) / f64::from(right + wrong));
    table::row(text::certainty(certainty))
        .with(cell(text::RIGHT_ANSWERS, right))
        .with(cell(text::OTHER_ANSWERS, wrong))
        .with(el!("td").each(share.map(|share| bar(share, FITS[certainty as usize]))))
}

/// How often right, and where that fits.
fn bar(share: f64, (from, to): (u8, u8)) -> El {
    let percent = decimal((100.0 * share).round());
    let name = text::percent_right(100.0 * share);
    let at = |percent: u8| AttrValue::from(format!("{percent}%"));
    El::with_values("svg", &["class", "role", "aria-label"], ["bar".into(), "img".into(), name.into()])
        .with(rect("track", at(0), at(100)))
        .with(rect("fill", at(0), format!("{percent}%").into()))
        .with(rect("fits", at(from), at(to - from)))
}
