//! Glossary: the terms of a bank that stand in what a learner reads.

use super::bank::{Bank, Term};
use super::markup::Markup;
use super::question::{Kind, Question};
use super::session::Shown;

impl Term {
    /// The word and its other forms.
    fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.word).chain(&self.forms).map(String::as_str)
    }

    /// Whether it stands in a text in any of its forms, as words of their own. The case of ASCII letters
    /// makes no difference.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        self.forms().any(|form| has_word(text, form))
    }
}

impl Bank {
    /// The terms that stand in a text, in the order of the file.
    pub fn terms_in(&self, text: &str) -> impl Iterator<Item = &Term> {
        self.terms().iter().filter(move |term| term.stands_in(text))
    }
}

/// The terms to explain while a question is asked: those that stand in its scenario, stem, hint and
/// options and that the author has [always](Term::is_always) explained.
#[must_use]
pub fn of_question<'b>(bank: &'b Bank, shown: &Shown<'_>) -> Vec<&'b Term> {
    let text = asked(shown);
    // Rendered at every key press, so the few that may be told are picked before the text is searched.
    bank.terms().iter().filter(|term| term.is_always && term.stands_in(&text)).collect()
}

/// The further terms that stand in it once it is explained.
#[must_use]
pub fn of_explanation<'b>(bank: &'b Bank, shown: &Shown<'_>) -> Vec<&'b Term> {
    let known = of_question(bank, shown);
    let text = asked(shown) + &explained(shown.question);
    bank.terms_in(&text).filter(|term| !known.contains(term)).collect()
}

/// What the learner reads before the answer is checked. Answers that are to be typed are not in it.
fn asked(shown: &Shown<'_>) -> String {
    let Question { stem, hint, kind, .. } = shown.question;
    let mut texts: Vec<_> = shown.scenario.map(|scenario| &scenario.text).into_iter().collect();
    texts.push(stem);
    texts.extend(hint);
    if let Kind::Cloze(cloze) = kind {
        texts.push(cloze.passage());
        cloze.gaps().iter().for_each(|gap| seen(&gap.kind, &mut texts));
    }
    seen(kind, &mut texts);
    texts.into_iter().map(|text| text.to_text() + "\n").collect()
}

/// Adds what learners choose, order or match, and not what they type.
fn seen<'q>(kind: &'q Kind, texts: &mut Vec<&'q Markup>) {
    if !kind.is_typed() {
        texts.extend(kind.lists().into_iter().flat_map(|(_, options)| options).map(|option| &option.text));
    }
}

/// What is added after that.
fn explained(question: &Question) -> String {
    let mut texts: Vec<_> = question.rationale.iter().collect();
    if let Kind::TrueFalse(kind) = &question.kind {
        texts.extend(kind.correction());
    }
    if let Kind::Reflection(kind) = &question.kind {
        texts.push(kind.model());
    }
    let gaps = question.kind.gaps().iter().map(|gap| &gap.kind);
    for kind in [&question.kind].into_iter().chain(gaps) {
        for option in kind.explained() {
            texts.push(&option.text);
            texts.extend(&option.rationale);
        }
    }
    texts.into_iter().map(|text| text.to_text() + "\n").collect()
}

/// Whether a word stands in a text with no letter or digit beside it.
///
/// Over bytes: a search of `str` and the tables of Unicode's letters would cost every browser some
/// kilobytes. Signs beyond U+2000, such as quotation marks, end a word; other letters do not.
fn has_word(text: &str, word: &str) -> bool {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || ('\u{c0}'..'\u{2000}').contains(&c);
    let is_word_at = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
    };
    let mut windows = text.as_bytes().windows(word.len().max(1)).enumerate();
    windows.any(|(at, window)| window.eq_ignore_ascii_case(word.as_bytes()) && is_word_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Action;
    use crate::quiz::session::Session;
    use crate::quiz::session::report::Millis;
    use crate::quiz::session::settings::Settings;
    use crate::quiz::shuffle::Seed;
    use std::rc::Rc;

    #[test]
    fn a_term_stands_in_a_text_as_words_of_their_own() {
        for (text, word, is_there) in [
            ("Consent comes first.", "consent", true),
            ("“Consent”", "consent", true),
            ("informed CONSENT", "Informed consent", true),
            ("consents", "consent", false),
            ("nonconsent", "consent", false),
            ("consent2", "consent", false),
            ("nonconsent, but consent", "consent", true),
            ("peer-run", "peer", true),
            ("fréquent", "quent", false),
            ("cafés", "café", false),
            ("un café.", "Café", true),
            ("мир", "ми", false),
            ("同意书", "同意", true),
            ("", "consent", false),
            ("a", "", false),
            ("", "", false),
        ] {
            assert_eq!(has_word(text, word), is_there, "{word} in {text}");
        }
    }

    /// The terms before and after a question with these fields is checked. `milk` is always explained.
    fn terms(question: &str) -> [String; 2] {
        let terms = ["tea", "cup", "pot", "milk", "leaf"].map(|word| {
            let form = if word == "leaf" { "leaves" } else { word };
            format!(r#"{{"word":"{word}","forms":["{form}"],"always":{},"text":"T"}}"#, word == "milk")
        });
        let json = format!(
            r#"{{"format":1,"id":"b","title":"B","topics":[{{"id":"t","title":"T"}}],"terms":[{}],
                "scenarios":[{{"id":"s","text":"A pot of it."}}],
                "questions":[{{"id":"q","topic":"t",{question}}}]}}"#,
            terms.join(",")
        );
        let bank = Rc::new(Bank::read(&json).unwrap());
        let mut session = Session::new(bank.clone(), Settings::default(), Seed(1));
        session.update(Action::Start, Millis(0));
        let shown = session.shown().unwrap();
        [of_question(&bank, &shown), of_explanation(&bank, &shown)]
            .map(|terms| terms.iter().map(|term| term.word.as_str()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn terms_are_explained_where_they_are_read_and_most_of_them_after_the_answer() {
        let options =
            r#""options":[{"text":"Some milk","correct":true,"rationale":"Leaves!"},{"text":"No"}]"#;
        let single = |fields: &str| terms(&format!(r#""kind":"single-choice",{fields},{options}"#));
        assert_eq!(single(r#""stem":"Tea?""#), ["milk", "tea leaf"]);
        assert_eq!(single(r#""stem":"Tea?","scenario":"s""#), ["milk", "tea pot leaf"]);
        assert_eq!(single(r#""stem":"?","hint":"Leaves","rationale":"a cup""#), ["milk", "cup leaf"]);
    }

    #[test]
    fn an_answer_to_type_is_not_told_before() {
        let answers = r#""answers":[{"text":"leaves","correct":true},{"text":"milk"}]"#;
        assert_eq!(
            terms(&format!(r#""kind":"fill-in","stem":"A cup of ____.",{answers}"#)),
            ["", "cup milk leaf"]
        );
    }
}
