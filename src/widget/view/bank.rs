//! A whole bank to be read: for learners without scripts, for search engines and for printers.
//!
//! It has none of the style sheet's help, as it stands in the page itself: so lists, tables and words say
//! everything, and nothing is drawn.

use crate::quiz::bank::{Bank, Term, Topic};
use crate::quiz::markup::Markup;
use crate::quiz::question::Kind;
use crate::quiz::question::cloze::{Cloze, Gap};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::settings::{Settings, Shuffle};
use crate::quiz::session::{Session, Shown};
use crate::quiz::shuffle::Seed;
use crate::widget::text::{self, Words, language};
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{cloze, instruction, multiple_response};
use crate::widget::view::{details, feedback, markup};
use std::rc::Rc;
use yew::prelude::*;

/// What of a bank is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The level of its title, from 1 to 5; topics stand one below.
    pub heading: u8,
    /// Whether each question has its answer with it.
    pub has_answers: bool,
    /// Whether it is for paper, on which nothing can be opened.
    pub is_on_paper: bool,
}

/// The title, what the bank says of itself, its questions by topic, and its glossary.
pub fn bank(bank: &Rc<Bank>, manner: Manner) -> Html {
    let about = bank.about();
    // All questions, as the author wrote them.
    let settings = Settings { shuffle: Shuffle::None, ..Settings::default() };
    let session = Session::new(Rc::clone(bank), settings, Seed(1));
    let shown: Vec<_> = (0..session.n_questions()).filter_map(|place| session.shown_at(place)).collect();

    let spoken = language::read_bank(Some(about.language.clone().into()));
    let mut page = El::with_values("div", &["lang", "dir"], spoken.map(Option::unwrap_or_default))
        .with(heading(manner.heading).with(markup::plain(&about.title)))
        .each(about.description.as_ref().map(markup::block));
    let mut number = 1;
    for topic in bank.topics() {
        let of_topic: Vec<_> = shown.iter().filter(|shown| shown.question.topic == topic.id).collect();
        if !of_topic.is_empty() {
            page = page.each(self::topic(topic, &of_topic, number, manner));
            number += of_topic.len();
        }
    }
    page.each(words(bank, manner).into_iter().flatten())
        .each(about.disclaimer.as_ref().map(|text| one_tap(text::ABOUT, text)))
        .into()
}

fn heading(level: u8) -> El {
    let tag = match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    El::new(tag, &[])
}

fn one_tap(summary: Words, text: &Markup) -> El {
    details(summary).with(markup::block(text))
}

/// A topic with its notes and its questions, which are counted through the whole bank.
fn topic(topic: &Topic, shown: &[&Shown<'_>], number: usize, manner: Manner) -> [Html; 3] {
    let first = El::with_values("ol", &["start"], [number.to_string().into()]);
    let items = shown.iter().enumerate().map(|(place, shown_here)| {
        let before = place.checked_sub(1).and_then(|before| shown.get(before));
        let is_told = before.is_some_and(|before| before.question.scenario == shown_here.question.scenario);
        item(shown_here, is_told, manner)
    });
    [
        heading(manner.heading + 1).with(markup::plain(&topic.title)).into(),
        topic.notes.as_ref().map(markup::block).unwrap_or_default(),
        first.each(items).into(),
    ]
}

/// A question with what there is to choose, and the answer one tap away. Its scenario stands above it,
/// unless it `is_told` already.
fn item(shown: &Shown<'_>, is_told: bool, manner: Manner) -> El {
    let question = shown.question;
    let scenario = shown.scenario.filter(|_| !is_told);
    let scenario = scenario.map(|scenario| el!("blockquote").with(markup::block(&scenario.text)));
    let hint = question.hint.as_ref().map(|hint| one_tap(text::HINT, hint));
    let answer = manner.has_answers.then(|| details(text::ANSWER_SIDE).with(feedback::answer(shown)));
    let asked = [markup::block(&question.stem), choices(shown)];
    let asked = asked.into_iter().chain(hint.map(Html::from)).chain(answer.map(Html::from));
    let item = el!("li").each(scenario);
    if !question.has_content_note {
        return item.each(asked);
    }
    match manner.is_on_paper {
        true => item.with(el!("p").text(text::CONTENT_NOTE)).each(asked),
        false => item.with(details(text::CONTENT_NOTE).each(asked)),
    }
}

/// What there is to choose, to order or to match, in words and lists.
fn choices(shown: &Shown<'_>) -> Html {
    let lettered = || letters(shown.options());
    let both = |first: El, second: El| -> Html { [first, second].into_iter().collect() };
    match &shown.question.kind {
        Kind::SingleChoice(_) => lettered().into(),
        Kind::MultipleResponse(kind) => {
            multiple_response::how_many(kind, shown).into_iter().chain([lettered()]).collect()
        }
        Kind::TrueFalse(_) => both(instruction(text::TRUE_AND_WHY), lettered()),
        Kind::Ordering(_) => both(instruction(text::NUMBER_STEPS), list(by_text(shown))),
        Kind::Matching(kind) => both(list(kind.premises()), letters(by_text(shown).into_iter())),
        Kind::Grid(kind) => {
            let each = el!("div").with(instruction(text::FOR_EACH)).with(list(kind.responses()));
            both(list(kind.premises()), each)
        }
        Kind::Numeric(kind) => {
            kind.unit().map(|unit| instruction(text::in_unit(unit)).into()).unwrap_or_default()
        }
        Kind::Cloze(kind) => passage(kind, shown),
        Kind::Hotspot(kind) => {
            let picture = el!("p").with(markup::inline(kind.image()));
            both(picture, lettered())
        }
        Kind::FillIn(_) | Kind::Reflection(_) => Html::default(),
    }
}

/// The passage with a line where each gap is, and what there is to choose for some.
fn passage(kind: &Cloze, shown: &Shown<'_>) -> Html {
    let line = |place: usize, gap: &Gap, _: &str| -> Html {
        let unit = if let Kind::Numeric(kind) = &gap.kind { kind.unit() } else { None };
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        markup::words(&format!("____ ({}){unit}", place + 1))
    };
    let has_choices = kind.gaps().iter().any(|gap| !gap.kind.is_typed());
    let choices = has_choices.then(|| cloze::choices(kind, shown));
    [cloze::passage(kind, &line)].into_iter().chain(choices).collect()
}

/// In the order of the alphabet: the author's may tell what belongs where, and so would any that is drawn
/// from it in the same way each time.
fn by_text<'s>(shown: &Shown<'s>) -> Vec<&'s QuestionOption> {
    let mut options: Vec<_> = shown.options().collect();
    options.sort_by_cached_key(|option| option.text.to_text());
    options
}

fn letters<'q>(options: impl Iterator<Item = &'q QuestionOption>) -> El {
    el!("ol", "type" = "A").each(options.map(entry))
}

fn list<'q>(options: impl IntoIterator<Item = &'q QuestionOption>) -> El {
    el!("ul").each(options.into_iter().map(entry))
}

fn entry(option: &QuestionOption) -> El {
    el!("li").with(markup::inline(&option.text))
}

/// The glossary; without answers only what may be told before them.
fn words(bank: &Bank, manner: Manner) -> Option<[El; 2]> {
    let terms = bank.terms().iter().filter(|term| manner.has_answers || term.is_always);
    let entry = |term: &Term| [el!("dt").text(term.word.clone()), el!("dd").with(markup::block(&term.text))];
    let entries: Vec<_> = terms.flat_map(entry).collect();
    (!entries.is_empty()).then(|| [heading(manner.heading + 1).text(text::TERMS), el!("dl").each(entries)])
}
