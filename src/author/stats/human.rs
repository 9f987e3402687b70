//! The counts of banks, for people.

use super::{Counts, KeyStats, Stats, TopicStats};
use crate::author::columns::{labelled, table};
use crate::author::report::{counted, visible};
use crate::quiz::bank::json::decimal;
use std::path::Path;

/// What the kinds of questions are called where there is little room, in the order of
/// [`Kind::NAMES`](crate::quiz::Kind::NAMES).
const KINDS: [&str; 11] =
    ["single", "multi", "t/f", "order", "match", "fill", "grid", "num", "cloze", "refl", "hot"];
const LABEL: usize = 16;

/// The counts of each bank below its title.
#[must_use]
pub fn report(banks: &[(impl AsRef<Path>, Stats)]) -> String {
    let banks: Vec<_> = banks.iter().map(|(path, stats)| bank(path.as_ref(), stats)).collect();
    banks.join("\n")
}

fn bank(path: &Path, stats: &Stats) -> String {
    let n_questions = counted(stats.n_questions, "question");
    let mut title = format!("{} ({}): {n_questions}", stats.title, path.display());
    if stats.points != stats.n_questions as f64 {
        title += &format!(", {} points", decimal(stats.points));
    }
    let mut text = visible(&title) + "\n\n";
    text.push_str("by topic and kind; linked: those of scenarios, of any kind\n");
    text.push_str(&topics(&stats.topics));
    text.push('\n');
    for (label, counts) in [
        ("level", &stats.levels),
        ("difficulty", &stats.difficulties),
        ("basis", &stats.bases),
        ("names claims of", &stats.claim_sets),
    ] {
        text.push_str(&labelled(label, LABEL, &visible(&shares(counts, stats.n_questions))));
    }
    if let (Some(questions), Some(rationales)) = (stats.grade_of_questions, stats.grade_of_rationales) {
        let grades = format!("grade {questions:.1}; rationales: grade {rationales:.1} (in the median)");
        text.push_str(&labelled("reading level", LABEL, &grades));
    }
    let thin: Vec<_> = stats.thin_objectives.iter().map(|(id, n)| format!("{id} ({n})")).collect();
    let thin = if thin.is_empty() { "none".to_owned() } else { thin.join(", ") };
    text.push_str(&format!("\nobjectives with fewer than 3 questions\n{}", labelled("", 2, &thin)));
    if let Some(stats) = &stats.keys {
        text.push_str(&keys(stats));
    }
    text
}

fn topics(topics: &[TopicStats]) -> String {
    let heads = ["topic"].into_iter().chain(KINDS).chain(["linked", "all"]);
    let row = |name: &str, numbers: &[usize]| -> Vec<String> {
        [name.to_owned()].into_iter().chain(numbers.iter().map(usize::to_string)).collect()
    };
    let numbers =
        |topic: &TopicStats| [topic.kinds.as_slice(), &[topic.n_of_scenarios, topic.total()]].concat();
    let mut sums = vec![0; KINDS.len() + 2];
    for (sum, n) in topics.iter().flat_map(|topic| (0..).zip(numbers(topic))) {
        sums[sum] += n;
    }
    let mut rows: Vec<Vec<String>> = vec![heads.map(str::to_owned).collect()];
    rows.extend(topics.iter().map(|topic| row(&topic.id, &numbers(topic))));
    rows.push(row("all", &sums));
    table(&rows)
}

/// “recall 35 (24 %), apply 59 (41 %)”.
fn shares(counts: &Counts, of: usize) -> String {
    let share = |(name, n): &(String, usize)| format!("{name}: {n} ({})", percent(*n, of));
    counts.iter().map(share).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::cast_precision_loss)] // nobody writes so many
fn percent(n: usize, of: usize) -> String {
    format!("{:.0} %", 100.0 * n as f64 / of.max(1) as f64)
}

fn keys(stats: &KeyStats) -> String {
    let n = stats.n_questions;
    let row = |name: &str, cells: Vec<String>| [vec![name.to_owned()], cells].concat();
    let places = table(&[
        row("place of the key", (1..=stats.places.len()).map(|place| place.to_string()).collect()),
        row("questions", stats.places.iter().map(usize::to_string).collect()),
        row("by chance", stats.expected_places.iter().map(|n| format!("{n:.1}")).collect()),
    ]);
    let lengths = table(&[
        row("the key is the", vec!["longest".to_owned(), "shortest".to_owned()]),
        row("questions", vec![stats.n_longest.to_string(), stats.n_shortest.to_string()]),
        row("share", vec![percent(stats.n_longest, n), percent(stats.n_shortest, n)]),
        row("by chance at most", vec![format!("{:.1}", stats.expected_longest); 2]),
    ]);
    let ratio = format!("the key has {:.2} times the characters of a distractor", stats.mean_length_ratio);
    format!(
        "\nkeys of {}\n{places}\n{lengths}\n{}",
        counted(n, "single-choice question"),
        labelled("", 2, &ratio)
    )
}

#[cfg(test)]
mod tests {
    use super::KINDS;
    use crate::quiz::Kind;

    #[test]
    fn every_kind_has_a_short_name_that_tells_it() {
        assert_eq!(KINDS.len(), Kind::NAMES.len());
        for (short, name) in KINDS.iter().zip(Kind::NAMES) {
            assert!(short[..1] == name[..1], "{short} for {name}");
        }
    }
}
