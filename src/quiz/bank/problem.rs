//! Problem: what is wrong in a bank, where, by which rule, and what to do.

use std::fmt;

/// A position in the files a bank was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which of the bank's files, counted from 0.
    pub file: u16,
    /// Counted from 1; 0 where it is not known, as in a bank read in a browser.
    pub line: u32,
    /// In characters, counted from 1; 0 where it is not known.
    pub column: u32,
}

impl Place {
    /// Whether the line is known.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.line > 0
    }
}

/// Whether a problem stops a bank from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The bank cannot be used until this is mended.
    Error,
    /// The bank works; a learner or an author is likely to be worse off.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub level: Level,
    /// The rule that is broken: `F…` for the form of the file, `S…` for the structure of the
    /// bank.
    pub rule: &'static str,
    /// Where in the files.
    pub place: Place,
    /// How many characters are meant, from the place on and within its line; 0 where that is not
    /// known, as in a browser.
    pub length: u32,
    /// Where in the bank: `questions[2] (sd-03-bakery).options[0].text`; empty for the whole.
    pub path: String,
    /// What is wrong, lower case, without a final stop.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// An error at a known place in a file, or in the whole of it.
    pub fn error(
        rule: &'static str,
        place: Place,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            level: Level::Error,
            rule,
            place,
            length: 0,
            path: path.into(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Problem {
    /// One line: `questions[2].stem: [F5] is missing; add it`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_known() {
            write!(f, "line {}: ", self.place.line)?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "[{}] {}; {}", self.rule, self.message, self.remedy)
    }
}
