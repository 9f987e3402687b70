//! Sheets: the questions of a session on paper, to write on or with what is right.

use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::{Kind, Question};
use crate::quiz::session::{Session, Shown};
use crate::quiz::{Bank, glossary};
use crate::widget::keys;
use crate::widget::stage::Paper;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{
    cloze, fill_in, grid, hotspot, instruction, matching, multiple_response, ordering, reflection,
    single_choice, true_false,
};
use crate::widget::view::{feedback, icon, markup, question};
use yew::prelude::*;

/// The questions, and on a worksheet a line for the name.
pub(crate) fn sheet(session: &Session, paper: Paper) -> Html {
    let bank = session.bank();
    let all = (0..session.n_questions()).filter_map(|place| session.shown_at(place));
    let question =
        |shown: Shown<'_>| el!("li").each(situation(session, &shown)).with(item(bank, &shown, paper));
    let questions = el!("ol", "class" = "questions").each(all.map(question));
    let line = || el!("span", "class" = "ruled");
    let signed = el!("p", "class" = "signed").text(text::NAME).with(line()).text(text::DATE).with(line());
    let signed = (paper == Paper::Worksheet).then_some(signed);
    let drawn = text::drawn(session.n_questions(), session.seed().0);
    let drawn = el!("p", "class" = "quiet").text(drawn);
    [drawn].into_iter().chain(signed).chain([questions]).collect()
}

/// The vignette of some questions, once above the first of them.
fn situation(session: &Session, shown: &Shown<'_>) -> Option<El> {
    let (first, last) = session.of_scenario(shown.position);
    let scenario = shown.scenario.filter(|_| shown.position == first)?;
    let shared = (first < last).then(|| {
        el!("p", "class" = "label").text(text::labelled(text::SCENARIO, &text::shared_by(first, last)))
    });
    Some(el!("div", "class" = "scenario prose").each(shared).with(markup::block(&scenario.text)))
}

/// The vignette of one question.
pub(crate) fn vignette(shown: &Shown<'_>) -> Option<El> {
    let text = &shown.scenario?.text;
    Some(el!("div", "class" = "scenario prose").with(markup::block(text)))
}

/// A question with what one writes on, or on the answer key what is right and why.
pub(crate) fn item(bank: &Bank, shown: &Shown<'_>, paper: Paper) -> El {
    let question = shown.question;
    let note = question.has_content_note && paper == Paper::Worksheet;
    let note = note.then(|| instruction(text::CONTENT_NOTE));
    let content = el!("div")
        .each(note)
        .with(el!("div", "class" = "stem").with(question::stem_text(question)))
        .with(on_paper(shown, paper));
    let content = match paper {
        Paper::Worksheet => content.each(feedback::terms(&glossary::of_question(bank, shown))),
        Paper::AnswerKey => content.each(why(question)),
    };
    let number = el!("p", "class" = "place").text(text::place(shown.position));
    el!("div", "class" = "asked").with(number).with(content)
}

/// What one writes on; on the answer key what should stand there.
fn on_paper(shown: &Shown<'_>, paper: Paper) -> Html {
    match &shown.question.kind {
        Kind::SingleChoice(_) => single_choice::on_paper(shown, paper),
        Kind::MultipleResponse(kind) => multiple_response::on_paper(kind, shown, paper),
        Kind::TrueFalse(kind) => true_false::on_paper(kind, shown, paper),
        Kind::Ordering(kind) => ordering::on_paper(kind, shown, paper),
        Kind::Matching(kind) => matching::on_paper(kind, shown, paper),
        Kind::Grid(kind) => grid::on_paper(kind, paper),
        Kind::Cloze(kind) => cloze::on_paper(kind, shown, paper),
        Kind::Reflection(kind) => reflection::on_paper(kind, paper),
        Kind::Hotspot(kind) => hotspot::on_paper(kind, shown, paper),
        kind @ (Kind::FillIn(_) | Kind::Numeric(_)) => fill_in::on_paper(kind, paper),
    }
}

/// The idea of a question, or why what is right is right; and what it rests on.
fn why(question: &Question) -> Vec<El> {
    let of_keys = || {
        let keys = question.kind.explained().iter().filter(|option| option.is_key);
        keys.filter_map(|option| option.rationale.as_ref()).collect()
    };
    let texts: Vec<_> = question.rationale.as_ref().map_or_else(of_keys, |idea| vec![idea]);
    let references = &question.notes.references;
    let references = (!references.is_empty())
        .then(|| el!("p", "class" = "quiet").text(text::labelled(text::REFERENCES, &references.join(", "))));
    let texts =
        (!texts.is_empty()).then(|| el!("div", "class" = "prose").each(texts.into_iter().map(markup::block)));
    texts.into_iter().chain(references).chain(feedback::sources(question)).collect()
}

/// The options with a letter and a box each; round ones where one of them is right.
pub(crate) fn choices(shown: &Shown<'_>, paper: Paper, is_round: bool) -> El {
    let choice = |(place, option): (usize, &QuestionOption)| {
        choice(is_round, paper == Paper::AnswerKey && option.is_key).each(lettered(place, option))
    };
    el!("ul", "class" = "choices").each(shown.options().enumerate().map(choice))
}

/// The letter of what stands at a place, and what it says.
pub(crate) fn lettered(place: usize, option: &QuestionOption) -> [El; 2] {
    let letter = el!("span", "class" = "letter").text(keys::letter(place));
    [letter, el!("span").with(markup::inline(&option.text))]
}

/// A row that begins with a box to tick, or with one that is ticked.
pub(crate) fn choice(is_round: bool, is_ticked: bool) -> El {
    el!("li").with(tick(is_round, is_ticked))
}

/// A box to tick, or one that is ticked.
pub(crate) fn tick(is_round: bool, is_ticked: bool) -> El {
    let words = is_ticked.then(|| el!("span", "class" = "unseen").text(text::RIGHT_ANSWER));
    El::classed("span", if is_round { "box round" } else { "box" })
        .each(is_ticked.then(icon::tick))
        .each(words)
}

/// A short line to write on, or with what should stand on it.
pub(crate) fn blank(written: Option<String>) -> El {
    let blank = el!("span", "class" = "written");
    match written {
        Some(words) => blank.text(words),
        None => blank.with(el!("span", "class" = "unseen").text(text::BLANK)),
    }
}
