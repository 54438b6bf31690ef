//! Weeks in which the usual pain changed: the change points of F8 with their days.
//!
//! Formula: mean entered pain of each week, counted back from the day asked; weeks without an entry are left out.
//! Units: points of the pain scale. Source: load text F8, key `rule`. Grade D. Says nothing: fewer than 8 weeks entered.

use super::change_point::splits;
use crate::calendar::{add_days, count, days_between, mean};
use crate::causes::case::Case;
use kneewise_types::Date;
use kneewise_types::own_data::ChangePoint;
use std::collections::BTreeMap;

const WEEK: i64 = 7;

/// Every accepted change of the weekly mean pain, oldest first.
pub(super) fn change_points(case: &Case<'_>) -> Vec<ChangePoint> {
    let mut weeks: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
    for entry in case.diary.map_or(&[][..], |diary| diary.days()) {
        if let Some(pain) = entry.day_pain() {
            let back = days_between(entry.date, case.as_of).div_euclid(WEEK);
            weeks.entry(-back).or_default().push(f64::from(pain.points()));
        }
    }
    let first_day = |week: i64| -> Date { add_days(case.as_of, WEEK * week - WEEK + 1) };
    let weekly: Vec<(Date, f64)> =
        weeks.into_iter().filter_map(|(week, pains)| Some((first_day(week), mean(&pains)?))).collect();
    let pains: Vec<f64> = weekly.iter().map(|(_, pain)| *pain).collect();
    let found = splits(&pains);
    let edges: Vec<usize> = std::iter::once(0)
        .chain(found.iter().map(|split| split.at))
        .chain(std::iter::once(pains.len()))
        .collect();
    found
        .iter()
        .zip(edges.windows(3))
        .filter_map(|(split, edges)| {
            let [from, at, to] = edges else { return None };
            Some(ChangePoint {
                week: count(*at + 1),
                from: weekly.get(*at)?.0,
                give_or_take: count(split.give_or_take),
                before: mean(pains.get(*from..*at)?)?,
                after: mean(pains.get(*at..*to)?)?,
                permutation_p: split.p,
            })
        })
        .collect()
}
