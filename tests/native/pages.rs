//! Banks as static pages: `selfcheck render`, and the example that has one inside its element.

use crate::broken_files::scratch;
use crate::command_line::selfcheck;
use crate::html::{self, Element};
use crate::repository::root;
use crate::view_snapshots::screens::{BANK, bank_with_other_keys};
use selfcheck::author::{check, media::Placement};
use selfcheck::quiz::Bank;
use selfcheck::quiz::markup::Markup;
use selfcheck::render;
use selfcheck::widget::view::bank::Manner;
use std::collections::BTreeSet;
use std::fs;

const PLAIN: Manner = Manner { heading: 2, has_answers: true, is_on_paper: false };

fn page(bank: &str, manner: Manner) -> String {
    render::html(Bank::read(bank).unwrap().into(), manner, "").unwrap()
}

fn parsed(manner: Manner) -> Element {
    html::parse(&page(BANK, manner))
}

/// `UPDATE_EXPECT=1` puts in what it should hold.
#[test]
fn the_example_holds_what_render_writes() {
    let checked = check::check_for(
        &root().join("content/getting-started"),
        Placement::beside("getting-started.json".as_ref()),
    );
    let bank = checked.bank.unwrap();
    let written = render::html(bank.into(), PLAIN, "../../banks/").unwrap();
    let path = root().join("examples/fallback/index.html");
    let page = fs::read_to_string(&path).unwrap();
    let (before, after) = page.split_once("--base ../../banks -->\n").unwrap();
    let (inside, after) = after.split_once("      </self-check>").unwrap();
    let is_same = inside == written;
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let page = format!("{before}--base ../../banks -->\n{written}      </self-check>{after}");
        fs::write(path, page).unwrap();
    } else {
        assert!(is_same, "UPDATE_EXPECT=1 rewrites {}; git diff shows what changed", path.display());
    }
}

/// Nothing that a script would need, that a page could have too, or that a strict content policy refuses.
#[test]
fn a_page_has_no_scripts_styles_classes_ids_or_controls() {
    for has_answers in [true, false] {
        for is_on_paper in [true, false] {
            let page = parsed(Manner { has_answers, is_on_paper, ..PLAIN });
            let tags: BTreeSet<_> = page.all(|_| true).iter().map(|element| element.tag.clone()).collect();
            for tag in ["script", "style", "link", "input", "select", "button", "form", "fieldset", "svg"] {
                assert!(!tags.contains(tag), "<{tag}>");
            }
            let names: BTreeSet<_> = page
                .all(|_| true)
                .iter()
                .flat_map(|element| element.attribute_names().map(str::to_owned))
                .collect();
            for name in &names {
                let is_refused = ["id", "class", "part", "style", "tabindex", "role", "name", "value"];
                assert!(!is_refused.contains(&name.as_str()) && !name.starts_with("on"), "{name}");
            }
        }
    }
}

#[test]
fn a_page_has_every_question_option_rationale_and_term() {
    let text = parsed(PLAIN).text();
    let bank = Bank::read(BANK).unwrap();
    let packed = |words: &str| words.split_whitespace().collect::<String>();
    let has = |wanted: &str| assert!(packed(&text).contains(&packed(wanted)), "it lacks: {wanted}\n{text}");
    // How it ends: above that may be a picture or a formula, whose words are not those of the page.
    let ends = |markup: &Markup| {
        let words = markup.to_text();
        if markup.is_inline() && !markup.has_formula() {
            return has(&words);
        }
        has(words.rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap());
    };
    for topic in bank.topics() {
        has(&topic.title);
    }
    for question in bank.questions() {
        ends(&question.stem);
        question.rationale.iter().for_each(ends);
        for option in question.kind.explained() {
            has(&option.text.to_text());
            option.rationale.iter().for_each(ends);
        }
    }
    for scenario in bank.scenarios() {
        has(&scenario.text.to_text());
    }
    for term in bank.terms() {
        has(&term.word);
    }
}

#[test]
fn without_answers_nothing_tells_what_is_right_or_why() {
    let manner = Manner { has_answers: false, ..PLAIN };
    assert_eq!(page(BANK, manner), page(&bank_with_other_keys(), manner));
}

#[test]
fn headings_go_down_one_by_one_from_the_level_that_was_asked_for() {
    for heading in 1..=5 {
        let page = parsed(Manner { heading, ..PLAIN });
        let is_heading =
            |element: &Element| element.tag.len() == 2 && element.tag.starts_with('h') && element.tag != "hr";
        let levels: Vec<_> = page.all(is_heading).iter().map(|element| element.tag.clone()).collect();
        assert_eq!(levels[0], format!("h{heading}"));
        assert!(levels.len() > 1 && levels[1..].iter().all(|level| *level == format!("h{}", heading + 1)));
    }
}

/// On paper nothing can be opened; on a screen what is hard to read is opened by who wants to.
#[test]
fn on_paper_everything_is_open_and_hard_subjects_are_announced() {
    let is_details = |element: &Element| element.tag == "details";
    let on_paper = parsed(Manner { is_on_paper: true, ..PLAIN });
    assert!(on_paper.all(is_details).iter().all(|details| details.get("open").is_some()));
    let on_screen = parsed(PLAIN);
    assert!(on_screen.all(is_details).iter().all(|details| details.get("open").is_none()));
    let note = "This question touches on a hard subject";
    assert!(on_paper.text().contains(note));
    let folded = on_screen.all(is_details);
    assert!(folded.iter().any(|details| details.text().starts_with(note)), "it is folded away");
}

#[test]
fn render_prints_or_writes_and_makes_nothing_of_a_bank_with_errors() {
    let folder = scratch("render");
    let file = folder.join("page.html");
    let file = file.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = selfcheck(arguments);
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, printed) = run(&["render", "good/folder"]);
    assert!(code == 0 && printed.starts_with("<div lang=\"en\">\n<h2><span lang=\"de\""), "{printed}");
    let (code, said) = run(&["render", "good/folder", "-o", file]);
    assert_eq!((code, said), (0, format!("{file}: {} bytes\n", printed.len())));
    assert_eq!(fs::read_to_string(file).unwrap(), printed);
    assert_eq!(run(&["render", "bad/s2-dangling.toml"]), (1, String::new()));
    for wrong in [&["render"][..], &["render", "gone.toml"], &["render", "good/folder", "--heading", "6"]] {
        assert_eq!(run(wrong).0, 2, "{wrong:?}");
    }
}

#[test]
fn addresses_are_below_the_base_and_whole_ones_stay() {
    let bank = Bank::read(BANK).unwrap();
    let html = render::html(bank.into(), PLAIN, "a&b/").unwrap();
    let page = html::parse(&html);
    let sources: Vec<_> = page.all(|_| true).iter().filter_map(|element| element.get("src")).collect();
    assert!(!sources.is_empty());
    for source in sources {
        assert!(
            source.starts_with("a&b/") || source.contains("//") || source.starts_with("data:"),
            "{source}"
        );
    }
}

#[test]
fn a_page_speaks_the_language_of_its_bank_or_else_marks_the_bank_s() {
    let page_in = |language: &str| {
        let bank = BANK.replacen("\"language\": \"en\"", &format!("\"language\": \"{language}\""), 1);
        assert!(bank != BANK || language == "en");
        page(&bank, PLAIN)
    };
    let begins = |language: &str, with: &str| {
        let page = page_in(language);
        assert!(page.starts_with(with), "{language}: {}", &page[..80]);
        page
    };
    assert!(begins("en", "<div lang=\"en\">\n<h2>").contains("The answer"));
    assert!(begins("es-MX", "<div lang=\"es-MX\">\n<h2>").contains("La respuesta"));
    assert!(begins("ar", "<div lang=\"ar\" dir=\"rtl\">").contains("الإجابة"));
    // Nothing of it is left for who speaks next.
    let german = begins("de", "<div lang=\"en\">\n<h2><span lang=\"de\" dir=\"auto\">");
    assert!(german.contains("The answer"));
}
