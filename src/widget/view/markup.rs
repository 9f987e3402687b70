//! Rich text → virtual nodes, node by node. No text of a bank is ever parsed as HTML.

use crate::quiz::markup::closed::ATTRIBUTES;
use crate::quiz::markup::{Element, Markup, Node, Tag};
use crate::quiz::question::fill_in::blanks;
use crate::widget::text::{self, language};
use crate::widget::view::details;
use crate::widget::view::el::{El, el};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VText};

/// How a text is shown.
#[derive(Clone, Copy)]
struct Manner<'a> {
    /// What is made of each run of characters.
    leaf: &'a dyn Fn(&str) -> Html,
    /// Its pictures are wanted at once, not when they come near the viewport.
    is_first: bool,
    /// Controls stand in it, or it stands in the label of one: what it is in scrolls with their focus.
    has_control: bool,
}

/// A text, as it stands in a label.
pub fn inline(text: &Markup) -> Html {
    of_bank("span", nodes(text.nodes(), Manner { leaf: &words, is_first: false, has_control: true }))
}

/// A stem; with a gap to be filled in where the blank is, if it has one.
pub fn stem(text: &Markup, has_gap: bool) -> Html {
    let leaf = if has_gap { &gap as &dyn Fn(&str) -> Html } else { &words };
    of_bank("div", nodes(text.nodes(), Manner { leaf, is_first: true, has_control: false }))
}

fn gap(text: &str) -> Html {
    match blanks(text).first() {
        Some(blank) => {
            let unseen = el!("span", "class" = "unseen").text(text::BLANK);
            let gap = el!("span", "class" = "gap").with(unseen).into();
            let around = |range: Option<&str>| words(range.unwrap_or_default());
            [around(text.get(..blank.start)), gap, around(text.get(blank.end..))].into_iter().collect()
        }
        None => words(text),
    }
}

/// A text that stands on lines of its own.
pub fn block(text: &Markup) -> Html {
    on_lines(text, Manner { leaf: &words, is_first: false, has_control: false })
}

/// The same with a control made of some runs of characters.
pub(crate) fn block_with(text: &Markup, leaf: &dyn Fn(&str) -> Html) -> Html {
    on_lines(text, Manner { leaf, is_first: false, has_control: true })
}

fn on_lines(text: &Markup, manner: Manner<'_>) -> Html {
    let nodes = nodes(text.nodes(), manner);
    of_bank("div", if text.is_inline() { el!("p").with(nodes).into() } else { nodes })
}

/// Words of a bank that are no rich text: a title, a name.
pub(crate) fn plain(text: &str) -> Html {
    of_bank("span", words(text))
}

/// What a bank says, marked as being in its language where that is not the one of the interface.
fn of_bank(tag: &'static str, content: Html) -> Html {
    match language::of_bank() {
        None => content,
        Some(lang) => El::with_values(tag, &["lang", "dir"], [lang, "auto".into()]).with(content).into(),
    }
}

/// Characters as they are.
pub(crate) fn words(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

fn nodes(nodes: &[Node], manner: Manner<'_>) -> Html {
    nodes.iter().map(|node| view(node, manner)).collect()
}

fn view(node: &Node, manner: Manner<'_>) -> Html {
    match node {
        Node::Text(text) => (manner.leaf)(text),
        Node::Element(element) => {
            if matches!(element.tag, Tag::Audio | Tag::Video) {
                return recording(element);
            }
            let shown = if element.tag == Tag::A {
                link(element.get("href").unwrap_or_default())
            } else if element.tag == Tag::Img {
                image(if manner.is_first { "" } else { "lazy" }, element)
            } else if !manner.has_control && (element.tag == Tag::Table || element.get("display").is_some()) {
                scrolled(element)
            } else {
                El::new(element.tag.name(), &[]).attributes(attributes(element))
            };
            // Some elements, such as `br`, may not even have an empty list in them.
            let children = element.children.iter();
            children.fold(shown, |shown, child| shown.with(view(child, manner))).into()
        }
    }
}

/// A table, or a formula on a line of its own. It may be wider than there is room for and scroll by itself,
/// which keys can do only where the focus can be: not every browser puts it there unasked.
fn scrolled(element: &Element) -> El {
    let name = element.tag.name();
    let values = ["0".into(), value(element, "display"), value(element, "alttext")];
    El::with_values(name, &["tabindex", "display", "alttext"], values)
}

/// The attributes of a part of a formula or of code, as they stand in the bank.
fn attributes(element: &Element) -> Attributes {
    if element.attributes.is_empty() {
        return Attributes::Static(&[]);
    }
    let value = |name: &&str| Some(AttributeOrProperty::Attribute(element.get(name)?.to_owned().into()));
    Attributes::Dynamic { keys: ATTRIBUTES, values: ATTRIBUTES.iter().map(value).collect() }
}

/// An attribute's value, empty where it is not there: left out then.
fn value(element: &Element, name: &str) -> AttrValue {
    element.get(name).unwrap_or_default().to_owned().into()
}

/// A picture. `loading` stands before `src`, or the browser would have begun.
fn image(loading: &'static str, element: &Element) -> El {
    El::with_values(
        "img",
        &["loading", "src", "alt", "width", "height"],
        [
            loading.into(),
            value(element, "src"),
            value(element, "alt"),
            value(element, "width"),
            value(element, "height"),
        ],
    )
}

/// Sound or film with its transcript one tap away. Captions are read from another host only if that
/// allows it, and then the film must be too.
fn recording(element: &Element) -> Html {
    let captions = value(element, "captions");
    let crossorigin = if captions.is_empty() { "" } else { "anonymous" };
    let player = El::with_values(
        element.tag.name(),
        &["controls", "preload", "crossorigin", "aria-label", "src"],
        ["true".into(), "none".into(), crossorigin.into(), value(element, "alt"), value(element, "src")],
    );
    let track = || {
        El::with_values(
            "track",
            &["kind", "default", "src"],
            ["captions".into(), "true".into(), captions.clone()],
        )
    };
    let player = if captions.is_empty() { player } else { player.with(track()) };
    let words = nodes(&element.children, Manner { leaf: &words, is_first: false, has_control: false });
    let words = el!("div", "class" = "prose").with(words);
    el!("div", "class" = "recording").with(player).with(details(text::TRANSCRIPT).with(words)).into()
}

/// A link. It is opened apart, so that the attempt stays; the other page learns nothing of this one.
pub(crate) fn link(href: &str) -> El {
    El::with_values(
        "a",
        &["href", "target", "rel"],
        [href.to_owned().into(), "_blank".into(), "noopener noreferrer".into()],
    )
}
