//! Question: a stem with its topic, its rationale, and what is particular to its kind.

pub mod cloze;
pub mod fill_in;
pub mod hotspot;
pub mod matching;
pub mod multiple_response;
pub mod notes;
pub mod numeric;
pub mod option;
pub mod ordering;
pub mod parts;
pub(in crate::quiz) mod rarer;
pub mod reflection;
pub mod single_choice;
pub mod true_false;

use crate::quiz::bank::fields::Fields;
use crate::quiz::id::{OptionId, QuestionId, ScenarioId, TopicId};
use crate::quiz::later::later;
use crate::quiz::markup::Markup;
use crate::quiz::response::Response;
use crate::quiz::score::Score;
use crate::quiz::session::settings::MOST_ATTEMPTS;
use cloze::{Cloze, Gap};
use fill_in::FillIn;
use hotspot::Hotspot;
use matching::Matching;
use multiple_response::MultipleResponse;
pub use notes::{AuthorNotes, Source};
use numeric::Numeric;
use option::QuestionOption;
use ordering::Ordering;
use reflection::Reflection;
use single_choice::SingleChoice;
use true_false::TrueFalse;

/// One question of a bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id, unique in the bank.
    pub id: QuestionId,
    /// The topic it belongs to.
    pub topic: TopicId,
    /// What it asks; for a true-false question the statement.
    pub stem: Markup,
    /// What is particular to its kind.
    pub kind: Kind,
    /// Shown after any answer: the idea to take away.
    pub rationale: Option<Markup>,
    /// Points at the idea without giving the key.
    pub hint: Option<Markup>,
    /// The vignette it belongs to.
    pub scenario: Option<ScenarioId>,
    /// Whether its options may be shown in another order.
    pub may_shuffle: bool,
    /// Whether it touches on something hard, so that the learner is told first and may skip it.
    pub has_content_note: bool,
    /// Its weight in points, from 0.5 to 20.
    pub points: f64,
    /// How often it may be answered, where it has a number of its own.
    pub attempts: Option<u32>,
    /// What authors keep about it.
    pub notes: AuthorNotes,
}

/// What is particular to each kind of question.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One option is the key.
    SingleChoice(SingleChoice),
    /// Several options are keys.
    MultipleResponse(MultipleResponse),
    /// A statement, a verdict and a reason.
    TrueFalse(TrueFalse),
    /// Steps to put in order.
    Ordering(Ordering),
    /// Premises to match to responses.
    Matching(Matching),
    /// A word to type.
    FillIn(FillIn),
    /// Rows with a column to choose for each: premises and responses of a table.
    Grid(Matching),
    /// A number to type.
    Numeric(Numeric),
    /// A passage with gaps to choose for or to type in.
    Cloze(Cloze),
    /// A text to write, and to compare with a model answer.
    Reflection(Reflection),
    /// A region of a picture to choose.
    Hotspot(Hotspot),
}

impl Kind {
    /// The name of every kind in a bank file.
    pub const NAMES: &[&str] = &[
        "single-choice",
        "multiple-response",
        "true-false",
        "ordering",
        "matching",
        "fill-in",
        "grid",
        "numeric",
        "cloze",
        "reflection",
        "hotspot",
    ];

    /// Its name in a bank file.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::SingleChoice(_) => "single-choice",
            Self::MultipleResponse(_) => "multiple-response",
            Self::TrueFalse(_) => "true-false",
            Self::Ordering(_) => "ordering",
            Self::Matching(_) => "matching",
            Self::FillIn(_) => "fill-in",
            Self::Grid(_) => "grid",
            Self::Numeric(_) => "numeric",
            Self::Cloze(_) => "cloze",
            Self::Reflection(_) => "reflection",
            Self::Hotspot(_) => "hotspot",
        }
    }

    /// What there is to choose or to order, in the author's order: options, reasons, regions, steps, the
    /// responses of a matching question, the columns of a grid, the answers that the author of a fill-in
    /// or numeric question thought of, what to look for in a reflection. Those of a cloze are in its
    /// [gaps](Kind::gaps).
    #[must_use]
    pub fn options(&self) -> &[QuestionOption] {
        match self {
            Self::SingleChoice(kind) => kind.options(),
            Self::MultipleResponse(kind) => kind.options(),
            Self::TrueFalse(kind) => kind.reasons(),
            Self::Ordering(kind) => kind.steps(),
            Self::Matching(kind) | Self::Grid(kind) => kind.responses(),
            Self::FillIn(kind) => kind.answers(),
            Self::Numeric(kind) => kind.answers(),
            Self::Cloze(_) => &[],
            Self::Reflection(kind) => kind.checks(),
            Self::Hotspot(kind) => kind.regions(),
        }
    }

    /// Whether learners choose among its options. In other kinds they order, match or type.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        matches!(
            self,
            Self::SingleChoice(_) | Self::MultipleResponse(_) | Self::TrueFalse(_) | Self::Hotspot(_)
        )
    }

    /// Whether learners type, so that nobody sees its answers beforehand.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::FillIn(_) | Self::Numeric(_) | Self::Reflection(_))
    }

    /// What has a rationale of its own: the options, the premises of a matching question, or the
    /// rows of a grid.
    #[must_use]
    pub fn explained(&self) -> &[QuestionOption] {
        if let Self::Matching(kind) | Self::Grid(kind) = self { kind.premises() } else { self.options() }
    }

    /// The ids by which a session keeps the order of its options. Those of a cloze are two letters for
    /// two places, the gap's and the option's, as gaps may have options of the same id.
    #[must_use]
    pub fn option_ids(&self) -> Vec<OptionId> {
        if let Self::Cloze(kind) = self {
            return kind.option_ids();
        }
        self.options().iter().map(|option| option.id.clone()).collect()
    }

    /// The gaps of a cloze, each of which is a small question; in other kinds there are none.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        if let Self::Cloze(kind) = self { kind.gaps() } else { &[] }
    }

    /// The lists of a question in a bank file, with their names; those of [gaps](Kind::gaps) are theirs.
    #[must_use]
    pub fn lists(&self) -> Vec<(&'static str, &[QuestionOption])> {
        match self {
            Self::SingleChoice(_) | Self::MultipleResponse(_) => vec![("options", self.options())],
            Self::TrueFalse(_) => vec![("reasons", self.options())],
            Self::Ordering(_) => vec![("steps", self.options())],
            Self::Matching(kind) => vec![("responses", kind.responses()), ("premises", kind.premises())],
            Self::Grid(kind) => vec![("columns", kind.responses()), ("rows", kind.premises())],
            Self::FillIn(_) | Self::Numeric(_) => vec![("answers", self.options())],
            Self::Cloze(_) => Vec::new(),
            Self::Reflection(_) => vec![("checks", self.options())],
            Self::Hotspot(kind) => vec![("regions", kind.regions())],
        }
    }

    /// The response before the learner gave any.
    #[must_use]
    pub fn blank(&self) -> Response {
        match self {
            Self::SingleChoice(_) => Response::SingleChoice { option: None },
            Self::MultipleResponse(_) => Response::MultipleResponse { options: Vec::new() },
            Self::TrueFalse(_) => Response::TrueFalse { verdict: None, reason: None },
            Self::Ordering(_) => Response::Ordering { order: Vec::new() },
            Self::Matching(_) => Response::Matching { pairs: Vec::new() },
            Self::FillIn(_) => Response::FillIn { text: String::new() },
            Self::Grid(_) => Response::Grid { rows: Vec::new() },
            Self::Numeric(_) => Response::Numeric { text: String::new() },
            Self::Cloze(_) => Response::Cloze { gaps: Vec::new() },
            Self::Reflection(_) => Response::Reflection { text: String::new(), checks: Vec::new() },
            Self::Hotspot(_) => Response::Hotspot { region: None },
        }
    }

    /// The response that earns everything.
    #[must_use]
    pub fn key(&self) -> Response {
        match self {
            Self::SingleChoice(kind) => kind.key(),
            Self::MultipleResponse(kind) => kind.key(),
            Self::TrueFalse(kind) => kind.key(),
            Self::Ordering(kind) => kind.key(),
            Self::Matching(kind) => Response::Matching { pairs: kind.key() },
            Self::FillIn(kind) => kind.key(),
            Self::Grid(kind) => Response::Grid { rows: kind.key() },
            Self::Numeric(kind) => kind.key(),
            Self::Cloze(kind) => Response::Cloze { gaps: kind.key() },
            Self::Reflection(kind) => kind.key(),
            Self::Hotspot(kind) => kind.key(),
        }
    }

    /// What a response earns, of 1 point; a reflection none of none. A response of another kind earns
    /// nothing.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        match self {
            Self::SingleChoice(kind) => kind.score(response),
            Self::MultipleResponse(kind) => kind.score(response),
            Self::TrueFalse(kind) => kind.score(response),
            Self::Ordering(_)
            | Self::Matching(_)
            | Self::FillIn(_)
            | Self::Grid(_)
            | Self::Numeric(_)
            | Self::Cloze(_)
            | Self::Reflection(_)
            | Self::Hotspot(_) => (later().score)(self, response),
        }
    }

    /// Whether a response has everything that the question asks for, so that it can be checked.
    #[must_use]
    pub fn is_complete(&self, response: &Response) -> bool {
        match (self, response) {
            (Self::SingleChoice(_), Response::SingleChoice { option }) => option.is_some(),
            (Self::MultipleResponse(_), Response::MultipleResponse { options }) => !options.is_empty(),
            (Self::TrueFalse(_), Response::TrueFalse { verdict, reason }) => {
                verdict.is_some() && reason.is_some()
            }
            _ => (later().is_complete)(self, response),
        }
    }

    /// Whether a response has anything of what the question asks for. In an exam that counts, for what it is
    /// worth.
    #[must_use]
    pub fn is_begun(&self, response: &Response) -> bool {
        let has_words = !response.typed().trim_ascii().is_empty();
        has_words || (response.typed().is_empty() && *response != self.blank())
    }

    /// Whether a response chooses an option; where it is typed, whether it is that answer.
    #[must_use]
    pub fn chooses(&self, response: &Response, id: &OptionId) -> bool {
        match self {
            Self::FillIn(kind) => kind.chooses(response, id),
            Self::Numeric(kind) => kind.found(response).is_some_and(|answer| answer.id == *id),
            Self::SingleChoice(_)
            | Self::MultipleResponse(_)
            | Self::TrueFalse(_)
            | Self::Ordering(_)
            | Self::Matching(_)
            | Self::Grid(_)
            | Self::Cloze(_)
            | Self::Reflection(_)
            | Self::Hotspot(_) => response.chooses(id),
        }
    }

    /// The response as far as this question understands it: of its kind, naming its options, several
    /// of them in the author's order. Anything else is left out.
    #[must_use]
    pub fn understood(&self, response: &Response) -> Response {
        let options = self.options().iter().map(|option| &option.id);
        let known = |id: &Option<OptionId>| id.clone().filter(|id| options.clone().any(|known| known == id));
        match (self, response) {
            (Self::SingleChoice(_), Response::SingleChoice { option }) => {
                Response::SingleChoice { option: known(option) }
            }
            (Self::MultipleResponse(_), Response::MultipleResponse { .. }) => {
                let chosen = options.filter(|id| response.chooses(id));
                Response::MultipleResponse { options: chosen.cloned().collect() }
            }
            (Self::TrueFalse(_), Response::TrueFalse { verdict, reason }) => {
                Response::TrueFalse { verdict: *verdict, reason: known(reason) }
            }
            _ => (later().understood)(self, response),
        }
    }
}

impl Question {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let id = fields.required_id("id");
        let topic = fields.required_id("topic");
        let stem = fields.required_markup("stem");
        let rationale = fields.markup("rationale");
        let hint = fields.markup("hint");
        let scenario = fields.id("scenario");
        let may_shuffle = fields.flag("shuffle").unwrap_or(true);
        let has_content_note = fields.flag("content_note").unwrap_or(false);
        let points = fields.number("points", 0.5, 20.0).unwrap_or(1.0);
        let attempts = fields.whole("attempts", 1, MOST_ATTEMPTS);
        let notes = AuthorNotes::read(fields);
        let Some(kind) = fields.required_text("kind") else {
            fields.abandon();
            return None;
        };
        let kind = match kind {
            "single-choice" => SingleChoice::read(fields).map(Kind::SingleChoice),
            "multiple-response" => MultipleResponse::read(fields).map(Kind::MultipleResponse),
            "true-false" => TrueFalse::read(fields).map(Kind::TrueFalse),
            "ordering" => Ordering::read(fields).map(Kind::Ordering),
            "matching" => Matching::read(fields).map(Kind::Matching),
            "fill-in" => FillIn::read(fields, stem.as_ref()).map(Kind::FillIn),
            "grid" => Matching::read_grid(fields).map(Kind::Grid),
            "numeric" => Numeric::read(fields).map(Kind::Numeric),
            "cloze" => Cloze::read(fields).map(Kind::Cloze),
            "reflection" => Reflection::read(fields).map(Kind::Reflection),
            "hotspot" => Hotspot::read(fields).map(Kind::Hotspot),
            other => {
                let remedy = format!("use one of: {}", Kind::NAMES.join(", "));
                fields.report("S1", "kind", format!("`{other}` is not a kind of question"), remedy);
                fields.abandon();
                return None;
            }
        };
        Some(Self {
            id: id?,
            topic: topic?,
            stem: stem?,
            kind: kind?,
            rationale,
            hint,
            scenario,
            may_shuffle,
            has_content_note,
            points,
            attempts,
            notes,
        })
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! Questions for tests, written in a few characters.
    use super::Question;
    use crate::quiz::bank::Bank;
    use crate::quiz::id::{Id, OptionId};

    /// An option id that is known to be one.
    pub(crate) fn option_id(text: &str) -> OptionId {
        OptionId::parse(text).unwrap()
    }

    /// A question whose options are `a`, `b*` … with a star at the keys.
    pub(crate) fn question(kind: &str, list: &str, options: &[&str]) -> Question {
        let options: Vec<_> = options
            .iter()
            .map(|option| {
                let id = option.trim_end_matches('*');
                format!(r#"{{"id":"{id}","text":"{id}","correct":{}}}"#, option.ends_with('*'))
            })
            .collect();
        let key = if kind == "true-false" { r#""key":true,"# } else { "" };
        read(&format!(r#""kind":"{kind}",{key}"{list}":[{}]"#, options.join(",")))
    }

    /// A question with these fields beside its id, topic and stem.
    pub(crate) fn read(fields: &str) -> Question {
        let json = format!(
            r#"{{"format":1,"id":"b","title":"B","topics":[{{"id":"t","title":"T"}}],
                "questions":[{{"id":"q","topic":"t","stem":"____?",{fields}}}]}}"#
        );
        Bank::read(&json).unwrap().questions()[0].clone()
    }
}
