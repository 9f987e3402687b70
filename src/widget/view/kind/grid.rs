//! Grid: a table with a column to choose in each row. Where there is no room for a table, each row
//! stands above its columns.

use crate::quiz::id::Id;
use crate::quiz::question::matching::{Matching, chosen_for};
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::quiz::{Action, Response};
use crate::widget::stage::{Ask, Paper};
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{Control, Mark, badge, instruction, key, marked};
use crate::widget::view::{markup, sheet};
use yew::prelude::*;

/// The table.
pub(crate) fn options(kind: &Matching, shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    let head = |column: &QuestionOption| el!("th", "scope" = "col").with(markup::inline(&column.text));
    let heads = el!("tr").with(el!("td")).each(kind.responses().iter().map(head)).with(el!("td"));
    let rows = kind.premises().iter().map(|premise| row(kind, shown, premise, ask));
    let table = el!("table", "class" = "grid").with(el!("thead").with(heads)).with(el!("tbody").each(rows));
    [instruction(text::CHOOSE_IN_ROWS), table].into_iter().collect()
}

fn row(kind: &Matching, shown: &Shown<'_>, premise: &QuestionOption, ask: &Callback<Ask>) -> El {
    let pairs = shown.response.pairs();
    let chosen = chosen_for(pairs, &premise.id);
    let is_right = shown.score.map(|_| kind.is_right(pairs, &premise.id));
    let mark = Mark { is_chosen: chosen.is_some(), is_right, words: None };
    let said = premise.text.to_text();
    let cell = |column: &QuestionOption| {
        let is_chosen = chosen == Some(&column.id);
        let is_right = shown.score.map(|_| kind.key_of(&premise.id) == Some(&column.id));
        let control = Control {
            input: "radio",
            group: premise.id.as_str().to_owned().into(),
            value: AttrValue::default(),
            // A screen reader that goes from control to control does not read the heads.
            name: Some(text::labelled(&said, &column.text.to_text()).into()),
            mark: Mark { is_chosen, is_right, words: None },
            action: Action::Respond(Response::Grid {
                rows: kind.rematched(pairs, &premise.id, Some(&column.id)),
            }),
            ask,
        };
        let label = el!("span").with(markup::inline(&column.text));
        let class = if is_right == Some(true) { "correct" } else { "" };
        El::classed("td", class).with(el!("label").with(control.view()).with(label))
    };
    let text = el!("span", "class" = "option-text").with(markup::inline(&premise.text));
    marked("tr", "option", "row", &mark)
        .with(el!("th", "scope" = "row").with(text).each(badge(&mark)))
        .each(kind.responses().iter().map(cell))
        .with(el!("td").with(key(&mark, Html::default())))
}

/// The table with a box in each cell.
pub(crate) fn on_paper(kind: &Matching, paper: Paper) -> Html {
    let columns = kind.responses();
    let head = |column: &QuestionOption| el!("th", "scope" = "col").with(markup::inline(&column.text));
    let row = |row: &QuestionOption| {
        let key = kind.key_of(&row.id).filter(|_| paper == Paper::AnswerKey);
        let cell = |column: &QuestionOption| {
            // Read where the heads are not seen.
            let label = el!("span", "class" = "head").with(markup::inline(&column.text));
            el!("td").with(sheet::tick(true, key == Some(&column.id))).with(label)
        };
        el!("tr")
            .with(el!("th", "scope" = "row").with(markup::inline(&row.text)))
            .each(columns.iter().map(cell))
    };
    let heads = el!("tr").with(el!("td")).each(columns.iter().map(head));
    let table = el!("table", "class" = "stacked ticks")
        .with(el!("thead").with(heads))
        .with(el!("tbody").each(kind.premises().iter().map(row)));
    [instruction(text::TICK_IN_ROWS), table].into_iter().collect()
}
