//! The layers: every crate's direct dependencies are on a list, so that the pure crates stay pure.

use crate::{Outcome, run};

/// What each crate may depend on, besides its tests.
const ALLOWED: &[(&str, &[&str])] = &[
    ("types", &["jiff", "serde", "thiserror"]),
    (
        "import",
        &[
            "kneewise-types",
            "jiff",
            "serde",
            "thiserror",
            "toml",
            "rustyfit",
            "quick-xml",
            "zip",
            "flate2",
            "csv",
            "strsim",
            "tzf-rs",
            "memchr",
            "embedded-io",
        ],
    ),
    ("analyse", &["kneewise-types", "jiff", "la-stack", "libm", "serde", "toml", "unicode-normalization"]),
    ("advise", &["kneewise-types", "jiff", "serde", "toml"]),
    ("simulate", &["kneewise-types", "jiff", "serde", "serde_json", "rustyfit", "flate2", "embedded-io"]),
];

/// Fails when a pure crate depends on something that is not on its list.
pub fn check() -> Outcome {
    let mut found = Vec::new();
    for (name, allowed) in ALLOWED {
        let path = run::root().join("crates").join(name).join("Cargo.toml");
        let text =
            std::fs::read_to_string(&path).map_err(|error| format!("`{}`: {error}", path.display()))?;
        for dependency in dependencies(&text) {
            if !allowed.contains(&dependency) {
                found.push(format!("`{name}` may not depend on `{dependency}`"));
            }
        }
    }
    if found.is_empty() { Ok(()) } else { Err(format!("layers: {}", found.join("; "))) }
}

/// Names under `[dependencies]` of a manifest.
fn dependencies(manifest: &str) -> Vec<&str> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', '=', ' ']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ordinary_dependencies_are_read() {
        let manifest = "[package]\nname = \"x\"\n\n[dependencies]\njiff.workspace = true\n# why\ntokio = \"1\"\n\n[dev-dependencies]\nproptest = \"1\"\n";
        assert_eq!(dependencies(manifest), ["jiff", "tokio"]);
    }
}
