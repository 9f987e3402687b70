//! Turns: questions in an order in which topics take turns.

use crate::quiz::id::{QuestionId, ScenarioId};
use crate::quiz::order::order;
use crate::quiz::question::Question;

/// Questions that come together: those of one scenario, or one alone.
pub(super) struct Unit {
    questions: Vec<QuestionId>,
    scenario: Option<ScenarioId>,
    /// The places of the topics of the first question and of the last one.
    topics: (usize, usize),
    is_urgent: bool,
    /// How likely it is that the one which is least recalled will be.
    recalled: f64,
}

impl Unit {
    /// Adds a question, to the unit of its scenario if it is there. In the order of the bank.
    pub(super) fn add(
        units: &mut Vec<Self>,
        question: &Question,
        topic: usize,
        is_urgent: bool,
        recalled: f64,
    ) {
        let of_same = |unit: &&mut Self| unit.scenario == question.scenario;
        if question.scenario.is_some()
            && let Some(unit) = units.iter_mut().find(of_same)
        {
            unit.questions.push(question.id.clone());
            unit.topics.1 = topic;
            unit.is_urgent |= is_urgent;
            unit.recalled = unit.recalled.min(recalled);
        } else {
            let questions = vec![question.id.clone()];
            let scenario = question.scenario.clone();
            units.push(Self { questions, scenario, topics: (topic, topic), is_urgent, recalled });
        }
    }
}

/// Which topic goes before the others, where several may come next.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Turns {
    /// The one that is first in line, as long as it has questions: two topics alternate at a time.
    WeakestFirst,
    /// The one that had the fewest turns.
    OneEach,
}

impl Turns {
    /// The questions of all units, what is urgent first; within a topic by how likely they are recalled.
    ///
    /// No topic comes twice running as long as another one has questions. A topic that holds more than
    /// half of what is left comes whenever it may, or it would stand alone at the end.
    pub(super) fn arrange(self, units: &[Unit], line: &[usize]) -> Vec<QuestionId> {
        let by_recall =
            order(units.len(), &|one, other| units[one].recalled.total_cmp(&units[other].recalled));
        let mut arranged = Vec::new();
        let mut last = None;
        for is_urgent in [true, false] {
            // Those of each topic, the next one at the end.
            let mut waiting: Vec<Vec<&Unit>> = line.iter().map(|_| Vec::new()).collect();
            let mut n_left = 0;
            for unit in by_recall.iter().rev().map(|place| &units[*place]) {
                if unit.is_urgent == is_urgent {
                    waiting[unit.topics.0].push(unit);
                    n_left += 1;
                }
            }
            let mut n_turns = vec![0; line.len()];
            loop {
                let key = |topic: &usize| {
                    let is_crowded = waiting[*topic].len() > n_left / 2;
                    let turns = if self == Self::OneEach { n_turns[*topic] } else { 0 };
                    (Some(*topic) == last, !is_crowded, turns)
                };
                // Of equal ones the first in line.
                let open = line.iter().copied().filter(|topic| !waiting[*topic].is_empty());
                let Some(topic) = open.min_by_key(key) else { break };
                n_turns[topic] += 1;
                n_left -= 1;
                if let Some(unit) = waiting[topic].pop() {
                    arranged.extend_from_slice(&unit.questions);
                    last = Some(unit.topics.1);
                }
            }
        }
        arranged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;

    /// Arranges units written as topic and letter, with `!` where they are urgent.
    fn arranged(turns: Turns, units: &str) -> String {
        let unit = |text: &str| Unit {
            questions: vec![QuestionId::parse(text.trim_end_matches('!')).unwrap()],
            scenario: None,
            topics: (text[..1].parse().unwrap(), text[..1].parse().unwrap()),
            is_urgent: text.ends_with('!'),
            recalled: 0.5,
        };
        let units: Vec<_> = units.split(' ').map(unit).collect();
        let ids = turns.arrange(&units, &[0, 1, 2]);
        ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn topics_take_turns() {
        for (units, weakest_first, one_each) in [
            ("0a 0b 1a 1b 2a 2b", "0a 1a 0b 2a 1b 2b", "0a 1a 2a 0b 1b 2b"),
            ("0a 0b 0c 1a 1b 1c 2a", "0a 1a 0b 1b 0c 1c 2a", "0a 1a 2a 0b 1b 0c 1c"),
            ("2a 1a 0a", "0a 1a 2a", "0a 1a 2a"),
            // Whose part is more than half comes as often as it may, or it would stand alone at the end.
            ("0a 1a 2a 2b 2c", "2a 0a 2b 1a 2c", "2a 0a 2b 1a 2c"),
            ("0a 0b 0c 0d 1a", "0a 1a 0b 0c 0d", "0a 1a 0b 0c 0d"),
            ("0a 1a 2a 1b! 2b! 1c!", "1b 2b 1c 0a 1a 2a", "1b 2b 1c 0a 1a 2a"),
            ("0a! 0b 1a", "0a 1a 0b", "0a 1a 0b"),
        ] {
            assert_eq!(arranged(Turns::WeakestFirst, units), weakest_first, "{units}");
            assert_eq!(arranged(Turns::OneEach, units), one_each, "{units}");
        }
    }
}
