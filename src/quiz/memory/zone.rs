//! Zone: where a learner's days begin.

use crate::quiz::session::report::Millis;

const MILLIS_PER_MINUTE: i64 = 60_000;
const MILLIS_PER_DAY: i64 = 86_400_000;

/// By how many minutes the learner’s clock is ahead of UTC: in a browser,
/// `-new Date().getTimezoneOffset()`. Take 240 away for days that begin at four in the morning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Zone(pub i32);

impl Zone {
    /// On which of the learner’s days a moment is, counted from 1 January 1970.
    pub(in crate::quiz) fn day(self, at: Millis) -> i64 {
        self.local(at).div_euclid(MILLIS_PER_DAY)
    }

    /// The minutes since the midnight before a moment.
    pub(super) fn minutes(self, at: Millis) -> i64 {
        self.local(at).rem_euclid(MILLIS_PER_DAY) / MILLIS_PER_MINUTE
    }

    fn local(self, at: Millis) -> i64 {
        // As much as JSON holds, so nothing here comes near the end of an `i64`.
        i64::try_from(at.0.min(Millis::MOST.0)).unwrap_or(0) + self.ahead()
    }

    /// The midnight that a day begins with.
    pub(in crate::quiz) fn midnight(self, day: i64) -> Millis {
        let at = day.saturating_mul(MILLIS_PER_DAY).saturating_sub(self.ahead());
        Millis(u64::try_from(at).unwrap_or(0).min(Millis::MOST.0))
    }

    fn ahead(self) -> i64 {
        i64::from(self.0) * MILLIS_PER_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_the_learner_s_midnight() {
        const HOUR: u64 = 3_600_000;
        for (zone, hours, day, midnight) in [
            (0, 0, 0, 0),
            (0, 23, 0, 0),
            (0, 24, 1, 24),
            (-300, 28, 0, 5), // eleven in the evening
            (-300, 29, 1, 29),
            (600, 14, 1, 14),
            (345, 19, 1, 18), // not whole hours ahead
            (-240, 27, 0, 4), // days that begin at four
        ] {
            let zone = Zone(zone);
            assert_eq!(zone.day(Millis(hours * HOUR)), day, "{zone:?} {hours}");
            assert_eq!(zone.midnight(day).0 / HOUR, midnight, "{zone:?} {hours}");
            assert_eq!(zone.day(zone.midnight(day)), day);
        }
    }

    #[test]
    fn no_moment_and_no_zone_is_too_far() {
        for zone in [i32::MIN, 0, i32::MAX].map(Zone) {
            for at in [0, Millis::MOST.0, u64::MAX].map(Millis) {
                assert!(zone.midnight(zone.day(at)) <= Millis::MOST);
            }
            assert_eq!((zone.midnight(i64::MIN), zone.midnight(i64::MAX)), (Millis(0), Millis::MOST));
        }
    }
}
