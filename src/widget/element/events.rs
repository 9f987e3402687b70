//! A session's events → the events a page hears. This JSON is part of the contract.

use crate::quiz::bank::json::to_json;
use crate::quiz::bank::tree::{Tree, Value, table};
use crate::quiz::calibration::Certainty;
use crate::quiz::id::Id;
use crate::quiz::memory::rating::Rating;
use crate::quiz::session::attempt::Attempt;
use crate::quiz::session::report::{Answer, Report, TopicScore};
use crate::quiz::{Bank, Event, Problem, Response, Score};
use crate::widget::load::LoadError;

/// An event of the element: its name and its `detail` as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name, beginning with `selfcheck-`.
    pub name: &'static str,
    /// Its detail.
    pub detail: String,
}

impl Message {
    fn new<const N: usize>(name: &'static str, detail: [(&str, Tree); N]) -> Self {
        let detail = detail.map(|(name, value)| (name, Some(value)));
        Self { name, detail: to_json(&table(detail)) }
    }

    /// The bank was read.
    #[must_use]
    pub fn ready(bank: &Bank) -> Self {
        let about = bank.about();
        let detail = [
            ("bankId", about.id.as_str().into()),
            ("title", about.title.as_str().into()),
            ("questionCount", count(bank.questions().len())),
        ];
        Self::new("selfcheck-ready", detail)
    }

    /// There is no bank to show.
    #[must_use]
    pub fn error(error: &LoadError) -> Self {
        let detail = [
            ("code", error.code().into()),
            ("message", error.message().as_str().into()),
            ("problems", error.problems().iter().map(problem).collect()),
        ];
        Self::new("selfcheck-error", detail)
    }

    /// The results are there; `report` is theirs as JSON.
    #[must_use]
    pub fn finish(report: String) -> Self {
        Self { name: "selfcheck-finish", detail: report }
    }

    /// What a session reports; nothing of [results](Self::finish).
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let message = match event {
            Event::Started { n_questions, mode, seed } => Self::new(
                "selfcheck-start",
                [
                    ("questionCount", count(*n_questions)),
                    ("mode", mode.name().into()),
                    ("seed", seed.0.into()),
                ],
            ),
            Event::Moved { question, position, total } => Self::new(
                "selfcheck-move",
                [
                    ("questionId", question.as_str().into()),
                    ("position", count(position + 1)),
                    ("total", count(*total)),
                ],
            ),
            Event::Answered { question, response, score, certainty, has_hint, attempt, is_final } => {
                let mut detail = answered(question, Some(response.to_tree()), *score, *certainty, *has_hint);
                detail.extend([
                    ("attempt".to_owned(), count(*attempt)),
                    ("final".to_owned(), (*is_final).into()),
                ]);
                Self { name: "selfcheck-answer", detail: to_json(&Value::Table(detail).into()) }
            }
            Event::Rated { question, rating } => {
                let detail = answered(question, Some(card(*rating)), Score::default(), None, false);
                Self { name: "selfcheck-answer", detail: to_json(&Value::Table(detail).into()) }
            }
            Event::Finished => return None,
            Event::Restarted => Self::new("selfcheck-restart", []),
        };
        Some(message)
    }
}

/// The detail of `selfcheck-finish`, which is also the element's `report`.
#[must_use]
pub fn report_json(report: &Report) -> String {
    let attempt = |(attempt, score): &(Attempt, Score)| {
        table([
            ("response", Some(attempt.response.to_tree())),
            ("score", Some(points(*score))),
            ("certainty", Some(or_null(attempt.certainty.map(Certainty::name)))),
            ("hint", Some(attempt.has_hint.into())),
        ])
    };
    let answer = |answer: &Answer| {
        let last = answer.attempts.last().map(|(last, _)| last);
        let response = answer.response.as_ref().map(Response::to_tree).or(answer.rating.map(card));
        let certainty = last.and_then(|last| last.certainty);
        let has_hint = last.is_some_and(|last| last.has_hint);
        let mut fields = answered(&answer.question, response, answer.score, certainty, has_hint);
        fields.push(("attempts".to_owned(), answer.attempts.iter().map(attempt).collect()));
        Tree::from(Value::Table(fields))
    };
    let topic = |topic: &TopicScore| {
        table([
            ("id", Some(topic.id.as_str().into())),
            ("earned", Some(topic.score.earned.into())),
            ("possible", Some(topic.score.possible.into())),
        ])
    };
    to_json(&table([
        ("earned", Some(report.score.earned.into())),
        ("possible", Some(report.score.possible.into())),
        ("percent", Some(report.score.percent().into())),
        ("passed", Some(or_null(report.passed))),
        ("durationMs", Some(report.duration.into())),
        ("topics", Some(report.topics.iter().map(topic).collect())),
        ("answers", Some(report.answers.iter().map(answer).collect())),
        ("certaintyMarks", Some(or_null(report.calibration.marks()))),
    ]))
}

/// `certainty` is always there, and null where nobody said how sure they are.
fn answered(
    question: &impl Id,
    response: Option<Tree>,
    score: Score,
    certainty: Option<Certainty>,
    has_hint: bool,
) -> Vec<(String, Tree)> {
    let fields = [
        ("questionId", question.as_str().into()),
        ("response", or_null(response)),
        ("score", points(score)),
        ("certainty", or_null(certainty.map(Certainty::name))),
        ("hint", has_hint.into()),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into()
}

/// What a learner said of a card.
fn card(rating: Rating) -> Tree {
    table([("kind", Some("card".into())), ("rating", Some(rating.name().into()))])
}

/// Points; null where there are none to earn.
fn points(score: Score) -> Tree {
    let points = [("earned", Some(score.earned.into())), ("possible", Some(score.possible.into()))];
    or_null(score.is_counted().then(|| table(points)))
}

fn problem(problem: &Problem) -> Tree {
    table([
        ("rule", Some(problem.rule.into())),
        ("path", Some(problem.path.as_str().into())),
        ("line", Some(problem.place.line.into())),
        ("column", Some(problem.place.column.into())),
        ("message", Some(problem.message.as_str().into())),
        ("remedy", Some(problem.remedy.as_str().into())),
    ])
}

fn or_null(value: Option<impl Into<Tree>>) -> Tree {
    value.map_or_else(|| Value::Null.into(), Into::into)
}

/// A number of things in a bank, far below what an `f64` counts.
#[allow(clippy::cast_precision_loss)]
fn count(n: usize) -> Tree {
    (n as f64).into()
}

#[cfg(test)]
mod tests {
    //! What other people's pages rely on: a field may be added, none may change or go.
    use super::*;
    use crate::quiz::bank::problem::Place;
    use crate::quiz::calibration::Calibration;
    use crate::quiz::id::{OptionId, QuestionId, TopicId};
    use crate::quiz::session::mode::Mode;
    use crate::quiz::session::report::Millis;
    use crate::quiz::shuffle::Seed;

    fn id<T: Id>(text: &str) -> T {
        T::parse(text).unwrap()
    }

    #[track_caller]
    fn check(message: &Message, name: &str, detail: &str) {
        assert_eq!(message.name, name);
        assert_eq!(message.detail, detail.split("\n        ").map(str::trim_start).collect::<String>());
    }

    #[test]
    fn ready_tells_what_the_bank_is() {
        let bank = Bank::read(
            r#"{"format":1,"id":"b","title":"“B” & <b>","topics":[{"id":"t","title":"T"}],"questions":[{"id":"q",
            "kind":"single-choice","topic":"t","stem":"?","options":[{"text":"x","correct":true},{"text":"y"}]}]}"#,
        );
        check(
            &Message::ready(&bank.unwrap()),
            "selfcheck-ready",
            r#"{"bankId":"b","title":"“B” & <b>","questionCount":1}"#,
        );
    }

    #[test]
    fn start_tells_how_the_session_was_drawn() {
        let event = Event::Started { n_questions: 10, mode: Mode::Practice, seed: Seed(u32::MAX) };
        check(
            &Message::of(&event).unwrap(),
            "selfcheck-start",
            r#"{"questionCount":10,"mode":"practice","seed":4294967295}"#,
        );
    }

    #[test]
    fn move_counts_positions_from_1() {
        let event = Event::Moved { question: id("q-1"), position: 0, total: 3 };
        check(
            &Message::of(&event).unwrap(),
            "selfcheck-move",
            r#"{"questionId":"q-1","position":1,"total":3}"#,
        );
    }

    #[test]
    fn answer_tells_the_response_of_each_kind() {
        let option = |text: &str| id::<OptionId>(text);
        let score = Score { earned: 1.0 / 3.0, possible: 1.0 };
        for (response, json) in [
            (
                Response::SingleChoice { option: Some(option("b")) },
                r#"{"kind":"single-choice","option":"b"}"#,
            ),
            (
                Response::MultipleResponse { options: vec![option("a"), option("c")] },
                r#"{"kind":"multiple-response","options":["a","c"]}"#,
            ),
            (
                Response::TrueFalse { verdict: Some(false), reason: Some(option("a")) },
                r#"{"kind":"true-false","verdict":false,"reason":"a"}"#,
            ),
            (
                Response::Ordering { order: ["b", "a", "c"].map(option).into() },
                r#"{"kind":"ordering","order":["b","a","c"]}"#,
            ),
            (
                Response::Matching { pairs: vec![(option("a"), option("integrity"))] },
                r#"{"kind":"matching","pairs":{"a":"integrity"}}"#,
            ),
            (Response::FillIn { text: "“trust”".to_owned() }, r#"{"kind":"fill-in","text":"“trust”"}"#),
            (
                Response::Grid { rows: vec![(option("a"), option("yes")), (option("b"), option("no"))] },
                r#"{"kind":"grid","rows":{"a":"yes","b":"no"}}"#,
            ),
            (Response::Numeric { text: "48,5".to_owned() }, r#"{"kind":"numeric","text":"48,5"}"#),
            (
                Response::Cloze {
                    gaps: vec![(option("owner"), "a".to_owned()), (option("hours"), "48".to_owned())],
                },
                r#"{"kind":"cloze","gaps":{"owner":"a","hours":"48"}}"#,
            ),
            (Response::Hotspot { region: Some(option("door")) }, r#"{"kind":"hotspot","region":"door"}"#),
        ] {
            let event = Event::Answered {
                question: id("q"),
                response,
                score,
                certainty: Some(Certainty::Quite),
                has_hint: true,
                attempt: 2,
                is_final: false,
            };
            let detail = format!(
                r#"{{"questionId":"q","response":{json},"score":{{"earned":0.333333,"possible":1}},"certainty":"quite","hint":true,"attempt":2,"final":false}}"#
            );
            check(&Message::of(&event).unwrap(), "selfcheck-answer", &detail);
        }
    }

    #[test]
    fn what_earns_no_points_has_no_score() {
        let response = Response::Reflection { text: "I…\n".to_owned(), checks: vec![id("a"), id("c")] };
        let (question, score, attempt) = (id("q"), Score::default(), 1);
        let event = Event::Answered {
            question,
            response,
            score,
            certainty: None,
            has_hint: false,
            attempt,
            is_final: true,
        };
        check(
            &Message::of(&event).unwrap(),
            "selfcheck-answer",
            r#"{"questionId":"q","response":{"kind":"reflection","text":"I…\n","checks":["a","c"]},
            "score":null,"certainty":null,"hint":false,"attempt":1,"final":true}"#,
        );
        let answer = Answer { score, ..report().answers.remove(1) };
        let json = report_json(&Report { answers: vec![answer], ..report() });
        assert!(json.contains(r#""response":null,"score":null"#), "{json}");
    }

    #[test]
    fn a_card_is_an_answer_without_a_score() {
        check(
            &Message::of(&Event::Rated { question: id("q"), rating: Rating::Hard }).unwrap(),
            "selfcheck-answer",
            r#"{"questionId":"q","response":{"kind":"card","rating":"hard"},"score":null,"certainty":null,"hint":false}"#,
        );
    }

    fn report() -> Report {
        let score = |earned| Score { earned, possible: 1.0 };
        let attempt = |option: &str, has_hint| {
            let response = Response::SingleChoice { option: Some(id(option)) };
            (Attempt { response, has_hint, certainty: None }, score(f64::from(u8::from(has_hint))))
        };
        let answer = |question: &str, attempts: Vec<(Attempt, Score)>| Answer {
            question: id::<QuestionId>(question),
            response: attempts.last().map(|(last, _)| last.response.clone()),
            score: attempts.last().map_or(score(0.0), |(_, score)| *score),
            attempts,
            is_flagged: false,
            rating: None,
        };
        Report {
            score: Score { earned: 1.0, possible: 2.0 },
            passed: None,
            duration: Millis(83_500),
            topics: vec![TopicScore { id: id::<TopicId>("t"), score: Score { earned: 1.0, possible: 2.0 } }],
            answers: vec![
                answer("q1", vec![attempt("a", false), attempt("b", true)]),
                answer("q2", Vec::new()),
            ],
            calibration: Calibration::default(),
        }
    }

    #[test]
    fn finish_tells_the_points_in_all_by_topic_and_by_question() {
        check(
            &Message::finish(report_json(&report())),
            "selfcheck-finish",
            r#"{"earned":1,"possible":2,"percent":50,"passed":null,"durationMs":83500,
            "topics":[{"id":"t","earned":1,"possible":2}],
            "answers":[{"questionId":"q1","response":{"kind":"single-choice","option":"b"},
            "score":{"earned":1,"possible":1},"certainty":null,"hint":true,"attempts":[
            {"response":{"kind":"single-choice","option":"a"},"score":{"earned":0,"possible":1},"certainty":null,"hint":false},
            {"response":{"kind":"single-choice","option":"b"},"score":{"earned":1,"possible":1},"certainty":null,"hint":true}]},
            {"questionId":"q2","response":null,"score":{"earned":0,"possible":1},"certainty":null,"hint":false,
            "attempts":[]}],"certaintyMarks":null}"#,
        );
    }

    #[test]
    fn finish_tells_the_marks_of_certainty_where_somebody_was_sure() {
        let mut calibration = Calibration::default();
        calibration.count(Certainty::Quite, Score::of_one(0.0));
        calibration.count(Certainty::Fairly, Score::of_one(1.0));
        let json = report_json(&Report { calibration, ..report() });
        assert!(json.ends_with(r#","certaintyMarks":-4}"#), "{json}");
    }

    #[test]
    fn passed_is_told_where_there_is_a_target() {
        for (passed, json) in [(Some(true), "true"), (Some(false), "false"), (None, "null")] {
            let json = format!(r#""passed":{json},"#);
            assert!(report_json(&Report { passed, ..report() }).contains(&json), "{json}");
        }
    }

    #[test]
    fn restart_tells_nothing_more() {
        check(&Message::of(&Event::Restarted).unwrap(), "selfcheck-restart", "{}");
    }

    #[test]
    fn error_tells_why_there_is_no_bank() {
        for (error, code) in [
            (LoadError::Network("no answer".to_owned()), "network"),
            (LoadError::Timeout("no answer".to_owned()), "timeout"),
            (LoadError::Status(404, "no answer".to_owned()), "http"),
        ] {
            let detail = format!(r#"{{"code":"{code}","message":"no answer","problems":[]}}"#);
            check(&Message::error(&error), "selfcheck-error", &detail);
        }
        let place = Place { file: 0, line: 3, column: 5 };
        let problem = Problem::error("F5", place, "questions[0].stem", "is missing", "add it");
        check(
            &Message::error(&LoadError::Unreadable(vec![problem])),
            "selfcheck-error",
            r#"{"code":"bank",
            "message":"1 problem(s) in the bank: line 3: questions[0].stem: [F5] is missing; add it",
            "problems":[{"rule":"F5","path":"questions[0].stem","line":3,"column":5,
            "message":"is missing","remedy":"add it"}]}"#,
        );
    }
}
