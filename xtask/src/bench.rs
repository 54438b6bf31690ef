//! `bench`: every benchmark of the project, each printing ratios against a peer or a limit in the same run.

use crate::{Outcome, run};

/// Runs one benchmark with its own options, or all.
pub fn bench(name: Option<&str>, options: &[&str]) -> Outcome {
    let mut arguments = vec!["bench", "--package", "kneewise-bench"];
    if let Some(name) = name {
        arguments.extend(["--bench", name, "--"]);
        arguments.extend(options);
    }
    run::cargo(&arguments)
}
