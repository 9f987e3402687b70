//! What is said of an answer: how it went, what it came to, and how often one may try.

use super::{
    COMPARE, CORRECT, HINT, HINT_MAY_HELP, NOT_RIGHT, NOT_SCORED, NOT_THIS_TIME, NOT_YET, OWN_ANSWER, PARTLY,
    points, question_of,
};
use crate::quiz::session::Shown;
use crate::quiz::session::attempt::Standing;
use crate::quiz::session::shown::Attempts;
use crate::quiz::{Kind, Score};

/// What a screen reader is told when another attempt begins.
pub fn again(shown: &Shown<'_>) -> String {
    attempt_of("Attempt", shown)
}

/// Where the learner is: “Question 1 of 10”, “Question 1 of 10, attempt 2 of 3”, “Question 1 of at most 60”.
pub fn position(shown: &Shown<'_>, total: usize, is_at_most: bool) -> String {
    let question = question_of(shown.position, total, is_at_most);
    if shown.attempts.n_most > 1 { format!("{question}, {}", attempt_of("attempt", shown)) } else { question }
}

/// The headline of the feedback to an answer.
pub fn verdict(score: Score) -> &'static str {
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
pub fn short_verdict(score: Score) -> &'static str {
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
pub fn verdict_so_far((n_right, n_parts): (usize, usize)) -> &'static str {
    if n_right > 0 && n_parts > 1 { PARTLY } else { NOT_YET }
}

/// What a screen reader is told of an answer.
pub fn announce(shown: &Shown<'_>) -> String {
    let parts = shown.question.kind.parts(&shown.response);
    match shown.score {
        Some(_) => format!("{}. {}.", verdict(shown.question.kind.score(&shown.response)), outcome(shown)),
        None => format!("{}. {}", verdict_so_far(parts), so_far(shown)),
    }
}

/// What came of an answer: parts that are right, where there are several and not all are, points, and
/// what was taken off.
pub fn outcome(shown: &Shown<'_>) -> String {
    if let Kind::Reflection(_) = shown.question.kind {
        return NOT_SCORED.to_owned();
    }
    let mut words = parts(shown, ": ") + &points(shown.score.unwrap_or_default());
    let Attempts { hint_cost, attempt_cost, n_checked, .. } = shown.attempts;
    if shown.grade().is_some_and(|grade| !grade.is_zero()) {
        if hint_cost > 0 {
            words += &format!(", {} off for the hint", share(hint_cost));
        }
        if attempt_cost > 0 {
            words += &format!(", {} off for attempt {n_checked}", share(attempt_cost));
        }
    }
    words
}

/// What is said until the last attempt.
pub fn so_far(shown: &Shown<'_>) -> String {
    let Attempts { n_checked, n_most, has_hint, attempt_cost, .. } = shown.attempts;
    let n_left = n_most.saturating_sub(n_checked);
    let noun = if n_left == 1 { "attempt" } else { "attempts" };
    let mut words = parts(shown, ". ") + &format!("You have {n_left} {noun} left.");
    if attempt_cost > 0 {
        words += &format!(" Another one costs {attempt_cost}% of the points.");
    }
    if shown.question.hint.is_some() && !has_hint {
        words += HINT_MAY_HELP;
    }
    words
}

/// “Right about 3 of 4 options”, where it is not all of them.
fn parts(shown: &Shown<'_>, end: &str) -> String {
    let noun = match &shown.question.kind {
        Kind::MultipleResponse(_) => "options",
        Kind::Ordering(_) => "steps after the first",
        Kind::Matching(_) => "matches",
        Kind::Grid(_) => "rows",
        Kind::Cloze(_) => "gaps",
        Kind::SingleChoice(_)
        | Kind::TrueFalse(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => {
            return String::new();
        }
    };
    let (n_right, n_parts) = shown.question.kind.parts(&shown.response);
    if n_right == n_parts { String::new() } else { format!("Right about {n_right} of {n_parts} {noun}{end}") }
}

/// The summary of the hint. What it costs is said as long as it may still be opened for that.
pub fn hint(shown: &Shown<'_>) -> String {
    match shown.attempts.hint_cost {
        cost if cost > 0 && shown.score.is_none() => format!("{HINT} (costs {cost}% of the points)"),
        _ => HINT.to_owned(),
    }
}

/// A share of the points in words.
fn share(percent: u32) -> String {
    match percent {
        25 => "a quarter".to_owned(),
        50 => "half".to_owned(),
        _ => format!("{percent}%"),
    }
}

/// Which attempt is being made, or was the last: “Attempt 2 of 3”, with that word for it.
fn attempt_of(word: &str, shown: &Shown<'_>) -> String {
    let Attempts { n_checked, n_most, standing, .. } = shown.attempts;
    let n = n_checked + usize::from(standing == Standing::Open);
    format!("{word} {n} of {}", n_most.max(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Response;
    use crate::quiz::question::testing::{option_id, question};
    use crate::quiz::session::plan::Planned;
    use crate::quiz::session::shown::testing::shown;

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
            with_shown("a", retry, |shown| position(shown, 9, false)),
            "Question 1 of 9, attempt 1 of 3"
        );
        let open = Attempts { standing: Standing::Open, ..retry };
        assert_eq!(with_shown("a", open, again), "Attempt 2 of 3");
        assert_eq!(with_shown("a", Attempts { n_most: 1, ..open }, again), "Attempt 2 of 2");
        // A whole is right or not: “partly” would tell which half is.
        assert_eq!([(0, 1), (1, 1), (0, 2), (1, 2)].map(verdict_so_far), [NOT_YET, NOT_YET, NOT_YET, PARTLY]);
    }

    #[test]
    fn what_a_hint_costs_is_told_as_long_as_it_may_cost_it() {
        let open = Attempts { hint_cost: 25, n_most: 1, ..Attempts::default() };
        assert_eq!(with_shown("a", open, hint), "Hint (costs 25% of the points)");
        assert_eq!(with_shown("a", Attempts { hint_cost: 0, ..open }, hint), "Hint");
        assert_eq!(with_shown("a", Attempts { standing: Standing::Done, ..open }, hint), "Hint");
    }
}
