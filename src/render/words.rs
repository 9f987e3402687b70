//! The words of the interface where there is no browser to fetch them: the catalogues of `locales/`.

use crate::widget::text::catalogue::{Language, without_browser};

const CATALOGUES: &[(&str, &str)] = &[
    ("ar", include_str!("../../locales/ar.json")),
    ("es", include_str!("../../locales/es.json")),
    ("fr", include_str!("../../locales/fr.json")),
    ("ht", include_str!("../../locales/ht.json")),
    ("pt", include_str!("../../locales/pt.json")),
    ("vi", include_str!("../../locales/vi.json")),
    ("zh", include_str!("../../locales/zh.json")),
];

/// The language of a tag such as `es` or `pt-BR`. None is English: built in, and said where there is no
/// catalogue.
pub(super) fn of(tag: &str) -> Option<Language> {
    let main = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let (_, json) = CATALOGUES.iter().find(|(language, _)| *language == main)?;
    let dir = if main == "ar" { "rtl" } else { "" };
    Language::read(json, dir, without_browser(&main)).ok()
}
