//! Builds the JSON file that browsers load.

use super::check::Checked;
use super::split::split;
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::{Level, Problem};
use crate::quiz::markup::closed::is_beside;
use anyhow::{Context, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The JSON of a checked bank, with one line break at its end; nothing where the bank has errors.
///
/// # Errors
/// The JSON does not read back to the same bank: a defect of this program.
pub fn json_of(checked: &Checked) -> anyhow::Result<Option<String>> {
    let Some(bank) = sound(checked) else { return Ok(None) };
    let json = bank.to_json();
    require_same(bank, Bank::read(&json))?;
    Ok(Some(json + "\n"))
}

/// The same in two files: what a learner needs to begin, and the rest, to be found at `address`.
///
/// # Errors
/// As [`json_of`].
pub fn parts_of(checked: &Checked, address: &str) -> anyhow::Result<Option<(String, String)>> {
    let Some(bank) = sound(checked) else { return Ok(None) };
    let (first, rest) = split(&bank.to_tree(), address);
    require_same(bank, Bank::read_with_rest(first.as_bytes(), rest.as_bytes(), &str::to_owned))?;
    Ok(Some((first + "\n", rest + "\n")))
}

fn sound(checked: &Checked) -> Option<&Bank> {
    checked.bank.as_ref().filter(|_| checked.count(Level::Error) == 0)
}

fn require_same(bank: &Bank, again: Result<Bank, Vec<Problem>>) -> anyhow::Result<()> {
    let is_same = again.is_ok_and(|again| again == *bank);
    ensure!(is_same, "the JSON of this bank does not read back to the same bank; please report this");
    Ok(())
}

/// Copies the files that a checked bank shows to where its addresses lead: `output` is the file of the
/// bank. Tells the bytes of each. Files with the same address have the same bytes, so those that are there
/// stay.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy_media(checked: &Checked, output: &Path) -> anyhow::Result<Vec<(PathBuf, usize)>> {
    let mut copied = Vec::new();
    for found in checked.media.iter().filter(|found| is_beside(&found.address)) {
        let path = output.with_file_name("").join(&found.address);
        if !path.exists() {
            let read = fs::read(&found.path);
            let bytes = read.with_context(|| format!("cannot read {}", found.path.display()))?;
            write(&path, &bytes)?;
            copied.push((path, bytes.len()));
        }
    }
    Ok(copied)
}

/// Writes a file so that nobody ever sees half of it: under another name first, then renamed.
/// Makes the folders it stands in.
///
/// # Errors
/// The place cannot be written to.
pub fn write(path: &Path, text: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let name = path.file_name().with_context(|| format!("{} is not a file name", path.display()))?;
    ensure!(!path.is_dir(), "{} is a folder; name a file in it", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut unfinished = std::ffi::OsString::from(".");
    unfinished.push(name);
    unfinished.push(format!(".{}", std::process::id()));
    let unfinished = folder.join(unfinished);
    let written = fs::write(&unfinished, text).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // Nothing more can be done about it than is said about the file itself.
        let _ = fs::remove_file(&unfinished);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}
