//! The time an exam has left: when the screen has to be told of it.

use crate::quiz::session::report::Millis;
use crate::widget::stage::Screen;

/// Takes the time, and tells after how many milliseconds to be called again.
pub(crate) fn tell(screen: &mut Screen, now: Millis) -> Option<u32> {
    screen.now = now;
    None
}
