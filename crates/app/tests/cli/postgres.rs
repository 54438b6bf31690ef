//! A server's database answers like a file.

use crate::program::assert_same;
use crate::runner::Runner;
use postgres::{Client, NoTls};

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
