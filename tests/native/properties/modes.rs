//! Properties of an exam: what holds for any bank, any settings and any sequence of actions.

use super::any;
use super::{config, events_of, run};
use proptest::collection::vec;
use proptest::prelude::*;
use selfcheck::quiz::session::Phase;
use selfcheck::quiz::session::attempt::{Sheet, Standing};
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::snapshot::Snapshot;
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Event, Response, Session};

/// What was missed in an exam is practised: that is no exam any more.
fn is_exam(session: &Session) -> bool {
    session.settings().mode == Mode::Exam
}

/// Until it is handed in, nothing of it is checked, so there is nothing that could be told.
fn assert_untold(session: &Session) {
    let may_be = |phase| {
        matches!(
            phase,
            Phase::Ready | Phase::Answering { .. } | Phase::LookingOver { .. } | Phase::Paused { .. }
        )
    };
    assert!(may_be(session.phase()), "{:?}", session.phase());
    for position in 0..session.n_questions() {
        let shown = session.shown_at(position).unwrap();
        assert_eq!((shown.score, shown.grade()), (None, None));
        assert_eq!((shown.attempts.standing, shown.attempts.n_checked), (Standing::Open, 0));
        assert_eq!((shown.attempts.n_most, shown.attempts.has_hint), (1, false));
    }
    let report = session.report();
    assert_eq!((report.score.earned, report.n_answered()), (0.0, 0));
    assert!(report.answers.iter().all(|answer| answer.score.earned == 0.0 && answer.attempts.is_empty()));
    assert!(report.topics.iter().all(|topic| topic.score.earned == 0.0));
}

fn begun<'s>(session: &Session, sheet: &'s Sheet) -> Option<&'s Response> {
    let kind = &session.bank().question(&sheet.planned.question)?.kind;
    sheet.response.as_ref().filter(|response| kind.is_begun(response))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn in_an_exam_only_responding_to_a_question_changes_what_was_given_to_it(
        bank in any::bank(), settings in any::exam(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if !is_exam(before) || events.contains(&Event::Restarted) || matches!(action, Action::Choose(_)) {
                return;
            }
            for (position, (old, new)) in before.sheets().iter().zip(after.sheets()).enumerate() {
                let is_shown = before.phase() == Phase::Answering { position };
                if !(is_shown && matches!(action, Action::Respond(_))) {
                    assert_eq!(old.response, new.response);
                }
                if !(is_shown && *action == Action::Flag) {
                    assert_eq!(old.is_flagged, new.is_flagged);
                }
            }
        });
    }

    #[test]
    fn an_exam_tells_nothing_before_it_is_handed_in_and_then_everything_that_was_begun(
        bank in any::bank(), settings in any::exam(), seed: u32, steps in any::steps(),
    ) {
        let mut session = Session::new(bank, settings, Seed(seed));
        run(&mut session, &steps, |before, _, events, after| {
            if !is_exam(before) || !is_exam(after) {
                return;
            }
            if after.phase() != Phase::Finished {
                assert_untold(after);
                let is_silent = |event: &Event| {
                    matches!(event, Event::Started { .. } | Event::Moved { .. } | Event::Restarted)
                };
                assert!(events.iter().all(is_silent), "{events:?}");
                return;
            }
            let handed_in = (before.phase() != Phase::Finished).then(|| before.sheets());
            let mut expected = handed_in.into_iter().flatten().filter_map(|sheet| {
                Some((sheet.planned.question.clone(), begun(before, sheet)?.clone()))
            });
            for event in events {
                match event {
                    Event::Answered { question, response, attempt, is_final, has_hint, .. } => {
                        assert_eq!(expected.next().as_ref(), Some(&(question.clone(), response.clone())));
                        assert_eq!((*attempt, *is_final, *has_hint), (1, true, false));
                    }
                    Event::Finished => assert_eq!(after.phase(), Phase::Finished),
                    Event::Started { .. } | Event::Moved { .. } | Event::Rated { .. } | Event::Restarted => {
                        panic!("{event:?}")
                    }
                }
            }
            assert_eq!(expected.next(), None);
        });
    }

    #[test]
    fn an_exam_never_gives_more_time_than_its_limit(
        bank in any::bank(), settings in any::exam(), seed: u32, steps in any::steps(), later: u64,
    ) {
        let limit = settings.time_limit.map(|seconds| Millis(u64::from(seconds) * 1000));
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |_, _, _, after| {
            if !is_exam(after) {
                return;
            }
            let left = after.time_left(Millis(later));
            assert_eq!(left.is_some(), limit.is_some() && after.phase().place().is_some());
            assert!(left <= limit);
            if let Some(limit) = limit {
                assert!(after.report().duration <= limit);
                assert_eq!(after.ran_out(), after.phase() == Phase::Finished && after.report().duration == limit);
            }
        });
    }

    #[test]
    fn what_the_clock_takes_is_what_passed_while_it_was_not_paused(
        bank in any::bank(), settings in any::exam(), seed: u32,
        steps in vec((any::step(), 0..20_000_u64), 0..30), start in 0..1_000_000_u64,
    ) {
        let mut session = Session::new(bank, settings, Seed(seed));
        let mut now = start;
        let mut spent = 0;
        session.update(Action::Start, Millis(now));
        for (step, wait) in steps {
            let was_counting = session.phase().is_under_way();
            let action = any::action_of(&step, &session);
            now += wait;
            let events = session.update(action, Millis(now));
            if events.contains(&Event::Restarted) || !is_exam(&session) {
                break;
            }
            spent += if was_counting { wait } else { 0 };
            if let Some(limit) = session.time_limit() {
                let is_over = spent >= limit.0;
                assert!(!is_over || session.phase() == Phase::Finished);
                assert_eq!(session.time_left(Millis(now)).map_or(0, |left| left.0), if is_over || session.phase() == Phase::Finished { 0 } else { limit.0 - spent });
            }
        }
    }

    #[test]
    fn an_exam_restored_at_any_point_goes_on_as_if_nothing_had_happened(
        bank in any::bank(), settings in any::exam(), seed: u32, steps in any::steps(), rest in any::steps(),
        away: u16,
    ) {
        let mut session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let snapshot = session.snapshot();
        let read = Snapshot::read(&snapshot.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&snapshot));
        let now = steps.last().map_or(Millis(0), |(_, now)| *now).min(Millis::MOST).plus(Millis(away.into()));
        // Somebody may have changed the page to practice meanwhile.
        let elsewhere = if session.phase() == Phase::Ready { session.settings().mode } else { Mode::Practice };
        let settings = selfcheck::quiz::session::settings::Settings { mode: elsewhere, ..settings };
        let mut restored = Session::restore(bank, settings, read.unwrap(), now).unwrap();
        prop_assert_eq!(restored.settings(), session.settings());
        prop_assert_eq!(restored.sheets(), session.sheets());
        prop_assert_eq!(restored.time_left(now), session.time_left(now));
        if is_exam(&session) {
            // Whoever looked it over comes back to the question.
            prop_assert_eq!(restored.update(Action::Resume, now), session.update(Action::Resume, now));
            prop_assert_eq!(events_of(&mut restored, &rest), events_of(&mut session, &rest));
        }
    }

    #[test]
    fn a_spoilt_snapshot_of_an_exam_is_refused_or_tells_nothing(
        bank in any::bank(), settings in any::exam(), seed: u32, steps in any::steps(),
        edits in vec((any::<usize>(), any::spoilt()), 1..4), rest in any::steps(),
    ) {
        let mut session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let restored = Snapshot::read(&any::spoil(&session.snapshot().to_json(), edits))
            .and_then(|snapshot| Session::restore(bank, settings, snapshot, Millis(0)));
        if let Ok(mut session) = restored {
            let check = |session: &Session| {
                if is_exam(session) && session.phase() != Phase::Finished {
                    assert_untold(session);
                }
            };
            check(&session);
            run(&mut session, &rest, |_, _, _, after| check(after));
        }
    }
}
