//! Markdown → the closed tree of allowed nodes. What is not on the list is a problem, never dropped.

use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::markup::{Element, Markup, Node, Tag, is_safe_link};
use pulldown_cmark::{self as cmark, CodeBlockKind, Event, LinkType, Options, Parser, TagEnd};
use std::ops::Range;

/// Texts for learners do not nest deeper, and what walks a tree must not run out of stack.
const MOST_DEPTH: usize = 32;

const RULE: &str = "F8";
const ALLOWED: &str = "use paragraphs, *emphasis*, **strong**, `code`, lists, quotes, tables and links";

/// Reads Markdown: CommonMark and tables, without HTML, pictures and headings. `at` gives the
/// place of a byte of `text`.
///
/// # Errors
/// Everything in it that is not allowed.
pub fn read(text: &str, at: &dyn Fn(usize) -> Place) -> Result<Markup, Vec<Problem>> {
    // What is not allowed is parsed nevertheless, so that it is refused and not shown as it stands.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut builder = Builder { text, at, frames: Vec::new(), nodes: Vec::new(), problems: Vec::new() };
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
    href: Option<String>,
    before: Vec<Node>,
}

struct Builder<'a> {
    text: &'a str,
    at: &'a dyn Fn(usize) -> Place,
    frames: Vec<Frame>,
    nodes: Vec<Node>,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(end) => self.end(end),
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
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.refuse(range, "formulas are not allowed", ALLOWED);
            }
        }
    }

    fn start(&mut self, tag: &cmark::Tag<'_>, range: &Range<usize>) {
        match tag {
            cmark::Tag::Paragraph => self.open(Some(Tag::P)),
            cmark::Tag::BlockQuote(_) => self.open(Some(Tag::Blockquote)),
            cmark::Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
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
            cmark::Tag::Image { .. } => self.refuse_element("pictures", range),
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

    fn end(&mut self, end: TagEnd) {
        if end == TagEnd::CodeBlock {
            self.trim_line_break();
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

    fn trim_line_break(&mut self) {
        if let Some(Node::Text(text)) = self.nodes.last_mut() {
            text.truncate(text.trim_end_matches('\n').len());
        }
    }

    fn open(&mut self, tag: Option<Tag>) {
        self.frames.push(Frame { tag, href: None, before: std::mem::take(&mut self.nodes) });
    }

    fn close(&mut self) {
        let Some(Frame { tag, href, before }) = self.frames.pop() else { return };
        let children = std::mem::replace(&mut self.nodes, before);
        // A table may have a head alone.
        if let Some(tag) = tag
            && !(tag == Tag::Tbody && children.is_empty())
        {
            self.nodes.push(Node::Element(Element { tag, href, children }));
        }
    }

    fn empty(&mut self, tag: Tag) {
        self.nodes.push(Node::Element(Element { tag, href: None, children: Vec::new() }));
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
            frame.href = Some(href);
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
        let place = (self.at)(range.start);
        // Of what has several lines the first.
        let meant = self.text[range.clone()].lines().next().unwrap_or_default().trim_end();
        let end = (self.at)(range.start + meant.len());
        let length = if end.line == place.line { end.column.saturating_sub(place.column) } else { 1 };
        self.problems.push(Problem { length, ..Problem::error(RULE, place, "", message, remedy) });
    }
}
