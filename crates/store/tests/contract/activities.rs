use super::example::{bare, date, digest, full, samples, seconds};
use super::place::everywhere;
use kneewise_store::{ActivityFilter, PackedSamples, Store, StoreError};
use kneewise_types::{Activity, ActivityId, ActivitySource, Samples, SourceKind};

/// Keeps an outing with one source.
pub fn keep(store: &mut Store, activity: &Activity, samples: &Samples) {
    let packed = PackedSamples::new(samples).unwrap();
    store
        .write(|batch| {
            batch.keep_source(activity, &packed)?;
            batch.put_activity(activity, None)
        })
        .unwrap();
}

#[test]
fn an_activity_comes_back_as_it_went_in() {
    everywhere(|place| {
        let mut store = place.open();
        let rich = Activity { digest: Some(digest()), ..full("aa", "2026-03-01") };
        keep(&mut store, &rich, &samples());
        let poor = bare("bb", "2026-03-02");
        keep(&mut store, &poor, &Samples::default());

        let kept = store.get_activity("aa0000000000").unwrap().unwrap();
        assert_eq!(kept.activity, rich);
        assert_eq!(kept.samples, samples());
        let kept = store.get_activity("bb").unwrap().unwrap();
        assert_eq!(kept.activity, poor);
        assert!(kept.samples.is_empty());
        assert_eq!(store.list_activities(&ActivityFilter::default()).unwrap(), [rich.clone(), poor.clone()]);
        assert_eq!(store.history().unwrap().activities, [rich, poor]);
    });
}

#[test]
fn a_merged_activity_has_its_own_samples_and_answers_to_every_source() {
    everywhere(|place| {
        let mut store = place.open();
        let watch = full("bb", "2026-03-01");
        let mut phone = bare("aa", "2026-03-01");
        phone.sources[0].kind = SourceKind::Gpx;
        keep(&mut store, &watch, &samples());
        let merged = Activity {
            id: ActivityId(phone.id.0.clone()),
            elapsed: seconds(4000.0),
            sources: vec![watch.sources[0].clone(), phone.sources[0].clone()],
            ..watch.clone()
        };
        let mut other = samples();
        other.heart_rate_bpm = other.time_ms.iter().map(|_| Some(150.0)).collect();
        let packed = PackedSamples::new(&other).unwrap();
        store
            .write(|batch| {
                batch.keep_source(&phone, &PackedSamples::default())?;
                let near = batch.sources_between(date("2026-02-28"), date("2026-03-02"))?;
                assert_eq!(near.len(), 2);
                assert_eq!(near[0].activity, phone);
                assert_eq!(near[0].merged_into, None);
                assert_eq!(near[1].activity, watch);
                assert_eq!(near[1].merged_into.as_ref(), Some(&watch.id));
                assert_eq!(batch.source_samples(&watch.id)?, samples());
                assert!(batch.source_samples(&phone.id)?.is_empty());
                assert!(batch.sources_between(date("2026-03-02"), date("2026-03-09"))?.is_empty());
                batch.delete_activity(&watch.id)?;
                batch.put_activity(&merged, Some(&packed))
            })
            .unwrap();

        for id in ["aa", "bb", "aa0000000000", "bb0000000000"] {
            let kept = store.get_activity(id).unwrap().unwrap();
            assert_eq!(kept.activity, merged, "by {id}");
            assert_eq!(kept.samples, other);
        }
        assert_eq!(store.counts().unwrap().activities, 1);
        assert_eq!(store.counts().unwrap().sources, 2);
    });
}

#[test]
fn a_beginning_must_be_long_enough_and_harmless() {
    everywhere(|place| {
        let mut store = place.open();
        for (number, beginning) in (1..).zip(["ab1", "ab2"]) {
            keep(&mut store, &bare(beginning, &format!("2026-03-0{number}")), &Samples::default());
        }
        assert!(store.get_activity("ab1").unwrap().is_some());
        assert!(store.get_activity("cd").unwrap().is_none());
        for nothing in ["", "%", "_", "a%", "ab_", "' OR 1=1"] {
            assert!(store.get_activity(nothing).unwrap().is_none(), "{nothing:?}");
        }
        let error = store.get_activity("ab").unwrap_err();
        assert_eq!(error.to_string(), "2 activities begin with `ab`: give more of the id");
    });
}

#[test]
fn a_part_whose_id_begins_another_id_is_still_found_exactly() {
    everywhere(|place| {
        let mut store = place.open();
        let first = bare("aa", "2026-03-01");
        let second = Activity {
            id: ActivityId(format!("{}-1", first.id.0)),
            sources: vec![ActivitySource { part: 1, ..first.sources[0].clone() }],
            ..bare("aa", "2026-03-01")
        };
        keep(&mut store, &first, &Samples::default());
        keep(&mut store, &second, &Samples::default());
        assert_eq!(store.get_activity(&first.id.0).unwrap().unwrap().activity, first);
        assert_eq!(store.get_activity(&second.id.0).unwrap().unwrap().activity, second);
    });
}

#[test]
fn the_list_can_be_narrowed() {
    everywhere(|place| {
        let mut store = place.open();
        for day in 1..=5 {
            keep(&mut store, &bare(&format!("a{day}"), &format!("2026-03-0{day}")), &Samples::default());
        }
        let days = |filter: ActivityFilter| -> Vec<i8> {
            store.list_activities(&filter).unwrap().iter().map(|activity| activity.local_date.day()).collect()
        };
        let from = Some(date("2026-03-02"));
        let to = Some(date("2026-03-04"));
        assert_eq!(days(ActivityFilter { from, to, at_most: None }), [2, 3, 4]);
        assert_eq!(days(ActivityFilter { from, to: None, at_most: None }), [2, 3, 4, 5]);
        assert_eq!(days(ActivityFilter { from, to, at_most: Some(2) }), [3, 4]);
    });
}

#[test]
fn an_activity_without_its_source_is_refused() {
    everywhere(|place| {
        let mut store = place.open();
        let activity = bare("aa", "2026-03-01");
        let error = store.write(|batch| batch.put_activity(&activity, None)).unwrap_err();
        assert_eq!(error.to_string(), "activity `aa0000000000` has no kept source");
        assert_eq!(store.counts().unwrap().activities, 0);
        let homeless = Activity { sources: Vec::new(), ..activity };
        let error = store.write(|batch| batch.keep_source(&homeless, &PackedSamples::default())).unwrap_err();
        assert!(matches!(error, StoreError::NoSource { .. }));
    });
}

#[test]
fn digests_of_older_formulas_are_listed_hidden_and_replaced() {
    everywhere(|place| {
        let mut store = place.open();
        let mut old = full("aa", "2026-03-01");
        old.digest = Some(kneewise_types::SampleDigest { version: 0, ..digest() });
        keep(&mut store, &old, &samples());
        keep(&mut store, &full("bb", "2026-03-02"), &samples());
        keep(&mut store, &bare("cc", "2026-03-03"), &Samples::default());
        let current = Activity { digest: Some(digest()), ..full("dd", "2026-03-04") };
        keep(&mut store, &current, &samples());

        let stale = store.stale_digests().unwrap();
        assert_eq!(stale, [old.id.clone(), full("bb", "2026-03-02").id]);
        assert_eq!(store.get_activity("aa").unwrap().unwrap().activity.digest, None);
        store.write(|batch| stale.iter().try_for_each(|id| batch.put_digest(id, &digest()))).unwrap();
        assert!(store.stale_digests().unwrap().is_empty());
        assert_eq!(store.get_activity("aa").unwrap().unwrap().activity.digest, Some(digest()));
    });
}

#[test]
fn what_looks_like_sql_or_ends_a_text_early_is_kept_as_text() {
    everywhere(|place| {
        let mut store = place.open();
        let activity = Activity {
            title: Some("x'); DROP TABLE activity; --".to_owned()),
            description: Some("$1 ? :name".to_owned()),
            private_note: Some("before\0after".to_owned()),
            ..bare("aa", "2026-03-01")
        };
        keep(&mut store, &activity, &Samples::default());
        let kept = store.get_activity("aa").unwrap().unwrap().activity;
        assert_eq!(kept.title, activity.title);
        assert_eq!(kept.description, activity.description);
        // PostgreSQL cannot keep a zero character: both databases keep the replacement character instead.
        assert_eq!(kept.private_note.as_deref(), Some("before\u{fffd}after"));
    });
}
