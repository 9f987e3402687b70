//! Markdown → the closed tree of allowed nodes. What is not on the list is a problem, never dropped.

use super::media::{self, Kind, Media, Trouble};
use super::{code, math};
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::markup::{Element, Markup, Node, Tag, is_safe_link};
use pulldown_cmark::{self as cmark, CodeBlockKind, Event, LinkType, Options, Parser, TagEnd};
use std::ops::Range;

/// Texts for learners do not nest deeper, and what walks a tree must not run out of stack.
const MOST_DEPTH: usize = 32;

const RULE: &str = "F8";
const ALLOWED: &str =
    "use paragraphs, *emphasis*, **strong**, `code`, lists, quotes, tables, links and ![pictures](…)";

/// Reads Markdown: CommonMark and tables, without HTML and headings. `at` gives the place of a byte of
/// `text`, `media` the files that it shows.
///
/// # Errors
/// Everything in it that is not allowed.
pub fn read(text: &str, at: &dyn Fn(usize) -> Place, media: &Media) -> Result<Markup, Vec<Problem>> {
    // What is not allowed is parsed nevertheless, so that it is refused and not shown as it stands.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH;
    let (frames, nodes, problems) = (Vec::new(), Vec::new(), Vec::new());
    let mut builder = Builder { text, at, media, language: None, frames, nodes, problems };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.take(event, &range);
        if builder.frames.len() > MOST_DEPTH {
            let message = format!("is nested more than {MOST_DEPTH} deep");
            builder.refuse(&range, message, "write it in fewer levels");
            break;
        }
    }
    if builder.problems.is_empty() { Ok(Markup::new(builder.nodes)) } else { Err(builder.problems) }
}

/// An element that is still open, with the nodes that stood before it in its parent.
struct Frame {
    /// Nothing where the element is not allowed.
    tag: Option<Tag>,
    attributes: Vec<(&'static str, String)>,
    before: Vec<Node>,
}

struct Builder<'a> {
    text: &'a str,
    at: &'a dyn Fn(usize) -> Place,
    media: &'a Media,
    /// What the code block that is open names as its language, and where it begins.
    language: Option<(String, Range<usize>)>,
    frames: Vec<Frame>,
    nodes: Vec<Node>,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.open(Some(Tag::Code));
                self.text(&code);
                self.close();
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.empty(Tag::Br),
            Event::Rule => self.empty(Tag::Hr),
            // The block that it is in is refused as a whole.
            Event::Html(_) => {}
            Event::InlineHtml(html) if html.starts_with("</") => {}
            Event::InlineHtml(html) => self.refuse_html(&html, range),
            Event::FootnoteReference(_) => self.refuse(range, "footnotes are not allowed", ALLOWED),
            Event::TaskListMarker(_) => self.refuse(range, "check boxes are not allowed", ALLOWED),
            // “Between $5-$10”: what a digit follows is money.
            Event::InlineMath(_) if self.text[range.end..].starts_with(|c: char| c.is_ascii_digit()) => {
                self.text(&self.text[range.clone()]);
            }
            Event::InlineMath(latex) => self.formula(&latex, range, 1),
            Event::DisplayMath(latex) => self.formula(&latex, range, 2),
        }
    }

    fn start(&mut self, tag: &cmark::Tag<'_>, range: &Range<usize>) {
        match tag {
            cmark::Tag::Paragraph => self.open(Some(Tag::P)),
            cmark::Tag::BlockQuote(_) => self.open(Some(Tag::Blockquote)),
            cmark::Tag::CodeBlock(kind) => {
                if let CodeBlockKind::Fenced(info) = kind {
                    let name = info.split([' ', ',', '{']).next().unwrap_or_default();
                    self.language =
                        Some((name.to_owned(), range.clone())).filter(|(name, _)| !name.is_empty());
                }
                self.open(Some(Tag::Pre));
                self.open(Some(Tag::Code));
            }
            cmark::Tag::List(None) => self.open(Some(Tag::Ul)),
            cmark::Tag::List(Some(first)) => {
                if *first != 1 {
                    let remedy =
                        format!("begin it at 1, or write `{first}\\.` where this is no list but a number");
                    self.refuse(range, format!("the list begins at {first}"), &remedy);
                }
                self.open(Some(Tag::Ol));
            }
            cmark::Tag::Item => self.open(Some(Tag::Li)),
            cmark::Tag::Emphasis => self.open(Some(Tag::Em)),
            cmark::Tag::Strong => self.open(Some(Tag::Strong)),
            cmark::Tag::Table(_) => self.open(Some(Tag::Table)),
            cmark::Tag::TableHead => {
                self.open(Some(Tag::Thead));
                self.open(Some(Tag::Tr));
            }
            cmark::Tag::TableRow => self.open(Some(Tag::Tr)),
            cmark::Tag::TableCell => {
                let is_head = self.frames.iter().any(|frame| frame.tag == Some(Tag::Thead));
                self.open(Some(if is_head { Tag::Th } else { Tag::Td }));
            }
            cmark::Tag::Link { link_type, dest_url, .. } => {
                let scheme = if *link_type == LinkType::Email { "mailto:" } else { "" };
                self.link(format!("{scheme}{dest_url}"), range);
            }
            cmark::Tag::HtmlBlock => {
                self.refuse_html("", range);
                self.open(None);
            }
            cmark::Tag::Heading { .. } => {
                let remedy = "use **bold text**; leave an empty line above a line of hyphens";
                self.refuse(range, "headings are not allowed", remedy);
                self.open(None);
            }
            cmark::Tag::Image { dest_url, title, .. } => {
                self.open(None);
                if let Some(frame) = self.frames.last_mut() {
                    frame.attributes = vec![("src", dest_url.to_string()), ("title", title.to_string())];
                }
            }
            cmark::Tag::FootnoteDefinition(_) => self.refuse_element("footnotes", range),
            cmark::Tag::Strikethrough => self.refuse_element("struck-out texts", range),
            cmark::Tag::Superscript | cmark::Tag::Subscript => {
                self.refuse_element("raised and lowered texts", range);
            }
            cmark::Tag::DefinitionList
            | cmark::Tag::DefinitionListTitle
            | cmark::Tag::DefinitionListDefinition => self.refuse_element("definition lists", range),
            cmark::Tag::MetadataBlock(_) => self.refuse_element("metadata blocks", range),
        }
    }

    fn end(&mut self, end: TagEnd, range: &Range<usize>) {
        if end == TagEnd::Image {
            return self.show(range);
        }
        if end == TagEnd::Paragraph && self.nodes.iter().any(is_figure) {
            return self.lift(range);
        }
        if end == TagEnd::CodeBlock {
            self.trim_line_break();
            self.highlight();
        }
        self.close();
        // Two elements stand for one of these: `pre` and `code`, `thead` and `tr`, `table` and `tbody`.
        if matches!(end, TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::Table) {
            self.close();
        }
        if end == TagEnd::TableHead {
            self.open(Some(Tag::Tbody));
        }
    }

    /// Ends a picture, a sound or a film.
    fn show(&mut self, range: &Range<usize>) {
        let Some(Frame { attributes, before, .. }) = self.frames.pop() else { return };
        let alt = Markup::new(std::mem::replace(&mut self.nodes, before)).to_text();
        let mut values = attributes.into_iter().map(|(_, value)| value);
        let (name, caption) = (values.next().unwrap_or_default(), values.next().unwrap_or_default());
        match self.shown(&name, alt, range) {
            Ok(element) if element.tag == Tag::Img && caption.is_empty() => {
                self.nodes.push(Node::Element(element));
            }
            Ok(element) => {
                let mut parts = vec![Node::Element(element)];
                if !caption.is_empty() {
                    parts.push(Node::Element(Element::new(Tag::Figcaption, vec![Node::Text(caption)])));
                }
                self.nodes.push(Node::Element(Element::new(Tag::Figure, parts)));
                let is_within_line = |frame: &Frame| frame.tag.is_none_or(|tag| !tag.is_block());
                if self.frames.iter().any(is_within_line) {
                    self.refuse_mixed(range);
                }
            }
            Err((message, remedy)) => self.refuse_by(media::RULE, range, message, &remedy),
        }
    }

    fn shown(&self, name: &str, alt: String, range: &Range<usize>) -> Result<Element, Trouble> {
        let (place, length) = self.span(range);
        let found = self.media.find(name, place, length)?;
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if alt.is_empty() {
            let what = if found.kind == Kind::Picture { "what the picture shows" } else { "what it is" };
            let message = format!("`{name}` has no words for those who do not see it");
            return Err((message, format!("say in the brackets {what}: `![…]({name})`")));
        }
        match found.kind {
            Kind::Picture => {
                let mut picture = Element::new(Tag::Img, Vec::new());
                picture.attributes = vec![("src", found.address), ("alt", alt)];
                let sides = found.size.map(|size| [("width", size.width), ("height", size.height)]);
                let sides = sides.into_iter().flatten();
                picture.attributes.extend(sides.map(|(name, side)| (name, side.to_string())));
                Ok(picture)
            }
            Kind::Audio | Kind::Video => self.media.show(name, found.kind, found.address, alt),
            Kind::Captions => {
                let remedy = "name it in the `captions` of its film’s `[[media]]` table";
                Err((format!("`{name}` has captions, which are shown in a film"), remedy.to_owned()))
            }
        }
    }

    /// Ends a paragraph that is but a figure: the figure takes its place.
    fn lift(&mut self, range: &Range<usize>) {
        let Some(Frame { before, .. }) = self.frames.pop() else { return };
        let nodes = std::mem::replace(&mut self.nodes, before);
        if nodes.len() > 1 {
            self.refuse_mixed(range);
        }
        self.nodes.extend(nodes);
    }

    fn refuse_mixed(&mut self, range: &Range<usize>) {
        let message = "a recording, or a picture with a caption, stands among other words";
        self.refuse(range, message, "put empty lines before and after it, or take the caption away");
    }

    fn trim_line_break(&mut self) {
        if let Some(Node::Text(text)) = self.nodes.last_mut() {
            text.truncate(text.trim_end_matches('\n').len());
        }
    }

    fn open(&mut self, tag: Option<Tag>) {
        self.frames.push(Frame { tag, attributes: Vec::new(), before: std::mem::take(&mut self.nodes) });
    }

    fn close(&mut self) {
        let Some(Frame { tag, attributes, before }) = self.frames.pop() else { return };
        let children = std::mem::replace(&mut self.nodes, before);
        // A table may have a head alone.
        if let Some(tag) = tag
            && !(tag == Tag::Tbody && children.is_empty())
        {
            self.nodes.push(Node::Element(Element { tag, attributes, children }));
        }
    }

    /// Gives the parts of a code block their classes.
    fn highlight(&mut self) {
        let Some((name, range)) = self.language.take() else { return };
        if let Some(language) = code::language(&name) {
            let code = Markup::new(std::mem::take(&mut self.nodes)).to_text();
            self.nodes = code::highlighted(&code, language);
        } else {
            let (place, length) = self.span(&range);
            let message = format!("`{name}` is no language that is known here, so this code has no colours");
            let remedy = format!("write {}; or nothing", code::nearest(&name));
            self.media.warn(code::RULE, place, length, message, &remedy);
        }
    }

    /// A formula, with `n_marks` dollar signs at its ends.
    fn formula(&mut self, latex: &str, range: &Range<usize>, n_marks: usize) {
        match math::read(latex, n_marks == 2) {
            Ok(formula) => self.nodes.push(Node::Element(formula)),
            Err((within, why)) => {
                let start = range.start + n_marks;
                // Where lines begin with the mark of a quote or are indented, the text is not the formula.
                let is_as_written = self.text[start..].starts_with(latex);
                let range = within.filter(|_| is_as_written).map_or(range.clone(), |within| {
                    let at = |offset: usize| self.text.floor_char_boundary(start + offset.min(latex.len()));
                    at(within.start)..at(within.end.max(within.start))
                });
                let message = format!("the formula {why}");
                let remedy = "mend the LaTeX, or write `\\$` for a dollar sign that is meant as one";
                self.refuse_by(math::RULE, &range, message, remedy);
            }
        }
    }

    fn empty(&mut self, tag: Tag) {
        self.nodes.push(Node::Element(Element::new(tag, Vec::new())));
    }

    fn text(&mut self, text: &str) {
        match self.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.nodes.push(Node::Text(text.to_owned())),
        }
    }

    fn link(&mut self, href: String, range: &Range<usize>) {
        if !is_safe_link(&href) {
            let message = format!("the link leads to {href:?}");
            self.refuse(range, message, "begin it with https://, http:// or mailto:");
        }
        self.open(Some(Tag::A));
        if let Some(frame) = self.frames.last_mut() {
            frame.attributes.push(("href", href));
        }
    }

    fn refuse_html(&mut self, html: &str, range: &Range<usize>) {
        let shown: String = html.chars().take(40).collect();
        let message = if shown.is_empty() { String::new() } else { format!(": {shown:?}") };
        let remedy = "write it in Markdown, or put a backslash before a < that is meant as a character";
        self.refuse(range, format!("HTML is not allowed{message}"), remedy);
    }

    fn refuse_element(&mut self, what: &str, range: &Range<usize>) {
        self.refuse(range, format!("{what} are not allowed"), ALLOWED);
        self.open(None);
    }

    fn refuse(&mut self, range: &Range<usize>, message: impl Into<String>, remedy: &str) {
        self.refuse_by(RULE, range, message, remedy);
    }

    fn refuse_by(
        &mut self,
        rule: &'static str,
        range: &Range<usize>,
        message: impl Into<String>,
        remedy: &str,
    ) {
        let (place, length) = self.span(range);
        self.problems.push(Problem { length, ..Problem::error(rule, place, "", message, remedy) });
    }

    /// Where a range begins, and how many characters it has there: of what has several lines the first.
    fn span(&self, range: &Range<usize>) -> (Place, u32) {
        let place = (self.at)(range.start);
        let meant = self.text[range.clone()].lines().next().unwrap_or_default().trim_end();
        let end = (self.at)(range.start + meant.len());
        (place, if end.line == place.line { end.column.saturating_sub(place.column) } else { 1 })
    }
}

/// Whether it stands on lines of its own and shows something.
fn is_figure(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.tag == Tag::Figure)
}
