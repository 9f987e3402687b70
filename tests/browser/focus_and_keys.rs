//! Where the focus goes, and what keys do.

use crate::page::Page;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_focus_follows_the_learner() {
    let page = Page::with(&[("count", "1")]).await;
    page.click("start-button").await;
    assert_eq!(page.focused(), "stem");
    page.choose("b").await;
    page.click("submit-button").await;
    assert_eq!(page.focused(), "next-button", "so that the same key goes on");
    page.click("next-button").await;
    assert_eq!(page.shadow().active_element().unwrap().tag_name(), "H2");
}

/// A page that calls a method may be at something else.
#[wasm_bindgen_test]
async fn the_focus_stays_when_the_page_acts() {
    let page = Page::ready().await;
    page.widget.start();
    page.settle().await;
    assert_eq!(page.focused(), "nothing");
    assert!(page.widget.focus());
    assert_eq!(page.focused(), "stem");
}

#[wasm_bindgen_test]
async fn letters_and_numbers_choose_and_take_the_focus_along() {
    let page = Page::ready().await;
    page.click("start-button").await;
    assert!(page.press("B", false).await);
    assert_eq!((page.chosen(), page.focused().as_str()), (vec!["b".to_owned()], "b"));
    assert!(page.press("3", false).await);
    assert_eq!(page.chosen(), ["c"]);
    assert!(!page.press("a", true).await, "Ctrl+A is the browser’s");
    assert!(!page.press("9", false).await, "there is no ninth option");
    assert_eq!(page.chosen(), ["c"]);
    page.click("submit-button").await;
    assert!(!page.press("a", false).await, "what was checked stays as it is");
    assert_eq!(page.chosen(), ["c"]);
}
