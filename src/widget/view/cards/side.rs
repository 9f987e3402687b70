//! What stands on the front of a card: what is asked about at once, what there is to choose from one tap
//! away. Nothing of it tells what is right.

use crate::quiz::question::Kind;
use crate::quiz::question::option::QuestionOption;
use crate::quiz::session::Shown;
use crate::widget::stage::Paper;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use crate::widget::view::kind::{cloze, hotspot, instruction, multiple_response};
use crate::widget::view::{details, markup};
use yew::prelude::*;

/// What stands below the stem, on either side. In a picture, the other side shows the right place.
pub(crate) fn front(shown: &Shown<'_>, is_turned: bool) -> Html {
    let options = || list(shown.options());
    match &shown.question.kind {
        Kind::SingleChoice(_) => choices(options()).into(),
        Kind::MultipleResponse(kind) => {
            el!("div").each(multiple_response::how_many(kind, shown)).with(choices(options())).into()
        }
        Kind::TrueFalse(_) => {
            el!("div").with(instruction(text::TRUE_AND_WHY)).with(choices(options())).into()
        }
        Kind::Ordering(_) => options().into(),
        Kind::Matching(kind) => el!("div").with(list(kind.premises())).with(choices(options())).into(),
        // Few, and the same for each row: to recall them is not what is asked.
        Kind::Grid(kind) => el!("div")
            .with(list(kind.premises()))
            .with(el!("p", "class" = "quiet think").text(text::FOR_EACH))
            .with(list(kind.responses()))
            .into(),
        Kind::Numeric(kind) => {
            kind.unit().map(|unit| instruction(text::in_unit(unit)).into()).unwrap_or_default()
        }
        Kind::Cloze(kind) => {
            let has_choices = kind.gaps().iter().any(|gap| !gap.kind.is_typed());
            let choices = has_choices.then(|| choices(cloze::choices(kind, shown)));
            el!("div").with(cloze::written(kind, Paper::Worksheet)).each(choices).into()
        }
        Kind::Hotspot(kind) => {
            el!("div").with(hotspot::on_card(kind, is_turned)).with(choices(options())).into()
        }
        Kind::FillIn(_) | Kind::Reflection(_) => Html::default(),
    }
}

fn choices(list: El) -> El {
    details(text::CHOICES).with(list)
}

fn list<'q>(options: impl IntoIterator<Item = &'q QuestionOption>) -> El {
    let item = |option: &QuestionOption| el!("li").with(markup::inline(&option.text));
    el!("div", "class" = "prose").with(el!("ul").each(options.into_iter().map(item)))
}
