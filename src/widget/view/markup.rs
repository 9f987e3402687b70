//! Rich text → virtual nodes, node by node. No text of a bank is ever parsed as HTML.

use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::question::fill_in::blanks;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use yew::prelude::*;
use yew::virtual_dom::VText;

/// A text, as it stands in a label or legend.
pub fn inline(text: &Markup) -> Html {
    nodes(text.nodes(), false)
}

/// The same with a gap to be filled in where the blank is.
pub fn with_gap(text: &Markup) -> Html {
    nodes(text.nodes(), true)
}

/// A text that stands on lines of its own.
pub fn block(text: &Markup) -> Html {
    if text.is_inline() { el!("p").with(inline(text)).into() } else { inline(text) }
}

fn nodes(nodes: &[Node], has_gap: bool) -> Html {
    nodes.iter().map(|node| view(node, has_gap)).collect()
}

fn view(node: &Node, has_gap: bool) -> Html {
    match node {
        Node::Text(text) => {
            let words =
                |words: Option<&str>| -> Html { VText::new(words.unwrap_or_default().to_owned()).into() };
            match blanks(text).first().filter(|_| has_gap) {
                Some(blank) => {
                    let unseen = el!("span", "class" = "unseen").text(text::BLANK);
                    let gap = el!("span", "class" = "gap").with(unseen).into();
                    [words(text.get(..blank.start)), gap, words(text.get(blank.end..))].into_iter().collect()
                }
                None => words(Some(text)),
            }
        }
        Node::Element(element) => {
            let node = match &element.href {
                Some(href) if element.tag == Tag::A => link(href),
                _ => El::new(element.tag.name(), &[]),
            };
            // Some elements, such as `br`, may not even have an empty list in them.
            let children = element.children.iter();
            children.fold(node, |node, child| node.with(view(child, has_gap))).into()
        }
    }
}

/// A link. It is opened apart, so that the attempt stays; the other page learns nothing of this one.
pub(crate) fn link(href: &str) -> El {
    El::with_values(
        "a",
        &["href", "target", "rel"],
        [href.to_owned().into(), "_blank".into(), "noopener noreferrer".into()],
    )
}
