//! From the first load to being taken away.

use crate::page::{BANK, Page, Setting, deferred, failure, n_questions};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_bank_is_loaded_and_its_start_is_shown() {
    let page = Page::new(Setting::default());
    assert_eq!(page.widget.phase(), "loading");
    assert_eq!(page.widget.snapshot(), None);
    page.settle().await;
    assert_eq!(page.widget.phase(), "ready");
    assert_eq!(page.text("start-button"), "Start");
    let detail = format!(r#"{{"bankId":"tea","title":"Making tea","questionCount":{}}}"#, n_questions());
    assert_eq!(page.heard(), [format!("selfcheck-ready {detail}")]);
}

#[wasm_bindgen_test]
async fn a_load_that_fails_is_told_and_can_be_tried_again() {
    let answers = vec![failure("http", "bank.json answered 404", 404)];
    let page = Page::loaded(Setting { loads: answers, ..Setting::default() }).await;
    assert_eq!(page.widget.phase(), "failed");
    assert_eq!(
        page.heard(),
        [r#"selfcheck-error {"code":"http","message":"bank.json answered 404","problems":[]}"#]
    );
    page.click("restart-button").await;
    assert_eq!(page.widget.phase(), "ready");
    assert_eq!(page.heard_names(), ["ready"]);
    assert_eq!(page.find("failure"), None);
}

#[wasm_bindgen_test]
async fn only_the_newest_load_counts() {
    let (older, settle_older) = deferred();
    let (newer, settle_newer) = deferred();
    let page = Page::new(Setting { loads: vec![older, newer], ..Setting::default() });
    page.widget.reload();
    let bank =
        |title: &str| -> JsValue { Uint8Array::from(BANK.replace("Making tea", title).as_bytes()).into() };
    settle_newer.call1(&JsValue::NULL, &bank("The newer")).unwrap();
    page.settle().await;
    settle_older.call1(&JsValue::NULL, &bank("The older")).unwrap();
    page.settle().await;
    assert_eq!(page.text("h2"), "The newer");
    assert_eq!(page.heard_names(), ["ready"]);
}

#[wasm_bindgen_test]
async fn unmounting_takes_everything_away_and_what_comes_late_is_passed_over() {
    let (late, settle) = deferred();
    let mut page = Page::ready().await;
    page.will_load(late);
    page.widget.reload();
    page.heard();
    page.widget.unmount();
    page.settle().await;
    assert_eq!(page.root.child_nodes().length(), 0);
    settle.call1(&JsValue::NULL, &Uint8Array::from(BANK.as_bytes()).into()).unwrap();
    page.settle().await;
    assert_eq!(page.root.child_nodes().length(), 0);
    assert_eq!(page.heard(), [""; 0]);
}
