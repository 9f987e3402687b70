//! Places: where in a bank a question stands, found without going through all of them.

use crate::quiz::bank::Bank;
use crate::quiz::id::QuestionId;
use crate::quiz::order::order;
use crate::quiz::question::{Kind, Question};

/// The questions of a bank with the places of their topics. Made once for many answers.
pub(super) struct Places<'b> {
    bank: &'b Bank,
    /// The places of the questions, in order of their ids.
    sorted: Vec<usize>,
    /// The topic of each question.
    topics: Vec<usize>,
}

impl<'b> Places<'b> {
    pub(super) fn of(bank: &'b Bank) -> Self {
        let questions = bank.questions();
        let topic_of = |question: &Question| {
            bank.topics().iter().position(|topic| topic.id == question.topic).unwrap_or_default()
        };
        Self {
            bank,
            sorted: order(questions.len(), &|one, other| questions[one].id.cmp(&questions[other].id)),
            topics: questions.iter().map(topic_of).collect(),
        }
    }

    /// The place of the topic of a question that has points; nothing where the bank has no such question
    /// any more, or it is a reflection.
    pub(super) fn topic(&self, id: &QuestionId) -> Option<usize> {
        let questions = self.bank.questions();
        let place = self.sorted.binary_search_by(|place| questions[*place].id.cmp(id)).ok()?;
        let place = self.sorted[place];
        has_points(&questions[place]).then_some(self.topics[place])
    }

    /// The questions that have points, each with the place of its topic, in the order of the bank.
    pub(super) fn questions(&self) -> impl Iterator<Item = (&'b Question, usize)> {
        let all = self.bank.questions().iter().zip(self.topics.iter().copied());
        all.filter(|(question, _)| has_points(question))
    }
}

fn has_points(question: &Question) -> bool {
    !matches!(question.kind, Kind::Reflection(_))
}
