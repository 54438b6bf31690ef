//! Days with a hard session, also told from speed alone: for watches without heart rate.
//!
//! Formula: a session is hard as in clinical text G.2 (L6: rated 7 or more, or 10 min above threshold), or with 10 min above
//!   1.14 times the runner's usual speed: the median of all grade-adjusted running seconds of the 182 days before.
//! Units: days. Source: clinical text G.2 (L6), key `rule`; the margin [choice], tuned on simulated runners other than those of
//!   the proof. Grade D.
//! Limits: who mostly runs fast has a usual speed that hides it. Says nothing: days with a run that has neither speeds nor a rating, and
//!   speeds until five runs lie before them.

use crate::calendar::add_days;
use crate::causes::case::Case;
use crate::load::activity_load::{SPEED_BIN_MPS, seconds_above};
use crate::order;
use crate::own_data::timeline::Timeline;
use kneewise_types::Activity;
use std::collections::VecDeque;

const USUAL_DAYS: i64 = 182;
const FASTER: f64 = 1.14;
const LEAST_RUNS: usize = 5;
const HARD_S: f64 = 600.0;

/// Whether each day had a hard session.
pub(super) fn hard_days(case: &Case<'_>, timeline: Timeline) -> Vec<Option<bool>> {
    let fast = fast_seconds(case, timeline);
    let mut days: Vec<Option<bool>> = fast.into_iter().map(|s| s.map(|s| s >= HARD_S)).collect();
    for session in &case.load.sessions {
        if let Some(day) = timeline.position(session.date).and_then(|at| days.get_mut(at)) {
            *day = match (*day, session.is_hard) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), _) | (_, Some(false)) => Some(false),
                (None, None) => None,
            };
        }
    }
    days
}

/// Seconds of each day clearly above the runner's usual speed.
fn fast_seconds(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    let known = case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| 0.0));
    let mut days: Vec<Option<f64>> = known.collect();
    let mut runs: Vec<&Activity> =
        case.history.activities.iter().filter(|activity| activity.sport.is_running()).collect();
    order::sort_by_key(&mut runs, |run| (run.local_date, run.start));
    let mut usual = Usual::default();
    for run in runs {
        usual.forget_before(add_days(run.local_date, -USUAL_DAYS));
        let fast = usual.mps().zip(speeds(run)).map(|(mps, bins)| seconds_above(bins, FASTER * mps));
        if let Some(day) = timeline.position(run.local_date).and_then(|at| days.get_mut(at)) {
            *day = day.zip(fast).map(|(sum, fast)| sum + fast);
        }
        usual.add(run);
    }
    days
}

fn speeds(run: &Activity) -> Option<&[f32]> {
    run.digest.as_ref().map(|digest| digest.flat_speed_s.as_slice()).filter(|bins| !bins.is_empty())
}

/// The speeds of the last runs.
#[derive(Default)]
struct Usual<'a> {
    runs: VecDeque<&'a Activity>,
    /// Seconds at each speed, of all of them.
    seconds: Vec<f64>,
}

impl<'a> Usual<'a> {
    fn add(&mut self, run: &'a Activity) {
        if speeds(run).is_some() {
            self.count(run, 1.0);
            self.runs.push_back(run);
        }
    }

    fn forget_before(&mut self, date: kneewise_types::Date) {
        while let Some(old) = self.runs.front().copied().filter(|old| old.local_date < date) {
            self.runs.pop_front();
            self.count(old, -1.0);
        }
    }

    fn count(&mut self, run: &Activity, sign: f64) {
        let bins = speeds(run).unwrap_or(&[]);
        if self.seconds.len() < bins.len() {
            self.seconds.resize(bins.len(), 0.0);
        }
        for (sum, seconds) in self.seconds.iter_mut().zip(bins) {
            *sum = (*sum + sign * f64::from(*seconds)).max(0.0);
        }
    }

    /// The speed that half of the seconds stay below.
    fn mps(&self) -> Option<f64> {
        let half = self.seconds.iter().sum::<f64>() / 2.0;
        let mut below = 0.0;
        for (bin, seconds) in (0_u32..).map(f64::from).zip(&self.seconds) {
            if self.runs.len() >= LEAST_RUNS && *seconds > 0.0 && below + seconds >= half {
                return Some((bin + (half - below) / seconds) * SPEED_BIN_MPS);
            }
            below += seconds;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::testing::run_on;
    use kneewise_types::SampleDigest;

    /// A run with so many seconds at 3.0 and at 3.6 m/s.
    fn run(date: &str, slow_s: f32, fast_s: f32) -> Activity {
        let mut flat_speed_s = vec![0.0; 40];
        flat_speed_s[30] = slow_s;
        flat_speed_s[36] = fast_s;
        Activity {
            digest: Some(SampleDigest { flat_speed_s, ..SampleDigest::default() }),
            ..run_on(date, 10.0)
        }
    }

    #[test]
    fn usual_is_the_median_speed_of_the_last_half_year_from_five_runs_on() {
        let dates = ["2026-01-01", "2026-01-03", "2026-01-05", "2026-01-07", "2026-07-08"];
        let runs = dates.map(|date| run(date, 3000.0, 500.0));
        let mut usual = Usual::default();
        runs.iter().take(4).for_each(|run| usual.add(run));
        assert_eq!(usual.mps(), None);
        usual.add(&runs[4]);
        // 8,750 of 17,500 s lie 8,750 / 15,000 into the bin from 3.0 to 3.1 m/s.
        assert!((usual.mps().unwrap() - (3.0 + 0.1 * 8750.0 / 15000.0)).abs() < 1e-9);
        usual.forget_before(add_days("2026-07-09".parse().unwrap(), -USUAL_DAYS));
        assert_eq!((usual.runs.len(), usual.mps()), (1, None));
    }
}
