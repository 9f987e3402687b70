//! Date: what a calendar and a clock on the wall say of a moment.

use super::zone::Zone;
use crate::quiz::session::report::Millis;

/// A moment, to somebody in a [`Zone`], by the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, 1970 or later, or the one before that.
    pub year: i64,
    /// From 0, January, to 11.
    pub month: usize,
    /// From 1 to 31.
    pub day: i64,
    /// From 0, Monday, to 6.
    pub weekday: usize,
    /// From 0 to 23.
    pub hour: i64,
    /// From 0 to 59.
    pub minute: i64,
}

impl Zone {
    /// The date of a moment.
    ///
    /// By Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`, 2021:
    /// <https://howardhinnant.github.io/date_algorithms.html>. Years begin in March there, so that a leap day
    /// is the last.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Bounded by the remainders.
    pub fn date(self, at: Millis) -> Date {
        /// The days of 400 years, after which everything repeats itself.
        const ERA: i64 = 146_097;
        let days = self.day(at);
        let minutes = self.minutes(at);
        // From 1 March of the year 0.
        let shifted = days + 719_468;
        let of_era = shifted.rem_euclid(ERA);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = (from_march + 2) % 12;
        Date {
            year: year_of_era + 400 * shifted.div_euclid(ERA) + i64::from(month < 2),
            month: month as usize,
            day: of_year - (153 * from_march + 2) / 5 + 1,
            // 1 January 1970 was a Thursday.
            weekday: (days + 3).rem_euclid(7) as usize,
            hour: minutes / 60,
            minute: minutes % 60,
        }
    }

    /// How many of the learner's midnights are between two moments; below 0 where the second is earlier.
    #[must_use]
    pub fn days_between(self, now: Millis, then: Millis) -> i64 {
        self.day(then) - self.day(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;
    const UTC: Zone = Zone(0);

    #[test]
    fn a_moment_has_the_date_that_calendars_tell() {
        // As `date --utc --date=@…` writes them.
        for (seconds, told) in [
            (0, "1970-01-01 4 00:00"),
            (68_169_599, "1972-02-28 1 23:59"),
            (68_169_600, "1972-02-29 2 00:00"),
            (68_256_000, "1972-03-01 3 00:00"),
            (951_782_400, "2000-02-29 2 00:00"),
            (978_307_199, "2000-12-31 7 23:59"),
            (1_763_900_000, "2025-11-23 7 12:13"),
            (1_773_532_800, "2026-03-15 7 00:00"),
            (4_107_542_399, "2100-02-28 7 23:59"),
            (4_107_542_400, "2100-03-01 1 00:00"),
        ] {
            let Date { year, month, day, weekday, hour, minute } = UTC.date(Millis(seconds * 1000));
            let (month, weekday) = (month + 1, weekday + 1);
            assert_eq!(format!("{year:04}-{month:02}-{day:02} {weekday} {hour:02}:{minute:02}"), told);
        }
    }

    #[test]
    fn every_day_is_the_one_after_the_day_before() {
        let mut before = UTC.date(Millis(0));
        for day in 1..200_000 {
            let now = UTC.date(Millis(day * 24 * HOUR));
            assert_eq!(now.weekday, (before.weekday + 1) % 7);
            let follows = if now.day > 1 {
                (now.year, now.month, now.day) == (before.year, before.month, before.day + 1)
            } else {
                let month = now.year * 12 + i64::try_from(now.month).unwrap();
                before.day >= 28 && month == before.year * 12 + i64::try_from(before.month).unwrap() + 1
            };
            assert!(follows, "{before:?} {now:?}");
            before = now;
        }
    }

    #[test]
    fn a_date_is_the_learner_s() {
        let at = Millis(29 * HOUR);
        for (zone, day, hour, minute) in
            [(0, 2, 5, 0), (-300, 2, 0, 0), (-301, 1, 23, 59), (345, 2, 10, 45), (-2_000, 31, 19, 40)]
        {
            let date = Zone(zone).date(at);
            assert_eq!((date.day, date.hour, date.minute), (day, hour, minute), "{zone}");
        }
        assert_eq!(Zone(-2_000).date(at).year, 1969);
    }

    #[test]
    fn days_between_are_midnights() {
        for (zone, now, then, days) in
            [(0, 23, 24, 1), (0, 0, 23, 0), (0, 24, 23, -1), (-60, 24, 25, 1), (-60, 23, 24, 0)]
        {
            assert_eq!(Zone(zone).days_between(Millis(now * HOUR), Millis(then * HOUR)), days, "{zone}");
        }
    }

    #[test]
    fn no_moment_and_no_zone_is_too_far_for_a_date() {
        for zone in [i32::MIN, 0, i32::MAX].map(Zone) {
            for at in [0, Millis::MOST.0, u64::MAX].map(Millis) {
                let date = zone.date(at);
                assert!(date.month < 12 && (1..=31).contains(&date.day) && date.hour < 24, "{date:?}");
            }
        }
    }
}
