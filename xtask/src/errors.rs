//! `docs/errors.md`: every message with an input that causes it, made from `fixtures/errors`.

use crate::run;
use std::path::Path;

/// The page as the fixtures would make it.
pub fn page() -> Result<String, String> {
    let folder = run::root().join("fixtures/errors");
    let mut cases: Vec<_> = std::fs::read_dir(&folder)
        .map_err(|error| format!("`{}`: {error}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    let mut page =
        "# Errors\n\nMade from `fixtures/errors/` by `cargo xtask docs`; every case there is also a test. \
                    A message says what was wrong, where, and what to do next, on one line.\n"
            .to_owned();
    for case in cases {
        page.push_str(&section(&case)?);
    }
    Ok(page)
}

fn section(case: &Path) -> Result<String, String> {
    let name = case.file_name().map(|name| name.to_string_lossy().replace('-', " ")).unwrap_or_default();
    let read = |file: &str| {
        let path = case.join(file);
        std::fs::read_to_string(&path).map_err(|error| format!("`{}`: {error}", path.display()))
    };
    let (command, expected) = (read("command")?, read("expected.txt")?);
    Ok(format!("\n## {name}\n\n```text\n$ kneewise {}\n{}\n```\n", command.trim(), expected.trim_end()))
}
