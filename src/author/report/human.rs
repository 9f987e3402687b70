//! What was found, for people: each problem below its line, as compilers do it.

use super::{counted, file_name, level_name, visible};
use crate::author::check::Checked;
use crate::author::source::SourceFile;
use crate::quiz::bank::problem::{Level, Problem};
use annotate_snippets as snippets;
use annotate_snippets::{AnnotationKind, Element, Group, Origin, Renderer, Snippet};
use std::fmt::Write;
use std::ops::Range;

/// How a report is to look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether it may have colours.
    pub has_colors: bool,
    /// How many columns there are for a line of a file; a longer one is cut around the problem.
    pub width: usize,
}

impl Default for Look {
    /// For a file or another program: no colours.
    fn default() -> Self {
        Self { has_colors: false, width: 120 }
    }
}

/// Every problem with its line, and how many there are.
#[must_use]
pub fn report(banks: &[Checked], look: Look) -> String {
    let renderer = if look.has_colors { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width);
    let mut report = String::new();
    for bank in banks {
        for problem in &bank.problems {
            report.push_str(&renderer.render(&[group(bank, problem)]));
            report.push_str("\n\n");
        }
    }
    for bank in banks {
        report.push_str(&summary(bank));
    }
    if banks.iter().any(|bank| !bank.problems.is_empty()) {
        report.push_str("explain a rule with `selfcheck rules ID`\n");
    }
    report
}

fn group<'a>(bank: &Checked, problem: &Problem) -> Group<'a> {
    let level = match problem.level {
        Level::Error => snippets::Level::ERROR,
        Level::Warning => snippets::Level::WARNING,
    };
    let message = visible(&problem.message);
    let title = match problem.path.as_str() {
        "" => message,
        path => format!("{}: {message}", visible(path)),
    };
    let title = level.primary_title(title).id(problem.rule);
    title.element(place(bank, problem)).element(snippets::Level::HELP.message(visible(&problem.remedy)))
}

/// The line of a problem; only its number where there is no line to show.
fn place<'a>(bank: &Checked, problem: &Problem) -> Element<'a> {
    let path = visible(&file_name(bank, problem.place));
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let (line, column) = (number(problem.place.line), number(problem.place.column));
    match bank.sources.file(problem.place).and_then(|file| excerpt(file, problem)) {
        Some((text, marked)) => Snippet::source(text)
            .line_start(line)
            .path(path)
            .annotation(AnnotationKind::Primary.span(marked))
            .into(),
        None if problem.place.is_known() => Origin::path(path).line(line).char_column(column).into(),
        None => Origin::path(path).into(),
    }
}

/// A line, and which bytes of it are meant.
fn excerpt(file: &SourceFile, problem: &Problem) -> Option<(String, Range<usize>)> {
    let line = visible(file.short_line(problem.place.line)?);
    let column = usize::try_from(problem.place.column).ok()?.checked_sub(1)?;
    let length = usize::try_from(problem.length).ok()?.max(1);
    let offset = |n: usize| line.char_indices().nth(n).map_or(line.len(), |(offset, _)| offset);
    let marked = offset(column)..offset(column.saturating_add(length));
    Some((line, marked))
}

/// One line on one bank.
pub(super) fn summary(bank: &Checked) -> String {
    let mut summary = format!("{}: ", visible(&bank.path.display().to_string()));
    summary.push_str(&match &bank.bank {
        Some(read) => counted(read.questions().len(), "question"),
        None => "not read".to_owned(),
    });
    for level in [Level::Error, Level::Warning] {
        let n = bank.count(level);
        if n > 0 {
            // Writing to a `String` cannot fail.
            let _ = write!(summary, ", {}", counted(n, level_name(level)));
        }
    }
    summary.push_str(if bank.problems.is_empty() { ", no problems\n" } else { "\n" });
    summary
}
