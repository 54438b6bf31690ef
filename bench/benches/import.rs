//! Import of ten simulated years against bare decoding on the same cores, and against two other decoders.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the disk")]

use kneewise_bench::process::{self, Cost};
use kneewise_bench::{at_least, at_most, cpu, decoding, history, peers};
use kneewise_store::{DatabaseUrl, Store};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Files the slow peers decode.
const SUBSET: usize = 20;
/// Imports, each after one bare decoding.
const PAIRS: usize = 3;

fn main() -> io::Result<()> {
    let folder = history::folder()?;
    let files = history::fit_files(&folder)?;
    let raw_bytes: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|file| file.len()).sum();
    println!("import: {} FIT files, {:.0} KB each", files.len(), per_file_kb(raw_bytes, files.len()));

    // In pairs, so that a slow moment of the machine meets both.
    let kneewise = process::kneewise()?;
    let mut pairs = Vec::new();
    for _ in 0..PAIRS {
        let bare = bare(&files);
        let (import, size) = import(&kneewise, &folder, files.len())?;
        pairs.push(Pair { bare, import, size });
    }
    pairs.sort_by(|a, b| a.ratio().total_cmp(&b.ratio()));
    let Some(pair) = pairs.get(PAIRS / 2) else { return Ok(()) };
    let (cost, size) = (pair.import, pair.size);
    let per_s = as_f64(files.len()) / cost.wall_s;
    println!("  bare rustyfit decoding, all cores      {:8.2} s", pair.bare.wall_s);
    println!("  kneewise import, whole process         {:8.2} s   {per_s:.0} files/s", cost.wall_s);
    println!(
        "  time / bare decoding                   {:8.2}     goal at most 2: {}",
        pair.ratio(),
        at_most(pair.ratio(), 2.0)
    );
    if let Some((import_s, bare_s)) = cost.cpu_s.zip(pair.bare.cpu_s) {
        let ratio = import_s / bare_s;
        println!("  the same in time on the processors     {ratio:8.2}     {import_s:.2} s / {bare_s:.2} s");
    }
    println!(
        "  peak memory                            {:8.0} MB  goal at most 300: {}",
        cost.peak_mb,
        at_most(cost.peak_mb, 300.0)
    );
    let each_kb = per_file_kb(size, files.len());
    println!(
        "  on disk per activity, with original    {each_kb:8.1} KB  goal at most 130: {}",
        at_most(each_kb, 130.0)
    );
    let originals_kb = originals_kb(&files)?;
    println!("  on disk per activity, without original {:8.1} KB", each_kb - originals_kb);
    compare(&files, as_f64(files.len()) / cost.wall_s)
}

/// The two slow peers on a subset, one process each as ours.
fn compare(files: &[PathBuf], ours_per_s: f64) -> io::Result<()> {
    let subset = files.get(..SUBSET.min(files.len())).unwrap_or_default();
    let count = as_f64(subset.len());
    let python = ours_per_s / (count / peers::fitdecode_s(subset)?);
    println!(
        "  speed / fitdecode                      {python:8.0}     goal at least 50: {}",
        at_least(python, 50.0)
    );
    let javascript = ours_per_s / (count / peers::javascript_s(subset)?);
    println!(
        "  speed / vendor's JavaScript SDK        {javascript:8.0}     goal at least 10: {}",
        at_least(javascript, 10.0)
    );
    Ok(())
}

/// One round of both.
struct Pair {
    bare: Cost,
    import: Cost,
    size: u64,
}

impl Pair {
    fn ratio(&self) -> f64 {
        self.import.wall_s / self.bare.wall_s
    }
}

fn bare(files: &[PathBuf]) -> Cost {
    let (start, cpu_before_s) = (Instant::now(), cpu::of_process_s());
    files.par_iter().for_each(|file| decoding::decode(&fs::read(file).unwrap_or_default()));
    let cpu_s = cpu::of_process_s().zip(cpu_before_s).map(|(after, before)| after - before);
    Cost { wall_s: start.elapsed().as_secs_f64(), cpu_s, peak_mb: f64::NAN }
}

/// One import into a new database; its cost and the size of the database.
fn import(kneewise: &Path, folder: &Path, files: usize) -> io::Result<(Cost, u64)> {
    let home = history::target().join("bench").join("database");
    if home.is_dir() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(&home)?;
    let path = home.join("kneewise.db");
    let url = format!("sqlite:{}", path.display());
    let cost =
        process::run(Command::new(kneewise).args(["--database", &url, "--quiet", "import"]).arg(folder))?;
    let kept = Store::open(&DatabaseUrl::file(&path)).and_then(|store| store.counts());
    let kept = kept.map_err(io::Error::other)?.activities;
    if usize::try_from(kept).ok() != Some(files) {
        return Err(io::Error::other(format!("the import kept {kept} activities of {files} files")));
    }
    let size =
        fs::read_dir(&home)?.flatten().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
    Ok((cost, size))
}

/// Mean size of an original as the store keeps it.
fn originals_kb(files: &[PathBuf]) -> io::Result<f64> {
    let sample: Vec<&PathBuf> = files.iter().step_by(files.len().div_ceil(50).max(1)).collect();
    let mut bytes = 0_usize;
    for file in &sample {
        let packed =
            kneewise_store::PackedOriginal::new("", "", &fs::read(file)?).map_err(io::Error::other)?;
        bytes += packed.packed_bytes();
    }
    Ok(as_f64(bytes) / as_f64(sample.len()) / 1024.0)
}

fn per_file_kb(bytes: u64, files: usize) -> f64 {
    as_f64(usize::try_from(bytes).unwrap_or(usize::MAX)) / as_f64(files) / 1024.0
}

#[expect(clippy::cast_precision_loss, reason = "counts and sizes far below 2^52")]
const fn as_f64(count: usize) -> f64 {
    count as f64
}
