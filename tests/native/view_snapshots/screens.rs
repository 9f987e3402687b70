//! The screens to render: one of each kind that a learner can come to.

use super::{cards, exams, standing};
use selfcheck::quiz::bank::problem::{Place, Problem};
use selfcheck::quiz::id::{Id, OptionId, TopicId};
use selfcheck::quiz::markup::Tag;
use selfcheck::quiz::question::option::QuestionOption;
use selfcheck::quiz::session::action::Scope;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::{Count, Settings, Shuffle};
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Bank, Event, Kind, Response, Session};
use selfcheck::widget::load::LoadError;
use selfcheck::widget::stage::{Notice, Page, Paper, Screen, Stage};
use serde_json::{Value, json};
use std::rc::Rc;

/// A bank with a question of every kind, and with everything a text may hold.
pub(crate) const BANK: &str = include_str!("../../snapshots/bank.json");

/// Its questions.
pub(super) const QUESTIONS: [&str; 16] = [
    "radio", "boxes", "two", "verdict", "scene", "order", "pairs", "reuse", "word", "rows", "degrees",
    "gaps", "own", "place", "hard", "rich",
];

/// A screen with the name of its snapshot.
pub(super) struct Scene {
    pub(super) name: &'static str,
    pub(super) screen: Screen,
}

/// Every screen.
pub(super) fn scenes() -> Vec<Scene> {
    let bank = Bank::read(BANK).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut scenes = vec![Scene { name: "loading", screen: screen(Stage::Loading) }];
    scenes.extend(failures());
    scenes.extend(scenes_of(&bank));
    scenes.extend(starts(&bank));
    scenes.extend(cards::scenes(&bank));
    scenes.extend(all_results(&bank));
    scenes.extend(exams::scenes(&bank));
    scenes.extend(notices(&bank));
    scenes.extend(without_more(&bank));
    scenes.extend(standing::scenes(&bank));
    scenes.extend(standing::reviews(&bank));
    scenes
}

/// The screens that show texts of a bank which is made like [`BANK`].
pub(super) fn scenes_of(bank: &Bank) -> Vec<Scene> {
    let mut paused = Sitting::of(bank);
    paused.answer("radio", "b");
    let mut scenes = vec![
        Scene { name: "saved", screen: Screen { is_saving: true, ..screen(Stage::Saved(paused.session)) } },
        Scene { name: "start", screen: Sitting::ready(bank).screen() },
    ];
    for (name, question, given) in [
        ("single-choice", "radio", "-"),
        ("single-choice-chosen", "radio", "a"),
        ("multiple-response", "boxes", "-"),
        ("multiple-response-chosen", "boxes", "a,c"),
        ("multiple-response-two", "two", "-"),
        ("true-false", "verdict", "- -"),
        ("true-false-chosen", "verdict", "true b"),
        ("scenario", "scene", "-"),
        ("ordering", "order", "-"),
        ("ordering-moved", "order", "step-pour>step-warm>step-leaf"),
        ("matching", "pairs", "-"),
        ("matching-begun", "pairs", "tea-green=water-hot"),
        ("matching-with-reuse", "reuse", "a=a b=a"),
        ("fill-in", "word", "-"),
        ("fill-in-typed", "word", "draw"),
        ("grid", "rows", "-"),
        ("grid-begun", "rows", "row-oolong=milk-no"),
        ("numeric", "degrees", "-"),
        ("numeric-typed", "degrees", "80 °"),
        ("cloze", "gaps", "-"),
        ("cloze-begun", "gaps", "cup=fill-bin heat=80°"),
        ("reflection", "own", "-"),
        ("reflection-written", "own", "I would\nask her."),
        ("hotspot", "place", "-"),
        ("hotspot-chosen", "place", "pot"),
        ("content-note", "hard", "-"),
        ("rich-text", "rich", "-"),
    ] {
        scenes.push(Scene { name, screen: answering(bank, question, given) });
    }
    for (name, question) in [
        ("single-choice-nudged", "radio"),
        ("multiple-response-nudged", "boxes"),
        ("true-false-nudged", "verdict"),
        ("ordering-nudged", "order"),
        ("matching-nudged", "pairs"),
        ("fill-in-nudged", "word"),
        ("grid-nudged", "rows"),
        ("numeric-nudged", "degrees"),
        ("cloze-nudged", "gaps"),
        ("reflection-nudged", "own"),
        ("hotspot-nudged", "place"),
    ] {
        let mut screen = answering(bank, question, "-");
        screen.announce(&[], true);
        scenes.push(Scene { name, screen });
    }
    for (name, question, given) in [
        ("single-choice-right", "radio", "b"),
        ("single-choice-wrong", "radio", "a"),
        ("multiple-response-right", "boxes", "a,b"),
        ("multiple-response-partly", "boxes", "a"),
        ("multiple-response-wrong", "boxes", "c,d"),
        ("true-false-right", "verdict", "false a"),
        ("true-false-partly", "verdict", "false b"),
        ("true-false-wrong", "verdict", "true a"),
        ("ordering-right", "order", "step-warm>step-leaf>step-pour"),
        ("ordering-partly", "order", "step-pour>step-warm>step-leaf"),
        ("ordering-wrong", "order", "step-pour>step-leaf>step-warm"),
        ("matching-right", "pairs", "tea-black=water-hot tea-green=water-warm"),
        ("matching-partly", "pairs", "tea-black=water-hot tea-green=water-ice"),
        ("matching-wrong", "pairs", "tea-black=water-ice tea-green=water-ice"),
        ("fill-in-right", "word", "#0"),
        ("fill-in-close", "word", "#0~"),
        ("fill-in-mistake", "word", "#3"),
        ("fill-in-wrong", "word", "?"),
        ("grid-right", "rows", "row-chai=milk-yes row-oolong=milk-no row-white=milk-no"),
        ("grid-partly", "rows", "row-chai=milk-yes row-oolong=milk-yes row-white=milk-taste"),
        ("grid-wrong", "rows", "row-chai=milk-no row-oolong=milk-yes row-white=milk-taste"),
        ("numeric-right", "degrees", "79,5 °C"),
        ("numeric-mistake", "degrees", "100"),
        ("numeric-wrong", "degrees", "20"),
        ("cloze-right", "gaps", "cup=fill-bowl heat=80 verb=#0"),
        ("cloze-partly", "gaps", "cup=fill-mug heat=100 verb=#0~"),
        ("cloze-wrong", "gaps", "cup=fill-bin heat=20 verb=soak"),
        ("reflection-compared", "own", "I would\nask her."),
        ("hotspot-right", "place", "stove"),
        ("hotspot-wrong", "place", "pot"),
        ("content-note-right", "hard", "a"),
        ("scenario-right", "scene", "a"),
        ("last-question", "rich", "b"),
    ] {
        let mut sitting = Sitting::of(bank);
        sitting.answer(question, given);
        scenes.push(Scene { name, screen: sitting.screen() });
    }
    scenes.extend(attempts(bank));
    let mut mixed = Sitting::of(bank);
    for (question, given) in [
        ("radio", "a"),
        ("boxes", "a"),
        ("verdict", "false b"),
        ("scene", "a"),
        ("order", "step-pour>step-warm>step-leaf"),
        ("pairs", "tea-black=water-hot tea-green=water-ice"),
        ("word", "#3"),
        ("rows", "row-chai=milk-yes row-oolong=milk-yes row-white=milk-taste"),
        ("degrees", "100"),
        ("gaps", "cup=fill-mug heat=100 verb=#0~"),
        ("own", "I would\nask her."),
        ("place", "pot"),
    ] {
        mixed.answer(question, given);
    }
    mixed.act(Action::Mark(OptionId::parse("b").into_iter().collect()));
    let marked = Sitting { events: Vec::new(), ..mixed.again() };
    scenes.push(Scene { name: "reflection-marked", screen: marked.screen() });
    mixed.act(Action::Finish);
    scenes.push(Scene { name: "worksheet", screen: on_paper(bank, Paper::Worksheet) });
    scenes.push(Scene { name: "answer-key", screen: on_paper(bank, Paper::AnswerKey) });
    let again = Sitting { session: mixed.session.clone(), events: Vec::new() };
    let took_part = Screen { page: Some(Page::Participation), ..again.again().screen() };
    let study = Screen { page: Some(Page::Study), ..again.screen() };
    scenes.push(Scene { name: "results-mixed", screen: mixed.screen() });
    scenes.push(Scene { name: "study-sheet", screen: study });
    scenes.push(Scene { name: "participation", screen: took_part });
    scenes.extend(cards::scenes_of(bank));
    scenes.extend(standing::scenes_of(bank));
    scenes
}

/// Answering with a hint, and more than once.
fn attempts(bank: &Bank) -> Vec<Scene> {
    let after = |question: &str, steps: &[&str]| {
        let mut sitting = Sitting::with(bank, trying());
        sitting.act(Action::Start);
        sitting.go_to(question);
        for step in steps {
            match *step {
                "hint" => sitting.act(Action::Hint),
                "again" => sitting.act(Action::TryAgain),
                "give up" => sitting.act(Action::GiveUp),
                given => {
                    sitting.respond(given);
                    sitting.act(Action::Submit);
                }
            }
        }
        sitting.screen()
    };
    let scenes: [(_, _, &[&str]); 13] = [
        ("hint-with-its-cost", "radio", &[]),
        ("hint-open", "radio", &["hint"]),
        ("hint-paid", "radio", &["hint", "b"]),
        ("retry", "radio", &["a"]),
        ("retry-partly", "boxes", &["a"]),
        ("retry-true-false", "verdict", &["false b"]),
        ("retry-ordering", "order", &["step-pour>step-warm>step-leaf"]),
        ("retry-grid", "rows", &["row-chai=milk-yes row-oolong=milk-yes row-white=milk-taste"]),
        ("retry-typed", "degrees", &["100"]),
        ("retry-hotspot", "place", &["pot"]),
        ("attempt-again", "radio", &["hint", "a", "again"]),
        ("attempt-right", "radio", &["a", "again", "c", "hint", "again", "b"]),
        ("attempt-given-up", "radio", &["a", "again", "c", "give up"]),
    ];
    scenes.map(|(name, question, steps)| Scene { name, screen: after(question, steps) }).into()
}

/// Three attempts, and a price for all.
pub(super) fn trying() -> Settings {
    Settings { attempts: 3, attempt_cost: 10, hint_cost: 25, ..Settings::default() }
}

/// A screen for every complete response to a question that earns less than everything in both of two
/// banks, and is right about as many parts: with another attempt open they must be the same.
pub(super) fn between_attempts(banks: [&Bank; 2], question: &str) -> Vec<[Screen; 2]> {
    let id = Id::parse(question).unwrap();
    let kinds = banks.map(|bank| &bank.question(&id).unwrap().kind);
    let mut pairs = Vec::new();
    for response in every_response(kinds[0]) {
        let parts = kinds.map(|kind| kind.parts(&response));
        let is_full = kinds.map(|kind| kind.score(&response).is_full());
        if parts[0] == parts[1] && is_full == [false, false] && kinds[0].is_complete(&response) {
            pairs.push(banks.map(|bank| {
                let mut sitting = Sitting::with(bank, trying());
                sitting.act(Action::Start);
                sitting.go_to(question);
                sitting.act(Action::Respond(response.clone()));
                sitting.act(Action::Submit);
                sitting.screen()
            }));
        }
    }
    pairs
}

/// Every response that can be chosen, and something typed.
fn every_response(kind: &Kind) -> Vec<Response> {
    let ids: Vec<_> = kind.options().iter().map(|option| option.id.clone()).collect();
    let matched = |premises: &[QuestionOption]| {
        let mut all: Vec<Vec<(OptionId, OptionId)>> = vec![Vec::new()];
        for premise in premises {
            let with = |pairs: &Vec<(OptionId, OptionId)>, to: &OptionId| {
                pairs.iter().cloned().chain([(premise.id.clone(), to.clone())]).collect()
            };
            all = all.iter().flat_map(|pairs| ids.iter().map(move |to| with(pairs, to))).collect();
        }
        all
    };
    match kind {
        Kind::Hotspot(_) => ids.into_iter().map(|id| Response::Hotspot { region: Some(id) }).collect(),
        Kind::SingleChoice(_) => {
            ids.into_iter().map(|id| Response::SingleChoice { option: Some(id) }).collect()
        }
        Kind::MultipleResponse(_) => (1..1_usize << ids.len())
            .map(|bits| {
                let chosen = ids.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1);
                Response::MultipleResponse { options: chosen.map(|(_, id)| id.clone()).collect() }
            })
            .collect(),
        Kind::TrueFalse(_) => [true, false]
            .into_iter()
            .flat_map(|verdict| {
                let reasons = ids.iter().cloned();
                reasons.map(move |id| Response::TrueFalse { verdict: Some(verdict), reason: Some(id) })
            })
            .collect(),
        Kind::Ordering(_) => [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
            .map(|order| Response::Ordering { order: order.map(|index: usize| ids[index].clone()).into() })
            .into(),
        Kind::Matching(kind) => {
            matched(kind.premises()).into_iter().map(|pairs| Response::Matching { pairs }).collect()
        }
        Kind::Grid(kind) => {
            matched(kind.premises()).into_iter().map(|rows| Response::Grid { rows }).collect()
        }
        Kind::Cloze(kind) => {
            let mut all: Vec<Vec<(OptionId, String)>> = vec![Vec::new()];
            for gap in kind.gaps() {
                let ids = || gap.kind.options().iter().map(|option| option.id.as_str().to_owned()).collect();
                // Typed where one types, and no number of any of them.
                let given: Vec<String> = if gap.kind.is_typed() { vec!["12".to_owned()] } else { ids() };
                let with = |gaps: &Vec<(OptionId, String)>, given: &String| {
                    gaps.iter().cloned().chain([(gap.id.clone(), given.clone())]).collect()
                };
                all = all.iter().flat_map(|gaps| given.iter().map(move |given| with(gaps, given))).collect();
            }
            all.into_iter().map(|gaps| Response::Cloze { gaps }).collect()
        }
        Kind::Reflection(_) => vec![Response::Reflection { text: "12".to_owned(), checks: ids }],
        Kind::FillIn(_) => vec![Response::FillIn { text: "nothing like it".to_owned() }],
        Kind::Numeric(_) => vec![Response::Numeric { text: "12".to_owned() }],
    }
}

/// The whole bank on paper.
pub(super) fn on_paper(bank: &Bank, paper: Paper) -> Screen {
    Screen { page: Some(Page::Paper(paper)), ..Sitting::ready(bank).screen() }
}

fn failures() -> Vec<Scene> {
    let failed = |name, error| Scene { name, screen: screen(Stage::Failed(Rc::new(error))) };
    let problem =
        |path: &str, message: &str| Problem::error("S3", Place::default(), path, message, "mend it");
    let message = |text: &str| format!("https://tea.example/bank.json{text}");
    vec![
        failed("failed-network", LoadError::Network(message(": Failed to fetch"))),
        failed("failed-timeout", LoadError::Timeout(message(": signal timed out"))),
        failed("failed-status-404", LoadError::Status(404, message(" answered 404"))),
        failed("failed-status-503", LoadError::Status(503, message(" answered 503"))),
        failed(
            "failed-unreadable",
            LoadError::Unreadable(vec![
                problem("questions[0] (q1).options", "has <b>0</b> keys"),
                problem("questions[1] (q2).options", "has 1"),
            ]),
        ),
        failed(
            "failed-unreadable-at-length",
            LoadError::Unreadable((0..30).map(|n| problem(&format!("questions[{n}]"), "is odd")).collect()),
        ),
    ]
}

fn starts(bank: &Bank) -> Vec<Scene> {
    let mut chosen = Sitting::ready(bank);
    let topics = TopicId::parse("leaves").into_iter().collect();
    chosen.act(Action::Choose(Scope { topics, count: Some(Count::Of(3)) }));
    let settings = Settings { count: Some(Count::Of(4)), ..Settings::default() };
    vec![
        Scene { name: "start-saving", screen: Screen { is_saving: true, ..Sitting::ready(bank).screen() } },
        Scene { name: "start-with-a-topic-chosen", screen: chosen.screen() },
        Scene { name: "start-with-the-page-s-length", screen: Sitting::with(bank, settings).screen() },
        Scene { name: "start-without-choices", screen: Sitting::ready(&plain_bank()).screen() },
    ]
}

/// One topic, one question, and nothing that may be left out.
fn plain_bank() -> Bank {
    let json = json!({
        "format": 1, "id": "plain", "title": "Plain", "language": "de",
        "topics": [{ "id": "only", "title": "Only" }],
        "questions": [{ "id": "q", "kind": "single-choice", "topic": "only", "stem": "?",
            "options": [{ "text": "Yes", "correct": true }, { "text": "No" }] }],
    });
    Bank::read(&json.to_string()).unwrap()
}

fn all_results(bank: &Bank) -> Vec<Scene> {
    let all = |given: [&str; 16], settings: Settings| {
        let mut sitting = Sitting::with(bank, settings);
        sitting.act(Action::Start);
        for (question, given) in QUESTIONS.iter().zip(given) {
            sitting.answer(question, given);
        }
        sitting.act(Action::Next);
        sitting.screen()
    };
    let (order, pairs) = ("step-warm>step-leaf>step-pour", "tea-black=water-hot tea-green=water-warm");
    let rows = "row-chai=milk-yes row-oolong=milk-no row-white=milk-no";
    let gaps = "cup=fill-bowl heat=80 verb=#0";
    let right = [
        "b",
        "a,b",
        "a,b",
        "false a",
        "a",
        order,
        pairs,
        "a=a b=a c=b",
        "#1",
        rows,
        "80",
        gaps,
        "I ask.",
        "stove",
        "a",
        "b",
    ];
    let wrong = QUESTIONS.map(wrong);
    let aiming = |mark| Settings { pass_mark: Some(mark), ..Settings::default() };
    let mut unanswered = Sitting::of(bank);
    unanswered.act(Action::Finish);
    let mut own: Value = serde_json::from_str(BANK).unwrap();
    own["questions"].as_array_mut().unwrap().retain(|question| question["kind"] == "reflection");
    let mut own = Sitting::with(&Bank::read(&own.to_string()).unwrap(), aiming(70));
    own.act(Action::Start);
    own.respond("I ask.");
    own.act(Action::Submit);
    own.act(Action::Next);
    vec![
        Scene { name: "results-perfect", screen: all(right, Settings::default()) },
        Scene { name: "results-nothing-right", screen: all(wrong, Settings::default()) },
        Scene { name: "results-nothing-scored", screen: own.screen() },
        Scene { name: "results-unanswered", screen: unanswered.screen() },
        Scene { name: "results-target-reached", screen: all(right, aiming(70)) },
        Scene { name: "results-target-missed", screen: all(wrong, aiming(70)) },
        Scene {
            name: "results-saving",
            screen: Screen { is_saving: true, ..all(right, Settings::default()) },
        },
    ]
}

fn notices(bank: &Bank) -> Vec<Scene> {
    let with = |name, notices| Scene { name, screen: Screen { notices, ..Sitting::ready(bank).screen() } };
    vec![
        with("notice-not-saved", vec![Notice::NotSaved]),
        with("notice-unreadable", vec![Notice::Unreadable]),
        with("notice-newer", vec![Notice::Newer]),
        with("notice-other-tab", vec![Notice::OtherTab]),
        with("notices", vec![Notice::Unreadable, Notice::OtherTab]),
    ]
}

/// Where what is not needed to begin has not come yet, or will not.
fn without_more(bank: &Bank) -> Vec<Scene> {
    let mut explaining = Sitting::of(bank);
    explaining.answer("radio", "a");
    let mut finished = Sitting::of(bank);
    finished.act(Action::Finish);
    let coming = |screen| Screen { more: None, ..screen };
    let failed = |screen| Screen { has_more_failed: true, ..coming(screen) };
    let rarer = || answering(bank, "pairs", "-");
    vec![
        Scene { name: "more-coming-question", screen: coming(rarer()) },
        Scene { name: "more-failed-question", screen: failed(rarer()) },
        Scene { name: "more-coming-feedback", screen: coming(explaining.screen()) },
        Scene { name: "more-failed-results", screen: failed(finished.screen()) },
    ]
}

fn screen(stage: Stage) -> Screen {
    Screen { stage, ..Screen::default() }
}

/// The screen with a question and what was given to it so far.
pub(super) fn answering(bank: &Bank, question: &str, given: &str) -> Screen {
    let mut sitting = Sitting::of(bank);
    sitting.go_to(question);
    sitting.respond(given);
    sitting.screen()
}

/// A complete response that earns nothing in [`BANK`].
pub(super) fn wrong(question: &str) -> &'static str {
    match question {
        "boxes" => "c,d",
        "two" => "c",
        "verdict" => "true a",
        "scene" | "hard" => "b",
        "order" => "step-pour>step-leaf>step-warm",
        "pairs" => "tea-black=water-ice tea-green=water-ice",
        "reuse" => "a=b b=b c=a",
        "word" => "#3",
        "rows" => "row-chai=milk-no row-oolong=milk-yes row-white=milk-taste",
        "degrees" => "100",
        "gaps" => "cup=fill-bin heat=20 verb=soak",
        "own" => "I would tell her.",
        "place" => "pot",
        _ => "a",
    }
}

/// A session on its way.
pub(super) struct Sitting {
    pub(super) session: Session,
    /// What the last action caused.
    pub(super) events: Vec<Event>,
}

impl Sitting {
    /// As the author wrote it, so that the snapshots hold still.
    pub(super) fn with(bank: &Bank, settings: Settings) -> Self {
        let settings = Settings { shuffle: Shuffle::None, ..settings };
        let session = Session::new(Rc::new(bank.clone()), settings, Seed(1));
        Self { session, events: Vec::new() }
    }

    pub(super) fn ready(bank: &Bank) -> Self {
        Self::with(bank, Settings::default())
    }

    /// At its first question.
    pub(super) fn of(bank: &Bank) -> Self {
        let mut sitting = Self::ready(bank);
        sitting.act(Action::Start);
        sitting
    }

    pub(super) fn act(&mut self, action: Action) {
        self.events = self.session.update(action, Millis(0));
    }

    pub(super) fn go_to(&mut self, question: &str) {
        self.act(Action::GoTo(Id::parse(question).unwrap()));
        assert_eq!(self.session.shown().unwrap().question.id.as_str(), question);
    }

    /// `b` names one option, `a,c` several, `true b` a verdict and a reason, `b>a>c` an order,
    /// `a=x b=y` pairs, rows in a grid, or what is in gaps, where `#0` is the first answer. `#0` is the first answer typed, `#0~` with a slip, and what else is given to
    /// a fill-in question is typed as it is; `-` is nothing.
    pub(super) fn respond(&mut self, given: &str) {
        let option = |text: &str| (text != "-").then(|| OptionId::parse(text).unwrap());
        let shown = self.session.shown().unwrap();
        let response = match shown.question.kind.blank() {
            Response::SingleChoice { .. } => Response::SingleChoice { option: option(given) },
            Response::Hotspot { .. } => Response::Hotspot { region: option(given) },
            Response::MultipleResponse { .. } => {
                Response::MultipleResponse { options: given.split(',').filter_map(option).collect() }
            }
            Response::TrueFalse { .. } => {
                let (verdict, reason) = given.split_once(' ').unwrap_or(("-", "-"));
                Response::TrueFalse { verdict: verdict.parse().ok(), reason: option(reason) }
            }
            Response::Ordering { .. } => {
                Response::Ordering { order: given.split('>').filter_map(option).collect() }
            }
            blank @ (Response::Matching { .. } | Response::Grid { .. }) => {
                let pair =
                    |pair: &str| Some((option(pair.split_once('=')?.0)?, option(pair.split_once('=')?.1)?));
                let pairs = given.split(' ').filter_map(pair).collect();
                let is_grid = matches!(blank, Response::Grid { .. });
                if is_grid { Response::Grid { rows: pairs } } else { Response::Matching { pairs } }
            }
            Response::Reflection { .. } => {
                Response::Reflection { text: given.trim_start_matches('-').to_owned(), checks: Vec::new() }
            }
            Response::Cloze { .. } => {
                let gaps = shown.question.kind.gaps();
                let gap = |gap: &str| {
                    let (id, text) = gap.split_once('=')?;
                    let is_first = text.starts_with('#');
                    let known = gaps.iter().find(|gap| is_first && gap.id.as_str() == id);
                    let mut given = known.map(|gap| gap.kind.options()[0].text.to_text());
                    if let (true, Some(given)) = (text.ends_with('~'), &mut given) {
                        given.pop();
                    }
                    Some((option(id)?, given.unwrap_or_else(|| text.to_owned())))
                };
                Response::Cloze { gaps: given.split(' ').filter_map(gap).collect() }
            }
            Response::Numeric { .. } => Response::Numeric { text: given.trim_start_matches('-').to_owned() },
            Response::FillIn { .. } => {
                let answer =
                    given.strip_prefix('#').map(|n| n.trim_end_matches('~').parse::<usize>().unwrap());
                let answer = answer.map(|n| shown.question.kind.options()[n].text.to_text());
                let mut text = answer.unwrap_or_else(|| given.trim_start_matches('-').to_owned());
                if given.ends_with('~') {
                    text.pop();
                }
                Response::FillIn { text }
            }
        };
        self.act(Action::Respond(response));
    }

    fn answer(&mut self, question: &str, given: &str) {
        self.go_to(question);
        self.respond(given);
        self.act(Action::Submit);
        assert!(!self.events.is_empty(), "{question}: {given} is not complete");
    }

    /// The same once more.
    pub(super) fn again(&self) -> Self {
        Self { session: self.session.clone(), events: self.events.clone() }
    }

    pub(super) fn screen(self) -> Screen {
        let mut screen = screen(Stage::Running(self.session));
        screen.announce(&self.events, false);
        screen
    }
}

/// [`BANK`] with other keys and other rationales, and otherwise the same.
pub(crate) fn bank_with_other_keys() -> String {
    changed(|question| {
        question["rationale"] = json!("Another idea.");
        question.as_object_mut().unwrap().remove("correction");
        if let Some(key) = question["key"].as_bool() {
            question["key"] = json!(!key);
        }
        question["sources"] = json!([]);
        if question["model"].is_array() {
            question["model"] = json!("Another model.");
        }
        if let Some(gaps) = question["gaps"].as_array_mut() {
            gaps.iter_mut().for_each(|gap| {
                let list = if gap["options"].is_array() { "options" } else { "answers" };
                change_keys(gap, list);
            });
            return;
        }
        let list = match question["kind"].as_str().unwrap() {
            "true-false" => "reasons",
            "ordering" => "steps",
            "reflection" => "checks",
            "matching" => "premises",
            "grid" => "rows",
            "fill-in" | "numeric" => "answers",
            "hotspot" => "regions",
            _ => "options",
        };
        change_keys(question, list);
    })
}

fn change_keys(question: &mut Value, list: &str) {
    let options = question[list].as_array_mut().unwrap();
    if list == "steps" {
        options.rotate_left(1);
    }
    // The keys move round by one, so that there are as many as before.
    let keys: Vec<_> = options.iter().map(|option| option["correct"].clone()).collect();
    let matches: Vec<_> = options.iter().map(|option| option["key"].clone()).collect();
    for (index, option) in options.iter_mut().enumerate() {
        option["correct"] = keys[(index + 1) % keys.len()].as_bool().unwrap_or_default().into();
        option["key"] = matches[(index + 1) % matches.len()].clone();
        option["rationale"] = json!("Another reason.");
    }
}

fn changed(change: impl Fn(&mut Value)) -> String {
    let mut bank: Value = serde_json::from_str(BANK).unwrap();
    bank["questions"].as_array_mut().unwrap().iter_mut().for_each(change);
    bank.to_string()
}

/// [`BANK`] with HTML in every text, also within the nodes of rich text.
pub(super) fn hostile_bank() -> String {
    const HTML: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;i&gt; ";
    const TEXTS: &[&str] = &[
        "title",
        "description",
        "disclaimer",
        "notes",
        "text",
        "stem",
        "hint",
        "rationale",
        "correction",
        "model",
        "passage",
        "label",
    ];
    fn spoil(value: &mut Value, is_text: bool) {
        match value {
            // Before the text: a view looks at how it ends.
            Value::String(text) if is_text => text.insert_str(0, HTML),
            Value::Array(items) => {
                let is_node = items
                    .first()
                    .and_then(Value::as_str)
                    .is_some_and(|tag| Tag::ALL.iter().any(|t| t.name() == tag));
                items.iter_mut().skip(usize::from(is_node)).for_each(|item| spoil(item, is_text));
            }
            Value::Object(table) => {
                for (key, value) in table.iter_mut() {
                    spoil(value, TEXTS.contains(&key.as_str()));
                    if matches!(key.as_str(), "address" | "href" | "alt") {
                        *value = json!(format!("{}?{HTML}", value.as_str().unwrap()));
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut bank: Value = serde_json::from_str(BANK).unwrap();
    spoil(&mut bank, false);
    bank.to_string()
}
