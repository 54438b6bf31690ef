//! Exposures of the knee's own load: damage, impulse, recent over accustomed, step rate.
//!
//! Source: load text D2, D6, D7, key `rule`, grade D. Says nothing: on days with a run whose knee load is not known.

use super::{Series, rolling};
use crate::causes::case::Case;
use crate::knee::Structure;
use crate::knee::kinetics::states;
use crate::order;
use crate::own_data::timeline::Timeline;
use kneewise_types::KneeSummary;
use kneewise_types::own_data::Exposure;
use std::collections::BTreeMap;

/// Days over whose runs the step rate is averaged.
const STEP_RATE_DAYS: usize = 7;

pub(super) fn series(case: &Case<'_>, timeline: Timeline) -> Vec<Series> {
    if case.history.knee.is_empty() {
        return Vec::new();
    }
    let days = Days::new(case, timeline);
    let of = |get: fn(&KneeSummary) -> f64| days.sums(get);
    let damage = of(|knee| knee.dose.patellofemoral.damage_steps.m6);
    let tissue = states(Structure::Patellofemoral, &damage);
    let ratio = tissue.into_iter().map(|state| state.and_then(|state| state.ratio())).collect();
    let variants = vec![
        of(|knee| knee.dose.patellofemoral.damage_steps.m4),
        of(|knee| knee.dose.patellofemoral.damage_steps.m9),
    ];
    vec![
        Series { variants, ..Series::new(Exposure::KneeDamage, damage) },
        Series::new(Exposure::KneeImpulse, of(|knee| knee.dose.patellofemoral.impulse_bw_s)),
        Series::new(Exposure::KneeRatio, ratio),
        Series::new(Exposure::SlowStepRate, rolling::mean(&days.slowness(), STEP_RATE_DAYS, 1)),
    ]
}

/// How far below the preferred step rate the runs of each day were; empty without knee loads.
pub(super) fn slow_days(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    if case.history.knee.iter().all(|knee| knee.mean_rho.is_none()) {
        return Vec::new();
    }
    Days::new(case, timeline).slowness()
}

/// Knee loads by day.
struct Days<'a> {
    /// 0 on days without a run; missing where recording is unknown or a run has no knee load.
    known: Vec<Option<f64>>,
    loads: Vec<Vec<&'a KneeSummary>>,
}

impl<'a> Days<'a> {
    fn new(case: &'a Case<'_>, timeline: Timeline) -> Self {
        let mut known: Vec<Option<f64>> =
            case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| 0.0)).collect();
        let by_activity: BTreeMap<_, _> =
            case.history.knee.iter().map(|knee| (&knee.activity, knee)).collect();
        let mut loads: Vec<Vec<&KneeSummary>> = timeline.filled(Vec::new());
        for activity in &case.history.activities {
            let Some(at) = timeline.position(activity.local_date) else { continue };
            match (by_activity.get(&activity.id), loads.get_mut(at), known.get_mut(at)) {
                (Some(knee), Some(day), _) => day.push(knee),
                (None, _, Some(day)) if activity.sport.is_running() => *day = None,
                _ => {}
            }
        }
        // INVARIANT: sums in one order, whatever the order of the activities.
        for day in &mut loads {
            order::sort_by(day, |a, b| a.activity.cmp(&b.activity));
        }
        Self { known, loads }
    }

    fn sums(&self, get: fn(&KneeSummary) -> f64) -> Vec<Option<f64>> {
        let days = self.known.iter().zip(&self.loads);
        days.map(|(known, loads)| known.map(|_| loads.iter().map(|knee| get(knee)).sum())).collect()
    }

    /// How far below the preferred step rate the runs of a day were; missing on days without such a run.
    fn slowness(&self) -> Vec<Option<f64>> {
        let of_day = |loads: &Vec<&KneeSummary>| {
            let told: Vec<f64> = loads.iter().filter_map(|knee| knee.mean_rho).collect();
            crate::calendar::mean(&told).map(|rho| 1.0 - rho)
        };
        self.loads.iter().map(of_day).collect()
    }
}
