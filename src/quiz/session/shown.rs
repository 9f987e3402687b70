//! Shown: a question of the plan, with everything a view needs of it.

use super::plan::Planned;
use crate::quiz::bank::Scenario;
use crate::quiz::question::Question;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// The question that is shown, with everything a view needs of it.
#[derive(Clone, Debug)]
pub struct Shown<'s> {
    /// Where in the plan, counted from 0.
    pub position: usize,
    /// The question.
    pub question: &'s Question,
    /// Its vignette.
    pub scenario: Option<&'s Scenario>,
    /// Its options in the order they are shown in.
    pub planned: &'s Planned,
    /// What the learner gave so far.
    pub response: Response,
    /// What that earns, once it was checked.
    pub score: Option<Score>,
}

impl<'s> Shown<'s> {
    /// Its options in the order they are shown in.
    pub fn options(&self) -> impl Iterator<Item = &'s QuestionOption> {
        let options = self.question.kind.options();
        self.planned.options.iter().filter_map(|id| options.iter().find(|option| option.id == *id))
    }
}
