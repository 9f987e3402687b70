//! Cloze: a passage with gaps, each to choose for or to type in. Its data, its structural rules, its
//! scoring. A gap is a small question of a kind that there is already.

use super::Kind;
use super::fill_in::FillIn;
use super::numeric::Numeric;
use super::option::{QuestionOption, refuse_repeated, require_count};
use super::single_choice::SingleChoice;
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::{Id, OptionId};
use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// A passage in which each of two to twelve gaps stands once, as `{{id}}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Cloze {
    passage: Markup,
    gaps: Vec<Gap>,
}

/// A gap of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Its id, unique in the question.
    pub id: OptionId,
    /// What it is called where it cannot be seen.
    pub label: Option<String>,
    /// A single choice, a word or a number.
    pub kind: Kind,
}

/// Gaps with what was given to each: the id of an option, or what was typed.
pub type Given = Vec<(OptionId, String)>;

impl Gap {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        fields.know(&["options", "answers", "close_spelling", "unit"]);
        let id = fields.required_id("id");
        let label = if fields.has("label") { fields.required_text("label") } else { fields.text("label") };
        let has = |names: &[&str]| names.iter().any(|name| fields.peek_any("answers", name));
        let has_numbers = fields.has("unit") || has(&["value", "tolerance", "min", "max"]);
        let has_words = fields.has("close_spelling") || has(&["text"]);
        let kind = match (fields.has("options"), has_words, has_numbers) {
            (true, false, false) if !fields.has("answers") => {
                SingleChoice::read(fields).map(Kind::SingleChoice)
            }
            (false, false, true) => Numeric::read(fields).map(Kind::Numeric),
            (false, _, false) if fields.has("answers") => FillIn::read(fields, None).map(Kind::FillIn),
            (has_options, has_words, _) => {
                let is_empty = !has_options && !has_words;
                let message = if is_empty { "has nothing to fill it" } else { "mixes what may fill it" };
                let remedy = "give it `options` to choose from, or `answers` that are all words, \
                              or `answers` that are all numbers";
                fields.report("S4", "", message, remedy);
                fields.abandon();
                None
            }
        };
        fields.finish();
        Some(Self { id: id?, label: label.map(str::to_owned), kind: kind? })
    }

    /// What was given to it, as a response to its kind.
    #[must_use]
    pub fn response(&self, given: &[(OptionId, String)]) -> Response {
        let text = given.iter().find(|(id, _)| *id == self.id).map(|(_, text)| text.clone());
        let text = text.unwrap_or_default();
        if let Kind::FillIn(_) = self.kind {
            Response::FillIn { text }
        } else if let Kind::Numeric(_) = self.kind {
            Response::Numeric { text }
        } else {
            Response::SingleChoice { option: Id::parse(&text) }
        }
    }

    /// Whether what was given to it is right.
    #[must_use]
    pub fn is_right(&self, given: &[(OptionId, String)]) -> bool {
        self.kind.score(&self.response(given)).is_full()
    }
}

impl Cloze {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let passage = fields.required_markup("passage");
        let marks = passage.as_ref().map(marks);
        let tables = fields.tables("gaps");
        require_count(fields, "S4", "gaps", &(2..=12));
        let mut gaps: Vec<Gap> = Vec::new();
        for table in &tables {
            let gap = Gap::read(table);
            if let (Some(id), Some(marks)) = (table.peek_text("id"), &marks) {
                let n_marks = marks.iter().filter(|mark| *mark == id).count();
                if n_marks != 1 {
                    let is_absent = n_marks == 0;
                    let message = if is_absent {
                        "does not stand in the passage"
                    } else {
                        "stands more than once in the passage"
                    };
                    let remedy = "write it there once, between two pairs of braces, where the gap belongs";
                    table.report("S4", "id", message, remedy);
                }
            }
            let Some(gap) = gap else { continue };
            if gaps.iter().any(|earlier| earlier.id == gap.id) {
                refuse_repeated(table, &gap.id);
            }
            gaps.push(gap);
        }
        for mark in marks.iter().flatten() {
            if !tables.iter().any(|table| table.peek_text("id") == Some(mark)) {
                let message = format!("`{mark}` is between braces and is no gap");
                fields.report("S4", "passage", message, "add a gap with that id, or mend the name");
            }
        }
        (!fields.is_broken() && gaps.len() == tables.len()).then_some(())?;
        Some(Self { passage: passage?, gaps })
    }

    /// The passage, with `{{id}}` where a gap is: see [`pieces`].
    #[must_use]
    pub fn passage(&self) -> &Markup {
        &self.passage
    }

    /// The gaps, in the order of the file.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The gaps in the order of the passage, each with the pieces of the line that it stands on.
    #[must_use]
    pub fn in_passage(&self) -> Vec<(&Gap, String)> {
        let mut found = Vec::new();
        for line in lines(&self.passage) {
            for (is_gap, id) in pieces(&line) {
                let gap = self.gaps.iter().find(|gap| is_gap && gap.id.as_str() == id);
                found.extend(gap.map(|gap| (gap, line.clone())));
            }
        }
        found
    }

    /// The options and answers of all gaps by their places: `ba` is the first of the second gap.
    pub(super) fn option_ids(&self) -> Vec<OptionId> {
        let mut ids = Vec::new();
        for (place, gap) in (b'a'..).zip(&self.gaps) {
            for (index, _) in (b'a'..).zip(gap.kind.options()) {
                ids.extend(std::str::from_utf8(&[place, index]).ok().and_then(OptionId::parse));
            }
        }
        ids
    }

    /// The options of a gap, in the order in which those of all gaps are shown.
    #[must_use]
    pub fn options_of<'q>(&self, gap: &'q Gap, order: &[OptionId]) -> Vec<&'q QuestionOption> {
        let place = self.gaps.iter().position(|known| known.id == gap.id);
        let mut options = Vec::new();
        for id in order {
            let [of_gap, index] = id.as_str().as_bytes() else { continue };
            if Some(usize::from(of_gap.wrapping_sub(b'a'))) == place {
                options.extend(gap.kind.options().get(usize::from(index.wrapping_sub(b'a'))));
            }
        }
        options
    }

    pub(super) fn key(&self) -> Given {
        self.given(&|gap| gap.kind.key())
    }

    /// What a response gives, as far as each gap understands it, in the order of the file.
    pub(super) fn understood(&self, given: &[(OptionId, String)]) -> Given {
        self.given(&|gap| gap.kind.understood(&gap.response(given)))
    }

    /// What is given once a gap is filled anew, and the others are as they were.
    #[must_use]
    pub fn refilled(&self, given: &[(OptionId, String)], id: &OptionId, text: &str) -> Given {
        let new = [(id.clone(), text.to_owned())];
        self.given(&|gap| gap.response(if gap.id == *id { &new } else { given }))
    }

    fn given(&self, response: &dyn Fn(&Gap) -> Response) -> Given {
        let mut given = Vec::new();
        for gap in &self.gaps {
            let response = response(gap);
            let option =
                if let Response::SingleChoice { option } = &response { option.as_ref() } else { None };
            let text = option.map_or(response.typed(), Id::as_str);
            if !text.is_empty() {
                given.push((gap.id.clone(), text.to_owned()));
            }
        }
        given
    }

    pub(super) fn is_complete(&self, given: &[(OptionId, String)]) -> bool {
        self.gaps.iter().all(|gap| gap.kind.is_complete(&gap.response(given)))
    }

    /// The mean of what the gaps earn, each of which counts alike: the share of gaps that are right.
    ///
    /// Source: QTI 3.0 adds up the scores of the response variables of an item by its `sum` operator,
    /// <https://www.imsglobal.org/spec/qti/v3p0/impl/>; so does Moodle's question with embedded
    /// answers (`multianswer`), and divides by what all could earn.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(self.n_right(response) as f64 / self.gaps.len() as f64)
    }

    /// How many gaps are right.
    #[must_use]
    pub fn n_right(&self, response: &Response) -> usize {
        self.gaps.iter().filter(|gap| gap.is_right(response.given())).count()
    }
}

/// The ids that stand between braces in a text, in their order.
fn marks(text: &Markup) -> Vec<String> {
    let mut marks = Vec::new();
    for line in lines(text) {
        for (is_gap, id) in pieces(&line) {
            marks.extend(is_gap.then(|| id.to_owned()));
        }
    }
    marks
}

/// A text as it stands on lines: paragraphs, items of lists, cells of tables.
fn lines(text: &Markup) -> Vec<String> {
    fn collect(nodes: &[Node], lines: &mut Vec<String>) {
        for node in nodes {
            match node {
                Node::Text(text) => {
                    if let Some(line) = lines.last_mut() {
                        line.push_str(text);
                    }
                }
                Node::Element(element) => {
                    let is_apart = element.tag.is_block() || element.tag == Tag::Br;
                    if is_apart {
                        lines.push(String::new());
                    }
                    collect(&element.children, lines);
                    if is_apart {
                        lines.push(String::new());
                    }
                }
            }
        }
    }
    let mut lines = vec![String::new()];
    collect(text.nodes(), &mut lines);
    lines
}

/// A text in pieces: words, and the ids of gaps that stand between two pairs of braces.
///
/// By hand: the search of `str` costs every browser 2 kB.
#[must_use]
pub fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let (mut start, mut open) = (0, None);
    for (at, pair) in text.as_bytes().windows(2).enumerate() {
        match (pair, open) {
            (b"{{", _) => open = Some(at),
            (b"}}", Some(from)) => {
                pieces.push((false, text.get(start..from).unwrap_or_default()));
                pieces.push((true, text.get(from + 2..at).unwrap_or_default().trim_ascii()));
                (start, open) = (at + 2, None);
            }
            _ => {}
        }
    }
    pieces.push((false, text.get(start..).unwrap_or_default()));
    pieces.retain(|(is_gap, text)| *is_gap || !text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::testing::{option_id, read};

    /// `who` is chosen (`b` is right), `what` is typed (consent), `long` is a number (48 hours).
    fn kind() -> Kind {
        read(
            r#""kind":"cloze","passage":["First ",["em","{{who}}"],", after {{ long }} hours ",["p","then {{what}}."]],
            "gaps":[
                {"id":"what","answers":[{"text":"consent","correct":true},{"text":"content"}]},
                {"id":"who","options":[{"text":"x"},{"text":"y","correct":true},{"text":"z"}]},
                {"id":"long","unit":"hours","answers":[{"value":48,"tolerance":1,"correct":true},{"value":24}]}]"#,
        )
        .kind
    }

    /// `who=a long=48` fills two gaps.
    fn response(text: &str) -> Response {
        let pair = |pair: &str| {
            let (gap, given) = pair.split_once('=').unwrap();
            (option_id(gap), given.to_owned())
        };
        Response::Cloze { gaps: text.split_whitespace().map(pair).collect() }
    }

    #[test]
    fn each_gap_earns_its_share() {
        for (given, n_right) in [
            ("what=consent who=b long=48", 3),
            ("what=Consent. who=b long=47,5", 3),
            ("what=content who=b long=48h", 1),
            ("what=content who=a long=24", 0),
            ("who=b", 1),
            ("", 0),
        ] {
            let earned = kind().score(&response(given)).earned;
            assert!((earned - f64::from(n_right) / 3.0).abs() < 1e-9, "{given}: {earned}");
        }
        assert_eq!(kind().key(), response("what=consent who=b long=48"));
    }

    #[test]
    fn a_response_is_complete_when_every_gap_can_be_checked() {
        for (given, is_complete) in [
            ("what=x who=a long=0", true),
            ("what=x who=a long=long", false),
            ("what=x long=0", false),
            ("who=a long=0", false),
            ("", false),
        ] {
            assert_eq!(kind().is_complete(&response(given)), is_complete, "{given}");
        }
        let blank = Response::Cloze { gaps: vec![(option_id("what"), "  ".to_owned())] };
        assert!(!kind().is_complete(&blank));
    }

    #[test]
    fn what_is_given_is_kept_as_far_as_it_is_known_in_the_order_of_the_file() {
        for (given, kept) in [
            ("long=1 who=a what=x", "what=x who=a long=1"),
            ("who=q what=x", "what=x"),
            ("who=A", ""),
            ("other=x", ""),
            ("who=a who=b", "who=a"),
        ] {
            assert_eq!(kind().understood(&response(given)), response(kept), "{given}");
        }
        let long = "x".repeat(300);
        let Response::Cloze { gaps } = kind().understood(&response(&format!("what={long}"))) else {
            panic!()
        };
        assert_eq!(gaps[0].1.len(), 200);
    }

    #[test]
    fn a_gap_is_filled_anew_and_the_others_stay() {
        let Kind::Cloze(kind) = kind() else { panic!() };
        for (given, id, text, after) in [
            ("", "long", "4 ", "long=4"),
            ("long=4", "what", "x", "what=x long=4"),
            ("what=x long=4", "what", "", "long=4"),
            ("who=a", "who", "c", "who=c"),
        ] {
            let filled = kind.refilled(response(given).given(), &option_id(id), text.trim());
            assert_eq!(filled, response(after).given(), "{given}: {id} {text}");
        }
    }

    #[test]
    fn gaps_come_in_the_order_of_the_passage_with_the_line_they_stand_on() {
        let Kind::Cloze(kind) = kind() else { panic!() };
        let found = kind.in_passage();
        let found: Vec<_> = found.iter().map(|(gap, line)| (gap.id.as_str(), line.as_str())).collect();
        let first = "First {{who}}, after {{ long }} hours ";
        assert_eq!(found, [("who", first), ("long", first), ("what", "then {{what}}.")]);
    }

    #[test]
    fn options_are_named_by_their_places_and_shown_in_a_drawn_order() {
        let Kind::Cloze(kind) = kind() else { panic!() };
        let ids = kind.option_ids();
        assert_eq!(
            ids.iter().map(Id::as_str).collect::<Vec<_>>(),
            ["aa", "ab", "ba", "bb", "bc", "ca", "cb"]
        );
        let order = ["bc", "ab", "zz", "b1", "ba", "aa", "aaa", "cb", "bb", "ca"].map(option_id);
        let shown = |index: usize| -> String {
            let options = kind.options_of(&kind.gaps()[index], &order);
            options.iter().map(|option| option.id.as_str()).collect()
        };
        assert_eq!([shown(0), shown(1), shown(2)], ["ba", "cab", "ba"]);
    }

    #[test]
    fn a_text_is_cut_at_gaps_only() {
        for (text, expected) in [
            ("a {{b}} c", "a |<b>| c"),
            ("{{b}}", "<b>"),
            ("{{ b }}{{c}}", "<b>|<c>"),
            ("{{{b}}}", "{|<b>|}"),
            ("{b} }} {{", "{b} }} {{"),
            ("é{{b", "é{{b"),
            ("{{}}", "<>"),
            ("", ""),
        ] {
            let pieces = pieces(text).into_iter();
            let shown =
                pieces.map(|(is_gap, text)| if is_gap { format!("<{text}>") } else { text.to_owned() });
            assert_eq!(shown.collect::<Vec<_>>().join("|"), expected, "{text}");
        }
    }

    #[test]
    fn a_cloze_does_not_take_the_responses_of_other_kinds() {
        let pairs = Response::Matching { pairs: vec![(option_id("who"), option_id("b"))] };
        assert_eq!(kind().understood(&pairs), response(""));
        assert_eq!(kind().score(&pairs).earned, 0.0);
    }
}
