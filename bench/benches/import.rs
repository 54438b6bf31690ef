//! Import of ten simulated years against bare decoding on the same cores, and against two other decoders.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the disk")]

use kneewise_bench::process::{self, Cost};
use kneewise_bench::{at_least, at_most, history, median_s, peers};
use rayon::prelude::*;
use rustyfit::{Decoder, DecoderEvent, StreamingIterator};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files the slow peers decode.
const SUBSET: usize = 20;

fn main() -> io::Result<()> {
    let folder = history::folder()?;
    let files = history::fit_files(&folder)?;
    let raw_bytes: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|file| file.len()).sum();
    println!("import: {} FIT files, {:.0} KB each", files.len(), per_file_kb(raw_bytes, files.len()));

    let bare_s = median_s(3, || decode_all(&files));
    println!("  bare rustyfit decoding, all cores      {bare_s:8.2} s");
    let kneewise = process::kneewise()?;
    let mut runs = Vec::new();
    for _ in 0..3 {
        runs.push(import(&kneewise, &folder)?);
    }
    runs.sort_by(|a, b| a.0.wall_s.total_cmp(&b.0.wall_s));
    let Some((cost, size)) = runs.get(1).copied() else { return Ok(()) };
    let (ratio, per_s) = (cost.wall_s / bare_s, as_f64(files.len()) / cost.wall_s);
    println!("  kneewise import, whole process         {:8.2} s   {per_s:.0} files/s", cost.wall_s);
    println!(
        "  time / bare decoding                   {ratio:8.2}     goal at most 2: {}",
        at_most(ratio, 2.0)
    );
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

fn decode_all(files: &[PathBuf]) {
    files.par_iter().for_each(|file| {
        let bytes = fs::read(file).unwrap_or_default();
        let mut decoder = Decoder::new();
        let mut stream = decoder.stream(bytes.as_slice());
        let mut messages = 0_u64;
        while let Some(Ok(event)) = stream.next() {
            messages += u64::from(matches!(event, DecoderEvent::Message(_)));
        }
        std::hint::black_box(messages);
    });
}

/// One import into a new database; its cost and the size of the database.
fn import(kneewise: &Path, folder: &Path) -> io::Result<(Cost, u64)> {
    let home = history::target().join("bench").join("database");
    if home.is_dir() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(&home)?;
    let url = format!("sqlite:{}", home.join("kneewise.db").display());
    let cost =
        process::run(Command::new(kneewise).args(["--database", &url, "--quiet", "import"]).arg(folder))?;
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
