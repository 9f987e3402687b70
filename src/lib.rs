//! Selfcheck.
#[cfg(feature = "cli")]
pub mod author;
pub mod quiz;
