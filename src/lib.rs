//! Selfcheck.
pub mod quiz;
