//! Keys: number and letter keys choose options.

use crate::quiz::Response;
use crate::quiz::id::{Id, OptionId};
use crate::quiz::question::Kind;
use crate::quiz::session::Shown;

/// The value of the verdict controls of a true-false question; an option's control has its id,
/// which cannot begin like this.
pub const TRUE_VALUE: &str = "=true";
/// See [`TRUE_VALUE`].
pub const FALSE_VALUE: &str = "=false";

/// What a key chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The response after the key.
    pub response: Response,
    /// The value of the control it stands for.
    pub value: String,
}

/// What each key chooses. Letters and numbers stand for the options as they are shown. In a
/// true-false question numbers, t and f stand for the verdict, letters for the reasons; the first
/// entry of a key counts.
#[must_use]
pub fn table(shown: &Shown<'_>) -> Vec<(String, Choice)> {
    let option_choice = |option: &OptionId| Choice {
        response: choose(&shown.response, option),
        value: option.as_str().to_owned(),
    };
    let mut table = Vec::new();
    let has_verdict = matches!(shown.question.kind, Kind::TrueFalse(_));
    if has_verdict {
        for (keys, is_true, value) in [(["1", "t"], true, TRUE_VALUE), (["2", "f"], false, FALSE_VALUE)] {
            for key in keys {
                let choice = Choice { response: judge(&shown.response, is_true), value: value.to_owned() };
                table.push((key.to_owned(), choice));
            }
        }
    }
    for (index, option) in shown.planned.options.iter().enumerate() {
        table.push((letter(index).to_ascii_lowercase(), option_choice(option)));
        if !has_verdict && index < 9 {
            table.push(((index + 1).to_string(), option_choice(option)));
        }
    }
    table
}

/// The letter that stands beside the option at a position, and chooses it.
#[must_use]
pub fn letter(index: usize) -> String {
    u8::try_from(index).map_or_else(|_| String::new(), |index| char::from(b'A' + index % 26).to_string())
}

/// The response with an option chosen; in a multiple response chosen or no longer chosen.
#[must_use]
pub fn choose(response: &Response, option: &OptionId) -> Response {
    let mut chosen = response.filter(|id| id != option);
    match &mut chosen {
        Response::SingleChoice { option: chosen } | Response::TrueFalse { reason: chosen, .. } => {
            *chosen = Some(option.clone());
        }
        Response::MultipleResponse { options } => {
            if !response.chooses(option) {
                options.insert(option.clone());
            }
        }
    }
    chosen
}

/// The response with a verdict given.
#[must_use]
pub fn judge(response: &Response, is_true: bool) -> Response {
    let mut response = response.clone();
    if let Response::TrueFalse { verdict, .. } = &mut response {
        *verdict = Some(is_true);
    }
    response
}
