//! The colours of the quiz and of every theme can be told apart and read. Contrast as WCAG 2.2 defines it:
//! <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use crate::repository::{files, read};
use std::collections::BTreeMap;

/// Red, green and blue from 0 to 255.
type Colour = [f64; 3];

/// Colours by the name of their custom property, without `--selfcheck-`.
type Palette = BTreeMap<String, Colour>;

/// Colours on the surface, in percent.
type Backgrounds = &'static [(&'static str, f64)];

/// What is seen on what, and how much contrast that takes: text, or the edges of what is no text.
/// Backgrounds are mixed as `color-mix` in the style sheets says.
///
/// <https://www.w3.org/TR/WCAG22/#contrast-minimum>, #contrast-enhanced, #non-text-contrast
const SEEN: &[(&str, Backgrounds, Least)] = &[
    // Code stands on 6 percent of text, a row under the mouse on 4, a letter in such a row on 8.
    ("text", &[("text", 8.0), ("accent", 14.0), ("correct", 14.0), ("incorrect", 14.0)], Least::Text),
    ("muted", &[("text", 8.0), ("accent", 7.0), ("correct", 6.0), ("incorrect", 6.0)], Least::Text),
    ("accent", &[("surface", 100.0), ("correct", 6.0), ("incorrect", 6.0), ("accent", 7.0)], Least::Text),
    ("on-accent", &[("accent", 100.0)], Least::Text),
    ("correct", &[("surface", 100.0), ("correct", 14.0), ("text", 6.0)], Least::Text),
    ("incorrect", &[("surface", 100.0), ("incorrect", 14.0)], Least::Text),
    // Badges.
    ("surface", &[("correct", 100.0), ("incorrect", 100.0), ("muted", 100.0)], Least::Text),
    // Borders of controls, what is chosen, bars on their track, the ring around what has the focus.
    ("muted", &[("surface", 100.0)], Least::Edge),
    ("accent", &[("surface", 100.0), ("accent", 14.0), ("text", 12.0)], Least::Edge),
    ("focus", &[("surface", 100.0), ("accent", 14.0), ("correct", 9.0), ("incorrect", 9.0)], Least::Edge),
];

#[derive(Clone, Copy)]
enum Least {
    Text,
    Edge,
}

impl Least {
    fn ratio(self, theme: &str) -> f64 {
        match self {
            // The enhanced level, of which the theme has its name.
            Self::Text if theme.ends_with("high-contrast.css") => 7.0,
            Self::Text => 4.5,
            Self::Edge => 3.0,
        }
    }
}

#[test]
fn text_and_edges_have_contrast_in_every_theme() {
    let mut findings = Vec::new();
    for (theme, palettes) in themes() {
        for (scheme, palette) in palettes {
            for (front, backs, least) in SEEN {
                for (back, percent) in *backs {
                    let background = mixed(palette[*back], palette["surface"], *percent);
                    let ratio = contrast(palette[*front], background);
                    if ratio < least.ratio(&theme) {
                        findings
                            .push(format!("{theme}, {scheme}: {front} on {percent} % {back}: {ratio:.2}"));
                    }
                }
            }
        }
    }
    assert!(findings.is_empty(), "too little contrast\n{}", findings.join("\n"));
}

/// Those of code are no custom properties of the page.
#[test]
fn code_has_contrast_in_every_theme() {
    let names = ["keyword", "name", "value", "type"];
    // For browsers that know light colours only, then for all others.
    let style = read("src/widget/more.css");
    let [light, dark] = [0, 1].map(|place| names.map(|name| values(&style, &format!("--code-{name}:"))[place]));
    for (theme, palettes) in themes() {
        for (scheme, palette) in palettes {
            let background = mixed(palette["text"], palette["surface"], 6.0);
            for (light, dark) in light.iter().zip(&dark) {
                // The one for light pages stands twice.
                let (same, dark) = pair(dark).expect(dark);
                assert_eq!(hex(light), same);
                let ratio = contrast(if scheme == "dark" { dark } else { same }, background);
                assert!(ratio >= 4.5, "{theme}, {scheme}: {light}, for dark {dark:?}: {ratio:.2}");
            }
        }
    }
}

/// So that nobody has a theme of which a half is missing.
#[test]
fn themes_set_every_colour_for_light_and_dark() {
    let all: Vec<_> = defaults().remove("dark").unwrap().into_keys().collect();
    for (theme, palettes) in themes() {
        for (scheme, palette) in &palettes {
            assert_eq!(
                palette.keys().collect::<Vec<_>>(),
                all.iter().collect::<Vec<_>>(),
                "{theme}, {scheme}"
            );
        }
        assert!(palettes.contains_key("dark"), "{theme} has no dark colours");
    }
}

#[test]
fn the_document_tells_the_colours_that_there_are() {
    let document = read("docs/theming.md");
    let defaults = defaults();
    for (name, light) in &defaults["light"] {
        let row =
            document.lines().find(|line| line.starts_with(&format!("| `--selfcheck-{name}` |"))).unwrap();
        let told: Vec<_> = row.split('`').skip(3).step_by(2).take(2).map(hex).collect();
        assert_eq!(told, [*light, defaults["dark"][name]], "docs/theming.md: {row}");
    }
}

/// What else they could reach changes with any release, or is the page's own.
#[test]
fn themes_are_made_of_custom_properties_and_parts() {
    let parts = read("docs/theming.md");
    for theme in files().into_iter().filter(|file| file.is_in("themes")) {
        let mut text = String::new();
        for (index, part) in theme.text.split("/*").enumerate() {
            text += if index == 0 { part } else { part.split_once("*/").unwrap().1 };
        }
        for line in text.lines().map(str::trim).filter(|line| line.ends_with(['{', ','])) {
            let selector = line.trim_end_matches(['{', ',']).trim_end();
            let part = selector.strip_prefix("self-check::part(").and_then(|rest| rest.strip_suffix(')'));
            let states = ["-chosen", "-correct", "-incorrect"];
            let is_told = part.is_some_and(|part| {
                let plain = states.iter().find_map(|state| part.strip_suffix(state)).unwrap_or(part);
                parts.contains(&format!("`{plain}`"))
            });
            assert!(
                is_told || selector == "self-check" || selector.starts_with('@'),
                "{}: `{selector}` is neither the element nor one of its parts",
                theme.path
            );
        }
    }
}

/// The quiz's own colours and those of each theme, as light and dark. One that has two lists, the first for
/// older browsers, has “older” too.
fn themes() -> Vec<(String, BTreeMap<&'static str, Palette>)> {
    let themes = files().into_iter().filter(|file| file.is_in("themes"));
    let mut all = vec![("src/widget/widget.css".to_owned(), defaults())];
    all.extend(themes.map(|file| (file.path, palettes(&file.text, |name| format!("--selfcheck-{name}:")))));
    assert!(all.len() > 3, "the themes have moved");
    all
}

fn defaults() -> BTreeMap<&'static str, Palette> {
    palettes(&read("src/widget/widget.css"), |name| format!("var(--selfcheck-{name},"))
}

fn palettes(style: &str, find: impl Fn(&str) -> String) -> BTreeMap<&'static str, Palette> {
    let names =
        ["text", "muted", "surface", "border", "accent", "on-accent", "correct", "incorrect", "focus"];
    let mut palettes: BTreeMap<_, Palette> = BTreeMap::new();
    for name in names {
        for value in values(style, &find(name)) {
            let mut set = |scheme, colour| {
                palettes.entry(scheme).or_default().insert(name.to_owned(), colour);
            };
            match pair(value) {
                Some((light, dark)) => {
                    set("light", light);
                    set("dark", dark);
                }
                None => set("older", hex(value)),
            }
        }
    }
    palettes
}

/// What stands between these words and the end of the declaration, everywhere.
fn values<'s>(style: &'s str, words: &str) -> Vec<&'s str> {
    style.split(words).skip(1).map(|rest| rest.split(';').next().unwrap_or_default().trim()).collect()
}

/// `light-dark(#…, #…)`
fn pair(value: &str) -> Option<(Colour, Colour)> {
    let (light, dark) = value.strip_prefix("light-dark(")?.split_once(',')?;
    Some((hex(light), hex(dark)))
}

/// `#rgb` or `#rrggbb`, whatever stands behind it.
fn hex(value: &str) -> Colour {
    let digits = value.trim().trim_start_matches('#').trim_end_matches(')');
    let width = digits.len() / 3;
    assert!(width == 1 || width == 2, "a colour is written #rgb or #rrggbb: {value}");
    [0, 1, 2].map(|place| {
        let digit = &digits[place * width..(place + 1) * width];
        f64::from(u8::from_str_radix(&digit.repeat(3 - width), 16).expect(value))
    })
}

/// `color-mix(in srgb, front percent, back)`
fn mixed(front: Colour, back: Colour, percent: f64) -> Colour {
    [0, 1, 2].map(|place| (front[place] * percent + back[place] * (100.0 - percent)) / 100.0)
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let [one, other] = [one, other].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let channel = channel / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    // Known pairs: the most there is, and the grey that just passes on white.
    assert_eq!(format!("{:.2}", contrast(hex("#000"), hex("#fff"))), "21.00");
    assert_eq!(format!("{:.2}", contrast(hex("#767676"), hex("#ffffff"))), "4.54");
    assert_eq!(mixed(hex("#fff"), hex("#000"), 50.0), [127.5; 3]);
}
