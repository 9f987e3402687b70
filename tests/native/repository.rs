//! The files of this repository, as tests read them.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of the repository.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The folder with `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file that is there.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text file that git does not ignore, in order of path.
pub(crate) fn files() -> Vec<File> {
    let ignored = read(".gitignore");
    let mut files = Vec::new();
    collect(root(), &ignored, &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(folder: &Path, ignored: &str, files: &mut Vec<File>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !is_ignored(&relative(path), ignored));
    for path in paths {
        if path.is_dir() {
            collect(&path, ignored, files);
        } else if let Ok(text) = fs::read_to_string(&path) {
            files.push(File { path: relative(&path), text });
        }
    }
}

/// `.gitignore` names folders, with a slash before those at the top.
fn is_ignored(path: &str, ignored: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_meant = |line: &str| {
        let folder = line.trim_end_matches('/');
        folder.strip_prefix('/').map_or(folder == name, |folder| folder == path)
    };
    name == ".git" || ignored.lines().any(is_meant)
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")
}

impl File {
    /// Whether its path begins so, with a folder or the whole name.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    }

    /// Whether its name ends with one of these.
    pub(crate) fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// The lines before the unit tests, which stand last.
    pub(crate) fn lines_without_tests(&self) -> impl Iterator<Item = &str> {
        self.text.lines().take_while(|line| *line != "#[cfg(test)]")
    }

    /// The lines of code with their numbers: neither comments nor unit tests.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_comment = |line: &str| ["//", "/*", "*", "#!["].iter().any(|start| line.starts_with(start));
        self.lines_without_tests()
            .enumerate()
            .filter(move |(_, line)| !is_comment(line.trim_start()))
            .map(|(index, line)| (index + 1, line))
    }
}
