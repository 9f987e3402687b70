//! Code blocks: highlighted once, when a bank is built.

use crate::quiz::markup::{Element, Node, Tag};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// The rule about the languages of code.
pub const RULE: &str = "F12";

static LANGUAGES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Which scopes are of which class, the first that fits. Scopes are those of
/// [Sublime Text](https://www.sublimetext.com/docs/scope_naming.html). What is not named is plain.
const CLASSES: &[(&str, &str)] = &[
    ("keyword.operator", ""),
    ("comment", "comment"),
    ("string", "string"),
    ("constant.character", "string"),
    ("constant", "value"),
    ("keyword", "keyword"),
    ("storage", "keyword"),
    ("entity.name.tag", "keyword"),
    ("entity.name.function", "name"),
    ("entity.other.attribute-name", "name"),
    ("entity.name.table", "type"),
    ("entity.name", "type"),
    ("support.function", "name"),
    ("support.type.property-name", "name"),
    ("variable.function", "name"),
    ("support", "type"),
];

/// The language that a code block names, if it is known.
#[must_use]
pub fn language(name: &str) -> Option<&'static SyntaxReference> {
    LANGUAGES.find_syntax_by_token(name)
}

/// Names of languages that are written nearly so, or else some that many use.
#[must_use]
pub fn nearest(name: &str) -> String {
    let name = name.to_lowercase();
    let known = LANGUAGES.syntaxes().iter().filter(|language| !language.hidden);
    let mut near: Vec<_> = known
        .flat_map(|language| std::iter::once(&language.name).chain(&language.file_extensions))
        .map(|known| (strsim::osa_distance(&known.to_lowercase(), &name), known.to_lowercase()))
        .filter(|(distance, known)| *distance <= 2 && 2 * distance <= known.len())
        .collect();
    near.sort();
    near.dedup();
    let near: Vec<_> = near.into_iter().take(3).map(|(_, known)| known).collect();
    if near.is_empty() {
        "bash, c, c++, c#, css, go, html, java, javascript, json, kotlin, php, python, r, ruby, rust, sql, \
         swift, toml, typescript, xml or yaml"
            .to_owned()
    } else {
        near.join(" or ")
    }
}

/// The code with its parts in `span`s. Where it cannot be read to its end, the rest is plain.
#[must_use]
pub fn highlighted(code: &str, language: &SyntaxReference) -> Vec<Node> {
    let (mut state, mut stack) = (ParseState::new(language), ScopeStack::new());
    let mut parts: Vec<(&'static str, String)> = Vec::new();
    let mut add = |class: &'static str, text: &str| match parts.last_mut() {
        // White space has no colour.
        Some((last, before)) if *last == class || text.trim().is_empty() => before.push_str(text),
        _ if text.is_empty() => {}
        _ => parts.push((class, text.to_owned())),
    };
    let mut is_lost = false;
    for line in code.split_inclusive('\n') {
        let changes = if is_lost { None } else { state.parse_line(line, &LANGUAGES).ok() };
        is_lost = changes.is_none();
        let mut from = 0;
        for (at, change) in changes.unwrap_or_default() {
            add(class_of(&stack), line.get(from..at).unwrap_or_default());
            from = at;
            is_lost |= stack.apply(&change).is_err();
        }
        let class = if is_lost { "" } else { class_of(&stack) };
        add(class, line.get(from..).unwrap_or_default());
    }
    let node = |(class, text): (&str, String)| {
        if class.is_empty() {
            return Node::Text(text);
        }
        let mut span = Element::new(Tag::Span, vec![Node::Text(text)]);
        span.attributes.push(("class", class.to_owned()));
        Node::Element(span)
    };
    parts.into_iter().map(node).collect()
}

fn class_of(stack: &ScopeStack) -> &'static str {
    static SCOPES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
        CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect()
    });
    let class = |scope: &Scope| SCOPES.iter().find(|(known, _)| known.is_prefix_of(*scope));
    stack.scopes.iter().rev().find_map(class).map_or("", |(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::markup::closed::CODE_CLASSES;

    /// The code, each part as `open` makes it of its class.
    fn put_together(nodes: &[Node], open: &dyn Fn(&str, &str) -> String) -> String {
        let part = |node: &Node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => {
                let [Node::Text(text)] = element.children.as_slice() else { panic!("one text") };
                open(element.get("class").unwrap(), text)
            }
        };
        nodes.iter().map(part).collect()
    }

    fn shown(name: &str, code: &str) -> String {
        let nodes = highlighted(code, language(name).unwrap());
        put_together(&nodes, &|class, text| format!("<{class}:{text}>"))
    }

    #[test]
    fn parts_of_code_have_a_class() {
        assert_eq!(shown("rust", "let a = 1; // one\n"), "<keyword:let> a = <value:1>; <comment:// one\n>");
        assert_eq!(
            shown("python", "def f():\n    return \"x\\n\""),
            "<keyword:def ><name:f>():\n    <keyword:return ><string:\"x\\n\">"
        );
        assert_eq!(shown("toml", "a = true"), "<keyword:a >= <value:true>");
        assert_eq!(shown("txt", "let a"), "let a");
    }

    #[test]
    fn nothing_of_the_code_is_lost_whatever_the_language() {
        let code = "a \"b\n\t<c d='e'>/* f\r\n ``` {{ é\n";
        for name in ["rust", "html", "bash", "markdown", "toml"] {
            let nodes = highlighted(code, language(name).unwrap());
            assert_eq!(put_together(&nodes, &|_, text| text.to_owned()), code, "{name}");
        }
    }

    #[test]
    fn classes_are_those_of_the_closed_list() {
        let classes = CLASSES.iter().map(|(_, class)| class).filter(|class| !class.is_empty());
        assert!(classes.clone().all(|class| CODE_CLASSES.contains(class)));
        assert!(CLASSES.iter().all(|(name, _)| Scope::new(name).is_ok()));
    }

    #[test]
    fn languages_are_known_by_name_and_by_ending() {
        for name in [
            "rust",
            "Rust",
            "rs",
            "python",
            "py",
            "javascript",
            "js",
            "typescript",
            "html",
            "toml",
            "json",
            "bash",
            "sql",
            "yaml",
            "c++",
            "c#",
            "r",
            "php",
            "java",
            "kotlin",
            "swift",
            "go",
            "ruby",
            "xml",
            "css",
            "c",
        ] {
            assert!(language(name).is_some(), "{name}");
        }
        assert!(language("pyton").is_none());
        assert!(nearest("pyton").contains("python") && nearest("brainstorm").contains("bash"));
    }
}
