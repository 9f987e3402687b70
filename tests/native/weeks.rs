//! Weeks: a learner with a fake clock, who reviews over 60 days on a phone and a laptop.

use selfcheck::quiz::Bank;
use selfcheck::quiz::id::{BankId, Id, QuestionId};
use selfcheck::quiz::memory::zone::Zone;
use selfcheck::quiz::memory::{Memory, RETENTION};
use selfcheck::quiz::record::Record;
use selfcheck::quiz::record::agenda::{Agenda, Day, Wish};
use selfcheck::quiz::record::export::Export;
use selfcheck::quiz::record::sitting::{Noted, Sitting, SittingId, What};
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::shuffle::Seed;
use serde_json::json;
use std::collections::BTreeMap;

const DAY: u64 = 86_400_000;
const HOUR: u64 = DAY / 24;
/// New York, in winter.
const ZONE: Zone = Zone(-300);
const N_QUESTIONS: u64 = 40;
/// How many new questions the learner takes on in a day.
const N_FRESH: usize = 5;

fn bank() -> Bank {
    let topics: Vec<_> = (0..5).map(|n| json!({ "id": format!("t{n}"), "title": "T" })).collect();
    let question = |n: u64| {
        json!({
            "id": format!("q{n:02}"), "topic": format!("t{}", n / 8), "kind": "single-choice", "stem": "?",
            "options": [{ "text": "A", "correct": true }, { "text": "B" }],
        })
    };
    let questions: Vec<_> = (0..N_QUESTIONS).map(question).collect();
    let bank = json!({ "format": 1, "id": "bank", "title": "B", "topics": topics, "questions": questions });
    Bank::read(&bank.to_string()).unwrap()
}

/// A device, with what is stored on it: a text for each sitting.
#[derive(Default)]
struct Device(BTreeMap<SittingId, String>);

impl Device {
    fn load(&self, bank: &BankId) -> Record {
        let mut record = Record::new(bank.clone());
        self.0.values().for_each(|lines| record.take(Sitting::read(lines, bank).unwrap()));
        record
    }

    fn store(&mut self, sitting: &Sitting, bank: &BankId) {
        self.0.insert(sitting.id(), sitting.to_lines(bank));
    }

    /// Takes in what another one exported.
    fn import(&mut self, json: &str, bank: &BankId) {
        let export = Export::read(json, bank).unwrap();
        let merged = self.load(bank).merged(export.record);
        merged.sittings().iter().for_each(|sitting| self.store(sitting, bank));
    }
}

/// Whether the learner knows the question that day: mostly, and some of them less.
fn share(question: &QuestionId, day: u64) -> f64 {
    let n: u64 = question.as_str()[1..].parse().unwrap();
    // Some order without a pattern.
    let chance = (n * 60 + day + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    if chance % 10 < n % 4 { 0.0 } else { 1.0 }
}

#[test]
fn over_weeks_every_question_that_is_due_comes_on_its_day_and_none_before() {
    let bank = bank();
    let id = bank.about().id.clone();
    let mut devices = [Device::default(), Device::default()];
    let (mut memories, mut n_met) = (BTreeMap::<QuestionId, Memory>::new(), BTreeMap::new());
    // How many were announced for the days since the last sitting.
    let mut announced: Option<(u64, [Day; 7])> = None;
    for day in 0..60_u64 {
        // Now and then there is no time for it.
        if day % 7 == 5 || (30..34).contains(&day) {
            continue;
        }
        // In the evening, which is tomorrow already in Greenwich.
        let now = Millis((20_000 + day) * DAY + 22 * HOUR + 5 * HOUR);
        let device = (day % 3 == 0) as usize;
        let record = devices[device].load(&id);
        let agenda_at = |record: &Record, now| {
            Agenda::of(&bank, record, &Wish { topics: &[], zone: ZONE, now, retention: RETENTION })
        };
        let agenda = agenda_at(&record, now);
        let is_due = |question: &QuestionId| {
            memories.get(question).is_some_and(|memory| memory.due(RETENTION, ZONE) <= now)
        };
        for question in bank.questions() {
            assert_eq!(
                agenda.due.contains(&question.id),
                is_due(&question.id),
                "{} on day {day}",
                question.id
            );
            assert_eq!(agenda.fresh.contains(&question.id), !memories.contains_key(&question.id));
        }
        if let Some((of, upcoming)) = announced {
            let n: usize = upcoming.iter().take((day - of) as usize).map(|day| day.n).sum();
            assert_eq!(agenda.due.len(), n, "as many as were announced, on day {day}");
        }
        let mut sitting = Sitting::new(SittingId::new(now, Seed(7)), Mode::Practice);
        for (nth, question) in (1..).zip(agenda.due.iter().chain(agenda.fresh.iter().take(N_FRESH))) {
            let at = Millis(now.0 + nth * 20_000);
            let what = What::Scored { share: share(question, day), certainty: None };
            sitting.note(Noted { question: question.clone(), at, what });
            // The tab may be closed at any time, so each answer is stored.
            devices[device].store(&sitting, &id);
            let memory = match memories.get(question) {
                None => Memory::first(what.rating(), at),
                Some(memory) => memory.after(what.rating(), at, ZONE),
            };
            memories.insert(question.clone(), memory);
            *n_met.entry(question.clone()).or_insert(0) += 1;
        }
        let record = devices[device].load(&id);
        let evening = agenda_at(&record, Millis(now.0 + HOUR));
        assert!(evening.due.is_empty(), "nothing comes twice on a day");
        assert_eq!(evening.next.is_none(), memories.is_empty());
        announced = Some((day, evening.upcoming));
        devices[1 - device].import(&record.to_json(now, None), &id);
        assert_eq!(devices[1 - device].load(&id), record, "both know the same");
    }
    assert_eq!(n_met.len() as u64, N_QUESTIONS, "every question was met");
    // What is known comes seldom, and what is forgotten often.
    let n_of =
        |forgotten: usize| -> Vec<u32> { n_met.values().skip(forgotten).step_by(4).copied().collect() };
    assert!(n_of(0).iter().all(|n| (3..=6).contains(n)), "{n_met:?}");
    assert!(n_of(3).iter().sum::<u32>() > 2 * n_of(0).iter().sum::<u32>(), "{n_met:?}");
}
