//! How sure a learner is, asked before the answer is checked. It stays when it was, so that nothing moves.

use crate::quiz::Action;
use crate::quiz::Event;
use crate::quiz::calibration::Certainty;
use crate::quiz::question::Kind;
use crate::quiz::session::attempt::Standing;
use crate::quiz::session::{Session, Shown};
use crate::widget::stage::Ask;
use crate::widget::text;
use crate::widget::view::el::{El, el};
use yew::prelude::*;

/// The question how sure one is, below the options. Nobody is asked how sure they are of a text of their own.
pub(crate) fn certainty(shown: &Shown<'_>, ask: &Callback<Ask>) -> Html {
    if let Kind::Reflection(_) = shown.question.kind {
        return Html::default();
    }
    let disabled = if shown.attempts.standing == Standing::Open { "" } else { "disabled" };
    let step = |(name, certainty, _): (&'static str, Certainty, [i8; 2])| {
        let ask = ask.clone();
        let onchange = move |_| ask.emit(Ask::Act(Action::Sure(certainty)));
        html! {
            <label class="chip">
                <input type="radio" name="certainty" value={name} checked={shown.certainty == Some(certainty)} {onchange} />
                <span>{ text::certainty(certainty).say() }</span>
            </label>
        }
    };
    El::with_values(
        "fieldset",
        &["class", "part", "disabled"],
        ["chips sure".into(), "certainty".into(), disabled.into()],
    )
    .with(el!("legend").text(text::HOW_SURE))
    .each(Certainty::ALL.into_iter().map(step))
    .with(el!("p", "class" = "quiet").text(text::ONLY_FOR_YOU))
    .into()
}

/// What a screen reader is told besides how an answer was.
pub(crate) fn announce(session: &Session, events: &[Event], said: &mut String) {
    let is_answered = events.iter().any(|event| matches!(event, Event::Answered { is_final: true, .. }));
    let sure = session.shown().filter(|_| is_answered).and_then(|shown| shown.certainty.zip(shown.grade()));
    if let Some((certainty, grade)) = sure.filter(|(_, grade)| grade.is_counted()) {
        *said = text::SENTENCES.with(&[said.as_str().into(), text::sure_and(certainty, grade).into()]);
    }
}
