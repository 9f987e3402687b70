//! A language by its catalogue: the messages that it has, and what tells its numbers and days. Nobody needs
//! it to begin in English, so it stands in the second module.

use super::language::{Speak, Tell};
use super::message::{Value, Words, hash};
use crate::quiz::bank::json::from_json;
use crate::quiz::bank::problem::Problem;
use crate::quiz::bank::tree::{self, Tree};
use std::fmt;
use yew::AttrValue;

/// Tells numbers and days of a language, and which plural a number has: a browser by its `Intl`.
pub type Teller = Box<dyn Fn(Tell, f64) -> String>;

/// A language other than English.
pub struct Language {
    tag: AttrValue,
    dir: AttrValue,
    /// By the hash of their keys: a text, or texts by category of plural.
    messages: Vec<(u16, Tree)>,
    tell: Teller,
    is_from_the_right: bool,
}

impl Language {
    /// Reads a catalogue: `{"language": "es", "messages": {"start": "Empezar", …}}`, as `locales/` has
    /// them. `dir` is the direction that the page says; where that is empty, it follows from the letters of
    /// the messages. Messages that it lacks are said in English.
    ///
    /// # Errors
    /// One problem, where it is not JSON.
    pub fn read(json: &str, dir: &str, tell: Teller) -> Result<Self, Problem> {
        let (mut tag, mut messages) = (AttrValue::default(), Vec::new());
        if let tree::Value::Table(fields) = from_json(json)?.value {
            for (name, field) in fields {
                match (name.as_str(), field.value) {
                    ("language", tree::Value::Text(text)) => tag = text.into(),
                    ("messages", tree::Value::Table(table)) => {
                        messages = table.into_iter().map(|(key, said)| (hash(&key), said)).collect();
                    }
                    _ => {}
                }
            }
        }
        let text = |said: &Tree| said.value.as_text().is_some_and(is_from_the_right);
        let is_from_the_right = messages.iter().any(|(_, said)| text(said));
        let dir = AttrValue::Static(if is_from_the_right && dir.is_empty() { "rtl" } else { "" });
        Ok(Self { tag, dir, messages, tell, is_from_the_right })
    }

    /// What the catalogue has for a message, in the plural of a number.
    fn template(&self, message: Words, n: Option<f64>) -> Option<&str> {
        let said = self.messages.iter().find(|(id, _)| *id == message.id());
        let said = &said?.1.value;
        let tree::Value::Table(plurals) = said else { return said.as_text() };
        let category = (self.tell)(Tell::Plural, n.unwrap_or_default());
        let of = |category: &str| plurals.iter().find(|(name, _)| name == category);
        of(&category).or_else(|| of("other"))?.1.value.as_text()
    }

    fn add(&self, value: Value<'_>, said: &mut String) {
        match value {
            Value::Number(number) => said.push_str(&(self.tell)(Tell::Number, number)),
            Value::Percent(percent) => said.push_str(&(self.tell)(Tell::Percent, percent)),
            // Kept apart, or it would be torn where both directions meet: by Unicode's isolates.
            Value::Text(text) if is_from_the_right(text) != self.is_from_the_right => {
                said.push('\u{2068}');
                said.push_str(text);
                said.push('\u{2069}');
            }
            Value::Text(text) => said.push_str(text),
            Value::Said(message) => said.push_str(&self.fill(message, None, &[])),
        }
    }
}

impl Speak for Language {
    fn tag(&self) -> [AttrValue; 2] {
        [self.tag.clone(), self.dir.clone()]
    }

    fn fill(&self, message: Words, n: Option<f64>, values: &[Value<'_>]) -> String {
        let Some(template) = self.template(message, n) else {
            return message.fill_english(n, values);
        };
        let mut said = String::new();
        for (is_place, piece) in pieces(template) {
            let place = pieces(message.english()).filter(|(is_place, name)| *is_place && *name != "n");
            match (is_place, place.into_iter().position(|(_, name)| name == piece), n) {
                (true, _, Some(n)) if piece == "n" => self.add(Value::Number(n), &mut said),
                (true, Some(place), _) => {
                    values.get(place).into_iter().for_each(|value| self.add(*value, &mut said));
                }
                _ => said.push_str(piece),
            }
        }
        said
    }

    fn tell(&self, what: Tell, value: f64) -> String {
        (self.tell)(what, value)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tag)
    }
}

/// Whether it has letters of a script that is written from right to left: Hebrew, Arabic and their neighbours.
fn is_from_the_right(text: &str) -> bool {
    text.chars().any(|c| ('\u{590}'..'\u{900}').contains(&c))
}

/// A text by turns: what stands between places, and names of places, without their braces.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split(['{', '}']).enumerate().map(|(at, piece)| (at % 2 == 1, piece))
}

/// Numbers, and days as numbers, where there is no browser to tell them: plurals by the rules of Unicode's
/// CLDR for the languages that there are catalogues of, <https://cldr.unicode.org/index/cldr-spec/plural-rules>.
#[cfg(not(target_family = "wasm"))]
#[must_use]
pub fn without_browser(language: &str) -> Teller {
    let language = language.to_owned();
    Box::new(move |what, value| match what {
        Tell::Plural => plural(&language, value).to_owned(),
        Tell::Percent => format!("{}%", value.round()),
        Tell::Number
        | Tell::Days
        | Tell::Weeks
        | Tell::Months
        | Tell::Years
        | Tell::Day
        | Tell::DayOfYear
        | Tell::Moment
        | Tell::Month => crate::quiz::bank::json::decimal((value * 100.0).round() / 100.0),
    })
}

/// The language of a tag, where there is a catalogue of it, for pages that are made without a browser.
#[cfg(not(target_family = "wasm"))]
#[must_use]
pub fn built_in(tag: &str) -> Option<Language> {
    let language = tag.split('-').next().unwrap_or_default();
    let json = match language {
        "ar" => include_str!("../../../locales/ar.json"),
        "es" => include_str!("../../../locales/es.json"),
        "fr" => include_str!("../../../locales/fr.json"),
        "ht" => include_str!("../../../locales/ht.json"),
        "pt" => include_str!("../../../locales/pt.json"),
        "vi" => include_str!("../../../locales/vi.json"),
        "zh" => include_str!("../../../locales/zh.json"),
        _ => return None,
    };
    Language::read(json, "", without_browser(language)).ok()
}

#[cfg(not(target_family = "wasm"))]
fn plural(language: &str, n: f64) -> &'static str {
    let is_whole = n.fract() == 0.0;
    let is_million = is_whole && n != 0.0 && n % 1e6 == 0.0;
    match language {
        "ht" | "vi" | "zh" => "other",
        "ar" if !is_whole => "other",
        "ar" if n <= 2.0 => ["zero", "one", "two"][n.abs() as usize],
        "ar" if (3.0..=10.0).contains(&(n % 100.0)) => "few",
        "ar" if n % 100.0 >= 11.0 => "many",
        "ar" => "other",
        "fr" | "pt" if n < 2.0 => "one",
        "fr" | "pt" | "es" if is_million => "many",
        _ if n == 1.0 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::text::message::messages;

    messages! {
        PLAIN = "plain": "Start";
        APPLES = "apples": one "{n} apple for {whom}", other "{n} apples for {whom}";
        STEP = "step": "Step {step} of {all}";
        MISSING = "missing": "{words} only in English";
    }

    fn spanish() -> Language {
        let json = r#"{"language":"es","name":"Español","messages":{"plain":"Empezar","step":"De {all}, {step}{?}",
            "apples":{"one":"Para {whom}, {n} manzana","other":"Para {whom}, {n} manzanas"}}}"#;
        Language::read(json, "", without_browser("es")).unwrap()
    }

    #[test]
    fn values_go_by_their_names_whatever_their_order() {
        let said = |message: Words, values: &[Value<'_>]| spanish().fill(message, None, values);
        assert_eq!(said(PLAIN, &[]), "Empezar");
        assert_eq!(said(STEP, &[2_usize.into(), 5_usize.into()]), "De 5, 2?");
        assert_eq!(said(STEP, &[PLAIN.into(), "{step}".into()]), "De {step}, Empezar?");
        assert_eq!(said(MISSING, &["x".into()]), "x only in English");
        let apples = |n| spanish().fill(APPLES, Some(n), &["Ana".into()]);
        assert_eq!([1.0, 1.5].map(apples), ["Para Ana, 1 manzana", "Para Ana, 1.5 manzanas"]);
        assert_eq!(MESSAGES.len(), 4);
    }

    #[test]
    fn what_is_written_in_the_other_direction_stays_in_one_piece() {
        let json = r#"{"language":"ar","messages":{"step":"{step} من {all}"}}"#;
        let arabic = Language::read(json, "", without_browser("ar")).unwrap();
        let said = |values: [&str; 2]| arabic.fill(STEP, None, &values.map(Into::into));
        assert_eq!(said(["0.75 points", "شاي"]), "\u{2068}0.75 points\u{2069} من شاي");
        assert_eq!(spanish().fill(STEP, None, &["شاي".into(), "té".into()]), "De té, \u{2068}شاي\u{2069}?");
    }

    #[test]
    fn the_direction_is_the_page_s_or_else_that_of_the_letters() {
        let of = |json: &str, dir: &str| {
            Language::read(json, dir, without_browser("ar")).unwrap().tag()[1].clone()
        };
        let arabic = r#"{"language":"ar","messages":{"plain":"بدء"}}"#;
        assert_eq!([of(arabic, ""), of(arabic, "ltr"), of(arabic, "rtl")], ["rtl", "", ""]);
        assert_eq!(of(r#"{"language":"es","messages":{"plain":"Empezar"}}"#, ""), "");
    }

    #[test]
    fn what_is_no_catalogue_says_everything_in_english() {
        for json in ["[]", "{}", r#"{"messages":{"plain":5}}"#] {
            let language = Language::read(json, "", without_browser("es")).unwrap();
            assert_eq!(language.fill(PLAIN, None, &[]), "Start", "{json}");
        }
        assert!(Language::read("<html>", "", without_browser("es")).is_err());
    }

    #[test]
    fn a_language_is_found_by_a_tag_with_a_region() {
        assert_eq!(
            built_in("es-MX").map(|language| language.fill(PLAIN, None, &[])).as_deref(),
            Some("Start")
        );
        let start = super::super::START;
        assert_eq!(built_in("es-MX").unwrap().fill(start, None, &[]), "Comenzar");
        assert!(built_in("de").is_none() && built_in("en").is_none() && built_in("").is_none());
    }

    #[test]
    fn plurals_are_those_of_the_language() {
        let of = |language, numbers: &[f64]| numbers.iter().map(|n| plural(language, *n)).collect::<Vec<_>>();
        assert_eq!(of("es", &[0.0, 1.0, 2.0, 1e6]), ["other", "one", "other", "many"]);
        assert_eq!(of("fr", &[0.0, 1.5, 2.0]), ["one", "one", "other"]);
        assert_eq!(
            of("ar", &[0.0, 1.0, 2.0, 3.0, 11.0, 100.0, 0.5, 103.0]),
            ["zero", "one", "two", "few", "many", "other", "other", "few"]
        );
        assert_eq!(of("vi", &[1.0]), ["other"]);
    }
}
