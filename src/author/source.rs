//! The files of one bank: their names and texts, and where in them a byte stands.

use super::value;
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{MAX_BYTES, text_of};
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The file every folder with a bank has.
pub const HEAD: &str = "bank.toml";

/// A TOML file of the same folder that is no part of the bank: it changes the rules for it.
pub const LINT_SETTINGS: &str = "lint.toml";

/// The most files a bank may have. Places count files in 16 bits, and nobody means to have more.
const MOST_FILES: usize = 10_000;

/// Nobody finds anything in a longer line, and looking for a column in it takes time. Built JSON
/// is one line.
const LONGEST_LINE: usize = 10_000;

/// The files of one bank, in the order in which they are read.
#[derive(Debug, Default)]
pub struct Sources {
    /// Those of the bank, and after them its `lint.toml` if it has one.
    files: Vec<SourceFile>,
    /// How many of them are of the bank.
    n_of_bank: usize,
}

/// One file of a bank.
#[derive(Debug)]
pub struct SourceFile {
    /// Its path, as far as the user gave it.
    pub path: PathBuf,
    /// What is in it, without a byte-order mark; empty where it could not be read.
    pub text: String,
    /// The offset at which each line begins.
    lines: Vec<usize>,
}

impl Sources {
    /// Reads a bank's files: one `.toml` or `.json` file, or a folder with `bank.toml`. The
    /// sources are there even where something is wrong, so that problems can be shown.
    #[must_use]
    pub fn read(path: &Path) -> (Self, Vec<Problem>) {
        let paths = if path.is_dir() { files_in(path) } else { Ok(vec![path.to_owned()]) };
        let paths = match paths {
            Ok(paths) => paths,
            Err((message, remedy)) => {
                let files = vec![SourceFile::new(path.to_owned(), String::new())];
                return (Self { files, n_of_bank: 1 }, vec![layout_problem(0, message, remedy)]);
            }
        };
        let n_of_bank = paths.len();
        let settings = path.join(LINT_SETTINGS);
        let settings = settings.is_file().then_some(settings);
        let mut problems = Vec::new();
        let mut files = Vec::new();
        for path in paths.into_iter().chain(settings) {
            let text = read_text(&path).unwrap_or_else(|mut problem| {
                problem.place.file = index_of(files.len());
                problems.push(problem);
                String::new()
            });
            files.push(SourceFile::new(path, text));
        }
        (Self { files, n_of_bank }, problems)
    }

    /// Every file of the bank with its number in a [`Place`].
    pub fn files(&self) -> impl Iterator<Item = (u16, &SourceFile)> {
        self.numbered().take(self.n_of_bank)
    }

    /// The bank's `lint.toml`, if it has one. It is no part of the bank.
    #[must_use]
    pub fn lint_settings(&self) -> Option<(u16, &SourceFile)> {
        self.numbered().nth(self.n_of_bank)
    }

    fn numbered(&self) -> impl Iterator<Item = (u16, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (index_of(index), file))
    }

    /// The file of a place.
    #[must_use]
    pub fn file(&self, place: Place) -> Option<&SourceFile> {
        self.files.get(usize::from(place.file))
    }
}

impl SourceFile {
    fn new(path: PathBuf, text: String) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(index, _)| index + 1)).collect();
        Self { path, text, lines }
    }

    /// The ending of its name: `toml`, `json`, or what else there is.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        Some(self.path.extension()?.to_str()?.to_ascii_lowercase())
    }

    /// A line, counted from 1, without its line break.
    #[must_use]
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let start = *self.lines.get(index)?;
        let end = self.lines.get(index + 1).copied().unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\r', '\n']))
    }

    /// A line that somebody may look at: of at most 10,000 bytes.
    #[must_use]
    pub fn short_line(&self, line: u32) -> Option<&str> {
        self.line(line).filter(|line| line.len() <= LONGEST_LINE)
    }

    /// How many characters the value at a place has in its line. Nothing in lines that are too
    /// long to look at.
    #[must_use]
    pub fn length_of_value(&self, place: Place) -> Option<u32> {
        let line = self.short_line(place.line)?;
        let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let value = &line[line.char_indices().nth(column)?.0..];
        u32::try_from(value[..value::length(value)].chars().count()).ok()
    }

    /// Where the name of a field stands whose value is at a place, if that is in the same line, and
    /// how many characters it has. In TOML a table's name is within its heading.
    #[must_use]
    pub fn name_of_value(&self, place: Place, name: &str) -> Option<(Place, u32)> {
        let line = self.short_line(place.line)?;
        let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let (before, after) = line.split_at(line.char_indices().nth(column)?.0);
        let is_heading = before.trim().is_empty() && after.starts_with('[');
        let within = after.find(name).filter(|_| is_heading).map(|start| before.len() + start);
        let start = within.or_else(|| before.rfind(name))?;
        let counted = |text: &str| u32::try_from(text.chars().count()).ok();
        Some((Place { column: counted(&line[..start])?.checked_add(1)?, ..place }, counted(name)?))
    }

    /// The offset of a place in this file.
    #[must_use]
    pub fn offset(&self, place: Place) -> Option<usize> {
        let line = usize::try_from(place.line).ok()?.checked_sub(1)?;
        let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let start = *self.lines.get(line)?;
        let rest = self.text.get(start..)?;
        let within = rest.char_indices().nth(column).map_or(rest.len(), |(offset, _)| offset);
        Some(start + within)
    }

    /// The place where a range begins, and how many characters it has in that line.
    #[must_use]
    pub fn span(&self, file: u16, range: Range<usize>) -> (Place, u32) {
        let place = self.places(file).at(range.start);
        let text = self.text.get(range).unwrap_or_default();
        let n_chars = text.lines().next().unwrap_or_default().chars().count();
        (place, u32::try_from(n_chars).unwrap_or(u32::MAX))
    }

    /// Turns offsets into places.
    #[must_use]
    pub fn places(&self, file: u16) -> Places<'_> {
        Places { source: self, file, line: 0, offset: 0, column: 0 }
    }
}

/// Turns offsets of one file into places. Offsets that grow are cheap even in a file of one long
/// line, as built JSON is: counting goes on from the last one.
pub struct Places<'a> {
    source: &'a SourceFile,
    file: u16,
    line: usize,
    offset: usize,
    column: usize,
}

impl Places<'_> {
    /// The place of an offset.
    pub fn at(&mut self, offset: usize) -> Place {
        let line = self.source.lines.partition_point(|start| *start <= offset) - 1;
        if line != self.line || offset < self.offset {
            (self.line, self.offset, self.column) = (line, self.source.lines[line], 0);
        }
        let passed = self.source.text.get(self.offset..offset);
        self.column += passed.map_or(0, |passed| passed.chars().count());
        self.offset = offset;
        let counted = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        Place { file: self.file, line: counted(self.line), column: counted(self.column) }
    }
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>, (String, &'static str)> {
    let names = |entries: fs::ReadDir| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = fs::read_dir(folder).and_then(names).map_err(unreadable)?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml") && path.is_file());
    paths.retain(|path| path.file_name().is_some_and(|name| name != LINT_SETTINGS));
    let is_head = |path: &PathBuf| path.file_name().is_some_and(|name| name == HEAD);
    if !paths.iter().any(is_head) {
        let message = if paths.is_empty() { "has no `.toml` file" } else { "has no `bank.toml`" };
        let remedy = "put the bank’s `format`, `id` and `title` into a file named `bank.toml`";
        return Err((format!("the folder {message}"), remedy));
    }
    if paths.len() > MOST_FILES {
        let message = format!("the folder has {} `.toml` files", paths.len());
        return Err((message, "put the questions of one topic together in one file"));
    }
    paths.sort_by(|a, b| is_head(b).cmp(&is_head(a)).then_with(|| a.cmp(b)));
    Ok(paths)
}

fn read_text(path: &Path) -> Result<String, Problem> {
    let failed = |error| {
        let (message, remedy) = unreadable(error);
        layout_problem(0, message, remedy)
    };
    let mut bytes = Vec::new();
    // One byte more than allowed is enough to know, and whatever this is may have no end.
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(failed)?;
    let text = text_of(&bytes)?;
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        let message = format!("the file holds a NUL byte (line {line}), as no text does");
        return Err(Problem::error("F1", Place::default(), "", message, "save it as UTF-8 in your editor"));
    }
    Ok(text.to_owned())
}

fn unreadable(error: io::Error) -> (String, &'static str) {
    (format!("cannot be read: {error}"), "check the path, and that you may read it")
}

fn layout_problem(file: u16, message: String, remedy: &str) -> Problem {
    Problem::error("F4", Place { file, ..Place::default() }, "", message, remedy)
}

fn index_of(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
