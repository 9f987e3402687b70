//! A bank's files → one tree → [`Bank`], or every problem found.

use super::media::Media;
use super::source::{HEAD, SourceFile, Sources};
use super::{json, markdown, toml};
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};
use crate::quiz::markup::Markup;

/// What the files beside `bank.toml` may add to.
const SHARED_LISTS: &[&str] = &["media", "questions", "scenarios", "terms", "topics"];

/// What is said of a field that only `bank.toml` may have. It is about the name, not the value.
pub const FOREIGN_FIELD: &str = "does not belong in this file";

/// The values of all files of a bank as one tree.
///
/// # Errors
/// Every place where a file is not what its name says.
pub fn tree(sources: &Sources) -> Result<Tree, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut whole: Option<Tree> = None;
    for (index, file) in sources.files() {
        match (read_file(file, index), &mut whole) {
            (Ok(tree), None) => whole = Some(tree),
            (Ok(tree), Some(whole)) => add(whole, tree, &mut problems),
            (Err(found), _) => problems.extend(found),
        }
    }
    whole.filter(|_| problems.is_empty()).ok_or(problems)
}

/// The bank in a tree. Texts in TOML are Markdown, and name files that `media` finds; texts in JSON are
/// plain, as in a browser.
///
/// # Errors
/// As [`Bank::from_tree`], what Markdown may not hold, and files that cannot be shown.
pub fn bank(tree: &Tree, sources: &Sources, media: &mut Media) -> Result<Bank, Vec<Problem>> {
    let (recordings, mut problems) =
        media.recordings_of(tree, &|text, place| text_in(sources, media, text, place));
    media.add(recordings);
    let is_file = |place| sources.file(place).is_some_and(is_toml);
    let (tree, of_pictures) = media.with_pictures(tree, &is_file);
    problems.extend(of_pictures);
    let read = Bank::from_tree(&tree, &|text, place| text_in(sources, media, text, place), true);
    media.warn_of_unshown();
    match read {
        Ok(bank) if problems.is_empty() => Ok(bank),
        read => {
            problems.extend(read.err().into_iter().flatten());
            Err(problems)
        }
    }
}

fn text_in(sources: &Sources, media: &Media, text: &str, place: Place) -> Result<Markup, Vec<Problem>> {
    match sources.file(place) {
        Some(file) if is_toml(file) => {
            let start = file.offset(place).unwrap_or_default();
            let at = |decoded| file.places(place.file).at(toml::offset_in_string(&file.text, start, decoded));
            markdown::read(text, &at, media)
        }
        _ => Ok(Markup::plain(text)),
    }
}

fn is_toml(file: &SourceFile) -> bool {
    file.extension().as_deref() == Some("toml")
}

fn read_file(file: &SourceFile, index: u16) -> Result<Tree, Vec<Problem>> {
    match file.extension().as_deref() {
        Some("toml") => toml::read(file, index),
        Some("json") => json::read(file, index).map_err(|problem| vec![problem]),
        _ => {
            let place = Place { file: index, ..Place::default() };
            let message = "the file’s name ends neither in .toml nor in .json";
            Err(vec![Problem::error("F4", place, "", message, "rename it, or name another file")])
        }
    }
}

/// Adds the lists of a file beside `bank.toml` to those of the whole.
fn add(whole: &mut Tree, part: Tree, problems: &mut Vec<Problem>) {
    let (Value::Table(entries), Value::Table(added)) = (&mut whole.value, part.value) else { return };
    for (key, Tree { place, value }) in added {
        let key = key.escape_debug().to_string();
        let is_shared = SHARED_LISTS.contains(&key.as_str());
        let noun = value.noun();
        if let Value::List(items) = value
            && is_shared
        {
            match entries.iter_mut().find(|(known, _)| *known == key).map(|(_, tree)| &mut tree.value) {
                Some(Value::List(list)) => list.extend(items),
                // Not a list in `bank.toml`; reported when the bank is read.
                Some(_) => {}
                None => entries.push((key, Tree { place, value: Value::List(items) })),
            }
            continue;
        }
        let (message, remedy) = if is_shared {
            (format!("is {noun}"), format!("write `[[{key}]]` tables"))
        } else {
            let lists: Vec<_> = SHARED_LISTS.iter().map(|list| format!("`[[{list}]]`")).collect();
            let remedy = format!("move it to `{HEAD}`; other files have {}", lists.join(", "));
            (FOREIGN_FIELD.to_owned(), remedy)
        };
        problems.push(Problem::error("F5", place, key, message, remedy));
    }
}
