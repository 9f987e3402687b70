//! `[blueprint]` and `[[claims]]` in `lint.toml`: how many questions of which sort there shall be,
//! and what they rest on.

use crate::quiz::bank::CognitiveLevel;
use crate::quiz::bank::fields::Fields;
use crate::quiz::question::Kind;

/// How many questions of which sort a bank shall have.
#[derive(Clone, Debug, Default)]
pub struct Blueprint {
    /// Fewer than this are an error.
    pub least_questions: usize,
    /// By how many the number of a kind in a topic may be off.
    pub tolerance: usize,
    /// By how many percent the number of a topic may be off.
    pub topic_percent: f64,
    /// By how many percentage points a share of the bank may be off.
    pub share_points: f64,
    /// How many questions each objective has at least.
    pub least_per_objective: usize,
    /// In how many formats those are at least.
    pub formats_per_objective: usize,
    /// How many questions name each set of claims at least.
    pub least_per_claim_set: usize,
    /// Shares of the bank that are meant, in percent.
    pub shares: Vec<Share>,
    /// Shares of the bank that are the least, in percent.
    pub least: Vec<Least>,
    /// What each topic has.
    pub topics: Vec<TopicPlan>,
}

/// A share of the bank that is meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Share {
    /// Of questions of a level.
    Level(CognitiveLevel, f64),
    /// Of questions of a difficulty.
    Difficulty(u8, f64),
}

/// The least share of questions with a `basis`.
#[derive(Clone, Debug, PartialEq)]
pub struct Least {
    /// The basis.
    pub basis: String,
    /// The share, in percent.
    pub percent: f64,
}

/// What one topic shall have.
#[derive(Clone, Debug)]
pub struct TopicPlan {
    /// The id of the topic.
    pub id: String,
    /// Its weight in the bank.
    pub weight: Option<f64>,
    /// How many questions.
    pub total: Option<usize>,
    /// How many of each kind outside of scenarios, and in scenarios.
    pub formats: Vec<(&'static str, usize)>,
    /// How many of each level.
    pub levels: Vec<(CognitiveLevel, usize)>,
}

/// The format of a question that belongs to a scenario, whatever its kind.
pub const SCENARIO: &str = "scenario";

const MOST: u32 = 1_000_000;

fn count(fields: &Fields<'_>, name: &'static str) -> Option<usize> {
    fields.whole(name, 0, MOST).and_then(|n| usize::try_from(n).ok())
}

fn percent(fields: &Fields<'_>, name: &'static str) -> Option<f64> {
    fields.number(name, 0.0, 100.0)
}

impl Blueprint {
    pub(super) fn read(fields: &Fields<'_>) -> Option<Self> {
        let fields = fields.table("blueprint")?;
        let blueprint = Self {
            least_questions: count(&fields, "least_questions").unwrap_or(0),
            tolerance: count(&fields, "tolerance").unwrap_or(1),
            topic_percent: percent(&fields, "topic_percent").unwrap_or(10.0),
            share_points: percent(&fields, "share_points").unwrap_or(5.0),
            least_per_objective: count(&fields, "least_per_objective").unwrap_or(0),
            formats_per_objective: count(&fields, "formats_per_objective").unwrap_or(0),
            least_per_claim_set: count(&fields, "least_per_claim_set").unwrap_or(0),
            shares: read_shares(&fields),
            least: read_least(&fields),
            topics: fields.tables("topics").iter().filter_map(TopicPlan::read).collect(),
        };
        fields.finish();
        Some(blueprint)
    }
}

fn read_shares(fields: &Fields<'_>) -> Vec<Share> {
    let mut shares = Vec::new();
    if let Some(fields) = fields.table("levels") {
        let levels = CognitiveLevel::NAMES.iter();
        shares.extend(levels.filter_map(|(name, level)| Some(Share::Level(*level, percent(&fields, name)?))));
        fields.finish();
    }
    if let Some(fields) = fields.table("difficulties") {
        let difficulties = [("1", 1), ("2", 2), ("3", 3)].into_iter();
        shares
            .extend(difficulties.filter_map(|(name, n)| Some(Share::Difficulty(n, percent(&fields, name)?))));
        fields.finish();
    }
    shares
}

fn read_least(fields: &Fields<'_>) -> Vec<Least> {
    let tables = fields.tables("basis");
    let read = tables.iter().filter_map(|fields| {
        let basis = fields.required_text("name");
        let percent = percent(fields, "least_percent");
        fields.finish();
        Some(Least { basis: basis?.to_owned(), percent: percent? })
    });
    read.collect()
}

impl TopicPlan {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        let id = fields.required_text("id");
        let formats = Kind::NAMES.iter().chain([&SCENARIO]);
        let plan = Self {
            id: id.unwrap_or_default().to_owned(),
            weight: fields.number("weight", 0.0, f64::from(MOST)),
            total: count(fields, "total"),
            formats: formats.filter_map(|name| Some((*name, count(fields, name)?))).collect(),
            levels: CognitiveLevel::NAMES
                .iter()
                .filter_map(|(name, level)| Some((*level, count(fields, name)?)))
                .collect(),
        };
        fields.finish();
        id.map(|_| plan)
    }
}

/// One `[[claims]]` table: numbered claims of a text that questions rest on. A question names one
/// as `000#C05`.
#[derive(Clone, Debug)]
pub struct ClaimSet {
    /// What stands before `#`.
    pub id: String,
    /// How many claims there are; they are numbered from C01.
    pub count: usize,
    /// Claims that at least one question names.
    pub required: Vec<String>,
}

impl ClaimSet {
    pub(super) fn read_all(fields: &Fields<'_>) -> Vec<Self> {
        let tables = fields.tables("claims");
        let read = tables.iter().map(|fields| {
            let set = Self {
                id: fields.required_text("set").unwrap_or_default().to_owned(),
                count: count(fields, "count").unwrap_or_default(),
                required: fields.texts("required").into_iter().map(str::to_owned).collect(),
            };
            for claim in set.required.iter().filter(|claim| !set.has(claim)) {
                let message = format!("names `{claim}`, but the claims are C01 to C{:02}", set.count);
                fields.report("S2", "required", message, "mend the claim, or the count");
            }
            fields.finish();
            set
        });
        read.collect()
    }

    /// Whether a claim, such as `C05`, is one of these.
    #[must_use]
    pub fn has(&self, claim: &str) -> bool {
        let number = claim.strip_prefix('C').filter(|number| number.len() >= 2);
        let number = number.and_then(|number| number.parse::<usize>().ok());
        number.is_some_and(|number| (1..=self.count).contains(&number))
    }
}
