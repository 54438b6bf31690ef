//! The answer on ten simulated years: in-process, and as a command with its start.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use jiff::civil::date;
use kneewise_bench::{at_most, history, median_s, process};
use kneewise_store::{DatabaseUrl, Store};
use std::fs;
use std::io;
use std::process::Command;

fn main() -> io::Result<()> {
    let folder = history::folder()?;
    let kneewise = process::kneewise()?;
    let path = history::target().join("bench").join("why.db");
    if !path.is_file() {
        let url = format!("sqlite:{}", path.display());
        process::run(Command::new(&kneewise).args(["--database", &url, "--quiet", "import"]).arg(&folder))?;
    }
    let store = Store::open(&DatabaseUrl::file(&path)).map_err(io::Error::other)?;
    let as_of = date(2026, 10, 1);
    let history_s = median_s(9, || {
        std::hint::black_box(store.history().ok());
    });
    let history = store.history().map_err(io::Error::other)?;
    println!("why: {} activities, {} diary entries", history.activities.len(), history.symptoms.len());
    let answer_s = median_s(9, || {
        let assessment = kneewise_analyse::assess(&history, as_of);
        std::hint::black_box(kneewise_advise::advise(&assessment));
    });
    let both_ms = (history_s + answer_s) * 1000.0;
    println!("  history from the store                 {:8.1} ms", history_s * 1000.0);
    println!("  assessment and advice                  {:8.1} ms", answer_s * 1000.0);
    println!(
        "  in-process, both                       {both_ms:8.1} ms  goal at most 100: {}",
        at_most(both_ms, 100.0)
    );
    let url = format!("sqlite:{}", path.display());
    let command_ms = 1000.0
        * median_s(9, || {
            let mut command = Command::new(&kneewise);
            command.args(["--database", &url, "--as-of", "2026-10-01", "why", "--json"]);
            std::hint::black_box(process::run(&mut command).ok());
        });
    println!(
        "  as a command, start included           {command_ms:8.1} ms  goal at most 300: {}",
        at_most(command_ms, 300.0)
    );
    let size = fs::metadata(&path)?.len() / 1_048_576;
    println!("  database                               {size:8} MB");
    Ok(())
}
