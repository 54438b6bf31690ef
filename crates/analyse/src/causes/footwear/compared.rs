//! Pain in one pair against pain in another, in like runs.
//!
//! Formula: mean `pain_during_max` of the runs in each pair over 180 days up to the day asked; like runs have 2/3 to 3/2
//! of the median distance of all of them; only days with one run; at least 3 runs a pair. Unit: points.
//! Source: clinical text G.2 (F7, F9), "like" is our choice, key `rule`. Grade D.

use crate::calendar::{Window, count, mean, median};
use crate::causes::case::Case;
use crate::order;
use kneewise_types::reason::Fact;

const DAYS: i64 = 180;
const LEAST_RUNS: usize = 3;
const LIKE: f64 = 1.5;

/// One pair with the mean pain of its like runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PairPain {
    pub name: String,
    pub mean: f64,
    pub runs: u32,
}

/// Pairs with enough like runs, the most painful first.
pub(super) fn pair_pains(case: &Case<'_>) -> Vec<PairPain> {
    let Some(diary) = case.diary else { return Vec::new() };
    let runs = case.rack.runs(Window::ending(case.as_of, DAYS));
    let is_alone = |date| runs.iter().filter(|run| run.activity.local_date == date).count() == 1;
    let rated: Vec<(usize, f64, f64)> = runs
        .iter()
        .filter(|run| run.distance_m > 0.0 && is_alone(run.activity.local_date))
        .filter_map(|run| {
            let pain = diary.day(run.activity.local_date)?.pain_during_max?;
            Some((run.pair?, run.distance_m, f64::from(pain.points())))
        })
        .collect();
    let distances: Vec<f64> = rated.iter().map(|(_, metres, _)| *metres).collect();
    let Some(usual_m) = median(&distances) else { return Vec::new() };
    let is_like = |metres: f64| metres <= usual_m * LIKE && metres * LIKE >= usual_m;
    let mut pains: Vec<PairPain> = case
        .rack
        .pairs
        .iter()
        .enumerate()
        .filter_map(|(at, pair)| {
            let of_pair = rated.iter().filter(|(worn, metres, _)| *worn == at && is_like(*metres));
            let points: Vec<f64> = of_pair.map(|(.., pain)| *pain).collect();
            let mean = mean(&points).filter(|_| points.len() >= LEAST_RUNS)?;
            Some(PairPain { name: pair.name.to_owned(), mean, runs: count(points.len()) })
        })
        .collect();
    order::sort_by(&mut pains, |a, b| b.mean.total_cmp(&a.mean).then(a.name.cmp(&b.name)));
    pains
}

/// The most painful pair against the least painful one.
pub(super) fn compared(pains: &[PairPain]) -> Option<(f64, Fact)> {
    let (worse, better) = (pains.first()?, pains.last().filter(|_| pains.len() >= 2)?);
    let fact = Fact::PairsCompared {
        worse: worse.name.clone(),
        worse_mean: worse.mean,
        worse_runs: worse.runs,
        better: better.name.clone(),
        better_mean: better.mean,
        better_runs: better.runs,
    };
    Some((worse.mean - better.mean, fact))
}
