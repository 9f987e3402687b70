//! How days and moments are told. In the way of a calendar: whole days from midnight to midnight.

use super::language::{Tell, spoken};
use crate::quiz::memory::date::Date;
use crate::quiz::memory::zone::Zone;
use crate::quiz::session::report::Millis;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const TODAY: &str = "today";
const TOMORROW: &str = "tomorrow";

/// When something will be, in a sentence: “today”, “tomorrow”, “on Friday”, “in 9 days”, “in 3 weeks”.
pub fn when(at: Millis, now: Millis, zone: Zone) -> String {
    let days = zone.days_between(now, at).max(0);
    // To the nearest: nobody counts on it to the day.
    let (what, n, noun) = match days {
        0..=13 => (Tell::Days, days, "day"),
        14..=59 => (Tell::Weeks, (days + 3) / 7, "week"),
        60..=544 => (Tell::Months, (days + 15) / 30, "month"),
        _ => (Tell::Years, (days + 182) / 365, "year"),
    };
    if let Some(language) = spoken() {
        #[allow(clippy::cast_precision_loss)] // No calendar goes that far.
        return language.tell(what, n as f64);
    }
    match days {
        0 => TODAY.to_owned(),
        1 => TOMORROW.to_owned(),
        2..=6 => format!("on {}", WEEKDAYS[zone.date(at).weekday]),
        _ => format!("in {n} {noun}{}", if n == 1 { "" } else { "s" }),
    }
}

/// The same at the head of a row: “Tomorrow”, “Friday”, “In 9 days”.
pub fn day_ahead(at: Millis, now: Millis, zone: Zone) -> String {
    let words = when(at, now, zone);
    if spoken().is_some() {
        return words;
    }
    capital(words.strip_prefix("on ").unwrap_or(&words))
}

/// “3 March”, and “3 March 2025” where it is not this year.
pub fn day(at: Millis, now: Millis, zone: Zone) -> String {
    let Date { year, month, day, .. } = zone.date(at);
    let is_other_year = year != zone.date(now).year;
    if let Some(language) = spoken() {
        return language.tell(if is_other_year { Tell::DayOfYear } else { Tell::Day }, millis(at));
    }
    let mut words = format!("{day} {}", MONTHS[month]);
    if is_other_year {
        words.push_str(&format!(" {year}"));
    }
    words
}

/// When something was: “Today, 2:05 pm”, “Yesterday, 9:00 am”, “3 March, 12:30 pm”.
pub fn moment(at: Millis, now: Millis, zone: Zone) -> String {
    if let Some(language) = spoken() {
        return language.tell(Tell::Moment, millis(at));
    }
    let Date { hour, minute, .. } = zone.date(at);
    let day = match zone.days_between(at, now) {
        0 => capital(TODAY),
        1 => "Yesterday".to_owned(),
        _ => day(at, now, zone),
    };
    let half = if hour < 12 { "am" } else { "pm" };
    let tens = if minute < 10 { "0" } else { "" };
    format!("{day}, {}:{tens}{minute} {half}", (hour + 11) % 12 + 1)
}

/// “March 2026”.
pub fn month(at: Millis, zone: Zone) -> String {
    if let Some(language) = spoken() {
        return language.tell(Tell::Month, millis(at));
    }
    let Date { year, month, .. } = zone.date(at);
    format!("{} {year}", MONTHS[month])
}

#[allow(clippy::cast_precision_loss)] // As much as JavaScript’s clocks have.
fn millis(at: Millis) -> f64 {
    at.0 as f64
}

/// With a capital letter, where it begins with one of English.
fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 86_400_000;
    const HOUR: u64 = DAY / 24;
    /// Sunday, 23 November 2025, 12:00 in UTC.
    const NOW: Millis = Millis(1_763_899_200_000);
    const UTC: Zone = Zone(0);

    fn after(days: u64) -> Millis {
        Millis(NOW.0 + days * DAY)
    }

    #[test]
    fn what_is_near_has_a_name_and_what_is_far_is_counted() {
        for (days, words, head) in [
            (0, "today", "Today"),
            (1, "tomorrow", "Tomorrow"),
            (2, "on Tuesday", "Tuesday"),
            (6, "on Saturday", "Saturday"),
            (7, "in 7 days", "In 7 days"),
            (13, "in 13 days", "In 13 days"),
            (14, "in 2 weeks", "In 2 weeks"),
            (17, "in 2 weeks", "In 2 weeks"),
            (18, "in 3 weeks", "In 3 weeks"),
            (59, "in 8 weeks", "In 8 weeks"),
            (60, "in 2 months", "In 2 months"),
            (544, "in 18 months", "In 18 months"),
            (545, "in 1 year", "In 1 year"),
            (36_500, "in 100 years", "In 100 years"),
        ] {
            assert_eq!(when(after(days), NOW, UTC), words, "{days}");
            assert_eq!(day_ahead(after(days), NOW, UTC), head, "{days}");
        }
        assert_eq!(when(Millis(0), NOW, UTC), "today", "what was due before is due now");
    }

    #[test]
    fn midnight_makes_tomorrow_and_it_is_the_learner_s() {
        let at = |hours| Millis(NOW.0 + hours * HOUR);
        assert_eq!([11, 12].map(|hours| when(at(hours), NOW, UTC)), ["today", "tomorrow"]);
        // Five hours behind.
        assert_eq!([16, 17].map(|hours| when(at(hours), NOW, Zone(-300))), ["today", "tomorrow"]);
    }

    #[test]
    fn a_day_has_its_year_where_it_is_another_one() {
        assert_eq!(day(NOW, NOW, UTC), "23 November");
        assert_eq!(day(after(40), NOW, UTC), "2 January 2026");
        assert_eq!(month(after(40), UTC), "January 2026");
    }

    #[test]
    fn a_moment_of_these_days_is_told_by_them() {
        for (hours_ago, words) in [
            (0, "Today, 12:00 pm"),
            (11, "Today, 1:00 am"),
            (12, "Today, 12:00 am"),
            (13, "Yesterday, 11:00 pm"),
            (37, "21 November, 11:00 pm"),
        ] {
            assert_eq!(moment(Millis(NOW.0 - hours_ago * HOUR), NOW, UTC), words);
        }
        assert_eq!(moment(Millis(NOW.0 + 5 * 60_000), NOW, UTC), "Today, 12:05 pm");
    }
}
