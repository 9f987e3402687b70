//! V8: the reading level, after Flesch and Kincaid.
//!
//! Kincaid, Fishburne, Rogers and Chissom (1975), “Derivation of New Readability Formulas for Navy
//! Enlisted Personnel”. It knows nothing but the lengths of sentences and words, and counts the
//! latter roughly here: it finds long-winded texts and does not prove that others are clear.

use crate::author::lint::cueing::heaviest;
use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::{Phrases, is_within, sentences_of, words_of};
use crate::author::lint::plain::{Plain, choosable_texts, text_of};
use crate::author::lint::settings::{Settings, Threshold};
use crate::author::lint::statistics::median;
use crate::quiz::question::option::QuestionOption;

const MOST: Threshold = Threshold::new("V8", "most", 10.0, 30.0);
const MOST_MEDIAN: Threshold = Threshold::new("V8", "most_median", 8.0, 30.0);
const MOST_RATIONALES: Threshold = Threshold::new("V8", "most_median_of_rationales", 9.0, 30.0);

/// What `lint.toml` may change of this rule.
pub(super) const THRESHOLDS: &[Threshold] = &[MOST, MOST_MEDIAN, MOST_RATIONALES];

/// A text with fewer words has no level.
const LEAST_WORDS: usize = 10;
/// Fewer questions have no median that says anything.
const LEAST_QUESTIONS: usize = 8;

/// Looks at every question. English only.
pub(super) fn lint(questions: &[Plain<'_>], settings: &Settings, findings: &mut Findings<'_>) {
    let exempt = &settings.reading.exempt;
    let (mut of_questions, mut of_rationales) = (Vec::new(), Vec::new());
    for question in questions {
        if let Some(grade) = grade_of_question(question, exempt) {
            of_questions.push((question.id(), grade));
            let most = settings.get(MOST);
            if grade > most {
                let message =
                    format!("the stem and what there is to choose read at grade {grade:.1}, over {most}");
                let remedy = "write shorter sentences and plainer words, or list terms that are explained in \
                              `[reading]` of lint.toml";
                findings.warning("V8", format!("{}.stem", question.path), message, remedy);
            }
        }
        if let Some(grade) = grade_of_rationales(question, exempt) {
            of_rationales.push((question.id(), grade));
        }
    }
    for (grades, what, most) in [
        (of_questions, "stems with what there is to choose", settings.get(MOST_MEDIAN)),
        (of_rationales, "rationales", settings.get(MOST_RATIONALES)),
    ] {
        let numbers: Vec<_> = grades.iter().map(|(_, grade)| *grade).collect();
        if let Some(middle) =
            median(&numbers).filter(|middle| *middle > most && numbers.len() >= LEAST_QUESTIONS)
        {
            let message =
                format!("{what} read at grade {middle:.1} in the median, over {most}; {}", heaviest(grades));
            findings.warning(
                "V8",
                "",
                message,
                "write shorter sentences and plainer words, first in these questions",
            );
        }
    }
}

/// The grade of the stem with what there is to choose.
#[must_use]
pub fn grade_of_question(question: &Plain<'_>, exempt: &Phrases) -> Option<f64> {
    let options = choosable_texts(question).map(|(_, text)| text);
    grade_of(&std::iter::once(question.stem.clone()).chain(options).collect::<Vec<_>>(), exempt)
}

/// The grade of all rationales of a question.
#[must_use]
pub fn grade_of_rationales(question: &Plain<'_>, exempt: &Phrases) -> Option<f64> {
    let own = text_of(question.question.rationale.as_ref());
    let rationales = question.question.kind.explained().iter().map(rationale_of).chain([own]);
    grade_of(&rationales.collect::<Vec<_>>(), exempt)
}

fn rationale_of(option: &QuestionOption) -> String {
    text_of(option.rationale.as_ref())
}

/// The grade of school at which texts can be read, each text ending its last sentence; nothing of
/// few words. Exempt words are left out.
#[must_use]
pub fn grade_of(texts: &[String], exempt: &Phrases) -> Option<f64> {
    let (mut n_words, mut n_sentences, mut n_syllables) = (0, 0, 0);
    for sentence in texts.iter().flat_map(|text| sentences_of(text)) {
        let words = words_of(sentence);
        let exempt: Vec<_> = exempt.find_in(sentence, &words).into_iter().map(|(_, range)| range).collect();
        let counted: Vec<_> = words.iter().filter(|word| !is_within(&word.range, &exempt)).collect();
        n_words += counted.len();
        n_sentences += usize::from(!counted.is_empty());
        n_syllables += counted.iter().map(|word| syllables_of(&word.text)).sum::<usize>();
    }
    (n_words >= LEAST_WORDS).then(|| {
        let words = n_words as f64;
        0.39 * words / n_sentences as f64 + 11.8 * n_syllables as f64 / words - 15.59
    })
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

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// How many syllables an English word has, roughly: groups of vowels, less the silent ones.
fn syllables_of(word: &str) -> usize {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Some((_, n)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
        return *n;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut n = 0;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let joins = before.is_some_and(is_vowel) && !is_apart(&letters, at);
        n += usize::from(is_vowel(*letter) && !joins);
    }
    n.saturating_sub(silent_endings(word)).max(1)
}

/// Whether a vowel after another one begins a syllable: “cre-ate”, “be-ing”, “qui-et”, “peri-od”.
fn is_apart(letters: &[char], at: usize) -> bool {
    let pair = (letters[at - 1], letters[at]);
    let next = letters.get(at + 1);
    let before = at.checked_sub(2).map(|at| letters[at]);
    match pair {
        ('e' | 'y' | 'u' | 'o' | 'a' | 'i', 'i') if letters[at..].starts_with(&['i', 'n', 'g']) => at > 1,
        ('e', 'a') if next.is_none() => letters[..at - 1].iter().any(|letter| is_vowel(*letter)),
        ('e', 'a') => {
            letters[..at].ends_with(&['c', 'r', 'e'])
                && matches!(letters[at..], ['a', 't', 'e' | 'i' | 'o', ..])
        }
        ('e', 'o') => next == Some(&'n') || next.is_none(),
        ('i', 'a') if letters[at..].starts_with(&['a', 'l', 'i', 't', 'y']) => true,
        ('i', 'a') => !matches!(before, Some('c' | 't')),
        ('i', 'e') => {
            // “friend”, “patient”, “ancient”, but “experience”, “client”.
            let is_first = || !letters[..at - 1].iter().any(|letter| is_vowel(*letter));
            let is_one = match before {
                Some('t' | 'c') => true,
                Some('r') => is_first(),
                _ => false,
            };
            next == Some(&'t') || next == Some(&'n') && !is_one
        }
        ('i', 'o') => !matches!(before, Some('t' | 's' | 'c' | 'g' | 'x')),
        ('u', 'a') => !matches!(before, Some('q' | 'g')),
        ('i' | 'u', 'u') => true,
        _ => false,
    }
}

/// How many groups of vowels at the end are not spoken: “hope”, “hopes”, “hoped”, but “table”,
/// “wanted”, “choices”.
fn silent_endings(word: &str) -> usize {
    let ends_spoken = |stem: &str, letters: &[char]| stem.ends_with(letters);
    let is_consonant = |c: char| c.is_alphabetic() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let after_consonant = |stem: &str| stem.ends_with(is_consonant);
    let is_silent = if let Some(stem) = word.strip_suffix("ed") {
        after_consonant(stem) && !ends_spoken(stem, &['t', 'd'])
    } else if let Some(stem) = word.strip_suffix("es") {
        after_consonant(stem)
            && !ends_spoken(stem, &['s', 'x', 'z', 'c', 'g'])
            && !stem.ends_with("sh")
            && !stem.ends_with("ch")
    } else if let Some(stem) = word.strip_suffix('e') {
        let is_le = stem.ends_with('l') && stem[..stem.len() - 1].ends_with(is_consonant);
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
    use super::{grade_of, syllables_of};
    use crate::author::lint::phrase::Phrases;

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
        let text = "The tired doctor sat on the sofa. Nobody came at noon.".to_owned();
        let grade = grade_of(&[text], &Phrases::default()).unwrap();
        assert!((grade - (0.39 * 11.0 / 2.0 + 11.8 * 15.0 / 11.0 - 15.59)).abs() < 1e-9, "{grade}");
    }

    #[test]
    fn exempt_words_and_few_words_do_not_count() {
        let text = "Confidentiality keeps what we say to each one here as safe as it was.".to_owned();
        let exempt = Phrases::new(["confidentiality"]);
        let grades = [Phrases::default(), exempt]
            .map(|exempt| grade_of(std::slice::from_ref(&text), &exempt).unwrap());
        assert!(grades[1] < grades[0] - 3.0, "{grades:?}");
        assert_eq!(grade_of(&["Two words".to_owned()], &Phrases::default()), None);
    }
}
