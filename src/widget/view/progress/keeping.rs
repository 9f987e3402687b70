//! What is kept and where; moving it to another device by a file, and erasing it.

use crate::quiz::Session;
use crate::quiz::record::Record;
use crate::quiz::session::Phase;
use crate::widget::past::{Incoming, Past};
use crate::widget::stage::{Ask, Notice, Screen};
use crate::widget::text::{self, Words};
use crate::widget::view::button;
use crate::widget::view::el::{El, el};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The section. What comes and goes in it stands in lists of its own, so that the rest stays as it is, and
/// with it the focus.
pub(super) fn keeping(screen: &Screen, session: &Session, record: &Record, ask: &Callback<Ask>) -> El {
    let past = &screen.past;
    let is_known = record.n_answers() > 0;
    let kept: &[Words] = if screen.notices.contains(&Notice::NotSaved) {
        &[text::KEPT_NO_MORE]
    } else if screen.is_saving || !screen.notices.is_empty() {
        &[text::KEPT_HERE, text::KEPT_UNTIL]
    } else {
        &[text::KEPT_NOWHERE]
    };
    let unread = (past.n_unread > 0).then(|| el!("p").text(text::unread(past.n_unread)));
    let save = is_known.then(|| button("save-button", text::SAVE_FILE, Ask::Export, ask));
    let erase = || el!("p").with(button("erase-button", text::ERASE, Ask::Erasing(true), ask));
    let erase = (is_known || past.n_unread > 0).then(|| erasing(past, ask).unwrap_or_else(erase));
    el!("div", "class" = "standing")
        .with(el!("h3").text(text::KEPT_WHERE))
        .each(kept.iter().map(|words| el!("p").text(*words)))
        .each(unread)
        .with(el!("p").text(text::MOVE_BY_FILE))
        .with(el!("div", "class" = "files").each(save).with(pick(ask)))
        .each(incoming(past, session, ask))
        .each(erase)
}

/// Where a file is chosen. The browser's own control, with our words over it.
fn pick(ask: &Callback<Ask>) -> Html {
    let ask = ask.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ask.emit(Ask::LookInto(input));
        }
    };
    html! {
        <label class="pick" part="file-button">
            <input type="file" accept=".json,application/json" {onchange} />
            <span>{ text::TAKE_FILE.say() }</span>
        </label>
    }
}

/// What is in the file, and whether to take it in; or why it was not, or what came of it.
fn incoming(past: &Past, session: &Session, ask: &Callback<Ask>) -> Option<El> {
    let said = el!("div", "class" = "incoming").with(el!("p").text(past.incoming_in_words()?));
    let Some(Incoming::Ready { export, preview }) = &past.incoming else { return Some(said) };
    let left_out = (export.n_left_out > 0).then(|| text::left_out(export.n_left_out));
    let has_session = export.session.is_some() && session.phase() == Phase::Ready;
    let session = match &export.session {
        Some(_) if has_session => Some(text::ADD_SESSION.with(&[])),
        Some(_) if preview.n_new_answers > 0 => Some(text::LEAVE_SESSION.with(&[])),
        Some(_) | None => None,
    };
    let add = (preview.n_new_answers > 0 || has_session)
        .then(|| button("add-button", text::ADD_FILE, Ask::TakeIn, ask));
    let buttons = el!("div", "class" = "actions").each(add).with(button(
        "leave-button",
        text::LEAVE_FILE,
        Ask::LeaveOut,
        ask,
    ));
    Some(said.each(left_out.into_iter().chain(session).map(|words| el!("p").text(words))).with(buttons))
}

/// The question whether to erase everything, where it is asked.
pub(crate) fn erasing(past: &Past, ask: &Callback<Ask>) -> Option<El> {
    let record = past.record.as_ref().filter(|_| past.is_erasing)?;
    let buttons = el!("div", "class" = "files")
        .with(button("forget-button", text::ERASE_NOW, Ask::Forget, ask))
        .with(button("keep-button", text::KEEP, Ask::Erasing(false), ask));
    Some(el!("div", "class" = "incoming").with(el!("p").text(text::erase(record))).with(buttons))
}
