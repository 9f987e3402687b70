//! How good the rule of `count="auto"` is: simulated learners, who would get a known share of each topic
//! right, answer by chance, and what is found out about them is compared with that share. Nothing is timed,
//! and it prints the same everywhere.

use selfcheck::quiz::mastery::{Mastery, TELLING};
use selfcheck::quiz::score::Score;
use selfcheck::quiz::session::adaptive::{MOST, next};
use selfcheck::quiz::shuffle::{Rng, Seed};

/// How many topics learners of a kind have together: so many with one topic each, or a third of them with
/// three, and so on for 7 and 10. They give the same answers however they are put together.
const N_TOPICS: usize = 1_260;

/// How many questions a topic has, and the longest fixed length tried. From 28 answers on any range tells.
const N_QUESTIONS: usize = 30;

/// Topics with few questions, and how many each has: a plan of [`MOST`] drawn beforehand and shared among
/// three topics or seven, and the whole of the bundled bank.
const SCARCE: [(&str, &[usize]); 3] = [
    ("3 with 20 questions each", &[20; 3]),
    ("7 with 8 or 9", &[9, 9, 9, 9, 8, 8, 8]),
    ("10 with 9 to 23", &[16, 23, 21, 14, 11, 13, 14, 13, 9, 10]),
];

/// Learners, and the least and the largest share of a topic that they get right, in percent.
const KINDS: [(&str, f64, f64); 4] =
    [("30 to 98 %", 30.0, 98.0), ("50 %", 50.0, 50.0), ("70 %", 70.0, 70.0), ("90 %", 90.0, 90.0)];

const LEGEND: &str = "\
Get right: the true share of the questions of a topic that learners get right.
Questions: how many they are asked, on average.
Inside: of how many topics the range of nine in ten holds the true share.
Tell: of how many topics the range is narrow enough.
Error: between the share expected and the true one, the root of the mean square.
Fixed: the shortest fixed length that is never worse from there on, and how much longer that is.

Learners who all get the same right say little about the error: 50 % is what is expected of somebody
before the first answer, and 89 % after the four right ones that end a topic.";

/// A topic of a learner: the share they get right, and their answers to all of its questions.
struct Topic {
    truth: f64,
    answers: Vec<Score>,
}

fn main() {
    let kinds: Vec<_> =
        (0..).zip(KINDS).map(|(seed, kind)| (kind.0, topics(Seed(seed), kind.1, kind.2))).collect();
    let fixed: Vec<Vec<Sum>> = kinds.iter().map(|(_, topics)| fixed(topics)).collect();

    println!("{LEGEND}\n\nAs long as it takes, {MOST} questions at the most\n");
    println!(
        "| Get right | Topics | Questions | Inside | Tell | Error | Fixed, same error | Fixed, as many tell |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    for ((name, topics), fixed) in kinds.iter().zip(&fixed) {
        for n_topics in [1, 3, 7] {
            let sum = adaptive(topics, &[N_QUESTIONS].repeat(n_topics), 0, MOST);
            println!("| {name} | {n_topics} | {} |", sum.row(n_topics, fixed));
        }
    }
    let [(mixed, learners), (half, halves), ..] = &kinds[..] else { return };
    for (sizes, numbers) in SCARCE {
        let sum = adaptive(learners, numbers, 0, MOST);
        println!("| {mixed} | {sizes} | {} |", sum.row(numbers.len(), &fixed[0]));
    }

    println!("\nWith another maximum, learners of {mixed}\n");
    println!(
        "| Topics | At the most | Questions | Tell | Learners with every topic | Error | Error of that fixed length |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|");
    for n_topics in [3, 7] {
        for most in [20, 40, 60] {
            let sum = adaptive(learners, &[N_QUESTIONS].repeat(n_topics), 0, most);
            println!(
                "| {n_topics} | {most} | {:.1} | {:.0} % | {:.0} % | {:.3} | {:.3} |",
                sum.asked() * n_topics as f64,
                sum.telling(),
                100.0 * sum.n_clear as f64 * n_topics as f64 / sum.n as f64,
                sum.error(),
                blend(&fixed[0], most, n_topics).error(),
            );
        }
        // Without a maximum topics do not compete, so each is as long as alone.
        let alone = adaptive(learners, &[N_QUESTIONS], 0, MOST);
        let asked = alone.asked() * n_topics as f64;
        println!(
            "| {n_topics} | none | {asked:.1} | {:.0} % | 100 % | {:.3} | |",
            alone.telling(),
            alone.error()
        );
    }

    println!("\nProposal: so many of each topic first, then by the rule\n");
    println!(
        "| Get right | Topics | First | Questions | Inside | Tell | Error | Fixed, same error | Fixed, as many tell |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (name, topics, fixed) in [(mixed, learners, &fixed[0]), (half, halves, &fixed[1])] {
        for n_topics in [1, 3, 7] {
            for n_first in [6, 8] {
                let sum = adaptive(topics, &[N_QUESTIONS].repeat(n_topics), n_first, MOST);
                println!("| {name} | {n_topics} | {n_first} | {} |", sum.row(n_topics, fixed));
            }
        }
    }
}

/// Topics of which somebody would get such a share right, in percent.
fn topics(seed: Seed, least: f64, most: f64) -> Vec<Topic> {
    let mut rng = Rng::new(seed);
    let mut chance = || rng.below(1_000_000) as f64 / 1e6;
    let topic = |_| {
        let truth = (least + (most - least) * chance()) / 100.0;
        let answer = |_| Score::of_one(if chance() < truth { 1.0 } else { 0.0 });
        Topic { truth, answers: (0..N_QUESTIONS).map(answer).collect() }
    };
    (0..N_TOPICS).map(topic).collect()
}

/// What comes of so many questions on each topic, from 0 to all.
fn fixed(topics: &[Topic]) -> Vec<Sum> {
    let of = |n| {
        let mut sum = Sum::default();
        for topic in topics {
            sum.count(topic, n);
        }
        sum
    };
    (0..=N_QUESTIONS).map(of).collect()
}

/// What comes of the rule, for learners with as many topics as there are numbers of questions; the first
/// few questions of each are asked whatever it says.
fn adaptive(topics: &[Topic], sizes: &[usize], n_first: usize, most: usize) -> Sum {
    let mut sum = Sum::default();
    for learner in topics.chunks_exact(sizes.len()) {
        let n_asked = sitting(learner, sizes, n_first, most);
        let n_telling = sum.n_telling;
        for (topic, n) in learner.iter().zip(n_asked) {
            sum.count(topic, n);
        }
        sum.n_clear += usize::from(sum.n_telling - n_telling == sizes.len());
    }
    sum
}

/// How many questions of each topic a learner is asked. In the plan topics take turns.
fn sitting(learner: &[Topic], sizes: &[usize], n_first: usize, most: usize) -> Vec<usize> {
    let round = |n| (0..sizes.len()).filter(move |topic| n < sizes[*topic]);
    let plan: Vec<usize> = (0..N_QUESTIONS).flat_map(round).collect();
    let mut left: Vec<_> = plan.iter().copied().map(Some).collect();
    let (mut n_asked, mut asked) = (vec![0; sizes.len()], Vec::new());
    while asked.len() < most {
        let first = plan.iter().take(n_first * sizes.len()).zip(&left).position(|(_, left)| left.is_some());
        let Some(at) = first.or_else(|| next(&asked, &left)) else { break };
        left[at] = None;
        let topic = plan[at];
        asked.push((topic, learner[topic].answers[n_asked[topic]]));
        n_asked[topic] += 1;
    }
    n_asked
}

/// What is found out about topics.
#[derive(Clone, Copy, Default)]
struct Sum {
    n: usize,
    n_asked: usize,
    /// Of the differences between the share expected and the true one.
    squares: f64,
    /// How often the true share is in the range.
    n_inside: usize,
    n_telling: usize,
    /// Learners of whom every topic tells.
    n_clear: usize,
}

impl Sum {
    fn count(&mut self, topic: &Topic, n_asked: usize) {
        let mastery = Mastery::of(topic.answers.iter().take(n_asked).copied());
        let (from, to) = mastery.range();
        self.n += 1;
        self.n_asked += n_asked;
        self.squares += (mastery.mean() - topic.truth).powi(2);
        self.n_inside += usize::from(from <= topic.truth && topic.truth <= to);
        self.n_telling += usize::from(to - from <= TELLING);
    }

    /// How many questions a topic was asked.
    fn asked(self) -> f64 {
        self.n_asked as f64 / self.n as f64
    }

    /// The root of the mean square.
    fn error(self) -> f64 {
        (self.squares / self.n as f64).sqrt()
    }

    fn inside(self) -> f64 {
        100.0 * self.n_inside as f64 / self.n as f64
    }

    fn telling(self) -> f64 {
        100.0 * self.n_telling as f64 / self.n as f64
    }

    /// Cells of a table: itself, and the fixed lengths that come to the same with what they are longer by.
    fn row(self, n_topics: usize, fixed: &[Sum]) -> String {
        let asked = self.asked() * n_topics as f64;
        let than = |is_worse: &dyn Fn(Sum) -> bool| match length(fixed, n_topics, is_worse) {
            Some(length) => format!("{length} ({:+.0})", length as f64 - asked),
            None => format!("over {}", N_QUESTIONS * n_topics),
        };
        let same_error = than(&|sum| sum.error() > self.error());
        let as_many_tell = than(&|sum| sum.telling() < self.telling());
        let (inside, telling) = (self.inside(), self.telling());
        let error = self.error();
        format!("{asked:.1} | {inside:.0} % | {telling:.0} % | {error:.3} | {same_error} | {as_many_tell}")
    }
}

/// The fixed length from which on it is never worse, where one of those tried is.
fn length(fixed: &[Sum], n_topics: usize, is_worse: &dyn Fn(Sum) -> bool) -> Option<usize> {
    let longest = N_QUESTIONS * n_topics;
    let worse = (0..=longest).rev().find(|length| is_worse(blend(fixed, *length, n_topics)));
    worse.map_or(Some(0), |worse| (worse < longest).then_some(worse + 1))
}

/// What comes of so many questions, spread over so many topics as evenly as can be.
fn blend(fixed: &[Sum], length: usize, n_topics: usize) -> Sum {
    let (n, n_with_more) = (length / n_topics, length % n_topics);
    let mut sum = Sum::default();
    for topic in 0..n_topics {
        let of = fixed[n + usize::from(topic < n_with_more)];
        sum.n += of.n;
        sum.n_asked += of.n_asked;
        sum.squares += of.squares;
        sum.n_inside += of.n_inside;
        sum.n_telling += of.n_telling;
    }
    sum
}
