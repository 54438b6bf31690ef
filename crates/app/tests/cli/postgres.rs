//! A server's database answers like a file.

use crate::program::assert_same;
use crate::runner::Runner;
use postgres::{Client, NoTls};
use std::process::Stdio;
use std::time::Duration;

/// An empty database on the server of the tests, removed at the end.
struct Database {
    server: String,
    name: String,
}

impl Database {
    /// `None`, with a line that says so, where no server was given.
    fn new(purpose: &str) -> Option<Self> {
        let Some(server) = std::env::var("KNEEWISE_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) else {
            eprintln!("database: PostgreSQL not given, skipped");
            return None;
        };
        let database = Self { name: format!("kneewise_cli_{purpose}_{}", std::process::id()), server };
        database.ask(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name));
        database.ask(&format!("CREATE DATABASE {}", database.name));
        Some(database)
    }

    fn ask(&self, statement: &str) {
        Client::connect(&self.server, NoTls).unwrap().batch_execute(statement).unwrap();
    }

    fn url(&self) -> String {
        let (front, query) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let (scheme, rest) = front.split_once("://").unwrap();
        let host = rest.split('/').next().unwrap();
        format!("{scheme}://{host}/{}?{query}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.ask(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

#[test]
fn import_answer_export_and_backup_are_those_of_a_file() {
    let Some(database) = Database::new("same") else { return };
    let url = database.url();
    let runner = Runner::new(15, 120);
    for place in ["file", &url] {
        runner.import(place);
    }
    for question in ["why", "activities", "load", "diary"] {
        let (file, server) = (["file", question, "--json"], [url.as_str(), question, "--json"]);
        let [file, server] = [file, server].map(|[place, rest @ ..]| runner.succeed(place, &rest));
        assert_eq!(server, file, "{question}");
    }
    let exported = runner.export("file");
    assert_same(&runner.export(&url), &exported);
    let copy = runner.path("copy.db").display().to_string();
    runner.succeed(&url, &["backup", &copy]);
    runner.succeed("moved", &["restore", &copy]);
    assert_same(&runner.export("moved"), &exported);
    runner.succeed(&url, &["erase", "--yes"]);
    runner.succeed(&url, &["restore", &copy]);
    assert_same(&runner.export(&url), &exported);
}

/// How many connections the program has to this database.
fn connections(database: &Database) -> i64 {
    count(database, "SELECT COUNT(*)")
}

/// Ends every connection of the program to this database.
fn cut_off(database: &Database) {
    count(database, "SELECT COUNT(pg_terminate_backend(pid))");
}

fn count(database: &Database, what: &str) -> i64 {
    let query = format!("{what} FROM pg_stat_activity WHERE datname = $1 AND application_name = 'kneewise'");
    let mut client = Client::connect(&database.server, NoTls).unwrap();
    client.query_one(&query, &[&database.name]).unwrap().get(0)
}

#[test]
fn a_lost_connection_is_one_line_keeps_nothing_by_halves_and_the_next_import_completes() {
    let Some(database) = Database::new("lost") else { return };
    let (url, runner) = (database.url(), Runner::new(15, 120));
    runner.import("file");
    let files = runner.path("files").display().to_string();
    let (mut moment_ms, mut lost) = (5_u64, 0);
    // Later and later, until an import is quicker than the cut.
    while moment_ms < 60_000 {
        let mut import = runner.command(&url, &["import", &files]);
        let import = import.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        while connections(&database) == 0 {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_millis(moment_ms));
        cut_off(&database);
        let output = import.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        if output.status.success() {
            break;
        }
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert_eq!(told.trim_end(), LOST, "after {moment_ms} ms");
        lost += 1;
        nothing_by_halves(&database);
        moment_ms = moment_ms * 3 / 2 + 10;
    }
    assert!(lost > 0, "no connection was cut during an import");
    runner.import(&url);
    assert_same(&runner.export(&url), &runner.export("file"));
}

const LOST: &str =
    "kneewise: the connection to the database was lost: nothing of this step was kept, run it again";

/// Every kept file has its bytes and every source its activity.
fn nothing_by_halves(database: &Database) {
    let mut client = Client::connect(&database.url(), NoTls).unwrap();
    for halves in [
        "SELECT COUNT(*) FROM original o WHERE o.unusable IS NULL AND NOT EXISTS
         (SELECT 1 FROM original_bytes b WHERE b.runner = o.runner AND b.content = o.content)",
        "SELECT COUNT(*) FROM source WHERE activity IS NULL",
        "SELECT COUNT(*) FROM source s WHERE NOT EXISTS
         (SELECT 1 FROM activity a WHERE a.runner = s.runner AND a.id = s.activity)",
    ] {
        // Before the first batch there may be no tables.
        if let Ok(row) = client.query_one(halves, &[]) {
            assert_eq!(row.get::<_, i64>(0), 0, "{halves}");
        }
    }
}
