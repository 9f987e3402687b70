//! Banks, settings, actions and spoilt snapshots to draw from.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use selfcheck::quiz::calibration::Certainty;
use selfcheck::quiz::id::{Id, OptionId, QuestionId, TopicId};
use selfcheck::quiz::session::action::Scope;
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::Millis;
use selfcheck::quiz::session::settings::{Count, Settings, Shuffle};
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Bank, Kind, Response, Session};
use serde_json::{Value, json};
use std::rc::Rc;

/// A topic has no weight, or one of these.
fn topic() -> impl Strategy<Value = Value> {
    option::of(select(vec![0.0, 0.5, 1.0, 2.0, 16.0]))
        .prop_map(|weight| json!({ "title": "T", "weight": weight }))
}

fn question() -> impl Strategy<Value = Value> {
    let kind = select(Kind::NAMES);
    (kind, 0..4_usize, option::of(0..3_usize), 2..6_usize, any::<usize>(), any::<bool>()).prop_map(
        |(kind, topic, scenario, n_options, bits, flag)| {
            if let Some(mut question) = with_other_lists(kind, n_options, bits) {
                question["topic"] = json!(topic);
                question["scenario"] = json!(scenario.map(|index| format!("s{index}")));
                question["shuffle"] = json!(flag);
                return question;
            }
            let is_multiple = kind == "multiple-response";
            let n_options = if is_multiple { n_options + 1 } else { n_options };
            let first = bits % n_options;
            let is_key = |index: usize| match (index + n_options - first) % n_options {
                0 => true,
                1 => is_multiple,
                2 => false,
                _ => is_multiple && (bits >> (8 + index)) & 1 == 1,
            };
            let options: Vec<_> = (0..n_options)
                .map(|index| json!({ "text": format!("Option {index}"), "correct": is_key(index) }))
                .collect();
            let list = if kind == "true-false" { "reasons" } else { "options" };
            let mut question = json!({
                "kind": kind, "topic": topic, "stem": "?", "shuffle": flag, list: options,
                "scenario": scenario.map(|index| format!("s{index}")),
            });
            if kind == "true-false" {
                question["key"] = json!(bits & 1 == 0);
            }
            question
        },
    )
}

/// A question of a kind whose learners choose otherwise than among options.
fn with_other_lists(kind: &str, n: usize, bits: usize) -> Option<Value> {
    let items = |n: usize, word: &str| -> Vec<Value> {
        (0..n).map(|index| json!({ "text": format!("{word} {index}") })).collect()
    };
    match kind {
        "ordering" => Some(json!({ "kind": kind, "stem": "?", "steps": items(n + 1, "Step") })),
        "matching" => {
            let may_reuse = bits & 1 == 1;
            let mut premises = items(n, "Premise");
            for (index, premise) in premises.iter_mut().enumerate() {
                let key = (index + bits) % n;
                let key = if may_reuse { key / 2 } else { key };
                premise["key"] = json!(["a", "b", "c", "d", "e"][key]);
            }
            let responses = items(n, "Response");
            Some(json!({
                "kind": kind, "stem": "?", "reuse": may_reuse, "responses": responses, "premises": premises,
            }))
        }
        "grid" => {
            let mut rows = items(n + 1, "Row");
            for (index, row) in rows.iter_mut().enumerate() {
                row["key"] = json!(["a", "b", "c", "d", "e"][(bits >> (2 * index)) % n]);
            }
            Some(json!({ "kind": kind, "stem": "?", "columns": items(n, "Column"), "rows": rows }))
        }
        "numeric" => {
            let mut answers: Vec<_> = (0..n).map(|index| ranged(index, bits >> (4 * index))).collect();
            for (index, answer) in answers.iter_mut().enumerate() {
                answer["correct"] = json!(index == bits % n || (bits >> (8 + index)) & 1 == 1);
            }
            let unit = (bits & 1 == 1).then_some("hours");
            Some(json!({ "kind": kind, "stem": "?", "unit": unit, "answers": answers }))
        }
        "reflection" => {
            Some(json!({ "kind": kind, "stem": "?", "model": "M", "checks": items(n - 2, "Check") }))
        }
        "cloze" => {
            let gaps: Vec<_> = (0..n).map(|place| gap(place, n, bits >> (3 * place))).collect();
            let passage: Vec<_> = (0..n).rev().map(|place| format!("{{{{g{place}}}}}")).collect();
            Some(json!({ "kind": kind, "stem": "?", "passage": passage.join(" and "), "gaps": gaps }))
        }
        "hotspot" => {
            let mut regions = items(n, "Region");
            for (index, region) in regions.iter_mut().enumerate() {
                let at = 20 * index;
                let (form, numbers) = [
                    ("rect", json!([at, 0, 10, 10.5])),
                    ("circle", json!([at + 5, 5, 5])),
                    ("polygon", json!([[at, 0], [at + 9, 0], [at, 9]])),
                ][(bits >> (2 * index)) % 3]
                    .clone();
                region[form] = numbers;
                region["correct"] = json!(index == bits % n);
            }
            let image = json!([["img", { "src": "a.svg", "alt": "A", "width": "100", "height": "20" }]]);
            Some(json!({ "kind": kind, "stem": "?", "image": image, "regions": regions }))
        }
        "fill-in" => {
            let mut answers = items(n, "Answer");
            for (index, answer) in answers.iter_mut().enumerate() {
                answer["correct"] = json!(index == bits % n || (bits >> (8 + index)) & 1 == 1);
            }
            Some(json!({ "kind": kind, "stem": "____", "close_spelling": bits & 1 == 1, "answers": answers }))
        }
        _ => None,
    }
}

/// A gap of one of three kinds.
fn gap(place: usize, n: usize, bits: usize) -> Value {
    let (kind, list) = [("fill-in", "answers"), ("numeric", "answers"), ("", "options")][bits % 3];
    let mut gap = with_other_lists(kind, n, bits).unwrap_or_else(|| {
        let option = |index| json!({ "text": format!("Option {index}"), "correct": index == bits % n });
        json!({ "options": (0..n).map(option).collect::<Vec<_>>() })
    });
    gap.as_object_mut().unwrap().retain(|name, _| name == list || name == "close_spelling" || name == "unit");
    gap["id"] = json!(format!("g{place}"));
    gap
}

/// An answer of a numeric question near ten times its place, so that it overlaps with no other.
fn ranged(place: usize, bits: usize) -> Value {
    let value = 10 * place as i64 - 20;
    let half = (bits & 7) as f64 / 2.0;
    match bits & 8 {
        0 => json!({ "value": value as f64 + half, "tolerance": half }),
        _ => json!({ "min": value, "max": value as f64 + half }),
    }
}

/// A bank of up to 10 questions, `q0` and on, in up to 4 topics, `t0` and on, some in scenarios.
pub(super) fn bank() -> impl Strategy<Value = Rc<Bank>> {
    (vec(topic(), 1..5), vec(question(), 1..11)).prop_map(|(mut topics, mut questions)| {
        for (index, topic) in topics.iter_mut().enumerate() {
            topic["id"] = json!(format!("t{index}"));
        }
        for (index, question) in questions.iter_mut().enumerate() {
            question["id"] = json!(format!("q{index}"));
            // Some weigh more or less, have a hint, or a number of attempts of their own.
            let bits = index + topics.len();
            question["points"] = json!([1.0, 1.0, 2.0, 0.5, 7.25][bits % 5]);
            question["hint"] = json!((bits % 3 > 0).then_some("H"));
            question["attempts"] = json!((bits % 4 == 0).then_some(bits % 10 + 1));
            let topic = question["topic"].as_u64().unwrap() % topics.len() as u64;
            question["topic"] = json!(format!("t{topic}"));
        }
        let scenarios: Vec<_> = (0..3).map(|n| json!({ "id": format!("s{n}"), "text": "S" })).collect();
        read_bank(&json!({
            "format": 1, "id": "bank", "title": "B",
            "topics": topics, "scenarios": scenarios, "questions": questions,
        }))
    })
}

pub(super) fn read_bank(json: &Value) -> Rc<Bank> {
    Rc::new(Bank::read(&json.to_string()).unwrap())
}

/// Some topics of a bank, and one it does not have.
fn topics() -> impl Strategy<Value = Vec<TopicId>> {
    let ids = ["t0", "t1", "t2", "t3", "t99"].iter().filter_map(|id| TopicId::parse(id)).collect::<Vec<_>>();
    prop_oneof![Just(Vec::new()), subsequence(ids, 1..4)]
}

fn scope() -> impl Strategy<Value = Scope> {
    (topics(), option::of(0..14_u32)).prop_map(|(topics, n)| Scope { topics, count: n.map(Count::Of) })
}

pub(super) fn settings() -> impl Strategy<Value = Settings> {
    let shuffle = select(Shuffle::NAMES).prop_map(|(_, shuffle)| shuffle);
    let seed = option::of(any::<u32>().prop_map(Seed));
    let attempts = (select(vec![1, 1, 2, 3, 10]), 0..=100_u32, 0..=100_u32);
    (scope(), shuffle, seed, option::of(0..=100_u32), attempts).prop_map(
        |(scope, shuffle, seed, pass_mark, (attempts, attempt_cost, hint_cost))| {
            let Scope { topics, count } = scope;
            let settings = Settings { count, topics, shuffle, seed, pass_mark, ..Settings::default() };
            Settings { attempts, attempt_cost, hint_cost, ..settings }
        },
    )
}

/// Settings of an exam: against the clock or not, with pauses or without.
pub(super) fn exam() -> impl Strategy<Value = Settings> {
    (settings(), option::of(1..=200_u32), any::<bool>(), any::<bool>()).prop_map(
        |(settings, time_limit, may_pause, asks_certainty)| Settings {
            mode: Mode::Exam,
            time_limit,
            may_pause,
            asks_certainty,
            ..settings
        },
    )
}

/// Responses of any kind, complete or not, some with options that no question has.
pub(super) fn response() -> impl Strategy<Value = Response> {
    let ids = ["a", "b", "c", "d", "e", "f", "zz"].iter().filter_map(|id| OptionId::parse(id));
    let ids: Vec<_> = ids.collect();
    let one = option::of(select(ids.clone()));
    prop_oneof![
        one.clone().prop_map(|option| Response::SingleChoice { option }),
        subsequence(ids.clone(), 0..5)
            .prop_map(|ids| Response::MultipleResponse { options: ids.into_iter().collect() }),
        one.clone().prop_map(|region| Response::Hotspot { region }),
        (option::of(any::<bool>()), one)
            .prop_map(|(verdict, reason)| Response::TrueFalse { verdict, reason }),
        vec(select(ids.clone()), 0..7).prop_map(|order| Response::Ordering { order }),
        Just(ids[..3].to_vec()).prop_shuffle().prop_map(|order| Response::Ordering { order }),
        (vec((select(ids.clone()), select(ids)), 0..7), any::<bool>()).prop_map(|(pairs, is_grid)| {
            if is_grid { Response::Grid { rows: pairs } } else { Response::Matching { pairs } }
        }),
        vec((select(gap_ids()), prop_oneof![typed(), number(), "[a-f]"]), 0..7)
            .prop_map(|gaps| Response::Cloze { gaps }),
        (prop_oneof![typed(), "y{4990,5010}"], checks())
            .prop_map(|(text, checks)| Response::Reflection { text, checks }),
        typed().prop_map(|text| Response::FillIn { text }),
        number().prop_map(|text| Response::Numeric { text }),
    ]
}

/// Checks of a reflection, and one it does not have.
fn checks() -> impl Strategy<Value = Vec<OptionId>> {
    let ids = ["a", "b", "c", "zz"].iter().filter_map(|id| OptionId::parse(id));
    subsequence(ids.collect::<Vec<_>>(), 0..4)
}

fn gap_ids() -> Vec<OptionId> {
    ["g0", "g1", "g2", "g3", "zz"].iter().filter_map(|id| OptionId::parse(id)).collect()
}

/// What somebody may type: an answer, nearly one, or anything, at length too.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof!["[ -]?[Aa]nsw?er[ -]?[0-6]?\\.?", any::<String>(), "x{190,210}"]
}

/// A number somebody may type, nearly one, or anything.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-+−]?[0-9]{0,3}([ .,\u{2009}]?[0-9]{3}){0,2}[.,]?[0-9]{0,8} ?(hours|%)?",
        any::<String>(),
        "9{190,210}"
    ]
}

/// Something to do next.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Whatever it is.
    Do(Action),
    /// A complete response to the question that is shown, chosen by these bits.
    Answer(usize),
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let always = |action| Just(Step::Do(action));
    let question = || (0..12_u8).prop_filter_map("an id", |n| QuestionId::parse(&format!("q{n}")));
    prop_oneof![
        6 => any::<usize>().prop_map(Step::Answer),
        6 => always(Action::Submit),
        4 => always(Action::TryAgain),
        2 => always(Action::Hint),
        1 => always(Action::GiveUp),
        6 => always(Action::Next),
        3 => always(Action::Start),
        2 => always(Action::Back),
        2 => question().prop_map(|id| Step::Do(Action::GoTo(id))),
        2 => response().prop_map(|response| Step::Do(Action::Respond(response))),
        3 => checks().prop_map(|checks| Step::Do(Action::Mark(checks))),
        1 => scope().prop_map(|scope| Step::Do(Action::Choose(scope))),
        1 => always(Action::Resume),
        1 => always(Action::Finish),
        1 => always(Action::Skip),
        1 => always(Action::Restart),
        1 => always(Action::PractiseMissed),
        // What only some modes know.
        2 => always(Action::Flag),
        2 => always(Action::LookOver),
        1 => always(Action::Pause),
        1 => always(Action::Tick),
        2 => select(Certainty::ALL.map(|(_, certainty, _)| certainty).to_vec())
            .prop_map(|certainty| Step::Do(Action::Sure(certainty))),
        1 => vec(question(), 0..4).prop_map(|ids| Step::Do(Action::Practise(ids))),
    ]
}

/// Steps, each at its moment; the clock leaps now and then.
pub(super) fn steps() -> impl Strategy<Value = Vec<(Step, Millis)>> {
    let moment = prop_oneof![9 => 0..100_000_u64, 1 => any::<u64>()].prop_map(Millis);
    vec((step(), moment), 0..40)
}

pub(super) fn action_of(step: &Step, session: &Session) -> Action {
    match (step, session.shown()) {
        (Step::Do(action), _) => action.clone(),
        (Step::Answer(bits), Some(shown)) => {
            let response = complete(&shown.question.kind, *bits);
            // Once it is checked there is something to mark.
            if let (Response::Reflection { checks, .. }, Some(_)) = (&response, shown.score) {
                return Action::Mark(checks.clone());
            }
            Action::Respond(response)
        }
        (Step::Answer(_), None) => Action::Submit,
    }
}

/// A complete response chosen by bits.
pub(super) fn complete(kind: &Kind, bits: usize) -> Response {
    let options: Vec<_> = kind.options().iter().map(|option| option.id.clone()).collect();
    let nth = |n: usize| options[n % options.len()].clone();
    match kind {
        Kind::Reflection(_) => {
            let marked = options.iter().enumerate().filter(|(index, _)| (bits >> index) & 1 == 1);
            let checks = marked.map(|(_, id)| id.clone()).collect();
            Response::Reflection { text: "What I think.".to_owned(), checks }
        }
        Kind::SingleChoice(_) => Response::SingleChoice { option: Some(nth(bits)) },
        Kind::Hotspot(_) => Response::Hotspot { region: Some(nth(bits)) },
        Kind::MultipleResponse(_) => {
            let is_selected = |index: &usize| *index == bits % options.len() || (bits >> index) & 1 == 1;
            let selected = (0..options.len()).filter(is_selected).map(nth).collect();
            Response::MultipleResponse { options: selected }
        }
        Kind::TrueFalse(_) => {
            Response::TrueFalse { verdict: Some(bits & 1 == 1), reason: Some(nth(bits >> 1)) }
        }
        Kind::Ordering(_) => {
            let mut order = options.clone();
            order.rotate_left(bits % options.len());
            order.swap(0, (bits >> 3) % options.len());
            Response::Ordering { order }
        }
        Kind::Matching(kind) => {
            let premises = kind.premises().iter().enumerate();
            let pairs = premises.map(|(index, premise)| (premise.id.clone(), nth(bits >> (2 * index))));
            Response::Matching { pairs: pairs.collect() }
        }
        Kind::Grid(kind) => {
            let rows = kind.premises().iter().enumerate();
            let rows = rows.map(|(index, row)| (row.id.clone(), nth(bits >> (2 * index))));
            Response::Grid { rows: rows.collect() }
        }
        Kind::Cloze(kind) => {
            let given = kind.gaps().iter().enumerate().map(|(index, gap)| {
                let response = complete(&gap.kind, bits >> (2 * index));
                let option =
                    if let Response::SingleChoice { option } = &response { option.clone() } else { None };
                let text = option.map_or(response.typed().to_owned(), |option| option.as_str().to_owned());
                (gap.id.clone(), text)
            });
            Response::Cloze { gaps: given.collect() }
        }
        Kind::Numeric(_) => Response::Numeric { text: format!("{}", (bits % 80) as f64 - 25.5) },
        Kind::FillIn(kind) => {
            let answers: Vec<_> = kind.answers().iter().map(|answer| answer.text.to_text()).collect();
            let text = answers.get(bits % (answers.len() + 1)).cloned();
            Response::FillIn { text: text.unwrap_or_else(|| "something else".to_owned()) }
        }
    }
}

/// What stands in a snapshot where it should not.
#[derive(Clone, Debug)]
pub(super) enum Spoilt {
    With(Value),
    /// What stands elsewhere in it.
    Copied(usize),
}

pub(super) fn spoilt() -> impl Strategy<Value = Spoilt> {
    let values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("zz"),
        json!("b"),
        json!("ready"),
        json!("finished"),
        json!("answering"),
        json!({ "response": { "kind": "single-choice", "option": "b" }, "hint": true }),
        json!([]),
        json!({}),
    ];
    prop_oneof![select(values).prop_map(Spoilt::With), any::<usize>().prop_map(Spoilt::Copied)]
}

/// The place of every value, as JSON pointers.
fn pointers(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, item)| pointers(item, format!("{at}/{index}"), into));
        }
        Value::Object(table) => {
            table.iter().for_each(|(key, item)| pointers(item, format!("{at}/{key}"), into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    into.push(at);
}

/// JSON with some places spoilt.
pub(super) fn spoil(json: &str, edits: Vec<(usize, Spoilt)>) -> String {
    let mut json: Value = serde_json::from_str(json).unwrap();
    for (place, value) in edits {
        let mut places = Vec::new();
        pointers(&json, String::new(), &mut places);
        let value = match value {
            Spoilt::With(value) => value,
            Spoilt::Copied(other) => json.pointer(&places[other % places.len()]).unwrap().clone(),
        };
        *json.pointer_mut(&places[place % places.len()]).unwrap() = value;
    }
    json.to_string()
}
