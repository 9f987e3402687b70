//! What the answers tell of each topic: in words, and as a picture of the same.

use crate::quiz::Session;
use crate::quiz::id::TopicId;
use crate::quiz::mastery::Mastery;
use crate::quiz::record::Record;
use crate::quiz::record::topics as of_record;
use crate::widget::text;
use crate::widget::view::bar::{percent, rect};
use crate::widget::view::el::{El, el};
use crate::widget::view::markup;
use crate::widget::view::table::{cell, row_of, table};
use yew::prelude::*;

/// A topic with what is known of it.
pub(super) struct Stand<'s> {
    pub(super) id: TopicId,
    pub(super) title: &'s str,
    pub(super) n_answers: usize,
    pub(super) mastery: Mastery,
}

/// Every topic on which something is asked here, or was answered.
pub(super) fn stands<'s>(session: &'s Session, record: &Record) -> Vec<Stand<'s>> {
    let bank = session.bank();
    let offered = &session.settings().topics;
    let is_asked = |id: &TopicId| {
        (offered.is_empty() || offered.contains(id))
            && bank.questions().iter().any(|question| question.topic == *id)
    };
    let known = of_record::topics(bank, record).into_iter();
    let known = known.filter(|topic| topic.n_answers > 0 || is_asked(&topic.id));
    known
        .filter_map(|topic| {
            let title = &bank.topic(&topic.id)?.title;
            Some(Stand { title, id: topic.id, n_answers: topic.n_answers, mastery: topic.mastery })
        })
        .collect()
}

/// The section.
pub(super) fn topics(stands: &[Stand<'_>]) -> Vec<El> {
    let heads = [text::TOPIC, text::SHARE, text::ANSWERS];
    let quiet = |words: text::Words| el!("p", "class" = "quiet").text(words);
    let is_told = stands.iter().any(|stand| stand.mastery.is_telling());
    let mut all = vec![
        el!("h3").text(text::BY_TOPIC),
        el!("div", "part" = "standing").with(table("stacked", &heads, stands.iter().map(stand))),
    ];
    all.extend(is_told.then(|| quiet(text::WHAT_A_RANGE_SAYS)));
    all.extend([quiet(text::WHEN_IT_TELLS), el!("p").text(text::NO_PREDICTION)]);
    all
}

fn stand(stand: &Stand<'_>) -> El {
    let Stand { title, n_answers, mastery, .. } = stand;
    let share = if mastery.is_telling() {
        let words = el!("span").text(text::between(mastery.range()));
        [words, picture(*mastery)].into_iter().collect()
    } else {
        Html::from(el!("span", "class" = "quiet").text(text::not_telling(*n_answers)))
    };
    row_of(markup::plain(title))
        .with(el!("td").with(share))
        .with(cell(text::ANSWERS, Html::from(text::number(*n_answers))))
}

/// From nothing to everything, the range in it, and a mark at what is most likely. The words beside it say
/// the same.
fn picture(mastery: Mastery) -> El {
    let (from, to) = mastery.range();
    el!("svg", "class" = "bar range", "aria-hidden" = "true")
        .with(rect("track", "0".into(), "100%".into()))
        .with(rect("fill", percent(from), percent(to - from)))
        .with(rect("mark", percent(mastery.mean()), "3".into()))
}
