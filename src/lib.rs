//! Selfcheck.
