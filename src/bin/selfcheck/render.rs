//! `selfcheck render`: a bank as a static page to put inside the element.

use super::{CLEAN, PROBLEMS, look_of, print, require};
use clap::Args;
use selfcheck::author::media::Placement;
use selfcheck::author::{build, check, report};
use selfcheck::quiz::Bank;
use selfcheck::quiz::bank::problem::Level;
use std::io;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Arguments {
    /// The bank
    path: PathBuf,
    /// The file to write; without it, the page is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The level of the title; topics stand one below
    #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=5))]
    heading: u8,
    /// Where the built bank is, such as banks/: put before the addresses of its pictures and recordings
    #[arg(long, value_name = "ADDRESS", default_value = "", conflicts_with = "inline")]
    base: String,
    /// Put pictures and recordings into the page itself
    #[arg(long)]
    inline: bool,
    /// Leave out what is right and why
    #[arg(long)]
    no_answers: bool,
    /// Open everything that can be opened, as for paper
    #[arg(long)]
    open: bool,
}

pub(super) fn run(arguments: Arguments) -> anyhow::Result<u8> {
    let Arguments { path, output, heading, base, inline, no_answers, open } = arguments;
    require(&path)?;
    let placement = if inline { Placement::Inline } else { Placement::beside(&path) };
    let checked = check::check_for(&path, placement);
    let errors = checked.count(Level::Error);
    if errors > 0 {
        eprint!("{}", report::human::report(std::slice::from_ref(&checked), look_of(&io::stderr())));
    }
    let Some(bank) = checked.bank.filter(|_| errors == 0) else {
        eprintln!("selfcheck: nothing was written, because the bank has errors");
        return Ok(PROBLEMS);
    };
    let html = html(bank, heading, !no_answers, open, &base)?;
    match output {
        None => print(&html)?,
        Some(output) => {
            build::write(&output, &html)?;
            print(&format!("{}: {} bytes\n", output.display(), html.len()))?;
        }
    }
    Ok(CLEAN)
}

#[cfg(feature = "web")]
fn html(bank: Bank, heading: u8, has_answers: bool, is_on_paper: bool, base: &str) -> anyhow::Result<String> {
    use anyhow::Context;
    use selfcheck::widget::view::bank::Manner;
    // A folder is meant, whether it is written as one or not.
    let base = if base.is_empty() || base.ends_with('/') { base.to_owned() } else { format!("{base}/") };
    selfcheck::render::html(bank.into(), Manner { heading, has_answers, is_on_paper }, &base)
        .context("the page could not be made; please report this")
}

#[cfg(not(feature = "web"))]
fn html(_: Bank, _: u8, _: bool, _: bool, _: &str) -> anyhow::Result<String> {
    anyhow::bail!(
        "this selfcheck was built without the widget’s views; build it with the default features: cargo install --path . --features cli --bin selfcheck"
    )
}
