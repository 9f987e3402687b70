//! Every screen in a language that has each word between brackets: what stands outside of them is no message,
//! and would be English in every language.

use super::{Element, html, render, screens};
use selfcheck::widget::stage::Screen;
use selfcheck::widget::text::catalogue::Language;
use selfcheck::widget::text::language::{Speak, Tell, speak};
use selfcheck::widget::text::messages;
use serde_json::{Map, Value, json};
use std::rc::Rc;

/// Each message between brackets, with accents on its vowels but not in the names of places.
fn made_up() -> Rc<dyn Speak> {
    let accented = |text: &str| {
        let pieces = text.split('{').map(|piece| match piece.split_once('}') {
            Some((name, after)) => format!("{{{name}}}{}", with_accents(after)),
            None => with_accents(piece),
        });
        // The first piece is no place.
        format!("⟦{}⟧", pieces.collect::<String>())
    };
    let said = messages().into_iter().map(|message| {
        let other = accented(message.english());
        let said =
            message.english_one().map_or(json!(other), |one| json!({"one": accented(one), "other": other}));
        (message.key().to_owned(), said)
    });
    let catalogue = json!({"language": "xx", "messages": said.collect::<Map<String, Value>>()});
    let tell = |what: Tell, value: f64| {
        if what != Tell::Plural {
            return format!("⟦{what:?} {value}⟧");
        }
        if value == 1.0 { "one" } else { "other" }.to_owned()
    };
    Rc::new(Language::read(&catalogue.to_string(), "", Box::new(tell)).unwrap())
}

fn with_accents(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'a' => 'ä',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ö',
            'u' => 'ü',
            c => c,
        })
        .collect()
}

/// What stands outside of brackets, if it has letters or digits.
fn outside(text: &str) -> Option<String> {
    let mut depth = 0;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "brackets without an end: {text}");
    outside.chars().any(char::is_alphanumeric).then_some(outside)
}

/// Whether what it says is of the bank, which is in English, or for the owner of the page; or is the same in every
/// language: an address, the key of a keyboard that chooses an option, a letter on paper. What learners write is in
/// any language.
fn is_exempt(element: &Element, around: &[&Element]) -> bool {
    let is_foreign = |element: &&Element| element.get("lang").is_some_and(|lang| lang != "xx");
    let is_key = element.has_word("class", "key") || element.own_text().chars().count() == 1;
    let is_own = element.get("dir").is_some_and(|dir| dir == "auto");
    is_foreign(&element) || around.iter().any(is_foreign) || element.tag == "a" || is_key || is_own
}

#[test]
fn everything_that_is_said_is_in_the_language_of_the_interface_or_marked_as_another() {
    let language = made_up();
    speak(Some(Rc::clone(&language)));
    let mut found = Vec::new();
    for screens::Scene { name, screen } in screens::scenes() {
        let page = html::parse(&render(Screen { language: Some(Rc::clone(&language)), ..screen }));
        page.walk(&mut |element, around| {
            if is_exempt(element, around) {
                return;
            }
            let names = ["aria-label", "alt", "title", "placeholder", "aria-description"];
            let names = names.iter().filter_map(|name| element.get(name));
            for text in names.chain([element.own_text()]) {
                found.extend(outside(&text).map(|outside| format!("{name}: <{}> {outside}", element.tag)));
            }
        });
    }
    speak(None);
    found.dedup();
    assert!(found.is_empty(), "say it by a message, or mark it with markup::plain\n{}", found.join("\n"));
}
