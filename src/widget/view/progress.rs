//! Where a learner stands: what to do next, what the answers tell of each topic, when to review, how sure
//! the learner was, which sittings there were, and what is kept.

mod history;
mod keeping;
mod next;
mod sure;
mod topics;

pub(crate) use keeping::erasing;
pub(crate) use next::{before_review, next_due};

use crate::quiz::Session;
use crate::widget::stage::{Ask, Page, Screen};
use crate::widget::text;
use crate::widget::view::button;
use crate::widget::view::el::el;
use yew::prelude::*;

/// The page, below its heading.
pub(crate) fn progress(screen: &Screen, session: &Session, ask: &Callback<Ask>) -> Html {
    let past = &screen.past;
    let Some(record) = &past.record else { return Html::default() };
    let mut all = Vec::new();
    if record.n_answers() == 0 {
        all.push(el!("p").text(text::NOTHING_KNOWN));
    } else {
        let stands = topics::stands(session, record);
        let agenda = past.agenda_of(session, &session.settings().topics);
        all.extend(next::next(screen, session, &stands, agenda.as_ref(), ask));
        all.extend(topics::topics(&stands));
        all.extend(agenda.map(|agenda| next::days(past, &agenda)).into_iter().flatten());
        all.extend(sure::sure(past, record));
        all.extend(history::history(past, record));
    }
    [el!("div", "class" = "standing").each(all), keeping::keeping(screen, session, record, ask)]
        .into_iter()
        .collect()
}

/// What leads there: where something is known, and where it could be brought from another device.
pub(crate) fn opener(screen: &Screen, ask: &Callback<Ask>) -> Option<Html> {
    let record = screen.past.record.as_ref()?;
    let words = if record.n_answers() > 0 { text::STAND } else { text::FROM_ELSEWHERE };
    let is_of_use = record.n_answers() > 0 || screen.is_saving || screen.past.n_unread > 0;
    is_of_use.then(|| button("progress-button", words, Ask::Open(Page::Progress), ask))
}
