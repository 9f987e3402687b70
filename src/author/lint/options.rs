//! S3, S4 and S7: how many options there are, and whether they differ.

use super::findings::Findings;
use super::plain::meant_in;
use super::structure::{ALIKE_OPTIONS, kinds_of};
use super::words::Said;
use crate::quiz::markup::{Element, Node, Tag};
use crate::quiz::question::cloze::pieces;
use crate::quiz::question::{Kind, Question};

/// Looks at the options of a question, or what stands for them in its kind.
pub fn lint(question: &Question, path: &str, findings: &mut Findings<'_>) {
    count_options(question, path, findings);
    for (path, kind) in kinds_of(question, path) {
        compare_options(kind, &path, findings);
    }
    if let Kind::Cloze(kind) = &question.kind
        && kind.passage().nodes().iter().any(|node| has_gap_in_link(node, false))
    {
        let message = "has a gap within a link, where nobody can choose or type";
        findings.error("S4", format!("{path}.passage"), message, "end the link before the gap");
    }
}

fn has_gap_in_link(node: &Node, is_in_link: bool) -> bool {
    match node {
        Node::Text(text) => is_in_link && pieces(text).iter().any(|(is_gap, _)| *is_gap),
        Node::Element(Element { tag, children, .. }) => {
            children.iter().any(|child| has_gap_in_link(child, is_in_link || *tag == Tag::A))
        }
    }
}

fn count_options(question: &Question, path: &str, findings: &mut Findings<'_>) {
    let (rule, wanted) = match &question.kind {
        Kind::SingleChoice(_) => ("S3", 3..=5),
        Kind::MultipleResponse(_) => ("S3", 4..=6),
        Kind::TrueFalse(_) => ("S3", 3..=4),
        Kind::Ordering(_) => ("S4", 3..=5),
        Kind::Matching(_) => ("S4", 4..=6),
        // How many are too many is checked where a bank is read, or nobody sees them.
        Kind::Grid(_)
        | Kind::FillIn(_)
        | Kind::Numeric(_)
        | Kind::Cloze(_)
        | Kind::Reflection(_)
        | Kind::Hotspot(_) => return,
    };
    // Of a matching question the premises, which come last.
    let Some((list, options)) = question.kind.lists().pop() else { return };
    let n_options = options.len();
    if !wanted.contains(&n_options) {
        let remedy = format!("write {} to {} {list}", wanted.start(), wanted.end());
        findings.warning(rule, format!("{path}.{list}"), format!("has {n_options} of them"), remedy);
    }
    if let Kind::Matching(kind) = &question.kind
        && !kind.may_reuse()
        && kind.responses().len() <= n_options
    {
        let message = "leaves no response over, so the last premise answers itself";
        let remedy = "add a response that is the key of no premise, or write `reuse = true`";
        findings.error("S4", format!("{path}.responses"), message, remedy);
    }
}

fn compare_options(kind: &Kind, path: &str, findings: &mut Findings<'_>) {
    // Ranges that do not overlap differ, however alike they look.
    let lists = kind.lists().into_iter().filter(|_| !matches!(kind, Kind::Numeric(_)));
    for (list, options) in lists {
        let mut earlier: Vec<Said> = Vec::new();
        for (index, option) in options.iter().enumerate() {
            let said = Said::of(&meant_in(&option.text));
            if earlier.iter().any(|earlier| earlier.is_like(&said, ALIKE_OPTIONS)) {
                let path = format!("{path}.{list}[{index}].text");
                findings.error(
                    "S7",
                    path,
                    "says nearly the same as one before it",
                    "write another, or remove one",
                );
            }
            earlier.push(said);
        }
    }
}
