//! Everything the watch says of the way of running, put together for one day.
//!
//! What: the habit, its weeks, whether it changed, balance, what the watch measured, and whether more steps are worth an
//!   experiment; what is not known is said with what it needs.
//! Formula: medians over the runs of the last 28 days beside medians over the days of the baseline.
//! Units: those of each measure.
//! Source: load text E1 to E4 (`rule`).
//! Grade: D; the offer C.
//! Limits: a watch on the wrist sees arms, not legs; measures beside step rate come from some watches only.
//! Says nothing: about a measure that fewer than 3 runs of the last 28 days tell.

use super::baseline::steady_minutes;
use super::norms::{BandedMeasure, Third, cadence_third, vendor_band};
use super::{
    BalanceShift, CadenceAlarm, CadenceOpportunity, GaitBaseline, GaitDigest, GaitWeek, balance_shift,
    cadence_alarm, cadence_opportunity, gait_baseline, gait_weeks,
};
use crate::knee::PreferredCadence;
use crate::load::number::median;
use crate::load::plus_days;
use kneewise_types::{Date, Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the comparison comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const DAYS: i64 = 28;
const RUNS: usize = 3;
/// Steady minutes that a baseline needs (load text E2), and the last 28 days.
pub const STEADY_MINUTES: usize = 10;

/// What a watch measures of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GaitMeasure {
    /// Steps a minute, both feet.
    CadenceSpm,
    StepLengthM,
    StanceTimeMs,
    /// Percent of the stride.
    DutyFactorPct,
    VerticalOscillationMm,
    VerticalRatioPct,
    /// Percent of stance time on the left foot.
    LeftStancePct,
}

impl GaitMeasure {
    /// In the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::CadenceSpm,
        Self::StepLengthM,
        Self::StanceTimeMs,
        Self::DutyFactorPct,
        Self::VerticalOscillationMm,
        Self::VerticalRatioPct,
        Self::LeftStancePct,
    ];

    fn of(self, run: &GaitDigest) -> Option<f64> {
        match self {
            Self::CadenceSpm => run.mean_cadence_spm,
            Self::StepLengthM => run.step_length_m,
            Self::StanceTimeMs => run.stance_time_s.map(|s| s * 1000.0),
            Self::DutyFactorPct => run.duty_factor.map(|share| share * 100.0),
            Self::VerticalOscillationMm => run.vertical_oscillation_m.map(|m| m * 1000.0),
            Self::VerticalRatioPct => run.vertical_ratio.map(|share| share * 100.0),
            Self::LeftStancePct => run.left_stance_share.map(|share| share * 100.0),
        }
    }

    const fn banded(self) -> Option<BandedMeasure> {
        match self {
            Self::CadenceSpm => Some(BandedMeasure::CadenceSpm),
            Self::StanceTimeMs => Some(BandedMeasure::StanceTimeMs),
            Self::VerticalRatioPct => Some(BandedMeasure::VerticalRatioPct),
            _ => None,
        }
    }
}

/// One measure: how it is, and how it was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MeasureNow {
    pub measure: GaitMeasure,
    /// Median over the runs of the last 28 days that tell it.
    pub now: f64,
    pub runs: usize,
    /// Median over the runs of the baseline; `None` when fewer than 3 tell it.
    pub usual: Option<f64>,
    /// Percentiles of a vendor's users between which it lies: context, no evidence of injury.
    pub vendor_band: Option<(u8, u8)>,
}

/// What is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "lack")]
pub enum GaitLack {
    /// No run has a step rate.
    Cadence,
    /// Too few steady minutes in the runs that count for a habit (load text E2).
    Habit { steady_minutes: usize, needed: usize },
    /// Too few steady minutes in the last 28 days.
    Recent { steady_minutes: usize, needed: usize },
    /// Left and right are measured by an accessory only.
    Balance,
}

/// The way of running on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GaitReport {
    pub as_of: Date,
    /// Runs up to that day whose way of running is known.
    pub runs: usize,
    pub baseline: Option<GaitBaseline>,
    /// Everybody's, at the runner's height where known.
    pub everybody: PreferredCadence,
    /// Oldest first, against the baseline.
    pub weeks: Vec<GaitWeek>,
    pub alarm: Option<CadenceAlarm>,
    pub balance: Option<BalanceShift>,
    pub opportunity: Option<CadenceOpportunity>,
    /// Third of recreational women at about the same speed.
    pub third: Option<Third>,
    pub measures: Vec<MeasureNow>,
    pub lacks: Vec<GaitLack>,
}

/// The way of running on a day; order of the runs does not matter.
#[must_use]
pub fn gait_report(
    runs: &[GaitDigest],
    height_m: Option<f64>,
    as_of: Date,
    retraining_start: Option<Date>,
) -> GaitReport {
    let known: Vec<&GaitDigest> = runs.iter().filter(|run| run.local_date <= as_of).collect();
    let baseline = gait_baseline(runs, as_of, retraining_start);
    let everybody = PreferredCadence::of_height(height_m);
    let weeks = baseline.as_ref().map(|own| gait_weeks(runs, own, as_of)).unwrap_or_default();
    let opportunity = cadence_opportunity(runs, &everybody, as_of);
    let steady_minutes = steady_minutes(runs, as_of, retraining_start);
    let habit_lack = baseline.is_none().then_some(GaitLack::Habit { steady_minutes, needed: STEADY_MINUTES });
    let measures: Vec<MeasureNow> = GaitMeasure::ALL
        .iter()
        .filter_map(|which| measure(*which, &known, baseline.as_ref(), as_of))
        .collect();
    GaitReport {
        as_of,
        runs: known.len(),
        alarm: baseline.as_ref().and_then(|own| cadence_alarm(&weeks, own)),
        balance: baseline.as_ref().and_then(|own| balance_shift(runs, own, as_of)),
        third: opportunity.and_then(|now| cadence_third(now.median_speed_mps, now.median_cadence_spm)),
        lacks: lacks(&known, habit_lack, opportunity.is_some(), as_of),
        baseline,
        everybody,
        weeks,
        opportunity,
        measures,
    }
}

fn measure(
    which: GaitMeasure,
    runs: &[&GaitDigest],
    baseline: Option<&GaitBaseline>,
    as_of: Date,
) -> Option<MeasureNow> {
    let middle = |from: Date, to: Date| {
        let days = from..=to;
        let told = runs.iter().filter(|run| days.contains(&run.local_date));
        let mut values: Vec<f64> = told.filter_map(|run| which.of(run)).collect();
        let count = values.len();
        median(&mut values).filter(|_| count >= RUNS).map(|middle| (middle, count))
    };
    let (now, runs) = middle(plus_days(as_of, 1 - DAYS), as_of)?;
    let usual = baseline.and_then(|own| middle(own.from, own.to)).map(|(usual, _)| usual);
    let vendor_band = which.banded().map(|banded| vendor_band(banded, now));
    Some(MeasureNow { measure: which, now, runs, usual, vendor_band })
}

fn lacks(runs: &[&GaitDigest], habit: Option<GaitLack>, has_recent: bool, as_of: Date) -> Vec<GaitLack> {
    let mut lacks = Vec::new();
    if runs.iter().all(|run| run.mean_cadence_spm.is_none()) {
        lacks.push(GaitLack::Cadence);
    } else {
        lacks.extend(habit);
        if !has_recent {
            let from = plus_days(as_of, 1 - DAYS);
            let recent = runs.iter().filter(|run| run.local_date >= from);
            let steady_minutes = recent.map(|run| run.segments.len()).sum();
            lacks.push(GaitLack::Recent { steady_minutes, needed: STEADY_MINUTES });
        }
    }
    if runs.iter().all(|run| run.left_stance_share.is_none()) {
        lacks.push(GaitLack::Balance);
    }
    lacks
}

#[cfg(test)]
mod tests {
    use super::super::baseline::tests::{run, segment};
    use super::*;

    fn history() -> Vec<GaitDigest> {
        let start: Date = "2026-01-05".parse().unwrap();
        let day = |n: i64| GaitDigest {
            mean_cadence_spm: Some(if n < 60 { 160.0 } else { 152.0 }),
            stance_time_s: Some(0.260),
            ..run(plus_days(start, 3 * n), vec![segment(2.9, if n < 60 { 160.0 } else { 152.0 }); 4])
        };
        (0..70).map(day).collect()
    }

    #[test]
    fn a_habit_its_change_and_what_is_not_measured() {
        let as_of = plus_days("2026-01-05".parse().unwrap(), 207);
        let report = gait_report(&history(), Some(1.72), as_of, None);
        let own = report.baseline.unwrap();
        assert!((own.preferred.at_spm(2.9) - 160.0).abs() < 0.5, "{own:?}");
        assert_eq!(report.alarm.map(|alarm| alarm.shift), Some(super::super::CadenceShift::Lower));
        let now = report.opportunity.unwrap();
        assert!(now.is_low && (now.median_cadence_spm - 152.0).abs() < 1e-9);
        assert_eq!(report.third, Some(Third::Lower));
        let shown: Vec<GaitMeasure> = report.measures.iter().map(|one| one.measure).collect();
        assert_eq!(shown, [GaitMeasure::CadenceSpm, GaitMeasure::StanceTimeMs]);
        assert_eq!(report.measures[1].usual.map(f64::round), Some(260.0));
        assert_eq!(report.measures[1].vendor_band, Some((30, 69)));
        assert_eq!(report.lacks, [GaitLack::Balance]);
    }

    #[test]
    fn little_or_nothing_known_is_said() {
        let day: Date = "2026-01-05".parse().unwrap();
        let none = gait_report(&[], None, day, None);
        assert_eq!((none.runs, none.baseline), (0, None));
        assert_eq!(none.lacks, [GaitLack::Cadence, GaitLack::Balance]);
        let one = GaitDigest { mean_cadence_spm: Some(160.0), ..run(day, vec![segment(2.9, 160.0); 4]) };
        let lacks = gait_report(&[one], None, day, None).lacks;
        let few = |lack: &GaitLack| matches!(lack, GaitLack::Habit { steady_minutes: 4, needed: 10 });
        assert!(lacks.iter().any(few), "{lacks:?}");
    }

    #[test]
    fn what_comes_later_is_not_known_yet() {
        let as_of = plus_days("2026-01-05".parse().unwrap(), 120);
        let report = gait_report(&history(), None, as_of, None);
        assert!(report.alarm.is_none() && report.runs == 41);
    }
}
