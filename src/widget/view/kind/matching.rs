//! Matching: each premise with a list to choose its response from. Where there is room, the responses
//! stand beside the premises as well, and lines lead to them.

mod lines;

use crate::quiz::id::OptionId;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::drag;
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Mark, group, instruction, key, row};
use crate::widget::view::markup;
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes};

/// The stem and its premises.
pub(crate) fn options(kind: &Matching, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let pairs = shown.response.pairs();
    let words = if kind.may_reuse() { text::MATCH_AND_REUSE } else { text::MATCH_EACH };
    let pair = |premise| pair(kind, shown, pairs, premise, ask);
    let premises = el!("div", "class" = "premises").each(kind.premises().iter().map(pair));
    let both = el!("div", "class" = "pairs")
        .with(premises)
        .with(lines::lines(kind, shown, ask))
        .with(lines::responses(kind, shown));
    let both = if shown.score.is_none() { drag::surface(both, &lines::GRAB, ask) } else { both };
    let draw = el!("span", "class" = "drawn", "aria-hidden" = "true").text(text::DRAW);
    group(shown.question).with(instruction(words).with(draw)).with(both).into()
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
            words.push_str(text::USED);
        }
        Some(item(is_chosen, words.into()))
    };
    // By place and not by id: ids in the author's order could tell which belongs where.
    let entries = [None].into_iter().chain(shown.planned.options.iter().map(Some));
    let after: Vec<_> = entries.map(|to| kind.rematched(pairs, &premise.id, to)).collect();
    let ask = ask.clone();
    let onchange = move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let pairs = usize::try_from(index).ok().and_then(|index| after.get(index)).cloned();
        let pairs = pairs.unwrap_or_default();
        ask.emit(Ask::Act(Action::Respond(Response::Matching { pairs })));
    };
    let items = [item(chosen.is_none(), text::CHOOSE.into())].into_iter();
    let items: Vec<_> = items.chain(shown.planned.options.iter().filter_map(response)).collect();
    let select = html! {
        <select part="option-input" disabled={mark.is_right.is_some()} {onchange}>{ items }</select>
    };
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
        words: "",
    }
}

/// One entry of the list. Whether it is selected is a property: the attribute counts no more once the
/// learner has chosen something.
fn item(is_selected: bool, words: AttrValue) -> Html {
    let selected = AttributeOrProperty::Property(is_selected.into());
    let attributes = Attributes::Dynamic { keys: &["selected"], values: Box::new([Some(selected)]) };
    El::new("option", &[]).attributes(attributes).text(words).into()
}
