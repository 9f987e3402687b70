//! Cards: the stem alone; the learner recalls, turns the card and says how well it was known. Nothing is
//! scored: what learners say of themselves is for the scheduler.

use crate::quiz::memory::rating::Rating;
use crate::quiz::session::action::Action;
use crate::quiz::session::event::Event;
use crate::quiz::session::{Phase, Session};

pub(super) fn update(session: &mut Session, action: &Action) -> Option<Vec<Event>> {
    match (session.phase, action) {
        (Phase::Ready | Phase::Finished, _)
        | (_, Action::Resume | Action::Back | Action::GoTo(_) | Action::Finish | Action::Restart) => None,
        (Phase::Recalling { position }, Action::Turn | Action::Submit) => {
            session.phase = Phase::Turned { position };
            Some(Vec::new())
        }
        (Phase::Recalling { position }, Action::Skip) => Some(session.leave(position)),
        (Phase::Turned { position }, Action::Rate(rating)) => Some(rate(session, position, *rating)),
        (Phase::Turned { position }, Action::Next) if session.sheets[position].rating.is_some() => {
            Some(session.leave(position))
        }
        _ => Some(Vec::new()),
    }
}

/// A card is rated once in a session: what was said is not changed, as a response is not.
fn rate(session: &mut Session, position: usize, rating: Rating) -> Vec<Event> {
    let sheet = &mut session.sheets[position];
    if sheet.rating.is_some() {
        return Vec::new();
    }
    sheet.rating = Some(rating);
    let mut events = vec![Event::Rated { question: sheet.planned.question.clone(), rating }];
    events.extend(session.leave(position));
    events
}
