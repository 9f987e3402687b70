//! A bank in two files: the first has all that is needed to ask, the rest explains. So the first
//! question waits for half of the bytes only.
//!
//! The rest is a tree of the same shape as the bank with nothing in it but what the first file
//! lacks: `{"check": "1f…", "questions": [{"rationale": "…", "options": [{"rationale": "…"}]}]}`.

use super::Bank;
use super::json::from_json;
use super::media::make_whole;
use super::problem::{Place, Problem};
use super::tree::{Tree, Value, text_of};

/// Where the rest of a bank is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Its address, relative to that of the first file.
    pub address: String,
    /// Says which rest belongs to which first file, as a cache may hold an old one.
    pub check: String,
}

/// The field of the first file that names the rest, with [`Rest::address`] and [`CHECK`].
pub const REST: &str = "rest";

/// The field that both files share.
pub const CHECK: &str = "check";

impl Bank {
    /// The whole bank, from the JSON of its two files; `whole_address` as `whole` in [`Bank::read_bytes`].
    ///
    /// # Errors
    /// As [`Bank::read`]; also a rest that belongs to another first file.
    pub fn read_with_rest(
        first: &[u8],
        rest: &[u8],
        whole_address: &dyn Fn(&str) -> String,
    ) -> Result<Self, Vec<Problem>> {
        let read = |bytes| from_json(text_of(bytes)?);
        let mut whole = read(first).map_err(|problem| vec![problem])?;
        let rest = read(rest).map_err(|problem| vec![problem])?;
        let named = whole.get(REST).and_then(|named| named.get(CHECK));
        if named.is_none() || named.and_then(Tree::as_text) != rest.get(CHECK).and_then(Tree::as_text) {
            let remedy = "build the bank again and publish both files";
            let message = "belongs to another build of the bank";
            return Err(vec![Problem::error("F4", Place::default(), CHECK, message, remedy)]);
        }
        if let Value::Table(fields) = &mut whole.value {
            fields.retain(|(name, _)| name != REST);
        }
        add(&mut whole, rest);
        make_whole(&mut whole, whole_address);
        Self::from_json_tree(&whole)
    }
}

/// Adds what a tree lacks. Items of lists belong together by their place.
fn add(tree: &mut Tree, rest: Tree) {
    match (&mut tree.value, rest.value) {
        (Value::Table(fields), Value::Table(rest)) => {
            for (name, value) in rest {
                match fields.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, known)) => add(known, value),
                    None => fields.push((name, value)),
                }
            }
        }
        (Value::List(items), Value::List(rest)) => {
            items.iter_mut().zip(rest).for_each(|(item, rest)| add(item, rest));
        }
        // What is there stays.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = concat!(
        r#"{"format":1,"rest":{"address":"r.json","check":"7"},"id":"b","title":"B","#,
        r#""topics":[{"id":"t","title":"T"}],"questions":[{"id":"q","kind":"single-choice","topic":"t","#,
        r#""stem":"?","options":[{"text":"x","correct":true},{"text":"y"}]}]}"#,
    );

    #[test]
    fn the_rest_adds_what_is_not_there_and_changes_nothing() {
        let rest = concat!(
            r#"{"check":"7","topics":[{"notes":"N","title":"other"}],"#,
            r#""questions":[{"rationale":"R","options":[{},{"rationale":"Y","text":"z"},{"text":"new"}]},{"id":"p"}]}"#,
        );
        let bank = Bank::read_with_rest(FIRST.as_bytes(), rest.as_bytes(), &str::to_owned).unwrap();
        assert_eq!(bank.about().rest, None);
        let topic = &bank.topics()[0];
        assert_eq!((topic.title.as_str(), topic.notes.is_some()), ("T", true));
        let [question] = bank.questions() else { panic!() };
        assert!(question.rationale.is_some());
        let options: Vec<_> = (question.kind.options().iter())
            .map(|option| (option.text.to_text(), option.rationale.is_some()))
            .collect();
        assert_eq!(options, [("x".to_owned(), false), ("y".to_owned(), true)]);
    }

    #[test]
    fn the_rest_of_another_build_is_refused() {
        for rest in [r#"{"check":"8"}"#, "{}", "[]", "7", "{"] {
            assert!(
                Bank::read_with_rest(FIRST.as_bytes(), rest.as_bytes(), &str::to_owned).is_err(),
                "{rest}"
            );
        }
        let whole = FIRST.replace(r#""rest":{"address":"r.json","check":"7"},"#, "");
        assert!(Bank::read_with_rest(whole.as_bytes(), b"{}", &str::to_owned).is_err());
    }
}
