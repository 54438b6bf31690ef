//! `docs`: API documentation, and checks that the written documents are true.

use crate::{Outcome, errors, rules, run};
use std::collections::BTreeSet;
use std::path::Path;

/// Builds the API documentation and the pages of errors and rules, then checks the documents.
pub fn docs() -> Outcome {
    for (name, page) in [("docs/errors.md", errors::page()?), ("docs/rules.md", rules::page()?)] {
        let path = run::root().join(name);
        std::fs::write(&path, page).map_err(|error| format!("`{}`: {error}", path.display()))?;
    }
    run::cargo(&["doc", "--workspace", "--no-deps"])?;
    check()
}

/// Checks that folders, sources and terms named in the documents exist, and that none is left out.
pub fn check() -> Outcome {
    let root = run::root();
    let mut wrong = folders_of_architecture(&root)?;
    wrong.extend(sources_without_entry(&root)?);
    wrong.extend(terms_without_entry(&root)?);
    wrong.extend(dead_links(&root)?);
    wrong.extend(examples_without_test(&root)?);
    if read(&root.join("docs/errors.md"))? != errors::page()? {
        wrong.push("docs/errors.md is not what fixtures/errors says; run `cargo xtask docs`".to_owned());
    }
    if read(&root.join("docs/rules.md"))? != rules::page()? {
        wrong.push("docs/rules.md is not what the heads of the files say; run `cargo xtask docs`".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("docs: {}", wrong.join("; "))) }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("`{}`: {error}", path.display()))
}

/// Folders that ARCHITECTURE.md names in backticks with a closing slash, but that are not there.
fn folders_of_architecture(root: &Path) -> Result<Vec<String>, String> {
    let text = read(&root.join("ARCHITECTURE.md"))?;
    let named = text.split('`').skip(1).step_by(2).filter(|word| word.ends_with('/') && !word.contains(' '));
    let missing = named.filter(|folder| !root.join(folder).is_dir());
    Ok(missing.map(|folder| format!("ARCHITECTURE.md names `{folder}`, which is not there")).collect())
}

/// Tests that docs/worked-examples.md names as `crate/file.rs::test`, but that are not there.
fn examples_without_test(root: &Path) -> Result<Vec<String>, String> {
    let text = read(&root.join("docs/worked-examples.md"))?;
    let named = text.split('`').skip(1).step_by(2).filter_map(|name| name.split_once(".rs::"));
    let missing = named.filter(|(file, test)| {
        let code = read(&root.join("crates").join(format!("{file}.rs"))).unwrap_or_default();
        !code.contains(&format!("fn {test}()"))
    });
    Ok(missing
        .map(|(file, test)| format!("docs/worked-examples.md names `{file}.rs::{test}`, which is not there"))
        .collect())
}

/// Source keys in code that docs/evidence.md does not explain.
fn sources_without_entry(root: &Path) -> Result<Vec<String>, String> {
    let text = read(&root.join("docs/evidence.md"))?;
    let known: BTreeSet<&str> =
        text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut missing = BTreeSet::new();
    for path in run::files(&root.join("crates"), &[".rs"]) {
        let code = read(&path)?;
        for call in code.split("Evidence::new(").skip(1) {
            let key = call.split('"').nth(1).unwrap_or_default();
            if !known.contains(key) {
                missing
                    .insert(format!("source `{key}` of {} is not in docs/evidence.md", shown(root, &path)));
            }
        }
    }
    Ok(missing.into_iter().collect())
}

/// Public types of the vocabulary that docs/glossary.md does not explain.
fn terms_without_entry(root: &Path) -> Result<Vec<String>, String> {
    let text = read(&root.join("docs/glossary.md"))?;
    let known: BTreeSet<&str> = text.split('`').skip(1).step_by(2).collect();
    let mut missing = BTreeSet::new();
    for path in run::files(&root.join("crates/types/src"), &[".rs"]) {
        for line in read(&path)?.lines() {
            let name = ["pub struct ", "pub enum "].iter().find_map(|start| line.strip_prefix(start));
            let name = name.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            if let Some(name) = name.filter(|name| !name.is_empty() && !known.contains(name)) {
                missing.insert(format!("`{name}` is not in docs/glossary.md"));
            }
        }
    }
    Ok(missing.into_iter().collect())
}

/// Links between the project's documents that lead nowhere.
fn dead_links(root: &Path) -> Result<Vec<String>, String> {
    let mut dead = Vec::new();
    for path in run::files(root, &[".md"]) {
        let text = read(&path)?;
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next()) {
            let is_local = !link.is_empty() && !link.contains("://") && !link.starts_with("mailto:");
            if is_local && !path.parent().unwrap_or(root).join(link).exists() {
                dead.push(format!("{} links to `{link}`, which is not there", shown(root, &path)));
            }
        }
    }
    Ok(dead)
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
