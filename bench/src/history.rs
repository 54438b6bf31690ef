//! The simulated ten years that every benchmark uses: 3,000 FIT files of one hour at 1 Hz, written once.

use jiff::civil::date;
use kneewise_simulate::{Scenario, plan};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the history below cargo's target folder, made when it is not there yet.
pub fn folder() -> io::Result<PathBuf> {
    let folder = target().join("bench").join("ten-years");
    if folder.join("complete").is_file() {
        return Ok(folder);
    }
    let life = plan(&Scenario::ten_years(date(2026, 10, 1)));
    (0..life.file_count()).into_par_iter().filter_map(|at| life.file(at)).try_for_each(|file| {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, &file.bytes)
    })?;
    // The truth is for proofs; an import has nothing to do with it.
    fs::remove_file(folder.join("truth.json"))?;
    fs::write(folder.join("complete"), "")?;
    Ok(folder)
}

/// A folder with one log that notes something on every run of the history: the labelled lines in turn, half of them complaints.
pub fn notes() -> io::Result<PathBuf> {
    let folder = target().join("bench").join("ten-years-notes");
    let labelled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/notes");
    let mut lines: Vec<String> = Vec::new();
    for language in ["de", "en", "es", "fr", "pt"] {
        let text = fs::read_to_string(labelled.join(language).with_extension("tsv"))?;
        lines.extend(text.lines().skip(1).filter_map(|line| Some(line.split('\t').nth(2)?.to_owned())));
    }
    let life = plan(&Scenario::ten_years(date(2026, 10, 1)));
    let mut table = String::from("date,sport,duration_min,note\n");
    for (outing, line) in life.outings().iter().zip(lines.iter().cycle()) {
        let minutes = f64::from(outing.timer_s) / 60.0;
        table.push_str(&format!("{},run,{minutes:.1},\"{}\"\n", outing.date, line.replace('"', "'")));
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("sessions.csv"), table)?;
    Ok(folder)
}

/// All FIT files of the history, sorted by name.
pub fn fit_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(fit_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "fit") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Cargo's target folder.
#[must_use]
pub fn target() -> PathBuf {
    let fallback = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or(fallback, PathBuf::from)
}
