//! Render: a bank as static HTML, made by the widget's own views. It stands between [`author`](crate::author)
//! and [`widget`](crate::widget), which know nothing of each other.

use crate::quiz::Bank;
use crate::quiz::markup::closed::is_beside;
use crate::widget::text::catalogue;
use crate::widget::text::language::{self, Speak};
use crate::widget::view::bank::{Manner, bank};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Poll, Waker};
use yew::prelude::*;

/// The views look like nothing without the widget's style sheet, and a page may have styles of its own for
/// classes of the same names. Nothing in the page can be focused or named by what a script would do.
const LEFT_OUT: &[&str] = &["class", "part", "tabindex"];

/// What holds an address.
const ADDRESSES: &[&str] = &["src"];

#[derive(Clone, Properties)]
struct PageProps {
    bank: Rc<Bank>,
    manner: Manner,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bank, &other.bank)
    }
}

#[component]
fn Page(props: &PageProps) -> Html {
    bank(&props.bank, props.manner)
}

/// A bank as HTML, to stand in any page: without scripts, styles, classes and ids. What lies beside the bank
/// is found below `base`, which is put before its address.
///
/// It ends with a line break. Nothing comes of it where a view waits for something, which none does.
/// What is not of the bank is said in its language where there is a catalogue of it, and else in English.
#[must_use]
pub fn html(bank: Rc<Bank>, manner: Manner, base: &str) -> Option<String> {
    let language = catalogue::built_in(&bank.about().language);
    language::speak(language.map(|language| Rc::new(language) as Rc<dyn Speak>));
    let renderer = yew::LocalServerRenderer::<Page>::with_props(PageProps { bank, manner }).hydratable(false);
    let html = pin!(renderer.render()).poll(&mut TaskContext::from_waker(Waker::noop()));
    language::speak(None);
    language::read_bank(None);
    match html {
        Poll::Ready(html) => Some(cleaned(&html, manner.is_on_paper, base) + "\n"),
        Poll::Pending => None,
    }
}

/// HTML as Yew writes it, without what is [left out](LEFT_OUT), with whole addresses, and with a line for each
/// block, so that changes are seen where the file is kept.
fn cleaned(html: &str, is_open: bool, base: &str) -> String {
    let mut clean = String::with_capacity(html.len());
    let mut rest = html;
    let mut is_label = false;
    while let Some((text, after)) = rest.split_once('<') {
        clean.push_str(text);
        let (tag, after) = tag(after);
        if starts_line(tag.name) && !clean.is_empty() && !clean.ends_with('\n') {
            clean.push('\n');
        }
        if is_label && tag.name == "/p" {
            clean.push_str("</strong>");
            is_label = false;
        }
        clean.push('<');
        clean.push_str(tag.name);
        for &(name, value) in &tag.attributes {
            if LEFT_OUT.contains(&name) {
                continue;
            }
            clean.push(' ');
            clean.push_str(name);
            if let Some(value) = value {
                let base = if ADDRESSES.contains(&name) && is_beside(value) { base } else { "" };
                clean.push_str("=\"");
                clean.push_str(&escaped(base));
                clean.push_str(value);
                clean.push('"');
            }
        }
        if is_open && tag.name == "details" {
            clean.push_str(" open");
        }
        clean.push('>');
        // What the style sheet would set off from what follows.
        if tag.attributes.contains(&("class", Some("label"))) {
            clean.push_str("<strong>");
            is_label = true;
        }
        rest = after;
    }
    clean + rest
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Blocks begin a line of their own, but within `pre` nothing does.
fn starts_line(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "blockquote",
        "details",
        "div",
        "dl",
        "dt",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tr",
        "ul",
        "/ol",
        "/ul",
        "/dl",
        "/details",
        "/div",
        "/table",
    ];
    BLOCKS.contains(&name)
}

/// A tag: its name, with a `/` before it where it ends an element, and its attributes as they are written.
struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, Option<&'h str>)>,
}

/// The tag of which this is what follows its `<`, and what follows the tag.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let end = text.find([' ', '>']).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(' ');
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name, attributes }, after);
        }
        let end = rest.find(['=', ' ', '>']).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        if attribute.is_empty() {
            // Yew does not write so; nothing is lost.
            return (Tag { name, attributes }, rest);
        }
        (attributes, rest) = match after.strip_prefix("=\"").and_then(|after| after.split_once('"')) {
            Some((value, after)) => (with(attributes, (attribute, Some(value))), after),
            None => (with(attributes, (attribute, None)), after),
        };
    }
}

fn with<T>(mut list: Vec<T>, item: T) -> Vec<T> {
    list.push(item);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_has_no_use_for_is_left_out() {
        let html = r#"<p class="said" part="x">a &lt; b</p><p class="label">c</p><img loading="lazy" src="m/a&amp;b.svg" alt="a > b">"#;
        assert_eq!(
            cleaned(html, false, "banks/"),
            "<p>a &lt; b</p>\n<p><strong>c</strong></p><img loading=\"lazy\" src=\"banks/m/a&amp;b.svg\" alt=\"a > b\">"
        );
        assert_eq!(
            cleaned("<br><details><p>x</p></details>", true, ""),
            "<br>\n<details open>\n<p>x</p>\n</details>"
        );
    }

    #[test]
    fn what_yew_does_not_write_loses_nothing() {
        for html in ["", "no tag", "a < b", "<p a=b c>x</p>"] {
            let kept: String = cleaned(html, false, "").chars().filter(|c| c.is_alphabetic()).collect();
            let letters: String = html.chars().filter(|c| c.is_alphabetic()).collect();
            assert_eq!(kept, letters);
        }
    }
}
