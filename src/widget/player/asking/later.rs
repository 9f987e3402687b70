//! What a learner asks for, but not to begin.

use crate::quiz::session::{Session, Shown};
use crate::quiz::{Response, id::Id};
use crate::widget::past;
use crate::widget::player::Player;
use crate::widget::stage::{Ask, Stage};
use crate::widget::{arrange, focus::Focus};
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// Does it.
pub(crate) fn ask(player: &Rc<Player>, ask: Ask) {
    match ask {
        Ask::Move { from, place } => {
            player.focus.set(Some(Focus::Step { place, is_up: place < from }));
            player.arrange(&|shown| arrange::moved(shown, from, place));
        }
        Ask::Connect { premise, to } => {
            player.focus.set(None);
            player.arrange(&|shown| arrange::connected(shown, premise, to));
        }
        Ask::Close => player.close_page(),
        Ask::HideTime(is_hidden) => {
            player.focus.set(None);
            player.screen.borrow_mut().hides_time = is_hidden;
            player.paint();
        }
        Ask::Print => {
            player.focus.set(None);
            // Where a page may not print, as in a sandbox, the browser says so itself.
            let _ = web_sys::window().map(|window| window.print());
        }
        Ask::Continue => player.continue_saved(),
        Ask::StartAgain => player.restart(),
        Ask::Forget => player.forget(),
        Ask::Export => player.export(),
        Ask::LookInto(input) => player.look_into(input),
        Ask::TakeIn => player.take_in(),
        Ask::LeaveOut => {
            player.screen.borrow_mut().past.incoming = None;
            player.paint();
        }
        // These are needed to begin.
        Ask::Act(_) | Ask::Choose(..) | Ask::Open(_) | Ask::Reload | Ask::LoadRest => {}
    }
}

impl Player {
    fn arrange(self: &Rc<Self>, how: &dyn Fn(&Shown<'_>) -> Option<(Response, String)>) {
        let arranged = self.screen().stage.session().and_then(Session::shown).and_then(|shown| how(&shown));
        if let Some((response, said)) = arranged {
            self.respond(response, said);
        }
    }

    /// Puts the page away. A session that was brought along from another device is offered now.
    fn close_page(self: &Rc<Self>) {
        self.focus.set(self.screen().page.map(Focus::Page));
        self.open(None);
        let brought = self.brought.take().filter(|_| self.phase() == "ready").zip(self.bank());
        let session = brought.and_then(|(json, bank)| self.read_session(&bank, &json).ok());
        if let Some(session) = session.filter(|session| session.phase().place().is_some()) {
            self.focus.set(Some(Focus::Heading));
            self.show(Stage::Saved(session));
        }
    }

    /// Saves all that is known of the learner as a file.
    fn export(&self) {
        self.focus.set(None);
        let session = self.stored();
        let screen = self.screen();
        let name =
            screen.stage.session().map(|session| format!("{}.json", session.bank().about().id.as_str()));
        if let Some((name, json)) = name.zip(past::export(&screen, session.as_deref())) {
            self.hooks.save_file(&name, &json);
        }
    }

    /// Looks into the file that was chosen.
    fn look_into(self: &Rc<Self>, input: HtmlInputElement) {
        self.focus.set(None);
        let player = Rc::clone(self);
        let text = self.hooks.read_file(&input);
        wasm_bindgen_futures::spawn_local(async move {
            // What cannot be read is no file of ours.
            let text = wasm_bindgen_futures::JsFuture::from(text).await.ok();
            let text = text.and_then(|text| text.as_string()).unwrap_or_default();
            past::look_into(&mut player.screen.borrow_mut(), &text);
            player.paint();
        });
    }

    /// Takes the file in that was looked into.
    fn take_in(self: &Rc<Self>) {
        let (session, stored) = past::take_in(&mut self.screen.borrow_mut(), self.store.borrow().as_ref());
        self.tell_stored(stored);
        let is_free = self.phase() == "ready" && self.stored().is_none();
        if let Some(json) = session.filter(|_| is_free) {
            self.claim();
            let stored = self.store.borrow().as_ref().map_or(Ok(()), |store| store.write(&json));
            self.tell_stored(stored);
            self.brought.replace(Some(json));
        }
        self.paint();
    }
}
