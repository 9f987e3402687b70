//! Checks a bank: reads its files and lints what is in them.

use super::lint::findings;
use super::lint::settings::Settings;
use super::media::{Found, Media, Placement};
use super::read::FOREIGN_FIELD;
use super::source::{HEAD, Sources};
use super::{lint, read};
use crate::quiz::bank::Bank;
use crate::quiz::bank::fields::UNKNOWN_FIELD;
use crate::quiz::bank::problem::{Level, Problem};
use std::fs;
use std::path::{Path, PathBuf};

/// A bank's files with everything that was found in them.
#[derive(Debug)]
pub struct Checked {
    /// What the user named.
    pub path: PathBuf,
    /// The files.
    pub sources: Sources,
    /// What is wrong, in the order of the files.
    pub problems: Vec<Problem>,
    /// The bank, where it could be read. It may still have lint errors.
    pub bank: Option<Bank>,
    /// The files that its texts show.
    pub media: Vec<Found>,
}

impl Checked {
    /// How many problems there are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level == level).count()
    }
}

/// Reads and lints the bank at a path: a `.toml` or `.json` file, or a folder with `bank.toml`.
#[must_use]
pub fn check(path: &Path) -> Checked {
    check_for(path, Placement::beside(path))
}

/// The same for a bank that is to be built, with its files in that place.
#[must_use]
pub fn check_for(path: &Path, placement: Placement) -> Checked {
    let (sources, mut problems) = Sources::read(path);
    let mut media = Media::of(path, placement);
    let mut bank = None;
    // A file that is missing from the whole would make everything that names it look wrong.
    if problems.is_empty() {
        match inspect(&sources, &mut media) {
            Ok((found, lint)) => {
                bank = Some(found);
                problems = lint;
            }
            Err(found) => problems = found,
        }
    }
    problems.iter_mut().filter(|problem| problem.length == 0).for_each(|problem| point(problem, &sources));
    problems.sort_by_key(|problem| problem.place);
    Checked { path: path.to_owned(), sources, problems, bank, media: media.files() }
}

/// Points at the whole value of a problem that says no more than where it begins; where a name is
/// wrong, at the name.
fn point(problem: &mut Problem, sources: &Sources) {
    let Some(file) = sources.file(problem.place) else { return };
    if [UNKNOWN_FIELD, FOREIGN_FIELD].contains(&problem.message.as_str()) {
        let name = problem.path.rsplit('.').next().unwrap_or_default();
        if let Some((place, length)) = file.name_of_value(problem.place, name) {
            (problem.place, problem.length) = (place, length);
            return;
        }
    }
    problem.length = file.length_of_value(problem.place).unwrap_or(0);
}

fn inspect(sources: &Sources, media: &mut Media) -> Result<(Bank, Vec<Problem>), Vec<Problem>> {
    let (settings, mut problems) = Settings::read(sources);
    let read = read::tree(sources).and_then(|tree| {
        let bank = read::bank(&tree, sources, media);
        let warnings = media.warnings().into_iter().filter(|warning| !settings.is_off(warning.rule));
        problems.extend(
            warnings.map(|warning| Problem { path: findings::path_at(&tree, warning.place), ..warning }),
        );
        Ok((bank?, tree))
    });
    match read {
        Ok((bank, tree)) => {
            problems.extend(lint::lint(&bank, &tree, sources, &settings));
            Ok((bank, problems))
        }
        Err(found) => {
            problems.extend(found);
            Err(problems)
        }
    }
}

/// The banks at a path: itself, or where it is a folder of banks, each of them in order of name.
#[must_use]
pub fn banks_at(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() || path.join(HEAD).exists() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut banks: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.join(HEAD).is_file()).collect();
    banks.sort();
    if banks.is_empty() { vec![path.to_owned()] } else { banks }
}
