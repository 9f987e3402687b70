//! Ordering: steps to put in order. Its data, its structural rules, its scoring.

use super::option::{List, QuestionOption, bare, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// Three to eight steps, in the right order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordering {
    steps: Vec<QuestionOption>,
}

impl Ordering {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let list = List { name: "steps", rule: "S4", n: 3..=8, has_keys: false, has_rationales: true, bare };
        let steps = read_options(fields, &list, &mut text_of);
        (!fields.is_broken()).then_some(Self { steps })
    }

    /// The steps, in the right order.
    #[must_use]
    pub fn steps(&self) -> &[QuestionOption] {
        &self.steps
    }

    pub(super) fn key(&self) -> Response {
        Response::Ordering { order: self.steps.iter().map(|step| step.id.clone()).collect() }
    }

    /// The order in a response, if it has every step once.
    pub(super) fn understood(&self, order: &[OptionId]) -> Response {
        let is_whole =
            order.len() == self.steps.len() && self.steps.iter().all(|step| order.contains(&step.id));
        Response::Ordering { order: if is_whole { order.to_vec() } else { Vec::new() } }
    }

    /// The share of neighbours in the right order that are neighbours, in that order, in the
    /// response: so one step out of place costs little, whichever place it is.
    ///
    /// Source: “Relative to the next item (excluding last)” of Moodle's ordering question.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(self.n_right(response) as f64 / (self.steps.len() - 1) as f64)
    }

    /// How many steps come right after the one they should come after.
    #[must_use]
    pub fn n_right(&self, response: &Response) -> usize {
        let Response::Ordering { order } = response else { return 0 };
        (1..order.len()).filter(|index| self.is_in_place(order, *index)).count()
    }

    /// Whether the step at a place of an order comes right after the one it should come after; of the
    /// first place, whether the first step is there.
    #[must_use]
    pub fn is_in_place(&self, order: &[OptionId], index: usize) -> bool {
        let step = self.steps.iter().position(|step| Some(&step.id) == order.get(index));
        match (step, index.checked_sub(1)) {
            (Some(step), Some(before)) => step > 0 && self.steps[step - 1].id == order[before],
            (step, _) => step == Some(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::Kind;
    use crate::quiz::question::testing::{option_id, read};
    use crate::quiz::response::Response;

    fn kind() -> Kind {
        let steps: Vec<_> = ["a", "b", "c", "d"].map(|id| format!(r#"{{"text":"{id}"}}"#)).into();
        read(&format!(r#""kind":"ordering","steps":[{}]"#, steps.join(","))).kind
    }

    #[test]
    fn each_pair_of_neighbours_in_order_earns_its_share() {
        for (order, n_right) in [
            ("abcd", 3),
            ("dabc", 2),
            ("bcda", 2),
            ("cdab", 2),
            ("abdc", 1),
            ("bacd", 1),
            ("acbd", 0),
            ("dcba", 0),
            ("", 0),
        ] {
            let order: Vec<_> = order.chars().map(|id| option_id(&id.to_string())).collect();
            let earned = kind().score(&Response::Ordering { order }).earned;
            assert!((earned - f64::from(n_right) / 3.0).abs() < 1e-9, "{n_right}: {earned}");
        }
    }

    #[test]
    fn the_first_step_is_in_place_at_the_top_and_the_others_after_the_one_before() {
        let Kind::Ordering(kind) = kind() else { panic!() };
        for (order, in_place) in [("abcd", "yyyy"), ("dabc", "nnyy"), ("bcda", "nyyn"), ("acbd", "ynnn")] {
            let order: Vec<_> = order.chars().map(|id| option_id(&id.to_string())).collect();
            let marks = (0..4).map(|index| if kind.is_in_place(&order, index) { 'y' } else { 'n' });
            assert_eq!(marks.collect::<String>(), in_place, "{order:?}");
        }
    }

    #[test]
    fn an_order_that_has_not_every_step_once_is_no_order() {
        for (given, kept) in [("dcba", 4), ("abc", 0), ("aabc", 0), ("abcz", 0), ("abcda", 0), ("", 0)] {
            let order = given.chars().map(|id| option_id(&id.to_string())).collect();
            let Response::Ordering { order } = kind().understood(&Response::Ordering { order }) else {
                panic!("{given}")
            };
            assert_eq!(order.len(), kept, "{given}");
        }
    }
}
