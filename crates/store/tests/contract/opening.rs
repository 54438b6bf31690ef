use super::example::{content, full, profile, samples, shoe, strength, symptom, wellness};
use super::place::{everywhere, on_disk};
use kneewise_store::{DatabaseUrl, SCHEMA_VERSION, Store, StoreError};
use kneewise_types::Activity;
use tempfile::TempDir;

#[test]
fn opening_twice_changes_nothing() {
    everywhere(|place| {
        let store = place.open();
        assert_eq!(store.schema().unwrap(), SCHEMA_VERSION);
        if place.is_shared {
            assert_eq!(place.open().schema().unwrap(), SCHEMA_VERSION);
        }
    });
}

#[test]
fn a_newer_schema_is_refused_in_words() {
    let place = on_disk();
    drop(place.open());
    let path = place.url.path().unwrap();
    let database = rusqlite::Connection::open(path).unwrap();
    database.execute_batch("UPDATE meta SET value = '99' WHERE key = 'schema'").unwrap();
    let error = Store::open(&place.url).unwrap_err();
    assert!(matches!(error, StoreError::NewerSchema { found: 99, known: SCHEMA_VERSION, .. }));
    assert_eq!(
        error.to_string(),
        format!(
            "`{}` was written by a newer kneewise (schema 99, this one knows {SCHEMA_VERSION}): update kneewise",
            place.url
        )
    );
}

#[test]
fn what_is_not_ours_is_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let text = folder.path().join("letter.txt");
    std::fs::write(&text, "Dear runner, this is no database at all, only a long enough letter.".repeat(20))
        .unwrap();
    let url = DatabaseUrl::file(&text);
    let error = Store::open(&url).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`{url}` is not a kneewise database: give one, or a path where nothing is yet")
    );

    let other = folder.path().join("other.db");
    let database = rusqlite::Connection::open(&other).unwrap();
    database.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let url = DatabaseUrl::file(&other);
    let error = Store::open(&url).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`{url}` is not a kneewise database: give one, or a path where nothing is yet")
    );
    let tables: i64 = database.query_row("SELECT COUNT(*) FROM sqlite_master", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);
}

#[cfg(unix)]
#[test]
fn a_database_and_its_backup_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = on_disk();
    let backup = place.folder.path().join("backup.db");
    place.open().backup(&backup).unwrap();
    for path in [place.url.path().unwrap(), &backup] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_place_that_cannot_be_opened_says_why() {
    let folder = TempDir::new().unwrap();
    let nowhere = folder.path().join("nowhere");
    let url = DatabaseUrl::file(&nowhere.join("a.db"));
    assert_eq!(
        Store::open(&url).unwrap_err().to_string(),
        format!("cannot open `{url}`: the folder `{}` does not exist", nowhere.display())
    );
    let url = DatabaseUrl::file(folder.path());
    assert_eq!(Store::open(&url).unwrap_err().to_string(), format!("cannot open `{url}`: it is a folder"));

    let url: DatabaseUrl =
        format!("postgres://anna:s3cret@/runs?host={}", folder.path().display()).parse().unwrap();
    let error = Store::open(&url).unwrap_err().to_string();
    assert!(error.starts_with("cannot open `postgres://anna:***@/runs"), "{error}");
    assert!(error.ends_with(": no such file or directory"), "{error}");
}

/// A database as the first release made it must open in every later one, with all it holds.
#[test]
fn every_released_schema_is_brought_up_to_date() {
    const SCHEMAS: &[&str] = &[include_str!("../schemas/1.sql"), include_str!("../schemas/2.sql")];
    assert_eq!(i64::try_from(SCHEMAS.len()).ok(), Some(SCHEMA_VERSION), "each released schema has its file");
    for (version, made_by) in (1..).zip(SCHEMAS) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("old.db");
        rusqlite::Connection::open(&path).unwrap().execute_batch(made_by).unwrap();
        let store = Store::open(&DatabaseUrl::file(&path)).unwrap();
        assert_eq!(store.schema().unwrap(), SCHEMA_VERSION, "from schema {version}");
        let history = store.history().unwrap();
        assert_eq!(history.profile, profile());
        assert_eq!(history.symptoms, [symptom()]);
        assert_eq!(history.wellness, [wellness("2026-03-01")]);
        assert_eq!(history.shoes, [shoe()]);
        assert_eq!(history.strength, [strength(10)]);
        assert_eq!((history.screen.len(), history.tests.len()), (1, 1));
        let kept = store.get_activity("aa").unwrap().unwrap();
        assert_eq!(Activity { digest: None, ..kept.activity }, full("aa", "2026-03-01"));
        assert_eq!(kept.samples, samples());
        assert_eq!(
            store.get_original(&content("aa")).unwrap().as_deref(),
            Some(&b"the bytes of a watch file"[..])
        );
    }
}
