//! What to do next, and when something is due.

use super::topics::Stand;
use crate::quiz::record::agenda::{Agenda, Day};
use crate::quiz::session::mode::{A_SITTING, Mode};
use crate::quiz::{Action, Session};
use crate::widget::past::Past;
use crate::widget::stage::{Ask, Screen, Stage};
use crate::widget::text;
use crate::widget::view::button;
use crate::widget::view::el::{El, el};
use crate::widget::view::table::{row, table};
use yew::prelude::*;

/// Whoever gets that much right is not told to practise a topic. Our choice.
const WELL: f64 = 0.85;

/// The section: what is due, the topic that would gain most, and what cannot be judged yet.
pub(super) fn next(
    screen: &Screen,
    session: &Session,
    stands: &[Stand<'_>],
    agenda: Option<&Agenda>,
    ask: &Callback<Ask>,
) -> Vec<El> {
    let due = agenda.map_or(&[][..], |agenda| agenda.due.as_slice());
    let (mut words, mut buttons) = (Vec::new(), Vec::new());
    if !due.is_empty() {
        let asked: Vec<_> = due.iter().take(A_SITTING as usize).cloned().collect();
        words.push(text::due_today(due.len()));
        let label = text::review_due(asked.len());
        buttons.push(button("due-button", label, Ask::Act(Action::Practise(asked)), ask));
    }
    let told = stands.iter().filter(|stand| stand.mastery.is_telling());
    let mean = |stand: &Stand<'_>| stand.mastery.mean();
    let weakest = told.fold(None, |weakest: Option<&Stand<'_>>, stand| match weakest {
        Some(weakest) if mean(weakest) <= mean(stand) => Some(weakest),
        _ => Some(stand),
    });
    if let Some(weakest) = weakest.filter(|weakest| mean(weakest) < WELL) {
        words.push(text::weakest(weakest.title, weakest.mastery.range()));
        // An exam is not drawn from one topic.
        if session.settings().mode != Mode::Exam {
            let label = text::practise_topic(weakest.title);
            buttons.push(button("topic-button", label, Ask::Practise(weakest.id.clone()), ask));
        }
    }
    let untold = stands.iter().filter(|stand| !stand.mastery.is_telling());
    let untold: Vec<_> = untold.map(|stand| stand.title).collect();
    if !untold.is_empty() {
        words.push(text::answer_more(&untold));
    }
    if words.is_empty() {
        words.push(text::ALL_WELL.with(&[]));
    }
    let is_free = matches!(screen.stage, Stage::Running(_));
    if !is_free && !buttons.is_empty() {
        words.push(text::LEAVE_FIRST.with(&[]));
        buttons.clear();
    }
    let buttons = (!buttons.is_empty()).then(|| el!("div", "class" = "actions").each(buttons));
    let words = words.into_iter().map(|words| el!("p").text(words));
    [el!("h3").text(text::DO_NEXT)].into_iter().chain(words).chain(buttons).collect()
}

/// The section with the days on which something is due.
pub(super) fn days(past: &Past, agenda: &Agenda) -> Vec<El> {
    let Agenda { due, fresh, next, upcoming } = agenda;
    let day = |day: Day| {
        row(text::day_ahead(day.begins, past.now, past.zone)).with(el!("td").text(text::number(day.n)))
    };
    let today = (!due.is_empty()).then_some(Day { begins: past.now, n: due.len() });
    let soon: Vec<_> = upcoming.iter().copied().filter(|day| day.n > 0).collect();
    // Only where it is later than those.
    let later = next.filter(|_| soon.is_empty());
    let rows: Vec<_> = today.into_iter().chain(soon).chain(later).map(day).collect();
    let mut all = vec![el!("h3").text(text::WHEN_TO_REVIEW), el!("p").text(text::WHY_REVIEW)];
    if due.is_empty() {
        all.push(el!("p").text(text::due_today(0)));
    }
    if !rows.is_empty() {
        all.push(table("days", &[text::DAY_DUE, text::QUESTIONS], rows));
    }
    if !fresh.is_empty() {
        all.push(el!("p", "class" = "quiet").text(text::never_asked(fresh.len())));
    }
    all
}

/// On the start screen of a mode that asks what is due: what that is.
pub(crate) fn before_review(screen: &Screen, session: &Session) -> Html {
    let past = &screen.past;
    let (Some(agenda), Some(record)) = (&past.agenda, &past.record) else { return Html::default() };
    if record.n_answers() == 0 {
        return el!("p").text(text::FIRST_REVIEW).into();
    }
    let n_due = agenda.due.len();
    let asked = session.sheets().iter().map(|sheet| &sheet.planned.question);
    let n_due_asked = asked.clone().filter(|question| agenda.due.contains(question)).count();
    let n_new = asked.filter(|question| agenda.fresh.contains(question)).count();
    let mut words = vec![text::due_today(n_due)];
    if n_due_asked < n_due {
        words.push(text::asks_first(n_due_asked));
    }
    if n_new > 0 {
        words.push(text::with_new(n_new));
    }
    words.extend(agenda.next.map(|day| text::next_due(day, past.now, past.zone)));
    if n_due + n_new == 0 {
        words.push(text::ALL_THE_SAME.with(&[]));
    }
    el!("p").text(text::joined(&words, text::SENTENCES)).into()
}

/// Below the results of such a mode: when there is more.
pub(crate) fn next_due(screen: &Screen, session: &Session) -> Option<El> {
    let past = &screen.past;
    let agenda = past.agenda_of(session, &session.settings().topics)?;
    let left = (!agenda.due.is_empty()).then(|| text::due_today(agenda.due.len()));
    let next = agenda.next.map(|day| text::next_due(day, past.now, past.zone));
    let words: Vec<_> = left.into_iter().chain(next).collect();
    (!words.is_empty()).then(|| el!("p").text(text::joined(&words, text::SENTENCES)))
}
