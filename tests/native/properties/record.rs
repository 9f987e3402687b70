//! Properties of the record: what holds for any answers over days, wherever they are stored and however
//! they are put together.

use super::any;
use super::config;
use super::standing::{moment, rating, zone};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use selfcheck::quiz::calibration::Certainty;
use selfcheck::quiz::id::{BankId, Id, QuestionId};
use selfcheck::quiz::record::Record;
use selfcheck::quiz::record::agenda::{Agenda, Wish};
use selfcheck::quiz::record::export::Export;
use selfcheck::quiz::record::memories::Memories;
use selfcheck::quiz::record::sitting::{Noted, Outcome, Sitting, SittingId, What};
use selfcheck::quiz::record::topics::topics;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Bank, Kind, Question, Score};
use std::collections::{BTreeMap, BTreeSet};

fn bank_id() -> BankId {
    BankId::parse("bank").unwrap()
}

/// A number in and out of bounds.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![3 => 0.0..=1.0_f64, 2 => select(vec![0.0, 0.5, 1.0]), 1 => any::<f64>()]
}

fn what() -> impl Strategy<Value = What> {
    let certainty = option::of(select(Certainty::ALL.map(|(_, certainty, _)| certainty).to_vec()));
    let scored = (number(), certainty).prop_map(|(share, certainty)| What::Scored { share, certainty });
    prop_oneof![3 => scored, 1 => rating().prop_map(What::Rated)]
}

/// An answer to one of the questions of [`any::bank`], or of another.
fn noted() -> impl Strategy<Value = Noted> {
    (0..12_u8, moment(), what()).prop_map(|(question, at, what)| Noted {
        question: QuestionId::parse(&format!("q{question}")).unwrap(),
        at,
        what,
    })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    (number(), number(), moment(), any::<u32>()).prop_map(|(earned, possible, duration, n_questions)| {
        Outcome { score: Score { earned, possible }, duration, n_questions }
    })
}

/// A sitting; its id is often that of another.
fn sitting() -> impl Strategy<Value = Sitting> {
    let began = prop_oneof![3 => (0..3_u64).prop_map(Millis), 1 => moment()];
    let id = (began, 0..2_u32).prop_map(|(began, seed)| SittingId::new(began, Seed(seed)));
    (id, select(Mode::NAMES), vec(noted(), 0..7), option::of(outcome())).prop_map(
        |(id, (_, mode), answers, outcome)| {
            let mut sitting = Sitting::new(id, mode);
            answers.into_iter().for_each(|noted| sitting.note(noted));
            outcome.into_iter().for_each(|outcome| sitting.finish(outcome));
            sitting
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    vec(sitting(), 0..5).prop_map(|sittings| {
        let mut record = Record::new(bank_id());
        sittings.into_iter().for_each(|sitting| record.take(sitting));
        record
    })
}

/// Which question was answered in which sitting, and with what.
fn answers(record: &Record) -> BTreeMap<(SittingId, QuestionId), &Noted> {
    let all = record.sittings().iter().flat_map(|sitting| {
        sitting.answers().iter().map(|noted| ((sitting.id(), noted.question.clone()), noted))
    });
    all.collect()
}

/// What must hold of every record, however it came about.
fn assert_valid(record: &Record) {
    assert!(record.sittings().is_sorted_by(|one, other| one.id() < other.id()));
    assert_eq!(answers(record).len(), record.n_answers(), "one answer to a question");
    for sitting in record.sittings() {
        assert!(sitting.answers().is_sorted_by_key(|noted| noted.at));
        assert!(sitting.share().is_none_or(|share| (0.0..=1.0).contains(&share)));
        assert!(sitting.outcome().is_none_or(|outcome| {
            0.0 <= outcome.score.earned && outcome.score.earned <= outcome.score.possible
        }));
    }
    assert!(record.answers().is_sorted_by_key(|noted| noted.at));
    assert_eq!(record.answers().len(), record.n_answers());
}

/// The ids of questions as text.
fn ids(questions: &[QuestionId]) -> BTreeSet<QuestionId> {
    let ids: BTreeSet<_> = questions.iter().cloned().collect();
    assert_eq!(ids.len(), questions.len(), "each once");
    ids
}

fn has_points(question: &Question) -> bool {
    !matches!(question.kind, Kind::Reflection(_))
}

/// Questions of one scenario stand together, in the order of the bank.
fn assert_scenarios_together(bank: &Bank, arranged: &[QuestionId]) {
    let mut places: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, id) in arranged.iter().enumerate() {
        let index = bank.questions().iter().position(|question| question.id == *id).unwrap();
        if let Some(scenario) = &bank.questions()[index].scenario {
            places.entry(scenario.clone()).or_default().push((place, index));
        }
    }
    for pair in places.values().flat_map(|of_one| of_one.windows(2)) {
        assert!(pair[0].0 + 1 == pair[1].0 && pair[0].1 < pair[1].1);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_sitting_is_read_as_it_was_written(sitting in sitting()) {
        let lines = sitting.to_lines(&bank_id());
        prop_assert_eq!(lines.lines().count(), 1 + sitting.answers().len() + usize::from(sitting.outcome().is_some()));
        prop_assert_eq!(Sitting::read(&lines, &bank_id()), Ok(sitting));
    }

    #[test]
    fn a_record_is_read_as_it_was_exported(record in record(), now in moment()) {
        assert_valid(&record);
        let json = record.to_json(now, None);
        let export = Export::read(&json, &bank_id()).unwrap();
        prop_assert_eq!(export.record, record);
        prop_assert_eq!((export.saved, export.session, export.n_left_out), (Some(now.min(Millis::MOST)), None, 0));
    }

    #[test]
    fn torn_at_any_byte_a_sitting_gives_what_stands_before_and_nothing_else(sitting in sitting()) {
        let lines = sitting.to_lines(&bank_id());
        for at in 0..=lines.len() {
            let torn = String::from_utf8_lossy(&lines.as_bytes()[..at]);
            let n_whole = lines[..at].matches('}').count();
            match Sitting::read(&torn, &bank_id()) {
                Err(_) => prop_assert_eq!(n_whole, 0),
                Ok(read) => {
                    let n_answers = (n_whole - 1).min(sitting.answers().len());
                    prop_assert_eq!(read.answers(), &sitting.answers()[..n_answers]);
                    prop_assert_eq!(read.id(), sitting.id());
                    prop_assert!(read.outcome().is_none() || read == sitting);
                }
            }
        }
    }

    #[test]
    fn a_spoilt_byte_costs_two_answers_at_most(sitting in sitting(), at: prop::sample::Index, byte: u8) {
        let lines = sitting.to_lines(&bank_id());
        let n_head = lines.find('\n').unwrap();
        let mut bytes = lines.clone().into_bytes();
        let at = n_head + 1 + at.index(bytes.len() - n_head);
        if at < bytes.len() && !sitting.answers().is_empty() {
            bytes[at] = byte;
            let read = Sitting::read(&String::from_utf8_lossy(&bytes), &bank_id()).unwrap();
            let n_lost = sitting.answers().iter().filter(|noted| !read.answers().contains(noted)).count();
            // The end of a line, and two are one; or another question, and that one was answered too.
            prop_assert!(n_lost <= 2, "{read:?}");
            let n_new = read.answers().iter().filter(|noted| !sitting.answers().contains(noted)).count();
            prop_assert!(n_new <= 1, "{read:?}");
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String, inside in "[\\[\\]{}\",:a-z0-9 .eE-]{0,60}") {
        let lines = Sitting::new(SittingId::new(Millis(0), Seed(0)), Mode::Practice).to_lines(&bank_id());
        for text in [&text, &inside] {
            let _ = Sitting::read(text, &bank_id());
            let _ = Export::read(text, &bank_id());
            let after_its_head = lines.clone() + text;
            prop_assert!(Sitting::read(&after_its_head, &bank_id()).is_ok());
            let _ = Sitting::read(&format!("{lines}{{\"q\":\"a\",{text}}}"), &bank_id());
        }
        let head = r#"{"format":"selfcheck-record","version":1,"bank":"bank","sittings":["#;
        let _ = Export::read(&format!("{head}{inside}]}}"), &bank_id());
        let sitting = r#"{"sitting":"0-0","mode":"practice","answers":["#;
        let _ = Export::read(&format!("{head}{sitting}{{\"q\":\"a\",{inside}}}]}}]}}"), &bank_id());
    }

    #[test]
    fn a_spoilt_export_is_read_as_far_as_it_goes_or_refused(
        record in record(), at: usize, spoilt in any::spoilt(),
    ) {
        let json = any::spoil(&record.to_json(Millis(0), None), vec![(at, spoilt)]);
        if let Ok(export) = Export::read(&json, &bank_id()) {
            assert_valid(&export.record);
        }
    }

    #[test]
    fn records_put_together_in_any_order_and_twice_are_the_same(
        one in record(), two in record(), three in record(),
    ) {
        let both = |one: &Record, two: &Record| one.clone().merged(two.clone());
        let all = both(&both(&one, &two), &three);
        assert_valid(&all);
        prop_assert_eq!(&both(&one, &both(&two, &three)), &all);
        prop_assert_eq!(&both(&three, &both(&two, &one)), &all);
        prop_assert_eq!(&both(&one, &one), &one);
        prop_assert_eq!(&both(&all, &two), &all);
        let nothing = Record::new(bank_id());
        prop_assert_eq!(&both(&nothing, &one), &one);
        prop_assert_eq!(&both(&one, &nothing), &one);
    }

    #[test]
    fn records_put_together_lose_nothing_and_add_nothing(one in record(), two in record()) {
        let merged = one.clone().merged(two.clone());
        let (all, of_one, of_two) = (answers(&merged), answers(&one), answers(&two));
        let known: BTreeSet<_> = of_one.keys().chain(of_two.keys()).collect();
        prop_assert_eq!(all.keys().collect::<BTreeSet<_>>(), known);
        for (key, noted) in &all {
            let candidates = [of_one.get(key), of_two.get(key)];
            let mut candidates = candidates.into_iter().flatten();
            prop_assert!(candidates.clone().any(|candidate| candidate == noted));
            prop_assert!(candidates.all(|candidate| noted.at <= candidate.at), "the earlier");
        }
        for sitting in one.sittings().iter().chain(two.sittings()) {
            let kept = merged.sittings().iter().find(|kept| kept.id() == sitting.id()).unwrap();
            let longest = kept.outcome().map(|outcome| outcome.duration);
            prop_assert!(sitting.outcome().map(|outcome| outcome.duration) <= longest);
        }
        let preview = one.preview(&two);
        prop_assert_eq!((preview.n_sittings, preview.n_answers), (two.sittings().len(), two.n_answers()));
        prop_assert_eq!(one.sittings().len() + preview.n_new_sittings, merged.sittings().len());
        prop_assert_eq!(one.n_answers() + preview.n_new_answers, merged.n_answers());
        prop_assert_eq!(preview.span.is_some(), !two.sittings().is_empty());
        let again = merged.preview(&two);
        prop_assert_eq!((again.n_new_sittings, again.n_new_answers), (0, 0));
    }

    #[test]
    fn everything_is_counted_once(bank in any::bank(), record in record(), zone in zone()) {
        let n_reviews: u32 = Memories::of(&record, zone).iter().map(|known| known.memory.n_reviews()).sum();
        prop_assert_eq!(n_reviews as usize, record.n_answers());
        let is_counted = |noted: &&&Noted| {
            let question = bank.question(&noted.question);
            noted.what.score().is_some() && question.is_some_and(has_points)
        };
        let n_counted = record.answers().iter().filter(is_counted).count();
        let topics = topics(&bank, &record);
        prop_assert_eq!(topics.iter().map(|topic| topic.n_answers).sum::<usize>(), n_counted);
        prop_assert!(topics.iter().map(|topic| &topic.id).eq(bank.topics().iter().map(|topic| &topic.id)));
        for (_, certainty, _) in Certainty::ALL {
            let [right, wrong] = record.calibration().n(certainty);
            let over_time = record.calibrations().into_iter().map(|(_, one)| one.n(certainty));
            let sum = over_time.fold([0, 0], |sum, n| [sum[0] + n[0], sum[1] + n[1]]);
            prop_assert_eq!(sum, [right, wrong]);
            let is_of = |noted: &&&Noted| {
                matches!(noted.what, What::Scored { certainty: Some(found), .. } if found == certainty)
            };
            prop_assert_eq!((right + wrong) as usize, record.answers().iter().filter(is_of).count());
        }
    }

    #[test]
    fn an_agenda_has_every_question_that_is_due_and_every_fresh_one_exactly_once(
        bank in any::bank(), record in record(), settings in any::settings(), zone in zone(), now in moment(),
        retention in number(),
    ) {
        let wish = Wish { topics: &settings.topics, zone, now, retention };
        let agenda = Agenda::of(&bank, &record, &wish);
        prop_assert_eq!(&agenda, &Agenda::of(&bank, &record, &wish));
        let is_wanted = |question: &&Question| settings.topics.contains(&question.topic);
        let wants_all = !bank.questions().iter().any(|question| is_wanted(&question));
        let wanted = bank.questions().iter().filter(|question| wants_all || is_wanted(question));
        let memories = Memories::of(&record, zone);
        let (mut due, mut fresh, mut later) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for question in wanted.filter(|question| has_points(question)) {
            match memories.get(&question.id).map(|known| known.memory) {
                None => { fresh.insert(question.id.clone()); }
                Some(memory) if memory.is_due(retention, now, zone) => { due.insert(question.id.clone()); }
                Some(memory) => later.push(memory.due(retention, zone)),
            }
        }
        prop_assert_eq!(ids(&agenda.due), due);
        prop_assert_eq!(ids(&agenda.fresh), fresh);
        prop_assert_eq!(agenda.next.map(|day| day.begins), later.iter().min().copied());
        if let Some(next) = agenda.next {
            prop_assert!(next.n > 0 && next.begins > now);
        }
        for day in agenda.upcoming {
            prop_assert!(day.begins == Millis::MOST || day.n == later.iter().filter(|due| **due == day.begins).count());
        }
        assert_scenarios_together(&bank, &agenda.due);
        assert_scenarios_together(&bank, &agenda.fresh);
    }

    #[test]
    fn two_of_a_topic_follow_each_other_only_where_it_cannot_be_helped(
        counts in vec(0..6_usize, 1..5), shares in vec(0.0..1.0_f64, 24), is_fresh: bool,
    ) {
        let Some(bank) = alone(&counts) else { return Ok(()) };
        let mut sitting = Sitting::new(SittingId::new(Millis(0), Seed(0)), Mode::Practice);
        for (question, share) in bank.questions().iter().zip(shares).filter(|_| !is_fresh) {
            let what = What::Scored { share, certainty: None };
            sitting.note(Noted { question: question.id.clone(), at: Millis(0), what });
        }
        let mut record = Record::new(bank_id());
        record.take(sitting);
        let now = Millis(1_000_000_000_000);
        let agenda = Agenda::of(&bank, &record, &Wish { topics: &[], zone: Default::default(), now, retention: 0.9 });
        let asked = if is_fresh { agenda.fresh } else { agenda.due };
        let topics: Vec<_> = asked.iter().map(|id| &bank.question(id).unwrap().topic).collect();
        let n: usize = counts.iter().sum();
        prop_assert_eq!(topics.len(), n);
        let n_running = topics.windows(2).filter(|pair| pair[0] == pair[1]).count();
        prop_assert_eq!(n_running, (2 * counts.iter().max().unwrap()).saturating_sub(n + 1), "{:?}", topics);
    }
}

/// A bank with so many questions of each topic, none of a scenario, if that makes one.
fn alone(counts: &[usize]) -> Option<std::rc::Rc<Bank>> {
    let topics =
        (0..counts.len()).map(|topic| serde_json::json!({ "id": format!("t{topic}"), "title": "T" }));
    let question = |topic: usize, n: usize| {
        serde_json::json!({
            "id": format!("t{topic}-{n}"), "topic": format!("t{topic}"), "kind": "single-choice", "stem": "?",
            "options": [{ "text": "A", "correct": true }, { "text": "B" }],
        })
    };
    let questions: Vec<_> = (counts.iter().enumerate())
        .flat_map(|(topic, count)| (0..*count).map(move |n| question(topic, n)))
        .collect();
    (!questions.is_empty()).then(|| {
        any::read_bank(&serde_json::json!({
            "format": 1, "id": "bank", "title": "B", "topics": topics.collect::<Vec<_>>(), "questions": questions,
        }))
    })
}
