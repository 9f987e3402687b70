//! Elements in few bytes: made by calls, where `html!` would write the making of every attribute and
//! child out in place, which was a tenth of what a browser downloads. What has a listener or the
//! state of a control is still written with `html!`.

use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VTag, VText};

/// An element that is being made.
pub(crate) struct El(Box<VTag>);

/// Attributes that are always the same.
pub(crate) type Fixed = &'static [(&'static str, AttributeOrProperty)];

/// An element with these attributes: `el!("p", "class" = "quiet")`.
macro_rules! el {
    ($tag:literal $(, $name:literal = $value:literal)*) => {
        $crate::widget::view::el::El::new(
            $tag,
            &[$(($name, ::yew::virtual_dom::AttributeOrProperty::Static($value))),*],
        )
    };
}
pub(crate) use el;

impl El {
    pub(crate) fn new(tag: &'static str, attributes: Fixed) -> Self {
        Self(Box::new(VTag::new(tag))).attributes(Attributes::Static(attributes))
    }

    /// With a class that is known when it is shown.
    pub(crate) fn classed(tag: &'static str, class: impl Into<AttrValue>) -> Self {
        Self::with_values(tag, &["class"], [class.into()])
    }

    /// With attributes of which the values are known when it is shown. An empty one is left out.
    pub(crate) fn with_values<const N: usize>(
        tag: &'static str,
        keys: &'static [&'static str; N],
        values: [AttrValue; N],
    ) -> Self {
        let attribute =
            |value: AttrValue| (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value));
        let values = values.into_iter().map(attribute).collect();
        Self(Box::new(VTag::new(tag))).attributes(Attributes::Dynamic { keys, values })
    }

    /// With these attributes and no others.
    pub(crate) fn attributes(mut self, attributes: Attributes) -> Self {
        self.0.set_attributes(attributes);
        self
    }

    /// With a key: it stays the same element as long as its key does.
    pub(crate) fn keyed(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// With something that hears events of this kind.
    pub(crate) fn hears(mut self, kind: ListenerKind, hear: &Hear) -> Self {
        self.0.add_listener(Rc::new(Heard { kind, hear: Rc::clone(hear) }));
        self
    }

    /// With a child after those it has.
    pub(crate) fn with(mut self, child: impl Into<Html>) -> Self {
        self.0.add_child(child.into());
        self
    }

    /// With words after the children it has.
    pub(crate) fn text(self, words: impl Into<AttrValue>) -> Self {
        self.with(VText::new(words))
    }

    /// With children after those it has: a loop, or something that is not always there. They stand
    /// in a list of their own, so that what comes after them keeps its place, and with it its focus
    /// and its state, whether they are there or not.
    pub(crate) fn each<T: Into<Html>>(self, children: impl IntoIterator<Item = T>) -> Self {
        self.with(list(&mut children.into_iter().map(Into::into)))
    }
}

/// What hears events.
pub(crate) type Hear = Rc<dyn Fn(&web_sys::Event)>;

/// One for events of all kinds, where `html!` has one for each.
struct Heard {
    kind: ListenerKind,
    hear: Hear,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: web_sys::Event) {
        (self.hear)(&event);
    }

    fn passive(&self) -> bool {
        false
    }
}

fn list(children: &mut dyn Iterator<Item = Html>) -> Html {
    children.collect()
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        (*element.0).into()
    }
}
