//! Findings: what the rules find, with the place in the files that each path leads to.

use crate::author::source::Sources;
use crate::author::toml;
use crate::quiz::bank::problem::{Level, Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};

/// Where the rules put what they find.
pub struct Findings<'a> {
    tree: &'a Tree,
    sources: &'a Sources,
    problems: Vec<Problem>,
}

impl<'a> Findings<'a> {
    /// No findings yet, of a bank that was read from this tree and these files.
    #[must_use]
    pub fn new(tree: &'a Tree, sources: &'a Sources) -> Self {
        Self { tree, sources, problems: Vec::new() }
    }

    /// Adds an error at the value of a path.
    pub fn error(
        &mut self,
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.point(Level::Error, rule, path, "", message, remedy);
    }

    /// Adds a warning at the value of a path.
    pub fn warning(
        &mut self,
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.point(Level::Warning, rule, path, "", message, remedy);
    }

    /// Adds a problem at the first place where `words` stand in the text at a path, so that just
    /// they are underlined. Case, Markdown marks and the kind of white space do not matter. Where
    /// the words are not found, the problem is at the beginning of the value.
    pub fn point(
        &mut self,
        level: Level,
        rule: &'static str,
        path: impl Into<String>,
        words: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let path = path.into();
        let (tree, is_there) = value_at(self.tree, &path);
        let found = if is_there { self.find(tree, words) } else { None };
        let (place, length) = found.unwrap_or((tree.place, 0));
        let problem = Problem::error(rule, place, path, message, remedy);
        self.problems.push(Problem { level, length, ..problem });
    }

    /// Drops what breaks a rule at a path or below it, and tells how much that was.
    pub fn drop(&mut self, rule: &str, path: &str) -> usize {
        let is_within = |problem: &Problem| {
            problem.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let n_before = self.problems.len();
        self.problems.retain(|problem| problem.rule != rule || !is_within(problem));
        n_before - self.problems.len()
    }

    /// Everything that was found, in the order in which it was.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Where words stand in a text, which in built JSON may be a tree of nodes, and how many
    /// characters they have in the file.
    fn find(&self, tree: &Tree, words: &str) -> Option<(Place, u32)> {
        match &tree.value {
            Value::Text(text) => {
                let (start, end) = position(text, words)?;
                let file = self.sources.file(tree.place)?;
                file.short_line(tree.place.line)?;
                let string = file.offset(tree.place)?;
                let at = |decoded| toml::offset_in_string(&file.text, string, decoded);
                // From the last character on, or a folded line break after it would be counted.
                let last = text[..end].char_indices().next_back()?.0;
                let end = at(last) + toml::length_in_string(&file.text, string, at(last));
                Some(file.span(tree.place.file, at(start)..end))
            }
            Value::List(items) => items.iter().find_map(|item| self.find(item, words)),
            Value::Table(_) | Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }
}

/// The value at a path, written as in [`Problem::path`]; of a field that is not there, the table
/// it would be in, with false.
fn value_at<'t>(whole: &'t Tree, path: &str) -> (&'t Tree, bool) {
    let (mut tree, mut rest) = (whole, path);
    while !rest.is_empty() {
        let (name, after) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
        let (step, after) = match name {
            // “[3] (its-id)”: the id may hold dots.
            "" if after.starts_with('[') => {
                let (number, after) = after[1..].split_once(']').unwrap_or((&after[1..], ""));
                let after = match after.strip_prefix(" (") {
                    Some(id) => id.split_once(')').map_or("", |(_, after)| after),
                    None => after,
                };
                (number.parse().ok().and_then(|index: usize| tree.items().get(index)), after)
            }
            "" => (Some(tree), &after[1..]),
            name => (tree.get(name), after),
        };
        match step {
            Some(step) => (tree, rest) = (step, after),
            None => return (tree, false),
        }
    }
    (tree, true)
}

/// The path of the value that begins at a place or is the last one to begin before it.
#[must_use]
pub fn path_at(whole: &Tree, place: Place) -> String {
    fn look(tree: &Tree, path: String, place: Place, best: &mut (Place, String)) {
        if tree.place.file != place.file {
            // Lists go on in other files.
        } else if best.0 <= tree.place && tree.place <= place {
            *best = (tree.place, path.clone());
        }
        match &tree.value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let id = item.get("id").and_then(Tree::as_text).filter(|_| path == "questions");
                    let id = id.map_or_else(String::new, |id| format!(" ({id})"));
                    look(item, format!("{path}[{index}]{id}"), place, best);
                }
            }
            Value::Table(fields) => {
                for (name, field) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    look(field, format!("{path}{dot}{name}"), place, best);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }
    let mut best = (Place { line: 0, column: 0, ..place }, String::new());
    look(whole, String::new(), place, &mut best);
    best.1
}

/// Where words stand in a text: several words just as they are, or else without regard to case,
/// marks and white space; one word as a whole if it is there anywhere, or else within a longer one.
fn position(text: &str, words: &str) -> Option<(usize, usize)> {
    if let Some(start) = text.find(words).filter(|_| words.contains(|c: char| !c.is_alphanumeric())) {
        return Some((start, start + words.len()));
    }
    let words = folded(words);
    if words.is_empty() {
        return None;
    }
    let (text_folded, wanted) = (folded(text), words.iter().map(|(_, c)| *c).collect::<Vec<_>>());
    let is_here = |start: &usize| {
        let here = &text_folded[*start..*start + wanted.len()];
        here.iter().map(|(_, c)| c).eq(&wanted)
    };
    let starts = 0..(text_folded.len() + 1).saturating_sub(wanted.len());
    let is_of_word = |index: Option<usize>| {
        index.and_then(|index| text_folded.get(index)).is_some_and(|(_, c)| c.is_alphanumeric())
    };
    let is_whole = |start: &usize| {
        !is_of_word(start.checked_sub(1)) && !is_of_word(Some(start + wanted.len()))
            || !wanted.iter().any(|c| c.is_alphanumeric())
    };
    let mut found = starts.filter(is_here);
    let start = found.clone().find(is_whole).or_else(|| found.next())?;
    let first = text_folded[start].0;
    let last = text_folded[start + wanted.len() - 1].0;
    let length = text[last..].chars().next().map_or(0, char::len_utf8);
    Some((first, last + length))
}

/// The characters of a text with their offsets, in lower case, without Markdown marks, each run of
/// white space as one space.
fn folded(text: &str) -> Vec<(usize, char)> {
    let mut folded: Vec<(usize, char)> = Vec::new();
    for (offset, c) in text.trim_end().char_indices() {
        match c {
            '*' | '_' | '`' | '\\' => {}
            c if c.is_whitespace() => {
                if folded.last().is_some_and(|(_, last)| *last != ' ') {
                    folded.push((offset, ' '));
                }
            }
            // One character for one: “ß” and the like stay as they are.
            c => folded.push((offset, c.to_lowercase().next().unwrap_or(c))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{position, value_at};
    use crate::quiz::bank::json::from_json;

    #[test]
    fn words_are_found_without_case_marks_and_line_breaks() {
        for (text, words, found) in [
            ("It shall be all.", "all", Some("all")),
            ("It shall be.", "all", Some("all")),
            ("Ask **her\n  first**.", "Her first", Some("her\n  first")),
            ("Über alles", "über", Some("Über")),
            ("What? (No)", "(no)", Some("(No)")),
            ("So *very* kind", "very kind", Some("very* kind")),
            ("tea time, tea  time", "tea  time", Some("tea  time")),
            ("a", "ab", None),
            ("", "a", None),
            ("a", "", None),
            ("_a_", "*", None),
        ] {
            let at = position(text, words).map(|(start, end)| &text[start..end]);
            assert_eq!(at, found, "{words:?} in {text:?}");
        }
        assert_eq!(position("all shall, all", "all"), Some((0, 3)));
        assert_eq!(position("shall, all", "all"), Some((7, 10)));
    }

    #[test]
    fn paths_lead_to_values_or_to_the_table_around_them() {
        let tree = from_json(r#"{"q":[{"id":"a.b","o":[{"t":"x"}]}],"":{"z":1}}"#).unwrap();
        for (path, is_there, items) in [
            ("", true, "q"),
            ("q[0] (a.b).id", true, ""),
            ("q[0] (a.b).o[0].t", true, ""),
            ("q[0] (a.b).o[0].u", false, "t"),
            ("q[0] (a.b).o[7].t", false, ""),
            ("q[x", false, ""),
            ("r.s", false, "q"),
        ] {
            let (value, found) = value_at(&tree, path);
            assert_eq!(found, is_there, "{path}");
            assert!(items.is_empty() || value.get(items).is_some(), "{path}: {value:?}");
        }
    }
}
