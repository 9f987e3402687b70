//! Plain columns for a terminal of 80 characters: tables and wrapped text.

/// The width that fits every terminal.
pub const WIDTH: usize = 80;

/// Rows whose cells stand below each other: the first column to the left, numbers to the right,
/// two spaces between, each line indented by two.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<_> = (0..n_columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// A text in lines of at most [`WIDTH`] characters, behind a label of so many columns. A word that
/// is longer than a line, as an address may be, has one of its own.
#[must_use]
pub fn labelled(label: &str, indent: usize, text: &str) -> String {
    let mut lines = format!("{label:<indent$}");
    let mut length = indent.max(label.chars().count());
    for (index, word) in text.split_whitespace().enumerate() {
        let n_chars = word.chars().count();
        if index > 0 && length + 1 + n_chars > WIDTH {
            lines = lines.trim_end().to_owned() + "\n" + &" ".repeat(indent);
            length = indent;
        } else if index > 0 {
            lines.push(' ');
            length += 1;
        }
        lines.push_str(word);
        length += n_chars;
    }
    lines + "\n"
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, labelled, table};

    #[test]
    fn cells_stand_below_each_other() {
        let rows = [vec!["a", "1", "x"], vec!["länger", "100"], vec![]];
        let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect());
        assert_eq!(table(&rows), "  a         1  x\n  länger  100\n\n");
        assert_eq!(table(&[]), "");
    }

    #[test]
    fn long_texts_go_on_below_their_beginning() {
        let text = labelled("why", 6, &"word ".repeat(40));
        let mut lines = text.lines();
        assert!(lines.next().is_some_and(|line| line.starts_with("why   word word")));
        assert!(lines.all(|line| line.starts_with("      word") && line.len() <= WIDTH));
        assert_eq!(labelled("", 2, &"x".repeat(100)).len(), 103);
        assert_eq!(labelled("a", 3, ""), "a  \n");
    }
}
