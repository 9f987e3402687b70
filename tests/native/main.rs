//! Native tests.

// A test that cannot go on may say so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod properties;
mod session_scripts;
