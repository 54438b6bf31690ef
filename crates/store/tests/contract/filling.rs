use super::example::{bare, content};
use super::place::{Place, everywhere, on_disk};
use kneewise_store::{PackedOriginal, Store, StoreError};
use std::fs;
use std::sync::Barrier;
use std::thread;
use std::time::Duration;

fn keep(store: &mut Store, beginning: &str) -> Result<(), StoreError> {
    let file = PackedOriginal::new(&content(beginning), "a.fit", &[7; 99]).unwrap();
    store.write(|batch| batch.keep_original(&file))
}

/// Bytes in the log beside a database file.
fn logged(place: &Place) -> u64 {
    let path = format!("{}-wal", place.url.path().unwrap().display());
    fs::metadata(path).map_or(0, |log| log.len())
}

#[test]
fn a_database_that_is_filled_keeps_what_any_other_keeps() {
    everywhere(|place| {
        let mut store = place.open();
        store.begin_filling().unwrap();
        keep(&mut store, "aa").unwrap();
        let failed: Result<(), StoreError> = store.write(|batch| {
            batch.keep_source(&bare("bb", "2026-03-01"), &Default::default())?;
            Err(StoreError::DiskFull)
        });
        assert!(failed.is_err());
        assert_eq!((store.counts().unwrap().originals, store.counts().unwrap().sources), (1, 0));
        store.end_filling().unwrap();
        keep(&mut store, "cc").unwrap();
        drop(store);
        if place.is_shared {
            assert_eq!(place.open().counts().unwrap().originals, 2);
        }
    });
}

#[test]
fn only_whoever_is_alone_writes_past_the_log() {
    let place = on_disk();
    let mut store = place.open();
    store.begin_filling().unwrap();
    keep(&mut store, "aa").unwrap();
    assert_eq!(logged(&place), 0);
    store.end_filling().unwrap();
    keep(&mut store, "bb").unwrap();
    assert!(logged(&place) > 0);

    let other = place.open();
    store.begin_filling().unwrap();
    keep(&mut store, "cc").unwrap();
    assert!(logged(&place) > 0);
    assert_eq!(other.counts().unwrap().originals, 3, "read beside the writer");
}

#[test]
fn whoever_opens_a_database_that_is_being_filled_reads_what_is_kept_and_writes_after_the_batch() {
    let place = on_disk();
    let mut store = place.open();
    store.begin_filling().unwrap();
    let (begun, has_read) = (Barrier::new(2), Barrier::new(2));
    thread::scope(|scope| {
        let other = scope.spawn(|| {
            begun.wait();
            let mut other = place.open();
            assert_eq!(other.counts().unwrap().originals, 0, "the batch is not kept yet");
            has_read.wait();
            keep(&mut other, "bb").unwrap();
            assert_eq!(other.counts().unwrap().originals, 2);
        });
        let file = PackedOriginal::new(&content("aa"), "a.fit", &[7; 99]).unwrap();
        let kept: Result<(), StoreError> = store.write(|batch| {
            batch.keep_original(&file)?;
            begun.wait();
            has_read.wait();
            thread::sleep(Duration::from_millis(100));
            Ok(())
        });
        kept.unwrap();
        other.join().unwrap();
    });
    store.end_filling().unwrap();
    keep(&mut store, "cc").unwrap();
    assert_eq!(store.counts().unwrap().originals, 3);
    assert!(logged(&place) > 0, "by the log again");
}
