//! The clock and chance: the two things a session gets from outside.

use crate::quiz::memory::zone::Zone;
use crate::quiz::session::report::Millis;
use crate::quiz::shuffle::Seed;

/// The time on the wall, as far as it can be trusted: a clock that is set back while the page is open does
/// not take time back, and one that is set ahead does, once it is put right. While a computer sleeps, only
/// the wall's clock goes on in some browsers, so that one counts where it is ahead.
#[must_use]
pub fn now() -> Millis {
    thread_local!(static OPENED: (f64, f64) = read());
    // Positive, and far below what a u64 holds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Millis(OPENED.with(|opened| right(*opened, read())) as u64)
}

/// The time on the wall, and that on a clock that nobody can set.
fn read() -> (f64, f64) {
    let performance = web_sys::window().and_then(|window| window.performance());
    (js_sys::Date::now(), performance.map_or(0.0, |performance| performance.now()))
}

/// The later of what both clocks say.
fn right(opened: (f64, f64), now: (f64, f64)) -> f64 {
    now.0.max(opened.0 + now.1 - opened.1)
}

/// Where the learner's days begin.
#[must_use]
pub fn zone() -> Zone {
    // Minutes, far below what an i32 holds.
    #[allow(clippy::cast_possible_truncation)]
    Zone(-js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// A number nobody could guess well enough to care: this is practice.
#[must_use]
pub fn chance() -> Seed {
    // From 0 to 2³² - 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Seed((js_sys::Math::random() * 4_294_967_296.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clock_that_was_set_ahead_goes_back() {
        let opened = (1000.0, 50.0);
        for (wall, steady, expected) in [
            (1000.0, 50.0, 1000.0),
            (1600.0, 650.0, 1600.0),
            // The computer slept, and only one of them went on.
            (9600.0, 650.0, 9600.0),
            // Set back: the steady one goes on. Later it is put right.
            (400.0, 650.0, 1600.0),
            (1700.0, 750.0, 1700.0),
            // Set ahead, and put right.
            (99_000.0, 850.0, 99_000.0),
            (1900.0, 950.0, 1900.0),
        ] {
            assert_eq!(right(opened, (wall, steady)), expected, "{wall} {steady}");
        }
    }
}
