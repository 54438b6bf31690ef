use super::activities::keep;
use super::example::{bare, full, samples};
use super::place::everywhere;
use kneewise_store::{KneeOutcome, Store};
use kneewise_types::knee::{CellCorrection, KNEE_MODEL_VERSION, KneeCells};
use kneewise_types::{ActivityId, GaitDigest, KneeDigest, NoKneeLoad, Samples, SteadySegment};

fn digest(id: &ActivityId) -> KneeDigest {
    let cells = |cadence: Vec<f32>| KneeCells {
        seconds: vec![600.0, 12.5],
        speed_mps: vec![2.9, 3.125],
        cadence_spm: cadence,
        grade: vec![-0.04, 0.0],
    };
    KneeDigest {
        model_version: KNEE_MODEL_VERSION,
        told: cells(vec![168.0, 171.5]),
        untold: cells(vec![]),
        correction: CellCorrection { iliotibial_band: 1.0625, ..CellCorrection::default() },
        walking_steps: 55.0,
        walking_s: 60.0,
        walking_m: 84.0,
        speedless_s: 3.0,
        is_grade_known: true,
        is_summary: false,
        left_stance_share: Some(0.5125),
        gait: Some(GaitDigest {
            id: id.clone(),
            local_date: "2026-03-01".parse().unwrap(),
            segments: vec![SteadySegment { speed_mps: 2.9, cadence_spm: 168.0 }],
            mean_cadence_spm: Some(167.5),
            step_length_m: Some(1.04),
            stance_time_s: None,
            duty_factor: None,
            vertical_oscillation_m: None,
            vertical_ratio: None,
            left_stance_share: Some(0.5125),
        }),
    }
}

fn put(store: &mut Store, id: &ActivityId, outcome: &KneeOutcome) {
    store.write(|batch| batch.put_knee_digest(id, outcome)).unwrap();
}

#[test]
fn what_was_kept_for_the_knee_comes_back_as_it_went_in() {
    everywhere(|place| {
        let mut store = place.open();
        let (run, still) = (full("aa", "2026-03-01"), bare("bb", "2026-03-02"));
        keep(&mut store, &run, &samples());
        keep(&mut store, &still, &Samples::default());
        assert!(store.knee_digests().unwrap().is_empty());
        put(&mut store, &run.id, &Err(NoKneeLoad::NoSpeed));
        put(&mut store, &run.id, &Ok(digest(&run.id)));
        put(&mut store, &still.id, &Err(NoKneeLoad::NoSteps));
        let kept = store.knee_digests().unwrap();
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[&run.id], Ok(digest(&run.id)));
        assert_eq!(kept[&still.id], Err(NoKneeLoad::NoSteps));
    });
}

#[test]
fn an_activity_that_changes_or_goes_takes_it_along() {
    everywhere(|place| {
        let mut store = place.open();
        let run = full("aa", "2026-03-01");
        keep(&mut store, &run, &samples());
        put(&mut store, &run.id, &Ok(digest(&run.id)));
        store.write(|batch| batch.put_activity(&run, None)).unwrap();
        assert!(store.knee_digests().unwrap().is_empty(), "put again: to be asked again");
        put(&mut store, &run.id, &Ok(digest(&run.id)));
        store.write(|batch| batch.delete_activity(&run.id)).unwrap();
        assert!(store.knee_digests().unwrap().is_empty());
        put(&mut store, &run.id, &Ok(digest(&run.id)));
        store.erase().unwrap();
        assert!(place.open().knee_digests().unwrap().is_empty() || !place.is_shared);
    });
}

#[test]
fn packed_samples_are_those_of_the_activity() {
    everywhere(|place| {
        let mut store = place.open();
        let (run, bare) = (full("aa", "2026-03-01"), bare("bb", "2026-03-02"));
        keep(&mut store, &run, &samples());
        keep(&mut store, &bare, &Samples::default());
        assert_eq!(store.packed_samples(&run.id).unwrap().unpack(&run.id).unwrap(), samples());
        assert!(store.packed_samples(&bare.id).unwrap().is_empty());
        store
            .write(|batch| {
                assert_eq!(batch.packed_samples(&run.id)?.unpack(&run.id)?, samples());
                Ok::<(), kneewise_store::StoreError>(())
            })
            .unwrap();
    });
}
