//! Words of a text, and how much two texts have in common.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// The words of a text in lower case, in order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    let bare = split.map(|word| word.trim_matches(['’', '\'']));
    bare.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A text made ready for comparison with thousands of others: numbers stand for its words.
#[derive(Debug)]
pub struct Said {
    /// The words in their order.
    order: Vec<u64>,
    /// The different words, sorted.
    set: Vec<u64>,
}

impl Said {
    /// What a text says.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let number = |word: &String| BuildHasherDefault::<DefaultHasher>::default().hash_one(word);
        let order: Vec<_> = words(text).iter().map(number).collect();
        let mut set = order.clone();
        set.sort_unstable();
        set.dedup();
        Self { order, set }
    }

    /// The different words, as numbers.
    #[must_use]
    pub fn different_words(&self) -> &[u64] {
        &self.set
    }

    /// Of all words in either text, the share that is in both.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f64 {
        let (mut n_shared, mut n_all) = (0, 0);
        let (mut left, mut right) = (self.set.as_slice(), other.set.as_slice());
        while let ([a, more_left @ ..], [b, more_right @ ..]) = (left, right) {
            n_shared += u32::from(a == b);
            n_all += 1;
            left = if a <= b { more_left } else { left };
            right = if b <= a { more_right } else { right };
        }
        n_all += left.len() + right.len();
        if n_all == 0 { 0.0 } else { f64::from(n_shared) / n_all as f64 }
    }

    /// Whether the two say the same in (nearly) the same words. The same words in another order
    /// say something else: “trust leads to openness”, “openness leads to trust”.
    #[must_use]
    pub fn is_like(&self, other: &Self, least_overlap: f64) -> bool {
        // Counting is the dear part; where the lengths are far apart it cannot matter.
        let (least, most) = (self.set.len().min(other.set.len()), self.set.len().max(other.set.len()));
        (least as f64) >= least_overlap * most as f64
            && self.overlap(other) >= least_overlap
            && (self.set != other.set || self.order == other.order)
    }
}

/// Whether a word carries content: not an article, a pronoun, or the like. English.
#[must_use]
pub fn is_content(word: &str) -> bool {
    const LINKING: &[&str] = &[
        "about", "after", "also", "another", "been", "before", "best", "both", "could", "does", "each",
        "every", "from", "have", "here", "into", "just", "like", "more", "most", "much", "only", "other",
        "over", "same", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these",
        "they", "this", "those", "through", "very", "well", "were", "what", "when", "where", "which",
        "while", "whom", "whose", "will", "with", "without", "would", "your",
    ];
    word.chars().count() >= 4 && !LINKING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Said, words};

    #[test]
    fn words_are_compared_without_case_and_marks() {
        assert_eq!(words("“Don’t,” she said: ‘go’!"), ["don’t", "she", "said", "go"]);
        assert!(Said::of("Ask her.").is_like(&Said::of("ask HER"), 1.0));
    }

    #[test]
    fn overlap_is_the_share_of_words_in_both() {
        for (a, b, overlap) in
            [("a b c d", "a b c e", 0.6), ("a", "b", 0.0), ("", "", 0.0), ("a a", "a", 1.0)]
        {
            assert!((Said::of(a).overlap(&Said::of(b)) - overlap).abs() < 1e-9, "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_same_words_in_another_order_say_something_else() {
        assert!(!Said::of("trust leads to openness").is_like(&Said::of("openness leads to trust"), 0.85));
    }
}
