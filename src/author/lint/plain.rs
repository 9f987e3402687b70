//! A bank as a reader sees it: the plain texts of its questions, made once for all rules.

use super::structure::{kinds_of, options_of, options_of_kind, path_of};
use crate::quiz::bank::Bank;
use crate::quiz::id::Id;
use crate::quiz::markup::Markup;
use crate::quiz::question::cloze::pieces;
use crate::quiz::question::fill_in::BLANK;
use crate::quiz::question::{Kind, Question};

/// A question with its plain texts.
#[derive(Debug)]
pub struct Plain<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its path in the bank.
    pub path: String,
    /// What it asks.
    pub stem: String,
    /// What there is to choose from, in the author’s order: its options, or the reasons of a
    /// true-false question; nothing in other kinds.
    pub options: Vec<Choice>,
}

/// An option with its plain text.
#[derive(Debug)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether it belongs to the key.
    pub is_key: bool,
    /// Its path in the bank.
    pub path: String,
}

impl Choice {
    /// How long it is, in characters.
    #[must_use]
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }
}

impl Plain<'_> {
    /// The id of the question.
    #[must_use]
    pub fn id(&self) -> &str {
        self.question.id.as_str()
    }

    /// Whether exactly one of its options is to be chosen.
    #[must_use]
    pub fn is_single_choice(&self) -> bool {
        matches!(self.question.kind, Kind::SingleChoice(_))
    }

    /// Whether its options answer its stem: not the reasons of a true-false question.
    #[must_use]
    pub fn has_options(&self) -> bool {
        matches!(self.question.kind, Kind::SingleChoice(_) | Kind::MultipleResponse(_))
    }

    /// The passage of a cloze, with a blank for each gap.
    #[must_use]
    pub fn passage(&self) -> Option<String> {
        let Kind::Cloze(kind) = &self.question.kind else { return None };
        Some(with_blanks(&kind.passage().to_text()))
    }

    /// The options of the key.
    pub fn keys(&self) -> impl Iterator<Item = &Choice> {
        self.options.iter().filter(|option| option.is_key)
    }

    /// The other options.
    pub fn distractors(&self) -> impl Iterator<Item = &Choice> {
        self.options.iter().filter(|option| !option.is_key)
    }

    /// Whether its author allows it to break a rule.
    #[must_use]
    pub fn allows(&self, rule: &str) -> bool {
        self.question.notes.allow.iter().any(|(allowed, _)| allowed == rule)
    }
}

/// Every text a learner chooses, orders or matches, with its path. Not answers that are to be typed,
/// which nobody sees beforehand.
#[must_use]
pub fn choosable_texts(question: &Plain<'_>) -> Vec<(String, String)> {
    let seen = kinds_of(question.question, &question.path).into_iter().filter(|(_, kind)| !kind.is_typed());
    let texts = |(path, kind): (String, &Kind)| -> Vec<_> {
        let options = options_of_kind(kind, &path).into_iter();
        options.map(|(path, option)| (format!("{path}.text"), option.text.to_text())).collect()
    };
    seen.flat_map(texts).collect()
}

/// Every question of a bank, in its order.
#[must_use]
pub fn questions_of(bank: &Bank) -> Vec<Plain<'_>> {
    let questions = bank.questions().iter().enumerate();
    let plain = questions.map(|(index, question)| {
        let path = path_of(index, question);
        let options = options_of(question, &path)
            .into_iter()
            .filter(|_| question.kind.is_choice())
            .map(|(path, option)| Choice { text: option.text.to_text(), is_key: option.is_key, path })
            .collect();
        Plain { question, stem: question.stem.to_text(), options, path }
    });
    plain.collect()
}

/// A passage as it is read: with a blank for each gap.
#[must_use]
pub fn with_blanks(passage: &str) -> String {
    pieces(passage).into_iter().map(|(is_gap, words)| if is_gap { BLANK } else { words }).collect()
}

/// The plain text of a markup that may be absent.
#[must_use]
pub fn text_of(markup: Option<&Markup>) -> String {
    markup.map(Markup::to_text).unwrap_or_default()
}

/// Whether the texts of a bank are English, as far as it says.
#[must_use]
pub fn is_english(bank: &Bank) -> bool {
    let language = bank.about().language.to_ascii_lowercase();
    language == "en" || language.starts_with("en-")
}
