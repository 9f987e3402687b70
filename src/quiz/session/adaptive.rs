//! Adaptive: which question to ask next, and when to ask no more.

use crate::quiz::mastery::{Mastery, is_enough};
use crate::quiz::score::Score;

/// The most questions asked.
pub const MOST: usize = 60;

pub fn next(asked: &[(usize, Score)], left: &[Option<usize>]) -> Option<usize> {
    let mastery = |topic| Mastery::of(asked.iter().filter(|(of, _)| *of == topic).map(|(_, score)| *score));
    let is_first = |(at, topic): &(usize, &Option<usize>)| !left[..*at].contains(topic);
    let firsts = left.iter().enumerate().filter(is_first);
    let open: Vec<_> = firsts.filter_map(|(at, topic)| Some((at, *topic, mastery((*topic)?)))).collect();
    if is_enough(open.iter().map(|(.., mastery)| *mastery), asked.len(), MOST) {
        return None;
    }
    let last = asked.last().map(|(topic, _)| *topic);
    let mut best = None;
    let mut widest = (false, 0.0);
    for (at, topic, mastery) in open {
        if mastery.is_telling() {
            continue;
        }
        let (from, to) = mastery.range();
        let width = (topic != last, to - from);
        if best.is_none() || (width.0 && !widest.0) || (width.0 == widest.0 && width.1 > widest.1 + 1e-9) {
            best = Some(at);
            widest = width;
        }
    }
    best
}
