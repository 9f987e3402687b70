//! Matching and grid: premises, each with the response that belongs to it. The data, the structural
//! rules, the scoring of both.
//!
//! “Premise” and “response” are the field's words for the two sides. So here, and in the files of
//! matching questions, `responses` are what premises are matched to; a learner's [`Response`] pairs the
//! two. In a grid the premises are its `rows`, and the responses its `columns`.

use super::option::{List, MOST_OPTIONS, QuestionOption, bare, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::response::Response;
use crate::quiz::score::Score;
use std::ops::RangeInclusive;

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
        let n = 2..=MOST_OPTIONS;
        Self::read_lists(fields, ("responses", n.clone()), ("premises", n), may_reuse)
    }

    /// Reads a grid: `columns` are what its `rows` are matched to, as often as one likes.
    pub(crate) fn read_grid(fields: &Fields<'_>) -> Option<Self> {
        Self::read_lists(fields, ("columns", 2..=5), ("rows", 2..=8), true)
    }

    fn read_lists(
        fields: &Fields<'_>,
        responses: (&'static str, RangeInclusive<usize>),
        premises: (&'static str, RangeInclusive<usize>),
        may_reuse: bool,
    ) -> Option<Self> {
        let list =
            |(name, n), has_rationales| List { name, rule: "S4", n, has_keys: false, has_rationales, bare };
        let of_responses = responses.0;
        let mut responses = read_options(fields, &list(responses, false), &mut text_of);
        let mut keys: Vec<OptionId> = Vec::new();
        let premises = read_options(fields, &list(premises, true), &mut |premise| {
            let text = text_of(premise);
            let Some(key) = premise.required_id("key") else { return text };
            if !responses.is_empty() && !responses.iter().any(|response| response.id == key) {
                let remedy = format!("name the id of one of the `[[questions.{of_responses}]]`");
                premise.report("S2", "key", format!("none of the {of_responses} has the id `{key}`"), remedy);
            } else if !may_reuse && keys.contains(&key) {
                let message = format!("`{key}` is the key of another premise too");
                premise.report("S4", "key", message, "write `reuse = true`, or name another response");
            }
            keys.push(key);
            text
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

    pub(super) fn key(&self) -> Pairs {
        self.paired(&|premise| self.key_of(premise).cloned())
    }

    /// The pairs of a response that this question knows, in the order of the premises.
    pub(super) fn understood(&self, pairs: &[(OptionId, OptionId)]) -> Pairs {
        self.paired(&|premise| {
            let given = chosen_for(pairs, premise)?;
            self.responses.iter().any(|response| response.id == *given).then(|| given.clone())
        })
    }

    /// Pairs in which a premise is matched to this response, or to none, and the others are as they were.
    #[must_use]
    pub fn rematched(
        &self,
        pairs: &[(OptionId, OptionId)],
        premise: &OptionId,
        to: Option<&OptionId>,
    ) -> Pairs {
        self.paired(&|known| if known == premise { to.cloned() } else { chosen_for(pairs, known).cloned() })
    }

    /// The same by a line, of which one sees where it goes: a response that belongs to one premise only
    /// leaves the one it was matched to. In a list, which arrow keys go through, it would leave unseen.
    #[must_use]
    pub fn connected(
        &self,
        pairs: &[(OptionId, OptionId)],
        premise: &OptionId,
        to: Option<&OptionId>,
    ) -> Pairs {
        let mut pairs = self.rematched(pairs, premise, to);
        pairs.retain(|(other, used)| self.may_reuse || other == premise || Some(used) != to);
        pairs
    }

    fn paired(&self, to: &dyn Fn(&OptionId) -> Option<OptionId>) -> Pairs {
        let pair = |premise: &QuestionOption| Some((premise.id.clone(), to(&premise.id)?));
        self.premises.iter().filter_map(pair).collect()
    }

    /// The share of premises that are matched to their key.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(self.n_right(response) as f64 / self.premises.len() as f64)
    }

    /// How many premises are matched to their key.
    #[must_use]
    pub fn n_right(&self, response: &Response) -> usize {
        let pairs = response.pairs();
        self.premises.iter().filter(|premise| self.is_right(pairs, &premise.id)).count()
    }

    /// Whether a premise is matched to its key.
    #[must_use]
    pub fn is_right(&self, pairs: &[(OptionId, OptionId)], premise: &OptionId) -> bool {
        chosen_for(pairs, premise) == self.key_of(premise)
    }
}

/// Premises with what each is matched to.
pub type Pairs = Vec<(OptionId, OptionId)>;

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

    /// Rows a to c; yes is the key of a and b, no that of c, and d of none.
    fn grid() -> Kind {
        let columns = ["y", "n", "d"].map(|id| format!(r#"{{"id":"{id}","text":"{id}"}}"#));
        let rows = [("a", "y"), ("b", "y"), ("c", "n")]
            .map(|(id, key)| format!(r#"{{"text":"{id}","key":"{key}"}}"#));
        let lists = format!(r#""columns":[{}],"rows":[{}]"#, columns.join(","), rows.join(","));
        read(&format!(r#""kind":"grid",{lists}"#)).kind
    }

    fn rows(text: &str) -> Response {
        Response::Grid { rows: pairs(text).pairs().to_vec() }
    }

    #[test]
    fn each_row_of_a_grid_earns_its_share_and_a_column_may_be_right_in_several() {
        for (given, n_right) in [
            ("ay by cn", 3),
            ("ay by cy", 2),
            ("an bn cn", 1),
            ("ad bd cd", 0),
            ("an bn cy", 0),
            ("by", 1),
            ("", 0),
        ] {
            let earned = grid().score(&rows(given)).earned;
            assert!((earned - f64::from(n_right) / 3.0).abs() < 1e-9, "{given}: {earned}");
        }
        assert_eq!(grid().key(), rows("ay by cn"));
    }

    #[test]
    fn rows_are_kept_as_far_as_they_are_known_and_each_wants_a_column() {
        for (given, kept, is_complete) in [
            ("cn ay by", "ay by cn", true),
            ("ay an by", "ay by", false),
            ("aq by", "by", false),
            ("qy", "", false),
            ("ad bd cd", "ad bd cd", true),
            ("", "", false),
        ] {
            let understood = grid().understood(&rows(given));
            assert_eq!((&understood, grid().is_complete(&understood)), (&rows(kept), is_complete), "{given}");
        }
    }

    #[test]
    fn a_premise_is_matched_anew_and_pairs_keep_the_order_of_the_premises() {
        let Kind::Matching(kind) = kind() else { panic!() };
        for (given, premise, to, after) in [
            ("", "b", "y", "by"),
            ("by", "a", "x", "ax by"),
            ("ax by", "a", "w", "aw by"),
            ("ax by cz", "b", "", "ax cz"),
            ("", "b", "", ""),
        ] {
            let to = (!to.is_empty()).then(|| option_id(to));
            let rematched = kind.rematched(pairs(given).pairs(), &option_id(premise), to.as_ref());
            assert_eq!(rematched, pairs(after).pairs(), "{given}: {premise} {to:?}");
        }
    }

    #[test]
    fn a_grid_and_a_matching_question_do_not_take_each_others_responses() {
        assert_eq!(grid().understood(&pairs("ay by cn")), rows(""));
        assert_eq!(kind().understood(&rows("ax by cz")), pairs(""));
        assert_eq!(grid().score(&pairs("ay by cn")).earned, 0.0);
        assert_eq!(kind().score(&rows("ax by cz")).earned, 0.0);
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
