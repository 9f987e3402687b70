//! Merging: two records of a bank as one, and what that would add.

use super::Record;
use super::sitting::Sitting;
use crate::quiz::session::report::Millis;

/// What is in a record that is about to be taken in, and how much of it is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many sittings it has.
    pub n_sittings: usize,
    /// How many answers.
    pub n_answers: usize,
    /// When the first sitting began, and when something last happened; nothing where there is no sitting.
    pub span: Option<(Millis, Millis)>,
    /// How many of its sittings are not here yet.
    pub n_new_sittings: usize,
    /// How many of its answers are not here yet.
    pub n_new_answers: usize,
}

impl Record {
    /// Takes a sitting in. Where it is here already, both are put together: every answer is kept, of two to
    /// a question the earlier one, of two outcomes the longer one.
    pub fn take(&mut self, sitting: Sitting) {
        match self.sittings.binary_search_by(|known| known.id().cmp(&sitting.id())) {
            Ok(place) => self.sittings[place].merge(sitting),
            Err(place) => self.sittings.insert(place, sitting),
        }
    }

    /// Both together. In whatever order and however often records are put together, the same comes out,
    /// and no answer is lost. One of another bank is not taken in.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        if self.bank == other.bank {
            other.sittings.into_iter().for_each(|sitting| self.take(sitting));
        }
        self
    }

    /// What taking another record in would add.
    #[must_use]
    pub fn preview(&self, other: &Self) -> Preview {
        let merged = self.clone().merged(other.clone());
        let last =
            |sitting: &Sitting| sitting.answers().last().map_or(sitting.id().began(), |noted| noted.at);
        let first = other.sittings.first().map(|sitting| sitting.id().began());
        Preview {
            n_sittings: other.sittings.len(),
            n_answers: other.n_answers(),
            span: first.zip(other.sittings.iter().map(last).max()),
            n_new_sittings: merged.sittings.len() - self.sittings.len(),
            n_new_answers: merged.n_answers() - self.n_answers(),
        }
    }
}
