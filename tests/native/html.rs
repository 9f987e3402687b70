//! HTML as Yew writes it → a tree to ask questions of, and a form in which a difference is seen.

use std::fmt::Write;

/// An element with what is in it.
#[derive(Debug, PartialEq)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug, PartialEq)]
enum Node {
    Element(Element),
    /// As it is written, with its entities.
    Text(String),
}

/// These have no end tag.
const VOID: &[&str] = &["br", "hr", "img", "input", "track"];

/// These stand within a line of text.
const WITHIN_LINE: &[&str] = &["a", "br", "code", "em", "img", "strong"];

/// Reads it into a root without a name.
pub(crate) fn parse(html: &str) -> Element {
    let mut rest = html;
    let children = nodes(&mut rest);
    assert!(rest.is_empty(), "an end tag too many: {rest}");
    Element { tag: String::new(), attributes: Vec::new(), children }
}

/// Everything up to an end tag that was not begun here.
fn nodes(rest: &mut &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    while !rest.is_empty() && !rest.starts_with("</") {
        if let Some(inside) = rest.strip_prefix('<') {
            let (start, after) = inside.split_once('>').expect("a tag that ends");
            *rest = after;
            nodes.push(Node::Element(element(start, rest)));
        } else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            *rest = after;
            nodes.push(Node::Text(text.to_owned()));
        }
    }
    nodes
}

fn element(start: &str, rest: &mut &str) -> Element {
    let (tag, mut attributes_text) = start.split_once(' ').unwrap_or((start, ""));
    let mut attributes = Vec::new();
    while !attributes_text.is_empty() {
        let end = attributes_text.find(['=', ' ']).unwrap_or(attributes_text.len());
        let (name, after) = attributes_text.split_at(end);
        assert!(!name.is_empty(), "Yew does not write attributes so: {start}");
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a value that ends"),
            None => ("", after),
        };
        attributes.push((name.to_owned(), value.to_owned()));
        attributes_text = after.trim_start();
    }
    let mut children = Vec::new();
    if !VOID.contains(&tag) {
        children = nodes(rest);
        let end = format!("</{tag}>");
        *rest = rest.strip_prefix(end.as_str()).unwrap_or_else(|| panic!("{end} is missing at {rest}"));
    }
    Element { tag: tag.to_owned(), attributes, children }
}

impl Element {
    /// What an attribute says.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| decode(value))
    }

    /// The names of its attributes.
    pub(crate) fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }

    /// Whether an attribute that is a list of words, such as `class` or `part`, has this one.
    pub(crate) fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.get(attribute).is_some_and(|words| words.split_whitespace().any(|known| known == word))
    }

    /// Its child elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Calls `visit` with itself and everything in it, each with what it is in, the nearest last.
    pub(crate) fn walk<'e>(&'e self, visit: &mut impl FnMut(&'e Self, &[&'e Self])) {
        self.walk_within(&mut Vec::new(), visit);
    }

    fn walk_within<'e>(&'e self, around: &mut Vec<&'e Self>, visit: &mut impl FnMut(&'e Self, &[&'e Self])) {
        visit(self, around);
        around.push(self);
        for element in self.elements() {
            element.walk_within(around, visit);
        }
        around.pop();
    }

    /// Every element in it for which that holds.
    pub(crate) fn all(&self, is_wanted: impl Fn(&Self) -> bool) -> Vec<&Self> {
        let mut found = Vec::new();
        self.walk(&mut |element, _| {
            if is_wanted(element) {
                found.push(element);
            }
        });
        found
    }

    /// The words in it, without those that are hidden from a screen reader.
    pub(crate) fn text(&self) -> String {
        if self.get("aria-hidden").is_some_and(|value| value == "true") {
            return String::new();
        }
        let of = |child: &Node| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => decode(text),
        };
        self.children.iter().map(of).collect()
    }

    /// What it says itself, without what is in it.
    pub(crate) fn own_text(&self) -> String {
        let text = |node: &Node| if let Node::Text(text) = node { decode(text) } else { String::new() };
        self.children.iter().map(text).collect()
    }

    /// The elements in it, one a line; a text with its emphasis and links stays on one.
    pub(crate) fn pretty(&self) -> String {
        let mut lines = String::new();
        for element in self.elements() {
            element.write_lines(0, &mut lines);
        }
        lines
    }

    fn write_lines(&self, depth: usize, lines: &mut String) {
        let indent = "  ".repeat(depth);
        if self.is_one_line() {
            lines.push_str(&indent);
            self.write_tight(lines);
            lines.push('\n');
            return;
        }
        let _ = writeln!(lines, "{indent}{}", self.start_tag());
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_lines(depth + 1, lines),
                Node::Text(text) => {
                    let _ = writeln!(lines, "{indent}  {}", show_spaces(text));
                }
            }
        }
        let _ = writeln!(lines, "{indent}</{}>", self.tag);
    }

    fn is_one_line(&self) -> bool {
        self.elements().all(|element| WITHIN_LINE.contains(&element.tag.as_str()) && element.is_one_line())
    }

    fn write_tight(&self, line: &mut String) {
        line.push_str(&self.start_tag());
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_tight(line),
                Node::Text(text) => line.push_str(text),
            }
        }
        if !VOID.contains(&self.tag.as_str()) {
            let _ = write!(line, "</{}>", self.tag);
        }
    }

    fn start_tag(&self) -> String {
        let mut tag = format!("<{}", self.tag);
        for (name, value) in &self.attributes {
            let _ = write!(tag, " {name}=\"{value}\"");
        }
        tag + ">"
    }
}

/// With spaces at the ends shown: they would not be seen, and separate words.
fn show_spaces(text: &str) -> String {
    let shown = |spaces: &str| "␣".repeat(spaces.len());
    let trimmed = text.trim_start_matches(' ');
    let (before, rest) = text.split_at(text.len() - trimmed.len());
    let (words, after) = rest.split_at(rest.trim_end_matches(' ').len());
    format!("{}{words}{}", shown(before), shown(after))
}

fn decode(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
