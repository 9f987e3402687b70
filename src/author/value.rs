//! Values in the text of a file: how long they are, whatever the language.

/// How many bytes the value has with which a line begins, in TOML or JSON: at least its first
/// character. What goes on in the next line ends with this one; of a table in TOML its heading.
#[must_use]
pub fn length(line: &str) -> usize {
    let line = line.trim_end();
    let after = |delimiter: &str| {
        let rest = &line[delimiter.len()..];
        rest.find(delimiter).map_or(line.len(), |at| at + 2 * delimiter.len())
    };
    let first = line.chars().next().map_or(0, char::len_utf8);
    match line {
        _ if line.starts_with("\"\"\"") => after("\"\"\""),
        _ if line.starts_with("'''") => after("'''"),
        _ if line.starts_with('\'') => after("'"),
        _ if line.starts_with('"') => {
            let mut is_escaped = false;
            let end = line.char_indices().skip(1).find(|(_, c)| {
                let is_end = *c == '"' && !is_escaped;
                is_escaped = *c == '\\' && !is_escaped;
                is_end
            });
            end.map_or(line.len(), |(end, _)| end + 1)
        }
        _ if line.starts_with("[[") => line.find("]]").map_or(first, |end| end + 2),
        // A heading, or a list that may be long.
        _ if line.starts_with('[') && !line.contains([',', '"', '\'', '{']) => {
            line.find(']').map_or(first, |end| end + 1)
        }
        _ if line.starts_with(['[', '{']) => first,
        _ => {
            let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | '#');
            line.find(is_end).unwrap_or(line.len()).max(first)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_value_ends_where_the_next_begins() {
        for (line, value) in [
            (r#""a \" b", "c""#, r#""a \" b""#),
            (r#""a \\", "c""#, r#""a \\""#),
            ("'a \\' # b", "'a \\'"),
            ("\"\"\"a \"b\" c\"\"\" # d", "\"\"\"a \"b\" c\"\"\""),
            ("\"\"\"  ", "\"\"\""),
            ("'''a", "'''a"),
            ("\"open", "\"open"),
            ("[[questions]] # x", "[[questions]]"),
            ("[settings]", "[settings]"),
            ("[1, 2]", "["),
            ("[", "["),
            ("{ a = 1 }", "{"),
            ("true,", "true"),
            ("1.5}", "1.5"),
            ("2001-01-01 # x", "2001-01-01"),
            ("# é", "#"),
            ("é", "é"),
            ("", ""),
        ] {
            assert_eq!(&line[..length(line)], value, "{line}");
        }
    }
}
