//! Settings: how a session is drawn and judged. The only defaults, and the one rule of precedence.

use super::mode::Mode;
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::tree::Tree;
use crate::quiz::id::{Id, TopicId};
use crate::quiz::shuffle::Seed;

/// How a session is drawn and judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// When the learner is told how it went.
    pub mode: Mode,
    /// How many questions; all where nothing is said.
    pub count: Option<Count>,
    /// Which topics; all where the list is empty.
    pub topics: Vec<TopicId>,
    /// What is shown in a drawn order.
    pub shuffle: Shuffle,
    /// The seed of every draw; a new one each time where nothing is said.
    pub seed: Option<Seed>,
    /// The percentage this quiz aims at; no target where nothing is said.
    pub pass_mark: Option<u32>,
    /// Whether the start screen is left out.
    pub no_start: bool,
    /// How often a question may be answered, as long as it did not earn everything; from 1 to
    /// [`MOST_ATTEMPTS`]. A question may have its own number.
    pub attempts: u32,
    /// What each attempt after the first costs, in percent of what the answer earns.
    pub attempt_cost: u32,
    /// What the hint costs, in percent of what the answer earns.
    pub hint_cost: u32,
    /// How long an exam may take, in seconds; as long as it takes where nothing is said.
    pub time_limit: Option<u32>,
    /// Whether an exam may be paused. Only a bank says so.
    pub may_pause: bool,
    /// Whether learners are asked how sure they are.
    pub asks_certainty: bool,
}

/// The most attempts at a question.
pub const MOST_ATTEMPTS: u32 = 10;
/// The longest time limit, in seconds: a day.
pub const LONGEST: u32 = 86_400;

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            count: None,
            topics: Vec::new(),
            shuffle: Shuffle::default(),
            seed: None,
            pass_mark: None,
            no_start: false,
            attempts: 1,
            attempt_cost: 0,
            hint_cost: 0,
            time_limit: None,
            may_pause: false,
            asks_certainty: false,
        }
    }
}

/// How many questions are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Of(u32),
    /// As many as it takes until the answers tell how well each topic is known: see
    /// [`adaptive`](super::adaptive).
    Auto,
}

impl Count {
    /// Its name in attributes and files, where it is no number.
    pub const AUTO: &str = "auto";

    /// The number, where it is one.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        match self {
            Self::Of(n) => Some(n),
            Self::Auto => None,
        }
    }
}

impl From<Count> for Tree {
    fn from(count: Count) -> Self {
        count.number().map_or_else(|| Count::AUTO.into(), Self::from)
    }
}

/// What is shown in a drawn order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shuffle {
    /// Questions and options.
    #[default]
    All,
    /// Questions; options stand as the author wrote them.
    Questions,
    /// Options; questions come in the order of the bank.
    Options,
    /// Nothing: the first questions of each topic, as the author wrote them.
    None,
}

impl Shuffle {
    /// Every choice with its name in attributes and files.
    pub const NAMES: &[(&str, Self)] = &[
        ("all", Self::All),
        ("questions", Self::Questions),
        ("options", Self::Options),
        ("none", Self::None),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Questions => "questions",
            Self::Options => "options",
            Self::None => "none",
        }
    }

    /// Whether questions are drawn in a shuffled order.
    #[must_use]
    pub fn shuffles_questions(self) -> bool {
        matches!(self, Self::All | Self::Questions)
    }

    /// Whether options are shown in a shuffled order.
    #[must_use]
    pub fn shuffles_options(self) -> bool {
        matches!(self, Self::All | Self::Options)
    }
}

/// Settings somebody gave: a bank, or the element on a page. What is `None` was not given.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // The fields are those of `Settings`.
pub struct Overrides {
    pub mode: Option<Mode>,
    pub count: Option<Count>,
    pub topics: Option<Vec<TopicId>>,
    pub shuffle: Option<Shuffle>,
    pub seed: Option<Seed>,
    pub pass_mark: Option<u32>,
    pub no_start: Option<bool>,
    pub attempts: Option<u32>,
    pub attempt_cost: Option<u32>,
    pub hint_cost: Option<u32>,
    pub time_limit: Option<u32>,
    pub may_pause: Option<bool>,
    pub asks_certainty: Option<bool>,
}

impl Settings {
    /// These settings with what somebody gave laid over them. Precedence, lowest first: defaults,
    /// the bank's settings, the element.
    #[must_use]
    pub fn with(self, over: &Overrides) -> Self {
        Self {
            mode: over.mode.unwrap_or(self.mode),
            count: over.count.or(self.count),
            topics: over.topics.clone().unwrap_or(self.topics),
            shuffle: over.shuffle.unwrap_or(self.shuffle),
            seed: over.seed.or(self.seed),
            pass_mark: over.pass_mark.or(self.pass_mark),
            no_start: over.no_start.unwrap_or(self.no_start),
            attempts: over.attempts.unwrap_or(self.attempts),
            attempt_cost: over.attempt_cost.unwrap_or(self.attempt_cost),
            hint_cost: over.hint_cost.unwrap_or(self.hint_cost),
            time_limit: over.time_limit.or(self.time_limit),
            may_pause: over.may_pause.unwrap_or(self.may_pause),
            asks_certainty: over.asks_certainty.unwrap_or(self.asks_certainty),
        }
    }
}

impl Overrides {
    /// The `[settings]` of a bank; named like the attributes.
    pub(crate) fn read(fields: &Fields<'_>) -> Self {
        let topics = fields.has("topics").then(|| {
            let texts = fields.texts("topics");
            let parse = |text: &&str| {
                let id = TopicId::parse(text);
                if id.is_none() {
                    fields.report("F6", "topics", format!("`{text}` is not an id"), "list ids of topics");
                }
                id
            };
            texts.iter().filter_map(parse).collect()
        });
        Self {
            mode: read_name(fields, "mode", Mode::NAMES),
            count: match fields.peek_text("count").filter(|text| *text == Count::AUTO) {
                Some(_) => fields.text("count").map(|_| Count::Auto),
                None => fields.whole("count", 1, 100_000).map(Count::Of),
            },
            topics,
            shuffle: read_name(fields, "shuffle", Shuffle::NAMES),
            seed: fields.whole("seed", 0, u32::MAX).map(Seed),
            pass_mark: fields.whole("pass-mark", 0, 100),
            no_start: fields.flag("no-start"),
            attempts: fields.whole("attempts", 1, MOST_ATTEMPTS),
            attempt_cost: fields.whole("attempt-cost", 0, 100),
            hint_cost: fields.whole("hint-cost", 0, 100),
            time_limit: fields.whole("time-limit", 1, LONGEST),
            may_pause: fields.flag("pause"),
            asks_certainty: fields.flag("certainty"),
        }
    }
}

/// The value that goes by a name.
#[must_use]
pub fn by_name<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

fn read_name<T: Copy>(fields: &Fields<'_>, field: &'static str, names: &[(&str, T)]) -> Option<T> {
    let text = fields.text(field)?;
    let value = by_name(names, text);
    if value.is_none() {
        let known = names.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        fields.report("F5", field, format!("`{text}` is not known"), format!("use one of: {known}"));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_element_goes_before_the_bank_and_the_bank_before_the_defaults() {
        let bank = Overrides { count: Some(Count::Of(10)), pass_mark: Some(70), ..Overrides::default() };
        let element = Overrides { count: Some(Count::Of(3)), ..Overrides::default() };
        let settings = Settings::default().with(&bank).with(&element);
        assert_eq!((settings.count, settings.pass_mark), (Some(Count::Of(3)), Some(70)));
        assert_eq!(settings.shuffle, Shuffle::All);
        assert_eq!((settings.attempts, settings.attempt_cost, settings.hint_cost), (1, 0, 0));
    }
}
