//! Bank to JSON.
