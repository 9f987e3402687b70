//! Memories: how well each question is remembered, after all answers.

use super::Record;
use super::sitting::{Noted, What};
use crate::quiz::id::QuestionId;
use crate::quiz::memory::Memory;
use crate::quiz::memory::zone::Zone;
use crate::quiz::order::order;

/// The memories of every question that was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Memories(Vec<Remembered>);

/// What is remembered of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// The question. The bank may not have it any more.
    pub question: QuestionId,
    /// How well it is remembered.
    pub memory: Memory,
    /// What came of the last answer.
    pub last: What,
}

impl Memories {
    /// What follows from the answers of a record, to somebody whose days begin there. Each answer counts by
    /// its [rating](What::rating). All days are counted in today's zone, as no answer tells its own.
    #[must_use]
    pub fn of(record: &Record, zone: Zone) -> Self {
        let answers = record.answers();
        let by_question =
            order(answers.len(), &|one, other| answers[one].question.cmp(&answers[other].question));
        let mut memories: Vec<Remembered> = Vec::new();
        for Noted { question, at, what } in by_question.into_iter().map(|place| answers[place]) {
            let rating = what.rating();
            match memories.last_mut().filter(|last| last.question == *question) {
                Some(last) => {
                    last.memory = last.memory.after(rating, *at, zone);
                    last.last = *what;
                }
                None => {
                    let memory = Memory::first(rating, *at);
                    memories.push(Remembered { question: question.clone(), memory, last: *what });
                }
            }
        }
        Self(memories)
    }

    /// That of one question, where it was ever answered.
    #[must_use]
    pub fn get(&self, question: &QuestionId) -> Option<&Remembered> {
        let place = self.0.binary_search_by(|known| known.question.cmp(question)).ok()?;
        self.0.get(place)
    }

    /// All of them, in order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Remembered> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;
    use crate::quiz::memory::rating::Rating;
    use crate::quiz::record::testing::{DAY, id, record};
    use crate::quiz::session::report::Millis;

    const UTC: Zone = Zone(0);

    #[test]
    fn answers_count_in_order_of_time_whatever_sitting_they_are_of() {
        // The third sitting began before the second one was over.
        let record = record(&["0: b 0 1", "1: a 1 0.5, b 6 0", "2: b 2 1 unsure, a 3 good"]);
        let memories = Memories::of(&record, UTC);
        let at = |day: u64| Millis(day * DAY);
        let b = Memory::first(Rating::Good, at(0)).after(Rating::Hard, at(2), UTC).after(
            Rating::Again,
            at(6),
            UTC,
        );
        let a = Memory::first(Rating::Again, at(1)).after(Rating::Good, at(3), UTC);
        assert_eq!((memories.get(&id("a")).unwrap().memory, memories.get(&id("b")).unwrap().memory), (a, b));
        assert_eq!(memories.get(&id("b")).unwrap().last, What::Scored { share: 0.0, certainty: None });
        assert_eq!(memories.get(&id("c")), None);
        assert_eq!(memories.iter().map(|known| known.question.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }
}
