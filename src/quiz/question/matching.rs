//! Matching: premises, each with the response that belongs to it. Its data, its structural rules,
//! its scoring.
//!
//! “Premise” and “response” are the field's words for the two sides. So here, and in the files,
//! `responses` are what premises are matched to; a learner's [`Response`] pairs the two.

use super::option::{List, MOST_OPTIONS, QuestionOption, bare, read_options};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// Two or more premises; each has one response as its key. There may be responses to spare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    premises: Vec<QuestionOption>,
    keys: Vec<OptionId>,
    responses: Vec<QuestionOption>,
    may_reuse: bool,
}

impl Matching {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let may_reuse = fields.flag("reuse").unwrap_or(false);
        let list = |name, has_rationales| List {
            name,
            rule: "S4",
            n: 2..=MOST_OPTIONS,
            has_keys: false,
            has_rationales,
            bare,
        };
        let mut responses = read_options(fields, &list("responses", false), &mut |_, _| ());
        let mut keys: Vec<OptionId> = Vec::new();
        let premises = read_options(fields, &list("premises", true), &mut |premise, _| {
            let Some(key) = premise.required_id("key") else { return };
            if !responses.is_empty() && !responses.iter().any(|response| response.id == key) {
                let message = format!("no response has the id `{key}`");
                premise.report("S2", "key", message, "name the id of one of the `[[questions.responses]]`");
            } else if !may_reuse && keys.contains(&key) {
                let message = format!("`{key}` is the key of another premise too");
                premise.report("S4", "key", message, "write `reuse = true`, or name another response");
            }
            keys.push(key);
        });
        for response in &mut responses {
            response.is_key = keys.contains(&response.id);
        }
        (!fields.is_broken() && keys.len() == premises.len()).then_some(Self {
            premises,
            keys,
            responses,
            may_reuse,
        })
    }

    /// The premises, in the author's order.
    #[must_use]
    pub fn premises(&self) -> &[QuestionOption] {
        &self.premises
    }

    /// What the premises are matched to, in the author's order.
    #[must_use]
    pub fn responses(&self) -> &[QuestionOption] {
        &self.responses
    }

    /// Whether a response may belong to several premises.
    #[must_use]
    pub fn may_reuse(&self) -> bool {
        self.may_reuse
    }

    /// The response that belongs to a premise.
    #[must_use]
    pub fn key_of(&self, premise: &OptionId) -> Option<&OptionId> {
        self.premises.iter().zip(&self.keys).find(|(known, _)| known.id == *premise).map(|(_, key)| key)
    }

    pub(super) fn key(&self) -> Response {
        self.paired(|premise| self.key_of(premise))
    }

    /// The pairs of a response that this question knows, in the order of the premises.
    pub(super) fn understood(&self, pairs: &[(OptionId, OptionId)]) -> Response {
        self.paired(|premise| {
            let given = chosen_for(pairs, premise)?;
            self.responses.iter().map(|response| &response.id).find(|id| *id == given)
        })
    }

    fn paired<'a>(&'a self, to: impl Fn(&'a OptionId) -> Option<&'a OptionId>) -> Response {
        let pair = |premise: &'a QuestionOption| Some((premise.id.clone(), to(&premise.id)?.clone()));
        Response::Matching { pairs: self.premises.iter().filter_map(pair).collect() }
    }

    /// The share of premises that are matched to their key.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(self.n_right(response) as f64 / self.premises.len() as f64)
    }

    /// How many premises are matched to their key.
    #[must_use]
    pub fn n_right(&self, response: &Response) -> usize {
        let Response::Matching { pairs } = response else { return 0 };
        self.premises.iter().filter(|premise| self.is_right(pairs, &premise.id)).count()
    }

    /// Whether a premise is matched to its key.
    #[must_use]
    pub fn is_right(&self, pairs: &[(OptionId, OptionId)], premise: &OptionId) -> bool {
        chosen_for(pairs, premise) == self.key_of(premise)
    }
}

/// What pairs have for a premise.
#[must_use]
pub fn chosen_for<'a>(pairs: &'a [(OptionId, OptionId)], premise: &OptionId) -> Option<&'a OptionId> {
    pairs.iter().find(|(known, _)| known == premise).map(|(_, chosen)| chosen)
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::Kind;
    use crate::quiz::question::testing::{option_id, read};
    use crate::quiz::response::Response;

    /// Premises a to c with keys x to z, and w to spare.
    fn kind() -> Kind {
        let responses = ["w", "x", "y", "z"].map(|id| format!(r#"{{"id":"{id}","text":"{id}"}}"#));
        let premises = [("a", "x"), ("b", "y"), ("c", "z")]
            .map(|(id, key)| format!(r#"{{"text":"{id}","key":"{key}"}}"#));
        let lists = format!(r#""responses":[{}],"premises":[{}]"#, responses.join(","), premises.join(","));
        read(&format!(r#""kind":"matching",{lists}"#)).kind
    }

    /// `ax by` pairs a with x and b with y.
    fn pairs(text: &str) -> Response {
        let pair = |pair: &str| (option_id(&pair[..1]), option_id(&pair[1..]));
        Response::Matching { pairs: text.split_whitespace().map(pair).collect() }
    }

    #[test]
    fn each_premise_earns_its_share() {
        for (given, n_right) in [
            ("ax by cz", 3),
            ("ax by cw", 2),
            ("ax bz cy", 1),
            ("ay bz cx", 0),
            ("ax bx cx", 1),
            ("cz", 1),
            ("", 0),
        ] {
            let earned = kind().score(&pairs(given)).earned;
            assert!((earned - f64::from(n_right) / 3.0).abs() < 1e-9, "{given}: {earned}");
        }
    }

    #[test]
    fn pairs_are_kept_as_far_as_they_are_known() {
        for (given, kept) in
            [("cz ax", "ax cz"), ("ax ay", "ax"), ("aq by", "by"), ("qx", ""), ("ax bx", "ax bx"), ("", "")]
        {
            assert_eq!(kind().understood(&pairs(given)), pairs(kept), "{given}");
        }
    }

    #[test]
    fn every_premise_wants_a_response() {
        for (given, is_complete) in [("ax by cz", true), ("ax ay by", false), ("ax by", false), ("", false)] {
            assert_eq!(kind().is_complete(&kind().understood(&pairs(given))), is_complete, "{given}");
        }
    }
}
