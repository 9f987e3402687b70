//! JSON text ↔ the tree of values.
//!
//! By hand, for the bytes: `serde_json` costs every browser 5 kB after compression, with its tables
//! of powers of ten and its general writer of floating-point numbers. `tests/native/json.rs` compares
//! this with `serde_json` on whatever chance brings.

use super::problem::{Place, Problem};
use super::tree::{Tree, Value};

/// No file that is ours nests deeper, and what walks a tree must not run out of stack.
const MOST_DEPTH: u32 = 128;

/// Reads JSON text (RFC 8259). Numbers are read to about 15 digits; those too large for an `f64`, and
/// halves of surrogate pairs, are refused.
///
/// # Errors
/// One problem with the line and column (in bytes) where the text stops being JSON.
pub fn from_json(text: &str) -> Result<Tree, Problem> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let tree = reader.value().and_then(|tree| {
        reader.skip_space();
        if reader.at == text.len() { Ok(tree) } else { Err("goes on after its end") }
    });
    tree.map_err(|message| {
        let remedy = if text.trim_ascii().is_empty() {
            "the file is empty; build the bank again and publish the whole file"
        } else if text.trim_ascii_start().starts_with('<') {
            "this looks like a web page; check the address of the bank"
        } else {
            "mend the JSON there, or build the bank again and publish the whole file"
        };
        Problem::error("F3", reader.place(), "", format!("not JSON: {message}"), remedy)
    })
}

/// What is wrong where reading stopped.
type Fault = &'static str;

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl Reader<'_> {
    /// The next byte, 0 at the end: no JSON has that anywhere.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == byte;
        self.at += usize::from(is_there);
        is_there
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn place(&self) -> Place {
        let before = &self.text.as_bytes()[..self.at];
        let of_line = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        let n_lines = before.iter().filter(|byte| **byte == b'\n').count();
        let counted = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        Place { file: 0, line: counted(n_lines), column: counted(of_line) }
    }

    fn value(&mut self) -> Result<Tree, Fault> {
        self.skip_space();
        let value = match self.peek() {
            b'{' => Value::Table(self.all(b'}', |reader| {
                reader.skip_space();
                let key = reader.string()?;
                reader.skip_space();
                if !reader.take(b':') {
                    return Err("a colon is missing after a name");
                }
                Ok((key, reader.value()?))
            })?),
            b'[' => Value::List(self.all(b']', Self::value)?),
            b'"' => Value::Text(self.string()?),
            b'-' | b'0'..=b'9' => Value::Number(self.number()?),
            _ if self.word("true") => Value::Bool(true),
            _ if self.word("false") => Value::Bool(false),
            _ if self.word("null") => Value::Null,
            _ if self.at == self.text.len() => return Err("it ends too early"),
            _ => return Err("no value begins like this"),
        };
        Ok(value.into())
    }

    fn word(&mut self, word: &str) -> bool {
        let is_there = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there
    }

    /// What stands between brackets, with commas between.
    fn all<T>(&mut self, end: u8, item: fn(&mut Self) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        self.at += 1;
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err("it is nested too deeply");
        }
        let mut items = Vec::new();
        self.skip_space();
        while !self.take(end) {
            if !items.is_empty() && !self.take(b',') {
                return Err("a comma or a closing bracket is missing");
            }
            items.push(item(self)?);
            self.skip_space();
        }
        self.depth -= 1;
        Ok(items)
    }

    fn string(&mut self) -> Result<String, Fault> {
        if !self.take(b'"') {
            return Err("a name in quotation marks is missing");
        }
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            // Both ends are at ASCII characters.
            string.push_str(&self.text[start..self.at]);
            match self.peek() {
                b'"' => break,
                b'\\' => string.push(self.escaped()?),
                _ if self.at == self.text.len() => return Err("it ends within a string"),
                _ => return Err("a string holds a control character; write it as an escape"),
            }
        }
        self.at += 1;
        Ok(string)
    }

    fn escaped(&mut self) -> Result<char, Fault> {
        self.at += 2;
        Ok(match self.text.as_bytes().get(self.at - 1) {
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(*sign),
            Some(b'u') => {
                let mut code = self.hex()?;
                if matches!(code, 0xd800..0xdc00) && self.word("\\u") {
                    let low = self.hex()?;
                    let is_pair = matches!(low, 0xdc00..0xe000);
                    code = if is_pair { 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00) } else { code };
                }
                char::from_u32(code).ok_or("half of a surrogate pair")?
            }
            _ => {
                self.at -= 1;
                return Err("no escape looks like this");
            }
        })
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16).ok_or("an escape has four digits")?;
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<f64, Fault> {
        let sign = if self.take(b'-') { -1.0 } else { 1.0 };
        let (mut digits, mut scale) = (0, 0);
        let has_leading_zero = self.take(b'0');
        let mut n_digits = usize::from(has_leading_zero);
        if !has_leading_zero {
            n_digits = self.digits(&mut digits, &mut scale, 0);
        }
        if n_digits > 0 && self.take(b'.') {
            n_digits = self.digits(&mut digits, &mut scale, -1);
        }
        if n_digits > 0 && (self.take(b'e') || self.take(b'E')) {
            let is_negative = self.take(b'-');
            let _ = is_negative || self.take(b'+');
            let (mut exponent, mut overflow) = (0, 0);
            n_digits = self.digits(&mut exponent, &mut overflow, 0);
            let exponent =
                if overflow > 0 { 9999 } else { i32::try_from(exponent).unwrap_or(9999).min(9999) };
            scale += if is_negative { -exponent } else { exponent };
        }
        if n_digits == 0 {
            return Err("a number wants a digit here");
        }
        // One multiplication or division by an exact power is rounded once; beyond, a bank has nothing.
        #[allow(clippy::cast_precision_loss)]
        let mut number = digits as f64;
        while scale != 0 && number != 0.0 && number.is_finite() {
            let step = scale.clamp(-22, 22);
            let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
            number = if step < 0 { number / power } else { number * power };
            scale -= step;
        }
        if number.is_finite() { Ok(sign * number) } else { Err("a number is too large") }
    }

    /// Adds digits to a number as far as they fit; `scale` counts places, each of those that stand
    /// after the point as `per_digit`. Tells how many digits there were.
    fn digits(&mut self, number: &mut u64, scale: &mut i32, per_digit: i32) -> usize {
        let start = self.at;
        while let digit @ b'0'..=b'9' = self.peek() {
            self.at += 1;
            if *number < u64::MAX / 10 - 1 {
                *number = *number * 10 + u64::from(digit - b'0');
                *scale += per_digit;
            } else {
                *scale += 1 + per_digit;
            }
        }
        self.at - start
    }
}

/// A tree as JSON text, on one line, its fields in their order.
///
/// By hand, because a derived form brings the general writer of floating-point numbers, whose
/// tables alone cost a browser 9 kB. Numbers are written as [`decimal`] does.
#[must_use]
pub fn to_json(tree: &Tree) -> String {
    let mut json = String::new();
    write(tree, &mut json);
    json
}

fn write(tree: &Tree, json: &mut String) {
    match &tree.value {
        Value::Null => json.push_str("null"),
        Value::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => json.push_str(&decimal(*number)),
        Value::Text(text) => write_text(text, json),
        Value::List(list) => write_all('[', list, ']', json, write),
        Value::Table(table) => write_all('{', table, '}', json, |(key, value), json| {
            write_text(key, json);
            json.push(':');
            write(value, json);
        }),
    }
}

fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            c if c < ' ' => {
                json.push_str("\\u00");
                json.push(if c < '\u{10}' { '0' } else { '1' });
                json.push(char::from(b"0123456789abcdef"[c as usize % 16]));
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

fn write_all<T>(open: char, items: &[T], close: char, json: &mut String, write: impl Fn(&T, &mut String)) {
    json.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write(item, json);
    }
    json.push(close);
}

/// A number to six decimals, as it is written.
#[must_use]
pub fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

/// A number as text, with at most six decimals: `16`, `0.75`, `0.333333`. What is no number is
/// written as 0.
#[must_use]
pub fn decimal(number: f64) -> String {
    const MILLION: u64 = 1_000_000;
    let size = number.abs();
    // Casts saturate, far beyond any number of a bank.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (whole, millionths) = (size.trunc() as u64, (size.fract() * 1e6).round() as u64);
    let (whole, millionths) = (whole.saturating_add(millionths / MILLION), millionths % MILLION);
    let sign = if number < 0.0 && whole + millionths > 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{millionths:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_at_most_six_decimals() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (16.0, "16"),
            (0.75, "0.75"),
            (-1.5, "-1.5"),
            (1.0 / 3.0, "0.333333"),
            (100.0, "100"),
            (4_294_967_295.0, "4294967295"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (0.999_999_9, "1"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }

    #[test]
    fn text_that_is_not_json_is_one_problem_with_its_place() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for bad in ["", "{", "[1,]", "<!doctype html>", "{\"a\":\0}", &deep, "{} {}"] {
            let problem = from_json(bad).unwrap_err();
            assert_eq!(problem.rule, "F3");
            assert!(problem.place.is_known(), "{problem}");
        }
    }
}
