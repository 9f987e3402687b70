//! Rich text → virtual nodes, node by node. No text of a bank is ever parsed as HTML.

use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::question::fill_in::blanks;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use yew::prelude::*;
use yew::virtual_dom::VText;

/// A text, as it stands in a label or legend.
pub fn inline(text: &Markup) -> Html {
    nodes(text.nodes(), &words)
}

/// The same with a gap to be filled in where the blank is.
pub fn with_gap(text: &Markup) -> Html {
    nodes(text.nodes(), &|text| match blanks(text).first() {
        Some(blank) => {
            let unseen = el!("span", "class" = "unseen").text(text::BLANK);
            let gap = el!("span", "class" = "gap").with(unseen).into();
            let around = |range: Option<&str>| words(range.unwrap_or_default());
            [around(text.get(..blank.start)), gap, around(text.get(blank.end..))].into_iter().collect()
        }
        None => words(text),
    })
}

/// A text that stands on lines of its own.
pub fn block(text: &Markup) -> Html {
    block_with(text, &words)
}

/// The same with something of its own made of each run of characters.
pub(crate) fn block_with(text: &Markup, leaf: &dyn Fn(&str) -> Html) -> Html {
    let nodes = nodes(text.nodes(), leaf);
    if text.is_inline() { el!("p").with(nodes).into() } else { nodes }
}

/// Characters as they are.
pub(crate) fn words(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

fn nodes(nodes: &[Node], leaf: &dyn Fn(&str) -> Html) -> Html {
    nodes.iter().map(|node| view(node, leaf)).collect()
}

fn view(node: &Node, leaf: &dyn Fn(&str) -> Html) -> Html {
    match node {
        Node::Text(text) => leaf(text),
        Node::Element(element) => {
            let node = match &element.href {
                Some(href) if element.tag == Tag::A => link(href),
                _ => El::new(element.tag.name(), &[]),
            };
            // Some elements, such as `br`, may not even have an empty list in them.
            let children = element.children.iter();
            children.fold(node, |node, child| node.with(view(child, leaf))).into()
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
