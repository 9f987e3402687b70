//! Which sittings there were, the newest first.

use crate::quiz::memory::rating::Rating;
use crate::quiz::record::Record;
use crate::quiz::record::sitting::{Sitting, What};
use crate::widget::past::Past;
use crate::widget::text;
use crate::widget::view::details;
use crate::widget::view::el::{El, el};
use crate::widget::view::table::{cell, row, table};
use yew::prelude::*;

/// So many are shown, and the first of them at once.
const MOST: usize = 50;
const AT_ONCE: usize = 5;

/// The section.
pub(super) fn history(past: &Past, record: &Record) -> Vec<El> {
    let rows = |sittings: &mut dyn Iterator<Item = &Sitting>| {
        let rows: Vec<_> = sittings.map(|sitting| told(past, sitting)).collect();
        table("stacked", &[text::WHEN, text::MODE, text::ANSWERS, text::RESULT], rows)
    };
    let n = record.sittings().len();
    let mut newest = record.sittings().iter().rev().take(MOST);
    let first = rows(&mut newest.by_ref().take(AT_ONCE));
    let earlier = (n > AT_ONCE).then(|| details(text::EARLIER).with(rows(&mut newest)));
    let left = n.saturating_sub(MOST);
    let left = (left > 0).then(|| el!("p", "class" = "quiet").text(text::not_shown(left)));
    [el!("h3").text(text::SITTINGS), first].into_iter().chain(earlier).chain(left).collect()
}

fn told(past: &Past, sitting: &Sitting) -> El {
    let words = |words: String| Html::from(words);
    row(text::moment(sitting.id().began(), past.now, past.zone))
        .with(cell(text::MODE, words(text::mode(sitting.mode()).with(&[]))))
        .with(cell(text::ANSWERS, words(text::number(sitting.answers().len()))))
        .with(cell(text::RESULT, words(result(sitting))))
}

/// Its points, where it was finished; the share of what was answered, where it was not; what was known, of
/// cards.
fn result(sitting: &Sitting) -> String {
    match (sitting.outcome().filter(|outcome| outcome.score.is_counted()), sitting.share()) {
        (Some(outcome), _) => text::points(outcome.score),
        (None, Some(share)) => text::share(share),
        (None, None) => {
            let is_known = |what: &What| !matches!(what, What::Rated(Rating::Again));
            let n_known = sitting.answers().iter().filter(|noted| is_known(&noted.what)).count();
            text::known(n_known, sitting.answers().len())
        }
    }
}
