//! The light way against the files: written, imported by the program, read back from the database, and judged.

use super::light::history;
use crate::process;
use kneewise_app::knees::{self, Telling};
use kneewise_simulate::population::Member;
use kneewise_simulate::{Life, plan};
use kneewise_store::{DatabaseUrl, Store};
use kneewise_types::assessment::{Assessment, CauseRow, State};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

/// How the two ways differ for one runner.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub number: u32,
    pub activities: (usize, usize),
    pub flares: (usize, usize),
    /// Rows of the cause table that are answered otherwise: from the light way, and from the files.
    pub rows: Vec<(CauseRow, State, State)>,
    /// Whether the families come in the same order with the same words.
    pub is_same_answer: bool,
}

/// Judges one runner both ways. The folder is emptied first and left for a look.
pub fn compare(member: &Member, folder: &Path) -> io::Result<Compared> {
    let life = plan(&member.scenario);
    let database = folder.join("runner.db");
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    write(&life, &folder.join("files"))?;
    let url = format!("sqlite:{}", database.display());
    let mut import = Command::new(process::kneewise()?);
    process::run(import.args(["--database", &url, "--quiet", "import"]).arg(folder.join("files")))?;
    let mut store = Store::open(&DatabaseUrl::file(&database)).map_err(io::Error::other)?;
    let mut from_files = store.history().map_err(io::Error::other)?;
    knees::add_to(&mut from_files, &mut store, life.end(), &Telling::SILENT).map_err(io::Error::other)?;
    let light = history(&life);
    let (a, b) = [&light, &from_files].map(|history| kneewise_analyse::assess(history, life.end())).into();
    let words = |assessment: &Assessment| -> Vec<_> {
        assessment.findings.iter().map(|finding| (finding.family, finding.word)).collect()
    };
    Ok(Compared {
        number: member.number,
        activities: (light.activities.len(), from_files.activities.len()),
        flares: (a.flares.len(), b.flares.len()),
        rows: differing(&a, &b),
        is_same_answer: words(&a) == words(&b),
    })
}

fn differing(a: &Assessment, b: &Assessment) -> Vec<(CauseRow, State, State)> {
    let rows = |assessment: &Assessment| -> Vec<(CauseRow, State)> {
        let findings = assessment.findings.iter();
        let mechanisms = findings.flat_map(|finding| finding.mechanisms.iter().chain(&finding.against));
        let mut rows: Vec<_> = mechanisms.map(|mechanism| (mechanism.row, mechanism.state)).collect();
        rows.sort_unstable();
        rows
    };
    let both = rows(a).into_iter().zip(rows(b));
    both.filter(|(a, b)| a.1 != b.1).map(|((row, light), (_, files))| (row, light, files)).collect()
}

/// All files of a life but the truth.
fn write(life: &Life, folder: &Path) -> io::Result<()> {
    (0..life.file_count()).into_par_iter().filter_map(|at| life.file(at)).try_for_each(|file| {
        if file.path == "truth.json" {
            return Ok(());
        }
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, &file.bytes)
    })
}
