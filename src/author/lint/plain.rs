//! A bank as a reader sees it: the plain texts of its questions, made once for all rules.

use super::structure::{kinds_of, options_of, options_of_kind, path_of};
use crate::author::fingerprint::fnv_1a;
use crate::quiz::bank::Bank;
use crate::quiz::id::Id;
use crate::quiz::markup::{Element, Markup, Node, Tag};
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
    /// What there is to choose from, in the author’s order: its options, the reasons of a
    /// true-false question, or regions; nothing in other kinds.
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
        Some(with_blanks(&seen_in(kind.passage())))
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
        options.map(|(path, option)| (format!("{path}.text"), seen_in(&option.text))).collect()
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
            .map(|(path, option)| Choice { text: seen_in(&option.text), is_key: option.is_key, path })
            .collect();
        Plain { question, stem: seen_in(&question.stem), options, path }
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
    markup.map(seen_in).unwrap_or_default()
}

/// The plain text of a markup as long as it is seen: of a formula its letters, digits and signs, and not
/// its LaTeX, of which the commands are no words.
#[must_use]
pub fn seen_in(markup: &Markup) -> String {
    with_formulas(markup, &|formula| Markup::new(formula.children.clone()).to_text())
}

/// The plain text of a markup for comparing: each formula is a word that only the same formula is.
#[must_use]
pub fn meant_in(markup: &Markup) -> String {
    with_formulas(markup, &|formula| {
        let latex = formula.instead().unwrap_or_default();
        format!("formula{:x}", fnv_1a(&mut latex.bytes()))
    })
}

fn with_formulas(markup: &Markup, said: &dyn Fn(&Element) -> String) -> String {
    fn replaced(node: &Node, said: &dyn Fn(&Element) -> String) -> Node {
        match node {
            Node::Element(element) if element.tag == Tag::Math => Node::Text(said(element)),
            Node::Element(element) => {
                let children = element.children.iter().map(|child| replaced(child, said)).collect();
                Node::Element(Element { children, ..element.clone() })
            }
            Node::Text(_) => node.clone(),
        }
    }
    if !markup.has_formula() {
        return markup.to_text();
    }
    Markup::new(markup.nodes().iter().map(|node| replaced(node, said)).collect()).to_text()
}

/// Whether the texts of a bank are English, as far as it says.
#[must_use]
pub fn is_english(bank: &Bank) -> bool {
    let language = bank.about().language.to_ascii_lowercase();
    language == "en" || language.starts_with("en-")
}
