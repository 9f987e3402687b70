//! Phrases: words that are looked for in texts, and the parts of a text they may stand in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// A word of a text in lower case, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Lower case, with `'` for any apostrophe.
    pub text: Cow<'t, str>,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The words of a text in their order. A hyphen parts words.
#[must_use]
pub fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if is_of_word(c) {
            start = start.or(Some(at));
            end = at + c.len_utf8();
        } else if !matches!(c, '\'' | '’') || start.is_none() {
            found.extend(start.take().map(|start| word_at(text, start..end)));
        }
    }
    found.extend(start.map(|start| word_at(text, start..end)));
    found
}

/// Whether it is a letter or a digit. Most characters are ASCII, and asking Unicode takes time.
fn is_of_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

fn word_at(text: &str, range: Range<usize>) -> Word<'_> {
    let written = &text[range.clone()];
    let is_folded = written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let text = if is_folded {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(written.to_lowercase().replace('’', "'"))
    };
    Word { text, range }
}

/// The speech in a text: what stands between curly or straight quotation marks, with the marks.
#[must_use]
pub fn quotations_in(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (Some((start, end)), _) if c == end => {
                found.push(start..at + c.len_utf8());
                open = None;
            }
            (None, '“') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            _ => {}
        }
    }
    found
}

/// The text without its speech.
#[must_use]
pub fn without_quotations(text: &str) -> String {
    let mut rest = String::new();
    let mut end = 0;
    for quotation in quotations_in(text) {
        rest.push_str(&text[end..quotation.start]);
        rest.push('…');
        end = quotation.end;
    }
    rest.push_str(&text[end..]);
    rest
}

/// Where the sentences of a text begin. An ending within speech ends a sentence where the next
/// one begins with a capital.
#[must_use]
pub fn sentence_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut has_ended = false;
    let mut is_apart = false;
    for (at, c) in text.char_indices() {
        match c {
            '.' | '!' | '?' | '…' | '\n' => (has_ended, is_apart) = (true, c == '\n'),
            '”' | '"' | '’' | '\'' | ')' | ']' if !is_apart => {}
            c if c.is_whitespace() => is_apart = true,
            c => {
                // “3.5” and “e.g. this” go on.
                if has_ended && is_apart && !c.is_lowercase() {
                    starts.push(at);
                }
                (has_ended, is_apart) = (false, false);
            }
        }
    }
    starts
}

/// The sentences of a text.
#[must_use]
pub fn sentences_of(text: &str) -> Vec<&str> {
    let starts = sentence_starts(text);
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let sentences = starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim());
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}

/// A word without the endings of its forms, so that “choices” meets “choice”, and “decided”
/// meets “decide”. Rough, for English.
#[must_use]
pub fn root_of(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    let long = |rest: &str, least: usize| rest.chars().count() >= least;
    let root = if let Some(rest) = word.strip_suffix("ies").filter(|rest| long(rest, 3)) {
        return format!("{rest}y");
    } else if let Some(rest) = word.strip_suffix("ing").filter(|rest| long(rest, 4)) {
        rest
    } else if let Some(rest) = word.strip_suffix("ed").filter(|rest| long(rest, 3)) {
        rest
    } else if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        word
    } else {
        word.strip_suffix('s').filter(|rest| long(rest, 3)).unwrap_or(word)
    };
    let root = root.strip_suffix('e').filter(|rest| long(rest, 3)).unwrap_or(root);
    // “planned”, “planning”: “plan”.
    let mut chars = root.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(last), Some(before)) if last == before && root.len() < word.len() && !"ls".contains(last) => {
            root[..root.len() - last.len_utf8()].to_owned()
        }
        _ => root.to_owned(),
    }
}

/// Phrases to look for, all at once. A phrase is one or more words; the last may end in `*`,
/// which stands for any ending. Case does not matter.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    phrases: Vec<Vec<Pattern>>,
    by_first_word: HashMap<String, Vec<usize>>,
    /// Those whose first word has any ending.
    open: Vec<usize>,
    /// Which first letters there are: most words need not be looked up.
    initials: Initials,
}

/// A set of first bytes of words.
#[derive(Clone, Copy, Debug, Default)]
struct Initials([u64; 4]);

impl Initials {
    fn add(&mut self, word: &str) {
        if let Some(byte) = word.bytes().next() {
            self.0[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
    }

    fn has(self, word: &str) -> bool {
        word.bytes().next().is_some_and(|byte| self.0[usize::from(byte / 64)] >> (byte % 64) & 1 == 1)
    }
}

#[derive(Clone, Debug)]
enum Pattern {
    Whole(String),
    Start(String),
}

impl Pattern {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => whole == word || whole == bare(word),
            Self::Start(start) => word.starts_with(start.as_str()),
        }
    }
}

/// A word without the `'s` of a possessor.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

impl Phrases {
    /// The phrases of a list, numbered in its order.
    pub fn new<S: AsRef<str>>(list: impl IntoIterator<Item = S>) -> Self {
        let mut phrases = Self::default();
        for (index, phrase) in list.into_iter().enumerate() {
            let phrase = phrase.as_ref();
            let mut patterns: Vec<_> =
                words_of(phrase).into_iter().map(|word| Pattern::Whole(word.text.into_owned())).collect();
            if phrase.trim_end().ends_with('*')
                && let Some(Pattern::Whole(last)) = patterns.pop()
            {
                patterns.push(Pattern::Start(last));
            }
            match patterns.first() {
                Some(Pattern::Whole(first)) => {
                    phrases.initials.add(first);
                    phrases.by_first_word.entry(first.clone()).or_default().push(index);
                }
                Some(Pattern::Start(first)) => {
                    phrases.initials.add(first);
                    phrases.open.push(index);
                }
                None => {}
            }
            phrases.phrases.push(patterns);
        }
        phrases
    }

    /// Where phrases stand in a text: their numbers and bytes, in the order of the text. The words
    /// of a phrase have nothing but spaces, hyphens and commas between them.
    #[must_use]
    pub fn find_in(&self, text: &str, words: &[Word<'_>]) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| self.initials.has(&word.text)) {
            let of = |word: &str| self.by_first_word.get(word).map(Vec::as_slice).unwrap_or_default();
            let possessed = if word.text.ends_with("'s") { of(bare(&word.text)) } else { &[] };
            for index in of(&word.text).iter().chain(possessed).chain(&self.open) {
                let Some(here) = words[at..].get(..self.phrases[*index].len()) else { continue };
                let fits =
                    self.phrases[*index].iter().zip(here).all(|(pattern, word)| pattern.fits(&word.text));
                let is_joined = here.windows(2).all(|pair| {
                    let between = &text[pair[0].range.end..pair[1].range.start];
                    between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '‑' | ',' | '\u{ad}'))
                });
                if let (true, true, Some(last)) = (fits, is_joined, here.last()) {
                    found.push((*index, word.range.start..last.range.end));
                }
            }
        }
        found
    }

    /// Whether any of them stands in a text.
    #[must_use]
    pub fn any_in(&self, text: &str) -> bool {
        !self.find_in(text, &words_of(text)).is_empty()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}

/// Whether a range lies within one of others.
#[must_use]
pub fn is_within(range: &Range<usize>, others: &[Range<usize>]) -> bool {
    others.iter().any(|other| other.start <= range.start && range.end <= other.end)
}

#[cfg(test)]
mod tests {
    use super::{Phrases, quotations_in, root_of, sentences_of, without_quotations, words_of};

    #[test]
    fn phrases_are_found_as_whole_words_in_any_case_and_number_of_spaces() {
        for (phrase, text, found) in [
            ("client", "The Client’s wish, a client. Clients", &["Client’s", "client"][..]),
            ("client", "clientele", &[]),
            ("client*", "clientele of Clients", &["clientele", "Clients"]),
            ("a peer", "Ask a  peer. A\npeer-run a; peer", &["a  peer", "A\npeer"]),
            ("real exam", "a real-exam. Real? Exam", &["real-exam"]),
            ("self-harm*", "self-harm and Self harming", &["self-harm", "Self harming"]),
            ("don't", "I don’t, you don't", &["don’t", "don't"]),
            ("", "a", &[]),
        ] {
            let phrases = Phrases::new([phrase]);
            let ranges = phrases.find_in(text, &words_of(text));
            let texts: Vec<_> = ranges.into_iter().map(|(_, range)| &text[range]).collect();
            assert_eq!(texts, found, "{phrase:?} in {text:?}");
        }
    }

    #[test]
    fn speech_is_what_stands_between_quotation_marks() {
        assert_eq!(without_quotations("He asks, “Why not?” and \"No\" — don’t"), "He asks, … and … — don’t");
        assert!(quotations_in("“open").is_empty());
    }

    #[test]
    fn sentences_end_at_marks_and_not_within_numbers_and_short_forms() {
        for (text, sentences) in [
            ("One. Two? Three", &["One.", "Two?", "Three"][..]),
            (
                "He said, “Go. Now.” Then 3.5 came, e.g. this.",
                &["He said, “Go.", "Now.”", "Then 3.5 came, e.g. this."],
            ),
            ("", &[]),
            ("One\n\nTwo", &["One", "Two"]),
        ] {
            assert_eq!(sentences_of(text), sentences, "{text:?}");
        }
    }

    #[test]
    fn forms_of_a_word_have_one_root() {
        for forms in [
            &["choice", "choices", "choice's"][..],
            &["decide", "decides", "decided", "deciding"],
            &["plan", "plans", "planned", "planning"],
            &["agency", "agencies"],
            &["tell", "tells", "telling"],
            &["discuss", "discussed"],
        ] {
            for form in forms {
                assert_eq!(root_of(form), root_of(forms[0]), "{form}");
            }
        }
        assert_ne!(root_of("trust"), root_of("truth"));
    }
}
