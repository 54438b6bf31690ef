//! `explain`: one runner's folder of files in, the answer with its working out. How a bug report becomes a fixture.

use crate::{Outcome, run};
use std::path::Path;

/// Imports a folder into a throw-away database and prints the answer for people and for programs.
pub fn explain(folder: &str) -> Outcome {
    if !Path::new(folder).is_dir() {
        return Err(format!("`{folder}` is not a folder; give one that holds a runner's files"));
    }
    let database = std::env::temp_dir().join(format!("kneewise-explain-{}.db", std::process::id()));
    let url = format!("sqlite:{}", database.display());
    let kneewise = |arguments: &[&str]| {
        let mut all = vec!["run", "--quiet", "--release", "--bin", "kneewise", "--", "--database", &url];
        all.extend(arguments);
        run::cargo(&all)
    };
    let outcome = kneewise(&["import", folder])
        .and_then(|()| kneewise(&["why"]))
        .and_then(|()| kneewise(&["why", "--json"]));
    for ending in ["", "-wal", "-shm"] {
        let path = format!("{}{ending}", database.display());
        if Path::new(&path).exists() {
            std::fs::remove_file(&path).map_err(|error| format!("`{path}`: {error}"))?;
        }
    }
    outcome
}
