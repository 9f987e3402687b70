//! The screens of an exam to render.

use super::screens::{QUESTIONS, Scene, Sitting, wrong};
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::Settings;
use selfcheck::quiz::{Action, Bank, Session};
use selfcheck::widget::stage::{Screen, Stage};

/// Ninety minutes, or less for one that is to end.
fn timed(seconds: u32) -> Settings {
    Settings {
        mode: Mode::Exam,
        time_limit: Some(seconds),
        may_pause: true,
        attempts: 3,
        ..Settings::default()
    }
}

fn sitting(bank: &Bank, settings: Settings) -> Sitting {
    let mut sitting = Sitting::with(bank, settings);
    sitting.act(Action::Start);
    sitting
}

/// As it is shown after so many seconds.
fn after(sitting: Sitting, seconds: u64) -> Screen {
    let time_left = sitting.session.time_left(Millis(seconds * 1000));
    Screen { time_left, ..sitting.screen() }
}

fn saved(session: Session, seconds: u64) -> Screen {
    let time_left = session.time_left(Millis(seconds * 1000));
    Screen { time_left, is_saving: true, stage: Stage::Saved(session), ..Screen::default() }
}

/// Three are answered, one of them by half, and two are flagged.
fn half_way(bank: &Bank, settings: Settings) -> Sitting {
    let mut sitting = sitting(bank, settings);
    for (question, given) in [("radio", "a"), ("verdict", "false -"), ("word", "#1")] {
        sitting.go_to(question);
        sitting.respond(given);
    }
    sitting.act(Action::Flag);
    sitting.go_to("pairs");
    sitting.act(Action::Flag);
    sitting
}

pub(super) fn scenes(bank: &Bank) -> Vec<Scene> {
    let half = || half_way(bank, timed(5400));
    let doing = |action: Action| {
        let mut sitting = half();
        sitting.act(action);
        sitting
    };
    let mut flagged = half();
    flagged.go_to("word");
    let mut last = half();
    last.go_to("rich");
    let mut all = sitting(bank, timed(5400));
    for question in QUESTIONS {
        all.go_to(question);
        all.respond(wrong(question));
    }
    all.act(Action::LookOver);
    let untimed = Settings { time_limit: None, may_pause: false, ..timed(1) };
    let mut over = half_way(bank, timed(60));
    over.session.update(Action::Tick, Millis(60_000));
    [
        ("exam-start", after(Sitting::with(bank, timed(5400)), 0)),
        ("exam-start-without-a-limit", after(Sitting::with(bank, untimed.clone()), 0)),
        ("exam-question", after(sitting(bank, timed(5400)), 0)),
        ("exam-question-without-a-limit", after(sitting(bank, untimed), 0)),
        ("exam-question-flagged", after(flagged, 3550)),
        ("exam-question-with-the-time-hidden", Screen { hides_time: true, ..after(half(), 10) }),
        ("exam-question-in-the-last-minute", after(half(), 5356)),
        ("exam-last-question", after(last, 60)),
        ("exam-look-over", after(doing(Action::LookOver), 4000)),
        ("exam-look-over-with-all-answered", after(all, 4000)),
        ("exam-paused", after(doing(Action::Pause), 900)),
        ("exam-saved", saved(half().session, 1000)),
        ("exam-saved-paused", saved(doing(Action::Pause).session, 1000)),
        ("exam-results", after(doing(Action::Finish), 0)),
        ("exam-results-after-time-ran-out", after(over, 60)),
    ]
    .map(|(name, screen)| Scene { name, screen })
    .into()
}

/// Every screen until it is handed in, with nothing given, or with an answer to everything.
pub(super) fn before_the_end(bank: &Bank, is_given: bool) -> Vec<(String, Screen)> {
    let mut screens = vec![("start".to_owned(), after(Sitting::with(bank, timed(5400)), 0))];
    let mut sitting = sitting(bank, timed(5400));
    let mut shown = |name: &str, sitting: &Sitting| {
        screens.push((name.to_owned(), after(sitting.again(), 10)));
    };
    for question in QUESTIONS {
        sitting.go_to(question);
        // Steps that nobody moved stand in an order drawn from that of the bank.
        if is_given || question == "order" {
            sitting.respond(wrong(question));
        }
        sitting.act(Action::Flag);
        shown(question, &sitting);
    }
    sitting.act(Action::Next);
    shown("look over", &sitting);
    sitting.act(Action::Pause);
    shown("paused", &sitting);
    let paused = sitting.again().session;
    sitting.act(Action::Resume);
    screens.push(("saved and paused".to_owned(), saved(paused, 10)));
    screens.push(("saved".to_owned(), saved(sitting.session, 10)));
    screens
}
