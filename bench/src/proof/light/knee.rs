//! What an activity asked of the knee, from light samples: every step is a cell of its own.

use super::steps::{Step, steps};
use kneewise_analyse::knee::knee_digest;
use kneewise_analyse::load::motion::Motion;
use kneewise_types::knee::{CellCorrection, KNEE_MODEL_VERSION, KneeCells, KneeDigest};
use kneewise_types::{Activity, GaitDigest, Samples, SteadySegment};

/// A minute of steps, after five to warm up.
const SEGMENT: usize = 3;
const WARM_UP: usize = 15;

/// The digest of the knee; `None` off feet, and where nothing tells a speed.
pub(super) fn light_knee(activity: &Activity, samples: Option<&Samples>) -> Option<KneeDigest> {
    let Some(samples) = samples.filter(|_| activity.sport.is_running()) else {
        return knee_digest(activity, samples.unwrap_or(&Samples::default())).ok();
    };
    let steps = steps(activity, samples);
    let mut running: Vec<&Step> = steps.iter().filter(|step| step.motion == Motion::Running).collect();
    running.sort_by(|a, b| a.grade.total_cmp(&b.grade).then(a.speed_mps.total_cmp(&b.speed_mps)));
    let (told, untold) = running.into_iter().partition(|step| step.cadence_spm.is_some());
    let walking = || steps.iter().filter(|step| step.motion == Motion::Walking);
    let digest = KneeDigest {
        model_version: KNEE_MODEL_VERSION,
        told: cells(told),
        untold: cells(untold),
        correction: CellCorrection::default(),
        walking_steps: walking().map(|step| step.cadence_spm.unwrap_or(110.0) * step.length_s / 120.0).sum(),
        walking_s: walking().map(|step| step.length_s).sum(),
        walking_m: walking().map(|step| step.length_s * step.speed_mps).sum(),
        speedless_s: 0.0,
        is_grade_known: samples.altitude_m.len() == samples.len(),
        is_summary: false,
        left_stance_share: None,
        gait: Some(gait(activity, &steps)),
    };
    (!digest.told.seconds.is_empty() || !digest.untold.seconds.is_empty() || digest.walking_s > 0.0)
        .then_some(digest)
}

#[expect(clippy::cast_possible_truncation, reason = "seconds, speeds and step rates of people on foot")]
fn cells(steps: Vec<&Step>) -> KneeCells {
    KneeCells {
        seconds: steps.iter().map(|step| step.length_s as f32).collect(),
        speed_mps: steps.iter().map(|step| step.speed_mps as f32).collect(),
        cadence_spm: steps.iter().filter_map(|step| Some(step.cadence_spm? as f32)).collect(),
        grade: steps.iter().map(|step| step.grade as f32).collect(),
    }
}

fn gait(activity: &Activity, steps: &[Step]) -> GaitDigest {
    let running = || steps.iter().filter(|step| step.motion == Motion::Running);
    let mean =
        |values: Vec<f64>| (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let mean_cadence_spm = mean(running().filter_map(|step| step.cadence_spm).collect());
    let speed_mps = mean(running().map(|step| step.speed_mps).collect());
    let minutes = steps.get(WARM_UP..).unwrap_or(&[]).chunks_exact(SEGMENT);
    GaitDigest {
        id: activity.id.clone(),
        local_date: activity.local_date,
        segments: minutes.filter_map(segment).collect(),
        mean_cadence_spm,
        step_length_m: speed_mps.zip(mean_cadence_spm).map(|(mps, spm)| 60.0 * mps / spm),
        stance_time_s: None,
        duty_factor: None,
        vertical_oscillation_m: None,
        vertical_ratio: None,
        left_stance_share: None,
    }
}

fn segment(steps: &[Step]) -> Option<SteadySegment> {
    let n = steps.len() as f64;
    let runs = steps.iter().all(|step| step.motion == Motion::Running && step.idle_s <= 0.0);
    let is_flat = (steps.iter().map(|step| step.grade).sum::<f64>() / n).abs() < 0.02;
    let speed_mps = steps.iter().map(|step| step.speed_mps).sum::<f64>() / n;
    let variance = steps.iter().map(|step| (step.speed_mps - speed_mps).powi(2)).sum::<f64>() / n;
    let cadence_spm = steps.iter().map(|step| step.cadence_spm).sum::<Option<f64>>()? / n;
    (runs && is_flat && variance.sqrt() < 0.05 * speed_mps)
        .then_some(SteadySegment { speed_mps, cadence_spm })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_analyse::knee::digest_dose;
    use kneewise_analyse::knee::kernel::Model;
    use kneewise_simulate::{plan, population};

    #[test]
    fn it_agrees_with_the_knee_of_an_import() {
        for member in population::v1().take(4) {
            let life = plan(&member.scenario.with_days(120));
            for light in life.light_activities() {
                let Some(samples) = light.samples.filter(|_| light.activity.sport.is_running()) else {
                    continue;
                };
                let ours = light_knee(&light.activity, Some(&samples)).unwrap();
                let full = knee_digest(&light.activity, &samples).unwrap();
                assert_eq!(ours.is_grade_known, full.is_grade_known, "{:?}", light.activity.sport);
                let [a, b] =
                    [&ours, &full].map(|digest| digest_dose(digest, &Model::POPULATION).patellofemoral);
                for (a, b, share) in [
                    (a.impulse_bw_s, b.impulse_bw_s, 0.05),
                    (a.damage_steps.m4, b.damage_steps.m4, 0.08),
                    (a.damage_steps.m9, b.damage_steps.m9, 0.2),
                ] {
                    assert!((a - b).abs() <= share * b, "{a} light, {b} full");
                }
                let cadences =
                    |digest: &KneeDigest| digest.gait.as_ref().and_then(|gait| gait.mean_cadence_spm);
                let both = cadences(&ours).zip(cadences(&full));
                assert!(both.is_none_or(|(a, b)| (a - b).abs() < 1.5), "{both:?}");
            }
        }
    }
}
