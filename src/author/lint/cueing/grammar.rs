//! Q9: grammar that sets one option apart.

use crate::author::lint::findings::Findings;
use crate::author::lint::phrase::words_of;
use crate::author::lint::plain::{Choice, Plain};
use crate::quiz::bank::problem::Level;

/// The most words of an option that is a mere noun with what belongs to it.
const NOUN_WORDS: usize = 3;

/// A form that the options of a question share.
struct Form {
    /// What is said of an option that has it.
    yes: &'static str,
    /// What is said of one that does not.
    no: &'static str,
    /// Whether an option has it, if it can be told.
    test: Test,
    /// Whether it is a matter of English grammar.
    is_english: bool,
}

type Test = fn(&str) -> Option<bool>;

const FORMS: &[Form] = &[
    Form { yes: "ends with a stop", no: "ends without one", test: has_end_mark, is_english: false },
    Form {
        yes: "begins with a capital letter",
        no: "begins with a small letter",
        test: begins_with_capital,
        is_english: false,
    },
    Form {
        yes: "begins with an -ing form",
        no: "begins with another form",
        test: begins_with_gerund,
        is_english: true,
    },
    Form {
        yes: "begins with “to”", no: "begins without “to”", test: begins_with_to, is_english: true
    },
    Form { yes: "is in the plural", no: "is in the singular", test: is_plural, is_english: true },
];

/// Looks at every question with options; `is_english` where its grammar is known.
pub(super) fn lint(questions: &[Plain<'_>], is_english: bool, findings: &mut Findings<'_>) {
    for question in questions.iter().filter(|question| question.options.len() > 2) {
        if let Some((article, stem_remedy)) = article_before_options(question).filter(|_| is_english) {
            let message = format!("the stem ends in “{article}”, which fits some options only");
            let path = format!("{}.stem", question.path);
            findings.point(Level::Warning, "Q9", path, &article, message, stem_remedy);
        }
        for form in FORMS.iter().filter(|form| is_english || !form.is_english) {
            if let Some((option, found)) = odd_one(&question.options, form.test) {
                let (odd, others) = if found { (form.yes, form.no) } else { (form.no, form.yes) };
                let role = if option.is_key { "the key" } else { "this distractor" };
                let message = format!("{role} {odd}, each of the other options {others}");
                let remedy = "give all options of a question the same form";
                findings.warning("Q9", format!("{}.text", option.path), message, remedy);
            }
        }
    }
}

/// The one option that differs from all others, and how. Where a test says nothing of an option,
/// it says nothing of the question.
fn odd_one(options: &[Choice], test: Test) -> Option<(&Choice, bool)> {
    let results: Option<Vec<_>> = options.iter().map(|option| Some((option, test(&option.text)?))).collect();
    let results = results?;
    [true, false].into_iter().find_map(|side| {
        let mut on_side = results.iter().filter(|(_, result)| *result == side);
        let (only, more) = (on_side.next(), on_side.next());
        only.filter(|_| more.is_none()).map(|(option, _)| (*option, side))
    })
}

/// “… is an ____.”, “… is a” where options begin with vowels and with consonants.
fn article_before_options(question: &Plain<'_>) -> Option<(String, &'static str)> {
    let bare = question.stem.trim_end_matches(['_', '.', ':', '…', ' ']);
    let is_left_open =
        bare.len() < question.stem.trim_end_matches(' ').len() || !question.stem.ends_with('?');
    let last = words_of(bare).pop().filter(|word| word.range.end == bare.len())?;
    let begins_with_vowel =
        |option: &Choice| option.text.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']);
    let n_vowels = question.options.iter().filter(|option| begins_with_vowel(option)).count();
    let is_telling = n_vowels > 0 && n_vowels < question.options.len();
    let is_article = matches!(last.text.as_ref(), "a" | "an");
    (is_left_open && is_article && is_telling)
        .then(|| (bare[last.range].to_owned(), "move the article into the options, or write “a(n)”"))
}

fn has_end_mark(text: &str) -> Option<bool> {
    Some(
        text.trim_end()
            .trim_end_matches(['”', '"', '’', '\'', ')', '»'])
            .ends_with(['.', '!', '?', '…', '。']),
    )
}

/// Nothing is known of what begins with a number or a mark, or with what may be a name.
fn begins_with_capital(text: &str) -> Option<bool> {
    let first = text.trim_start_matches(['“', '"', '‘', '(', '«', '„']).chars().next()?;
    let is_short_form =
        text.chars().take_while(|c| c.is_alphanumeric()).filter(|c| c.is_uppercase()).count() > 1;
    (first.is_alphabetic() && !is_short_form && (first.is_uppercase() || first.is_lowercase()))
        .then(|| first.is_uppercase())
}

/// Not of whole sentences, which may begin as they like, nor of what may be a noun or a name with
/// its explanation after a colon.
fn begins_with_gerund(text: &str) -> Option<bool> {
    const UNCERTAIN: &[&str] = &[
        "anything",
        "being",
        "bring",
        "during",
        "evening",
        "everything",
        "king",
        "meeting",
        "morning",
        "nothing",
        "ring",
        "sing",
        "something",
        "spring",
        "string",
        "swing",
        "thing",
        "training",
        "wing",
    ];
    let first = words_of(text).into_iter().next()?.text;
    (has_end_mark(text) != Some(true) && !text.contains(':') && !UNCERTAIN.contains(&first.as_ref()))
        .then(|| first.len() > 4 && first.ends_with("ing"))
}

fn begins_with_to(text: &str) -> Option<bool> {
    Some(words_of(text).first()?.text == "to")
}

/// Only of nouns alone or with an adjective: “trust”, “clear boundaries”.
fn is_plural(text: &str) -> Option<bool> {
    let words = words_of(text);
    let last = words.last().filter(|_| words.len() <= NOUN_WORDS)?;
    let no_plural = ["ss", "us", "is", "ics", "'s", "ous"];
    if words.iter().any(|word| matches!(word.text.as_ref(), "and" | "or" | "of" | "to" | "the" | "it" | "is"))
    {
        return None;
    }
    Some(
        last.text.len() > 3
            && last.text.ends_with('s')
            && !no_plural.iter().any(|end| last.text.ends_with(end)),
    )
}

#[cfg(test)]
mod tests {
    use super::{Test, begins_with_capital, begins_with_gerund, has_end_mark, is_plural, odd_one};
    use crate::author::lint::plain::Choice;

    fn options(texts: &[&str]) -> Vec<Choice> {
        let option = |text: &&str| Choice { text: (*text).to_owned(), is_key: false, path: String::new() };
        texts.iter().map(option).collect()
    }

    #[test]
    fn the_one_that_differs_is_found_and_no_pair() {
        for (test, texts, odd) in [
            (has_end_mark as Test, &["Yes.", "No.", "Why"][..], Some("Why")),
            (has_end_mark, &["Yes.", "No", "Why"], Some("Yes.")),
            (has_end_mark, &["Ask, “Why?”", "Go."], None),
            (begins_with_capital, &["Ask", "Go", "stay"], Some("stay")),
            (begins_with_capital, &["Ask", "Go", "DCF forms", "stay"], None),
            (begins_with_gerund, &["Asking", "Going", "Stay"], Some("Stay")),
            (begins_with_gerund, &["Asking", "Go", "Stay", "Telling"], None),
            (is_plural, &["trust", "clear boundaries", "respect"], Some("clear boundaries")),
            (is_plural, &["trust", "a list of boundaries", "respect"], None),
        ] {
            let options = options(texts);
            assert_eq!(odd_one(&options, test).map(|(option, _)| option.text.as_ref()), odd, "{texts:?}");
        }
    }
}
