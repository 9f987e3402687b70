//! What a learner asks for, but not to begin.

use crate::quiz::session::action::Scope;
use crate::quiz::session::{Session, Shown};
use crate::quiz::{Action, Response, id::Id, id::TopicId};
use crate::widget::player::Player;
use crate::widget::stage::{Ask, Page, Paper, Stage};
use crate::widget::{arrange, focus::Focus, past, text};
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
        Ask::Open(page) => player.open_page(page),
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
        Ask::Erasing(is_asked) => player.ask_before_erasing(is_asked),
        Ask::Forget => {
            player.forget();
            player.screen.borrow_mut().page = None;
            player.say(text::ERASED.with(&[]));
        }
        Ask::Export => player.export(),
        Ask::LookInto(input) => player.look_into(input),
        Ask::TakeIn => player.take_in(),
        Ask::LeaveOut => {
            player.focus.set(Some(Focus::On(FILE)));
            player.screen.borrow_mut().past.incoming = None;
            player.paint();
        }
        Ask::Practise(topic) => player.practise(topic),
        // These are needed to begin.
        Ask::Act(_) | Ask::Choose(..) | Ask::Reload | Ask::LoadRest => {}
    }
}

/// Where a file is chosen.
const FILE: &str = "[type=file]";

/// The button that had a page laid out.
fn opener(page: Page) -> &'static str {
    match page {
        Page::Paper(Paper::Worksheet) => "[part=worksheet-button]",
        Page::Paper(Paper::AnswerKey) => "[part=answer-key-button]",
        Page::Study => "[part=study-button]",
        Page::Participation => "[part=participation-button]",
        Page::Progress => "[part=progress-button]",
    }
}

impl Player {
    fn arrange(self: &Rc<Self>, how: &dyn Fn(&Shown<'_>) -> Option<(Response, String)>) {
        let arranged = self.screen().stage.session().and_then(Session::shown).and_then(|shown| how(&shown));
        if let Some((response, said)) = arranged {
            self.respond(response, said);
        }
    }

    /// Has a screen reader told something, once.
    fn say(&self, words: String) {
        self.screen.borrow_mut().announcement = words;
        self.paint();
    }

    /// Shows a page. The session knows nothing of it.
    fn open_page(&self, page: Page) {
        if page == Page::Progress {
            // Another tab may have brought something since.
            self.recall();
        }
        let n_questions = {
            let mut screen = self.screen.borrow_mut();
            screen.page = Some(page);
            screen.past.incoming = None;
            screen.past.is_erasing = false;
            screen.stage.session().map_or(0, Session::n_questions)
        };
        self.say(text::opened(page, n_questions));
    }

    /// Puts the page away. A session that was brought along from another device is offered now.
    fn close_page(self: &Rc<Self>) {
        let page = self.screen.borrow_mut().page.take();
        self.focus.set(page.map(|page| Focus::On(opener(page))));
        self.say(String::new());
        let brought = self.brought.take().filter(|_| self.phase() == "ready").zip(self.bank());
        let session = brought.and_then(|(json, bank)| self.read_session(&bank, &json).ok());
        if let Some(session) = session {
            self.focus.set(Some(Focus::Heading));
            self.show(Stage::Saved(session));
        }
    }

    /// Asks once more, as what is erased does not come back.
    fn ask_before_erasing(&self, is_asked: bool) {
        let part = if is_asked { "[part=keep-button]" } else { "[part=erase-button]" };
        self.focus.set(Some(Focus::On(part)));
        let words = {
            let past = &mut self.screen.borrow_mut().past;
            past.is_erasing = is_asked;
            past.record.as_ref().filter(|_| is_asked).map(text::erase).unwrap_or_default()
        };
        self.say(words);
    }

    /// Saves all that is known of the learner as a file.
    fn export(&self) {
        self.focus.set(None);
        let session = self.stored();
        let saved = {
            let screen = self.screen();
            let bank = screen.stage.session().map(|session| &session.bank().about().id);
            let name = bank.map(|bank| text::file_name(bank.as_str(), screen.past.now, screen.past.zone));
            name.zip(past::export(&screen, session.as_deref()))
        };
        if let Some((name, json)) = saved {
            self.host.save_file(&name, &json);
            self.say(text::saved_file(&name));
        }
    }

    /// Looks into the file that was chosen.
    fn look_into(self: &Rc<Self>, input: HtmlInputElement) {
        self.focus.set(None);
        let player = Rc::clone(self);
        let text = self.host.read_file(&input);
        wasm_bindgen_futures::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(text).await;
            // Or the same file could not be chosen once more.
            input.set_value("");
            // What cannot be read is no file of ours; where none was chosen, there is nothing to say.
            let text = text.map_or(Some(String::new()), |text| text.as_string());
            if let Some(text) = text {
                past::look_into(&mut player.screen.borrow_mut(), &text);
                player.tell_incoming();
            }
        });
    }

    /// Has a screen reader told what came of the file.
    fn tell_incoming(&self) {
        self.begin_to_speak();
        let words = self.screen().past.incoming_in_words().unwrap_or_default();
        self.say(words);
    }

    /// Takes the file in that was looked into.
    fn take_in(self: &Rc<Self>) {
        self.focus.set(Some(Focus::On(FILE)));
        let (session, stored) = past::take_in(&mut self.screen.borrow_mut(), self.store.borrow().as_ref());
        self.tell_stored(stored);
        if let Some(json) = session.filter(|json| self.is_wanted(json)) {
            self.claim();
            let stored = self.store.borrow().as_ref().map_or(Ok(()), |store| store.write(&json));
            self.tell_stored(stored);
            self.brought.replace(Some(json));
        }
        self.tell_incoming();
    }

    /// Whether a session from another device can be gone on with, and takes nobody's place here.
    fn is_wanted(&self, json: &str) -> bool {
        let is_free = self.phase() == "ready" && self.stored().is_none();
        let session = self.bank().filter(|_| is_free).and_then(|bank| self.read_session(&bank, json).ok());
        session.is_some_and(|session| session.phase().place().is_some())
    }

    /// Begins with questions on a topic, as many as the learner chose.
    fn practise(self: &Rc<Self>, topic: TopicId) {
        self.act(Action::Restart);
        let count = self.screen().stage.session().and_then(|session| session.scope().count);
        self.act(Action::Choose(Scope { topics: vec![topic], count }));
        self.act(Action::Start);
    }
}
