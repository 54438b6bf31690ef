use super::example::content;
use super::place::everywhere;
use kneewise_store::{Original, PackedOriginal, Unusable};

#[test]
fn an_original_comes_back_byte_for_byte() {
    everywhere(|place| {
        let mut store = place.open();
        let files: [(&str, Vec<u8>); 3] =
            [("aa", Vec::new()), ("bb", (0..=255).cycle().take(200_000).collect()), ("cc", vec![7; 99])];
        for (beginning, bytes) in &files {
            let packed = PackedOriginal::new(&content(beginning), "runs/one.fit", bytes).unwrap();
            store.write(|batch| batch.keep_original(&packed)).unwrap();
        }
        for (beginning, bytes) in &files {
            assert_eq!(store.get_original(&content(beginning)).unwrap().as_ref(), Some(bytes));
        }
        assert_eq!(store.get_original(&content("dd")).unwrap(), None);
        let listed = store.list_originals().unwrap();
        assert_eq!(listed.len(), 3);
        assert_eq!(
            listed[1],
            Original { content: content("bb"), path: "runs/one.fit".to_owned(), size_bytes: 200_000 }
        );
    });
}

#[test]
fn what_was_met_is_known_usable_or_not() {
    everywhere(|place| {
        let mut store = place.open();
        let file = PackedOriginal::new(&content("aa"), "z.fit", b"run").unwrap();
        let same = PackedOriginal::new(&content("aa"), "b.fit", b"run").unwrap();
        let unusable = Unusable {
            content: content("bb"),
            path: "notes.txt".to_owned(),
            size_bytes: 12,
            reason: "not a format kneewise reads".to_owned(),
        };
        store
            .write(|batch| {
                assert!(!batch.is_known(&content("aa"))?);
                batch.keep_original(&file)?;
                batch.keep_original(&same)?;
                batch.keep_unusable(&unusable)?;
                assert!(batch.is_known(&content("aa"))?);
                batch.is_known(&content("bb"))
            })
            .unwrap();
        let known = store.known_contents().unwrap();
        assert_eq!(known.len(), 2);
        assert!(known.contains(&content("aa")) && known.contains(&content("bb")));
        assert_eq!(store.list_unusable().unwrap(), [unusable]);
        let kept = store.list_originals().unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].path, "b.fit", "the smaller of two names, whichever came first");
    });
}
