//! A session's events → the events a page hears. This JSON is part of the contract.

use crate::quiz::id::Id;
use crate::quiz::session::report::{Answer, Report};
use crate::quiz::{Bank, Event, Problem, Response, Score};
use crate::widget::load::LoadError;
use serde::Serialize;

/// An event of the element: its name and its `detail` as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name, beginning with `selfcheck-`.
    pub name: &'static str,
    /// Its detail.
    pub detail: String,
}

impl Message {
    fn new(name: &'static str, detail: &impl Serialize) -> Self {
        // Writing to a string cannot fail: there is no map with keys that are not text.
        Self { name, detail: serde_json::to_string(detail).unwrap_or_default() }
    }

    /// The bank was read.
    #[must_use]
    pub fn ready(bank: &Bank) -> Self {
        let about = bank.about();
        let n_questions = bank.questions().len();
        Self::new(
            "selfcheck-ready",
            &Ready { bank_id: about.id.as_str(), title: &about.title, question_count: n_questions },
        )
    }

    /// There is no bank to show.
    #[must_use]
    pub fn error(error: &LoadError) -> Self {
        let problems = error.problems().iter().map(WireProblem::of).collect();
        Self::new("selfcheck-error", &Failed { code: error.code(), message: error.message(), problems })
    }

    /// What a session reports.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Started { n_questions, mode, seed } => Self::new(
                "selfcheck-start",
                &Started { question_count: *n_questions, mode: mode.name(), seed: seed.0 },
            ),
            Event::Moved { question, position, total } => Self::new(
                "selfcheck-move",
                &Moved { question_id: question.as_str(), position: position + 1, total: *total },
            ),
            Event::Answered { question, response, score } => Self::new(
                "selfcheck-answer",
                &Answered {
                    question_id: question.as_str(),
                    response: Some(response),
                    score: Some(*score),
                    certainty: None,
                },
            ),
            Event::Finished(report) => Self::new("selfcheck-finish", &Finished::of(report)),
            Event::Restarted => Self::new("selfcheck-restart", &Empty {}),
        }
    }
}

/// The detail of `selfcheck-finish`, which is also the element's `report`.
#[must_use]
pub fn report_json(report: &Report) -> String {
    Message::new("", &Finished::of(report)).detail
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ready<'a> {
    bank_id: &'a str,
    title: &'a str,
    question_count: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Started<'a> {
    question_count: usize,
    mode: &'a str,
    seed: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Moved<'a> {
    question_id: &'a str,
    /// Counted from 1.
    position: usize,
    total: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answered<'a> {
    question_id: &'a str,
    response: Option<&'a Response>,
    score: Option<Score>,
    /// How sure the learner was; nobody is asked yet.
    certainty: Option<u8>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finished<'a> {
    earned: f64,
    possible: f64,
    percent: f64,
    passed: Option<bool>,
    duration_ms: u64,
    topics: Vec<WireTopic<'a>>,
    answers: Vec<Answered<'a>>,
}

#[derive(Serialize)]
struct WireTopic<'a> {
    id: &'a str,
    earned: f64,
    possible: f64,
}

impl<'a> Finished<'a> {
    fn of(report: &'a Report) -> Self {
        let answer = |answer: &'a Answer| Answered {
            question_id: answer.question.as_str(),
            response: answer.response.as_ref(),
            score: Some(answer.score),
            certainty: None,
        };
        let topics = report.topics.iter().map(|topic| WireTopic {
            id: topic.id.as_str(),
            earned: topic.score.earned,
            possible: topic.score.possible,
        });
        Self {
            earned: report.score.earned,
            possible: report.score.possible,
            percent: report.score.percent(),
            passed: report.passed,
            duration_ms: report.duration.0,
            topics: topics.collect(),
            answers: report.answers.iter().map(answer).collect(),
        }
    }
}

#[derive(Serialize)]
struct Failed<'a> {
    code: &'a str,
    message: String,
    problems: Vec<WireProblem<'a>>,
}

#[derive(Serialize)]
struct WireProblem<'a> {
    rule: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    message: &'a str,
    remedy: &'a str,
}

impl<'a> WireProblem<'a> {
    fn of(problem: &'a Problem) -> Self {
        Self {
            rule: problem.rule,
            path: &problem.path,
            line: problem.place.line,
            column: problem.place.column,
            message: &problem.message,
            remedy: &problem.remedy,
        }
    }
}
