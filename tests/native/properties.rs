//! Properties of the quiz core: what holds for any bank, any settings and any sequence of actions.

mod any;
mod cards;
mod modes;
mod record;
mod standing;

use any::{Step, action_of, complete};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use selfcheck::quiz::session::Phase;
use selfcheck::quiz::session::attempt::{Attempt, Sheet, Standing};
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::{Count, Settings, Shuffle};
use selfcheck::quiz::session::snapshot::{Refusal, Snapshot};
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Event, Kind, Question, Response, Score, Session};
use serde_json::json;
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
        let standing = match session.phase() {
            Phase::Feedback { .. } => Standing::Done,
            Phase::Retry { .. } => Standing::Retry,
            Phase::Answering { .. } => Standing::Open,
            Phase::Ready
            | Phase::Recalling { .. }
            | Phase::Turned { .. }
            | Phase::LookingOver { .. }
            | Phase::Paused { .. }
            | Phase::Finished => panic!("no question of practice is shown"),
        };
        assert_eq!(sheets[position].standing, standing);
        let shown = session.shown().unwrap();
        assert_eq!(shown.attempts.standing, standing);
        // Views tell the key where there is a score, and nowhere else.
        assert_eq!(shown.score.is_some(), standing == Standing::Done);
        if standing == Standing::Retry {
            assert!(shown.attempts.n_checked < shown.attempts.n_most);
            assert!(!shown.question.score(&shown.response).is_full());
        }
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
        assert!(sheet.attempts.iter().all(|attempt| is_complete(&attempt.response)));
        assert!(!sheet.attempts.iter().any(|attempt| attempt.has_hint) || sheet.has_hint);
        if sheet.standing != Standing::Open {
            assert_eq!(sheet.attempts.last().map(|attempt| &attempt.response), sheet.response.as_ref());
            assert!(sheet.response.is_some());
        }
        if let Response::Ordering { order } = question.kind.key() {
            assert_ne!(sheet.planned.options, order, "steps are never shown in the right order");
        }
    }
    let report = session.report();
    let points = sheets.iter().map(|sheet| {
        let question = session.bank().question(&sheet.planned.question).unwrap();
        question.kind.score(&question.kind.blank()).possible * question.points
    });
    assert_eq!(report.score.possible, points.sum::<f64>(), "every question counts, by its points");
    assert!(is_within_bounds(report.score));
    for (answer, sheet) in report.answers.iter().zip(sheets) {
        assert!(is_within_bounds(answer.score));
        assert!(answer.attempts.iter().all(|(_, score)| is_within_bounds(*score)));
        assert!(answer.attempts.iter().map(|(attempt, _)| attempt).eq(&sheet.attempts));
        if let Some((last, score)) = answer.attempts.last() {
            assert_eq!((Some(&last.response), *score), (answer.response.as_ref(), answer.score), "it counts");
        }
    }
    assert!(report.topics.iter().all(|topic| is_within_bounds(topic.score)));
    let of_topics: Score = report.topics.iter().map(|topic| topic.score).sum();
    assert!((of_topics.earned - report.score.earned).abs() < 1e-9);
    assert_eq!(of_topics.possible, report.score.possible);
    assert_eq!(report.n_answered(), session.n_answered());
}

/// Questions of one scenario stand together, in the author's order, and the session tells from
/// where to where.
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
        let ends = (of_one[0].0, of_one[of_one.len() - 1].0);
        assert!(of_one.iter().all(|(position, _)| session.of_scenario(*position) == ends));
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
    fn what_was_checked_stays_whatever_is_done_then(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        run(&mut Session::new(bank, settings, Seed(seed)), &steps, |before, action, events, after| {
            if events.contains(&Event::Restarted) {
                assert!(matches!(action, Action::Restart | Action::PractiseMissed | Action::Practise(_)));
                return;
            }
            let n_new = usize::from(*action == Action::Submit && !events.is_empty());
            let mut n_checked = 0;
            for sheet in before.sheets().iter().filter(|sheet| !sheet.attempts.is_empty()) {
                let after = after.sheets().iter().find(|after| after.planned == sheet.planned).unwrap();
                n_checked += after.attempts.len() - sheet.attempts.len();
                if let (Action::Mark(_), [attempt]) = (action, sheet.attempts.as_slice())
                    && let Response::Reflection { text, .. } = &attempt.response
                {
                    // What is marked changes, and the text does not.
                    let response = after.attempts[0].response.clone();
                    assert_eq!(response.typed(), text);
                    let attempts = vec![Attempt { response: response.clone(), ..attempt.clone() }];
                    assert_eq!(*after, Sheet { response: Some(response), attempts, ..sheet.clone() });
                    continue;
                }
                assert!(after.attempts.starts_with(&sheet.attempts), "{sheet:?}");
                if sheet.standing == Standing::Done {
                    assert_eq!(after, sheet);
                }
            }
            assert!(n_checked <= n_new);
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
                if is_shown && *action == Action::GiveUp && new.standing == Standing::Done {
                    // What was begun gives way to what counts.
                    assert_eq!(new.response, old.attempts.last().map(|attempt| attempt.response.clone()));
                } else if !(is_shown && matches!(action, Action::Respond(_))
                    || before.phase() == Phase::Feedback { position } && matches!(action, Action::Mark(_)))
                {
                    assert_eq!(old.response, new.response);
                }
                if !(before.phase().position() == Some(position)
                    && matches!(action, Action::Submit | Action::TryAgain | Action::GiveUp))
                {
                    assert_eq!(old.standing, new.standing);
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
                let may_change = matches!(
                    action,
                    Action::Respond(_) | Action::Choose(_) | Action::Hint | Action::Mark(_)
                );
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
                    Event::Answered { question, response, score, certainty, has_hint, attempt, is_final } => {
                        let shown = after.shown().unwrap();
                        assert_eq!((&shown.question.id, &shown.response), (question, response));
                        assert_eq!(shown.score, is_final.then_some(*score));
                        assert_eq!(after.report().answers[shown.position].score, *score);
                        assert_eq!(shown.attempts.n_checked, *attempt);
                        let sheet = &after.sheets()[shown.position];
                        let Attempt { has_hint: had_hint, certainty: said, .. } = &sheet.attempts[*attempt - 1];
                        assert_eq!((had_hint, said), (has_hint, certainty));
                    }
                    Event::Rated { .. } => panic!("practice has no cards"),
                    Event::Finished => assert_eq!(after.phase(), Phase::Finished),
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
        let kind = |id| &session.bank().question(id).unwrap().kind;
        prop_assert!(!missed.iter().any(|id| matches!(kind(id), Kind::Reflection(_))));
        session.update(Action::PractiseMissed, Millis(0));
        let asked: BTreeSet<_> =
            session.sheets().iter().map(|sheet| sheet.planned.question.clone()).collect();
        prop_assert!(missed.is_empty() && session.phase() == Phase::Finished || asked == missed);
        assert_scenarios_together(&session);
    }

    #[test]
    fn a_skipped_question_is_left_as_it_is_and_earns_what_was_checked(
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
            let is_checked = !before.sheets()[position].attempts.is_empty();
            assert!(is_checked || after.report().answers[position].score.earned == 0.0);
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
        let count = settings.count.and_then(Count::number).filter(|n| *n > 0).map_or(n_available, |n| n as usize);
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
            count: u32::try_from(count).ok().map(Count::Of), shuffle: shuffle.1, ..Settings::default()
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
            let most = if matches!(kind, Kind::Reflection(_)) { 0.0 } else { 1.0 };
            prop_assert_eq!(kind.score(&kind.key()), Score { earned: most, possible: most });
            prop_assert!(kind.is_complete(&kind.key()));
            prop_assert!(!kind.is_complete(&kind.blank()));
            prop_assert_eq!(kind.score(&kind.blank()), Score { earned: 0.0, possible: most });
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

    #[test]
    fn the_share_of_parts_that_are_right_is_the_score(bank in any::bank(), response in any::response(), bits: usize) {
        for question in bank.questions() {
            let kind = &question.kind;
            for response in [kind.key(), kind.blank(), complete(kind, bits), response.clone()] {
                let ((n_right, n_parts), score) = (kind.parts(&response), kind.score(&response));
                prop_assert_eq!(n_right == n_parts, score.is_full());
                if n_parts > 1 {
                    let share = n_right as f64 / n_parts as f64;
                    prop_assert!((score.earned / score.possible - share).abs() < 1e-9, "{:?}", response);
                }
            }
        }
    }

    #[test]
    fn hints_and_attempts_take_their_share_and_never_more(
        bank in any::bank(), settings in any::settings(), seed: u32, steps in any::steps(),
    ) {
        let mut session = Session::new(bank, settings.clone(), Seed(seed));
        events_of(&mut session, &steps);
        for answer in session.report().answers {
            let question = session.bank().question(&answer.question).unwrap();
            for (n, (attempt, score)) in answer.attempts.iter().enumerate() {
                let full = question.score(&attempt.response);
                let hint = if attempt.has_hint { f64::from(settings.hint_cost) / 100.0 } else { 0.0 };
                let earlier = (f64::from(settings.attempt_cost) / 100.0 * n as f64).min(1.0);
                prop_assert!((score.earned - full.earned * (1.0 - hint) * (1.0 - earlier)).abs() < 1e-9);
                prop_assert_eq!(score.possible, full.possible);
            }
            prop_assert!(answer.attempts.len() <= session.most_attempts(question));
        }
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
                        let is_done = |sheet: &Sheet| sheet.standing == Standing::Done;
                        prop_assert!(is_done(kept) || !is_done(sheet) || !is_complete);
                        prop_assert!(!is_done(kept) || sheet.standing != Standing::Open);
                        prop_assert!(is_complete || kept.standing == Standing::Open);
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
        let restored = Snapshot::read(&any::spoil(&session.snapshot().to_json(), edits))
            .and_then(|snapshot| Session::restore(bank, settings, snapshot, Millis(0)));
        if let Ok(mut session) = restored {
            assert_valid(&session);
            run(&mut session, &rest, |_, _, _, after| assert_valid(after));
        }
    }
}
