//! Cards, and how sure somebody is.

use super::screens::{Scene, Sitting};
use selfcheck::quiz::calibration::Certainty;
use selfcheck::quiz::memory::rating::Rating;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::settings::Settings;
use selfcheck::quiz::{Action, Bank};
use selfcheck::widget::stage::Screen;

/// Cards of the bank, from the first one on.
fn cards(bank: &Bank) -> Sitting {
    let mut sitting = Sitting::with(bank, Settings { mode: Mode::Cards, ..Settings::default() });
    sitting.act(Action::Start);
    sitting
}

/// The front of a card.
pub(super) fn front(bank: &Bank, question: &str) -> Screen {
    let mut sitting = cards(bank);
    sitting.go_to(question);
    sitting.screen()
}

/// Its other side.
fn back(bank: &Bank, question: &str) -> Screen {
    let mut sitting = cards(bank);
    sitting.go_to(question);
    sitting.act(Action::Turn);
    sitting.screen()
}

fn asked(bank: &Bank, attempts: u32) -> Sitting {
    let settings = Settings { asks_certainty: true, attempts, ..Settings::default() };
    let mut sitting = Sitting::with(bank, settings);
    sitting.act(Action::Start);
    sitting
}

/// After an answer that somebody was so sure of.
fn sure(bank: &Bank, question: &str, given: &str, certainty: Certainty, attempts: u32) -> Sitting {
    let mut sitting = asked(bank, attempts);
    sitting.go_to(question);
    sitting.respond(given);
    sitting.act(Action::Sure(certainty));
    sitting.act(Action::Submit);
    sitting
}

/// The screens that show texts of a bank.
pub(super) fn scenes_of(bank: &Bank) -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (question, [front_of, back_of]) in [
        ("radio", ["card-single-choice", "card-single-choice-back"]),
        ("boxes", ["card-multiple-response", "card-multiple-response-back"]),
        ("verdict", ["card-true-false", "card-true-false-back"]),
        ("scene", ["card-scenario", "card-scenario-back"]),
        ("order", ["card-ordering", "card-ordering-back"]),
        ("pairs", ["card-matching", "card-matching-back"]),
        ("word", ["card-fill-in", "card-fill-in-back"]),
        ("rows", ["card-grid", "card-grid-back"]),
        ("degrees", ["card-numeric", "card-numeric-back"]),
        ("gaps", ["card-cloze", "card-cloze-back"]),
        ("own", ["card-reflection", "card-reflection-back"]),
        ("place", ["card-hotspot", "card-hotspot-back"]),
        ("hard", ["card-content-note", "card-content-note-back"]),
        ("rich", ["card-rich-text", "card-rich-text-back"]),
    ] {
        scenes.push(Scene { name: front_of, screen: front(bank, question) });
        scenes.push(Scene { name: back_of, screen: back(bank, question) });
    }
    let mut rated = cards(bank);
    for rating in [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy] {
        rated.act(Action::Turn);
        rated.act(Action::Rate(rating));
    }
    let next = Sitting { session: rated.session.clone(), events: rated.events.clone() };
    scenes.push(Scene { name: "card-after-another", screen: next.screen() });
    let mut again = Sitting { session: rated.session.clone(), events: Vec::new() };
    again.act(Action::Back);
    scenes.push(Scene { name: "card-rated-back", screen: again.screen() });
    rated.act(Action::Finish);
    scenes.push(Scene { name: "results-cards", screen: rated.screen() });

    let (wrong, partly) = ("a", "a");
    for (name, sitting) in [
        ("certainty", asked(bank, 1)),
        ("certainty-right", sure(bank, "radio", "b", Certainty::Quite, 1)),
        ("certainty-wrong", sure(bank, "radio", wrong, Certainty::Quite, 1)),
        ("certainty-partly", sure(bank, "boxes", partly, Certainty::Unsure, 1)),
        ("certainty-retry", sure(bank, "radio", wrong, Certainty::Fairly, 2)),
    ] {
        scenes.push(Scene { name, screen: sitting.screen() });
    }
    let mut said = asked(bank, 1);
    said.respond("b");
    said.act(Action::Sure(Certainty::Fairly));
    scenes.push(Scene { name: "certainty-said", screen: said.screen() });
    let mut own = asked(bank, 1);
    own.go_to("own");
    scenes.push(Scene { name: "certainty-of-own-words", screen: own.screen() });
    let mut mixed = asked(bank, 1);
    for (question, given, certainty) in [
        ("radio", "b", Some(Certainty::Quite)),
        ("boxes", "a,b", Some(Certainty::Quite)),
        ("two", "a", Some(Certainty::Quite)),
        ("verdict", "false a", Some(Certainty::Unsure)),
        ("scene", "b", Some(Certainty::Unsure)),
        ("word", "#0", None),
    ] {
        mixed.go_to(question);
        mixed.respond(given);
        certainty.into_iter().for_each(|certainty| mixed.act(Action::Sure(certainty)));
        mixed.act(Action::Submit);
    }
    mixed.act(Action::Finish);
    scenes.push(Scene { name: "results-certainty", screen: mixed.screen() });
    scenes
}

/// The start screen of cards, and their results where some were left, or all.
pub(super) fn scenes(bank: &Bank) -> Vec<Scene> {
    let ready = Sitting::with(bank, Settings { mode: Mode::Cards, ..Settings::default() });
    let mut known = cards(bank);
    while known.session.phase().position().is_some() {
        known.act(Action::Turn);
        known.act(Action::Rate(Rating::Good));
    }
    let mut left = cards(bank);
    left.act(Action::Finish);
    vec![
        Scene { name: "start-cards", screen: ready.screen() },
        Scene { name: "results-cards-known", screen: known.screen() },
        Scene { name: "results-cards-left", screen: left.screen() },
    ]
}
