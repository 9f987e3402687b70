//! Selfcheck.
pub mod quiz;
#[cfg(feature = "web")]
pub mod widget;
