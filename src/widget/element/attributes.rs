//! The element's attributes → settings. Unknown values fall back and warn once.

use crate::quiz::id::{Id, TopicId};
use crate::quiz::session::mode::Mode;
use crate::quiz::session::settings::{Count, LONGEST, MOST_ATTEMPTS, Overrides, Shuffle, by_name};
use crate::quiz::shuffle::Seed;

/// What the attributes say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    /// What they say about the session.
    pub overrides: Overrides,
    /// Under which name progress is stored; nothing is stored without one.
    pub save_key: Option<String>,
    /// What they say that is not known, in words.
    pub warnings: Vec<String>,
}

impl Attributes {
    /// Reads the attributes; `get` gives the text of one.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let mut warnings = Vec::new();
        let mut parse = Parser { get, warnings: &mut warnings };
        let overrides = Overrides {
            mode: parse.name("mode", Mode::NAMES),
            count: parse.count(),
            topics: parse.topics(),
            shuffle: parse.name("shuffle", Shuffle::NAMES),
            seed: parse.number("seed", "a whole number from 0 to 4294967295", |_| true).map(Seed),
            pass_mark: parse.percent("pass-mark"),
            no_start: (parse.get)("no-start").map(|_| true),
            attempts: parse
                .number("attempts", "a whole number from 1 to 10", |n| (1..=MOST_ATTEMPTS).contains(n)),
            attempt_cost: parse.percent("attempt-cost"),
            hint_cost: parse.percent("hint-cost"),
            time_limit: parse
                .number("time-limit", "a number of seconds from 1 to 86400", |n| (1..=LONGEST).contains(n)),
            // For a page to say whether an exam may be paused would be for learners to say.
            may_pause: None,
            asks_certainty: (parse.get)("certainty").map(|_| true),
        };
        let save_key = (parse.get)("save-key").filter(|key| !key.is_empty());
        Self { overrides, save_key, warnings }
    }
}

struct Parser<'w, G> {
    get: G,
    warnings: &'w mut Vec<String>,
}

impl<G: Fn(&str) -> Option<String>> Parser<'_, G> {
    fn warn(&mut self, attribute: &str, text: &str, wanted: &str) {
        self.warnings.push(format!("<self-check {attribute}=\"{text}\"> is passed over: write {wanted}"));
    }

    fn name<T: Copy>(&mut self, attribute: &str, names: &[(&str, T)]) -> Option<T> {
        let text = (self.get)(attribute)?;
        let value = by_name(names, text.trim_ascii());
        if value.is_none() {
            let known = names.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            self.warn(attribute, &text, &format!("one of {known}"));
        }
        value
    }

    fn number<T: std::str::FromStr>(
        &mut self,
        attribute: &str,
        wanted: &str,
        is_fine: fn(&T) -> bool,
    ) -> Option<T> {
        let text = (self.get)(attribute)?;
        let value = text.trim_ascii().parse().ok().filter(is_fine);
        if value.is_none() {
            self.warn(attribute, &text, wanted);
        }
        value
    }

    fn count(&mut self) -> Option<Count> {
        if (self.get)("count").is_some_and(|text| text.trim_ascii() == Count::AUTO) {
            return Some(Count::Auto);
        }
        self.number("count", "a whole number from 1, or auto", |n: &u32| *n > 0).map(Count::Of)
    }

    fn percent(&mut self, attribute: &str) -> Option<u32> {
        self.number(attribute, "a whole number from 0 to 100", |n| *n <= 100)
    }

    fn topics(&mut self) -> Option<Vec<TopicId>> {
        let text = (self.get)("topics")?;
        let topics: Option<Vec<_>> = text.split_ascii_whitespace().map(TopicId::parse).collect();
        if topics.is_none() {
            self.warn("topics", &text, "topic ids with spaces between");
        }
        topics
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> Attributes {
        Attributes::read(|name| {
            attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn known_values_are_taken() {
        let read = read(&[
            ("mode", "practice"),
            ("count", "5"),
            ("topics", " a  b "),
            ("shuffle", "none"),
            ("seed", "0"),
            ("pass-mark", "62"),
            ("no-start", ""),
            ("attempts", "10"),
            ("attempt-cost", "100"),
            ("hint-cost", "0"),
            ("time-limit", "5400"),
            ("certainty", ""),
            ("save-key", "course-1"),
        ]);
        assert!(read.warnings.is_empty());
        assert_eq!(read.overrides.count, Some(Count::Of(5)));
        assert_eq!(read.overrides.topics.map(|topics| topics.len()), Some(2));
        assert_eq!(read.overrides.shuffle, Some(Shuffle::None));
        assert_eq!(read.overrides.seed, Some(Seed(0)));
        assert_eq!(read.overrides.pass_mark, Some(62));
        assert_eq!(read.overrides.no_start, Some(true));
        let Overrides { attempts, attempt_cost, hint_cost, .. } = read.overrides;
        assert_eq!((attempts, attempt_cost, hint_cost), (Some(10), Some(100), Some(0)));
        assert_eq!((read.overrides.time_limit, read.overrides.asks_certainty), (Some(5400), Some(true)));
        assert_eq!(read.save_key.as_deref(), Some("course-1"));
    }

    #[test]
    fn every_mode_and_every_length_has_a_name() {
        for (name, mode) in Mode::NAMES {
            assert_eq!(read(&[("mode", name)]).overrides.mode, Some(*mode));
        }
        assert_eq!(read(&[("count", " auto")]).overrides.count, Some(Count::Auto));
    }

    #[test]
    fn unknown_values_fall_back_and_warn_once_each() {
        for (name, value) in [
            ("mode", "duel"),
            ("count", "0"),
            ("count", "-3"),
            ("count", "many"),
            ("topics", "A/B"),
            ("shuffle", "yes"),
            ("seed", "1.5"),
            ("pass-mark", "101"),
            ("pass-mark", "62.5"),
            ("attempts", "0"),
            ("attempts", "11"),
            ("attempt-cost", "-10"),
            ("hint-cost", "25 %"),
            ("time-limit", "0"),
            ("time-limit", "90 min"),
            ("time-limit", "86401"),
        ] {
            let read = read(&[(name, value)]);
            assert_eq!(read.warnings.len(), 1, "{name}={value}");
            assert_eq!(read.overrides, Overrides::default(), "{name}={value}");
        }
    }
}
