//! Rich text as a closed tree of allowed nodes. Never HTML: what is not on the list cannot exist.
//!
//! In JSON a text is either a plain string or a list of nodes; a node is a string, or a list of a
//! tag, attributes if there are any, and child nodes, after [JsonML](http://www.jsonml.org/):
//! `["p", "Read ", ["a", {"href": "https://example.org"}, "this"]]`.

pub mod closed;

pub use closed::{Tag, is_safe_link};

use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};
use closed::{ATTRIBUTES, is_allowed, needed};

/// A text that may hold paragraphs, emphasis, lists, tables, code, links, pictures, sound, film and
/// formulas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(Vec<Node>);

/// Text, or an element with its children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Plain characters.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of a [`Markup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// Its attributes, each [allowed](is_allowed) for its tag.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it: for sound and film the transcript.
    pub children: Vec<Node>,
}

impl Element {
    /// An element without attributes.
    #[must_use]
    pub fn new(tag: Tag, children: Vec<Node>) -> Self {
        Self { tag, attributes: Vec::new(), children }
    }

    /// What an attribute says.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// What it says instead of its children where there is but text: what a picture shows, what a sound
    /// or a film is, or a formula in LaTeX.
    #[must_use]
    pub fn instead(&self) -> Option<&str> {
        self.get(if self.tag == Tag::Math { "alttext" } else { "alt" })
    }
}

impl Markup {
    /// A text of these nodes. One paragraph alone is unwrapped, so that a one-line text can stand
    /// in a label.
    #[must_use]
    pub fn new(mut nodes: Vec<Node>) -> Self {
        if let [Node::Element(Element { tag: Tag::P, children, .. })] = nodes.as_mut_slice() {
            nodes = std::mem::take(children);
        }
        Self(nodes)
    }

    /// A text of plain characters.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self(vec![Node::Text(text.to_owned())])
    }

    /// The nodes, in order.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.0
    }

    /// Whether nothing in it stands on lines of its own.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        !self.0.iter().any(|node| matches!(node, Node::Element(element) if element.tag.is_block()))
    }

    /// Whether a formula is in it, of which the bare characters do not say everything.
    #[must_use]
    pub fn has_formula(&self) -> bool {
        fn is_in(nodes: &[Node]) -> bool {
            let is_formula = |node: &Node| match node {
                Node::Text(_) => false,
                Node::Element(element) => element.tag == Tag::Math || is_in(&element.children),
            };
            nodes.iter().any(is_formula)
        }
        is_in(&self.0)
    }

    /// The characters alone, with a space between blocks: for announcements and names of controls. A
    /// picture gives what it shows, a formula its LaTeX, sound and film what they are; transcripts are
    /// left out, as they would drown the rest.
    #[must_use]
    pub fn to_text(&self) -> String {
        fn collect(nodes: &[Node], into: &mut String) {
            for node in nodes {
                match node {
                    Node::Text(text) => into.push_str(text),
                    Node::Element(element) => {
                        match element.instead() {
                            Some(text) => into.push_str(text),
                            None => collect(&element.children, into),
                        }
                        if element.tag.is_block() || element.tag == Tag::Br {
                            into.push(' ');
                        }
                    }
                }
            }
        }
        let mut text = String::new();
        collect(&self.0, &mut text);
        text.truncate(text.trim_ascii_end().len());
        text
    }

    /// Reads the JSON form: a list of nodes. (A plain string is read by whoever knows whether it
    /// is Markdown.)
    ///
    /// # Errors
    /// Every node that is not on the list.
    pub fn read(list: &[Tree], path: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let nodes = read_nodes(list, path, &mut problems);
        if problems.is_empty() { Ok(Self(nodes)) } else { Err(problems) }
    }
}

fn read_nodes(list: &[Tree], path: &str, problems: &mut Vec<Problem>) -> Vec<Node> {
    list.iter()
        .filter_map(|tree| match &tree.value {
            Value::Text(text) => Some(Node::Text(text.clone())),
            Value::List(parts) => read_element(parts, tree.place, path, problems),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Table(_) => {
                let message = format!("{} is not a text node", tree.value.noun());
                problems.push(refusal(tree.place, path, &message));
                None
            }
        })
        .collect()
}

fn read_element(parts: &[Tree], place: Place, path: &str, problems: &mut Vec<Problem>) -> Option<Node> {
    let Some((Value::Text(name), rest)) = parts.split_first().map(|(tag, rest)| (&tag.value, rest)) else {
        problems.push(refusal(place, path, "an element must begin with its tag"));
        return None;
    };
    let Some(tag) = Tag::parse(name) else {
        problems.push(refusal(place, path, &format!("<{}> is not allowed in texts", name)));
        return None;
    };
    let (attributes, children) = match rest.split_first() {
        Some((Tree { value: Value::Table(table), .. }, children)) => (table.as_slice(), children),
        _ => (&[][..], rest),
    };
    let mut refuse = |message: &str| problems.push(refusal(place, path, message));
    let mut element = Element::new(tag, Vec::new());
    for (key, tree) in attributes {
        let known = ATTRIBUTES.iter().find(|known| *known == key);
        match (known, tree.as_text()) {
            (Some(known), Some(text)) if is_allowed(tag, known, text) => {
                element.attributes.push((known, text.to_owned()));
            }
            (Some(_), _) if tag == Tag::A && key == "href" => {
                refuse("a link must begin with https://, http:// or mailto:");
            }
            _ => {
                let which = if known.is_some() { " with that value" } else { "" };
                refuse(&format!("<{name}> may not have the attribute `{key}`{which}"));
            }
        }
    }
    for missing in needed(tag).iter().filter(|needed| !attributes.iter().any(|(key, _)| key == *needed)) {
        refuse(&format!("<{name}> has no `{missing}`"));
    }
    element.children = read_nodes(children, path, problems);
    Some(Node::Element(element))
}

fn refusal(place: Place, path: &str, message: &str) -> Problem {
    let remedy = "write texts as plain strings, or let `selfcheck build` make the tree from Markdown";
    Problem::error("F8", place, path, message, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::bank::json::from_json;

    fn read(json: &str) -> Result<Markup, Vec<String>> {
        let tree = from_json(json).unwrap();
        let Value::List(list) = tree.value else { panic!("a list") };
        Markup::read(&list, "stem").map_err(|all| all.iter().map(|p| p.message.clone()).collect())
    }

    #[test]
    fn allowed_nodes_are_read() {
        let text = read(r#"[["p","Read ",["a",{"href":"https://a.b"},"this"]],["ul",["li","x"]]]"#).unwrap();
        assert_eq!(text.to_text(), "Read this x");
        assert!(!text.is_inline());
    }

    #[test]
    fn nodes_that_are_not_on_the_list_are_refused_all_at_once() {
        let problems = read(
            r#"[["script","alert(1)"],["a",{"href":"javascript:alert(1)"},"x"],["p",{"onclick":"x"}],[],7,[["p"]]]"#,
        )
        .unwrap_err();
        assert_eq!(problems.len(), 6, "{problems:#?}");
    }

    #[test]
    fn one_paragraph_alone_is_unwrapped() {
        let paragraph = |text: &str| Node::Element(Element::new(Tag::P, vec![Node::Text(text.to_owned())]));
        assert!(Markup::new(vec![paragraph("a")]).is_inline());
        assert!(!Markup::new(vec![paragraph("a"), paragraph("b")]).is_inline());
    }
}
