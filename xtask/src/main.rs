//! The project's own tasks: plain Rust, nothing to install first. `cargo xtask` lists them.
#![expect(clippy::print_stdout, reason = "a task speaks to the person who ran it")]
#![expect(
    clippy::disallowed_methods,
    reason = "tasks read files, start programs and look at the environment"
)]

mod api;
mod bench;
mod bless;
mod check;
mod chromium;
mod corpus;
mod docs;
mod errors;
mod explain;
mod fuzz;
mod layers;
mod pictures;
mod postgres;
mod release;
mod rules;
mod run;
mod test;

use std::io::Write;
use std::process::ExitCode;

/// What a task ends with: nothing, or one line that says what went wrong and what to do.
type Outcome = Result<(), String>;

const TASKS: &str = "\
cargo xtask check            format, lints, layers, docs
cargo xtask test             everything CI runs; installs what the tests need, or says what is missing
cargo xtask bless            accept changed goldens and show the difference
cargo xtask explain DIR      answer one runner case and print the working
cargo xtask fuzz FORMAT [S]  mutate one format (fit, tcx, gpx, csv, zip) for S seconds, 60 unless given
cargo xtask bench [NAME] [..] all benchmarks, with ratios; `proof` takes --quick, --write NAME, --files N; `notes` --write
cargo xtask api [..]         thousands of made-up requests against the API, and whether its description is valid
cargo xtask docs             build the API documentation and check links, glossary and evidence
cargo xtask pictures         the pictures of the README, made anew from the demo in a browser
cargo xtask release VERSION  changelog, version, tag";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            // Whoever closed the pipe has seen enough.
            let _ = writeln!(std::io::stdout(), "{TASKS}");
            Ok(())
        }
        ["check"] => check::check(),
        ["test"] => test::test(),
        ["bless"] => bless::bless(),
        ["explain", folder] => explain::explain(folder),
        ["fuzz", format] => fuzz::fuzz(format, "60"),
        ["fuzz", format, seconds] => fuzz::fuzz(format, seconds),
        ["bench"] => bench::bench(None, &[]),
        ["bench", name, options @ ..] => bench::bench(Some(name), options),
        ["api", options @ ..] => api::api(options),
        ["docs"] => docs::docs(),
        ["pictures"] => pictures::pictures(),
        ["release", version] => release::release(version),
        other => Err(format!("`{}` is not a task; run `cargo xtask` for the list", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            println!("xtask: {line}");
            ExitCode::FAILURE
        }
    }
}
