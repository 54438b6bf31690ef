//! Knee load day by day.
//!
//! What: the doses of each local day, and where recent load stands against accustomed load.
//! Formula: sums over the day's activities; kinetics of load text D7 on the damage index with m = 6.
//! Units: see [`super::dose`] and [`super::kinetics`].
//! Source: load text B, D7 (`rule`).
//! Grade: D.
//! Limits: a day of rest is 0; a day whose recording is unknown, or with a run that has no knee load, is not known.
//! Says nothing: before the first activity.

use super::dose::KneeDose;
use super::kinetics::{TissueState, states};
use super::knee_load::KneeLoad;
use super::parameters::Structure;
use crate::load::{days_between, plus_days};
use crate::order;
use kneewise_types::{ActivityId, Date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where a tissue stands, when that can be told.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tissue {
    #[serde(flatten)]
    pub state: TissueState,
    /// Recent over accustomed: a trend, never a risk.
    pub ratio: Option<f64>,
}

/// The tissues of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Tissues {
    pub patellofemoral: Option<Tissue>,
    pub patellar_tendon: Option<Tissue>,
    pub tibiofemoral: Option<Tissue>,
}

/// One local day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KneeDay {
    pub date: Date,
    /// Whether all of the day is known; a day of rest is.
    pub is_known: bool,
    pub activities: Vec<ActivityId>,
    /// What is known of the day.
    #[serde(flatten)]
    pub dose: KneeDose,
    pub tissue: Tissues,
}

/// Longest series, days: a wrong clock must not make years of empty days.
const LONGEST_DAYS: i64 = 60 * 366;

/// Every day from the first load to `to`; `unknown` are the days that cannot be told fully.
#[must_use]
pub fn days(loads: &[&KneeLoad], unknown: &BTreeSet<Date>, to: Date) -> Vec<KneeDay> {
    let mut by_day: BTreeMap<Date, Vec<&KneeLoad>> = BTreeMap::new();
    for load in loads.iter().filter(|load| load.local_date <= to) {
        by_day.entry(load.local_date).or_default().push(load);
    }
    let Some(first) = by_day.keys().next().copied() else { return Vec::new() };
    let first = first.max(plus_days(to, -LONGEST_DAYS));
    let mut days: Vec<KneeDay> = (0..=days_between(first, to))
        .map(|n| {
            let date = plus_days(first, n);
            day(date, by_day.remove(&date).unwrap_or_default(), !unknown.contains(&date))
        })
        .collect();
    add_tissue(&mut days);
    days
}

/// INVARIANT: sums in order of ids, whatever the order of the activities.
fn day(date: Date, mut loads: Vec<&KneeLoad>, is_known: bool) -> KneeDay {
    order::sort_by(&mut loads, |a, b| a.id.cmp(&b.id));
    let mut dose = KneeDose::default();
    for load in &loads {
        dose.add(&load.dose());
    }
    let activities = loads.into_iter().map(|load| load.id.clone()).collect();
    KneeDay { date, is_known, activities, dose, tissue: Tissues::default() }
}

fn add_tissue(days: &mut [KneeDay]) {
    let daily = |of: fn(&KneeDose) -> f64| -> Vec<Option<f64>> {
        days.iter().map(|day| day.is_known.then(|| of(&day.dose))).collect()
    };
    let front = states(Structure::Patellofemoral, &daily(|dose| dose.patellofemoral.damage_steps.m6));
    let tendon = states(Structure::PatellarTendon, &daily(|dose| dose.patellar_tendon.damage_steps.m6));
    let tibial = states(Structure::Tibiofemoral, &daily(|dose| dose.tibiofemoral.damage_steps.m6));
    let told = |state: Option<TissueState>| state.map(|state| Tissue { state, ratio: state.ratio() });
    for (((day, front), tendon), tibial) in days.iter_mut().zip(front).zip(tendon).zip(tibial) {
        day.tissue = Tissues {
            patellofemoral: told(front),
            patellar_tendon: told(tendon),
            tibiofemoral: told(tibial),
        };
    }
}
