//! The authors' side: reads a bank's files, reports what is wrong in them, and builds what browsers load.

pub mod source;

pub mod code;
pub mod json;
pub mod markdown;
pub mod math;
pub mod media;
pub mod toml;
pub mod value;

pub mod read;

pub mod fingerprint;
pub mod lint;

pub mod columns;
pub mod explain;
pub mod schema;
pub mod stats;

pub mod build;
pub mod check;
pub mod report;
pub mod split;
