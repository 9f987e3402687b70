//! Cloze: a passage as prose, with a list or a line where each gap is.

use crate::quiz::Response;
use crate::quiz::id::Id;
use crate::quiz::question::Kind;
use crate::quiz::question::cloze::{Cloze, Gap, pieces};
use crate::quiz::session::Shown;
use crate::widget::stage::{Ask, Paper};
use crate::widget::text::{self, language};
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::fill_in::{Line, accepted, unit};
use crate::widget::view::kind::matching::{item, list};
use crate::widget::view::kind::{Mark, badge, key, marked};
use crate::widget::view::{markup, sheet};
use yew::prelude::*;

/// The passage.
pub(crate) fn options(kind: &Cloze, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let n_gaps = kind.gaps().len();
    let passage = passage(kind, &|place, gap, line| {
        control(kind, shown, gap, name(gap, place, n_gaps, line).into(), ask).into()
    });
    passage.into()
}

/// The passage with a blank where each gap is, and what to choose for each; or with what is right there.
pub(crate) fn on_paper(kind: &Cloze, shown: &Shown<'_>, paper: Paper) -> Html {
    let choices = (paper == Paper::Worksheet).then(|| choices(kind, shown));
    [written(kind, paper)].into_iter().chain(choices).collect()
}

/// The passage with a blank where each gap is, or with what is right there.
pub(crate) fn written(kind: &Cloze, paper: Paper) -> El {
    let blank = |place: usize, gap: &Gap, _: &str| -> Html {
        if paper == Paper::AnswerKey {
            return sheet::blank(Some(accepted(&gap.kind))).into();
        }
        let choices = (!gap.kind.is_typed()).then(|| el!("sup").text(text::number(place + 1)));
        let number = if let Kind::Numeric(kind) = &gap.kind { kind.unit() } else { None };
        el!("span").with(sheet::blank(None)).each(choices).each(number.map(unit)).into()
    };
    passage(kind, &blank)
}

/// What to choose for each gap.
pub(crate) fn choices(kind: &Cloze, shown: &Shown<'_>) -> El {
    let choices = |(place, (gap, _)): (usize, (&Gap, String))| {
        let options = kind.options_of(gap, &shown.planned.options).into_iter();
        let options = options.map(|option| option.text.to_text());
        let words = text::joined(&options.collect::<Vec<_>>(), text::OR);
        (!gap.kind.is_typed()).then(|| el!("li").text(text::numbered(place, &words)))
    };
    el!("ul", "class" = "choices").each(kind.in_passage().into_iter().enumerate().filter_map(choices))
}

/// The passage with something made of each gap, of its place in the passage and its line.
pub(crate) fn passage(kind: &Cloze, gap: &dyn Fn(usize, &Gap, &str) -> Html) -> El {
    let gaps = kind.in_passage();
    let leaf = |text: &str| -> Html {
        let piece = |(is_gap, text): (bool, &str)| -> Html {
            let place = gaps.iter().position(|(gap, _)| is_gap && gap.id.as_str() == text);
            match place.and_then(|place| Some((place, gaps.get(place)?))) {
                Some((place, (of, line))) => gap(place, of, line),
                None => markup::words(text),
            }
        };
        pieces(text).into_iter().map(piece).collect()
    };
    el!("div", "class" = "passage prose").with(markup::block_with(kind.passage(), &leaf))
}

/// What a gap is called, in whichever language.
pub(crate) fn named(gap: &Gap, place: usize) -> Html {
    match &gap.label {
        Some(label) => markup::plain(label),
        None => markup::words(&text::gap(place)),
    }
}

/// The name of a gap with the words around it, as a screen reader tells it from the others.
fn name(gap: &Gap, place: usize, n_gaps: usize, line: &str) -> String {
    let (mut said, mut at) = (String::new(), 0);
    for (is_gap, text) in pieces(line) {
        let is_this = is_gap && gap.id.as_str() == text;
        if is_this {
            let is_apart = said.is_empty() || said.ends_with(|c: char| c.is_ascii_whitespace());
            at = said.split_ascii_whitespace().count() - usize::from(!is_apart);
        }
        match (is_this, is_gap) {
            (true, _) => said.push('…'),
            (false, true) => said.push_str(&text::BLANK.say()),
            (false, false) => said.push_str(text),
        }
    }
    let words: Vec<&str> = said.split_ascii_whitespace().collect();
    text::gap_in(gap.label.as_deref(), place, n_gaps, &words, at)
}

/// A gap: its control, and how it turned out.
fn control(cloze: &Cloze, shown: &Shown<'_>, gap: &Gap, name: AttrValue, ask: &Callback<Ask>) -> El {
    let given = shown.response.given();
    let response = gap.response(given);
    let is_right = shown.score.map(|_| gap.is_right(given));
    let words = is_right.map(|is_right| if is_right { text::RIGHT } else { text::NOT_RIGHT_HERE });
    let mark = Mark { is_chosen: gap.kind.is_complete(&response), is_right, words };
    let is_checked = is_right.is_some();
    let (class, control) = if gap.kind.is_typed() {
        let is_number = matches!(gap.kind, Kind::Numeric(_));
        let line = Line { typed: response.typed(), is_number, is_checked, name: Some(name) };
        // With any text in its place; the view is made anew for every response, so the others are as now.
        let (id, filled) = (gap.id.clone(), cloze.refilled(given, &gap.id, "0"));
        let respond = move |text: String| {
            let mut gaps = filled.clone();
            gaps.iter_mut().filter(|(known, _)| *known == id).for_each(|(_, given)| given.clone_from(&text));
            gaps.retain(|(_, given)| !given.is_empty());
            Response::Cloze { gaps }
        };
        (if is_number { "blank number" } else { "blank" }, line.view(Box::new(respond), ask))
    } else {
        let options = cloze.options_of(gap, &shown.planned.options);
        let after = |text: &str| Response::Cloze { gaps: cloze.refilled(given, &gap.id, text) };
        let (mut items, mut responses) =
            (vec![item(!mark.is_chosen, text::CHOOSE.into(), None)], vec![after("")]);
        for option in options {
            items.push(item(response.chooses(&option.id), option.text.to_text().into(), language::of_bank()));
            responses.push(after(option.id.as_str()));
        }
        ("blank", list(items, responses, Some(name), is_checked, ask))
    };
    let number = if let Kind::Numeric(kind) = &gap.kind { kind.unit() } else { None };
    let right = gap.kind.options().iter().find(|option| option.is_key && is_right == Some(false));
    let right = right.map(|option| {
        el!("span", "class" = "right").text(text::labelled(text::RIGHT_ANSWER, &option.text.to_text()))
    });
    marked("span", "option", class, &mark)
        .with(control)
        .each(number.map(unit))
        .each(is_right.map(|_| key(&mark, Html::default())))
        .each(badge(&mark))
        .each(right)
}
