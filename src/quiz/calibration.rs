//! Calibration: whether a learner was right as often as they were sure.
//!
//! Steps, names and marks are those of certainty-based marking: A. R. Gardner-Medwin (2006),
//! “Confidence-based marking: towards deeper learning and better exams”, in C. Bryan and K. Clegg
//! (eds.), *Innovative Assessment in Higher Education*;
//! <https://docs.moodle.org/39/en/Using_certainty-based_marking>.
//!
//! The marks are here as data. They are what makes it best to say how sure one is; learners are shown
//! counts, “sure and right”, “sure and wrong”, and no loss of points.

use super::score::Score;

/// How sure a learner is that a response is right, said before it is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// C1: below two thirds.
    Unsure,
    /// C2: between.
    Fairly,
    /// C3: above four fifths.
    Quite,
}

impl Certainty {
    /// All of them, with the names they have in JSON and their marks where right and where wrong.
    /// The marks make each the best to say within its bounds.
    pub const ALL: [(&'static str, Self, [i8; 2]); 3] = [
        ("unsure", Self::Unsure, [1, 0]),
        ("fairly", Self::Fairly, [2, -2]),
        ("quite", Self::Quite, [3, -6]),
    ];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// The one of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, ..)| *known == name).map(|(_, certainty, _)| certainty)
    }
}

/// How many responses were right and how many wrong, by certainty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration([[u32; 2]; 3]);

impl Calibration {
    /// Counts an answer. It is right where it earned everything.
    pub fn count(&mut self, certainty: Certainty, score: Score) {
        let n = &mut self.0[certainty as usize][usize::from(!score.is_full())];
        *n = n.saturating_add(1);
    }

    /// How many were right, and how many wrong, of those that were given with this certainty.
    #[must_use]
    pub fn n(&self, certainty: Certainty) -> [u32; 2] {
        self.0[certainty as usize]
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (n, more) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            *n = n.saturating_add(*more);
        }
        self
    }

    /// How many answers were counted.
    #[must_use]
    pub fn n_counted(&self) -> u32 {
        self.0.iter().flatten().fold(0, |all, n| all.saturating_add(*n))
    }

    /// What all of them come to by Gardner-Medwin’s marks; nothing where nobody said how sure they were.
    #[must_use]
    pub fn marks(&self) -> Option<f64> {
        let of_step = |(_, certainty, marks): (&str, Certainty, [i8; 2])| {
            let [right, wrong] = self.n(certainty).map(f64::from);
            right * f64::from(marks[0]) + wrong * f64::from(marks[1])
        };
        (self.n_counted() > 0).then(|| Certainty::ALL.into_iter().map(of_step).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each certainty can expect of somebody who is right that often.
    fn best(chance: f64) -> Certainty {
        let expected =
            |[right, wrong]: [i8; 2]| f64::from(right) * chance + f64::from(wrong) * (1.0 - chance);
        let all = Certainty::ALL.map(|(_, certainty, marks)| (certainty, expected(marks)));
        all.into_iter().max_by(|(_, one), (_, other)| one.total_cmp(other)).unwrap().0
    }

    #[test]
    fn the_marks_make_honesty_best() {
        for (percent, certainty) in [
            (0, Certainty::Unsure),
            (66, Certainty::Unsure),
            (67, Certainty::Fairly),
            (79, Certainty::Fairly),
            (81, Certainty::Quite),
            (100, Certainty::Quite),
        ] {
            assert_eq!(best(f64::from(percent) / 100.0), certainty, "{percent} %");
        }
    }

    #[test]
    fn answers_are_counted_by_certainty_and_only_full_scores_are_right() {
        let mut calibration = Calibration::default();
        for (certainty, share) in [
            (Certainty::Quite, 1.0),
            (Certainty::Quite, 0.9),
            (Certainty::Quite, 1.0),
            (Certainty::Unsure, 0.0),
        ] {
            calibration.count(certainty, Score::of_one(share));
        }
        let counts = Certainty::ALL.map(|(_, certainty, _)| calibration.n(certainty));
        assert_eq!(counts, [[0, 1], [0, 0], [2, 1]]);
        assert_eq!((calibration.n_counted(), calibration.marks()), (4, Some(0.0)));
        let twice = calibration.and(calibration);
        assert_eq!(Certainty::ALL.map(|(_, certainty, _)| twice.n(certainty)), [[0, 2], [0, 0], [4, 2]]);
    }

    #[test]
    fn marks_are_those_of_each_step_and_none_where_nobody_said_anything() {
        assert_eq!(Calibration::default().marks(), None);
        for (certainty, share, marks) in [
            (Certainty::Unsure, 1.0, 1.0),
            (Certainty::Unsure, 0.5, 0.0),
            (Certainty::Fairly, 1.0, 2.0),
            (Certainty::Fairly, 0.0, -2.0),
            (Certainty::Quite, 1.0, 3.0),
            (Certainty::Quite, 0.9, -6.0),
        ] {
            let mut calibration = Calibration::default();
            calibration.count(certainty, Score::of_one(share));
            assert_eq!(calibration.marks(), Some(marks), "{certainty:?} {share}");
        }
    }
}
