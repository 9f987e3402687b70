//! Fill-in: a word to type. Its data, its structural rules, its scoring, and what spelling is forgiven.

use super::option::{List, MOST_OPTIONS, QuestionOption, read_options, text_of};
use crate::quiz::bank::fields::Fields;
use crate::quiz::id::OptionId;
use crate::quiz::markup::Markup;
use crate::quiz::response::Response;
use crate::quiz::score::Score;
use std::ops::Range;

/// Stands in the stem where the answer belongs.
pub const BLANK: &str = "____";

/// The most characters that are kept of what a learner typed.
pub const MOST_CHARACTERS: usize = 200;

/// One or more accepted answers, and likely mistakes that have a rationale of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillIn {
    answers: Vec<QuestionOption>,
    forgives_spelling: bool,
}

/// What a typed text is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'q> {
    /// The accepted answer or the likely mistake.
    pub answer: &'q QuestionOption,
    /// Whether it is spelt a little otherwise.
    pub is_close: bool,
}

impl FillIn {
    /// `stem` is that of the question, which has the blank; a gap of a cloze has none.
    pub(crate) fn read(fields: &Fields<'_>, stem: Option<&Markup>) -> Option<Self> {
        let forgives_spelling = fields.flag("close_spelling").unwrap_or(false);
        let list = List {
            name: "answers",
            rule: "S4",
            n: 1..=MOST_OPTIONS,
            has_keys: true,
            has_rationales: true,
            bare,
        };
        let answers = read_options(fields, &list, &mut |answer| {
            let text = text_of(answer);
            if text.as_ref().is_some_and(|text| bare(&text.to_text()).is_empty()) {
                answer.report("S4", "text", "has no letter or number", "write the word that is asked for");
            }
            text
        });
        require_accepted(fields, &answers);
        let n_blanks = stem.map(|stem| blanks(&stem.to_text()).len());
        if let Some(n_blanks) = n_blanks.filter(|n_blanks| *n_blanks != 1) {
            let remedy = format!("write one `{BLANK}` where the answer belongs");
            fields.report("S4", "stem", format!("has {n_blanks} blanks"), remedy);
        }
        (!fields.is_broken()).then_some(Self { answers, forgives_spelling })
    }

    /// The accepted answers and the likely mistakes, in the author's order.
    #[must_use]
    pub fn answers(&self) -> &[QuestionOption] {
        &self.answers
    }

    /// Whether close spelling is forgiven.
    #[must_use]
    pub fn forgives_spelling(&self) -> bool {
        self.forgives_spelling
    }

    pub(super) fn key(&self) -> Response {
        let accepted = self.answers.iter().find(|answer| answer.is_key);
        Response::FillIn { text: accepted.map(|answer| answer.text.to_text()).unwrap_or_default() }
    }

    /// 1 for an accepted answer, 0 for anything else.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        Score::of_one(f64::from(u8::from(self.found(response).is_some_and(|found| found.answer.is_key))))
    }

    /// The answer that the learner gave, if it is one of those the author thought of. Case, spaces,
    /// hyphens, quotation marks, a final stop and the accents of Latin letters make no difference.
    ///
    /// Close spelling, where it is forgiven: one slip in words of 5 to 8 letters, two in longer ones,
    /// and none in shorter ones. A slip is a letter too many, too few or another, or two
    /// neighbours swapped (the restricted Damerau–Levenshtein distance). What is as near to a likely
    /// mistake as to an accepted answer is not forgiven.
    #[must_use]
    pub fn found(&self, response: &Response) -> Option<Match<'_>> {
        let Response::FillIn { text } = response else { return None };
        let given = bare(text);
        let compared = self.answers.iter().map(|answer| {
            let wanted = bare(&answer.text.to_text());
            let n_forgiven = match wanted.chars().count() {
                5..9 if self.forgives_spelling => 1,
                9.. if self.forgives_spelling => 2,
                _ => 0,
            };
            let n_slips = strsim::osa_distance(&given, &wanted);
            (answer, n_slips, n_slips <= n_forgiven)
        });
        let nearest =
            compared.min_by_key(|(answer, n_slips, is_forgiven)| (*n_slips, answer.is_key, !is_forgiven));
        let (answer, n_slips, is_forgiven) = nearest?;
        is_forgiven.then_some(Match { answer, is_close: n_slips > 0 })
    }

    pub(super) fn chooses(&self, response: &Response, id: &OptionId) -> bool {
        self.found(response).is_some_and(|found| found.answer.id == *id)
    }
}

/// What is kept of a typed text.
pub(super) fn kept(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

/// S4: reports `answers` of which none is accepted.
pub(super) fn require_accepted(fields: &Fields<'_>, answers: &[QuestionOption]) {
    // What could not be read may be the accepted one.
    let is_whole = answers.len() == fields.peek_len("answers");
    if is_whole && !answers.is_empty() && !answers.iter().any(|answer| answer.is_key) {
        fields.report("S4", "answers", "has no accepted answer", "write `correct = true` at one of them");
    }
}

/// Where blanks stand in a text: four underscores in a row, or more.
///
/// By hand: the search of `str` and what it says when it fails cost every browser 2 kB.
#[must_use]
pub fn blanks(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let runs = text.as_bytes().chunk_by(|one, other| (*one == b'_') == (*other == b'_'));
    let ranges = runs.map(|run| {
        let start = end;
        end += run.len();
        (run.starts_with(BLANK.as_bytes()), start..end)
    });
    ranges.filter(|(is_blank, _)| *is_blank).map(|(_, range)| range).collect()
}

/// A text without what makes no difference. Unicode's own tables (case folding, decomposition)
/// would cost every browser tens of kilobytes, so this knows the letters of Latin up to U+017F,
/// and the case of Greek and Cyrillic.
pub(crate) fn bare(text: &str) -> String {
    const FOLDED: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss\
        ttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    let mut normal = String::new();
    for c in text.trim_ascii().trim_end_matches(['.', ',']).chars() {
        match c {
            'ß' => normal.push_str("ss"),
            'Æ' | 'æ' => normal.push_str("ae"),
            'Œ' | 'œ' => normal.push_str("oe"),
            'À'..='ſ' => normal.push(char::from(FOLDED[c as usize - 'À' as usize])),
            'Α'..='Ω' | 'А'..='Я' => normal.extend(char::from_u32(u32::from(c) + 32)),
            '-'
            | '\''
            | '"'
            | '`'
            | '´'
            | '\u{a0}'
            | '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{2000}'..='\u{206f}' => {}
            c if c.is_ascii_whitespace() => {}
            c => normal.push(c.to_ascii_lowercase()),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::Kind;
    use crate::quiz::question::testing::read;

    /// Answers with a star are accepted; with `~` before them close spelling is forgiven.
    fn kind(answers: &str) -> Kind {
        let (forgives, answers) = answers.strip_prefix('~').map_or((false, answers), |rest| (true, rest));
        let answers: Vec<_> = (answers.split('|'))
            .map(|answer| {
                format!(
                    r#"{{"text":"{}","correct":{}}}"#,
                    answer.trim_end_matches('*'),
                    answer.ends_with('*')
                )
            })
            .collect();
        read(&format!(r#""kind":"fill-in","close_spelling":{forgives},"answers":[{}]"#, answers.join(",")))
            .kind
    }

    fn earned(answers: &str, text: &str) -> f64 {
        kind(answers).score(&Response::FillIn { text: text.to_owned() }).earned
    }

    #[test]
    fn a_blank_is_four_underscores_or_more() {
        for (text, found) in
            [("____", "0-4"), ("é ______.", "3-9"), ("a___b", ""), ("____ and ____", "0-4 9-13"), ("", "")]
        {
            let blanks: Vec<_> =
                blanks(text).iter().map(|blank| format!("{}-{}", blank.start, blank.end)).collect();
            assert_eq!(blanks.join(" "), found, "{text}");
        }
    }

    #[test]
    fn what_makes_no_difference_is_forgiven() {
        for text in
            ["self-determination", " Self Determination. ", "SELF‐DETERMINATION", "“selfdetermination”"]
        {
            assert_eq!(earned("self-determination*", text), 1.0, "{text}");
        }
        for (one, other) in [
            ("Café", "cafe"),
            ("cafe\u{301}", "café"),
            ("Straße", "STRASSE"),
            ("Œuvre", "oeuvre"),
            ("Žižek", "zizek"),
            ("naïve", "naive"),
            ("Łódź", "lodz"),
            ("Ωμέγα", "ωμέγα"),
            ("Мир", "мир"),
        ] {
            assert_eq!(bare(one), bare(other), "{one} {other}");
        }
        assert_ne!(bare("C++"), bare("C"));
    }

    #[test]
    fn every_folded_letter_stands_for_itself() {
        for (c, folded) in
            [('Đ', "d"), ('ě', "e"), ('ģ', "g"), ('ħ', "h"), ('ı', "i"), ('ĵ', "j"), ('ĸ', "k"), ('ł', "l")]
                .into_iter()
                .chain([('ŋ', "n"), ('ő', "o"), ('ř', "r"), ('š', "s"), ('ŧ', "t"), ('ų', "u"), ('ŵ', "w")])
                .chain([('Ÿ', "y"), ('ž', "z"), ('ſ', "s"), ('ÿ', "y"), ('ð', "d"), ('Þ', "t"), ('Å', "a")])
        {
            assert_eq!(bare(&c.to_string()), folded, "{c}");
        }
    }

    #[test]
    fn close_spelling_is_forgiven_by_length() {
        for (answers, text, is_right) in [
            ("~self-determination*", "self-determintion", true),
            ("~self-determination*", "slef-determintion", true),
            ("~self-determination*", "slef-determintoin", false),
            ("~respect*", "repsect", true),
            ("~respect*", "respct", true),
            ("~respect*", "rispact", false),
            ("~role*", "rolle", false),
            ("respect*", "respct", false),
            ("~respect*", "", false),
        ] {
            assert_eq!(earned(answers, text), f64::from(u8::from(is_right)), "{answers} {text}");
        }
    }

    #[test]
    fn a_likely_mistake_is_told_from_a_slip() {
        for (text, is_right) in
            [("consent", true), ("content", false), ("consett", true), ("contsent", false)]
        {
            assert_eq!(earned("~consent*|content", text), f64::from(u8::from(is_right)), "{text}");
        }
        // Two slips from both: the longer word alone would forgive them.
        assert_eq!(earned("~frankness*", "frankneXX"), 1.0);
        assert_eq!(earned("~frankness*|franknes", "frankneXX"), 0.0);
    }

    #[test]
    fn what_was_meant_is_found() {
        let Kind::FillIn(kind) = kind("~autonomy*|accountability") else { panic!() };
        let found = |text: &str| {
            let found = kind.found(&Response::FillIn { text: text.to_owned() });
            found.map(|found| (found.answer.text.to_text(), found.is_close))
        };
        assert_eq!(found("Autonomy"), Some(("autonomy".to_owned(), false)));
        assert_eq!(found("autonmy"), Some(("autonomy".to_owned(), true)));
        assert_eq!(found("acountability"), Some(("accountability".to_owned(), true)));
        assert_eq!(found("trust"), None);
    }
}
