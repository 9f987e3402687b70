//! The rule of `count="auto"`, followed with simulated learners who know a certain share of each topic and
//! answer by chance. `make bench` tells how good it is; this holds it to what it promises.

use selfcheck::quiz::mastery::{CREDIBILITY, Mastery};
use selfcheck::quiz::score::Score;
use selfcheck::quiz::session::adaptive::{MOST, next};
use selfcheck::quiz::shuffle::{Rng, Seed};

/// A learner with the share of each topic they get right.
struct Learner {
    truths: Vec<f64>,
    rng: Rng,
}

impl Learner {
    /// Who gets from 30 to 98 % of each topic right.
    fn new(seed: u32, n_topics: usize) -> Self {
        let mut learner = Self { truths: Vec::new(), rng: Rng::new(Seed(seed)) };
        learner.truths = (0..n_topics).map(|_| 0.3 + 0.68 * learner.chance()).collect();
        learner
    }

    fn chance(&mut self) -> f64 {
        self.rng.below(1_000_000) as f64 / 1e6
    }

    fn answer(&mut self, topic: usize) -> Score {
        Score::of_one(if self.chance() < self.truths[topic] { 1.0 } else { 0.0 })
    }

    fn n_topics(&self) -> usize {
        self.truths.len()
    }

    /// Asks until it is enough. `watch` sees what was asked, the topics that are left, and the topic chosen.
    fn sit(
        &mut self,
        n_questions: usize,
        mut watch: impl FnMut(&[(usize, Score)], &[Option<usize>], usize),
    ) -> Sitting {
        let n_topics = self.n_topics();
        let mut left: Vec<_> = (0..n_questions * n_topics).map(|at| Some(at % n_topics)).collect();
        let mut asked = Vec::new();
        while let Some(at) = next(&asked, &left) {
            let topic = left[at].expect("only what is there is asked");
            watch(&asked, &left, topic);
            left[at] = None;
            asked.push((topic, self.answer(topic)));
        }
        Sitting { asked, left }
    }
}

struct Sitting {
    asked: Vec<(usize, Score)>,
    left: Vec<Option<usize>>,
}

fn mastery(asked: &[(usize, Score)], topic: usize) -> Mastery {
    Mastery::of(asked.iter().filter(|(other, _)| *other == topic).map(|(_, score)| *score))
}

#[test]
fn no_question_goes_to_a_topic_that_tells_or_twice_running_to_one_of_several() {
    for seed in 0..6 {
        Learner::new(seed, 3).sit(30, |asked, left, topic| {
            assert!(!mastery(asked, topic).is_telling(), "seed {seed}: after {} answers", asked.len());
            let is_open = |other: usize| left.contains(&Some(other)) && !mastery(asked, other).is_telling();
            if asked.last().is_some_and(|(last, _)| *last == topic) {
                let others = (0..3).filter(|other| *other != topic);
                assert_eq!(others.filter(|other| is_open(*other)).count(), 0, "seed {seed}");
            }
        });
    }
}

#[test]
fn asking_ends_where_every_topic_tells_or_has_run_out_or_at_the_most() {
    let (mut n_told, mut n_run_out, mut n_long) = (0, 0, 0);
    for (n_topics, n_questions) in [(1, 30), (3, 30), (3, 8), (7, 30)] {
        for seed in 0..5 {
            let mut learner = Learner::new(seed, n_topics);
            let Sitting { asked, left } = learner.sit(n_questions, |_, _, _| ());
            assert!(asked.len() <= MOST);
            let tells = |topic: &usize| mastery(&asked, *topic).is_telling();
            if asked.len() == MOST {
                n_long += 1;
            } else if (0..n_topics).all(|topic| tells(&topic)) {
                n_told += 1;
            } else {
                n_run_out += 1;
                let open = left.iter().flatten().find(|topic| !tells(topic));
                assert_eq!(open, None, "{n_topics} topics, seed {seed}: ended with an open topic");
            }
        }
    }
    // Each of the three happens.
    assert!(n_told > 0 && n_run_out > 0 && n_long > 0, "{n_told} {n_run_out} {n_long}");
}

/// Over learners of all kinds, as `CREDIBILITY` says, though each stops where their answers happen to.
#[test]
fn nine_ranges_in_ten_hold_the_share_the_learner_truly_gets_right() {
    let (mut n_inside, mut n_asked) = (0, 0);
    let n_learners = 240;
    for seed in 0..n_learners {
        let mut learner = Learner::new(seed, 1);
        let Sitting { asked, .. } = learner.sit(30, |_, _, _| ());
        let (from, to) = mastery(&asked, 0).range();
        n_inside += u32::from(from <= learner.truths[0] && learner.truths[0] <= to);
        n_asked += asked.len();
    }
    let inside = f64::from(n_inside) / f64::from(n_learners);
    // Three standard errors of so many learners.
    assert!((inside - CREDIBILITY).abs() < 0.06, "{inside}");
    let length = n_asked as f64 / f64::from(n_learners);
    assert!((12.0..17.0).contains(&length), "half of the 28 that a fixed length needs: {length}");
}
