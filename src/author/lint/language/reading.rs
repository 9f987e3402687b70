//! V8: the reading level, after Flesch and Kincaid.
//!
//! Kincaid, Fishburne, Rogers and Chissom (1975), “Derivation of New Readability Formulas for Navy
//! Enlisted Personnel”. It knows nothing but the lengths of sentences and words, and counts the
//! latter roughly here: it finds long-winded texts and does not prove that others are clear.

use crate::author::lint::cueing::heaviest;
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Phrases, Word, is_within, sentence_starts};
use crate::author::lint::plain::Plain;
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::median;

const MOST: Threshold = Threshold::new("V8", "most", 10.0, 30.0);
const MOST_MEDIAN: Threshold = Threshold::new("V8", "most_median", 8.0, 30.0);
const MOST_RATIONALES: Threshold = Threshold::new("V8", "most_median_of_rationales", 9.0, 30.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[MOST, MOST_MEDIAN, MOST_RATIONALES];

/// A text with fewer words has no level.
const LEAST_WORDS: usize = 10;
/// Fewer questions have no median that says anything.
const LEAST_QUESTIONS: usize = 8;

/// The grades of questions and of their rationales, each with the id of its question.
#[derive(Debug, Default)]
pub(super) struct Grades<'q> {
    of_questions: Vec<(&'q str, f64)>,
    of_rationales: Vec<(&'q str, f64)>,
}

/// What is counted of the texts of one question.
#[derive(Debug, Default)]
pub struct QuestionTally {
    /// The stem with what there is to choose.
    pub question: Tally,
    /// Every rationale.
    pub rationales: Tally,
}

impl QuestionTally {
    /// Counts one text: what is asked and what there is to choose, or a rationale. Answers that are
    /// to be typed are not seen beforehand; hints are seen by few.
    pub fn add(&mut self, path: &str, text: &str, words: &[Word<'_>], exempt: &Phrases) {
        if path.ends_with(".rationale") {
            self.rationales.add(text, words, exempt);
        } else if path.ends_with(".stem")
            || path.ends_with(".passage")
            || (path.ends_with("].text") && !path.contains(".answers["))
        {
            self.question.add(text, words, exempt);
        }
    }
}

impl<'q> Grades<'q> {
    /// Looks at the counts of one question.
    pub(super) fn add(
        &mut self,
        question: &'q Plain<'_>,
        tally: &QuestionTally,
        settings: &Settings,
        findings: &mut Findings<'_>,
    ) {
        self.of_rationales.extend(tally.rationales.grade().map(|grade| (question.id(), grade)));
        let Some(grade) = tally.question.grade() else { return };
        self.of_questions.push((question.id(), grade));
        let most = settings.get(MOST);
        if grade > most {
            let message =
                format!("the stem and what there is to choose read at grade {grade:.1}, over {most}");
            let remedy = "write shorter sentences and plainer words, or list terms that are explained in `[reading]` \
                          of lint.toml";
            findings.warning("V8", format!("{}.stem", question.path), message, remedy);
        }
    }

    /// Looks at the grades of the whole bank.
    pub(super) fn finish(self, settings: &Settings, findings: &mut Findings<'_>) {
        for (grades, what, most) in [
            (self.of_questions, "stems with what there is to choose", settings.get(MOST_MEDIAN)),
            (self.of_rationales, "rationales", settings.get(MOST_RATIONALES)),
        ] {
            let numbers: Vec<_> = grades.iter().map(|(_, grade)| *grade).collect();
            let middle = median(&numbers).filter(|_| numbers.len() >= LEAST_QUESTIONS);
            if let Some(middle) = middle.filter(|middle| *middle > most) {
                let message = format!(
                    "{what} read at grade {middle:.1} in the median, over {most}; {}",
                    heaviest(grades)
                );
                let remedy = "write shorter sentences and plainer words, first in these questions";
                findings.warning("V8", "", message, remedy);
            }
        }
    }
}

/// What the reading level is worked out from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    n_words: usize,
    n_sentences: usize,
    n_syllables: usize,
}

impl Tally {
    /// Counts a text, whose end is the end of its last sentence, without exempt words.
    pub fn add(&mut self, text: &str, words: &[Word<'_>], exempt: &Phrases) {
        let exempt: Vec<_> = exempt.find_in(text, words).into_iter().map(|(_, range)| range).collect();
        let starts = sentence_starts(text);
        let mut last_sentence = 0;
        for word in words.iter().filter(|word| !is_within(&word.range, &exempt)) {
            self.n_words += 1;
            self.n_syllables += syllables_of(&word.text);
            let sentence = starts.partition_point(|start| *start <= word.range.start);
            self.n_sentences += usize::from(sentence != last_sentence);
            last_sentence = sentence;
        }
    }

    /// The grade of school at which it can be read; nothing of few words.
    #[must_use]
    pub fn grade(&self) -> Option<f64> {
        let (words, sentences) = (self.n_words as f64, self.n_sentences as f64);
        (self.n_words >= LEAST_WORDS)
            .then(|| 0.39 * words / sentences + 11.8 * self.n_syllables as f64 / words - 15.59)
    }
}

/// Frequent words that the rest gets wrong.
const IRREGULAR: &[(&str, usize)] = &[
    ("business", 2),
    ("evening", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("science", 2),
    ("sciences", 3),
];

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// How many syllables an English word has, roughly: groups of vowels, less the silent ones.
fn syllables_of(word: &str) -> usize {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Some((_, n)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
        return *n;
    }
    // Letters beyond ASCII are several bytes, none of which is a vowel here.
    let letters = word.as_bytes();
    let mut n = 0;
    for (at, letter) in letters.iter().enumerate() {
        let joins = at > 0 && is_vowel(letters[at - 1]) && !is_apart(letters, at);
        n += usize::from(is_vowel(*letter) && !joins);
    }
    n.saturating_sub(silent_endings(word)).max(1)
}

/// Whether a vowel after another one begins a syllable: “cre-ate”, “be-ing”, “qui-et”, “peri-od”.
fn is_apart(letters: &[u8], at: usize) -> bool {
    let pair = (letters[at - 1], letters[at]);
    let next = letters.get(at + 1);
    let before = at.checked_sub(2).map(|at| letters[at]);
    match pair {
        (b'e' | b'y' | b'u' | b'o' | b'a' | b'i', b'i') if letters[at..].starts_with(b"ing") => at > 1,
        (b'e', b'a') if next.is_none() => letters[..at - 1].iter().any(|letter| is_vowel(*letter)),
        (b'e', b'a') => {
            letters[..at].ends_with(b"cre") && matches!(letters[at..], [b'a', b't', b'e' | b'i' | b'o', ..])
        }
        (b'e', b'o') => next == Some(&b'n') || next.is_none(),
        (b'i', b'a') if letters[at..].starts_with(b"ality") => true,
        (b'i', b'a') => !matches!(before, Some(b'c' | b't')),
        (b'i', b'e') => {
            // “friend”, “patient”, “ancient”, but “experience”, “client”.
            let is_first = || !letters[..at - 1].iter().any(|letter| is_vowel(*letter));
            let is_one = match before {
                Some(b't' | b'c') => true,
                Some(b'r') => is_first(),
                _ => false,
            };
            next == Some(&b't') || next == Some(&b'n') && !is_one
        }
        (b'i', b'o') => !matches!(before, Some(b't' | b's' | b'c' | b'g' | b'x')),
        (b'u', b'a') => !matches!(before, Some(b'q' | b'g')),
        (b'i' | b'u', b'u') => true,
        _ => false,
    }
}

/// How many groups of vowels at the end are not spoken: “hope”, “hopes”, “hoped”, but “table”,
/// “wanted”, “choices”.
fn silent_endings(word: &str) -> usize {
    let ends_spoken = |stem: &str, letters: &[char]| stem.ends_with(letters);
    let after_consonant = |stem: &str| {
        stem.bytes().next_back().is_some_and(|letter| letter.is_ascii_alphabetic() && !is_vowel(letter))
    };
    let is_silent = if let Some(stem) = word.strip_suffix("ed") {
        after_consonant(stem) && !ends_spoken(stem, &['t', 'd'])
    } else if let Some(stem) = word.strip_suffix("es") {
        after_consonant(stem)
            && !ends_spoken(stem, &['s', 'x', 'z', 'c', 'g'])
            && !stem.ends_with("sh")
            && !stem.ends_with("ch")
    } else if let Some(stem) = word.strip_suffix('e') {
        let is_le = stem.ends_with('l') && after_consonant(&stem[..stem.len() - 1]);
        after_consonant(stem) && !is_le
    } else {
        false
    };
    // “something”, “someone”, “sometimes”, “homework”; “-ement”, “-eful”, “-ely”.
    let inner = ["some", "home", "there", "where"]
        .iter()
        .filter(|start| word.starts_with(**start) && word.len() > start.len() + 2)
        .count();
    let tails = ["ement", "ements", "eful", "ely", "eless", "eness"];
    let tail = tails
        .iter()
        .any(|tail| word.strip_suffix(tail).is_some_and(|stem| stem.len() > 2 && after_consonant(stem)));
    usize::from(is_silent) + inner + usize::from(tail)
}

#[cfg(test)]
mod tests {
    use super::{Phrases, Tally, syllables_of};
    use crate::author::lint::phrase::words_of;

    fn grade_of(text: &str, exempt: &Phrases) -> Option<f64> {
        let mut tally = Tally::default();
        tally.add(text, &words_of(text), exempt);
        tally.grade()
    }

    #[test]
    fn syllables_are_those_one_speaks() {
        let words = [
            "the 1",
            "asked 1",
            "wanted 2",
            "decided 3",
            "changed 1",
            "changes 2",
            "choices 2",
            "hopes 1",
            "table 2",
            "people 2",
            "created 3",
            "being 2",
            "doing 2",
            "quiet 2",
            "science 2",
            "friend 1",
            "idea 3",
            "area 3",
            "something 2",
            "someone 2",
            "sometimes 2",
            "agency 3",
            "decision 3",
            "question 2",
            "special 2",
            "period 3",
            "confidentiality 7",
            "accountability 6",
            "determination 5",
            "integrity 4",
            "respect 2",
            "supported 3",
            "business 2",
            "every 2",
            "video 3",
            "real 1",
            "trusted 2",
            "hours 1",
            "privacy 3",
            "records 2",
            "statement 2",
            "careful 2",
            "safely 2",
            "usual 3",
            "social 2",
            "teacher 2",
            "experience 4",
            "audience 3",
            "patient 2",
            "there's 1",
            "therefore 2",
            "peers 1",
            "worried 2",
            "carry 2",
            "carries 2",
            "a 1",
            "reason 2",
            "reacts 2",
        ];
        let mut wrong = Vec::new();
        for entry in words {
            let (word, n) = entry.split_once(' ').unwrap();
            if syllables_of(word) != n.parse::<usize>().unwrap() {
                wrong.push(format!("{entry}: {}", syllables_of(word)));
            }
        }
        // Rough it may be, but not by much: one word in ten, and none of them by two.
        assert!(wrong.len() * 10 <= words.len(), "{wrong:#?}");
    }

    /// 5.5 words a sentence, and one and a half syllables in a word, counted by hand.
    #[test]
    fn the_grade_is_that_of_the_formula() {
        let text = "The tired doctor sat on the sofa. Nobody came at noon.";
        let grade = grade_of(text, &Phrases::default()).unwrap();
        assert!((grade - (0.39 * 11.0 / 2.0 + 11.8 * 15.0 / 11.0 - 15.59)).abs() < 1e-9, "{grade}");
    }

    #[test]
    fn exempt_words_and_few_words_do_not_count() {
        let text = "Confidentiality keeps what we say to each one here as safe as it was.";
        let exempt = Phrases::new(["confidentiality"]);
        let grades = [Phrases::default(), exempt].map(|exempt| grade_of(text, &exempt).unwrap());
        assert!(grades[1] < grades[0] - 3.0, "{grades:?}");
        assert_eq!(grade_of("Two words", &Phrases::default()), None);
    }
}
