//! View snapshots: every screen, rendered without a browser, is as `tests/snapshots` shows it.
//!
//! `UPDATE_EXPECT=1` writes what the views render: read the difference before you commit it. What
//! must hold for any screen, whatever it looks like, has a test of its own below.

mod cards;
mod exams;
mod languages;
pub(crate) mod screens;
mod standing;

use crate::html::{self, Element};
use screens::{Scene, scenes};
use selfcheck::quiz::Bank;
use selfcheck::widget::stage::{Paper, Screen};
use selfcheck::widget::view;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Poll, Waker};
use yew::prelude::*;

/// A component that shows one screen, as the widget's root does.
#[derive(Debug)]
struct Painted;

#[derive(Clone, Properties)]
struct PaintedProps {
    screen: Rc<Screen>,
}

impl PartialEq for PaintedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen)
    }
}

impl Component for Painted {
    type Message = ();
    type Properties = PaintedProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::screen(&ctx.props().screen, &Callback::noop())
    }
}

fn render(screen: Screen) -> String {
    let props = PaintedProps { screen: Rc::new(screen) };
    let renderer = yew::LocalServerRenderer::<Painted>::with_props(props).hydratable(false);
    // Views wait for nothing, so asking once is enough and no runtime is needed.
    match pin!(renderer.render()).poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => panic!("a view waits for something"),
    }
}

/// Every screen with its name.
fn rendered() -> Vec<(&'static str, Element)> {
    scenes().into_iter().map(|Scene { name, screen }| (name, html::parse(&render(screen)))).collect()
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "snapshots"].iter().collect()
}

#[test]
fn every_screen_is_as_its_snapshot_shows_it() {
    let is_updating = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut differences = Vec::new();
    let mut names = BTreeSet::new();
    for (name, screen) in rendered() {
        assert!(names.insert(format!("{name}.html")), "two screens are called {name}");
        let path = folder().join(format!("{name}.html"));
        let pretty = screen.pretty();
        let written = fs::read_to_string(&path).unwrap_or_default();
        if is_updating {
            fs::write(&path, pretty).unwrap();
        } else if pretty != written {
            differences.push(format!("{name}.html:{}", first_difference(&written, &pretty)));
        }
    }
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".html") && !names.contains(&name) {
            if is_updating {
                fs::remove_file(folder().join(name)).unwrap();
            } else {
                differences.push(format!("{name}: is of no screen"));
            }
        }
    }
    assert!(
        differences.is_empty(),
        "UPDATE_EXPECT=1 rewrites the snapshots, and git diff shows what changed\n{}",
        differences.join("\n")
    );
}

fn first_difference(written: &str, rendered: &str) -> String {
    let n_same = written.lines().zip(rendered.lines()).take_while(|(one, other)| one == other).count();
    let line = |text: &str| text.lines().nth(n_same).unwrap_or("(the end)").trim().to_owned();
    format!("{}\n  snapshot: {}\n  rendered: {}", n_same + 1, line(written), line(rendered))
}

/// The banks differ in everything that a learner must not know yet.
#[test]
fn before_an_answer_is_checked_nothing_shows_what_is_right() {
    let bank = screens::BANK;
    let hidden = screens::bank_with_other_keys();
    for question in screens::QUESTIONS {
        // Steps that nobody moved stand in an order drawn from that of the bank.
        let untouched = if question == "order" { "step-pour>step-warm>step-leaf" } else { "-" };
        for given in [untouched, screens::wrong(question)] {
            let html = |bank: &str| render(screens::answering(&Bank::read(bank).unwrap(), question, given));
            let shown = html(bank);
            assert_eq!(shown, html(&hidden), "{question}: the HTML depends on the key or on a rationale");
            let telling = html::parse(&shown)
                .all(|element| {
                    ["class", "part"]
                        .iter()
                        .any(|list| element.get(list).is_some_and(|all| all.contains("correct")))
                })
                .len();
            assert_eq!(telling, 0, "{question}: a class or part says what is correct");
            // By default an id tells the place in the file, which tells the order of steps.
            for id in ["step-", "tea-", "water-", "answer-", "fill-"] {
                assert!(!shown.contains(id), "{question}: an id is in the HTML");
            }
        }
    }
}

/// Whatever is answered: it is told how much of it is right, and nothing of what, or why.
#[test]
fn while_another_attempt_is_open_nothing_shows_what_is_right() {
    let hidden = screens::bank_with_other_keys();
    let banks = [screens::BANK, &hidden].map(|bank| Bank::read(bank).unwrap());
    for question in screens::QUESTIONS {
        let pairs = screens::between_attempts([&banks[0], &banks[1]], question);
        // Of two options the other one is right, in whatever bank; a reflection is written once.
        let has_two = ["scene", "hard", "rich", "own"].contains(&question);
        assert!(has_two || !pairs.is_empty(), "{question}: nothing to look at");
        for [one, other] in pairs {
            assert_eq!(one.stage.name(), "feedback");
            let shown = render(one);
            assert_eq!(shown, render(other), "{question}: the HTML depends on the key or on a rationale");
            let root = html::parse(&shown);
            assert_eq!(root.all(|element| element.has_word("part", "retry-button")).len(), 1);
            for telling in root.all(|element| element.get("class").is_some_and(|all| all.contains("correct")))
            {
                assert!(telling.has_word("class", "feedback"), "{question}: {}", telling.pretty());
            }
            let lists = root.all(|element| element.has_word("part", "option-rationale"));
            assert!(lists.is_empty(), "{question}: a rationale is told");
        }
    }
}

/// The same two banks as cards; steps aside, which are drawn from the order of the bank.
#[test]
fn the_front_of_a_card_shows_nothing_of_what_is_right() {
    let hidden = screens::bank_with_other_keys();
    let [bank, other] = [screens::BANK, &hidden].map(|bank| Bank::read(bank).unwrap());
    for question in screens::QUESTIONS {
        let shown = render(cards::front(&bank, question));
        let is_ordering = question == "order";
        assert!(is_ordering || shown == render(cards::front(&other, question)), "{question}");
        for id in ["step-", "tea-", "water-", "answer-", "fill-", "row-", "milk-"] {
            assert!(!shown.contains(id), "{question}: an id is in the HTML");
        }
        for telling in ["correct", "part=\"answer\"", "option-rationale"] {
            assert!(!shown.contains(telling), "{question}: {telling}");
        }
    }
    let shown = html::parse(&render(cards::front(&bank, "order"))).text();
    let steps = ["Warm the pot", "add the leaves", "Pour"].map(|step| shown.find(step).expect(step));
    assert!(!steps.is_sorted(), "the steps stand in the right order");
}

/// Every screen of an exam, with nothing given and with everything.
#[test]
fn before_an_exam_is_handed_in_nothing_shows_what_is_right() {
    let (bank, hidden) = (screens::BANK, screens::bank_with_other_keys());
    let banks = [bank, &hidden].map(|bank| Bank::read(bank).unwrap());
    for is_given in [false, true] {
        let [one, other] = [&banks[0], &banks[1]].map(|bank| exams::before_the_end(bank, is_given));
        assert_eq!(one.len(), screens::QUESTIONS.len() + 5);
        for ((name, shown), (_, hidden)) in one.into_iter().zip(other) {
            let shown = render(shown);
            assert_eq!(shown, render(hidden), "{name}: the HTML depends on the key or on a rationale");
            let is_telling = |element: &Element| {
                let has = |list| element.get(list).is_some_and(|all: String| all.contains("correct"));
                has("class") || has("part") || element.has_word("part", "hint")
            };
            let telling = html::parse(&shown).all(is_telling).len();
            assert_eq!(telling, 0, "{name}: something says what is correct, or helps");
        }
    }
}

/// The same two banks on paper; steps aside, which are drawn from the order of the bank.
#[test]
fn a_worksheet_shows_nothing_of_what_is_right_and_the_key_shows_it_only_when_it_is_asked_for() {
    let html = |bank: &str, paper| {
        let mut bank: serde_json::Value = serde_json::from_str(bank).unwrap();
        bank["questions"].as_array_mut().unwrap().retain(|question| question["kind"] != "ordering");
        render(screens::on_paper(&Bank::read(&bank.to_string()).unwrap(), paper))
    };
    let (bank, other) = (screens::BANK, screens::bank_with_other_keys());
    let shown = html(bank, Paper::Worksheet);
    assert_eq!(shown, html(&other, Paper::Worksheet), "the worksheet depends on the key or on a rationale");
    assert_ne!(html(bank, Paper::AnswerKey), html(&other, Paper::AnswerKey));
    let whole = render(screens::on_paper(&Bank::read(bank).unwrap(), Paper::Worksheet));
    for id in ["step-", "tea-", "water-", "answer-", "row-", "milk-"] {
        assert!(!whole.contains(id), "an id is in the HTML: {id}");
    }
}

/// A learner who plays on after printing meets every rationale only where it belongs.
#[test]
fn no_screen_but_the_answer_key_and_what_was_answered_explains() {
    for (name, root) in rendered() {
        let explains = root.text().contains("Black tea opens in boiling water.");
        let may = name.starts_with("results-")
            || name.starts_with("exam-results")
            || name.starts_with("card-") && name.ends_with("-back")
            || [
                "answer-key",
                "study-sheet",
                "single-choice-right",
                "single-choice-wrong",
                "hint-paid",
                "attempt-right",
                "attempt-given-up",
                "certainty-right",
                "certainty-wrong",
            ]
            .contains(&name);
        assert!(!explains || may, "{name}: a rationale is shown");
    }
}

/// If a text of the bank were read as HTML, there would be elements that no view writes.
#[test]
fn a_text_of_a_bank_stays_a_text_on_every_screen() {
    let elements = |html: &str| {
        let mut elements = Vec::new();
        html::parse(html).walk(&mut |element, _| {
            let attributes: String = element.attribute_names().map(|name| format!(" {name}")).collect();
            elements.push(format!("<{}{attributes}>", element.tag));
        });
        elements
    };
    let tame = screens::scenes_of(&Bank::read(screens::BANK).unwrap());
    let hostile = screens::scenes_of(&Bank::read(&screens::hostile_bank()).unwrap());
    for (tame, hostile) in tame.into_iter().zip(hostile) {
        let shown = render(hostile.screen);
        assert!(shown.contains("&lt;script&gt;"), "{}: the hostile text is not shown", tame.name);
        assert!(
            elements(&shown) == elements(&render(tame.screen)),
            "{}: a text became HTML\n{shown}",
            tame.name
        );
    }
}

#[test]
fn everything_a_learner_can_use_has_a_name() {
    for (screen, root) in rendered() {
        root.walk(&mut |element, around| {
            let label = || element.get("aria-label").unwrap_or_default();
            let name = match element.tag.as_str() {
                "button" => element.text() + &label(),
                "summary" | "a" | "legend" | "h2" | "h3" => element.text(),
                "input" | "select" | "textarea" => {
                    let labels = around.iter().filter(|element| element.tag == "label");
                    labels.map(|label| label.text()).collect::<String>() + &label()
                }
                "progress" => label(),
                "fieldset" => {
                    let legend = element.elements().next().filter(|first| first.tag == "legend");
                    legend.map(Element::text).unwrap_or_default()
                }
                _ => "needs none".to_owned(),
            };
            assert!(!name.trim().is_empty(), "{screen}: <{}> has no name\n{}", element.tag, element.pretty());
        });
    }
}

#[test]
fn a_group_of_radio_buttons_has_one_name_and_at_most_one_chosen() {
    for (screen, root) in rendered() {
        let mut chosen = BTreeSet::new();
        for radio in root.all(|element| element.get("type").is_some_and(|kind| kind == "radio")) {
            let group = radio.get("name").unwrap_or_else(|| panic!("{screen}: a radio button has no group"));
            let is_second = radio.get("checked").is_some() && !chosen.insert(group.clone());
            assert!(!is_second, "{screen}: two radio buttons of {group} are chosen");
        }
    }
}

/// Where the focus goes after a step, and what the answer is told in.
#[test]
fn every_screen_has_one_place_for_the_focus_and_one_live_region() {
    for (screen, root) in rendered() {
        // What may be too wide and scrolls by itself is reached by Tab.
        let is_wide = |element: &Element| ["math", "table"].contains(&element.tag.as_str());
        let focus = root.all(|element| element.get("tabindex").is_some() && !is_wide(element));
        let expected = usize::from(screen != "loading");
        assert_eq!(focus.len(), expected, "{screen}: headings or stems with a tabindex");
        assert!(focus.iter().all(|element| element.get("tabindex").as_deref() == Some("-1")), "{screen}");
        assert_eq!(live_regions(&root).len(), 1, "{screen}: live regions");
    }
}

fn live_regions(root: &Element) -> Vec<&Element> {
    root.all(|element| element.has_word("role", "status") && element.has_word("class", "unseen"))
}

/// A strict content policy of the page refuses style and script in attributes.
#[test]
fn no_screen_has_style_or_script_in_attributes() {
    for (screen, root) in rendered() {
        root.walk(&mut |element, _| {
            for name in element.attribute_names() {
                assert!(name != "style" && !name.starts_with("on"), "{screen}: <{} {name}>", element.tag);
            }
        });
    }
}

/// Nothing moves when a picture comes, nothing comes that nobody asked for, and everything has words.
#[test]
fn pictures_and_recordings_keep_their_place_and_have_words() {
    let mut n_shown = 0;
    for (screen, root) in rendered() {
        for shown in root.all(|element| ["img", "audio", "video"].contains(&element.tag.as_str())) {
            n_shown += 1;
            let (name, needed) = match shown.tag.as_str() {
                "img" => ("alt", ["width", "height"]),
                _ => ("aria-label", ["controls", "preload"]),
            };
            assert!(shown.get(name).is_some_and(|name| !name.is_empty()), "{screen}");
            assert!(needed.iter().all(|name| shown.get(name).is_some()), "{screen}");
            assert_eq!(shown.get("preload").unwrap_or("none".to_owned()), "none", "{screen}");
        }
    }
    assert!(n_shown > 5);
}

/// The other page must not be able to reach back, and the attempt stays.
#[test]
fn every_link_opens_apart() {
    for (screen, root) in rendered() {
        for link in root.all(|element| element.tag == "a") {
            assert_eq!(link.get("target").as_deref(), Some("_blank"), "{screen}");
            assert_eq!(link.get("rel").as_deref(), Some("noopener noreferrer"), "{screen}");
        }
    }
}

/// The words that other people's pages and checks rely on.
#[test]
fn the_promised_words_are_on_their_screens() {
    let screens = rendered();
    let root = |name: &str| &screens.iter().find(|(known, _)| *known == name).expect(name).1;
    for (name, button) in [
        ("start", "Start"),
        ("saved", "Continue"),
        ("saved", "Start again"),
        ("single-choice", "Check answer"),
        ("single-choice-right", "Next question"),
        ("last-question", "See results"),
        ("results-mixed", "Try again"),
        ("start", "Worksheet"),
        ("results-mixed", "Answer key"),
        ("worksheet", "Print"),
        ("answer-key", "Back"),
        ("failed-network", "Try again"),
        ("retry", "Try this question again"),
        ("retry", "Show the answer"),
        ("attempt-again", "Show the answer"),
        ("exam-start", "Start"),
        ("exam-question", "Next question"),
        ("exam-question", "Flag this question"),
        ("exam-question", "Hide the time"),
        ("exam-last-question", "Look over and hand in"),
        ("exam-look-over", "Hand in"),
        ("exam-paused", "Continue"),
        ("exam-saved", "Continue"),
        ("exam-saved-paused", "Start again"),
    ] {
        let is_there = |element: &Element| element.tag == "button" && element.text() == button;
        assert_eq!(root(name).all(is_there).len(), 1, "{name}: “{button}”");
    }
    for (name, words) in [
        ("multiple-response-right", "Correct"),
        ("multiple-response-partly", "Partly correct"),
        ("multiple-response-wrong", "Not this time"),
        ("ordering-partly", "Partly correct"),
        ("matching-partly", "Partly correct"),
        ("fill-in-close", "Correct"),
        ("grid-partly", "Partly correct"),
        ("numeric-right", "Correct"),
        ("retry", "Not this time"),
        ("retry-partly", "Partly correct"),
        ("attempt-right", "Correct"),
        ("cloze-partly", "Partly correct"),
        ("reflection-compared", "Compare your answer"),
        ("hotspot-right", "Correct"),
    ] {
        let feedback = root(name).all(|element| element.has_word("part", "feedback"));
        assert!(feedback[0].text().starts_with(words), "{name}: {}", feedback[0].text());
        assert!(live_regions(root(name))[0].text().starts_with(words), "{name}: the live region");
    }
}
