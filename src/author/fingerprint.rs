//! Fingerprints: hashes of runs of words, by which a copied text is known without being shipped.
//!
//! A run is six words of a text, made alike (lower case, `'` for any apostrophe, without other
//! marks; a hyphen parts words) and joined by one space. Its hash is FNV-1a with 64 bits, which
//! is short, never changes, and can be worked out in any language. Source of the method:
//! shingles, Broder (1997), doi 10.1109/SEQUEN.1997.666900; of the hash: Fowler, Noll and Vo,
//! <http://www.isthe.com/chongo/tech/comp/fnv/>.

use super::lint::phrase::{Word, words_of};
use std::fmt::Write;

/// How many words a run has.
pub const RUN: usize = 6;

/// The hashes of the runs of a text, in the order of its words: the first is of the words 1 to 6.
#[must_use]
pub fn hashes_of(words: &[Word<'_>]) -> Vec<u64> {
    let hash = |run: &[Word<'_>]| {
        let mut bytes = run.iter().enumerate().flat_map(|(index, word)| {
            let space: &[u8] = if index > 0 { b" " } else { b"" };
            space.iter().chain(word.text.as_bytes()).copied()
        });
        fnv_1a(&mut bytes)
    };
    words.windows(RUN).map(hash).collect()
}

pub(super) fn fnv_1a(bytes: &mut dyn Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The file of the fingerprints of texts: some lines on what it is, then the hashes in order,
/// each as 16 hexadecimal digits on a line.
#[must_use]
pub fn file_of(texts: &[String]) -> String {
    let mut hashes: Vec<_> = texts.iter().flat_map(|text| hashes_of(&words_of(text))).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let mut file = format!(
        "# Fingerprints for `[originality]` in lint.toml, by which copied words are found without the text.\n\
         # Made by `selfcheck fingerprint`: FNV-1a hashes (64 bits) of every run of {RUN} words.\n\
         # Texts: {}; runs: {}.\n",
        texts.len(),
        hashes.len()
    );
    for hash in hashes {
        // Writing to a `String` cannot fail.
        let _ = writeln!(file, "{hash:016x}");
    }
    file
}

/// The hashes in such a file.
///
/// # Errors
/// The number of the first line that is neither a hash nor a comment.
pub fn read(file: &str) -> Result<Vec<u64>, usize> {
    let lines = file.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    let hashes = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    hashes.map(|(number, line)| u64::from_str_radix(line, 16).map_err(|_| number)).collect()
}

#[cfg(test)]
mod tests {
    use super::{file_of, fnv_1a, hashes_of, read, words_of};

    /// Test values of the authors of the hash.
    #[test]
    fn the_hash_is_fnv_1a() {
        for (text, hash) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fnv_1a(&mut text.bytes()), hash, "{text:?}");
        }
    }

    #[test]
    fn a_run_is_known_whatever_its_case_and_marks() {
        let hashes = |text: &str| hashes_of(&words_of(text));
        assert_eq!(hashes("One’s own two, three – FOUR five!"), hashes("one's own two three four five"));
        assert_eq!((hashes("a b c d e").len(), hashes("a b c d e f g").len()), (0, 2));
    }

    #[test]
    fn a_file_reads_back_sorted_and_a_wrong_line_is_named() {
        let text = "a b c d e f g".to_owned();
        let mut hashes = hashes_of(&words_of(&text));
        hashes.sort_unstable();
        assert_eq!(read(&file_of(&[text.clone(), text])), Ok(hashes));
        assert_eq!(read("# a\n\n00ff\nxyz\n"), Err(4));
    }
}
