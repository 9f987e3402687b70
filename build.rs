//! Strips comments and white space from the style sheets before they are put into the WebAssembly.

use std::path::Path;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    for name in ["widget.css", "more.css"] {
        let source = Path::new("src/widget").join(name);
        println!("cargo::rerun-if-changed={}", source.display());
        let css = fs::read_to_string(source)?;
        let css = minifier::css::minify(&css)?.to_string();
        fs::write(Path::new(&env::var("OUT_DIR")?).join(name), css)?;
    }
    Ok(())
}
