//! V4 to V7: facts with their sources and dates, open points said openly, terms that say too much,
//! and subjects that learners are told of first.

use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Word, is_within, words_of};
use crate::author::lint::plain::{Plain, text_of};
use crate::author::lint::settings::{Contested, Settings, Threshold};
use crate::author::lint::statistics::share;
use crate::quiz::bank::problem::Level;
use crate::quiz::id::Id;

const MOST_CONTESTED: Threshold = Threshold::new("V5", "most_percent", 12.0, 100.0);
const NEAR_WORDS: Threshold = Threshold::new("V6", "words_between", 20.0, 1000.0);

/// What `lint.toml` may change of these rules.
pub(super) const THRESHOLDS: &[Threshold] = &[MOST_CONTESTED, NEAR_WORDS];

/// What a question from a public source says as its `basis`.
const PUBLIC: &str = "public-source";

/// Looks at one question.
pub(super) fn check(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    check_sources(question, settings, findings);
    check_contested(question, settings.contested.as_ref(), findings);
    check_careful(question, settings, findings);
}

/// Looks at the whole bank.
pub(super) fn finish(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let contested = questions.iter().filter(|question| question.question.notes.contested.is_some()).count();
    let (part, most) = (share(contested, questions.len()), settings.get(MOST_CONTESTED));
    if settings.contested.is_some() && 100.0 * part > most {
        let message = format!(
            "{contested} of {} questions ({:.1} %) are on points on which sources differ, more than {most} %",
            questions.len(),
            100.0 * part
        );
        findings.warning("V5", "", message, "ask more about what is agreed on");
    }
}

fn check_sources(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let (notes, path) = (&question.question.notes, &question.path);
    let is_public = notes.basis.as_deref() == Some(PUBLIC);
    if is_public && notes.sources.is_empty() {
        let message = "rests on a public source and names none";
        let remedy = "add `sources = [{ address = \"…\", jurisdiction = \"…\", checked_on = \"…\" }]`";
        findings.error("V4", path, message, remedy);
    }
    for (index, source) in notes.sources.iter().enumerate() {
        let path = format!("{path}.sources[{index}]");
        if is_public && source.jurisdiction.is_none() {
            let message = "does not say whose law or rule it tells";
            findings.error("V4", &path, message, "add `jurisdiction`, such as \"US-MA\"");
        }
        match source.checked_on.as_deref() {
            None if is_public => findings.error(
                "V4",
                &path,
                "does not say when it was looked at",
                "add `checked_on`, such as \"2026-11-22\"",
            ),
            None => {}
            Some(day) => check_day(&format!("{path}.checked_on"), day, findings),
        }
    }
    if let Some(day) = &notes.review_by {
        check_day(&format!("{path}.review_by"), day, findings);
    } else if settings.legal.topics.iter().any(|topic| topic.as_str() == question.question.topic.as_str()) {
        let message = "is on a topic of law, which changes, and does not say when to look at it again";
        findings.error("V4", path, message, "add `review_by`, such as \"2027-11-22\"");
    }
}

fn check_day(path: &str, day: &str, findings: &mut Findings<'_>) {
    if !is_day(day) {
        let message = format!("`{day}` is not a day");
        findings.error("V4", path, message, "write year, month and day, such as \"2026-11-22\"");
    }
}

/// Whether a text is a day as in RFC 3339: `2026-11-22`.
fn is_day(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |text: &str, n_digits: usize| {
        let is_number = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let n_days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=n_days).contains(&day)
}

/// Refuses amounts of money and telephone numbers in one text, where the bank wants none.
pub(super) fn refuse_numbers(
    path: &str,
    text: &str,
    words: &[Word<'_>],
    settings: &Settings,
    findings: &mut Findings<'_>,
) {
    if settings.legal.refuses_amounts
        && let Some(amount) = amount_in(text, words)
    {
        let message =
            format!("“{amount}” is an amount of money; such limits differ from place to place and change");
        findings.point(Level::Error, "V4", path, amount, message, "point to the policy that sets the limit");
    }
    let is_shared = path == "disclaimer" || path == "description";
    if settings.legal.refuses_phone_numbers
        && !is_shared
        && let Some(number) = phone_number_in(text, words)
    {
        let message = format!("“{number}” looks like a telephone number, which goes out of date unnoticed");
        let remedy = "keep numbers together in the bank’s `disclaimer`";
        findings.point(Level::Error, "V4", path, number, message, remedy);
    }
}

fn amount_in<'t>(text: &'t str, words: &[Word<'_>]) -> Option<&'t str> {
    for (at, sign) in text.match_indices(['$', '€', '£']) {
        let number = &text[at + sign.len()..];
        let digits =
            number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit() || ",. ".contains(c)).len();
        if number[..digits].contains(|c: char| c.is_ascii_digit()) {
            return Some(text[at..at + sign.len() + digits].trim_end_matches([',', '.', ' ']));
        }
    }
    let pair = words.windows(2).find(|pair| {
        pair[0].text.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(pair[1].text.as_ref(), "dollar" | "dollars")
    })?;
    Some(&text[pair[0].range.start..pair[1].range.end])
}

/// Seven digits or more in groups that end in 3 and 4, as in `833-773-2445`; or a short number
/// after “call”, “text” or “dial”.
fn phone_number_in<'t>(text: &'t str, words: &[Word<'_>]) -> Option<&'t str> {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let three_and_four = words.windows(2).find(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        is_number(&pair[0].text)
            && is_number(&pair[1].text)
            && (pair[0].text.len(), pair[1].text.len()) == (3, 4)
            && matches!(between, "-" | " " | "." | "‑" | "–")
    });
    if let Some([first, last]) = three_and_four {
        return Some(&text[first.range.start..last.range.end]);
    }
    let called = words.windows(2).find(|pair| {
        matches!(pair[0].text.as_ref(), "call" | "text" | "dial" | "ring")
            && is_number(&pair[1].text)
            && pair[1].text.len() >= 3
    })?;
    Some(&text[called[1].range.clone()])
}

fn check_contested(question: &Plain<'_>, contested: Option<&Contested>, findings: &mut Findings<'_>) {
    let (Some(code), Some(contested)) = (&question.question.notes.contested, contested) else { return };
    if !contested.codes.contains(code) {
        let message = format!("`{code}` is not a known point on which sources differ");
        let remedy = format!("use one of: {}", contested.codes.join(", "));
        findings.error("V5", format!("{}.contested", question.path), message, remedy);
    }
    let rationale = text_of(question.question.rationale.as_ref());
    if rationale.is_empty() || !(contested.note_words.is_empty() || contested.note_words.any_in(&rationale)) {
        let message = "the rationale does not say what sources differ on";
        let remedy = "name both views, and say whose each is";
        findings.error("V5", format!("{}.rationale", question.path), message, remedy);
    }
}

fn check_careful(question: &Plain<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let near = settings.get(NEAR_WORDS);
    for careful in &settings.careful {
        let keys = question.keys().map(|key| (format!("{}.text", key.path), key.text.clone()));
        let stem = (format!("{}.stem", question.path), question.stem.clone());
        let passage = question.passage().map(|text| (format!("{}.passage", question.path), text));
        for (path, text) in keys.chain([stem]).chain(passage) {
            let words = words_of(&text);
            let companions = careful.companions.find_in(&text, &words);
            let alone = careful.phrases.find_in(&text, &words).into_iter().find(|(_, term)| {
                !companions.iter().any(|(_, companion)| {
                    let (start, end) = (term.end.min(companion.end), term.start.max(companion.start));
                    let between =
                        words.iter().filter(|word| start <= word.range.start && word.range.end <= end);
                    between.count() as f64 <= near
                })
            });
            if let Some((_, range)) = alone {
                let found = &text[range];
                let companions = careful.companion_words.join("”, “");
                let message = format!("“{found}” stands without “{companions}” nearby");
                findings.point(Level::Warning, "V6", path, found, message, "say on what it depends");
            }
        }
    }
}

/// The first word in a text that needs a content note.
pub(super) fn sensitive_in<'t>(text: &'t str, words: &[Word<'_>], settings: &Settings) -> Option<&'t str> {
    let found = settings.sensitive.words.find_in(text, words);
    if found.is_empty() {
        return None;
    }
    let fine: Vec<_> =
        settings.sensitive.except.find_in(text, words).into_iter().map(|(_, range)| range).collect();
    found.into_iter().find(|(_, range)| !is_within(range, &fine)).map(|(_, range)| &text[range])
}

/// Reports a word that needs a content note, where the question has none.
pub(super) fn require_note(question: &Plain<'_>, path: &str, word: &str, findings: &mut Findings<'_>) {
    if !question.question.has_content_note {
        let message = format!("“{word}” is hard to meet unprepared");
        let remedy = "add `content_note = true`, so that learners are told and may skip it";
        findings.point(Level::Error, "V7", path, word, message, remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::{amount_in, is_day, phone_number_in, words_of};

    #[test]
    fn amounts_and_numbers_are_found_and_years_and_ages_left_alone() {
        for (text, found) in [
            ("A gift under $25 is fine.", Some("$25")),
            ("It costs 1,000 dollars", Some("000 dollars")),
            ("US$ 1,200.50, or more", Some("$ 1,200.50")),
            ("It costs $ a lot", None),
            ("Aged 18 to 59", None),
        ] {
            assert_eq!(amount_in(text, &words_of(text)), found, "{text}");
        }
        for (text, found) in [
            ("Call 833-773-2445 now", Some("773-2445")),
            ("(555) 123 4567", Some("123 4567")),
            ("Dial 988.", Some("988")),
            ("42 CFR 2, 2013-2015, 2026-11-22", None),
            ("Text 3 people", None),
        ] {
            assert_eq!(phone_number_in(text, &words_of(text)), found, "{text}");
        }
    }

    #[test]
    fn a_day_is_in_the_calendar() {
        for day in ["2026-11-22", "2024-02-29", "2000-02-29"] {
            assert!(is_day(day), "{day}");
        }
        for other in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-11-31", "2026-11", "22.11.2026", "2026-1-1", ""]
        {
            assert!(!is_day(other), "{other}");
        }
    }
}
