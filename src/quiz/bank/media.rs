//! Where pictures, sound, film and captions are: addresses in a bank are relative to its own.

use super::tree::{Tree, Value};
use crate::quiz::markup::closed::{is_beside, is_of_web};

/// The fields that hold such an address, wherever in a bank.
const ADDRESSES: [&str; 2] = ["src", "captions"];

/// Makes the relative addresses in a bank's tree whole. `whole` puts one behind the address of the bank;
/// where nothing for the web comes of it, as on pages that are no web pages, it stays as it is.
pub fn make_whole(tree: &mut Tree, whole: &dyn Fn(&str) -> String) {
    match &mut tree.value {
        Value::List(items) => items.iter_mut().for_each(|item| make_whole(item, whole)),
        Value::Table(fields) => {
            for (name, field) in fields {
                let Value::Text(address) = &mut field.value else {
                    make_whole(field, whole);
                    continue;
                };
                if ADDRESSES.contains(&name.as_str()) && is_beside(address) {
                    let found = whole(address);
                    if is_of_web(&found) {
                        *address = found;
                    }
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::bank::json::{from_json, to_json};

    #[test]
    fn relative_addresses_are_made_whole_and_others_are_left_to_be_judged() {
        let text = r#"{"stem":[["img",{"src":"m/a.png","alt":"src"}],["audio",{"src":"javascript:x"}]],
            "image":{"src":"b.svg"},"title":"src","list":["src",{"src":"data:image/png,x","captions":"c.vtt"}]}"#;
        let mut tree = from_json(text).unwrap();
        make_whole(&mut tree, &|address| format!("https://a.b/{address}"));
        let whole = to_json(&tree);
        for expected in ["https://a.b/m/a.png", "https://a.b/b.svg", "https://a.b/c.vtt", "\"javascript:x\""]
        {
            assert!(whole.contains(expected), "{whole}");
        }
        assert_eq!(whole.matches("https://").count(), 3, "{whole}");
    }

    #[test]
    fn an_address_that_is_none_of_the_web_stays_relative() {
        let mut tree = from_json(r#"{"src":"a.png"}"#).unwrap();
        make_whole(&mut tree, &|address| format!("file:///{address}"));
        assert_eq!(to_json(&tree), r#"{"src":"a.png"}"#);
    }
}
