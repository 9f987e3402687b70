//! The review: every question of the session with what the learner gave and why it is so.

use crate::quiz::session::Shown;
use crate::quiz::{Score, Session};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{feedback, markup};

/// A list of the questions, each one tap away.
pub(crate) fn review(session: &Session) -> El {
    let sheets = (0..session.n_questions()).filter_map(|position| session.shown_at(position));
    el!("ol", "class" = "review", "part" = "review").each(sheets.map(|shown| el!("li").with(item(&shown))))
}

fn item(shown: &Shown<'_>) -> El {
    let grade = shown.grade();
    let (state, icon) = feedback::state(grade.unwrap_or(Score::of_one(0.0)));
    let verdict = grade.map_or(text::NOT_ANSWERED, text::short_verdict);
    let summary =
        el!("span").text(shown.question.stem.to_text()).with(el!("span", "class" = "quiet").text(verdict));
    let scenario = shown
        .scenario
        .map(|scenario| el!("div", "class" = "scenario prose").with(markup::block(&scenario.text)));
    el!("details")
        .with(El::classed("summary", state).with(icon).with(summary))
        .each(scenario)
        .each(grade.map(|_| feedback::outcome(shown)))
        .with(feedback::explanation(shown))
}
