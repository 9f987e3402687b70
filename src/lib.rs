//! Selfcheck.

// A test that cannot go on may say so by panicking.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

#[cfg(feature = "cli")]
pub mod author;
pub mod quiz;
#[cfg(feature = "web")]
pub mod widget;
