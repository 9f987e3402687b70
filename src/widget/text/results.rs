//! What is said of a session that is over.

use super::Value;
use super::message::messages;
use crate::quiz::Score;

messages! {
    /// Heading of the results.
    RESULTS = "results": "Your results";
    /// Heading in the results.
    BY_TOPIC = "results.by-topic": "By topic";
    /// Heading in the results.
    STUDY_NEXT = "results.study-next": "What to study next";
    /// Below it, where everything was right.
    NOTHING_MISSED = "results.nothing-missed": "You earned every point in this set. Try other topics, or come back to these in a few days.";
    /// In the results, where no question gives points.
    NOTHING_SCORED = "nothing-scored": "Nothing here is scored.";
    /// In the results of a quiz whose length follows from the answers.
    TOLD_ENOUGH = "results.told-enough": "It ended here because your answers tell enough about each topic.";
    /// Heading of the list of answers.
    REVIEW = "results.answers": "Your answers";
    /// Of a question in that list.
    NOT_ANSWERED = "not-answered": "Not answered";
    /// At the end of the results.
    ONLY_PRACTICE = "only-practice": "This is practice. It does not tell how an exam would go.";
    /// Radio button above the list of answers: shows all.
    ALL = "filter.all": "All";
    /// Names these radio buttons.
    WHICH_ANSWERS = "filter.which": "Show";
    /// Heading of a column, and label: what the learner answered.
    YOU = "you": "You";
    /// Heading of a column, and label: what is right. Also beside a gap that was filled in rightly.
    RIGHT = "right": "Right";
    /// Heading of a column: what had to be matched.
    PREMISE = "match.premise": "What to match";
    /// Heading of a column: the rows of a table with radio buttons.
    ROW = "grid.row": "Row";
    /// Heading of a column: the gaps of a text.
    GAP = "gap": "Gap";
    /// Points of an answer, a topic or a sitting: “0.75 of 1 point”. {n} counts the points that were possible.
    POINTS = "points": one "{earned} of {n} point", other "{earned} of {n} points";
    /// The score. {n} counts the points that were possible; {percent} comes with its sign.
    EARNED = "results.earned": one "You earned {earned} of {n} point ({percent}).", other "You earned {earned} of {n} points ({percent}).";
    /// In the results. {n} counts all questions.
    ANSWERED_SO_MANY = "results.answered": one "You answered {answered} of {n} question.", other "You answered {answered} of {n} questions.";
    /// In the results, where the quiz has a target. {percent} comes with its sign.
    TARGET_REACHED = "results.target-reached": "This quiz’s own target is {percent}. You reached it.";
    /// The same where it was not reached.
    TARGET_AHEAD = "results.target-ahead": "This quiz’s own target is {percent}. You are on your way.";
    /// Button: another quiz of the questions that were not right. {number} is how many.
    PRACTISE_MISSED = "results.practise-missed": "Practise what you missed ({number})";
    /// The same: shows those that were not right, so many.
    MISSED_COUNTED = "filter.missed": "Missed ({number})";
}

/// “0.75 of 1 point”.
pub fn points(score: Score) -> String {
    POINTS.count_of(score.possible, &[score.earned.into()])
}

pub fn earned(score: Score) -> String {
    if !score.is_counted() {
        return NOTHING_SCORED.with(&[]);
    }
    // All is 100 %, and nothing less is.
    let percent = if score.is_full() { 100.0 } else { score.percent().round().min(99.0) };
    EARNED.count_of(score.possible, &[score.earned.into(), Value::Percent(percent)])
}

pub fn answered(n: usize, total: usize) -> String {
    ANSWERED_SO_MANY.count(total, &[n.into()])
}

pub fn target(mark: u32, is_reached: bool) -> String {
    let message = if is_reached { TARGET_REACHED } else { TARGET_AHEAD };
    message.with(&[Value::Percent(mark.into())])
}

pub fn practise_missed(n: usize) -> String {
    PRACTISE_MISSED.with(&[n.into()])
}

pub fn missed(n: usize) -> String {
    MISSED_COUNTED.with(&[n.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_agree_with_what_was_possible() {
        let score = |earned, possible| points(Score { earned, possible });
        assert_eq!(score(0.0, 1.0), "0 of 1 point");
        assert_eq!(score(0.75, 1.0), "0.75 of 1 point");
        assert_eq!(score(1.0, 2.0), "1 of 2 points");
    }

    #[test]
    fn percent_are_whole() {
        assert_eq!(earned(Score { earned: 2.0, possible: 3.0 }), "You earned 2 of 3 points (67%).");
        assert_eq!(earned(Score { earned: 0.0, possible: 1.0 }), "You earned 0 of 1 point (0%).");
        assert_eq!(earned(Score::default()), "Nothing here is scored.");
    }
}
