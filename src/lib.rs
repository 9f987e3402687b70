//! Selfcheck.
#[cfg(feature = "cli")]
pub mod author;
pub mod quiz;
#[cfg(feature = "web")]
pub mod widget;
