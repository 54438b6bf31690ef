//! Where the time of an import goes: each stage on the same files in memory, on one thread, as a multiple of bare decoding.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the disk")]

use kneewise_bench::cpu::{Work, least_s};
use kneewise_bench::{decoding, history};
use kneewise_import::{Context, Recorded, ZoneMap};
use kneewise_store::{PackedOriginal, PackedSamples};
use sha2::{Digest, Sha256};
use std::fs;
use std::hint::black_box;
use std::io;

/// Files of the history, spread over all its years.
const FILES: usize = 60;
const ROUNDS: usize = 15;

fn main() -> io::Result<()> {
    let paths = history::fit_files(&history::folder()?)?;
    let spread = paths.iter().step_by(paths.len().div_ceil(FILES).max(1));
    let files = spread.map(fs::read).collect::<io::Result<Vec<_>>>()?;
    let zone_map = ZoneMap::new();
    let context = Context { content: "", path: "", zone: None, exercises: &[], zone_map: &zone_map };
    let read = |bytes: &[u8]| kneewise_import::read(bytes, &context).map(|read| read.activities);
    let recorded = files.iter().map(|bytes| read(bytes)).collect::<Result<Vec<_>, _>>();
    let recorded: Vec<Recorded> = recorded.map_err(io::Error::other)?.concat();
    let (files, recorded) = (&files, &recorded);
    let bytes = |work: fn(&[u8])| Box::new(move || files.iter().for_each(|file| work(file)));
    let samples = |work: fn(&Recorded)| Box::new(move || recorded.iter().for_each(work));
    let mut works: Vec<Work<'_>> = vec![
        ("bare rustyfit decoding", bytes(decoding::decode)),
        ("  without sums and components", bytes(decoding::decode_plainly)),
        ("SHA-256 of the bytes", bytes(|bytes| drop(black_box(Sha256::digest(bytes).to_vec())))),
        ("format to activity", Box::new(|| files.iter().for_each(|file| drop(black_box(read(file)))))),
        ("digest", samples(digest)),
        ("packing the samples", samples(|read| drop(black_box(PackedSamples::new(&read.samples))))),
        ("packing the original", bytes(|bytes| drop(black_box(PackedOriginal::new("", "", bytes))))),
    ];
    let seconds = least_s(ROUNDS, &mut works);
    let bare_s = seconds.first().copied().unwrap_or(f64::NAN);
    println!("stages: {} files, one thread, time on the processor", files.len());
    let line = |name: &str, seconds: f64| {
        let each_ms = seconds * 1000.0 / recorded.len() as f64;
        println!("  {name:<30} {each_ms:7.3} ms a file {:6.2}", seconds / bare_s);
    };
    works.iter().zip(&seconds).for_each(|((name, _), seconds)| line(name, *seconds));
    line("all, without the database", seconds.iter().skip(2).sum());
    Ok(())
}

fn digest(read: &Recorded) {
    black_box(kneewise_analyse::load::digest(&read.activity, &read.samples));
}
