//! F1 to F12: the form of the files. They are kept where a bank is read; here is what they say.

use super::{OUR_JUDGMENT, Rule};
use crate::quiz::bank::problem::Level;

/// The rules of the form.
pub const RULES: &[Rule] = &[
    Rule {
        id: "F1",
        level: Level::Error,
        title: "a file is UTF-8 text",
        measures: "whether every byte of the file belongs to a UTF-8 character, and none is NUL",
        why: "other encodings show the wrong letters",
        source: "TOML 1.0, https://toml.io/en/v1.0.0#spec; JSON, RFC 8259, section 8.1",
        remedy: "save the file as UTF-8 in your editor",
    },
    Rule {
        id: "F2",
        level: Level::Error,
        title: "a file has at most 32 MB",
        measures: "the size of the file: at most 32 MB",
        why: "a larger one freezes phones, and is most likely not a bank",
        source: OUR_JUDGMENT,
        remedy: "check that it is the right file, or split the bank",
    },
    Rule {
        id: "F3",
        level: Level::Error,
        title: "a file is TOML or JSON, as its name says",
        measures: "whether the whole file can be parsed",
        why: "one slip hides everything after it",
        source: "TOML 1.0, https://toml.io/en/v1.0.0; JSON, RFC 8259",
        remedy: "mend the text at the place that is named",
    },
    Rule {
        id: "F4",
        level: Level::Error,
        title: "a bank is one file, or a folder with `bank.toml`",
        measures: "whether the path can be read and is a .toml file, a .json file or a folder with `bank.toml`",
        why: "it must be clear which files belong to a bank",
        source: OUR_JUDGMENT,
        remedy: "name another path, or add `bank.toml`",
    },
    Rule {
        id: "F5",
        level: Level::Error,
        title: "fields have known names and values of their type",
        measures: "every field of every table: its name, whether it is there once, and its value, such as a \
                   `difficulty` from 1 to 3",
        why: "a misspelt field would be passed over in silence",
        source: OUR_JUDGMENT,
        remedy: "mend the field",
    },
    Rule {
        id: "F6",
        level: Level::Error,
        title: "an id has the shape of an id",
        measures: "1 to 64 characters of a-z, 0-9, dot, hyphen and underscore, the first a letter or digit; \
                   ids of objectives may have capitals",
        why: "ids stand in web addresses and saved progress",
        source: OUR_JUDGMENT,
        remedy: "use a-z, 0-9, dot, hyphen and underscore",
    },
    Rule {
        id: "F7",
        level: Level::Error,
        title: "the format is one this program reads",
        measures: "the number in `format`: 1",
        why: "a newer format may mean something else by the same words",
        source: OUR_JUDGMENT,
        remedy: "write `format = 1`, or use a newer Selfcheck",
    },
    Rule {
        id: "F8",
        level: Level::Error,
        title: "texts hold allowed elements only",
        measures: "the elements of every text: paragraphs, emphasis, code, lists, quotes, tables, links to https, \
                   http and mailto, pictures, recordings and formulas; no HTML",
        why: "what is never HTML can never run script",
        source: "OWASP, Cross Site Scripting Prevention Cheat Sheet",
        remedy: "use paragraphs, emphasis, code, lists, quotes, tables, links and pictures",
    },
    Rule {
        id: "F9",
        level: Level::Error,
        title: "what a text shows is there, and is put into words",
        measures: "every file that a text names: whether it is in the folder of the bank or below it and is a \
                   picture, a recording or captions that browsers show; whether pictures have words for what \
                   they show, and recordings a transcript",
        why: "who does not see or hear learns from the words, and a picture that does not come is a hole",
        source: "WCAG 2.2, 1.1.1, 1.2.1 and 1.2.3, https://www.w3.org/TR/WCAG22/",
        remedy: "put the file there, and say what it shows",
    },
    Rule {
        id: "F10",
        level: Level::Error,
        title: "formulas are LaTeX that can be shown",
        measures: "every formula between `$` or `$$`: whether it is LaTeX that becomes MathML Core, without \
                   colours and lines between cells",
        why: "learners would see the LaTeX, or half of it",
        source: "MathML Core, https://www.w3.org/TR/mathml-core/",
        remedy: "mend the LaTeX; a dollar sign that is meant as one is written `\\$`",
    },
    Rule {
        id: "F11",
        level: Level::Warning,
        title: "what a text shows comes soon, and to everybody",
        measures: "the sizes of files: pictures to 500 kB, sound to 10 MB, films to 50 MB; whether films have \
                   captions; whether every recording with a `[[media]]` table is shown",
        why: "learners have slow connections, pay for theirs, or do not hear",
        source: "WCAG 2.2, 1.2.2, https://www.w3.org/TR/WCAG22/; for sizes our judgment",
        remedy: "make the file smaller, or add the captions",
    },
    Rule {
        id: "F12",
        level: Level::Warning,
        title: "code is in a language that is known",
        measures: "the word after ``` at the beginning of a code block",
        why: "code of an unknown language has no colours, most often for a misspelt name",
        source: OUR_JUDGMENT,
        remedy: "mend the name of the language, or leave it out",
    },
];
