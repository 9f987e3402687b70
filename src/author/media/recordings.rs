//! Sound and film: what is said of them in `[[media]]`, above all their transcripts.
//!
//! Every recording has a transcript. It is all that some learners get of it: those who neither hear nor
//! see, who print, who may not make noise (WCAG 2.2, 1.2.1 and 1.2.3). Captions cannot stand for it, but
//! who watches and does not hear needs them too (1.2.2), so a film in which somebody speaks without them
//! is a warning. A program cannot tell whether somebody speaks; `silent = true` says that nobody does.

use super::{Kind, Media, RULE, RULE_OF_CARE, Trouble};
use crate::quiz::bank::fields::{Fields, Reader, TextReader};
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::Tree;
use crate::quiz::markup::{Element, Node, Tag};
use std::cell::Cell;

/// What a bank says of a recording.
#[derive(Debug)]
pub struct Recording {
    /// The name of the file.
    file: String,
    /// What is to be heard and seen; nothing where it could not be read.
    transcript: Option<Vec<Node>>,
    /// The address of its captions.
    captions: Option<String>,
    place: Place,
    is_shown: Cell<bool>,
}

impl Media {
    /// Reads the `[[media]]` tables of a bank, with everything that is wrong with them.
    #[must_use]
    pub fn recordings_of(&self, bank: &Tree, text: &TextReader<'_>) -> (Vec<Recording>, Vec<Problem>) {
        let reader = Reader::new(text, true);
        // Only lists; the reader of the bank says where it is none.
        let tables = bank.get("media").map(Tree::items).unwrap_or_default();
        let recordings = tables.iter().enumerate().filter_map(|(index, tree)| {
            let fields = Fields::of(&reader, tree, format!("media[{index}]"))?;
            let recording = self.recording(&fields);
            fields.finish();
            recording
        });
        let recordings = recordings.collect();
        (recordings, reader.into_problems())
    }

    /// From now on texts can show these.
    pub fn add(&mut self, recordings: Vec<Recording>) {
        self.recordings = recordings;
    }

    fn recording(&self, fields: &Fields<'_>) -> Option<Recording> {
        let file = fields.required_text("file");
        let transcript = fields.required_markup("transcript");
        let captions = fields.text("captions");
        let is_silent = fields.flag("silent").unwrap_or(false);
        let file = file?;
        let kind = match self.find(file, fields.place, 0) {
            Ok(found) => found.kind,
            Err((message, remedy)) => {
                fields.report(RULE, "file", message, remedy);
                return None;
            }
        };
        if !matches!(kind, Kind::Audio | Kind::Video) {
            let remedy = "remove this table; pictures say in `![…](…)` what they show";
            fields.report(RULE, "file", format!("`{file}` is neither sound nor film"), remedy);
        }
        let captions = captions.and_then(|name| match self.find(name, fields.place, 0) {
            Ok(found) if found.kind == Kind::Captions && kind == Kind::Video => Some(found.address),
            Ok(_) => {
                let remedy = "name a .vtt file, for a film; sound has its transcript";
                fields.report(RULE, "captions", "is no file of captions for a film", remedy);
                None
            }
            Err((message, remedy)) => {
                fields.report(RULE, "captions", message, remedy);
                None
            }
        });
        if kind == Kind::Video && !is_silent && !fields.has("captions") {
            let message = format!("the film `{file}` has no captions");
            let remedy = "add `captions` with a .vtt file, or `silent = true` where nobody speaks";
            self.warn(RULE_OF_CARE, fields.place, 0, message, remedy);
        }
        let transcript = transcript.map(|text| {
            let nodes = text.nodes().to_vec();
            if text.is_inline() { vec![Node::Element(Element::new(Tag::P, nodes))] } else { nodes }
        });
        let (place, is_shown) = (fields.place, Cell::new(false));
        Some(Recording { file: file.to_owned(), transcript, captions, place, is_shown })
    }

    /// A recording as texts show it.
    ///
    /// # Errors
    /// No `[[media]]` table is about it.
    pub fn show(&self, name: &str, kind: Kind, address: String, alt: String) -> Result<Element, Trouble> {
        let Some(recording) = self.recordings.iter().find(|recording| recording.file == name) else {
            let message = format!("`{name}` has no transcript");
            let remedy = format!("add a `[[media]]` table with `file = \"{name}\"` and its `transcript`");
            return Err((message, remedy));
        };
        recording.is_shown.set(true);
        let tag = if kind == Kind::Audio { Tag::Audio } else { Tag::Video };
        // Where it is missing that is said at its own place.
        let mut element = Element::new(tag, recording.transcript.clone().unwrap_or_default());
        element.attributes = vec![("src", address), ("alt", alt)];
        element.attributes.extend(recording.captions.clone().map(|captions| ("captions", captions)));
        Ok(element)
    }

    /// Warns of recordings that no text shows.
    pub fn warn_of_unshown(&self) {
        for Recording { file, place, is_shown, .. } in &self.recordings {
            if !is_shown.get() {
                let message = format!("no text shows `{file}`");
                let remedy = "show it by `![what it is](…)`, or remove this table";
                self.warn(RULE_OF_CARE, *place, 0, message, remedy);
            }
        }
    }
}
