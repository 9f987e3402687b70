//! What was found, for people and for programs.

pub mod github;
pub mod human;
pub mod json;
pub mod sarif;

use super::check::Checked;
use crate::quiz::bank::problem::{Level, Place};

/// The name of a level.
#[must_use]
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// A number with its noun.
#[must_use]
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// The file of a place, as far as the user gave its path.
fn file_name(bank: &Checked, place: Place) -> String {
    bank.sources.file(place).map_or(&bank.path, |file| &file.path).display().to_string()
}

/// A character that moves the cursor would tear a line from its underline; what a file holds may
/// even speak to the terminal.
pub(in crate::author) fn visible(text: &str) -> String {
    let replace = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(replace).collect()
}
