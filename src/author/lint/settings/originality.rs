//! `[originality]` in `lint.toml`: texts and sets of options that must not be copied.

use crate::author::fingerprint::{self, hashes_of};
use crate::author::lint::phrase::{Phrases, words_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::problem::{Level, Problem};
use std::fs;
use std::io;
use std::path::Path;

/// What must not be copied.
#[derive(Clone, Debug, Default)]
pub struct Originality {
    /// Hashes of runs of words, in order, each with the number of its file.
    runs: Vec<(u64, usize)>,
    /// The names of the files.
    files: Vec<String>,
    /// Names and lists that everybody writes in the same words.
    pub except: Phrases,
    /// Keys with their distractors.
    pub sets: Vec<OptionSet>,
}

/// The options of somebody else’s question.
#[derive(Clone, Debug)]
pub struct OptionSet {
    /// Where it comes from, for messages.
    pub name: String,
    /// The key, or the keys.
    pub keys: Vec<String>,
    /// The other options.
    pub distractors: Vec<String>,
}

impl Originality {
    /// Files are named by paths from the bank’s folder. One that is not there is a warning: texts
    /// under somebody’s copyright are not everywhere where the bank is.
    pub(super) fn read(fields: &Fields<'_>, folder: &Path, absent: &mut Vec<Problem>) -> Self {
        let mut originality = Self::default();
        let Some(fields) = fields.table("originality") else { return originality };
        for name in fields.texts("texts") {
            if let Some(text) = read_file(&fields, "texts", folder, name, absent) {
                originality.add(name, &hashes_of(&words_of(&text)));
            }
        }
        for name in fields.texts("fingerprints") {
            let Some(text) = read_file(&fields, "fingerprints", folder, name, absent) else { continue };
            match fingerprint::read(&text) {
                Ok(hashes) => originality.add(name, &hashes),
                Err(line) => {
                    let message = format!("line {line} of `{name}` is no fingerprint");
                    let remedy = "make the file again with `selfcheck fingerprint`";
                    fields.report("F5", "fingerprints", message, remedy);
                }
            }
        }
        originality.runs.sort_unstable();
        originality.except = Phrases::new(fields.texts("except"));
        for fields in fields.tables("sets") {
            originality.sets.push(OptionSet {
                name: fields.required_text("name").unwrap_or_default().to_owned(),
                keys: owned(fields.texts("keys")),
                distractors: owned(fields.texts("distractors")),
            });
            fields.finish();
        }
        fields.finish();
        originality
    }

    fn add(&mut self, name: &str, hashes: &[u64]) {
        let file = self.files.len();
        self.files.push(name.to_owned());
        self.runs.extend(hashes.iter().map(|hash| (*hash, file)));
    }

    /// The file that has a run of words with this hash.
    #[must_use]
    pub fn file_with(&self, hash: u64) -> Option<&str> {
        let at = self.runs.partition_point(|(known, _)| *known < hash);
        let (_, file) = self.runs.get(at).filter(|(known, _)| *known == hash)?;
        self.files.get(*file).map(String::as_str)
    }

    /// Whether there is any text to compare with.
    #[must_use]
    pub fn has_texts(&self) -> bool {
        !self.runs.is_empty()
    }
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

fn read_file(
    fields: &Fields<'_>,
    field: &str,
    folder: &Path,
    name: &str,
    absent: &mut Vec<Problem>,
) -> Option<String> {
    if Path::new(name).is_absolute() {
        let message = format!("`{name}` is on one machine only");
        fields.report("F5", field, message, "write the path from the bank’s folder");
        return None;
    }
    match fs::read_to_string(folder.join(name)) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let message = format!("`{name}` is not there, so nothing is compared with it");
            let remedy = "put the text there, or make fingerprints of it with `selfcheck fingerprint`";
            let path = format!("originality.{field}");
            let problem = Problem::error("V1", fields.place, path, message, remedy);
            absent.push(Problem { level: Level::Warning, ..problem });
            None
        }
        Err(error) => {
            let message = format!("`{name}` cannot be read: {error}");
            fields.report(
                "F5",
                field,
                message,
                "check that it is a text file in UTF-8, and that you may read it",
            );
            None
        }
    }
}
