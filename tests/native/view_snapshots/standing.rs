//! Screens that tell of earlier days: where a learner stands, what is due, what is kept.

use super::screens::{Scene, Sitting};
use selfcheck::quiz::id::{Id, TopicId};
use selfcheck::quiz::memory::zone::Zone;
use selfcheck::quiz::record::Record;
use selfcheck::quiz::record::export::Export;
use selfcheck::quiz::record::sitting;
use selfcheck::quiz::session::action::Scope;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::{Count, Settings};
use selfcheck::quiz::session::snapshot::Refusal;
use selfcheck::quiz::{Action, Bank};
use selfcheck::widget::past::{Incoming, Past};
use selfcheck::widget::stage::{Notice, Page, Screen, Stage};

const DAY: u64 = 86_400_000;
/// Sunday, 23 November 2025, 12:13 in UTC.
const NOW: u64 = 1_763_900_000_000;

/// A record of sittings, the days ago on which each was with its mode, answers and outcome.
fn record(bank: &Bank, sittings: &[(u64, &str, &str)]) -> Record {
    let id = &bank.about().id;
    let mut record = Record::new(id.clone());
    for (days_ago, mode, answers) in sittings {
        let began = NOW - days_ago * DAY;
        let head = format!(
            r#"{{"format":"selfcheck-log","version":1,"bank":"{id}","sitting":"{began}-7","mode":"{mode}"}}"#
        );
        let lines = answers.split(", ").enumerate().map(|(at, answer)| {
            let words: Vec<_> = answer.split(' ').collect();
            let at = began + at as u64 * 60_000;
            match words[..] {
                ["points", earned, possible] => {
                    format!(
                        r#"{{"earned":{earned},"possible":{possible},"durationMs":9,"questions":{possible}}}"#
                    )
                }
                [question, rating] if rating.parse::<f64>().is_err() => {
                    format!(r#"{{"q":"{question}","atMs":{at},"rating":"{rating}"}}"#)
                }
                [question, share] => format!(r#"{{"q":"{question}","atMs":{at},"share":{share}}}"#),
                [question, share, sure] => {
                    format!(r#"{{"q":"{question}","atMs":{at},"share":{share},"sure":"{sure}"}}"#)
                }
                _ => panic!("{answer}"),
            }
        });
        let lines: Vec<_> = [head].into_iter().chain(lines).collect();
        record.take(sitting::Sitting::read(&lines.join("\n"), id).unwrap());
    }
    record
}

fn few(bank: &Bank) -> Record {
    record(bank, &[(1, "practice", "radio 1, boxes 0.5, verdict 0")])
}

/// Enough of one topic, and too little of the other.
fn some(bank: &Bank) -> Record {
    record(
        bank,
        &[
            (400, "practice", "boxes 0, two 1"),
            (9, "dreaming", "boxes 1 quite"),
            (2, "cards", "radio good, scene again"),
            (
                1,
                "exam",
                "boxes 1 quite, two 1 fairly, scene 1, pairs 1, reuse 0.5, rich 1, verdict 1, radio 0.5, points 7 8",
            ),
            (0, "review", "boxes 1 quite, two 1 unsure, verdict 0 quite"),
        ],
    )
}

/// More sittings than are listed.
fn many(bank: &Bank) -> Record {
    let all = "radio 1, boxes 1, two 1, verdict 1, scene 1, order 1, pairs 1, reuse 1, word 1, rows 1";
    let days: Vec<_> = (0..53).map(|day| (day, "practice", all)).collect();
    record(bank, &days)
}

/// Asked how sure, in more sittings than are told one by one.
fn sure(bank: &Bank) -> Record {
    let days: Vec<_> =
        (0..9).map(|n| (n * 12, "practice", "boxes 1 quite, two 0 quite, scene 1 unsure")).collect();
    record(bank, &days)
}

fn knowing(record: Record) -> Past {
    Past { record: Some(record), now: Millis(NOW), zone: Zone(0), ..Past::default() }
}

fn page(past: Past, screen: Screen) -> Screen {
    Screen { page: Some(Page::Progress), past, is_saving: true, ..screen }
}

/// Those with texts of the bank.
pub(super) fn scenes_of(bank: &Bank) -> Vec<Scene> {
    let ready = || Sitting::ready(bank).screen();
    vec![Scene { name: "progress", screen: page(knowing(some(bank)), ready()) }]
}

pub(super) fn scenes(bank: &Bank) -> Vec<Scene> {
    let ready = || Sitting::ready(bank).screen();
    let saved = || Screen { stage: Stage::Saved(Sitting::of(bank).session), ..Screen::default() };
    let scene = |name, screen| Scene { name, screen };
    let with = |name, incoming: Incoming| {
        scene(name, page(Past { incoming: Some(incoming), ..knowing(few(bank)) }, ready()))
    };
    let looked_into = |record: &Record, session| {
        let json = record.to_json(Millis(NOW), session);
        let json = json.replace(r#""q":"two""#, r#""q":7"#);
        let export = Export::read(&json, record.bank()).unwrap();
        let preview = few(bank).preview(&export.record);
        Incoming::Ready { export: Box::new(export), preview }
    };
    let snapshot = Sitting::of(bank).session.snapshot().to_json();
    let nothing = || Record::new(bank.about().id.clone());
    let unkept = Screen { is_saving: false, ..page(knowing(few(bank)), ready()) };
    let refused =
        Screen { is_saving: false, notices: vec![Notice::NotSaved], ..page(knowing(few(bank)), ready()) };
    vec![
        scene("progress-empty", page(knowing(nothing()), ready())),
        scene("progress-few", page(knowing(few(bank)), ready())),
        scene("progress-sure", page(knowing(sure(bank)), ready())),
        scene("progress-many", page(knowing(many(bank)), ready())),
        scene("progress-not-kept", unkept),
        scene("progress-not-saved", refused),
        scene("progress-while-a-sitting-waits", page(knowing(few(bank)), saved())),
        scene("progress-unread", page(Past { n_unread: 2, ..knowing(nothing()) }, ready())),
        scene("progress-erasing", page(Past { is_erasing: true, ..knowing(few(bank)) }, ready())),
        with("progress-file", looked_into(&some(bank), Some(&snapshot))),
        with("progress-file-not-new", looked_into(&few(bank), None)),
        with("progress-file-refused", Incoming::Refused(Refusal::NotOurs)),
        with("progress-file-of-another-quiz", Incoming::Refused(Refusal::OtherBank)),
        with("progress-file-newer", Incoming::Refused(Refusal::Newer)),
        with("progress-file-too-large", Incoming::TooLarge),
        with("progress-file-taken-in", Incoming::Taken(30)),
        scene("start-with-progress", Screen { past: knowing(few(bank)), ..ready() }),
        scene("start-for-the-first-time", Screen { past: knowing(nothing()), is_saving: true, ..ready() }),
        scene("saved-with-progress", Screen { past: knowing(few(bank)), is_saving: true, ..saved() }),
        scene(
            "saved-erasing",
            Screen { past: Past { is_erasing: true, ..knowing(some(bank)) }, is_saving: true, ..saved() },
        ),
    ]
}

/// Where what is due is asked.
pub(super) fn reviews(bank: &Bank) -> Vec<Scene> {
    let reviewing = |name, record: Record, n: Option<u32>| {
        let settings = Settings { mode: Mode::Review, ..Settings::default() };
        let mut sitting = Sitting::with(bank, settings);
        let scope = Scope { topics: TopicId::parse("leaves").into_iter().collect(), count: n.map(Count::Of) };
        sitting.act(Action::Choose(scope));
        let mut past = knowing(record);
        let agenda = past.agenda_of(&sitting.session, &sitting.session.scope().topics).unwrap();
        let questions: Vec<_> = agenda.due.iter().chain(&agenda.fresh).cloned().collect();
        sitting.session.propose(&questions);
        past.agenda = Some(agenda);
        Scene { name, screen: Screen { past, is_saving: true, ..sitting.screen() } }
    };
    let all = |share: &str, days_ago| {
        let of_leaves = bank.questions().iter().filter(|question| question.topic.as_str() == "leaves");
        let answers: Vec<_> = of_leaves.map(|question| format!("{} {share}", question.id)).collect();
        record(bank, &[(days_ago, "review", &answers.join(", "))])
    };
    let mut results = Sitting::with(bank, Settings { mode: Mode::Review, ..Settings::default() });
    results.act(Action::Start);
    results.act(Action::Finish);
    vec![
        reviewing("review-first", Record::new(bank.about().id.clone()), Some(5)),
        reviewing("review-due-and-new", few(bank), None),
        reviewing("review-more-due-than-asked", all("0", 3), Some(3)),
        reviewing("review-nothing-due", all("1", 0), None),
        Scene {
            name: "results-of-a-review",
            screen: Screen { past: knowing(some(bank)), is_saving: true, ..results.screen() },
        },
    ]
}
