//! A session, driven by a learner's clicks and by a page's calls.

use crate::page::{Page, Setting, n_questions};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_phase_is_current_at_once_and_events_come_in_order() {
    let page = Page::with(&[("count", "2"), ("topics", "water"), ("pass-mark", "50")]).await;
    page.heard();
    page.widget.start();
    assert_eq!(page.widget.phase(), "answering");
    assert_eq!(
        page.heard(),
        [
            r#"selfcheck-start {"questionCount":2,"mode":"practice","seed":7}"#,
            r#"selfcheck-move {"questionId":"radio","position":1,"total":2}"#,
        ]
    );
    page.settle().await;
    page.choose("b").await;
    page.widget.submit();
    assert_eq!(page.widget.phase(), "feedback");
    page.widget.next();
    assert_eq!(page.widget.phase(), "answering");
    assert_eq!(page.widget.report(), None);
    page.widget.finish();
    assert_eq!(page.widget.phase(), "finished");
    let heard = page.heard();
    assert_eq!(
        heard[..2],
        [
            r#"selfcheck-answer {"questionId":"radio","response":{"kind":"single-choice","option":"b"},"score":{"earned":1,"possible":1},"certainty":null,"hint":false,"attempt":1,"final":true}"#,
            r#"selfcheck-move {"questionId":"verdict","position":2,"total":2}"#,
        ]
    );
    let finish = heard[2].strip_prefix("selfcheck-finish ").unwrap();
    assert!(
        finish.starts_with(r#"{"earned":1,"possible":2,"percent":50,"passed":true,"durationMs":"#),
        "{finish}"
    );
    assert_eq!(page.widget.report().as_deref(), Some(finish));
}

#[wasm_bindgen_test]
async fn calls_that_make_no_sense_now_do_nothing() {
    let page = Page::ready().await;
    page.heard();
    page.widget.submit();
    page.widget.next();
    page.widget.back();
    page.widget.finish();
    page.widget.go_to("radio");
    page.widget.go_to("no such question, and no id");
    assert_eq!(page.widget.phase(), "ready");
    assert_eq!(page.heard(), [""; 0]);
    page.widget.start();
    page.widget.go_to("scene");
    page.settle().await;
    assert_eq!(page.text("stem"), "What do you bring her?");
}

#[wasm_bindgen_test]
async fn an_answer_is_told_once_in_the_live_region() {
    let page = Page::ready().await;
    page.click("start-button").await;
    page.click("submit-button").await;
    assert_eq!(page.text(".unseen"), "Choose an answer first.");
    assert_eq!(page.widget.phase(), "answering");
    page.choose("a").await;
    assert_eq!(page.text(".unseen"), "");
    page.click("submit-button").await;
    assert_eq!(page.text(".unseen"), "Not this time, here is why. 0 of 1 point.");
    page.click("next-button").await;
    assert_eq!(page.text(".unseen"), "");
}

#[wasm_bindgen_test]
async fn settings_that_change_before_the_start_hold_and_later_ones_wait() {
    let page = Page::ready().await;
    page.host.set_attribute("count", "2").unwrap();
    page.widget.settings_changed();
    page.widget.start();
    page.host.set_attribute("count", "1").unwrap();
    page.widget.settings_changed();
    page.settle().await;
    assert_eq!(page.text(".position"), "Question 1 of 2");
    page.widget.restart();
    page.widget.start();
    page.settle().await;
    assert_eq!(page.text(".position"), "Question 1 of 1");
}

#[wasm_bindgen_test]
async fn a_snapshot_is_restored_in_another_widget() {
    let page = Page::ready().await;
    page.widget.start();
    page.settle().await;
    page.choose("b").await;
    page.widget.submit();
    page.widget.next();
    page.settle().await;
    page.choose("c").await;
    let snapshot = page.widget.snapshot().unwrap();

    let other = Page::ready().await;
    other.heard();
    assert!(other.widget.restore(&snapshot));
    assert_eq!(other.widget.phase(), "answering");
    other.settle().await;
    assert_eq!(
        (other.text(".position"), other.chosen()),
        (format!("Question 2 of {}", n_questions()), vec!["c".to_owned()])
    );
    assert_eq!(other.heard_names(), ["move"]);

    for nonsense in ["", "{}", "null", &snapshot.replace("\"tea\"", "\"coffee\"")] {
        assert!(!other.widget.restore(nonsense), "{nonsense}");
    }
    assert_eq!(other.widget.phase(), "answering");
}

/// Between being removed and being inserted again the element keeps it.
#[wasm_bindgen_test]
async fn what_the_element_keeps_goes_on_where_it_was() {
    let page = Page::ready().await;
    page.widget.start();
    page.settle().await;
    page.choose("a").await;
    let kept = page.kept.borrow().clone();
    drop(page);
    let page = Page::loaded(Setting { kept, ..Setting::default() }).await;
    assert_eq!((page.widget.phase().as_str(), page.chosen()), ("answering", vec!["a".to_owned()]));
    page.widget.restart();
    assert_eq!(*page.kept.borrow(), None);
}
