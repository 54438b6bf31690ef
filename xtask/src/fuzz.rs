//! `fuzz`: coverage-guided mutation of one format, on the stable compiler.

use crate::{Outcome, run};
use std::path::Path;

/// Formats that have a fuzz target.
const FORMATS: [&str; 5] = ["fit", "tcx", "gpx", "csv", "zip"];

/// Mutates one format for some seconds, from the seeds in `fuzz/seeds` and everything that crashed before.
pub fn fuzz(format: &str, seconds: &str) -> Outcome {
    if !FORMATS.contains(&format) {
        return Err(format!("`{format}` has no fuzz target; there are {}", FORMATS.join(", ")));
    }
    if seconds.parse::<u32>().is_err() {
        return Err(format!("`{seconds}` is not a number of seconds"));
    }
    let fuzz = run::root().join("fuzz");
    let (found, crashes) = (fuzz.join("found").join(format), fuzz.join("crashes").join(format));
    for folder in [&found, &crashes] {
        std::fs::create_dir_all(folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    }
    let target = fuzz.join("target");
    build(&fuzz, &target, format)?;
    let prefix = format!("-artifact_prefix={}/", crashes.display());
    let mut command = std::process::Command::new(target.join("release").join(format));
    command.current_dir(&fuzz).args([
        &format!("-max_total_time={seconds}"),
        "-rss_limit_mb=512",
        "-timeout=10",
        "-max_len=262144",
        "-print_final_stats=1",
        "-verbosity=0",
        &prefix,
    ]);
    command.arg(&found).arg(fuzz.join("seeds").join(format)).arg(&crashes);
    run::run(&mut command)
}

/// Builds the target with the coverage counters that libFuzzer reads.
fn build(fuzz: &Path, target: &Path, format: &str) -> Outcome {
    let flags = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                 -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Ccodegen-units=1";
    let manifest = fuzz.join("Cargo.toml").display().to_string();
    let arguments = ["build", "--quiet", "--release", "--manifest-path", &manifest, "--bin", format];
    let mut command = run::command(&run::cargo_program(), &arguments);
    // A target triple of its own keeps the flags away from build scripts and macros.
    run::run(command.env("RUSTFLAGS", flags).env("CARGO_TARGET_DIR", target).args(["--target", &host()?]))?;
    let built = target.join(host()?).join("release").join(format);
    let release = target.join("release");
    std::fs::create_dir_all(&release).map_err(|error| format!("`{}`: {error}", release.display()))?;
    std::fs::copy(&built, release.join(format))
        .map(|_| ())
        .map_err(|error| format!("`{}`: {error}", built.display()))
}

fn host() -> Result<String, String> {
    let text = run::output("rustc", &["-vV"]).ok_or("`rustc` could not be started")?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "`rustc -vV` names no host".to_owned())
}
