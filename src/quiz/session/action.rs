//! Action: what may be asked of a session.

use super::settings::Count;
use crate::quiz::calibration::Certainty;
use crate::quiz::id::{OptionId, QuestionId, TopicId};
use crate::quiz::memory::rating::Rating;
use crate::quiz::response::Response;

/// What a learner or a page may ask of a [`Session`](super::Session). One that makes no sense in
/// the current phase changes nothing and reports nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Before the start: draw from these topics, and so many.
    Choose(Scope),
    /// Show the first question.
    Start,
    /// Go on after a pause, such as a restored session's: the question is shown again. The time in between
    /// does not count, except in an exam that was not paused.
    Resume,
    /// Change the response to the question that is shown. One of another kind, or with an option
    /// that the question does not have, makes no sense.
    Respond(Response),
    /// Say how sure one is of the response, before it is checked.
    Sure(Certainty),
    /// Flag the question of an exam to come back to, or take the flag back.
    Flag,
    /// Look over an exam before handing it in.
    LookOver,
    /// Stop the clock of an exam, where the bank allows it.
    Pause,
    /// See whether the time of an exam is over.
    Tick,
    /// Turn a card.
    Turn,
    /// Say how well what is on a card was known.
    Rate(Rating),
    /// Open the hint. It may cost something, and stays open. Once the answer is checked for good it is
    /// not recorded any more.
    Hint,
    /// Check the response that is there. In an exam, go on; of a card, turn it.
    Submit,
    /// Mark what is in a reflection that was checked: these of its checks and no others. The text stays as
    /// it was.
    Mark(Vec<OptionId>),
    /// Answer once more, where another attempt is open.
    TryAgain,
    /// Give up the attempts that are left, and be told the answer: the last attempt counts.
    GiveUp,
    /// Show the next question; after the last one, the results. An attempt that is open stays so.
    Next,
    /// Leave a question that is not answered: show the next one; after the last one, the results.
    Skip,
    /// Show the question before.
    Back,
    /// Show that question of the plan.
    GoTo(QuestionId),
    /// Show the results now; what was not answered earns nothing. An exam is handed in.
    Finish,
    /// Begin again with a new draw.
    Restart,
    /// Begin again with the questions that did not earn everything.
    PractiseMissed,
    /// From the start screen or the results: begin with these questions and no others, as they stand here.
    Practise(Vec<QuestionId>),
}

/// What the learner chose on the start screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// From these topics; all that the settings have where the list is empty.
    pub topics: Vec<TopicId>,
    /// So many questions; all where nothing is said.
    pub count: Option<Count>,
}
