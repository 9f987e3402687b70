//! Q4: whether keys stand where authors like to put them.

use super::{LEAST_QUESTIONS, counted_from_first};
use crate::author::lint::findings::Findings;
use crate::author::lint::plain::Plain;
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::chi_square;
use crate::quiz::bank::problem::Level;

const WARN: Threshold = Threshold::new("Q4", "warn_below", 0.05, 1.0);
const REFUSE: Threshold = Threshold::new("Q4", "refuse_below", 0.01, 1.0);
const LONGEST_RUN: Threshold = Threshold::new("Q4", "longest_run", 4.0, 1000.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[WARN, REFUSE, LONGEST_RUN];

/// Looks at the single-choice questions of a bank.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let single: Vec<_> = questions.iter().filter(|question| question.is_single_choice()).collect();
    let positions: Vec<_> = single.iter().filter_map(|question| position_of(question)).collect();
    check_runs(&single, &positions, settings, findings);
    if positions.len() < LEAST_QUESTIONS {
        return;
    }
    let counts = spread(&positions);
    let Some((statistic, freedom, chance)) = chi_square(&counts) else { return };
    let level = match () {
        () if chance < settings.get(REFUSE) => Level::Error,
        () if chance < settings.get(WARN) => Level::Warning,
        () => return,
    };
    let told: Vec<_> = counts
        .iter()
        .enumerate()
        .map(|(index, (count, expected))| {
            format!("{} {count} (even: {expected:.1})", counted_from_first(index))
        })
        .collect();
    let message = format!(
        "keys are spread unevenly over the positions: {}; chi-square {statistic:.2} with {freedom} degrees of \
         freedom, p = {chance:.3}",
        told.join(", ")
    );
    findings.point(level, "Q4", "", "", message, "move keys from the frequent positions to the others");
}

/// Where the key stands, from 0, and among how many options.
fn position_of(question: &Plain<'_>) -> Option<(usize, usize)> {
    Some((question.options.iter().position(|option| option.is_key)?, question.options.len()))
}

/// How many keys each position has, and how many it would have if they were spread evenly:
/// questions with few options lend nothing to the last positions.
fn spread(positions: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let n_positions = positions.iter().map(|(_, n_options)| *n_options).max().unwrap_or_default();
    let mut counts = vec![(0.0, 0.0); n_positions];
    for (position, n_options) in positions {
        counts[*position].0 += 1.0;
        counts[..*n_options].iter_mut().for_each(|(_, expected)| *expected += 1.0 / *n_options as f64);
    }
    counts
}

fn check_runs(
    single: &[&Plain<'_>],
    positions: &[(usize, usize)],
    settings: &Settings,
    findings: &mut Findings<'_>,
) {
    let longest = settings.get(LONGEST_RUN);
    let mut start = 0;
    for end in 1..=positions.len() {
        if positions.get(end).is_some_and(|position| position.0 == positions[start].0) {
            continue;
        }
        let length = end - start;
        if length as f64 > longest {
            let message = format!(
                "the key is {} in {length} questions in a row, more than {longest}; the first is `{}`",
                counted_from_first(positions[start].0),
                single[start].id()
            );
            let path = format!("{}.options", single[end - 1].path);
            findings.warning("Q4", path, message, "move the key of one of them");
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn questions_with_three_options_lend_nothing_to_the_fourth_position() {
        let counts = spread(&[(0, 3), (2, 3), (2, 4), (3, 4)]);
        assert_eq!(counts.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [1.0, 0.0, 2.0, 1.0]);
        assert!((counts[0].1 - 7.0 / 6.0).abs() < 1e-9 && (counts[3].1 - 0.5).abs() < 1e-9, "{counts:?}");
    }
}
