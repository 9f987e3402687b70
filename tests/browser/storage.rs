//! What is kept on the device, and what two tabs make of it.

use crate::page::{Page, storage, window};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{StorageEvent, StorageEventInit};

const ENTRY: &str = "selfcheck:course:tea";
const MARK: &str = "selfcheck:course:tea:tab";
const SAVED: &[(&str, &str)] = &[("save-key", "course")];

fn entry(name: &str) -> Option<String> {
    storage().get_item(name).unwrap()
}

#[wasm_bindgen_test]
async fn an_attempt_is_stored_offered_and_forgotten() {
    storage().clear().unwrap();
    let page = Page::with(SAVED).await;
    assert_eq!(entry(ENTRY), None, "nothing is begun");
    page.widget.start();
    page.settle().await;
    page.choose("a").await;
    assert_eq!(entry(ENTRY), page.widget.snapshot());
    drop(page);

    let page = Page::with(SAVED).await;
    assert_eq!((page.widget.phase().as_str(), page.text("start-button").as_str()), ("paused", "Continue"));
    page.click("start-button").await;
    assert_eq!((page.widget.phase().as_str(), page.chosen()), ("answering", vec!["a".to_owned()]));
    page.widget.forget();
    assert_eq!(page.widget.phase(), "ready");
    assert_eq!((entry(ENTRY), entry(MARK)), (None, None));

    // What another tab saved meanwhile is forgotten too, though nothing is begun here.
    for name in [ENTRY, MARK] {
        storage().set_item(name, "another").unwrap();
    }
    page.widget.forget();
    assert_eq!((entry(ENTRY), entry(MARK)), (None, None));
}

#[wasm_bindgen_test]
async fn when_another_tab_goes_on_this_one_stops_saving_until_it_takes_over() {
    storage().clear().unwrap();
    let page = Page::with(SAVED).await;
    page.widget.start();
    page.settle().await;
    let own_mark = entry(MARK).unwrap();
    let others = entry(ENTRY).unwrap();

    storage().set_item(MARK, "another").unwrap();
    let init = StorageEventInit::new();
    init.set_key(Some(MARK));
    init.set_new_value(Some("another"));
    let event = StorageEvent::new_with_event_init_dict("storage", &init).unwrap();
    window().dispatch_event(&event).unwrap();
    page.settle().await;
    assert!(page.text(".notice").contains("another tab"));

    page.choose("a").await;
    assert_eq!(entry(ENTRY), Some(others), "the other tab’s progress is not written over");
    page.click(".notice button").await;
    assert_eq!(page.find(".notice"), None);
    assert_eq!(entry(MARK), Some(own_mark));
    page.choose("b").await;
    assert_eq!(entry(ENTRY), page.widget.snapshot());
}

/// The entries of sittings, as name and lines.
fn logs() -> Vec<(String, String)> {
    let storage = storage();
    let names = (0..storage.length().unwrap()).filter_map(|at| storage.key(at).unwrap());
    let mut logs: Vec<_> = names.filter(|name| name.starts_with("selfcheck:course:tea:log:")).collect();
    logs.sort();
    logs.into_iter().map(|name| (name.clone(), entry(&name).unwrap())).collect()
}

#[wasm_bindgen_test]
async fn each_answer_is_in_the_entry_of_its_sitting_at_once() {
    storage().clear().unwrap();
    let page = Page::with(SAVED).await;
    page.widget.start();
    page.settle().await;
    assert_eq!(logs(), [], "nothing is answered");
    page.choose("b").await;
    page.widget.submit();
    let [(_, lines)] = &logs()[..] else { panic!("{:?}", logs()) };
    assert!(lines.contains(r#"{"q":"radio","#), "{lines}");
    page.widget.restart();
    assert_eq!(logs().len(), 1, "what was answered stays");
    page.widget.forget();
    assert_eq!(storage().length().unwrap(), 0);
}

#[wasm_bindgen_test]
async fn what_another_tab_stored_of_a_sitting_stays_and_what_a_newer_version_stored_is_left_alone() {
    storage().clear().unwrap();
    let page = Page::with(SAVED).await;
    page.widget.start();
    page.settle().await;
    page.choose("b").await;
    page.widget.submit();
    let (name, lines) = logs().remove(0);
    let others = format!("{lines}{{\"q\":\"word\",\"atMs\":1,\"share\":1}}\n");
    storage().set_item(&name, &others).unwrap();
    page.widget.go_to("scene");
    page.settle().await;
    page.choose("a").await;
    page.widget.submit();
    let both = entry(&name).unwrap();
    for question in ["radio", "word", "scene"] {
        assert!(both.contains(&format!(r#""q":"{question}""#)), "{both}");
    }

    let newer = both.replacen(r#""version":1"#, r#""version":2"#, 1);
    storage().set_item(&name, &newer).unwrap();
    page.widget.finish();
    assert_eq!(entry(&name), Some(newer));
}
