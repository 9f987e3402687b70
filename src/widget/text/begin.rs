//! What is said before a quiz begins, and where it cannot.

use super::Words;
use super::message::messages;
use crate::widget::load::LoadError;
use crate::widget::stage::Notice;

messages! {
    /// Button that begins the quiz.
    START = "start": "Start";
    /// Button that goes on with a saved quiz, or after a pause.
    CONTINUE = "continue": "Continue";
    /// Button beside “Continue”: leaves the saved quiz and begins a new one.
    START_AGAIN = "start-again": "Start again";
    /// Button: begins the quiz again from the results, or loads again what could not be loaded.
    TRY_AGAIN = "try-again": "Try again";
    /// Button: the screen or the question before.
    BACK = "back": "Back";
    /// Button: erases what is saved of the learner’s progress.
    FORGET = "forget": "Forget my progress";
    /// Button in a notice that the quiz goes on in another browser tab: goes on in this one.
    CONTINUE_HERE = "continue-here": "Continue here";
    /// Said while the quiz is fetched.
    LOADING = "loading": "Loading the quiz…";
    /// Legend above lengths of the quiz to choose from.
    HOW_MANY = "count.how-many": "How many questions?";
    /// One of those lengths: it follows from the answers.
    AS_MANY = "count.as-many": "As many as it takes";
    /// Above check boxes for topics.
    WHICH_TOPICS = "topics.which": "Choose some, or none to practise all of them.";
    /// What is one tap away on the start screen: what the quiz is and who made it.
    ABOUT = "about": "About this quiz";
    /// At the bottom of the start screen, where progress is saved.
    KEPT = "kept": "Your answers stay in this browser, on this device, so that you can come back to them.";
    /// The same where nothing is saved.
    NOT_KEPT = "not-kept": "Your answers stay in this page and are gone when you close it.";
    /// Heading where a saved quiz was found.
    WELCOME_BACK = "welcome-back": "Welcome back";
    /// Said while a part of the quiz is fetched.
    MORE_COMING = "more.coming": "Loading…";
    /// Said where it did not come.
    NO_MORE = "more.failed": "This part of the quiz could not be loaded. Your answers are not lost.";
    /// Said while they are fetched.
    EXPLANATIONS_COMING = "explanations.coming": "The explanations are on their way…";
    /// Said where they did not come.
    NO_EXPLANATIONS = "explanations.failed": "The explanations could not be loaded. You can go on; your answers are not lost.";
    /// Heading of an error.
    NOT_LOADED = "not-loaded": "The quiz could not be loaded";
    /// What opens technical details of it.
    FOR_THE_OWNER = "for-the-owner": "Details for the owner of this page";
    /// How long the quiz is.
    QUESTIONS_COUNTED = "questions": one "{n} question", other "{n} questions";
    /// A length of the quiz to choose: all questions that there are.
    ALL_OF_THEM = "count.all": "All {number}";
    /// What opens the check boxes for topics, where all of them are chosen.
    TOPICS_ALL = "topics.all": "Topics: all {number}";
    /// The same where some are chosen.
    TOPICS_CHOSEN = "topics.chosen": "Topics: {chosen} of {number}";
    /// Where a saved quiz was found. It asks whether to go on. {answered} is a number; {n} counts all questions.
    ANSWERED_OF = "welcome-back.answered": one "You have answered {answered} of {n} question. Go on where you stopped?", other "You have answered {answered} of {n} questions. Go on where you stopped?";
    /// Why the quiz could not be loaded, and what to do.
    NO_ANSWER_CAME = "failure.network": "No answer came. Check your connection, then try again.";
    /// See failure.network.
    TOOK_TOO_LONG = "failure.timeout": "The server took too long to answer. Try again in a moment.";
    /// See failure.network.
    NOT_WHERE = "failure.missing": "The questions are not where this page looks for them.";
    /// See failure.network. {code} is a number such as 503.
    SERVER_ERROR = "failure.server": "The server answered with an error ({code}). Try again in a moment.";
    /// See failure.network.
    NOT_READ = "failure.unreadable": "The questions came, but they could not be read.";
    /// Said by selfcheck.js where the program itself did not come; beside it is a button with try-again.
    NOT_STARTED = "engine.failed": "The quiz could not start. The rest of this page is not affected.";
    /// A notice above the quiz.
    NOT_SAVED = "notice.not-saved": "This browser does not let the quiz save your progress. You can go on; it is gone when you close the page.";
    /// A notice above the quiz.
    NOT_READABLE = "notice.unreadable": "Saved progress was found but could not be read, so the quiz begins anew.";
    /// A notice above the quiz.
    SAVED_BY_NEWER = "notice.newer": "A newer version of this quiz saved your progress. It is left as it is, and nothing is saved here.";
    /// A notice above the quiz.
    IN_OTHER_TAB = "notice.other-tab": "You went on with this quiz in another tab. Answers in this one are not saved.";
}

pub fn questions(n: usize) -> String {
    QUESTIONS_COUNTED.count(n, &[])
}

pub fn all(n: usize) -> String {
    ALL_OF_THEM.with(&[n.into()])
}

pub fn topics_chosen(n: usize, total: usize) -> String {
    if n == 0 || n == total {
        TOPICS_ALL.with(&[total.into()])
    } else {
        TOPICS_CHOSEN.with(&[n.into(), total.into()])
    }
}

pub fn answered_of(n: usize, total: usize) -> String {
    ANSWERED_OF.count(total, &[n.into()])
}

pub fn failure(error: &LoadError) -> String {
    match error {
        LoadError::Network(_) => NO_ANSWER_CAME,
        LoadError::Timeout(_) => TOOK_TOO_LONG,
        LoadError::Status(404, _) => NOT_WHERE,
        LoadError::Status(..) => SERVER_ERROR,
        LoadError::Unreadable(_) => NOT_READ,
    }
    .with(&[if let LoadError::Status(code, _) = error { u32::from(*code) } else { 0 }.into()])
}

pub fn notice(notice: Notice) -> Words {
    match notice {
        Notice::NotSaved => NOT_SAVED,
        Notice::Unreadable => NOT_READABLE,
        Notice::Newer => SAVED_BY_NEWER,
        Notice::OtherTab => IN_OTHER_TAB,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_their_number() {
        assert_eq!([questions(0), questions(1), questions(2)], ["0 questions", "1 question", "2 questions"]);
    }

    #[test]
    fn a_missing_file_is_told_apart_from_an_error_of_the_server() {
        let status = |code| failure(&LoadError::Status(code, String::new()));
        assert!(status(404).contains("not where this page looks"));
        assert!(status(503).contains("(503)"));
    }
}
