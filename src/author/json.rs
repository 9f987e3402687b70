//! JSON text → the tree of values, with the place of each.

use super::source::{Places, SourceFile};
use crate::quiz::bank::json::from_json;
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{Tree, Value};

/// Reads JSON text. `file` is its number in places.
///
/// # Errors
/// The place where the text stops being JSON.
pub fn read(source: &SourceFile, file: u16) -> Result<Tree, Problem> {
    let mut tree = from_json(&source.text).map_err(|mut problem| {
        // The parser counts bytes; a place counts characters.
        let start = source.offset(Place { column: 1, ..problem.place }).unwrap_or(source.text.len());
        let column = usize::try_from(problem.place.column).unwrap_or(1);
        let line = source.line(problem.place.line).unwrap_or_default();
        let within = line.floor_char_boundary(column.saturating_sub(1));
        problem.place = source.places(file).at(start + within);
        problem.length = 1;
        problem
    })?;
    set_places(&mut tree, &mut Starts { text: &source.text, offset: 0 }, &mut source.places(file));
    Ok(tree)
}

/// The values of a tree stand in the text in the same order as in the tree, so one walk over both
/// gives each its place, without a second parser.
fn set_places(tree: &mut Tree, starts: &mut Starts<'_>, places: &mut Places<'_>) {
    tree.place = starts.next().map(|offset| places.at(offset)).unwrap_or_default();
    match &mut tree.value {
        Value::List(list) => list.iter_mut().for_each(|tree| set_places(tree, starts, places)),
        Value::Table(table) => table.iter_mut().for_each(|(_, tree)| set_places(tree, starts, places)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
    }
}

/// The offsets at which the values of a JSON text begin. The text is known to be JSON.
struct Starts<'a> {
    text: &'a str,
    offset: usize,
}

impl Iterator for Starts<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.offset;
            match bytes.get(start)? {
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' | b']' | b'}' => self.offset += 1,
                b'[' | b'{' => {
                    self.offset += 1;
                    return Some(start);
                }
                b'"' => {
                    self.offset += string_length(&bytes[start..]);
                    let after = self.text[self.offset..].trim_start_matches([' ', '\t', '\r', '\n']);
                    if !after.starts_with(':') {
                        return Some(start);
                    }
                }
                _ => {
                    let is_end =
                        |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n');
                    let length = bytes[start..].iter().position(is_end);
                    self.offset = length.map_or(bytes.len(), |length| start + length);
                    return Some(start);
                }
            }
        }
    }
}

/// How many bytes a string has, with its quotation marks.
fn string_length(bytes: &[u8]) -> usize {
    let mut length = 1;
    while let Some(byte) = bytes.get(length) {
        length += match byte {
            b'"' => return length + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::Starts;

    #[test]
    fn every_value_is_found_and_no_key() {
        let text = r#"{"a" : [1, -2.5e3,null], "b\"]": "c\\", "": {"d":true}, "e": "é"}"#;
        let starts: Vec<_> = Starts { text, offset: 0 }.map(|start| &text[start..=start]).collect();
        assert_eq!(starts.concat(), "{[1-n\"{t\"");
    }
}
