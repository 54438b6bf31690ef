//! `check`: format, lints, layers, docs. Warnings are errors here, not while you work.

use crate::{Outcome, docs, layers, run};

/// Runs all checks that need no test.
pub fn check() -> Outcome {
    run::cargo(&["fmt", "--all", "--check"])
        .map_err(|_| "the code is not formatted; run `cargo fmt --all`".to_owned())?;
    run::cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    layers::check()?;
    docs::check()
}
