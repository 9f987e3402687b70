//! What was found, as commands to GitHub Actions, which shows each at its line in the pull request.
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::{file_name, human, level_name, visible};
use crate::author::check::Checked;
use crate::quiz::bank::problem::Problem;

/// A command for each problem, and the lines that sum up each bank.
#[must_use]
pub fn report(banks: &[Checked]) -> String {
    let problems = banks.iter().flat_map(|bank| bank.problems.iter().map(|problem| command(bank, problem)));
    problems.chain(banks.iter().map(human::summary)).collect()
}

fn command(bank: &Checked, problem: &Problem) -> String {
    let (place, level) = (problem.place, level_name(problem.level));
    let file = property(&visible(&file_name(bank, place)));
    let mut command = format!("::{level} file={file}");
    if place.is_known() {
        // The last column is part of what is meant.
        let end = place.column.saturating_add(problem.length.max(1) - 1);
        command.push_str(&format!(",line={},col={},endColumn={end}", place.line, place.column));
    }
    let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    let text = format!("{}\n{}", visible(&(path + &problem.message)), visible(&problem.remedy));
    format!("{command},title={}::{}\n", property(problem.rule), data(&text))
}

/// Text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command, between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        assert_eq!(data("50 %, a: b\r\n::error::x"), "50 %25, a: b%0D%0A::error::x");
        assert_eq!(property("c:d,e%\n"), "c%3Ad%2Ce%25%0A");
    }
}
