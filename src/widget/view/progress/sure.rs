//! How sure the learner was, and how often right: of all answers, and over time.

use crate::quiz::calibration::{Calibration, Certainty};
use crate::quiz::record::Record;
use crate::widget::past::Past;
use crate::widget::text;
use crate::widget::view::bar::{bar, percent};
use crate::widget::view::calibration;
use crate::widget::view::el::{El, el};
use crate::widget::view::table::{cell, row, table};
use yew::prelude::*;

/// So many sittings are told one by one; more of them month by month, the last of these.
const MOST: usize = 6;

/// The section, where the learner was ever asked.
pub(super) fn sure(past: &Past, record: &Record) -> Vec<El> {
    let all = record.calibration();
    if all.n_counted() == 0 {
        return Vec::new();
    }
    let periods = periods(past, record);
    let heads = [text::WHEN].into_iter().chain(steps().map(text::certainty));
    let heads: Vec<_> = heads.collect();
    let over_time = (periods.len() > 1).then(|| {
        [
            el!("h4").text(text::OVER_TIME),
            table(
                "stacked",
                &heads,
                periods.iter().rev().take(MOST).map(|(when, of_it)| period(when, of_it)),
            ),
        ]
    });
    let whole = el!("div", "class" = "prose").with(calibration::calibration(&all));
    [el!("h3").text(text::HOW_SURE_YOU_WERE), whole]
        .into_iter()
        .chain(over_time.into_iter().flatten())
        .collect()
}

/// The surest first.
fn steps() -> impl Iterator<Item = Certainty> {
    Certainty::ALL.into_iter().rev().map(|(_, certainty, _)| certainty)
}

/// The sittings, or the months, in order of time, with what they are called.
fn periods(past: &Past, record: &Record) -> Vec<(String, Calibration)> {
    let sittings = record.calibrations();
    let is_long = sittings.len() > MOST;
    let mut periods: Vec<(String, Calibration)> = Vec::new();
    for (began, of_sitting) in sittings {
        let when =
            if is_long { text::month(began, past.zone) } else { text::moment(began, past.now, past.zone) };
        match periods.last_mut().filter(|(last, _)| *last == when) {
            Some((_, of_it)) => *of_it = of_it.and(of_sitting),
            None => periods.push((when, of_sitting)),
        }
    }
    periods
}

fn period(when: &str, of_it: &Calibration) -> El {
    let step = |certainty| {
        let [right, wrong] = of_it.n(certainty);
        let total = right.saturating_add(wrong);
        // Nothing is in a cell of which there is nothing to tell, so that it can be left out.
        if total == 0 {
            return el!("td");
        }
        let words = Html::from(text::right_of(right, total));
        let share = f64::from(right) / f64::from(total);
        cell(text::certainty(certainty), [words, bar(percent(share)).into()].into_iter().collect::<Html>())
    };
    row(when.to_owned()).each(steps().map(step))
}
