//! The databases the suite runs on.

use kneewise_store::{DatabaseUrl, Store};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// A database of its own for one test.
pub struct Place {
    pub url: DatabaseUrl,
    /// Whether a second handle sees the same database.
    pub is_shared: bool,
    pub folder: TempDir,
}

impl Place {
    pub fn open(&self) -> Store {
        Store::open(&self.url).unwrap()
    }
}

/// Runs one check on every database at hand.
pub fn everywhere(check: impl Fn(&Place)) {
    check(&Place { url: DatabaseUrl::memory(), is_shared: false, folder: TempDir::new().unwrap() });
    check(&on_disk());
    if let Some(server) = server() {
        let name = new_database(&server);
        let url = address(&server, &name).parse().unwrap();
        check(&Place { url, is_shared: true, folder: TempDir::new().unwrap() });
        ask(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
    }
}

pub fn on_disk() -> Place {
    let folder = TempDir::new().unwrap();
    Place { url: DatabaseUrl::file(&folder.path().join("kneewise.db")), is_shared: true, folder }
}

pub fn server() -> Option<String> {
    static SAY: Once = Once::new();
    let server = std::env::var("KNEEWISE_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    SAY.call_once(|| match server {
        Some(_) => eprintln!("database: PostgreSQL given, used"),
        None => eprintln!("database: PostgreSQL not given, skipped"),
    });
    server
}

/// Makes an empty database on the server.
pub fn new_database(server: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("kneewise_test_{}_{number}", std::process::id());
    ask(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    ask(server, &format!("CREATE DATABASE {name}"));
    name
}

pub fn ask(server: &str, statement: &str) {
    postgres::Client::connect(server, postgres::NoTls).unwrap().batch_execute(statement).unwrap();
}

/// The address of another database of the same server.
pub fn address(server: &str, name: &str) -> String {
    let (front, query) = server.split_once('?').unwrap_or((server, ""));
    let (scheme, rest) = front.split_once("://").unwrap();
    let host = rest.split('/').next().unwrap();
    format!("{scheme}://{host}/{name}?{query}")
}
