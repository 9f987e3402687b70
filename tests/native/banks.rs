//! Banks made by chance, for properties of every bank.

use proptest::option::weighted;
use proptest::prelude::*;
use selfcheck::quiz::Bank;
use selfcheck::quiz::markup::closed::CODE_CLASSES;
use serde_json::{Map, Value, json};

/// Any bank that can be read: all kinds, and every field there or not.
pub(crate) fn bank() -> impl Strategy<Value = Bank> {
    let topics = prop::collection::vec(topic(), 1..4);
    let scenarios = prop::collection::vec(markup(), 0..3);
    let terms = prop::collection::vec(term(), 0..3);
    let questions = prop::collection::vec(question(), 1..8);
    (topics, scenarios, terms, questions, about(), settings()).prop_map(
        |(topics, scenarios, terms, questions, mut bank, settings)| {
            let (n_topics, n_scenarios) = (topics.len(), scenarios.len());
            let topics: Vec<_> =
                topics.into_iter().enumerate().map(|(i, topic)| with_id(topic, 't', i)).collect();
            let scenarios = scenarios.into_iter().map(|text| table([("text", Some(text))]));
            let scenarios: Vec<_> = scenarios.enumerate().map(|(i, table)| with_id(table, 's', i)).collect();
            let terms = terms.into_iter().enumerate().map(|(i, mut term)| {
                // No two of them may be the same.
                term.insert("word".into(), format!("{i}{}", term["word"]).into());
                Value::from(term)
            });
            let terms: Vec<_> = terms.collect();
            let questions = questions.into_iter().enumerate().map(|(i, (draw, mut question))| {
                let topic = draw % n_topics;
                question.insert("topic".into(), format!("t{topic}").into());
                if let Some(objectives) = topics[topic].get("objectives")
                    && draw % 2 == 0
                {
                    question.insert("objective".into(), objectives[0]["id"].clone());
                }
                if n_scenarios > 0 && draw % 3 == 0 {
                    question.insert("scenario".into(), format!("s{}", draw % n_scenarios).into());
                }
                with_id(question, 'q', i)
            });
            bank.extend([
                ("format".into(), json!(1)),
                ("settings".into(), settings.into()),
                ("questions".into(), questions.collect()),
                ("topics".into(), topics.into()),
                ("scenarios".into(), scenarios.into()),
                ("terms".into(), terms.into()),
            ]);
            Bank::read(&Value::from(bank).to_string()).expect("the strategy makes valid banks")
        },
    )
}

type Table = Map<String, Value>;

fn table<const N: usize>(entries: [(&str, Option<Value>); N]) -> Table {
    let there = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    there.collect()
}

fn with_id(mut table: Table, letter: char, index: usize) -> Value {
    table.insert("id".into(), format!("{letter}{index}").into());
    table.into()
}

/// Any characters, not all of them blank.
fn plain() -> impl Strategy<Value = Value> {
    any::<String>().prop_map(|text| format!("{text}.").into())
}

/// The tags whose elements may hold others and need no attribute.
const TAGS: &[&str] = &[
    "blockquote",
    "code",
    "em",
    "li",
    "ol",
    "figcaption",
    "figure",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements of formulas.
const MATH: &[&str] =
    &["math", "mfrac", "mi", "mn", "mo", "mrow", "msup", "mtable", "mtd", "mtr", "munderover"];

/// Plain text, or a tree of any allowed nodes, deep ones too.
fn markup() -> impl Strategy<Value = Value> {
    let picture = (media(), 1..=u16::MAX).prop_map(|((src, alt), side)| {
        json!(["img", { "src": src, "alt": alt, "width": side.to_string(), "height": side.to_string() }])
    });
    let code = (prop::sample::select(CODE_CLASSES), any::<String>())
        .prop_map(|(class, text)| json!(["span", { "class": class }, text]));
    let leaf = prop_oneof![
        4 => any::<String>().prop_map(Value::from),
        1 => Just(json!(["br"])),
        1 => Just(json!(["hr"])),
        1 => picture,
        1 => code,
    ];
    let node = leaf.prop_recursive(6, 24, 4, |inner| {
        let children = prop::collection::vec(inner, 0..4);
        let link = (children.clone(), "(https://|http://|MAILTO:)[ -~]{0,20}")
            .prop_map(|(children, href)| element(json!("a"), Some(json!({ "href": href })), children));
        let other = (prop::sample::select(TAGS), children.clone())
            .prop_map(|(tag, children)| element(json!(tag), None, children));
        let recording =
            (prop::bool::ANY, media(), children.clone()).prop_map(|(is_sound, (src, alt), children)| {
                let tag = if is_sound { "audio" } else { "video" };
                element(json!(tag), Some(json!({ "src": src, "alt": alt })), children)
            });
        let formula =
            (prop::sample::select(MATH), "[ -~]{1,9}", children).prop_map(|(tag, tex, children)| {
                let of_tag = if tag == "math" { json!({ "alttext": tex }) } else { json!({ "lspace": tex }) };
                element(json!(tag), Some(of_tag), children)
            });
        prop_oneof![1 => link, 6 => other, 1 => recording, 2 => formula]
    });
    let tree = prop::collection::vec(node, 0..4).prop_map(|mut nodes| {
        // A text must say something.
        nodes.push(json!("."));
        nodes.into()
    });
    prop_oneof![plain(), tree]
}

/// An address that a file may have, and the words for it.
fn media() -> impl Strategy<Value = (String, String)> {
    ("(https://|HTTP://|/|)[a-z0-9]{1,9}(/[a-z0-9.:]{1,9})?", "[ -~]{0,9}x")
}

fn element(tag: Value, attributes: Option<Value>, children: Vec<Value>) -> Value {
    [tag].into_iter().chain(attributes).chain(children).collect()
}

fn about() -> impl Strategy<Value = Table> {
    let some = || weighted(0.5, plain());
    let texts = (plain(), some(), some(), some(), weighted(0.5, markup()), weighted(0.5, markup()));
    texts.prop_map(|(title, language, version, license, description, disclaimer)| {
        table([
            ("id", Some(json!("bank"))),
            ("title", Some(title)),
            ("language", language),
            ("version", version),
            ("license", license),
            ("description", description),
            ("disclaimer", disclaimer),
        ])
    })
}

fn settings() -> impl Strategy<Value = Table> {
    let shuffle = prop::sample::select(vec!["all", "questions", "options", "none"]);
    let topics = prop::sample::select(vec![json!([]), json!(["t0"]), json!(["t0", "t0"])]);
    (
        weighted(0.5, Just(json!("practice"))),
        weighted(0.5, 1..100_000_u32),
        weighted(0.5, topics),
        weighted(0.5, shuffle),
        weighted(0.5, any::<u32>()),
        weighted(0.5, 0..=100_u32),
        weighted(0.5, any::<bool>()),
        (weighted(0.5, 1..=10_u32), weighted(0.5, 0..=100_u32), weighted(0.5, 0..=100_u32)),
    )
        .prop_map(|(mode, count, topics, shuffle, seed, pass_mark, no_start, attempts)| {
            table([
                ("mode", mode),
                ("count", count.map(Value::from)),
                ("topics", topics),
                ("shuffle", shuffle.map(Value::from)),
                ("seed", seed.map(Value::from)),
                ("pass-mark", pass_mark.map(Value::from)),
                ("no-start", no_start.map(Value::from)),
                ("attempts", attempts.0.map(Value::from)),
                ("attempt-cost", attempts.1.map(Value::from)),
                ("hint-cost", attempts.2.map(Value::from)),
            ])
        })
}

fn level() -> impl Strategy<Value = Option<Value>> {
    weighted(0.5, prop::sample::select(vec!["recall", "understand", "apply"]).prop_map(Value::from))
}

fn topic() -> impl Strategy<Value = Table> {
    let weight = weighted(
        0.5,
        prop::sample::select(vec![
            json!(0),
            json!(1),
            json!(16),
            json!(2.5),
            json!(0.125),
            json!(33.333_333_333),
            json!(1e6),
        ]),
    );
    let objectives = weighted(0.5, prop::collection::vec((plain(), level(), any::<u64>()), 1..3));
    (plain(), weight, weighted(0.5, markup()), objectives).prop_map(|(title, weight, notes, objectives)| {
        let objectives = objectives.map(|objectives| {
            let objectives = objectives.into_iter().enumerate();
            let named = objectives.map(|(index, (text, level, draw))| {
                // Upper case, and not the same in two topics but by a chance of 2^-64.
                let id = Some(json!(format!("O{index}-{draw:X}")));
                Value::from(table([("id", id), ("text", Some(text)), ("level", level)]))
            });
            named.collect()
        });
        table([("title", Some(title)), ("weight", weight), ("notes", notes), ("objectives", objectives)])
    })
}

fn term() -> impl Strategy<Value = Table> {
    let forms = prop::collection::vec(plain(), 0..3).prop_map(Value::from);
    let topic = weighted(0.5, Just(json!("t0")));
    (plain(), weighted(0.5, forms), topic, markup()).prop_map(|(word, forms, topic, text)| {
        table([("word", Some(word)), ("forms", forms), ("topic", topic), ("text", Some(text))])
    })
}

/// A question without id, and a number that decides what it refers to.
fn question() -> impl Strategy<Value = (usize, Table)> {
    let shown = (markup(), weighted(0.5, markup()), weighted(0.5, markup()), weighted(0.5, any::<bool>()));
    let plain = || weighted(0.3, plain());
    let address = "[a-z]{1,8}".prop_map(|name| Value::from(format!("https://{name}.example/?a=b")));
    let source = (address, plain(), plain()).prop_map(|(address, jurisdiction, checked_on)| {
        table([("address", Some(address)), ("jurisdiction", jurisdiction), ("checked_on", checked_on)]).into()
    });
    let lists = (
        prop::collection::vec(self::plain(), 0..3).prop_map(Value::from),
        prop::collection::vec(source, 0..3).prop_map(|sources: Vec<Value>| Value::from(sources)),
    );
    let allow = prop::collection::btree_map("[A-Z][0-9]", self::plain(), 0..3);
    let notes = (level(), weighted(0.5, 1..=3_u8), plain(), plain(), plain(), weighted(0.3, allow));
    (any::<usize>(), kind(), shown, notes, lists).prop_map(|(draw, mut question, shown, notes, lists)| {
        let (stem, rationale, hint, shuffle) = shown;
        let (level, difficulty, basis, contested, review_by, allow) = notes;
        let is_fill_in = question["kind"] == "fill-in";
        question.extend(table([
            ("stem", Some(if is_fill_in { with_one_blank(stem) } else { stem })),
            ("rationale", rationale),
            ("hint", hint),
            ("shuffle", shuffle.map(Value::from)),
            ("content_note", (draw % 5 < 2).then(|| json!(draw % 5 == 0))),
            ("points", (draw % 7 < 3).then(|| json!([0.5, 7.25, 20.0][draw % 7]))),
            ("attempts", (draw % 11 < 3).then(|| json!([1, 3, 10][draw % 11]))),
            ("level", level),
            ("difficulty", difficulty.map(Value::from)),
            ("basis", basis),
            ("contested", contested),
            ("review_by", review_by),
            ("allow", allow.map(|allow| allow.into_iter().collect::<Table>().into())),
            ("references", Some(lists.0)),
            ("sources", Some(lists.1)),
        ]));
        (draw, question)
    })
}

/// The stem of a fill-in question.
fn with_one_blank(stem: Value) -> Value {
    let Value::Array(mut nodes) = stem else {
        return format!("____ {}", stem.as_str().unwrap_or_default().replace('_', "")).into();
    };
    nodes.retain(|node| !node.to_string().contains("____"));
    nodes.push(json!(["p", "So ", ["em", "____"], "."]));
    nodes.into()
}

/// What is particular to a kind, with its name.
fn kind() -> impl Strategy<Value = Table> {
    let single = options(2..=26).prop_flat_map(|options| {
        (0..options.len(), Just(options)).prop_map(|(key, options)| {
            let options = keyed(options, |index| index == key);
            table([("kind", Some(json!("single-choice"))), ("options", Some(options))])
        })
    });
    let multiple = (options(3..=26), any::<u32>(), any::<bool>()).prop_map(|(options, draw, tells_count)| {
        // Two keys and a distractor for certain, the rest as drawn.
        let is_key = |index: usize| index < 2 || (index > 2 && draw >> index & 1 == 1);
        let n_keys = (0..options.len()).filter(|index| is_key(*index)).count();
        table([
            ("kind", Some(json!("multiple-response"))),
            ("options", Some(keyed(options, is_key))),
            ("select", tells_count.then(|| json!(n_keys))),
        ])
    });
    let true_false =
        (options(2..=26), any::<bool>(), weighted(0.5, markup())).prop_map(|(reasons, key, correction)| {
            table([
                ("kind", Some(json!("true-false"))),
                ("key", Some(json!(key))),
                ("correction", correction.filter(|_| !key)),
                ("reasons", Some(keyed(reasons, |index| index == 1))),
            ])
        });
    let ordering = options(3..=8).prop_map(|steps| {
        let steps: Vec<_> = steps.into_iter().map(Value::from).collect();
        table([("kind", Some(json!("ordering"))), ("steps", Some(steps.into()))])
    });
    prop_oneof![
        single,
        multiple,
        true_false,
        ordering,
        matching(),
        fill_in(),
        grid(),
        numeric(),
        cloze(),
        reflection(),
        hotspot()
    ]
}

fn matching() -> impl Strategy<Value = Table> {
    let lists = (options(2..=26), options(2..=26));
    (lists, any::<u64>(), any::<bool>()).prop_map(|((responses, mut premises), draw, may_reuse)| {
        let n_responses = responses.len();
        if !may_reuse {
            premises.truncate(n_responses);
        }
        let ids: Vec<_> = (responses.iter().enumerate())
            .map(|(index, response)| response.get("id").cloned().unwrap_or_else(|| default_id(index)))
            .collect();
        let responses = responses.into_iter().map(|mut response| {
            response.remove("rationale");
            Value::from(response)
        });
        let shift = usize::try_from(draw % 26).unwrap_or_default();
        let premises = premises.into_iter().enumerate().map(|(index, mut premise)| {
            let key = if may_reuse { index * shift } else { index + shift };
            premise.insert("key".into(), ids[key % n_responses].clone());
            Value::from(premise)
        });
        table([
            ("kind", Some(json!("matching"))),
            ("reuse", may_reuse.then_some(json!(true))),
            ("responses", Some(responses.collect())),
            ("premises", Some(premises.collect())),
        ])
    })
}

fn grid() -> impl Strategy<Value = Table> {
    (options(2..=5), options(2..=8), any::<usize>()).prop_map(|(columns, mut rows, draw)| {
        let ids: Vec<_> = (columns.iter().enumerate())
            .map(|(index, column)| column.get("id").cloned().unwrap_or_else(|| default_id(index)))
            .collect();
        let columns = columns.into_iter().map(|mut column| {
            column.remove("rationale");
            Value::from(column)
        });
        for (index, row) in rows.iter_mut().enumerate() {
            row.insert("key".into(), ids[(draw >> (4 * index)) % ids.len()].clone());
        }
        table([
            ("kind", Some(json!("grid"))),
            ("columns", Some(columns.collect())),
            ("rows", Some(rows.into_iter().map(Value::from).collect())),
        ])
    })
}

fn numeric() -> impl Strategy<Value = Table> {
    let unit = weighted(0.5, any::<String>()).prop_map(|unit| unit.filter(|unit| !unit.trim().is_empty()));
    // Ranges with a gap to the one before, in millionths, which is what is kept of a number.
    let range = (1..2_000_000_000_i64, 0..2_000_000_000_i64, 0..3_u8);
    let ranges = prop::collection::vec(range, 26);
    (options(1..=26), ranges, unit, any::<u32>()).prop_map(|(mut answers, ranges, unit, draw)| {
        let mut end = -50_000_000_000_i64;
        for (answer, (gap, width, form)) in answers.iter_mut().zip(ranges) {
            let millionths = |n: i64| json!(n as f64 / 1e6);
            let (start, half) = (end + gap, width / 2);
            answer.remove("text");
            answer.extend(match form {
                0 => table([("value", Some(millionths(start)))]),
                1 => {
                    table([("value", Some(millionths(start + half))), ("tolerance", Some(millionths(half)))])
                }
                _ => table([("min", Some(millionths(start))), ("max", Some(millionths(start + width)))]),
            });
            end = start + width;
        }
        let answers = keyed(answers, |index| index == 0 || draw >> index & 1 == 1);
        table([("kind", Some(json!("numeric"))), ("unit", unit.map(Value::from)), ("answers", Some(answers))])
    })
}

fn fill_in() -> impl Strategy<Value = Table> {
    (options(1..=26), any::<u32>(), weighted(0.5, any::<bool>())).prop_map(|(answers, draw, close)| {
        let answers = keyed(answers, |index| index == 0 || draw >> index & 1 == 1);
        table([
            ("kind", Some(json!("fill-in"))),
            ("close_spelling", close.map(Value::from)),
            ("answers", Some(answers)),
        ])
    })
}

fn reflection() -> impl Strategy<Value = Table> {
    (markup(), options(0..=8)).prop_map(|(model, checks)| {
        let checks = checks.into_iter().map(Value::from).collect();
        table([("kind", Some(json!("reflection"))), ("model", Some(model)), ("checks", Some(checks))])
    })
}

fn cloze() -> impl Strategy<Value = Table> {
    let choice = options(2..=26).prop_map(|options| {
        let options = keyed(options, |index| index == 0);
        table([("options", Some(options))])
    });
    let gap = prop_oneof![choice, fill_in(), numeric()];
    let gaps = prop::collection::vec((gap, weighted(0.3, plain())), 2..=12);
    gaps.prop_map(|gaps| {
        let named = gaps.into_iter().enumerate().map(|(index, (mut gap, label))| {
            gap.remove("kind");
            gap.extend(table([("label", label)]));
            with_id(gap, 'g', index)
        });
        let gaps: Vec<_> = named.collect();
        let items =
            (0..gaps.len()).rev().map(|index| json!(["li", "An ", ["em", format!("{{{{g{index}}}}}")]]));
        let passage = json!([["p", "These:"], element(json!("ul"), None, items.collect())]);
        table([("kind", Some(json!("cloze"))), ("passage", Some(passage)), ("gaps", Some(gaps.into()))])
    })
}

fn hotspot() -> impl Strategy<Value = Table> {
    // In millionths, which is what is kept of a number.
    let number = || (1..500_000_i64).prop_map(|n| n as f64 / 1e6);
    let shapes = prop::collection::vec((0..3_u8, number(), number(), number()), 12);
    (options(2..=12), shapes).prop_map(|(mut regions, shapes)| {
        for (region, (form, a, b, c)) in regions.iter_mut().zip(shapes) {
            region.extend(match form {
                0 => table([("rect", Some(json!([a, b, b, c])))]),
                1 => table([("circle", Some(json!([a + 1.0, b + 1.0, c])))]),
                _ => table([("polygon", Some(json!([[0, 0], [a + 1.0, b], [a, c + 1.0]])))]),
            });
        }
        let image = json!([["img", { "src": "a.svg", "alt": "A", "width": "2", "height": "2" }]]);
        let regions = keyed(regions, |index| index == 1);
        table([("kind", Some(json!("hotspot"))), ("image", Some(image)), ("regions", Some(regions))])
    })
}

/// The id of an option that has none.
fn default_id(index: usize) -> Value {
    char::from(b'a' + u8::try_from(index).unwrap_or_default()).to_string().into()
}

/// Options that differ, each with an id of its own or the one it has by default.
fn options(n: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<Table>> {
    let option = (any::<String>(), weighted(0.3, markup()), any::<bool>());
    prop::collection::vec(option, n).prop_map(|options| {
        let options = options.into_iter().enumerate();
        let named = options.map(|(index, (text, rationale, has_id))| {
            let id = has_id.then(|| json!(format!("option-{index}")));
            // Signs make no difference, so texts differ in their first letter.
            let letter = default_id(index).as_str().unwrap_or_default().to_owned();
            table([("id", id), ("text", Some(json!(format!("{letter} {text}")))), ("rationale", rationale)])
        });
        named.collect()
    })
}

fn keyed(options: Vec<Table>, is_key: impl Fn(usize) -> bool) -> Value {
    let keyed = options.into_iter().enumerate().map(|(index, mut option)| {
        option.insert("correct".into(), is_key(index).into());
        Value::from(option)
    });
    keyed.collect()
}
