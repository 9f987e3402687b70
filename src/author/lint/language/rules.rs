//! What the rules V1 to V11 say: the measure, the reason with its source, the remedy.

use crate::author::lint::{OUR_JUDGMENT, Rule};
use crate::quiz::bank::problem::Level::{Error, Warning};

/// The rules.
pub const RULES: &[Rule] = &[
    Rule {
        id: "V1",
        level: Error,
        title: "words and sets of options are the bank’s own",
        measures: "runs of words shared with a text of `[originality]` in lint.toml, case and marks aside: 6 or 7 \
                   words warn, 8 are an error; and questions with the key and all distractors of one of its `sets`",
        why: "texts and questions of others are under their copyright, and whoever knows them knows the key",
        source: "runs of words as in Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900; the lengths are our judgment",
        remedy: "say it in words of your own",
    },
    Rule {
        id: "V2",
        level: Error,
        title: "words are those the bank wants to use",
        measures: "words of `[[words]]` in lint.toml, each where it is not wanted and outside of its exceptions",
        why: "words carry a view of people; one that is out of place in an option makes it a villain as well",
        source: "our judgment; for the words of the bundled bank NIDA, Words Matter, \
                 https://nida.nih.gov/research-topics/addiction-science/words-matter-preferred-language-talking-about-addiction",
        remedy: "use the word that lint.toml prefers, or put it into somebody’s speech and speak of it in the rationale",
    },
    Rule {
        id: "V3",
        level: Error,
        title: "no claim of an authority that the bank does not have",
        measures: "“official exam”, “real exam”, “pass guaranteed” and the like, and the phrases of `[authority]` in \
                   lint.toml, unless they are denied",
        why: "practice questions that seem official mislead people about an exam and about the rules of their work",
        source: OUR_JUDGMENT,
        remedy: "say whose view it is; where somebody has checked it, `allow` the rule and say who and when",
    },
    Rule {
        id: "V4",
        level: Error,
        title: "facts have their source and their day",
        measures: "`basis = \"public-source\"` with `sources`, each with `address`, `jurisdiction` and `checked_on`; \
                   `review_by` on topics of `[legal]` in lint.toml; and where `[legal]` says so no amounts of money, \
                   and no telephone numbers outside the bank’s description and disclaimer",
        why: "law and numbers differ from place to place and change, and nobody notices in a question",
        source: OUR_JUDGMENT,
        remedy: "name the source, the place it holds for, and the day it was looked at",
    },
    Rule {
        id: "V5",
        level: Error,
        title: "where sources differ, the question says so",
        measures: "`contested` is a code of `[contested]` in lint.toml, and the rationale has a note on it; over the \
                   bank at most 12 % of questions are contested (a warning)",
        why: "who learns one source’s view as the truth is let down by the other",
        source: OUR_JUDGMENT,
        remedy: "name both views in the rationale, and say whose each is",
    },
    Rule {
        id: "V6",
        level: Warning,
        title: "a term that says too much has its companion",
        measures: "terms of `[[careful]]` in lint.toml in a stem or a key, without one of their companions within 20 \
                   words",
        why: "some things are so for some people in some places only, and a question makes them a rule",
        source: OUR_JUDGMENT,
        remedy: "say on what it depends",
    },
    Rule {
        id: "V7",
        level: Error,
        title: "hard subjects are announced",
        measures: "suicide, self-harm, abuse, restraint, overdose and the like (or the words of `[sensitive]` in \
                   lint.toml) in any text of a question or its scenario, without `content_note = true`",
        why: "learners may have lived it; told first, they can choose",
        source: "SAMHSA 2014, Concept of Trauma and Guidance for a Trauma-Informed Approach: safety, choice",
        remedy: "add `content_note = true`, and leave out every detail of a method",
    },
    Rule {
        id: "V8",
        level: Warning,
        title: "texts are easy to read",
        measures: "the grade after Flesch and Kincaid, without the words of `[reading]` in lint.toml: a stem with its \
                   options at most 10; in the median of the bank at most 8, and rationales at most 9",
        why: "long sentences and words test reading instead of the subject",
        source: "Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of New Readability Formulas for Navy \
                 Enlisted Personnel; the limits are our judgment",
        remedy: "write shorter sentences and plainer words",
    },
    Rule {
        id: "V9",
        level: Warning,
        title: "people in stories are many and various",
        measures: "where lint.toml has `[names]`: a name in more than 3 stories (a scenario with its questions is \
                   one); and “she” or “he” in more than 70 % of the stories with either, from 10 on",
        why: "a name that comes again seems to go on with its story, and a role that is always of one gender becomes \
              a picture of it",
        source: OUR_JUDGMENT,
        remedy: "choose another name, or another pronoun",
    },
    Rule {
        id: "V10",
        level: Error,
        title: "the bank has the questions its blueprint plans",
        measures: "`[blueprint]` in lint.toml: the least number of questions (an error); per topic the numbers of \
                   questions, kinds and levels and the weight; shares of levels, difficulties and bases; questions and \
                   formats per objective; and that claims of `[[claims]]` are carried (warnings)",
        why: "what is easy to ask gets asked, and what matters is left out, unless somebody counts",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5",
        remedy: "write what is missing, or change the plan",
    },
    Rule {
        id: "V11",
        level: Warning,
        title: "no question hangs on an image",
        measures: "words of `[analogies]` in lint.toml in a stem or in what there is to choose",
        why: "that somebody likened a thing to another is trivia, and no knowledge of the thing",
        source: OUR_JUDGMENT,
        remedy: "ask for the idea instead",
    },
];
