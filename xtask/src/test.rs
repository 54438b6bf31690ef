//! `test`: everything CI runs. It starts a private PostgreSQL for the store's contract suite, sees to the
//! browser that the page is tried in, and says what it used.
#![expect(clippy::print_stdout, reason = "a task speaks to the person who ran it")]

use crate::{Outcome, check, chromium, corpus, postgres, run};

/// Runs the checks and all tests.
pub fn test() -> Outcome {
    check::check()?;
    let server = postgres::start();
    let mut tests = run::command(&run::cargo_program(), &["test", "--workspace", "--no-fail-fast"]);
    match &server {
        Ok(server) => {
            println!("database: SQLite in memory, SQLite on disk, PostgreSQL {}", server.version());
            tests.env("KNEEWISE_TEST_POSTGRES", server.url());
        }
        Err(line) => println!("database: SQLite in memory, SQLite on disk; PostgreSQL not used: {line}"),
    }
    match chromium::find() {
        Ok(version) => println!("browser: {version}"),
        Err(line) => println!("browser: the tests in it are skipped: {line}"),
    }
    match corpus::folder() {
        Some(_) => println!("corpus: ../shared/data"),
        None => println!("corpus: ../shared/data is not here; the tests on real files are skipped"),
    }
    let outcome = run::run(&mut tests);
    drop(server);
    match corpus::folder() {
        Some(_) => println!("tests used the corpus in ../shared/data"),
        None => println!("tests ran without the corpus"),
    }
    outcome
}
