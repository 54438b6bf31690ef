//! The model once more, slow and obvious, one sample after the other: what the kernel is compared with.

use super::dose::{Damage, Dose, KneeDose};
use super::kernel::Model;
use super::parameters::{Parameters, Structure};

/// One running sample.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    pub speed_mps: f32,
    pub cadence_spm: Option<f32>,
    pub grade: f32,
    pub seconds: f64,
}

pub(super) fn force_bw(p: &Parameters, v: f64, g: f64, rho: f64) -> f64 {
    let g = g.clamp(-0.20, 0.20);
    let hill = if g < 0.0 { (-p.downhill.value * g).exp() } else { (-p.uphill.value * g).exp() };
    let rho = rho.clamp(0.80, 1.25);
    p.reference_force_bw.value
        * (v / 3.0).powf(p.speed_exponent.value)
        * rho.powf(p.cadence_exponent.value)
        * hill
}

pub(super) fn loading_time_s(p: &Parameters, v: f64, rho: f64) -> f64 {
    p.loading_time_s.value * (v / 3.0).powf(-0.55) * rho.clamp(0.80, 1.25).powf(-0.30)
}

pub(super) fn dose(samples: &[Sample], model: &Model) -> KneeDose {
    let mut all = KneeDose::default();
    for sample in samples {
        all.add(&one(sample, model));
    }
    all
}

fn one(sample: &Sample, model: &Model) -> KneeDose {
    let v = f64::from(sample.speed_mps);
    let g = f64::from(sample.grade);
    let preferred = model.preferred.at_3_mps_spm * (v / 3.0).powf(model.preferred.exponent);
    let cadence = sample.cadence_spm.map_or(preferred, f64::from);
    let rho = cadence / preferred;
    let n = cadence / 60.0 * sample.seconds / 2.0;
    let of = |structure: Structure| {
        let p = structure.parameters();
        let modifier = if structure == Structure::Tibiofemoral { 1.0 } else { model.front_modifier };
        let f = force_bw(p, v, g, rho) * modifier;
        let x = f / p.reference_force_bw.value;
        Dose {
            peak_bw: Some(f),
            sum_bw: n * f,
            impulse_bw_s: n * f * loading_time_s(p, v, rho),
            damage_steps: Damage { m4: n * x.powf(4.0), m6: n * x.powf(6.0), m9: n * x.powf(9.0) },
        }
    };
    KneeDose {
        patellofemoral: of(Structure::Patellofemoral),
        patellar_tendon: of(Structure::PatellarTendon),
        tibiofemoral: of(Structure::Tibiofemoral),
        iliotibial_band_steps: n * rho.clamp(0.80, 1.25).powf(-1.0) * (2.0 * (-g).max(0.0)).exp(),
        running_steps: n,
        walking_steps: 0.0,
        running_s: sample.seconds,
        walking_s: 0.0,
        distance_m: v * sample.seconds,
    }
}
