//! Settings are kept by name, replaced and removed, and stay out of backups and of `erase`.

use super::place::everywhere;
use kneewise_store::StoreError;

#[test]
fn settings_are_kept_by_name() {
    everywhere(|place| {
        let mut store = place.open();
        let before = store.changes().unwrap();
        store
            .write::<_, StoreError>(|batch| {
                batch.keep_setting("language", Some("de"))?;
                batch.keep_setting("first_weekday", Some("sunday"))
            })
            .unwrap();
        assert_ne!(store.changes().unwrap(), before, "a page that shows settings must notice");
        assert_eq!(store.setting("language").unwrap().as_deref(), Some("de"));
        store
            .write::<_, StoreError>(|batch| {
                batch.keep_setting("language", Some("en"))?;
                batch.keep_setting("first_weekday", None)
            })
            .unwrap();
        store.erase().unwrap();
        let found: Vec<_> = store.settings().unwrap().into_iter().collect();
        assert_eq!(found, [("language".to_owned(), "en".to_owned())]);
    });
}

#[test]
fn the_count_of_changes_never_returns_to_a_number_it_had() {
    everywhere(|place| {
        let mut store = place.open();
        let copy = place.folder.path().join("copy.db");
        let touch = |batch: &kneewise_store::Writing<'_>| batch.keep_setting("x", Some("y"));
        store.write::<_, StoreError>(touch).unwrap();
        store.backup(&copy).unwrap();
        let mut seen = vec![store.changes().unwrap()];
        store.restore(&copy).unwrap();
        seen.push(store.changes().unwrap());
        store.erase().unwrap();
        seen.push(store.changes().unwrap());
        store.write::<_, StoreError>(touch).unwrap();
        seen.push(store.changes().unwrap());
        let mut distinct = seen.clone();
        distinct.dedup();
        assert_eq!(seen, distinct);
        assert!(seen.is_sorted(), "{seen:?}");
    });
}
