//! Strips comments and white space from the style sheet before it is put into the WebAssembly.

use std::path::Path;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let source = "src/widget/widget.css";
    println!("cargo::rerun-if-changed={source}");
    let css = fs::read_to_string(source)?;
    let css = minifier::css::minify(&css)?.to_string();
    fs::write(Path::new(&env::var("OUT_DIR")?).join("widget.css"), css)?;
    Ok(())
}
