//! Arrange: what becomes of a response when a step is moved, or a line drawn between a premise and a
//! response. Views name places and not ids, as default ids tell the key.

use crate::quiz::Response;
use crate::quiz::question::Kind;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::widget::text;

/// The response with the step at one place moved to another, and what a screen reader is told.
/// Places count from 0. `None` where that changes nothing or the question has no such steps.
#[must_use]
pub fn moved(shown: &Shown<'_>, from: usize, place: usize) -> Option<(Response, String)> {
    let Response::Ordering { order } = &shown.response else { return None };
    let mut order = if order.is_empty() { shown.planned.options.clone() } else { order.clone() };
    if from == place || from.max(place) >= order.len() {
        return None;
    }
    let id = order.remove(from);
    let step = shown.question.kind.options().iter().find(|step| step.id == id)?;
    let said = text::moved(&step.text.to_text(), place, order.len() + 1);
    order.insert(place, id);
    Some((Response::Ordering { order }, said))
}

/// The response with a line from a premise to the response at a place of those shown, or with none, and
/// what a screen reader is told. Places count from 0. `None` where the question has no such places.
#[must_use]
pub fn connected(shown: &Shown<'_>, premise: usize, to: Option<usize>) -> Option<(Response, String)> {
    let Kind::Matching(kind) = &shown.question.kind else { return None };
    let premise = kind.premises().get(premise)?;
    let to = match to {
        Some(place) => {
            let id = shown.planned.options.get(place)?;
            kind.responses().iter().find(|response| response.id == *id)
        }
        None => None,
    };
    let pairs = kind.connected(shown.response.pairs(), &premise.id, to.map(|response| &response.id));
    let words = |option: &QuestionOption| option.text.to_text();
    let to = to.map(words);
    let to = to.as_ref().map_or(text::Value::from(text::NO_MATCH), Into::into);
    let said = text::labelled(&words(premise), to);
    Some((Response::Matching { pairs }, said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::testing::{option_id, read};
    use crate::quiz::session::plan::Planned;
    use crate::quiz::session::shown::testing::shown;

    const STEPS: &str = r#""kind":"ordering","steps":[{"text":"x"},{"text":"y."},{"text":"z"}]"#;
    const PAIRS: &str = r#""kind":"matching","responses":[{"text":"x"},{"text":"y"},{"text":"z"}],
        "premises":[{"text":"p","key":"a"},{"text":"q","key":"b"}]"#;
    const REUSED: &str = r#""kind":"matching","reuse":true,"responses":[{"text":"x"},{"text":"y"},{"text":"z"}],
        "premises":[{"text":"p","key":"a"},{"text":"q","key":"b"}]"#;

    /// What is done to a question with its options in that order.
    fn done<T>(
        question: &str,
        order: &str,
        response: Option<Response>,
        what: impl Fn(&Shown<'_>) -> Option<T>,
    ) -> Option<T> {
        let question = read(question);
        let options = order.chars().map(|id| option_id(&id.to_string())).collect();
        let planned = Planned { question: question.id.clone(), options };
        let mut shown = shown(&question, &planned);
        shown.response = response.unwrap_or(shown.response);
        what(&shown)
    }

    fn pairs(of: &str) -> Response {
        let pair = |pair: &str| (option_id(&pair[..1]), option_id(&pair[1..]));
        Response::Matching { pairs: of.split_whitespace().map(pair).collect() }
    }

    #[test]
    fn a_step_goes_to_its_place_and_the_others_close_up() {
        for (from, place, order) in [
            (0, 2, Some("abc")),
            (2, 0, Some("bca")),
            (0, 1, Some("acb")),
            (1, 1, None),
            (0, 3, None),
            (3, 0, None),
        ] {
            let response = done(STEPS, "cab", None, |shown| moved(shown, from, place));
            let order = order.map(|order| order.chars().map(|id| option_id(&id.to_string())).collect());
            assert_eq!(
                response.map(|(response, _)| response),
                order.map(|order| Response::Ordering { order }),
                "{from} {place}"
            );
        }
        let (_, said) = done(STEPS, "cab", None, |shown| moved(shown, 2, 0)).unwrap();
        assert_eq!(said, "y, now 1 of 3");
    }

    #[test]
    fn a_step_is_moved_from_where_the_learner_left_it() {
        let order = ["b", "a", "c"].map(option_id).to_vec();
        let given = Some(Response::Ordering { order });
        let (response, _) = done(STEPS, "cab", given, |shown| moved(shown, 0, 2)).unwrap();
        assert_eq!(response, Response::Ordering { order: ["a", "c", "b"].map(option_id).to_vec() });
    }

    #[test]
    fn a_line_takes_a_response_along_unless_it_may_serve_twice() {
        for (question, given, premise, to, then, said) in [
            (PAIRS, "", 0, Some(0), "ac", "p: z"),
            (PAIRS, "ac", 0, Some(1), "aa", "p: x"),
            (PAIRS, "ac", 1, Some(0), "bc", "q: z"),
            (REUSED, "ac", 1, Some(0), "ac bc", "q: z"),
            (PAIRS, "ac bb", 1, None, "ac", "q: no match"),
        ] {
            let given = Some(pairs(given));
            let response = done(question, "cab", given, |shown| connected(shown, premise, to));
            assert_eq!(response, Some((pairs(then), said.to_owned())));
        }
    }

    #[test]
    fn what_is_not_there_changes_nothing() {
        assert_eq!(done(PAIRS, "cab", None, |shown| connected(shown, 2, Some(0))), None);
        assert_eq!(done(PAIRS, "cab", None, |shown| connected(shown, 0, Some(3))), None);
        assert_eq!(done(STEPS, "cab", None, |shown| connected(shown, 0, Some(0))), None);
        assert_eq!(done(PAIRS, "cab", None, |shown| moved(shown, 0, 1)), None);
    }
}
