//! The closed lists: which elements a text may hold, and with which attributes and values.

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// The elements a text may hold, named as in HTML and MathML Core.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant,)* }

        impl Tag {
            /// Every allowed tag.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            const NAMES: &[&'static str] = &[$($name,)*];
        }
    };
}

tags! {
    A "a",
    Audio "audio",
    Blockquote "blockquote",
    Br "br",
    Code "code",
    Em "em",
    Figcaption "figcaption",
    Figure "figure",
    Hr "hr",
    Img "img",
    Li "li",
    Ol "ol",
    P "p",
    Pre "pre",
    Span "span",
    Strong "strong",
    Table "table",
    Tbody "tbody",
    Td "td",
    Th "th",
    Thead "thead",
    Tr "tr",
    Ul "ul",
    Video "video",
    // From here on formulas.
    Math "math",
    Mfrac "mfrac",
    Mi "mi",
    Mmultiscripts "mmultiscripts",
    Mn "mn",
    Mo "mo",
    Mover "mover",
    Mpadded "mpadded",
    Mphantom "mphantom",
    Mprescripts "mprescripts",
    Mroot "mroot",
    Mrow "mrow",
    Mspace "mspace",
    Msqrt "msqrt",
    Msub "msub",
    Msubsup "msubsup",
    Msup "msup",
    Mtable "mtable",
    Mtd "mtd",
    Mtext "mtext",
    Mtr "mtr",
    Munder "munder",
    Munderover "munderover",
}

impl Tag {
    /// Its name in HTML or MathML.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The tag of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|tag| tag.name() == name)
    }

    /// Whether it stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        let is_inline = matches!(
            self,
            Self::A | Self::Br | Self::Code | Self::Em | Self::Img | Self::Span | Self::Strong
        );
        !is_inline && !self.is_math()
    }

    /// Whether it belongs to a formula.
    #[must_use]
    pub fn is_math(self) -> bool {
        self >= Self::Math
    }
}

/// Every attribute that some element may have. There is none for style, none that runs script, and none
/// that leads anywhere but `href`, `src` and `captions`.
pub const ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "alt",
    "captions",
    "class",
    "width",
    "height",
    // From here on formulas.
    "alttext",
    "display",
    "displaystyle",
    "scriptlevel",
    "lspace",
    "rspace",
    "stretchy",
    "form",
    "accent",
    "accentunder",
    "linethickness",
    "mathvariant",
    "minsize",
    "maxsize",
    "movablelimits",
    "symmetric",
    "largeop",
    "depth",
    "voffset",
];

const FIRST_OF_MATH: usize = 5;

/// What a part of highlighted code may be.
pub const CODE_CLASSES: &[&str] = &["comment", "keyword", "name", "string", "type", "value"];

/// How a cell of a formula may stand.
pub const CELL_CLASSES: &[&str] = &["left", "right"];

/// Whether an element may have an attribute with a value.
#[must_use]
pub fn is_allowed(tag: Tag, name: &str, value: &str) -> bool {
    match (tag, name) {
        (Tag::A, "href") => is_safe_link(value),
        (Tag::Img, "src") => is_safe_media(value, "image/"),
        (Tag::Audio, "src") => is_safe_media(value, "audio/"),
        (Tag::Video, "src") => is_safe_media(value, "video/"),
        (Tag::Video, "captions") => is_safe_media(value, "text/vtt"),
        (Tag::Img | Tag::Audio | Tag::Video, "alt") => !value.trim_ascii().is_empty(),
        (Tag::Img, "width" | "height") => value.parse::<u16>().is_ok_and(|pixels| pixels > 0),
        (Tag::Span, "class") => CODE_CLASSES.contains(&value),
        (Tag::Mtd, "class") => CELL_CLASSES.contains(&value),
        _ => tag.is_math() && ATTRIBUTES.iter().position(|known| *known == name) >= Some(FIRST_OF_MATH),
    }
}

/// What an element is of no use without.
#[must_use]
pub fn needed(tag: Tag) -> &'static [&'static str] {
    if matches!(tag, Tag::Img | Tag::Audio | Tag::Video) {
        &["src", "alt"]
    } else if tag == Tag::Math {
        &["alttext"]
    } else {
        &[]
    }
}

/// Whether a link may be followed: to the web or to a mail program, never to script.
#[must_use]
pub fn is_safe_link(href: &str) -> bool {
    is_of_web(href) || begins_with(href, "mailto:")
}

/// Whether a picture, a sound, a film or captions may be loaded from there: from the web, from beside
/// the bank, or from within the address itself, which must be of that media type.
#[must_use]
pub fn is_safe_media(src: &str, media_type: &str) -> bool {
    is_of_web(src)
        || is_beside(src)
        || begins_with(src, "data:") && begins_with(&src["data:".len()..], media_type)
}

/// Whether an address has its whole way through the web.
#[must_use]
pub fn is_of_web(address: &str) -> bool {
    begins_with(address, "https://") || begins_with(address, "http://")
}

/// Whether an address is relative and stays with the host of what it is relative to. Browsers pass
/// over control characters, and read `\` as `/`.
#[must_use]
pub fn is_beside(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    !address.is_empty()
        && !first.contains(':')
        && !address.starts_with("//")
        && !address.bytes().any(|byte| byte <= b' ' || byte == b'\\' || byte == 0x7f)
}

fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_script_are_refused_whatever_their_spelling() {
        for bad in ["javascript:x", "JavaScript:x", " https://a", "data:text/html,x", "//a.b", "", "a.html"] {
            assert!(!is_safe_link(bad), "{bad}");
        }
        assert!(is_safe_link("HTTPS://a.b") && is_safe_link("mailto:a@b.c"));
    }

    #[test]
    fn media_come_from_the_web_from_beside_the_bank_or_from_within_the_address() {
        for good in [
            "https://a.b/c.png",
            "HTTP://a.b",
            "a.media/c.0011aabb.png",
            "/c.png",
            "c.png?a=b:c",
            "data:image/png;base64,AAAA",
            "DATA:Image/svg+xml,x",
        ] {
            assert!(is_safe_media(good, "image/"), "{good}");
        }
        for bad in [
            "javascript:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            "vbscript:x",
            "blob:https://a.b/c",
            "file:///c.png",
            "//a.b/c.png",
            "/\\a.b/c.png",
            "\\\\a.b",
            " https://a.b/c.png",
            "data:text/html,x",
            "data:audio/mpeg,x",
            "data:image",
            "data:,x",
            "",
        ] {
            assert!(!is_safe_media(bad, "image/"), "{bad}");
        }
    }

    #[test]
    fn the_list_of_tags_is_without_what_runs_loads_or_frames() {
        for bad in ["script", "style", "iframe", "object", "embed", "svg", "link", "form", "input", "maction"]
        {
            assert_eq!(Tag::parse(bad), None, "{bad}");
        }
        assert_eq!(Tag::parse("math"), Some(Tag::Math));
        assert!(Tag::ALL.iter().all(|tag| Tag::parse(tag.name()) == Some(*tag)));
    }

    #[test]
    fn no_element_may_have_style_script_or_another_way_out() {
        for tag in Tag::ALL {
            for name in ["style", "onerror", "onload", "srcset", "id", "part", "xlink:href", "actiontype"] {
                assert!(!is_allowed(*tag, name, "x"), "{} {name}", tag.name());
            }
            assert_eq!(is_allowed(*tag, "href", "https://a.b"), *tag == Tag::A, "{}", tag.name());
            assert!(!is_allowed(*tag, "class", "card"), "{}", tag.name());
        }
    }
}
