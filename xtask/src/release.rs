//! `release`: version, changelog, commit, tag. Pushing stays a person's act.

use crate::{Outcome, run, test};

/// Sets the version, dates the changelog, runs the tests, commits and tags.
pub fn release(version: &str) -> Outcome {
    let parts: Vec<&str> = version.split('.').collect();
    if parts.len() != 3 || parts.iter().any(|part| part.parse::<u32>().is_err()) {
        return Err(format!("`{version}` is not a version such as 0.2.0"));
    }
    if run::output("git", &["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty()) {
        return Err("the work tree has changes; commit or remove them first".to_owned());
    }
    replace("Cargo.toml", |text| set_version(text, version))?;
    replace("CHANGELOG.md", |text| {
        text.replacen("## Unreleased", &format!("## Unreleased\n\n## {version}"), 1)
    })?;
    test::test()?;
    let message = format!("release: {version}");
    run::run(&mut run::command("git", &["commit", "--all", "--message", &message]))?;
    run::run(&mut run::command("git", &["tag", &format!("v{version}")]))
}

fn set_version(manifest: &str, version: &str) -> String {
    let lines = manifest.lines().map(|line| {
        if line.starts_with("version = ") { format!("version = \"{version}\"") } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn replace(name: &str, change: impl Fn(&str) -> String) -> Outcome {
    let path = run::root().join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("`{name}`: {error}"))?;
    let changed = change(&text);
    if changed == text {
        return Err(format!("`{name}` has no place for the new version"));
    }
    std::fs::write(&path, changed).map_err(|error| format!("`{name}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_package_version_is_set() {
        let manifest = "[workspace.package]\nversion = \"0.1.0\"\n\n[workspace.dependencies]\nzip = { version = \"9\" }\n";
        let expected = manifest.replace("0.1.0", "0.2.0");
        assert_eq!(set_version(manifest, "0.2.0"), expected);
    }
}
