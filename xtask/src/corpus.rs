//! The corpus of real files that lies beside the project on some machines.

use crate::run;
use std::path::PathBuf;

/// The folder of real files, when it is there.
pub fn folder() -> Option<PathBuf> {
    let path = run::root().join("../shared/data");
    path.is_dir().then_some(path)
}
