//! The answer on ten simulated years with notes: part by part in-process, and as a command with its start.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use jiff::civil::date;
use kneewise_app::knees::{Knees, Telling};
use kneewise_app::proposals::waiting_in;
use kneewise_bench::{at_most, history, median_s, process};
use kneewise_store::{DatabaseUrl, Store};
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

const RUNS: usize = 9;

fn main() -> io::Result<()> {
    let kneewise = process::kneewise()?;
    let path = database(&kneewise)?;
    let whole_ms = in_process(&path)?;
    println!("  all of it                              {whole_ms:8.1} ms");
    let url = format!("sqlite:{}", path.display());
    for format in [&["why", "--json"][..], &["why"]] {
        let mut cpu_s = Vec::new();
        let ms = 1000.0
            * median_s(RUNS, || {
                let mut command = Command::new(&kneewise);
                command.args(["--database", &url, "--as-of", "2026-10-01"]).args(format);
                cpu_s.extend(process::run(&mut command).ok().and_then(|cost| cost.cpu_s));
            });
        cpu_s.sort_by(f64::total_cmp);
        // On a busy machine the time on all processors says more than the clock on the wall.
        let cpu_ms = cpu_s.get(cpu_s.len() / 2).map_or(f64::NAN, |s| s * 1000.0);
        let name = format!("`{}` as a command", format.join(" "));
        println!("  {name:<38} {ms:8.1} ms  goal at most 500: {}; {cpu_ms:.0} ms of CPU", at_most(ms, 500.0));
    }
    let size = fs::metadata(&path)?.len() / 1_048_576;
    println!("  database                               {size:8} MB");
    Ok(())
}

/// The ten years with a note on every run, imported once; the knee's doses are made by the first answer.
fn database(kneewise: &Path) -> io::Result<PathBuf> {
    let path = history::target().join("bench").join("why-notes.db");
    if !path.is_file() {
        let (files, notes) = (history::folder()?, history::notes()?);
        let url = format!("sqlite:{}", path.display());
        let mut import = Command::new(kneewise);
        process::run(import.args(["--database", &url, "--quiet", "import"]).args([files, notes]))?;
        process::run(Command::new(kneewise).args(["--database", &url, "why", "--json"]))?;
    }
    Ok(path)
}

/// Prints what each part takes, ms; all of it together.
fn in_process(path: &Path) -> io::Result<f64> {
    let as_of = date(2026, 10, 1);
    let mut store = Store::open(&DatabaseUrl::file(path)).map_err(io::Error::other)?;
    let mut history = store.history().map_err(io::Error::other)?;
    let knees = Knees::read(&mut store, &history, &Telling::SILENT).map_err(io::Error::other)?;
    knees.fill(&mut history, as_of);
    let decided = store.note_decisions().map_err(io::Error::other)?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    let notes = history.activities.iter().filter(|activity| activity.description.is_some()).count();
    println!(
        "why: {} activities, {} diary entries, {} flares, {notes} notes, {} own findings of 199 permutations",
        history.activities.len(),
        history.symptoms.len(),
        assessment.flares.len(),
        assessment.own_data.findings.len()
    );
    let history_ms = part("history from the store", || drop(black_box(store.history())));
    let read_ms = part("what was kept of the knee", || {
        drop(black_box(Knees::read(&mut store, &history, &Telling::SILENT)));
    });
    let mut filled = history.clone();
    let fill_ms = part("the knee's doses", || knees.fill(black_box(&mut filled), as_of));
    let assess_ms = part("assessment with all statistics", || {
        drop(black_box(kneewise_analyse::assess(&history, as_of)));
    });
    let advise_ms = part("advice", || drop(black_box(kneewise_advise::advise(&assessment))));
    let notes_ms = part("complaints in all notes", || drop(black_box(waiting_in(&history, &decided, as_of))));
    println!("  {:<38} {:>8}     goal at most 100 ms: {}", "", "", at_most(notes_ms, 100.0));
    Ok(history_ms + read_ms + fill_ms + assess_ms + advise_ms + notes_ms)
}

fn part(name: &str, call: impl FnMut()) -> f64 {
    let ms = 1000.0 * median_s(RUNS, call);
    println!("  {name:<38} {ms:8.1} ms");
    ms
}
