//! The results: points in words and by topic, what to study next, and what to do now.

use crate::quiz::bank::json::decimal;
use crate::quiz::session::mode::Mode;
use crate::quiz::session::report::{Report, TopicScore};
use crate::quiz::{Action, Bank, Session};
use crate::widget::stage::{Ask, Page, Screen};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::{bar, button, calibration, cards, markup, print, progress, review, saved, titled};
use yew::prelude::*;

/// After the last question.
pub fn results(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    titled(el!("section", "class" = "card results", "part" = "results"), session, text::RESULTS)
        .with(content(screen, session, ask))
        .into()
}

/// What stands below the heading.
fn content(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let report = session.report();
    let bank = session.bank();
    let n_missed = report.missed().count();
    let practise = (n_missed > 0).then(|| {
        button("practise-button", text::practise_missed(n_missed), Ask::Act(Action::PractiseMissed), ask)
    });
    let again = button("restart-button", text::TRY_AGAIN, Ask::Act(Action::Restart), ask);
    let topics = report.topics.iter().map(|topic| in_topic(bank, topic));
    let is_cards = session.settings().mode == Mode::Cards;
    let mut all = vec![
        if is_cards { cards::summary(session, &report) } else { score(session, &report) },
        el!("div", "class" = "actions", "part" = "actions")
            .each(practise)
            .with(again)
            .each(progress::opener(screen, ask)),
    ];
    if session.settings().mode.follows_agenda() {
        all.extend(progress::next_due(screen, session));
    }
    if report.score.is_counted() {
        all.extend([
            el!("h3").text(text::BY_TOPIC),
            el!("ul", "class" = "topics", "part" = "topics").each(topics),
            el!("h3").text(text::STUDY_NEXT),
        ]);
        all.extend(study_next(bank, &report));
    }
    if report.calibration.n_counted() > 0 {
        all.push(el!("h3").text(text::HOW_SURE_YOU_WERE));
        all.push(el!("div", "class" = "prose").with(calibration::calibration(&report.calibration)));
    }
    all.push(el!("h3").text(if is_cards { text::YOUR_CARDS } else { text::REVIEW }));
    all.extend(review::review(session, n_missed));
    let study =
        (n_missed > 0).then(|| button("study-button", text::STUDY_SHEET, Ask::Open(Page::Study), ask));
    let took_part = (report.n_answered() > 0)
        .then(|| button("participation-button", text::PARTICIPATION, Ask::Open(Page::Participation), ask));
    all.extend([
        print(ask).each(study).each(took_part),
        el!("p", "class" = "quiet").text(text::ONLY_PRACTICE),
    ]);
    all.extend(screen.is_saving.then(|| saved::kept(screen, ask)));
    all.into_iter().collect()
}

fn score(session: &Session, report: &Report) -> El {
    let n_questions = session.n_questions();
    let n_answered = report.n_answered();
    let unanswered = (n_answered < n_questions).then(|| text::answered(n_answered, n_questions));
    let target = session.settings().pass_mark.zip(report.passed);
    let target = target.map(|(mark, is_reached)| text::target(mark, is_reached));
    let is_enough = session.has_told_enough().then(|| text::TOLD_ENOUGH.with(&[]));
    let ran_out = session.ran_out().then(|| text::TIME_RAN_OUT.with(&[]));
    el!("div", "part" = "score").with(el!("p", "class" = "score").text(text::earned(report.score))).each(
        ran_out
            .into_iter()
            .chain(unanswered)
            .chain(is_enough)
            .chain(target)
            .map(|words| el!("p").text(words)),
    )
}

fn title(bank: &Bank, topic: &TopicScore) -> Html {
    bank.topic(&topic.id).map(|topic| markup::plain(&topic.title)).unwrap_or_default()
}

fn points(topic: &TopicScore) -> El {
    el!("span", "class" = "quiet").text(text::points(topic.score))
}

/// A topic with its points in words and as a bar.
fn in_topic(bank: &Bank, topic: &TopicScore) -> El {
    let width = format!("{}%", decimal(topic.score.percent()));
    el!("li").with(el!("span").with(title(bank, topic))).with(points(topic)).with(bar::bar(width.into()))
}

/// Topics with points left to earn, the weakest first.
fn study_next(bank: &Bank, report: &Report) -> Vec<El> {
    let mut weak: Vec<&TopicScore> = Vec::new();
    for topic in report.topics.iter().filter(|topic| !topic.score.is_full()) {
        let at = weak.partition_point(|weaker| weaker.score.percent() <= topic.score.percent());
        weak.insert(at, topic);
    }
    if weak.is_empty() {
        return vec![el!("p").text(text::NOTHING_MISSED)];
    }
    let topic = |topic: &TopicScore| {
        let notes = bank.topic(&topic.id).and_then(|topic| topic.notes.as_ref());
        match notes {
            Some(notes) => el!("details")
                .with(el!("summary").with(el!("span").with(title(bank, topic)).with(points(topic))))
                .with(el!("div", "class" = "prose").with(markup::block(notes))),
            None => el!("p").with(title(bank, topic)),
        }
    };
    weak.into_iter().map(topic).collect()
}
