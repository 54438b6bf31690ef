use kneewise_store::PackedSamples;
use kneewise_types::{ActivityId, Column, Samples};
use proptest::prelude::*;

fn id() -> ActivityId {
    ActivityId("aa".to_owned())
}

/// Equal to the last bit, also where a value is not a number.
fn bits(samples: &Samples) -> Vec<Vec<Option<u64>>> {
    let whole =
        |column: &Column<i32>| column.iter().map(|v| v.map(|v| u64::from(v.cast_unsigned()))).collect();
    let real = |column: &Column<f32>| column.iter().map(|v| v.map(|v| u64::from(v.to_bits()))).collect();
    vec![
        samples.time_ms.iter().map(|v| Some(u64::from(*v))).collect(),
        whole(&samples.latitude_e7),
        whole(&samples.longitude_e7),
        real(&samples.altitude_m),
        samples.distance_m.iter().map(|v| v.map(f64::to_bits)).collect(),
        real(&samples.speed_mps),
        real(&samples.heart_rate_bpm),
        real(&samples.cadence_spm),
        real(&samples.power_w),
        real(&samples.stance_time_ms),
        real(&samples.stance_balance_left_pct),
        real(&samples.vertical_oscillation_mm),
        real(&samples.vertical_ratio_pct),
        real(&samples.step_length_mm),
        real(&samples.temperature_c),
    ]
}

/// A column of `n`, never recorded, complete, or with gaps; every bit pattern of a value may occur.
fn column<T: Copy + Default + std::fmt::Debug>(
    n: usize,
    value: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = Column<T>> {
    let value = value.boxed();
    prop_oneof![
        1 => Just(Column::default()),
        1 => Just(Column::all_missing(n)),
        2 => prop::collection::vec(value.clone(), n).prop_map(Column::all_present),
        2 => prop::collection::vec(prop::option::of(value), n).prop_map(|values| values.into_iter().collect()),
    ]
}

fn any_samples() -> impl Strategy<Value = Samples> {
    (1_usize..200).prop_flat_map(|n| {
        let real = || {
            prop_oneof![any::<u32>().prop_map(f32::from_bits), (0_u16..2000).prop_map(|v| f32::from(v) / 5.0)]
        };
        let wide = || {
            prop_oneof![
                any::<u64>().prop_map(f64::from_bits),
                (0_u32..99_999).prop_map(|v| f64::from(v) / 100.0)
            ]
        };
        let head = (
            prop::collection::vec(any::<u32>(), n),
            column(n, any::<i32>()),
            column(n, any::<i32>()),
            column(n, real()),
            column(n, wide()),
            column(n, real()),
        );
        let tail = (column(n, real()), column(n, real()), column(n, real()), column(n, real()));
        (head, tail).prop_map(
            |((time_ms, lat, lon, altitude, distance, speed), (hr, cadence, power, other))| Samples {
                time_ms,
                latitude_e7: lat,
                longitude_e7: lon,
                altitude_m: altitude,
                distance_m: distance,
                speed_mps: speed,
                heart_rate_bpm: hr,
                cadence_spm: cadence,
                power_w: power,
                stance_time_ms: other.clone(),
                stance_balance_left_pct: other.clone(),
                vertical_oscillation_mm: other.clone(),
                vertical_ratio_pct: other.clone(),
                step_length_mm: other.clone(),
                temperature_c: other,
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn samples_come_back_to_the_last_bit(samples in any_samples()) {
        let packed = PackedSamples::new(&samples).unwrap();
        let back = packed.unpack(&id()).unwrap();
        prop_assert_eq!(bits(&back), bits(&samples));
    }

    #[test]
    fn damaged_bytes_are_an_error_or_other_samples_never_a_panic(
        samples in any_samples(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let whole = PackedSamples::new(&samples).unwrap();
        let mut bytes = whole.as_bytes().to_vec();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = PackedSamples::from_bytes(bytes.clone()).unpack(&id());
        bytes.truncate(cut.index(bytes.len()));
        let _ = PackedSamples::from_bytes(bytes).unpack(&id());
    }

    #[test]
    fn noise_is_never_a_panic(mut noise in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = PackedSamples::from_bytes(noise.clone()).unpack(&id());
        noise.insert(0, 1);
        let _ = PackedSamples::from_bytes(noise).unpack(&id());
    }
}

#[test]
fn columns_that_differ_in_length_are_refused() {
    let samples = Samples {
        time_ms: vec![0, 1000],
        heart_rate_bpm: Column::all_present(vec![120.0]),
        ..Samples::default()
    };
    assert_eq!(
        PackedSamples::new(&samples).unwrap_err().to_string(),
        "samples whose columns differ in length cannot be kept"
    );
}

#[test]
fn no_samples_take_no_room() {
    let packed = PackedSamples::new(&Samples::default()).unwrap();
    assert_eq!(packed.packed_bytes(), 0);
    assert_eq!(packed.unpack(&id()).unwrap(), Samples::default());
}
