//! Formulas: LaTeX → MathML Core, as the closed tree of nodes.

use crate::quiz::markup::closed::{ATTRIBUTES, is_allowed};
use crate::quiz::markup::{Element, Node, Tag};
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use roxmltree::Document;
use std::ops::Range;

/// The rule about formulas.
pub const RULE: &str = "F10";

/// What keeps a formula from being read: where in it, if that is known, and what.
pub type Slip = (Option<Range<usize>>, String);

/// Reads a formula. `is_display` sets it on a line of its own.
///
/// # Errors
/// It is no LaTeX that the crate knows, or holds what MathML Core does not have.
pub fn read(latex: &str, is_display: bool) -> Result<Element, Slip> {
    let whole = |why: String| (None, why);
    let converter =
        LatexToMathML::new(MathCoreConfig::default()).map_err(|_| whole("cannot be read".to_owned()))?;
    let display = if is_display { MathDisplay::Block } else { MathDisplay::Inline };
    let converted = converter.convert_with_local_state(latex, display).map_err(|error| {
        let message = error.error_message();
        let mut letters = message.trim_end_matches('.').chars();
        // Messages here begin with a small letter; what they quote stays as it is.
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        (Some(error.0.clone()), first.chain(letters).collect())
    })?;
    // What the crate writes is not trusted: it is read again, and only what is on the list goes on.
    let document = Document::parse(&converted.mathml)
        .map_err(|_| whole("holds a sign that is none of LaTeX".to_owned()))?;
    let mut formula = element(document.root_element()).map_err(whole)?;
    let latex = latex.split_whitespace().collect::<Vec<_>>().join(" ");
    formula.attributes.insert(0, ("alttext", latex));
    Ok(formula)
}

fn element(node: roxmltree::Node<'_, '_>) -> Result<Element, String> {
    let name = node.tag_name().name();
    let tag = Tag::parse(name).filter(|tag| tag.is_math());
    let tag = tag.ok_or_else(|| format!("holds <{name}>, which MathML Core does not have"))?;
    let mut element = Element::new(tag, Vec::new());
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        if name == "style" {
            element.attributes.extend(class_of(value)?.map(|class| ("class", class.to_owned())));
            continue;
        }
        let known = ATTRIBUTES.iter().find(|known| **known == name && is_allowed(tag, name, value));
        let known =
            known.ok_or_else(|| format!("holds <{}> with `{name}`, which is not shown", tag.name()))?;
        element.attributes.push((known, value.to_owned()));
    }
    for child in node.children() {
        if child.is_element() {
            element.children.push(Node::Element(self::element(child)?));
        } else if let Some(text) = child.text() {
            element.children.push(Node::Text(text.to_owned()));
        }
    }
    Ok(element)
}

/// The class that stands for a style, which a strict content policy would refuse: how a cell is aligned.
/// Fine points of spacing are left to the browser.
fn class_of(style: &str) -> Result<Option<&'static str>, String> {
    let mut class = None;
    for declaration in style.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
        let (property, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        match (property.trim(), value.trim()) {
            ("text-align", "left") => class = Some("left"),
            ("text-align", "right") => class = Some("right"),
            (
                "text-align" | "justify-items" | "margin-left" | "padding-left" | "padding-right"
                | "padding-top",
                _,
            ) => {}
            ("color" | "background-color", _) => return Err("has a colour, which some do not see".to_owned()),
            (property, _) if property.starts_with("border") => {
                return Err("has a line between cells, which is not shown".to_owned());
            }
            (property, _) => return Err(format!("needs the style `{property}`, which is not shown")),
        }
    }
    Ok(class)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::quiz::markup::Markup;
    use crate::quiz::markup::Node;

    /// The signs that are seen, or why there are none.
    fn seen(latex: &str) -> String {
        match read(latex, false) {
            Ok(formula) => Markup::new(formula.children).to_text(),
            Err((_, why)) => why,
        }
    }

    #[test]
    fn a_formula_becomes_allowed_nodes_with_its_latex() {
        let formula = read("\\frac{1}{2}\n x", true).unwrap();
        assert_eq!(formula.instead(), Some("\\frac{1}{2} x"));
        assert_eq!(formula.get("display"), Some("block"));
        assert_eq!(seen("\\sum_{i=1}^n i^2"), "∑i=1ni2");
    }

    #[test]
    fn aligned_cells_keep_their_side() {
        let formula = read(r"\begin{aligned} a &= b \\ c &= d\end{aligned}", true).unwrap();
        let written = format!("{formula:?}");
        assert!(
            written.contains(r#"("class", "right")"#) && written.contains(r#"("class", "left")"#),
            "{written}"
        );
        assert!(!written.contains("(\"style\""), "{written}");
    }

    #[test]
    fn what_cannot_be_shown_or_could_be_misused_is_refused() {
        for bad in [
            r"\frac{1",
            r"\nonsense",
            r"\color{red} x",
            r"\href{javascript:alert(1)}{x}",
            r"\operatorname{</mi></math><script>alert(1)</script>}",
            r"\operatorname{<b>x</b>}",
            r"\begin{array}{l|r} a & b \end{array}",
            r"\cancel{x}",
            r"\begin{x}</math><img src=q onerror=alert(1)>",
        ] {
            assert!(read(bad, false).is_err(), "{bad}: {:?}", read(bad, false));
        }
        assert_eq!(seen(r"\text{</mtext><script>}"), "</mtext><script>");
    }

    #[test]
    fn a_slip_says_where_it_is() {
        let (place, why) = read(r"x + \nonsense{y}", false).unwrap_err();
        assert_eq!((place, why.as_str()), (Some(4..13), "unknown command \"\\nonsense\""));
    }

    #[test]
    fn nothing_but_elements_and_text_is_in_it() {
        let formula = read("a<b>c & d", false);
        assert!(
            formula.is_err()
                || formula
                    .is_ok_and(|formula| formula.children.iter().all(|node| !matches!(node, Node::Text(_))))
        );
    }
}
