//! Record: what a learner's answers over days came to. It is kept on their device, moved to another, and
//! forgotten.
//!
//! Only answers are kept, each with its moment. All that can be told of them is worked out again when it
//! is wanted, so it can neither be lost nor contradict them, and two devices can be put together:
//!
//! | What follows | Where |
//! |---|---|
//! | how well each question is remembered | [`memories`] |
//! | what share of each topic the learner has | [`topics`] |
//! | whether they were right as often as they were sure | [`calibration`] |
//! | what to ask today | [`agenda`] |
//! | which sittings there were | [`Record::sittings`] |
//!
//! Each takes the answers [in order of time](Record::answers), from whatever sitting they are.

pub mod agenda;
pub mod calibration;
pub mod export;
mod follow;
mod lines;
pub mod memories;
mod merge;
mod places;
pub mod sitting;
pub mod topics;

use super::id::BankId;
use super::order::order;
use sitting::{Noted, Sitting};

pub use merge::Preview;

/// What a learner's answers to the questions of a bank came to, over days.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    bank: BankId,
    /// In order of their ids, which begin with the moment.
    sittings: Vec<Sitting>,
}

impl Record {
    /// Of a bank that nobody has seen yet.
    #[must_use]
    pub fn new(bank: BankId) -> Self {
        Self { bank, sittings: Vec::new() }
    }

    /// The bank.
    #[must_use]
    pub fn bank(&self) -> &BankId {
        &self.bank
    }

    /// The sittings, in the order in which they began.
    #[must_use]
    pub fn sittings(&self) -> &[Sitting] {
        &self.sittings
    }

    /// How many answers there are.
    #[must_use]
    pub fn n_answers(&self) -> usize {
        self.sittings.iter().map(|sitting| sitting.answers().len()).sum()
    }

    /// The answers of all sittings, in order of time. Sittings may overlap, on two devices or in two tabs.
    #[must_use]
    pub fn answers(&self) -> Vec<&Noted> {
        let all: Vec<_> = self.sittings.iter().flat_map(Sitting::answers).collect();
        order(all.len(), &|one, other| all[one].compare(all[other])).into_iter().map(|at| all[at]).collect()
    }
}

#[cfg(test)]
mod testing {
    //! Banks and records for tests, written in a few characters.
    use super::Record;
    use super::sitting::{Noted, Sitting, SittingId, What};
    use crate::quiz::bank::Bank;
    use crate::quiz::calibration::Certainty;
    use crate::quiz::id::{BankId, Id, QuestionId};
    use crate::quiz::memory::rating::Rating;
    use crate::quiz::session::mode::Mode;
    use crate::quiz::session::report::Millis;
    use crate::quiz::session::settings::by_name;
    use crate::quiz::shuffle::Seed;

    pub(super) const DAY: u64 = 86_400_000;

    pub(super) fn id(text: &str) -> QuestionId {
        QuestionId::parse(text).unwrap()
    }

    /// A bank with these topics and with questions written as `id topic scenario`, the scenario left out
    /// or not, or `reflection` in its place.
    pub(super) fn bank(topics: &str, questions: &[&str]) -> Bank {
        let topics = topics.split(' ').map(|id| format!(r#"{{"id":"{id}","title":"T"}}"#));
        let question = |line: &&str| {
            let words: Vec<_> = line.split(' ').collect();
            let kind = if words.last() == Some(&"reflection") {
                r#""kind":"reflection","model":"M""#.to_owned()
            } else {
                let scenario = words.get(2).map_or(String::new(), |id| format!(r#""scenario":"{id}","#));
                let options = r#"[{"text":"A","correct":true},{"text":"B"}]"#;
                format!(r#"{scenario}"kind":"single-choice","options":{options}"#)
            };
            format!(r#"{{"id":"{}","topic":"{}","stem":"?",{kind}}}"#, words[0], words[1])
        };
        let json = format!(
            r#"{{"format":1,"id":"b","title":"B","topics":[{}],"questions":[{}],
                "scenarios":[{{"id":"x","text":"X"}},{{"id":"y","text":"Y"}}]}}"#,
            topics.collect::<Vec<_>>().join(","),
            questions.iter().map(question).collect::<Vec<_>>().join(",")
        );
        Bank::read(&json).unwrap()
    }

    /// A record of sittings written as `day: answer, answer`, and an answer as `question day share certainty`
    /// or `question day rating`.
    pub(super) fn record(sittings: &[&str]) -> Record {
        let mut record = Record::new(BankId::parse("b").unwrap());
        for (seed, sitting) in (0..).zip(sittings) {
            let (day, answers) = sitting.split_once(": ").unwrap();
            let at = |day: &str| Millis(day.parse::<u64>().unwrap() * DAY);
            let mut sitting = Sitting::new(SittingId::new(at(day), Seed(seed)), Mode::Practice);
            for answer in answers.split(", ") {
                let words: Vec<_> = answer.split(' ').collect();
                let what = if let Some(rating) = by_name(Rating::NAMES, words[2]) {
                    What::Rated(rating)
                } else {
                    let sure = words.get(3);
                    let certainty = sure.map(|sure| Certainty::by_name(sure).unwrap());
                    What::Scored { share: words[2].parse().unwrap(), certainty }
                };
                sitting.note(Noted { question: id(words[0]), at: at(words[1]), what });
            }
            record.take(sitting);
        }
        record
    }
}
