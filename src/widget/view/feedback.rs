//! Feedback that teaches: how it went, the idea, and why for each option. Options that were chosen
//! or are right stand open, the others are one tap away.

use crate::quiz::bank::Term;
use crate::quiz::id::OptionId;
use crate::quiz::question::cloze::Cloze;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::question::true_false::TrueFalse;
use crate::quiz::question::{Kind, Question, Source};
use crate::quiz::session::Shown;
use crate::quiz::session::attempt::Standing;
use crate::quiz::{Bank, Response, Score, glossary};
use crate::widget::more::More;
use crate::widget::stage::Ask;
use crate::widget::text::{self, Words};
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{cloze, reflection};
use crate::widget::view::{details, icon, markup};
use yew::prelude::*;

/// What the learner reads after an answer was checked. With another attempt open it tells how much is
/// right and nothing of what: rationales are written to be read beside the key, and often name it.
pub(crate) fn feedback(
    bank: &Bank,
    shown: &Shown<'_>,
    more: Option<&More>,
    ask: &Callback<Ask>,
) -> Option<Html> {
    match shown.grade() {
        Some(grade) => {
            let why = more.map(|more| (more.explanation)(bank, shown, ask));
            Some(section(state(grade), text::verdict(grade)).with(why.unwrap_or_default()).into())
        }
        None if shown.attempts.standing == Standing::Retry => more.map(|more| (more.retry)(shown)),
        None => None,
    }
}

/// The same where another attempt is open.
pub(crate) fn retry(shown: &Shown<'_>) -> Html {
    let verdict = text::verdict_so_far(shown.question.kind.parts(&shown.response));
    let look = if verdict == text::PARTLY { ("partly", icon::part()) } else { ("incorrect", icon::cross()) };
    section(look, verdict).with(paragraph(text::so_far(shown))).into()
}

fn section((state, icon): (&str, Html), verdict: Words) -> El {
    let class = format!("feedback {state}");
    let part = format!("feedback feedback-{state}");
    El::with_values("section", &["class", "part"], [class.into(), part.into()])
        .with(el!("h2", "class" = "feedback-headline").with(icon).text(verdict))
}

/// What came of an answer, in points.
pub(crate) fn outcome(shown: &Shown<'_>) -> El {
    el!("p", "class" = "quiet").text(text::outcome(shown))
}

/// What came of an answer, why, and the words that are in it.
pub(crate) fn explained(bank: &Bank, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let sure = shown.certainty.zip(shown.grade()).filter(|(_, grade)| grade.is_counted());
    let sure = sure.map(|(certainty, grade)| paragraph(text::sure_and(certainty, grade)).into());
    [
        Some(outcome(shown).into()),
        sure,
        Some(explanation(shown, Some(ask))),
        terms(&glossary::of_explanation(bank, shown)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How a score looks: its class and its icon.
pub(crate) fn state(score: Score) -> (&'static str, Html) {
    if !score.is_counted() {
        ("own", icon::compare())
    } else if score.is_full() {
        ("correct", icon::tick())
    } else if score.is_zero() {
        ("incorrect", icon::cross())
    } else {
        ("partly", icon::part())
    }
}

/// Everything that explains, without the verdict. The review shows it too, where nobody is asked to mark
/// anything.
pub(crate) fn explanation(shown: &Shown<'_>, ask: Option<&Callback<Ask>>) -> Html {
    told(shown, ask, false)
}

/// The same on the other side of a card: what is right, before the idea behind it.
pub(crate) fn answer(shown: &Shown<'_>) -> Html {
    told(shown, None, true)
}

fn told(shown: &Shown<'_>, ask: Option<&Callback<Ask>>, is_card: bool) -> Html {
    let question = shown.question;
    let is_paired = matches!(question.kind, Kind::Matching(_) | Kind::Grid(_));
    let summary = if is_paired { text::RIGHT_PAIRS } else { text::OTHER_OPTIONS };
    let idea = question.rationale.as_ref();
    let mut all = of_kind(shown);
    let before = all.len();
    if let Kind::Ordering(_) = question.kind {
        all.push(paragraph(text::RIGHT_ORDER));
    }
    let mut rest = Vec::new();
    if let Kind::Cloze(kind) = &question.kind {
        of_gaps(kind, &shown.response, &mut all, &mut rest);
    } else if let Kind::Reflection(kind) = &question.kind {
        all.extend(match is_card {
            true => reflection::on_card(kind),
            false => reflection::compared(kind, shown, ask),
        });
    } else {
        let [open, folded] = rationales(in_order(shown), &question.kind, &shown.response);
        all.push(list(open));
        rest.extend((!folded.is_empty()).then(|| list(folded)));
    }
    let is_idea_last = is_card || matches!(question.kind, Kind::Reflection(_));
    let at = if is_idea_last { all.len() } else { before };
    all.splice(at..at, idea.map(|text| el!("div", "class" = "prose").with(markup::block(text))));
    if !rest.is_empty() {
        all.push(details(summary).each(rest));
    }
    all.extend(sources(question));
    all.into_iter().collect()
}

fn list(items: Vec<El>) -> El {
    el!("ul", "class" = "rationales").each(items)
}

/// What explains each gap, below what it is called: what is said at once, and what is one tap away.
fn of_gaps(cloze: &Cloze, response: &Response, open: &mut Vec<El>, folded: &mut Vec<El>) {
    for (place, (gap, _)) in cloze.in_passage().into_iter().enumerate() {
        let response = gap.response(response.given());
        let [now, later] = rationales(gap.kind.options(), &gap.kind, &response);
        let head = || el!("p", "class" = "said").with(cloze::named(gap, place));
        open.push(el!("div").with(head()).each(typed(&gap.kind, &response)).with(list(now)));
        if !later.is_empty() {
            folded.push(el!("div").with(head()).with(list(later)));
        }
    }
}

/// What is explained: options as they were shown; steps, premises, rows and answers in the author's
/// order, which of steps is the right one.
fn in_order<'s>(shown: &Shown<'s>) -> Vec<&'s QuestionOption> {
    let kind = &shown.question.kind;
    if kind.is_choice() { shown.options().collect() } else { kind.explained().iter().collect() }
}

/// What is said of options: at once, and one tap away.
fn rationales<'q>(
    options: impl IntoIterator<Item = &'q QuestionOption>,
    kind: &Kind,
    response: &Response,
) -> [Vec<El>; 2] {
    let [mut open, mut folded] = [const { Vec::new() }; 2];
    for (place, option) in options.into_iter().enumerate() {
        let (is_open, item) = rationale(option, place, kind, response);
        if is_open { open.push(item) } else { folded.push(item) }
    }
    [open, folded]
}

/// What is said of an option, and whether it is said at once.
fn rationale(option: &QuestionOption, place: usize, kind: &Kind, response: &Response) -> (bool, El) {
    let (is_open, state, label, lines) = match (kind, response) {
        (Kind::Ordering(_), Response::Ordering { order }) => {
            let given = order.iter().position(|id| *id == option.id);
            (true, "", Some(text::step(place, given).into()), Vec::new())
        }
        (Kind::Matching(kind) | Kind::Grid(kind), response) => of_premise(kind, response.pairs(), &option.id),
        _ => {
            let is_chosen = kind.chooses(response, &option.id);
            let (state, label) = match (option.is_key, is_chosen) {
                (true, true) => ("correct", Some(text::YOURS_RIGHT)),
                (true, false) => ("correct", Some(text::RIGHT_ANSWER)),
                (false, true) => ("incorrect", Some(text::YOURS_NOT_RIGHT)),
                (false, false) => ("", None),
            };
            (option.is_key || is_chosen, state, label.map(Into::into), Vec::new())
        }
    };
    let label = label.map(|label: AttrValue| el!("p", "class" = "label").text(label));
    let item = El::with_values("li", &["class", "part"], [state.into(), "option-rationale".into()])
        .each(label)
        .with(el!("p", "class" = "said").with(markup::inline(&option.text)))
        .each(lines.into_iter().map(paragraph))
        .each(option.rationale.as_ref().map(markup::block));
    (is_open, item)
}

/// What is said of a premise: whether it was matched as it belongs, with what, and with what it belongs.
fn of_premise(
    kind: &Matching,
    pairs: &[(OptionId, OptionId)],
    premise: &OptionId,
) -> (bool, &'static str, Option<AttrValue>, Vec<String>) {
    let given = chosen_for(pairs, premise);
    let line = |label: Words, id: Option<&OptionId>| {
        let response = kind.responses().iter().find(|response| Some(&response.id) == id)?;
        Some(text::labelled(label, &response.text.to_text()))
    };
    let is_right = kind.is_right(pairs, premise);
    let (state, label) = match (is_right, given) {
        (true, _) => ("correct", Some(text::YOURS_RIGHT)),
        (false, Some(_)) => ("incorrect", Some(text::YOURS_NOT_RIGHT)),
        (false, None) => ("", None),
    };
    let given = line(text::YOURS, given);
    let key = line(text::RIGHT_ANSWER, kind.key_of(premise)).filter(|_| !is_right);
    (!is_right, state, label.map(Into::into), given.into_iter().chain(key).collect())
}

fn paragraph(words: impl Into<AttrValue>) -> El {
    el!("p").text(words)
}

/// What only this kind of question has to say.
fn of_kind(shown: &Shown<'_>) -> Vec<El> {
    let response = &shown.response;
    match &shown.question.kind {
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::Grid(_)
        | Kind::Cloze(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => Vec::new(),
        Kind::TrueFalse(kind) => {
            let verdict = if kind.is_true() { text::STATEMENT_TRUE } else { text::STATEMENT_FALSE };
            [paragraph(verdict)].into_iter().chain(correction(kind)).collect()
        }
        kind @ (Kind::FillIn(_) | Kind::Numeric(_)) => typed(kind, response),
    }
}

/// What is true instead of a false statement.
pub(crate) fn correction(kind: &TrueFalse) -> Option<El> {
    let prose = |text| el!("div", "class" = "prose").with(paragraph(text::RATHER)).with(markup::block(text));
    kind.correction().map(prose)
}

/// What the learner typed, where it is not just as the author wrote it; numbers may be in a range.
fn typed(kind: &Kind, response: &Response) -> Vec<El> {
    let text = response.typed();
    let found = if let Kind::FillIn(kind) = kind { kind.found(response) } else { None };
    if text.is_empty() || found.is_some_and(|found| !found.is_close) {
        return Vec::new();
    }
    let close = found.filter(|found| found.answer.is_key);
    let close = close.map(|found| text::close(&found.answer.text.to_text()));
    [text::typed(text)].into_iter().chain(close).map(paragraph).collect()
}

/// Words of the glossary, one tap away.
pub(crate) fn terms(terms: &[&Term]) -> Option<Html> {
    let mut list = el!("dl");
    for term in terms {
        list = list
            .with(el!("dt").with(markup::plain(&term.word)))
            .with(el!("dd").with(markup::block(&term.text)));
    }
    let details = el!("details", "part" = "terms").with(el!("summary").text(text::TERMS)).with(list);
    (!terms.is_empty()).then(|| details.into())
}

/// The public sources of a question, one tap away.
pub(crate) fn sources(question: &Question) -> Option<El> {
    let source = |source: &Source| {
        let address = source.address.as_str();
        let shown = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let link = markup::link(address).text(shown.unwrap_or(address).to_owned());
        let checked_on = source.checked_on.as_deref().map(text::checked_on);
        el!("li").with(link).each(checked_on)
    };
    let sources = &question.notes.sources;
    let list = el!("ul").each(sources.iter().map(source));
    let details = el!("details", "class" = "quiet").with(el!("summary").text(text::SOURCES)).with(list);
    (!sources.is_empty()).then_some(details)
}
