//! The record of participation: that somebody took part, as far as a quiz in their own browser can say. It
//! is plain, and says that nobody checked it.

use crate::quiz::Session;
use crate::quiz::session::report::Millis;
use crate::widget::stage::Screen;
use crate::widget::text::{self, Words};
use crate::widget::view::el::el;
use crate::widget::view::markup;
use yew::prelude::*;

/// What was taken part in, when, how long, and what it came to; a line for the name.
pub(crate) fn participation(screen: &Screen, session: &Session) -> Html {
    let about = session.bank().about();
    let report = session.report();
    // As if from long ago, so that the year is told: paper is kept.
    let moment = text::moment(session.began(), Millis::default(), screen.past.zone);
    let score = report.score.is_counted().then(|| (text::RESULT, text::earned(report.score).into()));
    let facts = [
        (text::QUIZ, markup::plain(&text::edition(&about.title, &about.version))),
        (text::BEGUN, moment.into()),
        (text::QUESTIONS, text::answered(report.n_answered(), session.n_questions()).into()),
        (text::TIME_SPENT, text::long(report.duration.0 / 1000).into()),
    ];
    let row = |(what, words): (Words, Html)| {
        el!("tr").with(el!("th", "scope" = "row").text(what)).with(el!("td").with(words))
    };
    let line = || el!("span", "class" = "ruled");
    let table = el!("table").with(el!("tbody").each(facts.into_iter().chain(score).map(row)));
    let signed = el!("p", "class" = "signed").text(text::NAME).with(line()).text(text::DATE).with(line());
    [signed, table, el!("p").text(text::SELF_REPORTED)].into_iter().collect()
}
