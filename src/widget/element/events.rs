//! A session's events → the events a page hears. This JSON is part of the contract.

use crate::quiz::bank::tree::{self, Tree, Value, table};
use crate::quiz::id::Id;
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
        Self { name, detail: tree::to_json(&table(detail)) }
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

    /// What a session reports.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        match event {
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
            Event::Answered { question, response, score } => {
                Self::new("selfcheck-answer", answered(question, Some(response), *score))
            }
            Event::Finished(report) => Self { name: "selfcheck-finish", detail: report_json(report) },
            Event::Restarted => Self::new("selfcheck-restart", []),
        }
    }
}

/// The detail of `selfcheck-finish`, which is also the element's `report`.
#[must_use]
pub fn report_json(report: &Report) -> String {
    let answer = |answer: &Answer| {
        let fields = answered(&answer.question, answer.response.as_ref(), answer.score);
        table(fields.map(|(name, value)| (name, Some(value))))
    };
    let topic = |topic: &TopicScore| {
        table([
            ("id", Some(topic.id.as_str().into())),
            ("earned", Some(topic.score.earned.into())),
            ("possible", Some(topic.score.possible.into())),
        ])
    };
    // Times stay below 2⁵³.
    #[allow(clippy::cast_precision_loss)]
    let duration = report.duration.0 as f64;
    tree::to_json(&table([
        ("earned", Some(report.score.earned.into())),
        ("possible", Some(report.score.possible.into())),
        ("percent", Some(report.score.percent().into())),
        ("passed", Some(or_null(report.passed))),
        ("durationMs", Some(duration.into())),
        ("topics", Some(report.topics.iter().map(topic).collect())),
        ("answers", Some(report.answers.iter().map(answer).collect())),
    ]))
}

/// `certainty` is always there, and null: nobody is asked how sure they are.
fn answered(question: &impl Id, response: Option<&Response>, score: Score) -> [(&'static str, Tree); 4] {
    let score = table([("earned", Some(score.earned.into())), ("possible", Some(score.possible.into()))]);
    [
        ("questionId", question.as_str().into()),
        ("response", or_null(response.map(Response::to_tree))),
        ("score", score),
        ("certainty", Value::Null.into()),
    ]
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
