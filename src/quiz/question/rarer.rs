//! Rarer: what a response to one of the rarer kinds comes to. [`Kind`] asks through [`later`](crate::quiz::later).

use super::{Kind, fill_in};
use crate::quiz::response::Response;
use crate::quiz::score::Score;

impl Kind {
    /// Whether it is one of the rarer kinds, which a page that is only beginning has no need of.
    #[must_use]
    pub fn is_rarer(&self) -> bool {
        !matches!(self, Self::SingleChoice(_) | Self::MultipleResponse(_) | Self::TrueFalse(_))
    }
}

pub(in crate::quiz) fn score(kind: &Kind, response: &Response) -> Score {
    match kind {
        // These do not come here.
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) | Kind::TrueFalse(_) => Score::of_one(0.0),
        Kind::Ordering(kind) => kind.score(response),
        // Two kinds with one score: each takes its own responses only.
        Kind::Matching(pairs) | Kind::Grid(pairs) => pairs.score(&understood(kind, response)),
        Kind::FillIn(kind) => kind.score(response),
        Kind::Numeric(kind) => kind.score(response),
        Kind::Cloze(kind) => kind.score(response),
        Kind::Reflection(_) => Score::default(),
        Kind::Hotspot(kind) => kind.score(response),
    }
}

pub(in crate::quiz) fn is_complete(kind: &Kind, response: &Response) -> bool {
    match (kind, response) {
        // Steps are never shown in the right order, so an order that nobody touched is no response.
        (Kind::Ordering(_), Response::Ordering { order }) => !order.is_empty(),
        (Kind::Matching(kind), Response::Matching { pairs })
        | (Kind::Grid(kind), Response::Grid { rows: pairs }) => pairs.len() == kind.premises().len(),
        (Kind::FillIn(_), Response::FillIn { text })
        | (Kind::Reflection(_), Response::Reflection { text, .. }) => !text.trim_ascii().is_empty(),
        (Kind::Numeric(kind), Response::Numeric { text }) => kind.has_number(text),
        (Kind::Cloze(kind), Response::Cloze { gaps }) => kind.is_complete(gaps),
        (Kind::Hotspot(_), Response::Hotspot { region }) => region.is_some(),
        _ => false,
    }
}

pub(in crate::quiz) fn understood(kind: &Kind, response: &Response) -> Response {
    match (kind, response) {
        (Kind::Ordering(kind), Response::Ordering { order }) => kind.understood(order),
        (Kind::Matching(kind), Response::Matching { pairs }) => {
            Response::Matching { pairs: kind.understood(pairs) }
        }
        (Kind::Grid(kind), Response::Grid { rows }) => Response::Grid { rows: kind.understood(rows) },
        (Kind::FillIn(_), Response::FillIn { text }) => Response::FillIn { text: fill_in::kept(text) },
        (Kind::Numeric(_), Response::Numeric { text }) => Response::Numeric { text: fill_in::kept(text) },
        (Kind::Cloze(kind), Response::Cloze { gaps }) => Response::Cloze { gaps: kind.understood(gaps) },
        (Kind::Reflection(kind), Response::Reflection { text, checks }) => kind.understood(text, checks),
        (Kind::Hotspot(_), Response::Hotspot { region }) => {
            let is_known = |id: &_| kind.options().iter().any(|region| region.id == *id);
            Response::Hotspot { region: region.clone().filter(is_known) }
        }
        _ => kind.blank(),
    }
}

pub(in crate::quiz) fn parts(kind: &Kind, response: &Response) -> (usize, usize) {
    match kind {
        Kind::Ordering(kind) => (kind.n_right(response), kind.steps().len() - 1),
        Kind::Matching(pairs) | Kind::Grid(pairs) => {
            (pairs.n_right(&understood(kind, response)), pairs.premises().len())
        }
        Kind::Cloze(kind) => (kind.n_right(response), kind.gaps().len()),
        Kind::Reflection(_) => (0, 0),
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::TrueFalse(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Hotspot(_) => kind.whole(response),
    }
}
