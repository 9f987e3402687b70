//! What a bank's own `lint.toml` changes about the rules.

use crate::author::source::Sources;
use crate::quiz::bank::problem::Problem;

/// The rules as a bank wants them.
#[derive(Clone, Debug, Default)]
pub struct Settings {}

impl Settings {
    /// Reads the `lint.toml` of a bank, with everything that is wrong in it. Where there is none,
    /// all is as by default.
    #[must_use]
    pub fn read(_sources: &Sources) -> (Self, Vec<Problem>) {
        (Self::default(), Vec::new())
    }
}
