//! `cargo xtask bench warnings`: false alarms and lead time of the early signs; `-- --write` keeps them as data.
#![expect(clippy::disallowed_methods, reason = "the task keeps its figures as data")]

use kneewise_bench::warnings::{RUNNERS, SAMPLE, measure, text};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let text = text(&measure(RUNNERS), &measure(SAMPLE));
    if std::env::args().any(|argument| argument == "--write") {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/advise/data/early_warning.toml");
        std::fs::write(file, &text)?;
    }
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())
}
