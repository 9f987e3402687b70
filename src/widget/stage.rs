//! What the widget shows, as data, and what a learner may ask of it. Views need nothing else, so
//! they render without a browser.

use crate::quiz::id::TopicId;
use crate::quiz::session::Phase;
use crate::quiz::session::report::Millis;
use crate::quiz::{Action, Event, Response, Session};
use crate::widget::load::LoadError;
use crate::widget::more::{self, More};
use crate::widget::past::Past;
use crate::widget::text::language::Speak;
use crate::widget::text::{self, Words};
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// What the widget shows.
#[derive(Debug, Default)]
pub enum Stage {
    /// The bank is on its way.
    #[default]
    Loading,
    /// There is no bank to show.
    Failed(Rc<LoadError>),
    /// There is a saved session; the learner is asked whether to go on with it.
    Saved(Session),
    /// A session runs.
    Running(Session),
}

impl Stage {
    /// Its name on the element's `phase` property.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Failed(_) => "failed",
            Self::Saved(_) => "paused",
            Self::Running(session) => session.phase().name(),
        }
    }

    /// The session, running or saved.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match self {
            Self::Saved(session) | Self::Running(session) => Some(session),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// The stage and what is said around it.
#[derive(Debug)]
pub struct Screen {
    /// What is shown.
    pub stage: Stage,
    /// What is said above it.
    pub notices: Vec<Notice>,
    /// What a screen reader is told, once.
    pub announcement: String,
    /// Whether an answer was to be checked before there was one.
    pub is_nudged: bool,
    /// Whether progress is stored on this device.
    pub is_saving: bool,
    /// Whether the rest of the bank, which explains, did not come.
    pub has_rest_failed: bool,
    /// What is shown instead of the start screen or the results.
    pub page: Option<Page>,
    /// What is known from earlier days.
    pub past: Past,
    /// How much time an exam had left then.
    pub time_left: Option<Millis>,
    /// Whether the learner would rather not see how much time is left.
    pub hides_time: bool,
    /// What is not needed to begin, once it is there.
    pub more: Option<&'static More>,
    /// Whether it did not come.
    pub has_more_failed: bool,
    /// What is spoken, if it is not English.
    pub language: Option<Rc<dyn Speak>>,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            stage: Stage::default(),
            notices: Vec::new(),
            announcement: String::new(),
            is_nudged: false,
            is_saving: false,
            has_rest_failed: false,
            page: None,
            past: Past::default(),
            time_left: None,
            hides_time: false,
            more: more::at_hand(),
            has_more_failed: false,
            language: None,
        }
    }
}

impl Screen {
    /// Turns the saved session into the one that runs, if there is one.
    pub fn take_saved(&mut self) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Saved(session) => Stage::Running(session),
            other @ (Stage::Loading | Stage::Failed(_) | Stage::Running(_)) => other,
        };
    }

    /// What would be shown and has not come: what is said in its place, and whether it will not come by
    /// itself any more.
    #[must_use]
    pub fn missing(&self) -> Option<(Words, bool)> {
        let Stage::Running(session) = &self.stage else { return None };
        let is_explaining = match self.page {
            Some(page) => page == Page::Paper(Paper::AnswerKey),
            None => {
                matches!(session.phase(), Phase::Feedback { .. } | Phase::Turned { .. } | Phase::Finished)
            }
        };
        let lacks_rest = is_explaining && session.bank().about().rest.is_some();
        let lacks_more = self.more.is_none();
        let lacks_screen = lacks_more
            && match session.phase() {
                _ if self.page.is_some() => true,
                Phase::Ready => false,
                Phase::Answering { .. } | Phase::Retry { .. } | Phase::Feedback { .. } => {
                    session.shown().is_some_and(|shown| shown.question.kind.is_rarer())
                }
                Phase::Recalling { .. }
                | Phase::Turned { .. }
                | Phase::LookingOver { .. }
                | Phase::Paused { .. }
                | Phase::Finished => true,
            };
        let has_failed = (lacks_rest && self.has_rest_failed) || (lacks_more && self.has_more_failed);
        let words = match (lacks_screen, has_failed) {
            (true, false) => text::MORE_COMING,
            (true, true) => text::NO_MORE,
            (false, false) => text::EXPLANATIONS_COMING,
            (false, true) => text::NO_EXPLANATIONS,
        };
        (lacks_screen || lacks_rest || (is_explaining && lacks_more)).then_some((words, has_failed))
    }

    /// Has a screen reader told, once, how an answer was, or that there is none to check.
    pub fn announce(&mut self, events: &[Event], is_nudged: bool) {
        self.is_nudged = is_nudged;
        self.announcement = match (self.stage.session(), self.more) {
            (Some(session), Some(more)) => (more.announce)(session, events, is_nudged),
            // Without the second module no more is known of it than what is seen.
            (Some(session), None) => text::first_news(session, events, is_nudged),
            (None, _) => String::new(),
        };
    }
}

/// What is looked at beside a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The questions on paper.
    Paper(Paper),
    /// What was missed, to be studied.
    Study,
    /// That somebody took part.
    Participation,
    /// Where the learner stands.
    Progress,
}

/// The questions of a session on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// To write on.
    Worksheet,
    /// With what is right.
    AnswerKey,
}

/// Something the learner should know, said quietly above the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser does not let this page store anything, or has no room.
    NotSaved,
    /// What was stored could not be read.
    Unreadable,
    /// A newer version stored it; it is left alone and nothing is saved.
    Newer,
    /// The same quiz goes on in another tab, which saves; this one does not.
    OtherTab,
}

/// What a learner may ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Something of the session.
    Act(Action),
    /// Respond by a key; the focus goes to the control of that value.
    Choose(Response, String),
    /// Respond by moving a step. A screen reader is told where it stands now, and the focus goes with it.
    Move {
        /// Where the step stands, counted from 0.
        from: usize,
        /// Where it is to stand.
        place: usize,
    },
    /// Respond by a line from a premise to one of the responses as they are shown, or to none. A screen
    /// reader is told. Both count from 0.
    Connect {
        /// The premise.
        premise: usize,
        /// The response.
        to: Option<usize>,
    },
    /// Show a page beside the session.
    Open(Page),
    /// Put it away.
    Close,
    /// Show how much time is left, or hide it.
    HideTime(bool),
    /// Print what is shown.
    Print,
    /// Load the bank once more.
    Reload,
    /// Load once more what did not come: the rest of the bank, or of this program.
    LoadRest,
    /// Go on with the saved session.
    Continue,
    /// Leave the saved session and begin again.
    StartAgain,
    /// Ask once more whether to erase everything, or leave it.
    Erasing(bool),
    /// Erase all that is stored, and begin again.
    Forget,
    /// Save what is stored as a file.
    Export,
    /// Look into the file that was chosen.
    LookInto(HtmlInputElement),
    /// Take in the file that was looked into.
    TakeIn,
    /// Leave it out.
    LeaveOut,
    /// Begin with questions on that topic.
    Practise(TopicId),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Bank;
    use crate::quiz::session::report::Millis;
    use crate::quiz::session::settings::Settings;
    use crate::quiz::shuffle::Seed;

    const BANK: &str = r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"questions":[{"id":"q",
            "kind":"single-choice","topic":"t","stem":"?","options":[{"text":"x","correct":true},{"text":"y"}]}]}"#;

    fn session() -> Session {
        session_of(BANK)
    }

    fn session_of(bank: &str) -> Session {
        Session::new(Rc::new(Bank::read(bank).unwrap()), Settings::default(), Seed(1))
    }

    #[test]
    fn a_stage_goes_by_the_name_of_what_the_learner_is_doing() {
        assert_eq!(Stage::Loading.name(), "loading");
        assert_eq!(Stage::Failed(Rc::new(LoadError::Network(String::new()))).name(), "failed");
        let mut session = session();
        assert_eq!(Stage::Running(session.clone()).name(), "ready");
        session.update(Action::Start, Millis(0));
        assert_eq!(Stage::Running(session.clone()).name(), "answering");
        assert_eq!(Stage::Saved(session).name(), "paused");
    }

    #[test]
    fn a_nudge_is_heard_in_the_words_that_are_seen() {
        let true_false = r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"questions":[{"id":"q",
            "kind":"true-false","topic":"t","stem":"?","key":true,
            "reasons":[{"text":"x","correct":true},{"text":"y"}]}]}"#;
        let of_kind = |fields: &str| {
            let (head, _) = true_false.split_once("\"kind\"").unwrap();
            format!(r#"{head}{fields},"topic":"t","stem":"____"}}]}}"#)
        };
        let ordering = of_kind(r#""kind":"ordering","steps":[{"text":"x"},{"text":"y"},{"text":"z"}]"#);
        let matching = of_kind(
            r#""kind":"matching","responses":[{"text":"x"},{"text":"y"}],
            "premises":[{"text":"p","key":"a"},{"text":"q","key":"b"}]"#,
        );
        let fill_in = of_kind(r#""kind":"fill-in","answers":[{"text":"x","correct":true}]"#);
        for (bank, words) in [
            (BANK, text::CHOOSE_FIRST),
            (true_false, text::CHOOSE_BOTH),
            (&ordering, text::MOVE_FIRST),
            (&matching, text::MATCH_EACH),
            (&fill_in, text::TYPE_FIRST),
        ] {
            let mut session = session_of(bank);
            session.update(Action::Start, Millis(0));
            let mut screen = Screen { stage: Stage::Running(session), ..Screen::default() };
            screen.announce(&[], true);
            assert_eq!(screen.announcement, words.english());
            screen.announce(&[], false);
            assert_eq!(screen.announcement, "");
            // The same without the second module.
            screen.more = None;
            screen.announce(&[], true);
            assert_eq!(screen.announcement, words.english());
        }
    }

    #[test]
    fn a_saved_session_is_there_and_does_not_run() {
        assert!(Stage::Saved(session()).session().is_some());
        assert!(Stage::Running(session()).session().is_some());
        assert!(Stage::Loading.session().is_none());
    }
}
