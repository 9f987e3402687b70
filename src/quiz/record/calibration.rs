//! Calibration of all answers, and sitting by sitting.

use super::Record;
use super::sitting::{Sitting, What};
use crate::quiz::calibration::Calibration;
use crate::quiz::score::Score;
use crate::quiz::session::report::Millis;

impl Record {
    /// Over all answers whose certainty was asked.
    #[must_use]
    pub fn calibration(&self) -> Calibration {
        let mut calibration = Calibration::default();
        self.sittings().iter().for_each(|sitting| sitting.count(&mut calibration));
        calibration
    }

    /// Of each sitting where certainty was asked, with when it began: a picture over time.
    #[must_use]
    pub fn calibrations(&self) -> Vec<(Millis, Calibration)> {
        let of = |sitting: &Sitting| {
            let mut calibration = Calibration::default();
            sitting.count(&mut calibration);
            (calibration != Calibration::default()).then_some((sitting.id().began(), calibration))
        };
        self.sittings().iter().filter_map(of).collect()
    }
}

impl Sitting {
    fn count(&self, calibration: &mut Calibration) {
        for noted in self.answers() {
            if let What::Scored { share, certainty: Some(certainty) } = noted.what {
                calibration.count(certainty, Score::of_one(share));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::calibration::{Calibration, Certainty};
    use crate::quiz::record::testing::{DAY, record};
    use crate::quiz::session::report::Millis;

    #[test]
    fn answers_are_counted_where_certainty_was_asked() {
        let record = record(&["1: a 1 1 quite, b 1 0.5 quite", "2: a 2 1, b 2 good", "3: a 3 1 unsure"]);
        let counts =
            |calibration: Calibration| Certainty::ALL.map(|(_, certainty, _)| calibration.n(certainty));
        assert_eq!(counts(record.calibration()), [[1, 0], [0, 0], [1, 1]]);
        let over_time = record.calibrations().into_iter().map(|(began, of_one)| (began, counts(of_one)));
        let expected = [(1, [[0, 0], [0, 0], [1, 1]]), (3, [[1, 0], [0, 0], [0, 0]])];
        assert!(over_time.eq(expected.map(|(day, counts)| (Millis(day * DAY), counts))));
    }
}
