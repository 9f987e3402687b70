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
/// entry of a key counts. Where learners do not choose among options, no key chooses.
#[must_use]
pub fn table(shown: &Shown<'_>) -> Vec<(String, Choice)> {
    let option_choice =
        |option: &OptionId| Choice { response: choose(shown, option), value: option.as_str().to_owned() };
    let mut table = Vec::new();
    if !shown.question.kind.is_choice() {
        return table;
    }
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

/// The response with an option chosen; in a multiple response chosen or no longer chosen. Where
/// learners do not choose among options, the response as it is.
#[must_use]
pub fn choose(shown: &Shown<'_>, option: &OptionId) -> Response {
    let mut chosen = shown.response.clone();
    match &mut chosen {
        Response::SingleChoice { option: chosen }
        | Response::TrueFalse { reason: chosen, .. }
        | Response::Hotspot { region: chosen } => {
            *chosen = Some(option.clone());
        }
        Response::MultipleResponse { options } => {
            let all = shown.question.kind.options().iter().map(|option| &option.id);
            *options = all.filter(|id| (*id == option) != shown.response.chooses(id)).cloned().collect();
        }
        Response::Ordering { .. }
        | Response::Matching { .. }
        | Response::FillIn { .. }
        | Response::Grid { .. }
        | Response::Numeric { .. }
        | Response::Cloze { .. }
        | Response::Reflection { .. } => {}
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::testing::{option_id, question, read};
    use crate::quiz::session::plan::Planned;
    use crate::quiz::session::shown::testing::shown;

    /// What each key chooses, as `key=value`, with the options shown in that order.
    fn keys(kind: &str, options: &[&str], response: Option<Response>) -> (Vec<String>, Vec<Choice>) {
        let list = if kind == "true-false" { "reasons" } else { "options" };
        let mut written = options.to_vec();
        written.sort_unstable();
        let question = question(kind, list, &written);
        let options = options.iter().map(|id| option_id(id.trim_end_matches('*'))).collect();
        let planned = Planned { question: question.id.clone(), options };
        let mut shown = shown(&question, &planned);
        shown.response = response.unwrap_or(shown.response);
        let table = table(&shown);
        let words = table.iter().map(|(key, choice)| format!("{key}={}", choice.value)).collect();
        (words, table.into_iter().map(|(_, choice)| choice).collect())
    }

    #[test]
    fn letters_and_numbers_choose_options_as_they_are_shown() {
        for kind in ["single-choice", "multiple-response"] {
            let options = if kind == "single-choice" { ["c", "a*", "b"] } else { ["c", "a*", "b*"] };
            let (words, _) = keys(kind, &options, None);
            assert_eq!(words, ["a=c", "1=c", "b=a", "2=a", "c=b", "3=b"], "{kind}");
        }
    }

    #[test]
    fn numbers_end_at_nine_and_letters_go_on() {
        let ids: Vec<_> = ('a'..='k').map(|id| id.to_string()).collect();
        let mut options: Vec<_> = ids.iter().map(String::as_str).collect();
        options[0] = "a*";
        let (words, _) = keys("single-choice", &options, None);
        assert_eq!(words[16..], ["i=i", "9=i", "j=j", "k=k"]);
    }

    #[test]
    fn in_true_or_false_numbers_judge_and_letters_give_the_reason() {
        let (words, choices) = keys("true-false", &["b", "a*"], None);
        assert_eq!(words, ["1==true", "t==true", "2==false", "f==false", "a=b", "b=a"]);
        assert_eq!(choices[2].response, Response::TrueFalse { verdict: Some(false), reason: None });
        assert_eq!(choices[4].response, Response::TrueFalse { verdict: None, reason: Some(option_id("b")) });
    }

    #[test]
    fn the_sixth_reason_leaves_f_to_the_verdict() {
        let (words, _) = keys("true-false", &["a*", "b", "c", "d", "e", "g"], None);
        assert_eq!(words.iter().find(|word| word.starts_with("f=")).unwrap(), "f==false");
    }

    #[test]
    fn letters_and_numbers_choose_regions() {
        let image = r#"[["img",{"src":"a.svg","alt":"A","width":"9","height":"9"}]]"#;
        let question = read(&format!(
            r#""kind":"hotspot","image":{image},"regions":[
                {{"text":"x","rect":[0,0,4,4]}},{{"text":"y","rect":[5,5,4,4],"correct":true}}]"#
        ));
        let options = ["b", "a"].map(option_id).into();
        let planned = Planned { question: question.id.clone(), options };
        let shown = shown(&question, &planned);
        let table = table(&shown);
        let words: Vec<_> = table.iter().map(|(key, choice)| format!("{key}={}", choice.value)).collect();
        assert_eq!(words, ["a=b", "1=b", "b=a", "2=a"]);
        assert_eq!(table[0].1.response, Response::Hotspot { region: Some(option_id("b")) });
    }

    #[test]
    fn a_second_key_changes_its_part_and_leaves_the_rest() {
        let given = Response::TrueFalse { verdict: Some(true), reason: Some(option_id("a")) };
        let (_, choices) = keys("true-false", &["a*", "b"], Some(given));
        let both =
            |verdict, reason| Response::TrueFalse { verdict: Some(verdict), reason: Some(option_id(reason)) };
        assert_eq!(choices[2].response, both(false, "a"));
        assert_eq!(choices[5].response, both(true, "b"));

        let options = |ids: &[&str]| Response::MultipleResponse {
            options: ids.iter().map(|id| option_id(id)).collect(),
        };
        let (_, choices) = keys("multiple-response", &["a*", "b*", "c"], Some(options(&["a"])));
        assert_eq!(choices[0].response, options(&[]), "a second press takes it back");
        assert_eq!(choices[2].response, options(&["a", "b"]));
    }

    #[test]
    fn where_nothing_is_chosen_among_options_no_key_chooses() {
        let ordering = r#""kind":"ordering","steps":[{"text":"x"},{"text":"y"},{"text":"z"}]"#;
        let matching = r#""kind":"matching","responses":[{"text":"x"},{"text":"y"}],
            "premises":[{"text":"p","key":"a"},{"text":"q","key":"b"}]"#;
        let fill_in = r#""kind":"fill-in","answers":[{"text":"x","correct":true},{"text":"y"}]"#;
        let grid = r#""kind":"grid","columns":[{"text":"x"},{"text":"y"}],
            "rows":[{"text":"p","key":"a"},{"text":"q","key":"b"}]"#;
        let numeric = r#""kind":"numeric","answers":[{"value":1,"correct":true},{"value":2}]"#;
        let cloze = r#""kind":"cloze","passage":"{{p}} {{q}}","gaps":[
            {"id":"p","options":[{"text":"x","correct":true},{"text":"y"}]},
            {"id":"q","answers":[{"text":"x","correct":true}]}]"#;
        for fields in
            [ordering, matching, fill_in, grid, numeric, cloze, r#""kind":"reflection","model":"m""#]
        {
            let question = read(fields);
            let options = question.kind.option_ids();
            let planned = Planned { question: question.id.clone(), options };
            let shown = shown(&question, &planned);
            assert_eq!(table(&shown), [], "{fields}");
            assert_eq!(choose(&shown, &option_id("a")), shown.response, "{fields}");
        }
    }

    #[test]
    fn every_option_has_a_letter() {
        assert_eq!([letter(0), letter(1), letter(25)], ["A", "B", "Z"]);
    }
}
