//! The clock and chance: the two things a session gets from outside.

use crate::quiz::session::report::Millis;
use crate::quiz::shuffle::Seed;

/// The time on the wall.
#[must_use]
pub fn now() -> Millis {
    // Positive, and far below what a u64 holds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Millis(js_sys::Date::now() as u64)
}

/// A number nobody could guess well enough to care: this is practice.
#[must_use]
pub fn chance() -> Seed {
    // From 0 to 2³² - 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Seed((js_sys::Math::random() * 4_294_967_296.0) as u32)
}
