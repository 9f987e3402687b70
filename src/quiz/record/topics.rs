//! Topics: what share of each a learner has, after all answers.

use super::Record;
use super::places::Places;
use crate::quiz::bank::Bank;
use crate::quiz::id::TopicId;
use crate::quiz::mastery::Mastery;

/// What the answers on a topic say.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicMastery {
    /// The topic.
    pub id: TopicId,
    /// How many answers were counted.
    pub n_answers: usize,
    /// What they say together, newer ones more than older ones.
    pub mastery: Mastery,
}

/// Every topic of the bank, in its order, also those without an answer.
///
/// Only what was checked counts: how somebody rated themselves on a card is no evidence of what they can
/// do, and a reflection has nothing to earn. Answers to questions that the bank does not have any more are
/// passed over; those to questions that moved count for the topic where they are now.
#[must_use]
pub fn topics(bank: &Bank, record: &Record) -> Vec<TopicMastery> {
    by_topic(bank, &Places::of(bank), record)
}

pub(super) fn by_topic(bank: &Bank, places: &Places<'_>, record: &Record) -> Vec<TopicMastery> {
    let nothing = |id: &TopicId| TopicMastery { id: id.clone(), n_answers: 0, mastery: Mastery::default() };
    let mut topics: Vec<_> = bank.topics().iter().map(|topic| nothing(&topic.id)).collect();
    for noted in record.answers() {
        if let Some(score) = noted.what.score()
            && let Some(topic) = places.topic(&noted.question).and_then(|place| topics.get_mut(place))
        {
            topic.n_answers += 1;
            topic.mastery = topic.mastery.and(score);
        }
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::id::Id;
    use crate::quiz::record::testing::{bank, record};
    use crate::quiz::score::Score;

    #[test]
    fn what_was_checked_counts_for_the_topic_where_the_question_is() {
        let bank = bank("s t u", &["a s", "b t", "c t", "r t reflection"]);
        let record = record(&["1: a 1 1, b 1 0.5, gone 1 0, r 1 1", "2: a 2 easy, c 2 1, b 3 0"]);
        let of = |shares: &[f64]| Mastery::of(shares.iter().map(|share| Score::of_one(*share)));
        let expected = [("s", of(&[1.0])), ("t", of(&[0.5, 1.0, 0.0])), ("u", of(&[]))];
        let found = topics(&bank, &record);
        let found: Vec<_> = found.iter().map(|topic| (topic.id.as_str(), topic.mastery)).collect();
        assert_eq!(found, expected);
        assert_eq!(topics(&bank, &record).iter().map(|topic| topic.n_answers).collect::<Vec<_>>(), [1, 3, 0]);
    }
}
