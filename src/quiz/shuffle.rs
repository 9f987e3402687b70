//! A small seeded generator and a fair shuffle, so that the same seed gives the same plan everywhere.

/// A seed of 32 bits: JavaScript and JSON hold it exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seed(pub u32);

impl Seed {
    /// The seed for the attempt after this one.
    #[must_use]
    pub fn next(self) -> Self {
        // The upper half has the better bits; it fits by the shift.
        #[allow(clippy::cast_possible_truncation)]
        Self((Rng::new(self).next() >> 32) as u32)
    }
}

/// SplitMix64: Steele, Lea and Flood (2014), “Fast splittable pseudorandom number generators”,
/// doi 10.1145/2660193.2660195. Good enough for drawing questions, and nine lines.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator that starts at a seed.
    #[must_use]
    pub fn new(seed: Seed) -> Self {
        Self(u64::from(seed.0))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, each equally likely but for one part in 2³² (multiply-shift).
    #[allow(clippy::cast_possible_truncation)]
    pub fn below(&mut self, n: usize) -> usize {
        (((self.next() >> 32) * n as u64) >> 32) as usize
    }

    /// Shuffles in place: Fisher and Yates, in Durstenfeld's form.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix64() {
        // The first outputs for seed 1234567 of the reference implementation by S. Vigna.
        let mut rng = Rng(1_234_567);
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!([rng.next(), rng.next(), rng.next()], expected);
    }

    #[test]
    fn every_order_is_about_equally_likely() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..6_000 {
            let mut items = [1, 2, 3];
            Rng::new(Seed(seed)).shuffle(&mut items);
            *counts.entry(items).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|n| (900..1_100).contains(n)), "{counts:?}");
    }
}
