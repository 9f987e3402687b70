//! A bank's tree → the JSON of two files: what a learner needs to begin, and the rest.

use crate::quiz::bank::json::to_json;
use crate::quiz::bank::rest::{CHECK, REST};
use crate::quiz::bank::tree::{self, Tree, Value};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// Fields that nobody needs before the first answer is checked: what explains, and what authors keep.
const LATER: &[&str] = &[
    "allow",
    "basis",
    "contested",
    "correction",
    "difficulty",
    "level",
    "notes",
    "objective",
    "objectives",
    "rationale",
    "references",
    "review_by",
    "sources",
];

/// The two files of a bank. `address` is where the first one finds the rest.
#[must_use]
pub fn split(bank: &Tree, address: &str) -> (String, String) {
    let (mut first, mut rest) = (part(bank, false), part(bank, true));
    // Both files come out of one run, so any hash will do; it changes when the rest does.
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(to_json(&rest));
    let check = Tree::from(format!("{hash:016x}").as_str());
    set(&mut first, REST, tree::table([("address", Some(address.into())), (CHECK, Some(check.clone()))]));
    set(&mut rest, CHECK, check);
    (to_json(&first), to_json(&rest))
}

/// The part of a table that comes first, or later. Lists of tables are in both, item by item.
fn part(tree: &Tree, is_rest: bool) -> Tree {
    let Value::Table(fields) = &tree.value else { return tree.clone() };
    let kept = fields.iter().filter_map(|(name, value)| {
        let is_later = LATER.contains(&name.as_str());
        let is_table = |item: &Tree| matches!(item.value, Value::Table(_));
        if is_later || !value.items().first().is_some_and(is_table) {
            return (is_later == is_rest).then(|| (name.clone(), value.clone()));
        }
        let items: Vec<_> = value.items().iter().map(|item| part(item, is_rest)).collect();
        let is_empty = |item: &Tree| matches!(&item.value, Value::Table(fields) if fields.is_empty());
        (!items.iter().all(is_empty)).then(|| (name.clone(), Value::List(items).into()))
    });
    Value::Table(kept.collect()).into()
}

fn set(tree: &mut Tree, name: &str, value: Tree) {
    if let Value::Table(fields) = &mut tree.value {
        fields.push((name.to_owned(), value));
    }
}
