//! Numeric: a number to type. Its data, its structural rules, its scoring, and how a number may be
//! written.

use super::fill_in::require_accepted;
use super::option::{List, MOST_OPTIONS, QuestionOption, read_options};
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::json::decimal;
use crate::quiz::markup::Markup;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// No number of an answer is larger, so that millionths of it are exact.
const MOST: f64 = 1e9;

/// One or more accepted ranges, and others that are likely mistakes with a rationale of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeric {
    answers: Vec<QuestionOption>,
    ranges: Vec<Range>,
    unit: Option<String>,
}

/// The numbers that are one answer, ends included, to six decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Whether it was given by its ends and not by its middle.
    pub is_between: bool,
    /// `min` and `max`, or else `value` and `tolerance`.
    pub numbers: [f64; 2],
}

impl Range {
    /// The names of [`Range::numbers`] in a bank file.
    #[must_use]
    pub fn names(self) -> [&'static str; 2] {
        if self.is_between { ["min", "max"] } else { ["value", "tolerance"] }
    }

    /// Both ends in millionths, whole numbers: of halves and quarters alone floats are exact.
    fn ends(self) -> (f64, f64) {
        let [first, second] = self.numbers.map(|number| (number * 1e6).round());
        if self.is_between { (first, second) } else { (first - second, first + second) }
    }

    /// “48.5”, “48 ± 2”, “46 – 50”.
    fn said(self) -> String {
        let [mut said, second] = self.numbers.map(decimal);
        if self.is_between || second != "0" {
            said.push_str(if self.is_between { " – " } else { " ± " });
            said.push_str(&second);
        }
        said
    }

    /// Reads `value` and `tolerance`, or `min` and `max`.
    fn read(answer: &Fields<'_>) -> Option<Self> {
        const NAMES: [&str; 4] = ["value", "tolerance", "min", "max"];
        let [value, tolerance, min, max] = NAMES.map(|name| answer.number(name, -MOST, MOST));
        let (range, wrong) = match NAMES.map(|name| answer.has(name)) {
            [true, has_tolerance, false, false] => {
                let tolerance = if has_tolerance { tolerance? } else { 0.0 };
                (
                    Self { is_between: false, numbers: [value?, tolerance] },
                    (tolerance < 0.0).then_some("tolerance"),
                )
            }
            [false, false, true, true] => {
                let numbers = [min?, max?];
                (Self { is_between: true, numbers }, (numbers[0] > numbers[1]).then_some("min"))
            }
            _ => (Self { is_between: true, numbers: [0.0; 2] }, Some("")),
        };
        let Some(wrong) = wrong else { return Some(range) };
        let remedy = "write `value`, and `tolerance` if it may be missed, or `min` and a larger `max`";
        answer.report("S4", wrong, "does not make a range of numbers", remedy);
        None
    }
}

impl Numeric {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let unit = if fields.has("unit") { fields.required_text("unit") } else { fields.text("unit") };
        let list = List {
            name: "answers",
            rule: "S4",
            n: 1..=MOST_OPTIONS,
            has_keys: true,
            has_rationales: true,
            bare: str::to_owned,
        };
        let mut ranges: Vec<Range> = Vec::new();
        let answers = read_options(fields, &list, &mut |answer| {
            let range = Range::read(answer)?;
            let (least, most) = range.ends();
            let overlaps = |earlier: &Range| earlier.ends().0 <= most && least <= earlier.ends().1;
            if ranges.iter().any(overlaps) {
                let remedy = "change one of the two, so that no number belongs to both";
                answer.report("S4", "", "overlaps with an answer before it", remedy);
                return None;
            }
            ranges.push(range);
            let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            Some(Markup::plain(&(range.said() + &unit)))
        });
        require_accepted(fields, &answers);
        (!fields.is_broken()).then_some(Self { answers, ranges, unit: unit.map(str::to_owned) })
    }

    /// The accepted answers and the likely mistakes, in the author's order. Their texts are made from
    /// their ranges and the unit.
    #[must_use]
    pub fn answers(&self) -> &[QuestionOption] {
        &self.answers
    }

    /// The numbers of each answer. No two overlap.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// What is counted or measured, such as `hours`.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    pub(super) fn key(&self) -> Response {
        let mut ranges = self.answers.iter().zip(&self.ranges);
        let accepted = ranges.find(|(answer, _)| answer.is_key);
        let text = accepted.map(|(_, range)| decimal(range.numbers[0]));
        Response::Numeric { text: text.unwrap_or_default() }
    }

    /// 1 for an accepted number, 0 for anything else.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(f64::from(u8::from(self.found(response).is_some_and(|answer| answer.is_key))))
    }

    /// Whether a text is a number, with the unit or without it.
    #[must_use]
    pub fn has_number(&self, text: &str) -> bool {
        self.read_text(text, &mut |_| true)
    }

    /// The answer that the learner gave, if it is one of those the author thought of. Decimal point
    /// and decimal comma are both read, and so are spaces, points and commas between thousands.
    ///
    /// “1,500” may be either; so may “1.500”. It is read as in English first, and the other way where
    /// no answer is found so.
    #[must_use]
    pub fn found(&self, response: &Response) -> Option<&QuestionOption> {
        let Response::Numeric { text } = response else { return None };
        let mut place = None;
        self.read_text(text, &mut |number| {
            place = self.ranges.iter().position(|range| {
                let (least, most) = range.ends();
                (least..=most).contains(&number)
            });
            place.is_some()
        });
        self.answers.get(place?)
    }

    /// Hands out what a text may stand for, in millionths, the likeliest first, until one is taken.
    fn read_text(&self, text: &str, take: &mut dyn FnMut(f64) -> bool) -> bool {
        let text = bare(text);
        // A unit may begin with a digit or a sign, so the whole text comes first.
        for text in [Some(text), self.without_unit(text)].into_iter().flatten() {
            for decimal_sign in ['.', ','] {
                if millionths(text, decimal_sign).is_some_and(&mut *take) {
                    return true;
                }
            }
        }
        false
    }

    fn without_unit<'t>(&self, text: &'t str) -> Option<&'t str> {
        let unit = bare(self.unit()?);
        let (number, typed) = text.split_at_checked(text.len().checked_sub(unit.len())?)?;
        typed.eq_ignore_ascii_case(unit).then(|| bare(number))
    }
}

/// A text without what may stand around it.
fn bare(text: &str) -> &str {
    text.trim_ascii().trim_end_matches([' ', '.', ',', '\u{a0}', '\u{2009}', '\u{202f}'])
}

/// The number that a text is where this is the decimal sign, in millionths: the seventh decimal
/// rounds them, the others do not count. By hand, because the standard library's exact conversion
/// costs every browser some kilobytes.
fn millionths(text: &str, decimal_sign: char) -> Option<f64> {
    let (mut number, mut place, mut sign) = (0.0, 1e6, 0.0);
    // Digits so far, and since the last sign between thousands, where there was one.
    let (mut n_digits, mut n_of_group, mut is_grouped, mut is_fraction) = (0, 0, false, false);
    for c in text.chars().map(|c| western(c, decimal_sign)) {
        let is_start = n_digits == 0 && !is_fraction;
        match c {
            '0'..='9' => {
                let digit = f64::from(c as u32 - '0' as u32);
                if !is_fraction {
                    number = number * 10.0 + digit * 1e6;
                    n_of_group += 1;
                } else {
                    place /= 10.0;
                    if place >= 1.0 {
                        number += digit * place;
                    } else if place > 0.05 && digit >= 5.0 {
                        number += 1.0;
                    }
                }
                n_digits += 1;
            }
            '+' if is_start && sign == 0.0 => sign = 1.0,
            '-' | '−' | '–' if is_start && sign == 0.0 => sign = -1.0,
            ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' if is_start => {}
            '.' | ',' | ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => {
                let is_decimal = c == decimal_sign;
                let is_fit = if is_grouped {
                    n_of_group == 3
                } else {
                    is_decimal || (number > 0.0 && n_of_group <= 3)
                };
                if is_fraction || !is_fit {
                    return None;
                }
                (is_fraction, is_grouped, n_of_group) = (is_decimal, !is_decimal, 0);
            }
            _ => return None,
        }
    }
    let is_whole = n_digits > 0 && (!is_grouped || n_of_group == 3);
    is_whole.then_some(if sign < 0.0 { -number } else { number })
}

/// Digits and signs of Arabic and Persian, and the wide ones of East Asia, as they are on other keyboards.
fn western(c: char, decimal_sign: char) -> char {
    match c {
        '٠'..='٩' | '۰'..='۹' | '０'..='９' => {
            let zero = if c >= '０' {
                '０'
            } else if c >= '۰' {
                '۰'
            } else {
                '٠'
            };
            char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
        }
        '٫' => decimal_sign,
        '٬' if decimal_sign == '.' => ',',
        '٬' => '.',
        '．' => '.',
        '，' => ',',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::Kind;
    use crate::quiz::question::testing::read;

    /// `48±2*` is accepted, `40..45` is a likely mistake.
    fn kind(unit: &str, answers: &str) -> Kind {
        let answer = |answer: &str| {
            let range = answer.trim_end_matches('*');
            let range = match (range.split_once('±'), range.split_once("..")) {
                (Some((value, tolerance)), _) => format!(r#""value":{value},"tolerance":{tolerance}"#),
                (None, Some((min, max))) => format!(r#""min":{min},"max":{max}"#),
                (None, None) => format!(r#""value":{range}"#),
            };
            format!(r#"{{{range},"correct":{}}}"#, answer.ends_with('*'))
        };
        let answers: Vec<_> = answers.split_whitespace().map(answer).collect();
        let unit = if unit.is_empty() { String::new() } else { format!(r#""unit":"{unit}","#) };
        read(&format!(r#""kind":"numeric",{unit}"answers":[{}]"#, answers.join(","))).kind
    }

    fn typed(text: &str) -> Response {
        Response::Numeric { text: text.to_owned() }
    }

    /// What is found, and whether a number was typed at all.
    fn found(kind: &Kind, text: &str) -> (Option<String>, bool) {
        let Kind::Numeric(numeric) = kind else { panic!() };
        let found = numeric.found(&typed(text)).map(|answer| answer.text.to_text());
        (found, kind.is_complete(&typed(text)))
    }

    #[test]
    fn a_number_may_be_written_in_many_ways() {
        for (answers, texts) in [
            ("48.5*", &["48.5", "48,5", " 48.50 ", "+48.5", "+ 48,5", "048.5", "48.5.", "48.500000"][..]),
            ("-48.5*", &["-48.5", "−48,5", "– 48.5"]),
            (
                "1500*",
                &["1500", "1 500", "1\u{a0}500", "1\u{2009}500", "1\u{202f}500", "1,500", "1.500", "1500.0"],
            ),
            ("1.5*", &["1.5", "1,5", "1,500", "1.500"]),
            ("1234567.25*", &["1234567.25", "1,234,567.25", "1.234.567,25", "1 234 567,25", "1 234 567.25"]),
            ("1000000*", &["1000000", "1,000,000", "1.000.000", "1 000 000"]),
            ("0.5*", &["0.5", ".5", ",5", "0,500", "0.5000"]),
            ("0*", &["0", "-0", "0.0", "+0", "000"]),
            ("12*", &["12", "12.", "12,", "012"]),
            ("1234.5*", &["١٢٣٤٫٥", "١٬٢٣٤٫٥", "۱۲۳۴٫۵", "１２３４．５", "１，２３４．５"]),
        ] {
            for text in texts {
                assert_eq!(kind("", answers).score(&typed(text)).earned, 1.0, "{answers}: {text}");
            }
        }
    }

    #[test]
    fn what_is_no_number_cannot_be_checked() {
        let kind = kind("hours", "48*");
        for text in [
            "",
            " ",
            "-",
            "+",
            ".",
            ",",
            "many",
            "4 8",
            "1 00",
            "1  000",
            "1,00,000",
            "12,34.5",
            "1.2.3",
            "0,500,0",
            "1e3",
            "--5",
            "5-",
            "48 days",
            "48 hours a week",
            "hours",
            "hours 48",
            "½",
            "4๘",
            "0x10",
            "1000 000",
            "1 000 00",
            "NaN",
            "inf",
            "1'000",
        ] {
            assert_eq!(found(&kind, text), (None, false), "{text}");
        }
    }

    #[test]
    fn the_unit_may_be_typed_along() {
        for (unit, text) in [
            ("hours", "48 hours"),
            ("hours", "48hours"),
            ("hours", "48\u{a0}hours "),
            ("hours", "48,0 HOURS."),
            ("hours", "48"),
            ("%", "48 %"),
            ("%", "48%"),
            ("µg/m³", "48 µg/m³"),
            ("hrs.", "48 hrs"),
            ("5 km laps", "48 5 km laps"),
        ] {
            assert_eq!(kind(unit, "48*").score(&typed(text)).earned, 1.0, "{unit}: {text}");
        }
        // No half of a character is cut off.
        assert_eq!(found(&kind("ab", "48*"), "48é"), (None, false));
        assert_eq!(found(&kind("8", "48*"), "48"), (Some("48 8".to_owned()), true));
    }

    #[test]
    fn ends_belong_to_a_range_and_a_likely_mistake_is_found() {
        let kind = kind("", "0.8±0.1* 1..2 -3±0.5 0.333333* 300");
        for (text, answer) in [
            ("0.7", Some("0.8 ± 0.1")),
            ("0.9", Some("0.8 ± 0.1")),
            ("0.699999", None),
            ("0.900001", None),
            ("0.9000004", Some("0.8 ± 0.1")),
            ("0.9000005", None),
            ("1", Some("1 – 2")),
            ("2", Some("1 – 2")),
            ("2.01", None),
            ("-2.5", Some("-3 ± 0.5")),
            ("-3.5", Some("-3 ± 0.5")),
            ("3", None),
            ("0.33333333333333333333", Some("0.333333")),
            ("300", Some("300")),
            ("99999999999999999999999999999999999999", None),
        ] {
            assert_eq!(found(&kind, text), (answer.map(str::to_owned), true), "{text}");
            let is_right = matches!(answer, Some("0.8 ± 0.1" | "0.333333"));
            assert_eq!(kind.score(&typed(text)).is_full(), is_right, "{text}");
        }
    }

    #[test]
    fn what_may_be_read_in_two_ways_is_read_as_in_english_first() {
        let kind = kind("", "2125* 2.125");
        for (text, answer) in [("2.125", "2.125"), ("2,125", "2125"), ("2125", "2125"), ("2 125", "2125")] {
            assert_eq!(found(&kind, text).0.as_deref(), Some(answer), "{text}");
        }
    }

    #[test]
    fn the_key_is_a_number_that_is_accepted() {
        for (answers, key) in
            [("1 48.5±2*", "48.5"), ("-10..-5*", "-10"), ("1 2* 3*", "2"), ("2.125*", "2.125")]
        {
            let kind = kind("hours", answers);
            assert_eq!(kind.key(), typed(key), "{answers}");
            assert!(kind.score(&kind.key()).is_full(), "{answers}");
        }
    }
}
