//! The time an exam has left: when the screen has to be told of it, and a screen reader.

use crate::quiz::Session;
use crate::quiz::session::report::Millis;
use crate::widget::stage::Screen;
use crate::widget::text;

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;

/// Where there is that much left, learners are told, whether they would rather not see the time or not.
const WARNINGS: [u64; 2] = [MINUTE, 5 * MINUTE];

/// After this long at most the clock is looked at again. Timers stand still while a computer sleeps and while
/// a page is frozen or thrown into the background, and go on from there: browsers tell of some of that and
/// not of all. So what is shown is at most this late, whatever happened.
const AT_MOST: u64 = 5 * SECOND;

/// Takes the time, and tells after how many milliseconds to be called again: at 0 time is over.
pub(crate) fn tell(screen: &mut Screen, now: Millis) -> Option<u32> {
    let session = screen.stage.session();
    let left = session.and_then(|session| session.time_left(now));
    let before = std::mem::replace(&mut screen.time_left, left);
    let is_under_way = session.is_some_and(|session| session.phase().is_under_way());
    let limit = session.and_then(Session::time_limit).unwrap_or_default();
    let has_run_out = session.is_some_and(Session::ran_out);
    match (before, left) {
        (Some(_), None) if has_run_out => screen.announcement = text::TIME_OVER.with(&[]),
        (Some(before), Some(left)) => {
            if passed(&WARNINGS, before, left) {
                screen.hides_time = false;
                screen.announcement = text::minutes_left(left);
            } else if passed(&[limit.0 / 2], before, left) && !screen.hides_time {
                screen.announcement = text::minutes_left(left);
            }
        }
        _ => {}
    }
    let left = left.filter(|_| is_under_way)?.0;
    let step = if left > MINUTE { MINUTE } else { SECOND };
    let wait = left.checked_sub(1).map_or(0, |left| left % step + 1);
    u32::try_from(wait.min(AT_MOST)).ok()
}

/// Whether one of these was left between two looks at the clock. That there is all of the time is no news.
fn passed(moments: &[u64], before: Millis, left: Millis) -> bool {
    moments.iter().any(|moment| left.0 <= *moment && *moment < before.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::session::mode::Mode;
    use crate::quiz::session::settings::Settings;
    use crate::quiz::shuffle::Seed;
    use crate::quiz::{Action, Bank};
    use crate::widget::stage::Stage;
    use std::rc::Rc;

    const BANK: &str = r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"questions":[{"id":"q",
            "kind":"single-choice","topic":"t","stem":"?","options":[{"text":"x","correct":true},{"text":"y"}]}]}"#;

    /// An exam of so many seconds that begins at 0.
    fn exam(seconds: u32) -> Screen {
        let settings =
            Settings { mode: Mode::Exam, time_limit: Some(seconds), may_pause: true, ..Settings::default() };
        let mut session = Session::new(Rc::new(Bank::read(BANK).unwrap()), settings, Seed(1));
        session.update(Action::Start, Millis(0));
        let mut screen = Screen { stage: Stage::Running(session), ..Screen::default() };
        tell(&mut screen, Millis(0));
        screen
    }

    fn act(screen: &mut Screen, action: Action, now: u64) {
        if let Stage::Running(session) = &mut screen.stage {
            session.update(action, Millis(now));
        }
        screen.announcement.clear();
        tell(screen, Millis(now));
    }

    /// What is said at each of these moments, in seconds.
    fn said(screen: &mut Screen, seconds: &[u64]) -> Vec<String> {
        let say = |at: &u64| {
            screen.announcement.clear();
            tell(screen, Millis(at * SECOND));
            screen.announcement.clone()
        };
        seconds.iter().map(say).collect()
    }

    #[test]
    fn it_comes_back_when_what_is_shown_changes_and_at_most_after_a_few_seconds() {
        for (at, wait) in [
            (0, Some(5000)),
            (56_000, Some(4000)),
            (59_999, Some(1)),
            (60_000, Some(5000)),
            // The last minute is shown in seconds.
            (119_000, Some(1000)),
            (120_000, Some(1000)),
            (120_001, Some(999)),
            (179_999, Some(1)),
            (180_000, Some(0)),
            (u64::MAX, Some(0)),
        ] {
            assert_eq!(tell(&mut exam(180), Millis(at)), wait, "{at}");
        }
    }

    #[test]
    fn nothing_is_counted_where_there_is_nothing_to_count() {
        assert_eq!(tell(&mut Screen::default(), Millis(5)), None);
        let mut screen = exam(180);
        act(&mut screen, Action::Pause, 1000);
        assert_eq!(tell(&mut screen, Millis(9000)), None);
        assert_eq!(screen.time_left, Some(Millis(179_000)));
        act(&mut screen, Action::Resume, 9000);
        assert_eq!(tell(&mut screen, Millis(9000)), Some(5000));
        act(&mut screen, Action::Finish, 9500);
        assert_eq!((tell(&mut screen, Millis(9500)), screen.time_left), (None, None));
        assert_eq!(screen.announcement, "", "who hands in knows it");
    }

    #[test]
    fn half_five_minutes_and_one_minute_are_told_once_each() {
        let moments = [1799, 1800, 1801, 3299, 3300, 3301, 3539, 3540, 3541];
        let expected = ["", "30 minutes left", "", "", "5 minutes left", "", "", "1 minute left", ""];
        assert_eq!(said(&mut exam(3600), &moments), expected);
        // Where a moment is the beginning, it is none.
        assert_eq!(said(&mut exam(60), &[0, 29, 30, 31]), ["", "", "30 seconds left", ""]);
        assert_eq!(said(&mut exam(300), &[1, 149, 150, 240]), ["", "", "3 minutes left", "1 minute left"]);
    }

    #[test]
    fn of_moments_that_were_slept_through_only_the_latest_is_told() {
        assert_eq!(said(&mut exam(3600), &[10, 3555, 3556]), ["", "45 seconds left", ""]);
        assert_eq!(said(&mut exam(3600), &[10, 2000, 2001]), ["", "27 minutes left", ""]);
    }

    #[test]
    fn time_that_passed_before_the_page_was_opened_or_in_a_pause_is_no_news() {
        let mut screen = exam(3600);
        screen.time_left = None;
        assert_eq!(said(&mut screen, &[2000, 2001]), ["", ""]);
        let mut screen = exam(3600);
        act(&mut screen, Action::Pause, 1_700_000);
        act(&mut screen, Action::Resume, 9_000_000);
        assert_eq!(screen.announcement, "");
        assert_eq!(said(&mut screen, &[9099, 9100]), ["", "30 minutes left"]);
    }

    #[test]
    fn hidden_time_comes_back_for_the_warnings() {
        let mut screen = exam(3600);
        screen.hides_time = true;
        assert_eq!(said(&mut screen, &[1800, 3299]), ["", ""]);
        assert!(screen.hides_time);
        assert_eq!(said(&mut screen, &[3300]), ["5 minutes left"]);
        assert!(!screen.hides_time);
    }

    #[test]
    fn that_time_is_over_is_told_once() {
        let mut screen = exam(60);
        act(&mut screen, Action::Tick, 60_000);
        assert_eq!(screen.announcement, text::TIME_OVER.english());
        act(&mut screen, Action::Tick, 61_000);
        assert_eq!(screen.announcement, "");
    }

    #[test]
    fn a_clock_that_is_put_right_gives_time_back_and_says_nothing() {
        let mut screen = exam(3600);
        assert_eq!(said(&mut screen, &[1000, 1700, 60]), ["", "", ""]);
        assert_eq!(screen.time_left, Some(Millis(3_540_000)));
    }
}
