//! Focus: where it goes after each step, so that keyboard and screen reader follow.

use crate::quiz::Action;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the heading or stem of what is shown now.
    Heading,
    /// To the primary button, with the feedback in view.
    Feedback,
    /// To what this finds. Where that is one tap away, it is opened.
    On(&'static str),
    /// To a button of a step that was moved.
    Step {
        /// Where the step stands now, counted from 0.
        place: usize,
        /// Whether it is the button that moves it up.
        is_up: bool,
    },
}

impl Focus {
    /// Where an action of the learner leads.
    #[must_use]
    pub fn after(action: &Action) -> Option<Self> {
        match action {
            Action::Choose(_)
            | Action::Respond(_)
            | Action::Sure(_)
            | Action::Hint
            | Action::Mark(_)
            | Action::Flag
            | Action::Tick => None,
            Action::Submit | Action::GiveUp => Some(Self::Feedback),
            Action::Start
            | Action::Resume
            | Action::TryAgain
            | Action::Next
            | Action::Skip
            | Action::Back
            | Action::GoTo(_)
            | Action::Finish
            | Action::Restart
            | Action::LookOver
            | Action::Pause
            | Action::Turn
            | Action::Rate(_)
            | Action::PractiseMissed
            | Action::Practise(_) => Some(Self::Heading),
        }
    }

    /// Moves it; tells whether there was something to move it to.
    pub fn settle(self, root: &ShadowRoot) -> bool {
        match self {
            Self::Heading => {
                // The card from its top, where the step before left the page scrolled down.
                if let Some(base) = find(root, ".base")
                    && base.get_bounding_client_rect().top() < 0.0
                {
                    base.scroll_into_view();
                }
                focus(root, "[tabindex='-1']")
            }
            Self::Feedback => {
                let is_moved = focus(root, "button[type=submit]");
                if let Some(headline) = find(root, ".feedback-headline") {
                    reveal(&headline);
                }
                is_moved
            }
            Self::On(selector) => {
                // Freshly painted, what is one tap away is closed.
                if let Some(element) = find(root, selector)
                    && let Ok(Some(details)) = element.closest("details")
                {
                    let _ = details.set_attribute("open", "");
                }
                focus(root, selector)
            }
            Self::Step { place, is_up } => {
                let button = if is_up { "first" } else { "last" };
                focus(root, &format!(".step:nth-child({}) button:{button}-child", place + 1))
            }
        }
    }
}

/// Whether it is in the quiz.
pub(crate) fn is_within(root: &ShadowRoot) -> bool {
    find(root, ":focus").is_some()
}

/// Moves the focus to the control of that value.
pub fn control(root: &ShadowRoot, value: &str) {
    focus(root, &format!("input[value='{value}']"));
}

/// Scrolls as far as is needed to see it.
pub(crate) fn reveal(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn find(root: &ShadowRoot, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn focus(root: &ShadowRoot, selector: &str) -> bool {
    find(root, selector).is_some_and(|element| element.focus().is_ok())
}
