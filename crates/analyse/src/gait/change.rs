//! Whether the step rate has left its habit.
//!
//! What: weekly medians of relative step rate, watched by two cumulative sums.
//! Formula: `r = ln SR - ln SR_pref(v)`; z is the week's median r over the baseline's SD of weekly medians; upper
//!   `S = max(0, S + z - 0.5)`, alarm at S > 4, and the mirror image.
//! Units: r is a logarithm, 0.05 is about 5 %.
//! Source: load text E2 (`rule`).
//! Grade: D.
//! Limits: 4 baseline weeks at least, SD never below 0.5 % [choice]: a perfectly even runner must not raise alarms.
//! Says nothing: without a baseline of 4 weeks.

use super::baseline::GaitBaseline;
use super::digest::GaitDigest;
use crate::load::number::{median, sample_sd};
use crate::load::plus_days;
use kneewise_types::{Date, Evidence, Grade};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const SLACK: f64 = 0.5;
const ALARM: f64 = 4.0;
const BASELINE_WEEKS: usize = 4;
const SMALLEST_SD: f64 = 0.005;

/// One week of running.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct GaitWeek {
    /// Its Monday.
    pub monday: Date,
    /// Step rate over the preferred one, median of the week's segments.
    pub rho: f64,
    pub segments: usize,
}

/// Which way the step rate went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CadenceShift {
    Higher,
    Lower,
}

/// The first alarm after the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CadenceAlarm {
    pub shift: CadenceShift,
    /// Monday of the week that raised it.
    pub week: Date,
    /// Median relative step rate of the weeks since the baseline.
    pub rho: f64,
}

/// Upper cumulative sums of standardised values.
#[must_use]
pub fn cusum(z: &[f64]) -> Vec<f64> {
    let mut sum = 0.0_f64;
    z.iter()
        .map(|z| {
            sum = (sum + z - SLACK).max(0.0);
            sum
        })
        .collect()
}

/// Weekly medians against a baseline, oldest first.
#[must_use]
pub fn gait_weeks(runs: &[GaitDigest], baseline: &GaitBaseline, as_of: Date) -> Vec<GaitWeek> {
    let mut by_week: BTreeMap<Date, Vec<f64>> = BTreeMap::new();
    for run in runs.iter().filter(|run| run.local_date <= as_of) {
        let monday = plus_days(run.local_date, -i64::from(run.local_date.weekday().to_monday_zero_offset()));
        let rhos = run.segments.iter().map(|s| baseline.preferred.rho(s.speed_mps, s.cadence_spm));
        by_week.entry(monday).or_default().extend(rhos);
    }
    let told = by_week.into_iter().filter_map(|(monday, mut rhos)| {
        Some(GaitWeek { monday, rho: median(&mut rhos)?, segments: rhos.len() })
    });
    told.collect()
}

/// The first alarm in the weeks after the baseline, whichever way.
#[must_use]
pub fn cadence_alarm(weeks: &[GaitWeek], baseline: &GaitBaseline) -> Option<CadenceAlarm> {
    let alarms =
        [CadenceShift::Higher, CadenceShift::Lower].map(|shift| cadence_alarm_of(shift, weeks, baseline));
    alarms.into_iter().flatten().min_by_key(|alarm| alarm.week)
}

/// The first alarm of one way in the weeks after the baseline.
#[must_use]
pub fn cadence_alarm_of(
    shift: CadenceShift,
    weeks: &[GaitWeek],
    baseline: &GaitBaseline,
) -> Option<CadenceAlarm> {
    let at = weeks.partition_point(|week| week.monday <= baseline.to);
    let (before, after) = weeks.split_at_checked(at)?;
    let known = before.iter().filter(|week| week.monday >= plus_days(baseline.from, -6));
    let habit: Vec<f64> = known.map(|week| week.rho.ln()).collect();
    let sd = sample_sd(&habit).filter(|_| habit.len() >= BASELINE_WEEKS)?.max(SMALLEST_SD);
    let way = if shift == CadenceShift::Higher { 1.0 } else { -1.0 };
    let z: Vec<f64> = after.iter().map(|week| way * week.rho.ln() / sd).collect();
    let week = after.get(cusum(&z).iter().position(|sum| *sum > ALARM)?)?.monday;
    let rho = median(&mut after.iter().map(|week| week.rho).collect::<Vec<_>>())?;
    Some(CadenceAlarm { shift, week, rho })
}

#[cfg(test)]
mod tests {
    use super::super::baseline::gait_baseline;
    use super::super::baseline::tests::{run, segment};
    use super::*;

    #[test]
    fn worked_example_of_e2() {
        let sums = cusum(&[0.2, -0.1, 0.5, 1.2, 1.5, 0.9, 1.4]);
        for (got, expected) in sums.into_iter().zip([0.0, 0.0, 0.0, 0.7, 1.7, 2.1, 3.0]) {
            assert!((got - expected).abs() < 1e-9, "{got} is not {expected}");
        }
    }

    /// A run every third day for 200 days, with a step of the step rate in the last 28.
    fn history(step: f64) -> Vec<GaitDigest> {
        let start: Date = "2026-01-05".parse().unwrap();
        (0..67_i64)
            .map(|n| {
                let wobble = [0.0, 1.0, -1.0, 0.5][usize::try_from(n % 4).unwrap()];
                let shift = if 3 * n > 172 { step } else { 1.0 };
                run(plus_days(start, 3 * n), vec![segment(3.0, (166.0 + wobble) * shift); 3])
            })
            .collect()
    }

    fn alarm_of(step: f64) -> Option<CadenceAlarm> {
        let runs = history(step);
        let as_of = plus_days("2026-01-05".parse().unwrap(), 200);
        let baseline = gait_baseline(&runs, as_of, None).unwrap();
        cadence_alarm(&gait_weeks(&runs, &baseline, as_of), &baseline)
    }

    #[test]
    fn a_step_is_noticed_and_none_is_not() {
        assert_eq!(alarm_of(1.0), None);
        assert_eq!(alarm_of(1.06).map(|alarm| alarm.shift), Some(CadenceShift::Higher));
        let drop = alarm_of(0.95).unwrap();
        assert_eq!(drop.shift, CadenceShift::Lower);
        assert!((drop.rho - 0.95).abs() < 0.01, "{drop:?}");
    }
}
