//! Native tests.

// A test that cannot go on may say so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod adaptive;
mod banks;
mod conformance;
mod docs;
mod memory;
mod properties;
mod repository;
mod roundtrip;
mod session_scripts;
mod themes;
mod tidy;
mod types;
mod weeks;

#[cfg(feature = "cli")]
mod bank_files;
#[cfg(feature = "cli")]
mod breaks;
#[cfg(feature = "cli")]
mod broken_files;
#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "cli")]
mod schema;

#[cfg(feature = "testing")]
mod html;
mod json;
#[cfg(feature = "testing")]
mod languages;
#[cfg(all(feature = "cli", feature = "testing"))]
mod pages;
#[cfg(feature = "testing")]
mod view_snapshots;
