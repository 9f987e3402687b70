//! Rich text → virtual nodes, node by node. No text of a bank is ever parsed as HTML.

use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::question::fill_in::BLANK;
use crate::widget::text;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

/// A text, as it stands in a label or legend.
pub fn inline(text: &Markup) -> Html {
    text.nodes().iter().map(|node| view(node, false)).collect()
}

/// The same with a gap to be filled in where the blank is.
pub fn with_gap(text: &Markup) -> Html {
    text.nodes().iter().map(|node| view(node, true)).collect()
}

/// A text that stands on lines of its own.
pub fn block(text: &Markup) -> Html {
    if text.is_inline() {
        html! { <p>{ inline(text) }</p> }
    } else {
        inline(text)
    }
}

fn view(node: &Node, has_gap: bool) -> VNode {
    match node {
        Node::Text(text) => match text.split_once(BLANK).filter(|_| has_gap) {
            Some((before, after)) => html! {
                <>{ before }<span class="gap"><span class="unseen">{ text::BLANK }</span></span>{ after.trim_start_matches('_') }</>
            },
            None => text.as_str().into(),
        },
        Node::Element(element) => {
            let mut tag = VTag::new(element.tag.name());
            if let Some(href) = &element.href {
                tag.add_attribute("href", href.clone());
            }
            if element.tag == Tag::A {
                // Opened apart, so that the attempt stays; the other page learns nothing of this one.
                tag.add_attribute("target", "_blank");
                tag.add_attribute("rel", "noopener noreferrer");
            }
            tag.add_children(element.children.iter().map(|child| view(child, has_gap)));
            tag.into()
        }
    }
}
