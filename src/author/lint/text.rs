//! S10: traces of broken copying in any text of a bank.

use super::findings::Findings;
use super::plain::with_blanks;
use super::structure::{kinds_of, options_of_kind, path_of};
use crate::quiz::bank::Bank;
use crate::quiz::bank::problem::Level;
use crate::quiz::markup::{Markup, Node, Tag};
use crate::quiz::question::{Kind, Question};

/// Looks at every text.
pub fn lint(bank: &Bank, findings: &mut Findings<'_>) {
    each_text(bank, &mut |path, text| {
        for Slip { words, message, remedy } in slips_in(&text) {
            findings.point(Level::Error, "S10", path, &words, message, remedy);
        }
    });
}

/// Hands out every text of a bank with its path, transcripts too, without code and formulas.
pub fn each_text(bank: &Bank, take: &mut dyn FnMut(&str, String)) {
    each_text_beside_questions(bank, take);
    for (index, question) in bank.questions().iter().enumerate() {
        each_text_of(question, &path_of(index, question), take);
    }
}

/// Hands out every text but those of questions, with its path, transcripts too, without code and formulas.
pub fn each_text_beside_questions(bank: &Bank, take: &mut dyn FnMut(&str, String)) {
    let about = bank.about();
    take("title", about.title.clone());
    markup("description", about.description.as_ref(), take);
    markup("disclaimer", about.disclaimer.as_ref(), take);
    for (index, topic) in bank.topics().iter().enumerate() {
        let path = format!("topics[{index}]");
        take(&format!("{path}.title"), topic.title.clone());
        markup(&format!("{path}.notes"), topic.notes.as_ref(), take);
        for (index, objective) in topic.objectives.iter().enumerate() {
            take(&format!("{path}.objectives[{index}].text"), objective.text.clone());
        }
    }
    for (index, term) in bank.terms().iter().enumerate() {
        markup(&format!("terms[{index}].text"), Some(&term.text), take);
    }
    for (index, scenario) in bank.scenarios().iter().enumerate() {
        markup(&format!("scenarios[{index}].text"), Some(&scenario.text), take);
    }
}

/// Hands out every text of a question with its path, transcripts too, without code and formulas.
pub fn each_text_of(question: &Question, path: &str, take: &mut dyn FnMut(&str, String)) {
    markup(&format!("{path}.stem"), Some(&question.stem), take);
    markup(&format!("{path}.hint"), question.hint.as_ref(), take);
    markup(&format!("{path}.rationale"), question.rationale.as_ref(), take);
    if let Kind::Cloze(kind) = &question.kind {
        markup(&format!("{path}.passage"), Some(kind.passage()), &mut |path, text| {
            take(path, with_blanks(&text))
        });
    }
    for (index, gap) in question.kind.gaps().iter().enumerate() {
        take(&format!("{path}.gaps[{index}].label"), gap.label.clone().unwrap_or_default());
    }
    for (path, kind) in kinds_of(question, path) {
        each_text_of_kind(kind, &path, take);
    }
}

fn each_text_of_kind(kind: &Kind, path: &str, take: &mut dyn FnMut(&str, String)) {
    match kind {
        Kind::TrueFalse(kind) => markup(&format!("{path}.correction"), kind.correction(), take),
        Kind::Numeric(kind) => take(&format!("{path}.unit"), kind.unit().unwrap_or_default().to_owned()),
        Kind::Reflection(kind) => markup(&format!("{path}.model"), Some(kind.model()), take),
        Kind::Hotspot(kind) => markup(&format!("{path}.alt"), Some(kind.image()), take),
        Kind::SingleChoice(_)
        | Kind::MultipleResponse(_)
        | Kind::Ordering(_)
        | Kind::Matching(_)
        | Kind::FillIn(_)
        | Kind::Grid(_)
        | Kind::Cloze(_) => {}
    }
    // What a numeric answer says is made of numbers.
    let has_texts = !matches!(kind, Kind::Numeric(_));
    for (path, option) in options_of_kind(kind, path) {
        if has_texts {
            markup(&format!("{path}.text"), Some(&option.text), take);
        }
        markup(&format!("{path}.rationale"), option.rationale.as_ref(), take);
    }
}

fn markup(path: &str, markup: Option<&Markup>, take: &mut dyn FnMut(&str, String)) {
    fn collect(nodes: &[Node], into: &mut String) {
        for node in nodes {
            match node {
                Node::Text(text) => into.push_str(text),
                // Code and formulas may hold half a pair of brackets; a letter keeps the spaces around
                // apart.
                Node::Element(element) if matches!(element.tag, Tag::Code | Tag::Math | Tag::Pre) => {
                    into.push('x');
                }
                Node::Element(element) => {
                    into.push_str(element.instead().unwrap_or_default());
                    if matches!(element.tag, Tag::Audio | Tag::Video) {
                        into.push('\n');
                    }
                    collect(&element.children, into);
                    if element.tag.is_block() || element.tag == Tag::Br {
                        into.push('\n');
                    }
                }
            }
        }
    }
    if let Some(markup) = markup {
        let mut text = String::new();
        collect(markup.nodes(), &mut text);
        take(path, text);
    }
}

/// A trace of broken copying.
#[derive(Debug, PartialEq)]
struct Slip {
    /// What to point at.
    words: String,
    message: String,
    remedy: &'static str,
}

fn slips_in(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut slip = |found: Option<(String, String)>, remedy| {
        slips.extend(found.map(|(words, message)| Slip { words, message, remedy }));
    };
    slip(stray_in(text), "copy the text again, and save the file as UTF-8");
    slip(entity_in(text), "write the character itself");
    slip(double_space_in(text), "leave one space");
    slip(bracket_in(text), "close every bracket that is opened, and none that is not");
    slip(quote_in(text), "close every quotation that is opened, and none that is not");
    slips
}

/// Characters that no author types: traces of a wrong encoding.
fn stray_in(text: &str) -> Option<(String, String)> {
    let is_stray = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{fffd}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{e000}'..='\u{f8ff}')
    };
    if let Some(stray) = text.chars().find(|c| is_stray(*c)) {
        return Some((stray.to_string(), format!("holds the stray character U+{:04X}", u32::from(stray))));
    }
    // UTF-8 read as Windows-1252: “Ã©” for “é”, “â€™” for “’”.
    let chars: Vec<_> = text.chars().skip_while(|c| !matches!(c, 'Ã' | 'Â' | 'â')).collect();
    let is_torn = |pair: &[char]| {
        matches!(
            pair,
            ['Ã' | 'Â', '\u{80}'..='\u{bf}' | '€' | '‚' | '„' | '™' | 'š' | 'œ' | 'ž'] | ['â', '€']
        )
    };
    let torn: String = chars.windows(2).find(|pair| is_torn(pair))?.iter().collect();
    let message = format!("holds {torn:?}, the trace of a wrong encoding");
    Some((torn, message))
}

/// A character written for HTML: `&amp;`, `&#39;`.
fn entity_in(text: &str) -> Option<(String, String)> {
    text.match_indices('&').find_map(|(start, _)| {
        let name = text[start + 1..].split_once(';')?.0;
        let is_name = (2..=8).contains(&name.len())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
            && name.starts_with(|c: char| c.is_ascii_lowercase() || c == '#');
        let entity = format!("&{name};");
        let message = format!("holds `{entity}`, which is shown as it stands");
        is_name.then_some((entity, message))
    })
}

fn double_space_in(text: &str) -> Option<(String, String)> {
    let (start, _) = text.match_indices("  ").find(|(start, _)| {
        let (before, after) = (&text[..*start], text[*start..].trim_start_matches(' '));
        !before.is_empty() && !before.ends_with('\n') && !after.is_empty() && !after.starts_with('\n')
    })?;
    let before = text[..start].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = text[start..].split_whitespace().next().unwrap_or_default();
    let n_spaces = text[start..].len() - text[start..].trim_start_matches(' ').len();
    let words = format!("{before}{}{after}", " ".repeat(n_spaces));
    Some((words, format!("has {n_spaces} spaces after {before:?}")))
}

fn bracket_in(text: &str) -> Option<(String, String)> {
    let mut open = Vec::new();
    let mut previous = [' ', ' '];
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' => open.push((at, c)),
            // “a)” and “2)” count things and close nothing.
            ')' if open.is_empty() && previous[1].is_alphanumeric() && !previous[0].is_alphanumeric() => {}
            ')' | ']' | '}' => {
                let opening = open.pop().map(|(_, opening)| opening);
                let is_pair = matches!((opening, c), (Some('('), ')') | (Some('['), ']') | (Some('{'), '}'));
                if !is_pair {
                    return Some((word_at(text, at), format!("has a `{c}` that closes nothing")));
                }
            }
            _ => {}
        }
        previous = [previous[1], c];
    }
    let (at, c) = open.first()?;
    Some((word_at(text, *at), format!("has a `{c}` that is not closed")))
}

fn quote_in(text: &str) -> Option<(String, String)> {
    const MARKS: [char; 9] = ['"', '„', '“', '”', '‘', '’', '‚', '«', '»'];
    let marks: Vec<_> = text.chars().filter(|c| MARKS.contains(c)).collect();
    let count = |mark: char| marks.iter().filter(|c| **c == mark).count();
    let unpaired = |mark: char| {
        let at = text.rfind(mark).unwrap_or_default();
        Some((word_at(text, at), format!("has a {mark} without its partner")))
    };
    if count('"') % 2 == 1 {
        return unpaired('"');
    }
    // “English”, „German“, ”Swedish”; »either« «way».
    let (low, left, right) = (count('„'), count('“'), count('”'));
    let is_paired = match (low, left) {
        (0, 0) => right % 2 == 0,
        (0, _) => left == right,
        _ => low == left + right,
    };
    if !is_paired {
        return unpaired(if right > left { '”' } else { '“' });
    }
    // ’ is an apostrophe too, so only an opening mark without any ’ is certain.
    if count('‘') > count('’') && count('‚') == 0 {
        return unpaired('‘');
    }
    (count('«') != count('»')).then(|| unpaired('«')).flatten()
}

/// What stands around a byte of a text between white space.
fn word_at(text: &str, at: usize) -> String {
    let start = text[..at].rfind(char::is_whitespace);
    let word = start.map_or(text, |start| text[start..].trim_start());
    word.split_whitespace().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::slips_in;

    #[test]
    fn traces_of_broken_copying_are_found() {
        for bad in [
            "caf\u{fffd}",
            "cafÃ©",
            "donâ€™t",
            "a\u{0}b",
            "a  b",
            "(a",
            "a]",
            "(a]",
            "\"a",
            "“a",
            "a”",
            "‘a",
            "«a",
            "„a",
            "a &amp; b",
            "it&#39;s",
        ] {
            assert_eq!(slips_in(bad).len(), 1, "{bad:?}: {:?}", slips_in(bad));
        }
    }

    #[test]
    fn sound_texts_are_left_alone() {
        for fine in [
            "“It’s ‘fine’,” she said.",
            "„Ja“, sagte er.",
            "”Ja”, sa hon.",
            "a) one b) two 3) three",
            "(see [here])",
            "Ã la carte".trim_start_matches('Ã'),
            "R&D; more",
            "people’s",
            "a\n  b",
            "",
            "«Oui»",
        ] {
            assert_eq!(slips_in(fine), [], "{fine:?}");
        }
    }
}
