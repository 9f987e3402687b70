//! The review: every question of the session with what the learner gave, what is right, and why.

use crate::quiz::id::OptionId;
use crate::quiz::memory::rating::Rating;
use crate::quiz::question::Kind;
use crate::quiz::question::cloze::{Cloze, Gap};
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::mode::Mode;
use crate::quiz::session::{Session, Shown};
use crate::quiz::{Response, Score};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{cloze, fill_in, ordering, true_false};
use crate::widget::view::table::{cell, table};
use crate::widget::view::{feedback, icon, markup, sheet};
use yew::prelude::*;

/// A list of the questions, the explanation of each one tap away.
pub(crate) fn review(session: &Session, n_missed: usize) -> impl Iterator<Item = El> {
    let all = (0..session.n_questions()).filter_map(|position| session.shown_at(position));
    let is_cards = session.settings().mode == Mode::Cards;
    let item = |shown: Shown<'_>| {
        let is_own = matches!(shown.question.kind, Kind::Reflection(_));
        let is_full = match shown.score {
            _ if is_cards => shown.rating != Some(Rating::Again),
            score => is_own || score.is_some_and(Score::is_full),
        };
        let is_flagged = session.is_flagged(shown.position);
        let class = match (is_full, is_flagged) {
            (true, true) => "full flagged",
            (true, false) => "full",
            (false, true) => "flagged",
            (false, false) => "",
        };
        El::classed("li", class).with(if is_cards { card(&shown) } else { item(&shown, is_flagged) })
    };
    let list = el!("ol", "class" = "review", "part" = "review").each(all.map(item));
    let n_questions = session.n_questions();
    let some_of = |n: usize| Some(n).filter(|n| (1..n_questions).contains(n));
    filter(some_of(n_missed), some_of(session.n_flagged())).into_iter().chain([list])
}

/// Hides what earned everything, or what was not flagged. The style sheet does it, and what is checked at
/// first is an attribute, so that painting anew does not take the choice back.
fn filter(n_missed: Option<usize>, n_flagged: Option<usize>) -> Option<El> {
    let chip =
        |input: El, words: String| el!("label", "class" = "chip").with(input).with(el!("span").text(words));
    let all = el!("input", "type" = "radio", "name" = "review", "value" = "all", "checked" = "");
    let missed = || el!("input", "type" = "radio", "name" = "review", "value" = "missed");
    let flagged = || el!("input", "type" = "radio", "name" = "review", "value" = "flagged");
    n_missed.or(n_flagged)?;
    Some(
        el!("fieldset", "class" = "chips")
            .with(el!("legend", "class" = "unseen").text(text::WHICH_ANSWERS))
            .with(chip(all, text::ALL.with(&[])))
            .each(n_missed.map(|n| chip(missed(), text::missed(n))))
            .each(n_flagged.map(|n| chip(flagged(), text::flagged(n)))),
    )
}

/// A card: what was said of it, and its other side.
fn card(shown: &Shown<'_>) -> El {
    let (state, icon) = match shown.rating {
        Some(Rating::Good | Rating::Easy) => ("correct", icon::tick()),
        Some(Rating::Hard) => ("", icon::part()),
        Some(Rating::Again) => ("incorrect", icon::again()),
        None => ("", icon::part()),
    };
    let said = shown.rating.map_or_else(|| text::NOT_RATED.with(&[]), text::you_said);
    let summary = el!("span")
        .with(markup::plain(&shown.question.stem.to_text()))
        .with(el!("span", "class" = "quiet").text(said));
    el!("details")
        .with(El::classed("summary", state).with(icon).with(summary))
        .each(sheet::vignette(shown))
        .with(feedback::answer(shown))
}

fn item(shown: &Shown<'_>, is_flagged: bool) -> El {
    let kind = &shown.question.kind;
    let grade = shown.grade();
    let (state, icon) = grade.map_or_else(|| ("", icon::part()), feedback::state);
    let verdict = grade.zip(shown.score).map_or_else(
        || text::NOT_ANSWERED.with(&[]),
        |(grade, score)| match text::short_verdict(grade) {
            verdict if score.is_counted() => text::labelled(verdict, &text::points(score)),
            verdict => verdict.with(&[]),
        },
    );
    let given = grade.filter(|grade| grade.is_counted());
    let given = given.map(|_| text::labelled(text::YOU, &in_words(kind, &shown.response)));
    let right = if grade.is_some_and(Score::is_full) { None } else { right(kind) };
    let right = right.map(|words| text::labelled(text::RIGHT, &words));
    let line = |words: String| el!("span", "class" = "quiet").text(words);
    let sure = grade.and(shown.certainty).map(|certainty| text::you_were(certainty).with(&[]));
    let lines = [Some(verdict), sure, given, right].into_iter().flatten().map(line);
    let flagged = is_flagged.then(|| line(text::FLAGGED.with(&[])));
    let summary = el!("span").with(markup::plain(&shown.question.stem.to_text())).each(lines.chain(flagged));
    el!("details")
        .with(El::classed("summary", state).with(icon).with(summary))
        .each(sheet::vignette(shown))
        .each(grade.map(|_| feedback::outcome(shown)))
        .each(pairs(shown))
        .with(feedback::explanation(shown, None))
}

/// What a learner gave.
pub(crate) fn in_words(kind: &Kind, response: &Response) -> String {
    match kind {
        Kind::SingleChoice(_) | Kind::MultipleResponse(_) | Kind::Hotspot(_) => chosen(kind, response),
        Kind::TrueFalse(kind) => true_false::in_words(kind, response),
        Kind::Ordering(kind) => ordering::in_words(kind, response),
        Kind::Matching(kind) | Kind::Grid(kind) => {
            text::pairs_right(kind.n_right(response), kind.premises().len())
        }
        Kind::Cloze(kind) => text::pairs_right(kind.n_right(response), kind.gaps().len()),
        Kind::FillIn(_) | Kind::Numeric(_) | Kind::Reflection(_) => text::quoted(response.typed()),
    }
}

/// What is right, in words where there are some.
pub(crate) fn answer(kind: &Kind) -> Option<String> {
    right(kind).map(|words| text::labelled(text::RIGHT_ANSWER, &words))
}

/// What would have been right; pairs have a table for it.
fn right(kind: &Kind) -> Option<String> {
    match kind {
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::TrueFalse(_)
        | Kind::Ordering(_)
        | Kind::Hotspot(_) => Some(in_words(kind, &kind.key())),
        Kind::FillIn(_) | Kind::Numeric(_) => Some(fill_in::accepted(kind)),
        Kind::Matching(_) | Kind::Grid(_) | Kind::Cloze(_) | Kind::Reflection(_) => None,
    }
}

fn chosen(kind: &Kind, response: &Response) -> String {
    let chosen = kind.options().iter().filter(|option| response.chooses(&option.id));
    text::joined(&chosen.map(|option| option.text.to_text()).collect::<Vec<_>>(), text::TOGETHER)
}

/// Premises, rows or gaps with what the learner gave for them, and what is right there.
fn pairs(shown: &Shown<'_>) -> Option<El> {
    let (what, rows): (_, Vec<El>) = match &shown.question.kind {
        Kind::Matching(kind) => (text::PREMISE, premises(kind, shown)),
        Kind::Grid(kind) => (text::ROW, premises(kind, shown)),
        Kind::Cloze(kind) => (text::GAP, gaps(kind, shown)),
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::TrueFalse(_)
        | Kind::Ordering(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => return None,
    };
    shown.score?;
    Some(table("stacked", &[what, text::YOU, text::RIGHT], rows))
}

fn premises(kind: &Matching, shown: &Shown<'_>) -> Vec<El> {
    let pairs = shown.response.pairs();
    let said = |id: Option<&OptionId>| {
        let response = kind.responses().iter().find(|response| Some(&response.id) == id);
        response.map(|response| markup::inline(&response.text)).unwrap_or_default()
    };
    let row = |premise: &QuestionOption| {
        let given = [said(chosen_for(pairs, &premise.id)), said(kind.key_of(&premise.id))];
        row(markup::inline(&premise.text), kind.is_right(pairs, &premise.id), given)
    };
    kind.premises().iter().map(row).collect()
}

fn gaps(kind: &Cloze, shown: &Shown<'_>) -> Vec<El> {
    let given = shown.response.given();
    let row = |(place, (gap, _)): (usize, (&Gap, String))| {
        let response = gap.response(given);
        let chosen = gap.kind.options().iter().find(|option| response.chooses(&option.id));
        let yours = chosen.map_or_else(|| response.typed().to_owned(), |option| option.text.to_text());
        let words = [yours, fill_in::accepted(&gap.kind)].map(|words| markup::plain(&words));
        row(cloze::named(gap, place), gap.is_right(given), words)
    };
    kind.in_passage().into_iter().enumerate().map(row).collect()
}

/// A part of a question, what was given, and what is right.
fn row(part: Html, is_right: bool, [given, right]: [Html; 2]) -> El {
    let (class, icon) = if is_right { ("correct", icon::tick()) } else { ("incorrect", icon::cross()) };
    El::classed("tr", class)
        .with(el!("th", "scope" = "row").with(part))
        .with(cell(text::YOU, given).with(icon))
        .with(cell(text::RIGHT, right))
}
