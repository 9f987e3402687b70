//! Properties of cards and of certainty: what holds for any bank and any sequence of actions.

use super::any::{self, Step};
use super::{config, events_of, run};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use selfcheck::quiz::calibration::{Calibration, Certainty};
use selfcheck::quiz::memory::rating::Rating;
use selfcheck::quiz::session::Phase;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::{Answer, Millis};
use selfcheck::quiz::session::settings::Settings;
use selfcheck::quiz::session::snapshot::Snapshot;
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Event, Kind, Score, Session};
use std::collections::BTreeSet;

fn said() -> impl Strategy<Value = Action> {
    let rating = select(Rating::NAMES).prop_map(|(_, rating)| Action::Rate(rating));
    let certainty = select(&Certainty::ALL[..]).prop_map(|(_, certainty, _)| Action::Sure(certainty));
    prop_oneof![4 => Just(Action::Turn), 4 => rating, 2 => certainty]
}

/// What learners do with cards and may say of answers, among whatever else may be asked.
fn steps() -> impl Strategy<Value = Vec<(Step, Millis)>> {
    let said = vec((said().prop_map(Step::Do), (0..100_000_u64).prop_map(Millis)), 0..60);
    let begin = (Step::Do(Action::Start), Millis(0));
    (any::steps(), said)
        .prop_map(|(some, others)| some.into_iter().chain(others).collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(move |mut steps| {
            steps.insert(0, begin.clone());
            steps
        })
}

fn cards(settings: Settings) -> Settings {
    Settings { mode: Mode::Cards, ..settings }
}

/// Asked how sure they are, in a mode that tells at once.
fn asking(settings: Settings) -> Settings {
    Settings { asks_certainty: true, ..settings }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_rating_is_given_once_on_the_turned_card_and_stays(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        run(&mut Session::new(bank, cards(settings), Seed(seed)), &steps, |before, action, events, after| {
            if events.contains(&Event::Restarted) || matches!(action, Action::Choose(_)) {
                return;
            }
            let mut rated = Vec::new();
            for (position, (old, new)) in before.sheets().iter().zip(after.sheets()).enumerate() {
                if old.rating != new.rating {
                    assert_eq!((old.rating, before.phase()), (None, Phase::Turned { position }));
                    assert_eq!(new.rating.map(Action::Rate).as_ref(), Some(action));
                    rated.extend(new.rating.map(|rating| (new.planned.question.clone(), rating)));
                }
            }
            let told = events.iter().filter_map(|event| {
                let Event::Rated { question, rating } = event else { return None };
                Some((question.clone(), *rating))
            });
            assert_eq!(told.collect::<Vec<_>>(), rated);
        });
    }

    #[test]
    fn cards_are_never_scored_and_take_no_response(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        run(&mut Session::new(bank, cards(settings), Seed(seed)), &steps, |_, _, events, after| {
            assert!(!events.iter().any(|event| matches!(event, Event::Answered { .. })));
            assert!(after.shown().is_none_or(|shown| shown.score.is_none() && shown.grade().is_none()));
            for sheet in after.sheets() {
                assert_eq!((&sheet.response, sheet.attempts.len(), sheet.certainty), (&None, 0, None));
            }
            let report = after.report();
            assert_eq!((report.score, report.passed, report.topics.len()), (Score::default(), None, 0));
            assert!(report.answers.iter().all(|answer| answer.score == Score::default()));
            let n_rated = after.sheets().iter().filter(|sheet| sheet.rating.is_some()).count();
            assert_eq!((report.n_answered(), after.n_answered()), (n_rated, n_rated));
        });
    }

    /// One that was turned and not rated is turned again, as after a pause.
    #[test]
    fn cards_restored_at_any_point_go_on_as_after_a_pause(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(), rest in steps(),
    ) {
        let settings = cards(settings);
        let mut session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let snapshot = session.snapshot();
        let read = Snapshot::read(&snapshot.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&snapshot));
        let mut restored = Session::restore(bank, settings, read.unwrap(), Millis(0)).unwrap();
        prop_assert_eq!(restored.snapshot(), snapshot);
        for session in [&mut session, &mut restored] {
            session.update(Action::Resume, Millis(0));
        }
        prop_assert_eq!(restored.phase(), session.phase());
        prop_assert_eq!(events_of(&mut restored, &rest), events_of(&mut session, &rest));
        prop_assert_eq!(restored.report().answers, session.report().answers);
    }

    #[test]
    fn cards_that_were_not_known_are_practised_again_and_no_others(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        let mut session = Session::new(bank, cards(settings), Seed(seed));
        run(&mut session, &steps, |_, _, _, _| {});
        session.update(Action::Start, Millis(0));
        session.update(Action::Finish, Millis(0));
        let not_known: BTreeSet<_> = session.sheets().iter()
            .filter(|sheet| sheet.rating == Some(Rating::Again))
            .map(|sheet| sheet.planned.question.clone())
            .collect();
        let is_finished = session.update(Action::PractiseMissed, Millis(0)).is_empty();
        let asked: BTreeSet<_> =
            session.sheets().iter().map(|sheet| sheet.planned.question.clone()).collect();
        prop_assert!(not_known.is_empty() && is_finished || asked == not_known);
        prop_assert!(is_finished || session.sheets().iter().all(|sheet| sheet.rating.is_none()));
    }

    #[test]
    fn how_sure_somebody_was_of_an_answer_stays_and_is_counted_once(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        let session = &mut Session::new(bank, asking(settings), Seed(seed));
        run(session, &steps, |before, action, events, after| {
            if events.contains(&Event::Restarted) || matches!(action, Action::Choose(_)) {
                return;
            }
            for (position, (old, new)) in before.sheets().iter().zip(after.sheets()).enumerate() {
                let kept = old.attempts.iter().zip(&new.attempts);
                assert!(kept.into_iter().all(|(old, new)| old.certainty == new.certainty));
                if let [.., last] = &new.attempts[old.attempts.len()..] {
                    assert_eq!(last.certainty, old.certainty, "what was said goes with the answer");
                }
                let is_here = before.phase().position() == Some(position);
                let may_change = matches!(action, Action::Sure(_) | Action::TryAgain | Action::GiveUp);
                assert!(old.certainty == new.certainty || is_here && may_change);
            }
            let report = after.report();
            let n_said = report.answers.iter().filter(|answer| answer.first_certainty().is_some()).count();
            assert_eq!(report.calibration.n_counted() as usize, n_said);
            assert_eq!(report.calibration.marks().is_some(), n_said > 0);
            let is_own = |answer: &&Answer| {
                matches!(after.bank().question(&answer.question).unwrap().kind, Kind::Reflection(_))
            };
            assert!(report.answers.iter().filter(is_own).all(|answer| answer.first_certainty().is_none()));
        });
    }

    #[test]
    fn nobody_is_asked_how_sure_they_are_unless_the_settings_say_so(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |_, _, _, after| {
            assert!(after.sheets().iter().all(|sheet| sheet.certainty.is_none()));
            assert_eq!(after.report().calibration, Calibration::default());
        });
    }

    /// With the other questions of their scenario, which stays together.
    #[test]
    fn what_one_was_sure_of_and_missed_comes_first(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in steps(),
    ) {
        let mut session = Session::new(bank.clone(), asking(settings), Seed(seed));
        run(&mut session, &steps, |_, _, _, _| {});
        session.update(Action::Start, Millis(0));
        session.update(Action::Finish, Millis(0));
        let answers = session.report().answers;
        let was_sure: Vec<_> = answers.iter()
            .filter(|answer| answer.is_missed() && answer.first_certainty() == Some(Certainty::Quite))
            .map(|answer| answer.question.clone())
            .collect();
        if session.update(Action::PractiseMissed, Millis(0)).is_empty() {
            return Ok(());
        }
        let scenario = |id| bank.question(id).unwrap().scenario.as_ref();
        let is_urgent = |id| was_sure.iter().any(|sure| {
            sure == id || scenario(id).is_some() && scenario(sure) == scenario(id)
        });
        let urgent: Vec<_> =
            session.sheets().iter().map(|sheet| is_urgent(&sheet.planned.question)).collect();
        prop_assert!(urgent.is_sorted_by(|one, other| one >= other), "{urgent:?}");
    }
}
