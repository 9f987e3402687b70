//! What is said of an answer: how it went, what it came to, and how often one may try.

use super::message::messages;
use super::{
    COMPARE, CORRECT, HINT_MAY_HELP, NOT_RIGHT, NOT_SCORED, NOT_THIS_TIME, NOT_YET, OWN_ANSWER, PARTLY,
    SENTENCES, Value, Words, joined, nudge, points,
};
use crate::quiz::session::Shown;
use crate::quiz::session::attempt::Standing;
use crate::quiz::session::shown::Attempts;
use crate::quiz::{Event, Kind, Score, Session};

messages! {
    /// Read by a screen reader when another attempt at a question begins.
    ATTEMPT_OF = "attempt.of": "Attempt {attempt} of {number}";
    /// Above a question that may be tried several times. {question} is question.of: “Question 1 of 10, attempt 2 of 3”.
    QUESTION_ATTEMPT = "attempt.question": "{question}, attempt {attempt} of {number}";
    /// Read by a screen reader when an answer was checked: “Partly correct. 0.75 of 1 point.”
    VERDICT_AND = "outcome.announced": "{verdict}. {outcome}.";
    /// The same where another attempt is open. {outcome} is of sentences that have their full stops.
    VERDICT_SO_FAR = "outcome.announced-so-far": "{verdict}. {outcome}";
    /// A part of the answer was right, and what it came to: {parts} is one of the five that follow.
    PARTS_AND_POINTS = "outcome.parts-and-points": "{parts}: {points}";
    /// The same as a sentence of its own.
    PARTS = "outcome.parts": "{parts}.";
    /// Of a question of which several options are right. {n} counts all options.
    OPTIONS_RIGHT = "outcome.options": one "Right about {right} of {n} options", other "Right about {right} of {n} options";
    /// Of steps that were put in order: each is right that comes right after the one before it.
    STEPS_RIGHT = "outcome.steps": one "Right about {right} of {n} steps after the first", other "Right about {right} of {n} steps after the first";
    /// Of a question where things were matched.
    MATCHES_RIGHT = "outcome.matches": one "Right about {right} of {n} matches", other "Right about {right} of {n} matches";
    /// Of a table with radio buttons.
    ROWS_RIGHT = "outcome.rows": one "Right about {right} of {n} rows", other "Right about {right} of {n} rows";
    /// Of a text with gaps.
    GAPS_RIGHT = "outcome.gaps": one "Right about {right} of {n} gaps", other "Right about {right} of {n} gaps";
    /// What was taken off the points, as the hint was opened. {points} may be all that goes before it: “Right about 3 of 4 options: 0.75 of 1 point”.
    QUARTER_OFF_HINT = "off.hint-quarter": "{points}, a quarter off for the hint";
    /// See off.hint-quarter.
    HALF_OFF_HINT = "off.hint-half": "{points}, half off for the hint";
    /// See off.hint-quarter. {percent} comes with its sign.
    OFF_HINT = "off.hint": "{points}, {percent} off for the hint";
    /// What was taken off the points, as it was not the first attempt. {points} as in off.hint-quarter.
    QUARTER_OFF_ATTEMPT = "off.attempt-quarter": "{points}, a quarter off for attempt {attempt}";
    /// See off.attempt-quarter.
    HALF_OFF_ATTEMPT = "off.attempt-half": "{points}, half off for attempt {attempt}";
    /// See off.attempt-quarter.
    OFF_ATTEMPT = "off.attempt": "{points}, {percent} off for attempt {attempt}";
    /// After an answer that was not right.
    ATTEMPTS_LEFT = "attempt.left": one "You have {n} attempt left.", other "You have {n} attempts left.";
    /// After it, where another attempt gives fewer points. {percent} comes with its sign.
    ANOTHER_COSTS = "attempt.costs": "Another one costs {percent} of the points.";
    /// What opens the hint of a question.
    HINT_COSTS = "hint.costs": "Hint (costs {percent} of the points)";
}

/// What a screen reader is told when another attempt begins.
pub fn again(shown: &Shown<'_>) -> String {
    let [n, n_most] = attempt_of(shown);
    ATTEMPT_OF.with(&[n, n_most])
}

/// Where the learner is, with the attempt: “Question 1 of 10, attempt 2 of 3”.
pub fn with_attempt(shown: &Shown<'_>, question: &str) -> String {
    let [n, n_most] = attempt_of(shown);
    QUESTION_ATTEMPT.with(&[question.into(), n, n_most])
}

/// The headline of the feedback to an answer.
pub fn verdict(score: Score) -> Words {
    if !score.is_counted() {
        COMPARE
    } else if score.is_full() {
        CORRECT
    } else if score.is_zero() {
        NOT_THIS_TIME
    } else {
        PARTLY
    }
}

/// The same in a list of answers.
pub fn short_verdict(score: Score) -> Words {
    if !score.is_counted() {
        OWN_ANSWER
    } else if score.is_zero() {
        NOT_RIGHT
    } else {
        verdict(score)
    }
}

/// The headline where another attempt is open. What has no parts is not said to be partly right: that
/// would tell which half is.
pub fn verdict_so_far((n_right, n_parts): (usize, usize)) -> Words {
    if n_right > 0 && n_parts > 1 { PARTLY } else { NOT_YET }
}

/// What a screen reader is told as long as no more than the headline of an answer is known.
pub fn first_news(session: &Session, events: &[Event], is_nudged: bool) -> String {
    match session.shown() {
        Some(shown) if is_answered(events) => verdict(shown.question.kind.score(&shown.response)).with(&[]),
        Some(shown) if is_nudged => nudge(&shown.question.kind).with(&[]),
        _ => String::new(),
    }
}

/// What a screen reader is told of what happened: how an answer was, or that there is none to check.
pub fn news(session: &Session, events: &[Event], is_nudged: bool) -> String {
    match session.shown() {
        Some(shown) if is_answered(events) => announce(&shown),
        Some(shown) if is_nudged => nudge(&shown.question.kind).with(&[]),
        Some(shown) if !events.is_empty() && shown.attempts.n_checked > 0 => again(&shown),
        _ => String::new(),
    }
}

fn is_answered(events: &[Event]) -> bool {
    events.iter().any(|event| matches!(event, Event::Answered { .. }))
}

/// What a screen reader is told of an answer.
pub fn announce(shown: &Shown<'_>) -> String {
    let kind = &shown.question.kind;
    match shown.score {
        Some(_) => VERDICT_AND.with(&[verdict(kind.score(&shown.response)).into(), (&outcome(shown)).into()]),
        None => {
            let verdict = verdict_so_far(kind.parts(&shown.response));
            VERDICT_SO_FAR.with(&[verdict.into(), (&so_far(shown)).into()])
        }
    }
}

/// What came of an answer: parts that are right, where there are several and not all are, points, and
/// what was taken off.
pub fn outcome(shown: &Shown<'_>) -> String {
    if let Kind::Reflection(_) = shown.question.kind {
        return NOT_SCORED.with(&[]);
    }
    let mut words = points(shown.score.unwrap_or_default());
    if let Some(parts) = parts(shown) {
        words = PARTS_AND_POINTS.with(&[(&parts).into(), (&words).into()]);
    }
    let Attempts { hint_cost, attempt_cost, n_checked, .. } = shown.attempts;
    if shown.grade().is_some_and(|grade| !grade.is_zero()) {
        let hint = [QUARTER_OFF_HINT, HALF_OFF_HINT, OFF_HINT];
        let attempt = [QUARTER_OFF_ATTEMPT, HALF_OFF_ATTEMPT, OFF_ATTEMPT];
        for (cost, [quarter, half, other]) in [(hint_cost, hint), (attempt_cost, attempt)] {
            let percent = Value::Percent(cost.into());
            words = match cost {
                0 => continue,
                25 => quarter.with(&[(&words).into(), n_checked.into()]),
                50 => half.with(&[(&words).into(), n_checked.into()]),
                _ => other.with(&[(&words).into(), percent, n_checked.into()]),
            };
        }
    }
    words
}

/// What is said until the last attempt.
pub fn so_far(shown: &Shown<'_>) -> String {
    let Attempts { n_checked, n_most, has_hint, attempt_cost, .. } = shown.attempts;
    let parts = parts(shown).map(|parts| PARTS.with(&[(&parts).into()]));
    let left = ATTEMPTS_LEFT.count(n_most.saturating_sub(n_checked), &[]);
    let costs = (attempt_cost > 0).then(|| ANOTHER_COSTS.with(&[Value::Percent(attempt_cost.into())]));
    let hint = (shown.question.hint.is_some() && !has_hint).then(|| HINT_MAY_HELP.with(&[]));
    let sentences: Vec<_> = [parts, Some(left), costs, hint].into_iter().flatten().collect();
    joined(&sentences, SENTENCES)
}

/// “Right about 3 of 4 options”, where it is not all of them.
fn parts(shown: &Shown<'_>) -> Option<String> {
    let message = match &shown.question.kind {
        Kind::MultipleResponse(_) => OPTIONS_RIGHT,
        Kind::Ordering(_) => STEPS_RIGHT,
        Kind::Matching(_) => MATCHES_RIGHT,
        Kind::Grid(_) => ROWS_RIGHT,
        Kind::Cloze(_) => GAPS_RIGHT,
        Kind::SingleChoice(_)
        | Kind::TrueFalse(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => return None,
    };
    let (n_right, n_parts) = shown.question.kind.parts(&shown.response);
    (n_right != n_parts).then(|| message.count(n_parts, &[n_right.into()]))
}

/// The summary of a hint that costs something.
pub fn hint_costs(percent: u32) -> String {
    HINT_COSTS.with(&[Value::Percent(percent.into())])
}

/// Which attempt is being made, or was the last, and of how many.
fn attempt_of(shown: &Shown<'_>) -> [Value<'static>; 2] {
    let Attempts { n_checked, n_most, standing, .. } = shown.attempts;
    let n = n_checked + usize::from(standing == Standing::Open);
    [n.into(), n_most.max(n).into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Response;
    use crate::quiz::question::testing::{option_id, question};
    use crate::quiz::session::plan::Planned;
    use crate::quiz::session::shown::testing::shown;
    use crate::widget::text::question_of;

    #[test]
    fn everything_is_correct_nothing_is_not_this_time_and_between_is_partly() {
        let at = |earned| Score { earned, possible: 1.0 };
        assert_eq!([1.0, 0.5, 0.0].map(|share| verdict(at(share))), [CORRECT, PARTLY, NOT_THIS_TIME]);
        assert_eq!([1.0, 0.5, 0.0].map(|share| short_verdict(at(share))), [CORRECT, PARTLY, NOT_RIGHT]);
        let own = Score::default();
        assert_eq!([verdict(own), short_verdict(own)], [COMPARE, OWN_ANSWER]);
    }

    /// A question of four options, two of them keys, that a learner answered by these letters.
    fn with_shown<T>(chosen: &str, attempts: Attempts, say: impl Fn(&Shown<'_>) -> T) -> T {
        let question = question("multiple-response", "options", &["a*", "b*", "c", "d"]);
        let planned = Planned { question: question.id.clone(), options: Vec::new() };
        let options = chosen.chars().map(|c| option_id(&c.to_string())).collect();
        let response = Response::MultipleResponse { options };
        let score = question.score(&response).less(attempts.hint_cost).less(attempts.attempt_cost);
        let score = (attempts.standing == Standing::Done).then_some(score);
        say(&Shown { response, score, attempts, ..shown(&question, &planned) })
    }

    #[test]
    fn what_came_of_an_answer_is_told_with_what_was_taken_off() {
        let done = Attempts { standing: Standing::Done, n_checked: 1, n_most: 1, ..Attempts::default() };
        let with_hint = Attempts { hint_cost: 25, ..done };
        let third = Attempts { attempt_cost: 20, n_checked: 3, n_most: 3, ..done };
        for (chosen, attempts, words) in [
            ("ab", done, "1 of 1 point"),
            ("a", done, "Right about 3 of 4 options: 0.75 of 1 point"),
            ("ab", with_hint, "0.75 of 1 point, a quarter off for the hint"),
            ("cd", with_hint, "Right about 0 of 4 options: 0 of 1 point"),
            ("ab", third, "0.8 of 1 point, 20% off for attempt 3"),
            (
                "ab",
                Attempts { hint_cost: 50, ..third },
                "0.4 of 1 point, half off for the hint, 20% off for attempt 3",
            ),
        ] {
            assert_eq!(with_shown(chosen, attempts, outcome), words);
        }
        assert_eq!(
            with_shown("a", done, announce),
            "Partly correct. Right about 3 of 4 options: 0.75 of 1 point."
        );
        assert!(with_shown("ab", with_hint, |shown| announce(shown).starts_with("Correct. ")));
    }

    #[test]
    fn until_the_last_attempt_it_is_told_how_much_is_right_and_how_often_one_may_try() {
        let retry = Attempts { standing: Standing::Retry, n_checked: 1, n_most: 3, ..Attempts::default() };
        let last = Attempts { n_checked: 2, attempt_cost: 10, ..retry };
        for (chosen, attempts, words) in [
            ("a", retry, "Partly correct. Right about 3 of 4 options. You have 2 attempts left."),
            (
                "cd",
                last,
                "Not this time. Right about 0 of 4 options. You have 1 attempt left. Another one costs 10% of the points.",
            ),
        ] {
            assert_eq!(with_shown(chosen, attempts, announce), words);
        }
        assert_eq!(
            with_shown("a", retry, |shown| with_attempt(shown, &question_of(0, 9, false))),
            "Question 1 of 9, attempt 1 of 3"
        );
        let open = Attempts { standing: Standing::Open, ..retry };
        assert_eq!(with_shown("a", open, again), "Attempt 2 of 3");
        assert_eq!(with_shown("a", Attempts { n_most: 1, ..open }, again), "Attempt 2 of 2");
        // A whole is right or not: “partly” would tell which half is.
        assert_eq!([(0, 1), (1, 1), (0, 2), (1, 2)].map(verdict_so_far), [NOT_YET, NOT_YET, NOT_YET, PARTLY]);
    }
}
