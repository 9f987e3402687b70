//! How long a record of 10,000 answers in 300 sittings takes: far more than a keen learner comes to in a
//! year. Measured and not judged; a page has some tens of milliseconds before anybody notices, and a phone
//! is several times slower than the machine of whoever reads this.

// Where it cannot go on it may say so by panicking.
#![allow(clippy::expect_used)]

use divan::{Bencher, black_box};
use selfcheck::quiz::Bank;
use selfcheck::quiz::calibration::Certainty;
use selfcheck::quiz::id::{BankId, Id, QuestionId};
use selfcheck::quiz::memory::zone::Zone;
use selfcheck::quiz::record::Record;
use selfcheck::quiz::record::agenda::{Agenda, Wish};
use selfcheck::quiz::record::export::Export;
use selfcheck::quiz::record::memories::Memories;
use selfcheck::quiz::record::sitting::{Noted, Sitting, SittingId, What};
use selfcheck::quiz::record::topics::topics;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::shuffle::Seed;

const N_ANSWERS: u64 = 10_000;
const N_SITTINGS: u64 = 300;
const N_QUESTIONS: u64 = 500;
const DAY: u64 = 86_400_000;
const BEGAN: u64 = 1_763_800_000_000;

fn main() {
    divan::main();
}

fn id(n: u64) -> QuestionId {
    QuestionId::parse(&format!("question-{n:04}")).expect("an id")
}

fn bank_id() -> BankId {
    BankId::parse("bank").expect("an id")
}

fn bank() -> Bank {
    let topics: Vec<_> = (0..10).map(|n| format!(r#"{{"id":"t{n}","title":"T"}}"#)).collect();
    let question = |n: u64| {
        let options = r#"[{"text":"A","correct":true},{"text":"B"}]"#;
        let (id, topic) = (id(n), n * 10 / N_QUESTIONS);
        format!(r#"{{"id":"{id}","topic":"t{topic}","kind":"single-choice","stem":"?","options":{options}}}"#)
    };
    let questions: Vec<_> = (0..N_QUESTIONS).map(question).collect();
    let (topics, questions) = (topics.join(","), questions.join(","));
    let json =
        format!(r#"{{"format":1,"id":"bank","title":"B","topics":[{topics}],"questions":[{questions}]}}"#);
    Bank::read(&json).expect("a bank")
}

fn record() -> Record {
    let mut record = Record::new(bank_id());
    for n in 0..N_SITTINGS {
        let began = BEGAN + n * DAY;
        let mut sitting = Sitting::new(SittingId::new(Millis(began), Seed(7)), Mode::Practice);
        for answer in n * N_ANSWERS / N_SITTINGS..(n + 1) * N_ANSWERS / N_SITTINGS {
            let certainty = Certainty::ALL[(answer % 3) as usize].1;
            let share = [1.0, 0.5, 1.0, 1.0, 0.0][(answer % 5) as usize];
            let what = What::Scored { share, certainty: Some(certainty) };
            let question = id(answer * 7 % N_QUESTIONS);
            sitting.note(Noted { question, at: Millis(began + answer % 100 * 9_000), what });
        }
        record.take(sitting);
    }
    assert_eq!(record.n_answers() as u64, N_ANSWERS);
    record
}

/// As they are stored.
fn logs() -> Vec<String> {
    let (record, bank) = (record(), bank_id());
    record.sittings().iter().map(|sitting| sitting.to_lines(&bank)).collect()
}

fn wish() -> Wish<'static> {
    Wish { topics: &[], zone: Zone(-300), now: Millis(BEGAN + N_SITTINGS * DAY), retention: 0.9 }
}

#[divan::bench]
fn read_all_sittings(bencher: Bencher<'_, '_>) {
    let (logs, bank) = (logs(), bank_id());
    bencher.bench_local(|| {
        let mut record = Record::new(bank.clone());
        for log in &logs {
            record.take(Sitting::read(black_box(log), &bank).expect("a sitting"));
        }
        record
    });
}

/// After each answer.
#[divan::bench]
fn write_one_sitting(bencher: Bencher<'_, '_>) {
    let (record, bank) = (record(), bank_id());
    bencher.bench_local(|| black_box(&record).sittings()[7].to_lines(&bank));
}

#[divan::bench]
fn write_all_sittings(bencher: Bencher<'_, '_>) {
    let (record, bank) = (record(), bank_id());
    bencher.bench_local(|| {
        let lines = black_box(&record).sittings().iter().map(|sitting| sitting.to_lines(&bank));
        lines.collect::<Vec<_>>()
    });
}

#[divan::bench]
fn write_export(bencher: Bencher<'_, '_>) {
    let record = record();
    bencher.bench_local(|| black_box(&record).to_json(Millis(0), None));
}

#[divan::bench]
fn read_export(bencher: Bencher<'_, '_>) {
    let (json, bank) = (record().to_json(Millis(0), None), bank_id());
    bencher.bench_local(|| Export::read(black_box(&json), &bank));
}

#[divan::bench]
fn preview_and_merge(bencher: Bencher<'_, '_>) {
    let record = record();
    bencher.bench_local(|| {
        (record.preview(black_box(&record)), record.clone().merged(black_box(&record).clone()))
    });
}

#[divan::bench]
fn memories(bencher: Bencher<'_, '_>) {
    let record = record();
    bencher.bench_local(|| Memories::of(black_box(&record), Zone(-300)));
}

#[divan::bench]
fn mastery_of_topics(bencher: Bencher<'_, '_>) {
    let (bank, record) = (bank(), record());
    bencher.bench_local(|| topics(black_box(&bank), black_box(&record)));
}

#[divan::bench]
fn calibration(bencher: Bencher<'_, '_>) {
    let record = record();
    bencher.bench_local(|| (black_box(&record).calibration(), record.calibrations()));
}

/// With all that it needs.
#[divan::bench]
fn agenda(bencher: Bencher<'_, '_>) {
    let (bank, record) = (bank(), record());
    bencher.bench_local(|| Agenda::of(black_box(&bank), black_box(&record), &wish()));
}
