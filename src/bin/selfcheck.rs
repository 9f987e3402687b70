//! Entry of the authors' tool: parses arguments, calls `author`, sets the exit code.

// Beside this file it would be a program of its own.
#[path = "selfcheck/render.rs"]
mod render;

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use selfcheck::author::media::Placement;
use selfcheck::author::report::human::Look;
use selfcheck::author::stats::{self, Stats};
use selfcheck::author::{build, check, explain, fingerprint, lint, report, schema};
use selfcheck::quiz::bank::problem::Level;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const CLEAN: u8 = 0;
const PROBLEMS: u8 = 1;
const COULD_NOT_RUN: u8 = 2;

/// Checks and builds Selfcheck question banks.
///
/// A bank is a .toml or .json file, or a folder with bank.toml. Exit code: 0 clean, 1 problems
/// found, 2 could not run.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reports everything that is wrong in banks
    Check {
        /// Banks, or folders of banks
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How to report
        #[arg(long, value_enum, default_value = "human")]
        format: Format,
        /// What counts as a problem beside errors
        #[arg(long, value_enum)]
        deny: Option<Deny>,
    },
    /// Turns a bank into the JSON file that browsers load
    Build {
        /// The bank
        path: PathBuf,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Write what explains to a second file, which browsers fetch once the first question is there
        #[arg(long)]
        split: bool,
        /// Put pictures and recordings into the file itself; else they are copied to a folder beside it
        #[arg(long)]
        inline: bool,
    },
    /// Makes fingerprints of texts, so that copied words are found without the texts
    Fingerprint {
        /// Plain texts in UTF-8
        #[arg(required = true, value_name = "TEXT")]
        texts: Vec<PathBuf>,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Writes a bank as a static page to put inside <self-check>, for those without scripts
    Render(render::Arguments),
    /// Lists the rules, or explains one
    Rules {
        /// A rule, such as S5
        id: Option<String>,
    },
    /// Prints the JSON Schema of bank files, for editors
    Schema,
    /// Counts what is in banks: by topic, kind, level, difficulty; keys by place and length
    Stats {
        /// Banks, or folders of banks
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How to report
        #[arg(long, value_enum, default_value = "human")]
        format: StatsFormat,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum StatsFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs
    Json,
    /// For editors and code hosts: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions, which shows each problem at its line
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings
    Warnings,
}

fn main() -> ExitCode {
    // Wrong arguments end here, with clap's own exit code: 2.
    let code = match Arguments::parse().command {
        Command::Check { paths, format, deny } => run_check(&paths, format, deny),
        Command::Build { path, output, split, inline } => run_build(&path, &output, split, inline),
        Command::Fingerprint { texts, output } => run_fingerprint(&texts, &output),
        Command::Render(arguments) => render::run(arguments),
        Command::Rules { id } => run_rules(id.as_deref()),
        Command::Schema => print(&schema::of_files()).map(|()| CLEAN),
        Command::Stats { paths, format } => run_stats(&paths, format),
    };
    ExitCode::from(code.unwrap_or_else(|error| {
        eprintln!("selfcheck: {error:#}");
        COULD_NOT_RUN
    }))
}

fn run_check(paths: &[PathBuf], format: Format, deny: Option<Deny>) -> anyhow::Result<u8> {
    let banks: Vec<_> =
        paths.iter().flat_map(|path| check::banks_at(path)).map(|path| check::check(&path)).collect();
    let report = match format {
        Format::Human => report::human::report(&banks, look_of(&io::stdout())),
        Format::Json => report::json::report(&banks),
        Format::Sarif => report::sarif::report(&banks),
        Format::Github => report::github::report(&banks),
    };
    print(&report)?;
    // The others are checked nevertheless.
    paths.iter().try_for_each(|path| require(path))?;
    let count = |level| banks.iter().map(|bank| bank.count(level)).sum::<usize>();
    let is_clean = count(Level::Error) == 0 && (deny.is_none() || count(Level::Warning) == 0);
    Ok(if is_clean { CLEAN } else { PROBLEMS })
}

fn run_build(path: &Path, output: &Path, is_split: bool, is_inline: bool) -> anyhow::Result<u8> {
    require(path)?;
    let placement = if is_inline { Placement::Inline } else { Placement::beside(output) };
    let checked = check::check_for(path, placement);
    if !checked.problems.is_empty() {
        eprint!("{}", report::human::report(std::slice::from_ref(&checked), look_of(&io::stderr())));
    }
    let rest = output.with_extension("rest.json");
    let address = rest.file_name().unwrap_or_default().to_string_lossy();
    let files = if is_split {
        // The rest first: a first file never names one that is not there.
        build::parts_of(&checked, &address)?
            .map(|(first, more)| vec![(rest.as_path(), more), (output, first)])
    } else {
        build::json_of(&checked)?.map(|json| vec![(output, json)])
    };
    let (Some(files), Some(bank)) = (files, &checked.bank) else {
        eprintln!("selfcheck: nothing was written, because the bank has errors");
        return Ok(PROBLEMS);
    };
    let questions = report::counted(bank.questions().len(), "question");
    let topics = report::counted(bank.topics().len(), "topic");
    // Before the bank, which names them.
    for (path, n_bytes) in build::copy_media(&checked, output)? {
        print(&format!("{}: {n_bytes} bytes\n", path.display()))?;
    }
    for (path, json) in files {
        build::write(path, &json)?;
        print(&format!("{}: {questions}, {topics}, {} bytes\n", path.display(), json.len()))?;
    }
    Ok(CLEAN)
}

fn run_fingerprint(texts: &[PathBuf], output: &Path) -> anyhow::Result<u8> {
    let read =
        |path: &PathBuf| fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    let read = texts.iter().map(read).collect::<anyhow::Result<Vec<_>>>()?;
    build::write(output, fingerprint::file_of(&read))?;
    print(&format!("{}: {}\n", output.display(), report::counted(texts.len(), "text")))?;
    Ok(CLEAN)
}

fn run_rules(id: Option<&str>) -> anyhow::Result<u8> {
    let Some(id) = id else {
        print(&explain::all())?;
        return Ok(CLEAN);
    };
    let Some(rule) = explain::find(id) else {
        bail!("no rule has the id `{id}`; did you mean {}?", lint::nearest(id).join(", "));
    };
    print(&explain::one(rule))?;
    Ok(CLEAN)
}

fn run_stats(paths: &[PathBuf], format: StatsFormat) -> anyhow::Result<u8> {
    let banks: Vec<_> =
        paths.iter().flat_map(|path| check::banks_at(path)).map(|path| check::check(&path)).collect();
    let stats: Vec<_> =
        banks.iter().filter_map(|checked| Some((&checked.path, Stats::of_checked(checked)?))).collect();
    print(&match format {
        StatsFormat::Human => stats::human::report(&stats),
        StatsFormat::Json => stats::json::report(&stats),
    })?;
    paths.iter().try_for_each(|path| require(path))?;
    let unread = banks.iter().filter(|checked| checked.bank.is_none());
    let unread: Vec<_> = unread.map(|checked| checked.path.display().to_string()).collect();
    if !unread.is_empty() {
        eprintln!("selfcheck: cannot read {}; `selfcheck check` says why", unread.join(", "));
        return Ok(PROBLEMS);
    }
    Ok(CLEAN)
}

fn require(path: &Path) -> anyhow::Result<()> {
    path.metadata().map(|_| ()).with_context(|| format!("cannot open {}", path.display()))
}

/// Colours are only for somebody who sees them and has not asked for none: <https://no-color.org>.
fn look_of(stream: &impl IsTerminal) -> Look {
    if !stream.is_terminal() {
        return Look::default();
    }
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    Look { has_colors: !is_set("NO_COLOR") && !is_dumb, width: width.unwrap_or(Look::default().width) }
}

/// Prints to the standard output. Whoever reads it may have heard enough, as `head` has.
fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).context("cannot print"),
        _ => Ok(()),
    }
}
