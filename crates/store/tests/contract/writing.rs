use super::activities::keep;
use super::example::{bare, content, date};
use super::place::{Place, everywhere};
use kneewise_store::{AssessmentKey, Counts, PackedOriginal, PackedSamples, Store, StoreError};
use kneewise_types::Samples;
use std::thread;

#[test]
fn a_batch_that_fails_or_dies_leaves_nothing() {
    everywhere(|place| {
        let mut store = place.open();
        let before = store.changes().unwrap();
        let file = PackedOriginal::new(&content("aa"), "a.fit", b"run").unwrap();
        let failed: Result<(), StoreError> = store.write(|batch| {
            batch.keep_original(&file)?;
            batch.keep_source(&bare("aa", "2026-03-01"), &PackedSamples::default())?;
            Err(StoreError::DiskFull)
        });
        assert!(matches!(failed, Err(StoreError::DiskFull)));
        let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            store.write(|batch| -> Result<(), StoreError> {
                batch.keep_original(&file)?;
                panic!("as if killed");
            })
        }));
        assert!(died.is_err());
        assert_eq!(store.counts().unwrap(), Counts::default());
        assert_eq!(store.changes().unwrap(), before);
        store.write(|batch| batch.keep_original(&file)).unwrap();
        assert_eq!(store.counts().unwrap().originals, 1);
    });
}

/// What an import does, file by file: ask, then keep.
fn import(place: &Place) -> usize {
    let mut store = Store::open(&place.url).unwrap();
    let mut added = 0;
    for number in 0..40 {
        let beginning = format!("{number:04}");
        let activity = bare(&beginning, "2026-03-01");
        let file = PackedOriginal::new(&content(&beginning), "a.fit", beginning.as_bytes()).unwrap();
        added += store
            .write(|batch| {
                if batch.is_known(&content(&beginning))? {
                    return Ok::<usize, StoreError>(0);
                }
                batch.keep_original(&file)?;
                batch.keep_source(&activity, &PackedSamples::default())?;
                batch.put_activity(&activity, None)?;
                Ok(1)
            })
            .unwrap();
    }
    added
}

#[test]
fn two_imports_at_once_finish_without_duplicates() {
    everywhere(|place| {
        if !place.is_shared {
            return;
        }
        // Neither has opened the database before: making the schema is part of the race.
        let added: usize = thread::scope(|scope| {
            let both = [scope.spawn(|| import(place)), scope.spawn(|| import(place))];
            both.map(|one| one.join().unwrap()).into_iter().sum()
        });
        assert_eq!(added, 40);
        let counts = place.open().counts().unwrap();
        assert_eq!((counts.originals, counts.sources, counts.activities), (40, 40, 40));
    });
}

#[test]
fn a_reader_is_not_held_up_by_a_writer() {
    everywhere(|place| {
        if !place.is_shared {
            return;
        }
        let mut store = place.open();
        keep(&mut store, &bare("aa", "2026-03-01"), &Samples::default());
        let reader = place.open();
        store
            .write(|batch| {
                batch.delete_activity(&bare("aa", "2026-03-01").id)?;
                assert_eq!(reader.history()?.activities.len(), 1);
                let second = place.open();
                assert_eq!(second.counts()?.activities, 1);
                Ok::<(), StoreError>(())
            })
            .unwrap();
        assert_eq!(reader.history().unwrap().activities.len(), 0);
    });
}

#[test]
fn every_batch_changes_the_count_of_changes() {
    everywhere(|place| {
        let mut store = place.open();
        assert_eq!(store.changes().unwrap(), Some(0));
        keep(&mut store, &bare("aa", "2026-03-01"), &Samples::default());
        assert_eq!(store.changes().unwrap(), Some(1));
    });
}

#[test]
fn an_answer_is_kept_for_its_model_and_input_only() {
    everywhere(|place| {
        let mut store = place.open();
        let key = AssessmentKey {
            as_of: date("2026-03-01"),
            model_version: "1".to_owned(),
            input_hash: content("aa"),
        };
        assert_eq!(store.get_assessment(&key).unwrap(), None);
        store.write(|batch| batch.keep_assessment(&key, "{}")).unwrap();
        store.write(|batch| batch.keep_assessment(&key, "{\"a\":1}")).unwrap();
        assert_eq!(store.get_assessment(&key).unwrap().as_deref(), Some("{\"a\":1}"));
        let other = AssessmentKey { model_version: "2".to_owned(), ..key };
        assert_eq!(store.get_assessment(&other).unwrap(), None);
    });
}
