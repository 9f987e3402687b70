//! Rich text as a closed tree of allowed nodes. Never HTML: what is not on the list cannot exist.
//!
//! In JSON a text is either a plain string or a list of nodes; a node is a string, or a list of a
//! tag, attributes if there are any, and child nodes, after [JsonML](http://www.jsonml.org/):
//! `["p", "Read ", ["a", {"href": "https://example.org"}, "this"]]`.

use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};

/// A text that may hold paragraphs, emphasis, lists, tables, code and links.
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
    /// Where a link leads; only [`Tag::A`] has one, and it is [safe](is_safe_link).
    pub href: Option<String>,
    /// What is in it.
    pub children: Vec<Node>,
}

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// The elements a text may hold, named as in HTML.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant,)* }

        impl Tag {
            /// Every allowed tag.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in HTML.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

tags! {
    A "a",
    Blockquote "blockquote",
    Br "br",
    Code "code",
    Em "em",
    Hr "hr",
    Li "li",
    Ol "ol",
    P "p",
    Pre "pre",
    Strong "strong",
    Table "table",
    Tbody "tbody",
    Td "td",
    Th "th",
    Thead "thead",
    Tr "tr",
    Ul "ul",
}

impl Tag {
    /// Whether it stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        !matches!(self, Self::A | Self::Br | Self::Code | Self::Em | Self::Strong)
    }
}

/// Whether a link may be followed: to the web or to a mail program, never to script.
#[must_use]
pub fn is_safe_link(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme))
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

    /// The characters alone, with a space between blocks: for announcements and for lint.
    #[must_use]
    pub fn to_text(&self) -> String {
        fn collect(nodes: &[Node], into: &mut String) {
            for node in nodes {
                match node {
                    Node::Text(text) => into.push_str(text),
                    Node::Element(element) => {
                        collect(&element.children, into);
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
    let mut href = None;
    for (key, tree) in attributes {
        match (tag, key.as_str(), &tree.value) {
            (Tag::A, "href", Value::Text(link)) if is_safe_link(link) => href = Some(link.clone()),
            (Tag::A, "href", _) => {
                problems.push(refusal(place, path, "a link must begin with https://, http:// or mailto:"));
            }
            _ => problems.push(refusal(place, path, &format!("<{name}> may not have the attribute `{key}`"))),
        }
    }
    let children = read_nodes(children, path, problems);
    Some(Node::Element(Element { tag, href, children }))
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
    fn links_to_script_are_refused_whatever_their_spelling() {
        for bad in ["javascript:x", "JavaScript:x", " https://a", "data:text/html,x", "//a.b", ""] {
            assert!(!is_safe_link(bad), "{bad}");
        }
        assert!(is_safe_link("HTTPS://a.b"));
    }

    #[test]
    fn one_paragraph_alone_is_unwrapped() {
        let paragraph = |text: &str| {
            Node::Element(Element { tag: Tag::P, href: None, children: vec![Node::Text(text.to_owned())] })
        };
        assert!(Markup::new(vec![paragraph("a")]).is_inline());
        assert!(!Markup::new(vec![paragraph("a"), paragraph("b")]).is_inline());
    }
}
