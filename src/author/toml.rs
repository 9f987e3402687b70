//! TOML text → the tree of values, with the place of each.

use super::source::{Places, SourceFile};
use crate::quiz::bank::problem::Problem;
use crate::quiz::bank::tree::{Tree, Value};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// No bank nests deeper than this, and what walks a tree must not run out of stack.
const MOST_DEPTH: usize = 64;

/// After one slip a parser is easily confused; more than this is noise.
const MOST_SYNTAX_ERRORS: usize = 20;

/// Reads TOML text. `file` is its number in places.
///
/// # Errors
/// Every place where the text is not TOML.
pub fn read(source: &SourceFile, file: u16) -> Result<Tree, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let mut converter = Converter { source, file, places: source.places(file), problems: Vec::new() };
    let tree = errors
        .is_empty()
        .then(|| Tree { place: converter.places.at(0), value: converter.table(table.get_ref(), 0) });
    drop_level_by_level(DeValue::Table(table.into_inner()));
    if let Some(tree) = tree {
        return if converter.problems.is_empty() { Ok(tree) } else { Err(converter.problems) };
    }
    let mut found: Vec<_> = errors.iter().map(|error| (error.span().unwrap_or_default(), error)).collect();
    found.sort_by_key(|(span, _)| span.start);
    found.dedup_by_key(|(span, _)| span.start);
    found.truncate(MOST_SYNTAX_ERRORS);
    for (span, error) in found {
        converter.refuse(span, format!("not TOML: {}", error.message().replace('\n', ", ")));
    }
    Err(converter.problems)
}

/// Drops a value without recursion. The parser limits brackets and dotted keys each by itself;
/// together they nest thousands deep, more than a small stack can drop.
fn drop_level_by_level(value: DeValue<'_>) {
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        if let DeValue::Table(table) = value {
            pending.extend(table.into_iter().map(|(_, value)| value.into_inner()));
        } else if let DeValue::Array(items) = value {
            pending.extend(items.into_iter().map(Spanned::into_inner));
        }
    }
}

struct Converter<'a> {
    source: &'a SourceFile,
    file: u16,
    places: Places<'a>,
    problems: Vec<Problem>,
}

impl Converter<'_> {
    fn refuse(&mut self, range: Range<usize>, message: String) {
        let remedy =
            "mend the TOML there; text stands in quotation marks, or three of them for several lines";
        let (place, length) = self.source.span(self.file, range);
        let problem = Problem::error("F3", place, "", message, remedy);
        self.problems.push(Problem { length: length.max(1), ..problem });
    }

    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Value {
        // In the order of the file, which also keeps looking up places cheap.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let entries = entries.into_iter();
        Value::Table(entries.map(|(key, value)| (key.to_string(), self.tree(value, depth + 1))).collect())
    }

    fn tree(&mut self, spanned: &Spanned<DeValue<'_>>, depth: usize) -> Tree {
        let offset = spanned.span().start;
        let place = self.places.at(offset);
        if depth > MOST_DEPTH {
            if self.problems.is_empty() {
                self.refuse(spanned.span(), format!("is nested more than {MOST_DEPTH} deep"));
            }
            return Value::Null.into();
        }
        let value = match spanned.get_ref() {
            // Line breaks are the same whatever editor the file was saved with.
            DeValue::String(text) => Value::Text(text.replace("\r\n", "\n")),
            DeValue::Integer(number) => Value::Number(number_of(number)),
            DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Bool(*flag),
            // Authors write dates with and without quotation marks and mean the same.
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Array(items) => {
                Value::List(items.iter().map(|item| self.tree(item, depth + 1)).collect())
            }
            DeValue::Table(table) => self.table(table, depth),
        };
        Tree { place, value }
    }
}

// A bank has no whole number that an f64 cannot hold exactly.
#[allow(clippy::cast_precision_loss)]
fn number_of(number: &DeInteger<'_>) -> f64 {
    i64::from_str_radix(number.as_str(), number.radix()).map_or(f64::NAN, |number| number as f64)
}

/// Where a character of a string value stands in the file: the string begins at `start` in
/// `text`, and `decoded` bytes of its value stand before the character. Strings of JSON are
/// strings of TOML as far as this goes.
#[must_use]
pub fn offset_in_string(text: &str, start: usize, decoded: usize) -> usize {
    let Some(raw) = text.get(start..) else { return start };
    let delimiter = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|delimiter| raw.starts_with(delimiter));
    let Some(delimiter) = delimiter else { return start };
    let mut rest = &raw[delimiter.len()..];
    if delimiter.len() == 3 {
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
    }
    let mut passed = 0;
    while !rest.is_empty() {
        let (n_raw, n_decoded) = step(rest, delimiter.starts_with('"'));
        // A folded line break before the character belongs to what stands before it.
        if passed >= decoded && n_decoded > 0 {
            break;
        }
        rest = rest.get(n_raw..).unwrap_or_default();
        passed += n_decoded;
    }
    text.len() - rest.len()
}

/// How many bytes the character at `at` has in the file, in the string that begins at `start`.
#[must_use]
pub fn length_in_string(text: &str, start: usize, at: usize) -> usize {
    let (string, rest) = (text.get(start..).unwrap_or_default(), text.get(at..).unwrap_or_default());
    step(rest, string.starts_with('"')).0
}

/// How many bytes the next character of a string has in the file, and how many in its value.
fn step(rest: &str, has_escapes: bool) -> (usize, usize) {
    let mut chars = rest.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return (0, 0) };
    let coded = |n_digits: usize| {
        let code = rest.get(2..2 + n_digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        // A character beyond the first 65,536 is two codes in JSON, and four bytes in its value.
        (2 + n_digits, code.and_then(char::from_u32).map_or(2, char::len_utf8))
    };
    match (first, second) {
        ('\r', Some('\n')) => (2, 1),
        ('\\', Some(second)) if has_escapes => match second {
            'x' => coded(2),
            'u' => coded(4),
            'U' => coded(8),
            second if second.is_ascii_whitespace() => {
                (rest.len() - rest[1..].trim_start_matches([' ', '\t', '\r', '\n']).len(), 0)
            }
            second => (1 + second.len_utf8(), 1),
        },
        _ => (first.len_utf8(), first.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::offset_in_string;

    #[test]
    fn a_character_of_a_string_is_found_whatever_the_string_looks_like() {
        for text in [
            r#""ab!""#,
            r"'ab!'",
            "\"\"\"\nab!\"\"\"",
            "\"\"\"\r\na\r\n!\"\"\"",
            "'''\na\n!'''",
            r#""\"\u00e9!""#,
            r#""a\x41\U0001F600!""#,
            "\"\"\"a\\\n   \n  b!\"\"\"",
            "\"\"\"a\\\r\n  !b\"\"\"",
        ] {
            let value = toml::from_str::<toml::Table>(&format!("x = {text}")).unwrap();
            let value = value["x"].as_str().unwrap().replace("\r\n", "\n");
            let found = offset_in_string(text, 0, value.find('!').unwrap());
            assert!(text[found..].starts_with('!'), "{text:?}: {found}");
        }
    }
}
