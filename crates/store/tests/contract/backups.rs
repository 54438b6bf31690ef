use super::activities::keep;
use super::example::{content, digest, full, profile, samples, symptom};
use super::place::{Place, everywhere};
use kneewise_store::{
    AssessmentKey, Counts, DatabaseUrl, Entry, EntryOrigin, PackedOriginal, PackedSamples, Store, StoreError,
    Unusable,
};
use kneewise_types::{Activity, History};

/// One of everything, in every table.
fn fill(store: &mut Store) {
    let watch = Activity { digest: Some(digest()), ..full("aa", "2026-03-01") };
    keep(store, &watch, &samples());
    let twin = full("bb", "2026-03-01");
    let merged = Activity { sources: [twin.sources.clone(), watch.sources.clone()].concat(), ..watch };
    let packed = PackedSamples::new(&samples()).unwrap();
    store
        .write(|batch| {
            batch.keep_original(&PackedOriginal::new(&content("aa"), "a.fit", &[1; 5000])?)?;
            batch.keep_unusable(&Unusable {
                content: content("cc"),
                path: "c.txt".to_owned(),
                size_bytes: 1,
                reason: "no format kneewise reads".to_owned(),
            })?;
            batch.keep_source(&twin, &packed)?;
            batch.put_activity(&merged, Some(&packed))?;
            let entries = [Entry::Profile(profile()), Entry::Symptom(symptom())];
            batch.keep_entries(&content("dd"), EntryOrigin::File { modified: None }, &entries)?;
            batch.keep_assessment(&answer(), "{}")
        })
        .unwrap();
}

fn answer() -> AssessmentKey {
    AssessmentKey {
        as_of: "2026-03-01".parse().unwrap(),
        model_version: "1".to_owned(),
        input_hash: content("ee"),
    }
}

fn assert_filled(store: &Store, expected: &History) {
    assert_eq!(store.history().unwrap(), *expected);
    assert_eq!(
        store.counts().unwrap(),
        Counts { originals: 1, unusable: 1, sources: 2, activities: 1, entries: 2 }
    );
    assert_eq!(store.get_original(&content("aa")).unwrap(), Some(vec![1; 5000]));
    assert_eq!(store.get_activity("bb").unwrap().unwrap().samples, samples());
    assert_eq!(store.get_assessment(&answer()).unwrap().as_deref(), Some("{}"));
    assert_eq!(store.list_unusable().unwrap().len(), 1);
}

#[test]
fn a_backup_holds_everything_and_can_be_restored_into_any_database() {
    everywhere(|place| {
        let mut store = place.open();
        fill(&mut store);
        let expected = store.history().unwrap();
        let path = place.folder.path().join("backup.db");
        store.backup(&path).unwrap();
        store.backup(&path).unwrap();
        let names: Vec<_> = std::fs::read_dir(place.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("backup"))
            .collect();
        assert_eq!(names, ["backup.db"], "no journal, no unfinished file");

        everywhere(|other| {
            let mut other = other.open();
            keep(&mut other, &full("99", "2020-01-01"), &samples());
            other.restore(&path).unwrap();
            assert_filled(&other, &expected);
            other.restore(&path).unwrap();
            assert_filled(&other, &expected);
        });
        assert_filled(&Store::open(&DatabaseUrl::file(&path)).unwrap(), &expected);
    });
}

#[test]
fn a_backup_can_be_made_during_a_batch() {
    everywhere(|place| {
        if !place.is_shared {
            return;
        }
        let mut store = place.open();
        fill(&mut store);
        let expected = store.history().unwrap();
        let path = place.folder.path().join("backup.db");
        let other = place.open();
        store
            .write(|batch| {
                batch.delete_activity(&full("aa", "2026-03-01").id)?;
                other.backup(&path)
            })
            .unwrap();
        assert_filled(&Store::open(&DatabaseUrl::file(&path)).unwrap(), &expected);
    });
}

#[test]
fn what_is_no_backup_changes_nothing() {
    everywhere(|place| {
        let mut store = place.open();
        fill(&mut store);
        let expected = store.history().unwrap();
        for (path, is_newer) in bad_backups(place) {
            let error = store.restore(&path).unwrap_err();
            let text = error.to_string();
            if is_newer {
                assert!(matches!(error, StoreError::NewerSchema { found: 99, .. }), "{text}");
            } else {
                assert_eq!(
                    text,
                    format!(
                        "`{}` is not a kneewise backup: give a file that `kneewise backup` wrote",
                        path.display()
                    )
                );
            }
            assert_filled(&store, &expected);
        }
    });
}

fn bad_backups(place: &Place) -> Vec<(std::path::PathBuf, bool)> {
    let at = |name: &str| place.folder.path().join(name);
    std::fs::write(at("letter.txt"), "no database, only a letter; ".repeat(50)).unwrap();
    std::fs::write(at("empty"), "").unwrap();
    rusqlite::Connection::open(at("other.db"))
        .unwrap()
        .execute_batch("CREATE TABLE recipe (name TEXT)")
        .unwrap();
    Store::open(&DatabaseUrl::file(&at("newer.db"))).unwrap();
    rusqlite::Connection::open(at("newer.db"))
        .unwrap()
        .execute_batch("UPDATE meta SET value = '99' WHERE key = 'schema'")
        .unwrap();
    let bad = ["letter.txt", "empty", "other.db", "missing.db"].map(|name| (at(name), false));
    bad.into_iter().chain([(at("newer.db"), true)]).collect()
}

#[test]
fn a_backup_damaged_in_the_middle_is_refused_whole() {
    everywhere(|place| {
        let mut store = place.open();
        fill(&mut store);
        let expected = store.history().unwrap();
        let path = place.folder.path().join("backup.db");
        store.backup(&path).unwrap();
        let whole = std::fs::read(&path).unwrap();
        for kept in [whole.len() / 4, whole.len() / 2, whole.len() - 4096] {
            std::fs::write(&path, &whole[..kept]).unwrap();
            let error = store.restore(&path).unwrap_err().to_string();
            assert_eq!(
                error,
                format!(
                    "`{}` is not a kneewise backup: give a file that `kneewise backup` wrote",
                    path.display()
                )
            );
            assert_filled(&store, &expected);
        }
    });
}

#[test]
fn a_backup_that_cannot_be_written_says_so() {
    everywhere(|place| {
        let store = place.open();
        if let Some(path) = place.url.path() {
            let error = store.backup(path).unwrap_err().to_string();
            assert_eq!(error, format!("cannot write `{}`: it is the database itself", path.display()));
        }
        let folder = place.folder.path().join("nowhere");
        let path = folder.join("backup.db");
        assert_eq!(
            store.backup(&path).unwrap_err().to_string(),
            format!("cannot write `{}`: the folder `{}` does not exist", path.display(), folder.display())
        );
    });
}

#[test]
fn erase_leaves_nothing() {
    everywhere(|place| {
        let mut store = place.open();
        fill(&mut store);
        let before = store.changes().unwrap();
        store.erase().unwrap();
        assert_eq!(store.history().unwrap(), History::default());
        assert_eq!(store.counts().unwrap(), Counts::default());
        assert!(store.known_contents().unwrap().is_empty());
        assert_eq!(store.get_assessment(&answer()).unwrap(), None);
        assert!(store.changes().unwrap() > before, "the count goes on");
        if let Some(path) = place.url.path() {
            let mut left = std::fs::read(path).unwrap();
            left.extend(std::fs::read(path.with_extension("db-wal")).unwrap_or_default());
            for text in ["Morning", "after the hill", "Europe/Oslo", "a/b.fit"] {
                assert!(
                    !left.windows(text.len()).any(|part| part == text.as_bytes()),
                    "`{text}` is still there"
                );
            }
        }
        fill(&mut store);
        assert_eq!(store.counts().unwrap().activities, 1, "and it can be used again");
    });
}

#[test]
fn a_backup_of_any_released_schema_can_be_restored() {
    for made_by in [include_str!("../schemas/1.sql"), include_str!("../schemas/2.sql")] {
        everywhere(|place| {
            let mut store = place.open();
            let backup = place.folder.path().join("old-backup.db");
            let _ = std::fs::remove_file(&backup);
            rusqlite::Connection::open(&backup).unwrap().execute_batch(made_by).unwrap();
            store.restore(&backup).unwrap();
            assert_eq!(store.history().unwrap().activities.len(), 1);
            assert!(store.knee_digests().unwrap().is_empty(), "made again, by today's model");
        });
    }
}
