//! Entry of the authors' tool.
fn main() {}
