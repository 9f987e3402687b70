//! Browser tests: the WebAssembly side of the element, through what selfcheck.js calls.
//!
//! What a learner or a page sees of the whole element is tested in `tests/e2e`.
#![cfg(target_arch = "wasm32")]
// A test that cannot go on may say so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod page;

mod attempt;
mod component;
mod focus_and_keys;
mod lifecycle;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
