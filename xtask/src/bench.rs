//! `bench`: every benchmark of the project, each printing ratios against a peer or a limit in the same run.

use crate::{Outcome, run};

/// Runs one benchmark, or all.
pub fn bench(name: Option<&str>) -> Outcome {
    let mut arguments = vec!["bench", "--package", "kneewise-bench"];
    if let Some(name) = name {
        arguments.extend(["--bench", name]);
    }
    run::cargo(&arguments)
}
