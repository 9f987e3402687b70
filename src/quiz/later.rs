//! Later: what no learner needs to begin practising, asked through a table of functions, so that a build in
//! two modules has it in the second. Until that is there, rarer kinds cannot be answered and no mode but
//! practice runs, so what is said in the meantime does not matter.

use super::question::Kind;
use super::response::Response;
use super::score::Score;
use super::session::{Session, action::Action, event::Event};

/// What comes later.
#[derive(Debug)]
pub struct Later {
    /// [`Kind::score`] of the rarer kinds.
    pub(super) score: fn(&Kind, &Response) -> Score,
    /// [`Kind::is_complete`] of the rarer kinds.
    pub(super) is_complete: fn(&Kind, &Response) -> bool,
    /// [`Kind::understood`] of the rarer kinds.
    pub(super) understood: fn(&Kind, &Response) -> Response,
    /// [`Kind::parts`] of the rarer kinds.
    pub(super) parts: fn(&Kind, &Response) -> (usize, usize),
    /// What a mode has to say to an action before [`Session::update`] does what is common to all. Nothing
    /// where it leaves the action to that.
    pub(super) update: fn(&mut Session, &Action) -> Option<Vec<Event>>,
}

/// All of it.
pub static LATER: Later = {
    use super::question::rarer;
    use super::session::mode;
    Later {
        score: rarer::score,
        is_complete: rarer::is_complete,
        understood: rarer::understood,
        parts: rarer::parts,
        update: mode::update,
    }
};

#[cfg(not(all(feature = "split", target_family = "wasm")))]
pub(super) fn later() -> &'static Later {
    &LATER
}

#[cfg(all(feature = "split", target_family = "wasm"))]
pub(super) use provided::later;
#[cfg(all(feature = "split", target_family = "wasm"))]
pub use provided::provide;

/// The table as the second module brings it. To name it here would bring it into the first.
#[cfg(all(feature = "split", target_family = "wasm"))]
mod provided {
    use super::{Later, Score};
    use std::cell::Cell;

    static NOTHING: Later = Later {
        score: |_, _| Score::of_one(0.0),
        is_complete: |_, _| false,
        understood: |kind, _| kind.blank(),
        parts: |_, _| (0, 1),
        update: |_, _| None,
    };

    thread_local!(static PROVIDED: Cell<&'static Later> = const { Cell::new(&NOTHING) });

    /// From now on there is everything.
    pub fn provide(later: &'static Later) {
        PROVIDED.set(later);
    }

    pub(in crate::quiz) fn later() -> &'static Later {
        PROVIDED.get()
    }
}
