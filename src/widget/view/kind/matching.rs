//! Matching: each premise with a list to choose its response from. Where there is room, the responses
//! stand beside the premises as well, and lines lead to them.

mod lines;

use crate::quiz::id::OptionId;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::drag;
use crate::widget::keys;
use crate::widget::stage::{Ask, Paper};
use crate::widget::text::{self, language};
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Mark, instruction, is_open, key, row};
use crate::widget::view::{markup, sheet};
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes};

/// The premises.
pub(crate) fn options(kind: &Matching, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let pairs = shown.response.pairs();
    let words = if kind.may_reuse() { text::MATCH_AND_REUSE } else { text::MATCH_EACH };
    let pair = |premise| pair(kind, shown, pairs, premise, ask);
    let premises = el!("div", "class" = "premises").each(kind.premises().iter().map(pair));
    let both = el!("div", "class" = "pairs")
        .with(premises)
        .with(lines::lines(kind, shown, ask))
        .with(lines::responses(kind, shown));
    let both = if is_open(shown) { drag::surface(both, &lines::GRAB, ask) } else { both };
    let draw = el!("span", "class" = "drawn", "aria-hidden" = "true")
        .text(text::SENTENCES.with(&["".into(), text::DRAW.into()]));
    [instruction(words).with(draw), both].into_iter().collect()
}

fn pair(
    kind: &Matching,
    shown: &Shown<'_>,
    pairs: &[(OptionId, OptionId)],
    premise: &QuestionOption,
    ask: &Callback<Ask>,
) -> El {
    let chosen = chosen_for(pairs, &premise.id);
    let mark = mark(kind, shown, premise);
    let response = |id: &OptionId| {
        let response = kind.responses().iter().find(|response| response.id == *id)?;
        let is_chosen = chosen == Some(id);
        let is_used = !kind.may_reuse() && !is_chosen && pairs.iter().any(|(_, used)| used == id);
        let mut words = response.text.to_text();
        if is_used {
            words = text::used(&words);
        }
        Some(item(is_chosen, words.into(), language::of_bank()))
    };
    // By place and not by id: ids in the author's order could tell which belongs where.
    let entries = [None].into_iter().chain(shown.planned.options.iter().map(Some));
    let after = entries.map(|to| Response::Matching { pairs: kind.rematched(pairs, &premise.id, to) });
    let items = [item(chosen.is_none(), text::CHOOSE.into(), None)].into_iter();
    let items = items.chain(shown.planned.options.iter().filter_map(response)).collect();
    let select = list(items, after.collect(), None, mark.is_right.is_some(), ask);
    let premise = el!("span", "class" = "option-text").with(markup::inline(&premise.text));
    let knob = el!("span", "class" = "knob");
    let content = [premise.into(), select, key(&mark, Html::default()).into(), knob.into()];
    row("label", "option", "option pair", &mark, content)
}

/// How a premise turned out.
fn mark(kind: &Matching, shown: &Shown<'_>, premise: &QuestionOption) -> Mark {
    let pairs = shown.response.pairs();
    Mark {
        is_chosen: chosen_for(pairs, &premise.id).is_some(),
        is_right: shown.score.map(|_| kind.is_right(pairs, &premise.id)),
        words: None,
    }
}

/// A list to choose from. `after` has the response after each item is chosen; `name` says what it is
/// where no label does.
pub(crate) fn list(
    items: Vec<Html>,
    after: Vec<Response>,
    name: Option<AttrValue>,
    is_checked: bool,
    ask: &Callback<Ask>,
) -> Html {
    let ask = ask.clone();
    let onchange = move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let response = usize::try_from(index).ok().and_then(|index| after.get(index));
        response.iter().for_each(|response| ask.emit(Ask::Act(Action::Respond((*response).clone()))));
    };
    html! {
        <select part="option-input" aria-label={name} disabled={is_checked} {onchange}>{ items }</select>
    }
}

/// One entry of the list, with its language where that is not the one of the interface. Whether it is selected is a property: the attribute counts no more once the
/// learner has chosen something.
pub(crate) fn item(is_selected: bool, words: AttrValue, lang: Option<AttrValue>) -> Html {
    let selected = AttributeOrProperty::Property(is_selected.into());
    let values = Box::new([Some(selected), lang.map(AttributeOrProperty::Attribute)]);
    let attributes = Attributes::Dynamic { keys: &["selected", "lang"], values };
    El::new("option", &[]).attributes(attributes).text(words).into()
}

/// A blank before each premise, for the letter of its response, and the responses with their letters.
pub(crate) fn on_paper(kind: &Matching, shown: &Shown<'_>, paper: Paper) -> Html {
    let words = if kind.may_reuse() { text::REUSE_LETTERS } else { text::WRITE_LETTERS };
    let premise = |premise: &QuestionOption| {
        let key = kind.key_of(&premise.id).filter(|_| paper == Paper::AnswerKey);
        let place = key.and_then(|key| shown.planned.options.iter().position(|id| id == key));
        el!("li")
            .with(sheet::blank(place.map(keys::letter)))
            .with(el!("span").with(markup::inline(&premise.text)))
    };
    let response =
        |(place, response): (usize, &QuestionOption)| el!("li").each(sheet::lettered(place, response));
    let sides = el!("div", "class" = "sides")
        .with(el!("ul", "class" = "choices").each(kind.premises().iter().map(premise)))
        .with(el!("ul", "class" = "choices").each(shown.options().enumerate().map(response)));
    [instruction(words), sides].into_iter().collect()
}
