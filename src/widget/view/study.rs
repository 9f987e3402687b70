//! The study sheet: what was missed in a session, by topic, with what is right and the notes on it, to be
//! printed and read again.

use crate::quiz::Session;
use crate::quiz::bank::Topic;
use crate::quiz::session::Shown;
use crate::widget::stage::Paper;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{markup, review, sheet};
use yew::prelude::*;

/// Every topic with a question that was missed.
pub(crate) fn study(session: &Session) -> Html {
    let report = session.report();
    let missed = (0..session.n_questions()).zip(&report.answers).filter(|(_, answer)| answer.is_missed());
    let missed: Vec<_> = missed.filter_map(|(position, _)| session.shown_at(position)).collect();
    let topics = session.bank().topics().iter();
    topics.filter_map(|topic| of_topic(session, topic, &missed)).flatten().collect()
}

fn of_topic(session: &Session, topic: &Topic, missed: &[Shown<'_>]) -> Option<Vec<El>> {
    let missed = missed.iter().filter(|shown| shown.question.topic == topic.id);
    let question = |shown: &Shown<'_>| {
        let given = shown.score.map(|_| review::in_words(&shown.question.kind, &shown.response));
        let given = given.map(|words| el!("p", "class" = "quiet").text(text::labelled(text::YOU, &words)));
        let item = sheet::item(session.bank(), shown, Paper::AnswerKey);
        el!("li").each(sheet::vignette(shown)).with(item).each(given)
    };
    let questions: Vec<_> = missed.map(question).collect();
    let notes = topic.notes.as_ref().map(|notes| el!("div", "class" = "prose").with(markup::block(notes)));
    (!questions.is_empty()).then(|| {
        let heading = el!("h3").with(markup::plain(&topic.title));
        [heading].into_iter().chain(notes).chain([el!("ol", "class" = "questions").each(questions)]).collect()
    })
}
