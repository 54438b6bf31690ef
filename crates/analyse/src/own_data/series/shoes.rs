//! Exposures of footwear: a new pair, a worn pair, one certain pair.
//!
//! Source: load text F2 (new pair), clinical text E.3 (wear), key `rule`, grade D.
//! Says nothing: on days with a run whose pair is not named.

use super::{Series, presence};
use crate::causes::case::Case;
use crate::order;
use crate::own_data::timeline::Timeline;
use crate::shoes::wear::{surface_factor, wear};
use kneewise_types::Shoe;
use kneewise_types::own_data::Exposure;

/// A pair is new for its first two weeks (load text F2).
const NEW_DAYS: usize = 14;
/// A pair first seen sooner than this after the first named run was there before.
const SETTLED_DAYS: usize = 28;
const WORN: f64 = 1.0;
/// Pairs with fewer of the named runs than this are not compared; nor are more than so many pairs.
const LEAST_SHARE: f64 = 0.1;
const MOST_PAIRS: usize = 4;

pub(super) fn series(case: &Case<'_>, timeline: Timeline) -> Vec<Series> {
    let days = Days::new(case, timeline);
    let mut all = vec![
        Series::new(Exposure::NewPair, new_pair(case, timeline, &days)),
        Series::new(Exposure::WornPair, worn_pair(case, timeline, &days)),
    ];
    all.extend(certain_pairs(case, timeline, &days));
    all
}

/// Which days have their pairs named.
struct Days {
    /// 0 on days that are known, rest days among them.
    known: Vec<Option<f64>>,
    first_named: Option<usize>,
    named_runs: usize,
}

impl Days {
    fn new(case: &Case<'_>, timeline: Timeline) -> Self {
        let mut known: Vec<Option<f64>> =
            case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| 0.0)).collect();
        let (mut first_named, mut named_runs) = (None, 0);
        for run in case.rack.all_runs() {
            let Some(at) = timeline.position(run.activity.local_date) else { continue };
            if run.pair.is_some() {
                first_named = first_named.or(Some(at));
                named_runs += 1;
            } else if let Some(day) = known.get_mut(at) {
                *day = None;
            }
        }
        let from = first_named.unwrap_or(timeline.days);
        for day in known.iter_mut().take(from) {
            *day = None;
        }
        Self { known, first_named, named_runs }
    }
}

fn new_pair(case: &Case<'_>, timeline: Timeline, days: &Days) -> Vec<Option<f64>> {
    let mut values = days.known.clone();
    let Some(first) = days.first_named else { return values };
    for pair in &case.rack.pairs {
        let Some(start) = pair.first_used.and_then(|date| timeline.position(date)) else { continue };
        if start < first + SETTLED_DAYS {
            continue;
        }
        for value in values.iter_mut().skip(start).take(NEW_DAYS).flatten() {
            *value = 1.0;
        }
    }
    // Before that nobody can tell a new pair from one that was there.
    for value in values.iter_mut().take(first + SETTLED_DAYS) {
        *value = None;
    }
    values
}

fn worn_pair(case: &Case<'_>, timeline: Timeline, days: &Days) -> Vec<Option<f64>> {
    let mut values = days.known.clone();
    let mass_kg = case.mass_kg();
    let start =
        |shoe: Option<&Shoe>| shoe.and_then(|shoe| shoe.start_distance).map_or(0.0, |start| start.as_km());
    let mut used: Vec<(f64, f64)> =
        case.rack.pairs.iter().map(|pair| start(pair.shoe)).map(|km| (km, km)).collect();
    for run in case.rack.all_runs() {
        let Some(pair) = run.pair else { continue };
        let (Some(of), Some((km, weighted))) = (case.rack.pairs.get(pair), used.get_mut(pair)) else {
            continue;
        };
        *km += run.distance_m / 1000.0;
        *weighted += run.distance_m / 1000.0 * surface_factor(run.activity);
        let surface = if *km > 0.0 { *weighted / *km } else { 1.0 };
        let unnamed = Shoe::named(String::new());
        let is_worn = wear(of.shoe.unwrap_or(&unnamed), *km, mass_kg, surface) >= WORN;
        let day = timeline.position(run.activity.local_date).and_then(|at| values.get_mut(at));
        if let Some(Some(value)) = day {
            *value = value.max(presence(is_worn));
        }
    }
    values
}

/// One series for each of the pairs most used, when there are at least two.
fn certain_pairs(case: &Case<'_>, timeline: Timeline, days: &Days) -> Vec<Series> {
    let mut runs = vec![0_usize; case.rack.pairs.len()];
    for run in case.rack.all_runs() {
        if let Some(count) = run.pair.and_then(|pair| runs.get_mut(pair)) {
            *count += 1;
        }
    }
    let least = LEAST_SHARE * crate::calendar::real(days.named_runs);
    let mut often: Vec<(usize, usize)> = runs.into_iter().enumerate().collect();
    often.retain(|(_, runs)| *runs > 0 && crate::calendar::real(*runs) >= least);
    order::sort_by_key(&mut often, |(pair, runs)| (std::cmp::Reverse(*runs), *pair));
    if often.len() < 2 {
        return Vec::new();
    }
    let series = often.into_iter().take(MOST_PAIRS).filter_map(|(pair, _)| {
        let mut values = days.known.clone();
        for run in case.rack.all_runs().iter().filter(|run| run.pair == Some(pair)) {
            let day = timeline.position(run.activity.local_date).and_then(|at| values.get_mut(at));
            if let Some(Some(value)) = day {
                *value = 1.0;
            }
        }
        let name = case.rack.pairs.get(pair)?.name.trim().to_owned();
        Some(Series { pair: Some(name), ..Series::new(Exposure::CertainPair, values) })
    });
    series.collect()
}
