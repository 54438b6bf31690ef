//! `bless`: accept changed goldens, then show what changed for the review.

use crate::{Outcome, run};

/// Rewrites the goldens and shows the difference.
pub fn bless() -> Outcome {
    let arguments = ["test", "--quiet", "--workspace", "--no-fail-fast"];
    let mut tests = run::command(&run::cargo_program(), &arguments);
    tests.env("KNEEWISE_BLESS", "1").env("INSTA_UPDATE", "always");
    let outcome = run::run(&mut tests);
    run::run(&mut run::command("git", &["--no-pager", "diff", "--stat", "--", "fixtures", "crates"]))?;
    outcome
}
