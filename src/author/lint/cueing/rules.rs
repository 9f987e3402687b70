//! What the rules Q1 to Q16 say: the measure, the reason with its source, the remedy.

use crate::author::lint::{OUR_JUDGMENT, Rule};
use crate::quiz::bank::problem::Level::{Error, Warning};

const GUIDELINES: &str = "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5";
const FLAWS: &str = "Pham, Besanko and Devitt 2018, https://doi.org/10.15694/mep.2018.0000225.1";
const GUIDELINES_AND_FLAWS: &str = "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5; \
                                    Pham, Besanko and Devitt 2018, https://doi.org/10.15694/mep.2018.0000225.1";

/// The rules.
pub const RULES: &[Rule] = &[
    Rule {
        id: "Q1",
        level: Error,
        title: "the key is not the longest option by habit",
        measures: "over all single-choice questions, how many have a key strictly longer than every other option, \
                   against an even chance of each option; one-sided binomial test: p < 0.05 warns, p < 0.01 is an \
                   error (of 48 questions with four options 18 and 20); from 8 questions on",
        why: "“choose the longest” is the first thing test-wise people try, and it raises scores without knowledge",
        source: FLAWS,
        remedy: "shorten keys, or give distractors the same detail",
    },
    Rule {
        id: "Q2",
        level: Error,
        title: "the key is not the shortest option by habit, and is the longest now and then",
        measures: "over all single-choice questions, how many have a key strictly shorter than every other option, \
                   tested as in Q1; and a warning where the key is the longest in fewer than 10 %, from 20 questions on",
        why: "who tries to follow Q1 easily ends at the other extreme, which is a cue as well",
        source: OUR_JUDGMENT,
        remedy: "let lengths fall as they may: now the key longer, now a distractor",
    },
    Rule {
        id: "Q3",
        level: Error,
        title: "the key is about as long as its distractors",
        measures: "in each single-choice question the length of the key in characters over the mean length of its \
                   distractors: more than 1.25 warns, more than 1.5 is an error, where they are at least 6 \
                   characters apart; and over the bank the mean of these ratios outside 0.92 to 1.08",
        why: "authors qualify what is right and leave what is wrong bare, so a long key stands out",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5; Casu and García-García \
                 2019, Psicología Educativa 25(1), 43–48",
        remedy: "shorten the key, or give the distractors the same detail",
    },
    Rule {
        id: "Q4",
        level: Error,
        title: "keys are spread over all positions",
        measures: "over all single-choice questions, how often the key stands in each place, against an even spread \
                   that takes into account how many options each question has; chi-square test: p < 0.05 warns, \
                   p < 0.01 is an error (three degrees of freedom: 7.81 and 11.34), where at least 5 are expected \
                   in each place; and runs of more than 4 keys in the same place, in the order of the files",
        why: "authors hide keys in the middle, and learners look for them there; shuffling mends it for learners, \
              but not for people who read or print the file, nor for questions that are not shuffled",
        source: "Attali and Bar-Hillel 2003, https://doi.org/10.1111/j.1745-3984.2003.tb01099.x",
        remedy: "put keys where a die tells you",
    },
    Rule {
        id: "Q5",
        level: Error,
        title: "no absolute words in options, and no hedges in keys alone",
        measures: "“always”, “never”, “all”, “only” and the like in an option, speech in quotation marks left out: a \
                   warning each; an error where they are in at least 8 distractors and more than twice as often as \
                   in keys; a warning where “may”, “often” and the like stand in keys more often than by chance \
                   (binomial test, p < 0.05)",
        why: "what is put absolutely is seldom right, and what is hedged seldom wrong: learners know that",
        source: GUIDELINES,
        remedy: "say how things are without these words, or use them in every option",
    },
    Rule {
        id: "Q6",
        level: Error,
        title: "no option speaks of other options",
        measures: "“all of the above”, “none of these”, “both A and B” and the like as an option",
        why: "who knows two that are right has the key; with “none of the above” as the key, what the test should \
              teach is lost; and options are shuffled",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5; Odegard and Koen 2007 as \
                 reported by Jang, Pashler and Huber 2014, https://doi.org/10.1037/a0035715",
        remedy: "write another option, or make the question multiple-response",
    },
    Rule {
        id: "Q7",
        level: Error,
        title: "a stem asks for what is so",
        measures: "“not”, “except”, “least”, “never”, “false” and the like in the main clause of the question, speech \
                   in quotation marks left out; where it is allowed the word stands in capitals; at most 2 % of \
                   questions over the bank",
        why: "able learners read past the negation and answer the contrary, even where it is emphasized",
        source: "Chiavaroli 2017, https://doi.org/10.7275/5vvy-8613",
        remedy: "turn the question round, or ask which of several hold",
    },
    Rule {
        id: "Q8",
        level: Warning,
        title: "no word of the stem stands in the key alone",
        measures: "in single-choice questions content words of four letters or more, in any form, that the stem and \
                   the key have and no distractor has",
        why: "the echo leads to the key without understanding",
        source: GUIDELINES_AND_FLAWS,
        remedy: "say it in other words in the key, or use the word in a distractor too",
    },
    Rule {
        id: "Q9",
        level: Warning,
        title: "options of a question have one grammar",
        measures: "exactly one option that differs from all others in its closing stop, its capital letter, an -ing \
                   form or “to” at its beginning, or, among options of up to three words, its number; and a stem \
                   that ends in “a” or “an” before options of which only some fit",
        why: "the one that sticks out is noticed, and the one that does not fit the stem is ruled out",
        source: GUIDELINES,
        remedy: "give all options of a question the same form",
    },
    Rule {
        id: "Q10",
        level: Warning,
        title: "the key is not where the options meet",
        measures: "over all single-choice questions, in how many the key shares more content words with the other \
                   options than any of them does: more than 40 %; from 8 questions on",
        why: "distractors are made by changing the key a little, so the option most like the others is the key",
        source: "Haladyna, Downing and Rodriguez 2002, https://doi.org/10.1207/s15324818ame1503_5",
        remedy: "let distractors share words with each other, not only with the key",
    },
    Rule {
        id: "Q11",
        level: Warning,
        title: "the key has no exact opposite",
        measures: "a single-choice question with a distractor that differs from the key in nothing but a negation or \
                   a word of contrary meaning",
        why: "one of two opposites must be right, so the others need not be read",
        source: GUIDELINES,
        remedy: "reword one of the two, or write two pairs",
    },
    Rule {
        id: "Q12",
        level: Warning,
        title: "distractors are no villains",
        measures: "the share of distractors over the bank in which somebody ignores, threatens, lies, gossips, forces, \
                   refuses, punishes or mocks: more than 10 %, from 20 distractors on",
        why: "an option that nobody with good will would choose is none; only about half of distractors work",
        source: "Tarrant, Ware and Mohammed 2009, https://doi.org/10.1186/1472-6920-9-40",
        remedy: "write what a kind and thoughtful beginner might do",
    },
    Rule {
        id: "Q13",
        level: Warning,
        title: "true and false statements are balanced",
        measures: "the share of true statements among true-false questions: 40 to 60 %; and their mean lengths: at \
                   most 15 % apart; from 8 questions on",
        why: "a habit, or length, gives the verdict away",
        source: GUIDELINES,
        remedy: "turn some statements round, and even out their lengths",
    },
    Rule {
        id: "Q14",
        level: Warning,
        title: "the number of keys changes",
        measures: "whether all multiple-response questions have the same number of keys; from 4 questions on",
        why: "who knows the number needs to know one option less",
        source: OUR_JUDGMENT,
        remedy: "give some questions another number of keys",
    },
    Rule {
        id: "Q15",
        level: Warning,
        title: "stems and options are short",
        measures: "words: at most 55 in a stem and 20 in an option",
        why: "long texts test reading; on a phone they push the options out of sight",
        source: GUIDELINES,
        remedy: "cut what the answer does not need, or move the story into a scenario",
    },
    Rule {
        id: "Q16",
        level: Warning,
        title: "a stem asks, or leaves a blank",
        measures: "whether the stem of a question with options ends in a question mark, a colon, a blank or an \
                   ellipsis, or in a sentence such as “Select two.”",
        why: "a question can be answered before the options are read, which is what makes it a test of knowledge",
        source: GUIDELINES,
        remedy: "ask a question, or write a sentence that an option completes",
    },
];
