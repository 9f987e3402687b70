//! Properties of the quiz core: what holds for any bank, any settings and any sequence of actions.

mod any;

use any::{Spoilt, Step, action_of, complete};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use selfcheck::quiz::session::Phase;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::{Settings, Shuffle};
use selfcheck::quiz::session::snapshot::{Refusal, Snapshot};
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Event, Kind, Question, Response, Score, Session};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Few cases each, for a quick suite; `PROPTEST_CASES=4000` looks harder. A failure is shown with its
/// smallest case: make that a script or a unit test. No file of seeds is kept.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(100);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Takes the steps; `check` sees the session before and after each, and what happened.
fn run(
    session: &mut Session,
    steps: &[(Step, Millis)],
    mut check: impl FnMut(&Session, &Action, &[Event], &Session),
) {
    for (step, now) in steps {
        let before = session.clone();
        let action = action_of(step, session);
        let events = session.update(action.clone(), *now);
        check(&before, &action, &events, session);
    }
}

fn events_of(session: &mut Session, steps: &[(Step, Millis)]) -> Vec<Event> {
    let mut all = Vec::new();
    run(session, steps, |_, _, events, _| all.extend_from_slice(events));
    all
}

fn is_within_bounds(score: Score) -> bool {
    0.0 <= score.earned && score.earned <= score.possible
}

/// What must hold of every session, however it came about.
fn assert_valid(session: &Session) {
    let sheets = session.sheets();
    assert!(!sheets.is_empty());
    if let Some(position) = session.phase().position() {
        let is_feedback = matches!(session.phase(), Phase::Feedback { .. });
        assert_eq!(sheets[position].is_submitted, is_feedback);
        assert_eq!(session.shown().unwrap().score.is_some(), is_feedback);
    }
    let mut seen = BTreeSet::new();
    for sheet in sheets {
        assert!(seen.insert(&sheet.planned.question), "a question comes once");
        let question = session.bank().question(&sheet.planned.question).unwrap();
        let options: BTreeSet<_> = question.kind.option_ids().into_iter().collect();
        assert_eq!(sheet.planned.options.iter().cloned().collect::<BTreeSet<_>>(), options);
        assert_eq!(sheet.planned.options.len(), options.len());
        if let Some(response) = &sheet.response {
            assert_ne!(session.phase(), Phase::Ready, "nothing is given before the start");
            assert_eq!(question.kind.understood(response), *response);
        }
        let is_complete = |response: &Response| question.kind.is_complete(response);
        assert!(!sheet.is_submitted || sheet.response.as_ref().is_some_and(is_complete));
        if let Response::Ordering { order } = question.kind.key() {
            assert_ne!(sheet.planned.options, order, "steps are never shown in the right order");
        }
    }
    let report = session.report();
    assert_eq!(report.score.possible, sheets.len() as f64, "every question counts");
    assert!(is_within_bounds(report.score));
    assert!(report.answers.iter().all(|answer| is_within_bounds(answer.score)));
    assert!(report.topics.iter().all(|topic| is_within_bounds(topic.score)));
    let of_topics: Score = report.topics.iter().map(|topic| topic.score).sum();
    assert!((of_topics.earned - report.score.earned).abs() < 1e-9);
    assert_eq!(of_topics.possible, report.score.possible);
    assert_eq!(report.n_answered(), session.n_answered());
}

/// Questions of one scenario stand together, in the author's order.
fn assert_scenarios_together(session: &Session) {
    let mut positions: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
    for (position, sheet) in session.sheets().iter().enumerate() {
        let questions = session.bank().questions();
        let index = questions.iter().position(|question| question.id == sheet.planned.question).unwrap();
        if let Some(scenario) = &questions[index].scenario {
            positions.entry(scenario).or_default().push((position, index));
        }
    }
    for of_one in positions.values() {
        for pair in of_one.windows(2) {
            assert_eq!(pair[0].0 + 1, pair[1].0, "together");
            assert!(pair[0].1 < pair[1].1, "in the author's order");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    // What an action does.

    #[test]
    fn no_action_breaks_a_session(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        let mut session = Session::new(bank, settings, Seed(seed));
        assert_valid(&session);
        run(&mut session, &steps, |_, _, _, after| assert_valid(after));
    }

    #[test]
    fn a_submitted_response_stays(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if events.contains(&Event::Restarted) {
                assert!(matches!(action, Action::Restart | Action::PractiseMissed));
                return;
            }
            let submitted = before.sheets().iter().filter(|sheet| sheet.is_submitted);
            for sheet in submitted {
                assert!(after.sheets().contains(sheet), "{sheet:?}");
            }
        });
    }

    #[test]
    fn only_a_response_to_the_question_shown_changes_what_was_given(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if events.contains(&Event::Restarted) || matches!(action, Action::Choose(_)) {
                return;
            }
            for (position, (old, new)) in before.sheets().iter().zip(after.sheets()).enumerate() {
                let is_shown = before.phase() == Phase::Answering { position };
                if !(is_shown && matches!(action, Action::Respond(_))) {
                    assert_eq!(old.response, new.response);
                }
                if !(is_shown && *action == Action::Submit) {
                    assert_eq!(old.is_submitted, new.is_submitted);
                }
            }
        });
    }

    #[test]
    fn what_changes_is_reported_and_what_is_reported_is_so(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if events.is_empty() {
                assert_eq!(before.phase(), after.phase());
                let may_change = matches!(action, Action::Respond(_) | Action::Choose(_));
                assert!(may_change || before.sheets() == after.sheets());
            }
            for event in events {
                match event {
                    Event::Started { n_questions, .. } => assert_eq!(*n_questions, after.n_questions()),
                    Event::Moved { question, position, total } => {
                        assert_eq!(after.phase().position(), Some(*position));
                        assert_eq!(after.shown().unwrap().question.id, *question);
                        assert_eq!(*total, after.n_questions());
                    }
                    Event::Answered { question, response, score } => {
                        let shown = after.shown().unwrap();
                        assert_eq!((&shown.question.id, &shown.response), (question, response));
                        assert_eq!(shown.score, Some(*score));
                    }
                    Event::Finished(report) => {
                        assert_eq!(*report, after.report());
                        assert_eq!(after.phase(), Phase::Finished);
                    }
                    Event::Restarted => assert_eq!(after.n_answered(), 0),
                }
            }
        });
    }

    #[test]
    fn missed_questions_are_practised_and_no_others(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        let mut session = Session::new(bank, settings, Seed(seed));
        run(&mut session, &steps, |_, _, _, _| {});
        session.update(Action::Start, Millis(0));
        session.update(Action::Finish, Millis(0));
        let missed: BTreeSet<_> = session.report().missed().cloned().collect();
        session.update(Action::PractiseMissed, Millis(0));
        let asked: BTreeSet<_> =
            session.sheets().iter().map(|sheet| sheet.planned.question.clone()).collect();
        prop_assert!(missed.is_empty() && session.phase() == Phase::Finished || asked == missed);
        assert_scenarios_together(&session);
    }

    #[test]
    fn a_skipped_question_is_left_as_it_is_and_earns_nothing(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if *action != Action::Skip {
                return;
            }
            assert_eq!(before.sheets(), after.sheets());
            let Phase::Answering { position } = before.phase() else {
                assert!(events.is_empty());
                return;
            };
            let next = position + 1;
            let is_last = next == before.n_questions();
            assert_eq!(after.phase().position(), (!is_last).then_some(next));
            assert_eq!(after.report().answers[position].score.earned, 0.0);
        });
    }

    #[test]
    fn the_same_inputs_give_the_same_events(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        let new = |seed| Session::new(bank.clone(), settings.clone(), Seed(seed));
        let events = events_of(&mut new(seed), &steps);
        prop_assert_eq!(&events, &events_of(&mut new(seed), &steps));
        if settings.seed.is_some() {
            prop_assert_eq!(&events, &events_of(&mut new(!seed), &steps));
        }
    }

    // The plan.

    #[test]
    fn a_plan_has_as_many_questions_of_the_topics_as_asked_for_and_there_are(
        bank in any::bank(), settings in any::settings(), seed: u32,
    ) {
        let is_wanted = |question: &&Question| settings.topics.contains(&question.topic);
        let n_wanted = bank.questions().iter().filter(is_wanted).count();
        let n_available = if n_wanted == 0 { bank.questions().len() } else { n_wanted };
        let session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        for sheet in session.sheets() {
            let question = bank.question(&sheet.planned.question).unwrap();
            prop_assert!(n_wanted == 0 || is_wanted(&question));
            let in_author_order = question.kind.option_ids();
            let is_ordering = matches!(question.kind, Kind::Ordering(_));
            let may_differ = is_ordering || settings.shuffle.shuffles_options() && question.may_shuffle;
            prop_assert!(may_differ || sheet.planned.options == in_author_order);
        }
        let count = settings.count.filter(|count| *count > 0).map_or(n_available, |count| count as usize);
        prop_assert_eq!(session.n_questions(), count.min(n_available));
        assert_scenarios_together(&session);
    }

    #[test]
    fn topics_share_a_plan_by_largest_remainder(
        weights in vec(1..60_u32, 2..6), count in 1..7_usize, shuffle in select(Shuffle::NAMES), seed: u32,
    ) {
        // Every topic could fill the plan alone, and no scenario holds questions together.
        let topics: Vec<_> = (weights.iter().enumerate())
            .map(|(index, weight)| json!({ "id": format!("t{index}"), "title": "T", "weight": weight }))
            .collect();
        let questions: Vec<_> = (0..weights.len() * count)
            .map(|n| json!({
                "id": format!("q{n}"), "kind": "single-choice", "topic": format!("t{}", n % weights.len()),
                "stem": "?", "options": [{ "text": "A", "correct": true }, { "text": "B" }],
            }))
            .collect();
        let bank = any::read_bank(&json!({
            "format": 1, "id": "bank", "title": "B", "topics": topics, "questions": questions,
        }));
        let settings = Settings {
            count: u32::try_from(count).ok(), shuffle: shuffle.1, ..Settings::default()
        };
        let session = Session::new(bank.clone(), settings, Seed(seed));
        let mut n_drawn = vec![0; weights.len()];
        for sheet in session.sheets() {
            let topic = &bank.question(&sheet.planned.question).unwrap().topic;
            n_drawn[bank.topics().iter().position(|known| known.id == *topic).unwrap()] += 1;
        }
        // In whole numbers: a quota is `weight * count / total`, its remainder what is left over.
        let total = weights.iter().sum::<u32>() as usize;
        let parts: Vec<_> = weights.iter().map(|weight| *weight as usize * count).collect();
        let n_left = count - parts.iter().map(|part| part / total).sum::<usize>();
        let mut ranks: Vec<usize> = (0..weights.len()).collect();
        ranks.sort_by_key(|index| std::cmp::Reverse(parts[*index] % total));
        let mut expected: Vec<_> = parts.iter().map(|part| part / total).collect();
        ranks.iter().take(n_left).for_each(|index| expected[*index] += 1);
        prop_assert_eq!(n_drawn, expected);
    }

    // Scores.

    #[test]
    fn the_key_earns_everything_and_nothing_else_does(bank in any::bank(), response in any::response()) {
        for question in bank.questions() {
            let kind = &question.kind;
            prop_assert_eq!(kind.score(&kind.key()), Score::of_one(1.0));
            prop_assert!(kind.is_complete(&kind.key()));
            prop_assert!(!kind.is_complete(&kind.blank()));
            prop_assert_eq!(kind.score(&kind.blank()), Score::of_one(0.0));
            prop_assert!(is_within_bounds(kind.score(&response)));
            let understood = kind.understood(&response);
            prop_assert_eq!(&kind.understood(&understood), &understood);
            // A question that is typed may have several right answers, and forgive how they are typed.
            prop_assert!(kind.score(&understood).is_full() || understood != kind.key());
            if !kind.is_typed() && !kind.gaps().iter().any(|gap| gap.kind.is_typed()) {
                prop_assert_eq!(kind.score(&understood).is_full(), understood == kind.key());
            }
        }
    }

    #[test]
    fn a_response_earns_the_same_in_whatever_order_it_is_shown(
        bank in any::bank(), seeds: [u32; 2], bits: usize,
    ) {
        let [one, other] = seeds.map(|seed| {
            let mut session = Session::new(bank.clone(), Settings::default(), Seed(seed));
            session.update(Action::Start, Millis(0));
            while let Some(shown) = session.shown() {
                let response = complete(&shown.question.kind, bits);
                for action in [Action::Respond(response), Action::Submit, Action::Next] {
                    session.update(action, Millis(0));
                }
            }
            let answers = session.report().answers;
            answers.into_iter().map(|answer| (answer.question, answer.score.earned)).collect::<BTreeMap<_, _>>()
        });
        prop_assert_eq!(one, other);
    }

    // Saving.

    #[test]
    fn a_session_restored_at_any_point_goes_on_as_if_nothing_had_happened(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(), rest in any::steps(),
    ) {
        let mut session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let snapshot = session.snapshot();
        let read = Snapshot::read(&snapshot.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&snapshot));
        let now = steps.last().map_or(Millis(0), |(_, now)| *now);
        let mut restored = Session::restore(bank, settings, read.unwrap(), now).unwrap();
        prop_assert_eq!(restored.snapshot(), snapshot);
        prop_assert_eq!(restored.phase(), session.phase());
        prop_assert_eq!(events_of(&mut restored, &rest), events_of(&mut session, &rest));
    }

    #[test]
    fn a_session_restored_into_a_mended_bank_keeps_what_the_bank_still_knows(
        bank in any::bank(), mended in any::bank(), settings in any::settings(), seed: u32,
        steps in any::steps(), rest in any::steps(),
    ) {
        let mut session = Session::new(bank, settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let snapshot = session.snapshot();
        let knows_none = session.sheets().iter().all(|sheet| mended.question(&sheet.planned.question).is_none());
        match Session::restore(mended.clone(), settings, snapshot, Millis(0)) {
            Err(refusal) => prop_assert!(knows_none && refusal == Refusal::NothingLeft),
            Ok(mut restored) => {
                assert_valid(&restored);
                prop_assert_eq!(restored.phase().name() == "finished", session.phase() == Phase::Finished);
                for sheet in session.sheets() {
                    let (Some(question), Some(response)) =
                        (mended.question(&sheet.planned.question), &sheet.response) else { continue };
                    if question.kind.understood(response) == *response {
                        let kept = restored.sheets().iter()
                            .find(|kept| kept.planned.question == sheet.planned.question).unwrap();
                        prop_assert_eq!(&kept.response, &sheet.response);
                        // A premise that came since wants its response first.
                        let is_complete = question.kind.is_complete(response);
                        prop_assert_eq!(kept.is_submitted, sheet.is_submitted && is_complete);
                    }
                }
                run(&mut restored, &rest, |_, _, _, after| assert_valid(after));
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String, inside in "[\\[\\]{}\",:a-z0-9 .eE-]{0,60}") {
        prop_assert!(Snapshot::read(&text).is_err());
        let _ = Snapshot::read(&inside);
        let _ = Snapshot::read(&format!(r#"{{"format":"selfcheck-session","version":1,{inside}}}"#));
    }

    #[test]
    fn a_spoilt_snapshot_is_refused_or_gives_a_valid_session(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
        edits in vec((any::<usize>(), any::spoilt()), 1..4), rest in any::steps(),
    ) {
        let mut session = Session::new(bank.clone(), settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        let mut json: Value = serde_json::from_str(&session.snapshot().to_json()).unwrap();
        for (place, value) in edits {
            let mut places = Vec::new();
            any::pointers(&json, String::new(), &mut places);
            let value = match value {
                Spoilt::With(value) => value,
                Spoilt::Copied(other) => json.pointer(&places[other % places.len()]).unwrap().clone(),
            };
            *json.pointer_mut(&places[place % places.len()]).unwrap() = value;
        }
        let restored = Snapshot::read(&json.to_string())
            .and_then(|snapshot| Session::restore(bank, settings, snapshot, Millis(0)));
        if let Ok(mut session) = restored {
            assert_valid(&session);
            run(&mut session, &rest, |_, _, _, after| assert_valid(after));
        }
    }
}
