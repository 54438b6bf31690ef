//! This week compared with the last weeks.
//!
//! What: ratio of the last 7 days to the weeks before, in three variants.
//! Formula: A = days t-6 ... t, W1 W2 W3 the three weeks before; coupled = A / ((A + W1 + W2 + W3) / 4); uncoupled =
//!   A / ((W1 + W2 + W3) / 3), so coupled = 4 u / (u + 3); EWMA = E7 / E28 with E_t = l L_t + (1 - l) E_(t-1),
//!   l = 2 / (N + 1), seeded with the first day.
//! Unit: ratio.
//! Source: Williams 2017, Br J Sports Med 51:209-210 (`williams2017`) for the EWMA; critique Impellizzeri 2020
//!   (`impellizzeri2020`), Lolli 2019 (`lolli2019`); in runners the opposite direction (`S75`); load text B1, B2, B7.
//! Grade: D as a predictor.
//! Limits: describes change; it did not predict injury in runners. It never enters a cause or a rule, and is shown as a
//!   line without colours or zones.
//! Says nothing: before 28 days of data (a gap of 7 missing days or more starts the count again), with a missing day in
//!   the weeks compared, or below 10 % of the median week of 180 days.

use super::number::median;
use kneewise_types::{Evidence, Grade};

/// Where the ratio comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "williams2017");

/// What may be said beside the line: the facts, not the sentence.
pub const FACT: RatioFact = RatioFact { predicts_injury_in_runners: false, opposite_direction_in: "S75" };

/// What is known of the ratio as a predictor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatioFact {
    pub predicts_injury_in_runners: bool,
    /// The study of runners that found a lower rate at a higher ratio.
    pub opposite_direction_in: &'static str,
}

/// Days before anything is shown.
pub const WARM_UP_DAYS: usize = 28;

/// So many missing days in a row start the warm-up again.
const RESET_DAYS: usize = 7;

/// Days of the moving averages.
const ACUTE_DAYS: f64 = 7.0;
const CHRONIC_DAYS: f64 = 28.0;

const MEDIAN_WEEKS: usize = 25;
const LEAST_SHARE_OF_MEDIAN: f64 = 0.10;

/// One day's loads of both spans and their ratios.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct AcuteChronic {
    /// Sum of the last 7 days.
    pub acute_load: Option<f64>,
    pub coupled: Option<f64>,
    pub uncoupled: Option<f64>,
    /// Exponentially weighted daily loads.
    pub acute_ewma: Option<f64>,
    pub chronic_ewma: Option<f64>,
    pub ewma: Option<f64>,
}

/// The coupled ratio of an uncoupled one.
#[must_use]
pub fn coupled_from_uncoupled(uncoupled: f64) -> f64 {
    4.0 * uncoupled / (uncoupled + 3.0)
}

/// Coupled and uncoupled ratio of four weeks, the last one first.
#[must_use]
pub fn ratios(weeks: [f64; 4]) -> Option<(f64, f64)> {
    let [acute, w1, w2, w3] = weeks;
    let chronic = (w1 + w2 + w3) / 3.0;
    (chronic > 0.0).then(|| (acute / ((acute + w1 + w2 + w3) / 4.0), acute / chronic))
}

/// Ratios of every day of a daily load; a missing day is `None`.
#[must_use]
pub fn series(loads: &[Option<f64>]) -> Vec<AcuteChronic> {
    let mut sums = vec![(0.0, 0_usize)];
    let (mut total, mut missing) = (0.0, 0);
    for load in loads {
        total += load.unwrap_or(0.0);
        missing += usize::from(load.is_none());
        sums.push((total, missing));
    }
    let week = |end: usize| -> Option<f64> {
        let (from, to) = (sums.get(end.checked_sub(7)?)?, sums.get(end)?);
        (from.1 == to.1).then_some(to.0 - from.0)
    };
    let mut averages = Averages::default();
    loads
        .iter()
        .zip(1..)
        .map(|(load, end)| {
            averages.add(*load);
            let mut day = AcuteChronic { acute_load: week(end), ..AcuteChronic::default() };
            if averages.days < WARM_UP_DAYS {
                return day;
            }
            day.acute_ewma = averages.acute;
            day.chronic_ewma = averages.chronic;
            day.ewma = averages.ratio();
            if let Some((coupled, uncoupled)) = four_weeks(end, week) {
                day.coupled = Some(coupled);
                day.uncoupled = Some(uncoupled);
            }
            day
        })
        .collect()
}

fn four_weeks(end: usize, week: impl Fn(usize) -> Option<f64>) -> Option<(f64, f64)> {
    let weeks = [week(end)?, week(end - 7)?, week(end - 14)?, week(end - 21)?];
    let mut known: Vec<f64> = (0..MEDIAN_WEEKS).filter_map(|n| week(end.checked_sub(7 * n)?)).collect();
    let least = LEAST_SHARE_OF_MEDIAN * median(&mut known)?;
    let [acute, w1, w2, w3] = weeks;
    let is_enough = (w1 + w2 + w3) / 3.0 >= least && (acute + w1 + w2 + w3) / 4.0 >= least;
    is_enough.then(|| ratios(weeks)).flatten()
}

/// Both moving averages, and how many days they have seen since the last long gap.
#[derive(Debug, Default)]
struct Averages {
    acute: Option<f64>,
    chronic: Option<f64>,
    days: usize,
    gap: usize,
}

impl Averages {
    fn add(&mut self, load: Option<f64>) {
        let Some(load) = load else {
            self.gap += 1;
            if self.gap >= RESET_DAYS {
                *self = Self { gap: self.gap, ..Self::default() };
            }
            return;
        };
        let next = |last: Option<f64>, days: f64| {
            let weight = 2.0 / (days + 1.0);
            Some(last.map_or(load, |last| weight * load + (1.0 - weight) * last))
        };
        self.acute = next(self.acute, ACUTE_DAYS);
        self.chronic = next(self.chronic, CHRONIC_DAYS);
        self.days += 1;
        self.gap = 0;
    }

    fn ratio(&self) -> Option<f64> {
        self.acute
            .zip(self.chronic)
            .filter(|(_, chronic)| *chronic > 0.0)
            .map(|(acute, chronic)| acute / chronic)
    }
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    fn known(loads: &[f64]) -> Vec<Option<f64>> {
        loads.iter().copied().map(Some).collect()
    }

    fn averages(loads: &[f64]) -> Averages {
        let mut averages = Averages::default();
        loads.iter().for_each(|load| averages.add(Some(*load)));
        averages
    }

    #[test]
    fn worked_examples_of_b1() {
        let (coupled, uncoupled) = ratios([360.0, 240.0, 240.0, 240.0]).unwrap();
        assert!(agrees(uncoupled, 1.5, 0.1) && agrees(coupled, 1.3333, 0.0001));
        for (u, c) in [(0.5, 0.5714), (2.0, 1.6), (3.0, 2.0)] {
            assert!(agrees(coupled_from_uncoupled(u), c, 0.0001));
            assert!(agrees(ratios([u, 1.0, 1.0, 1.0]).unwrap().0, c, 0.0001));
        }
    }

    #[test]
    fn worked_examples_of_b2() {
        let first = averages(&[100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 200.0]);
        assert!(agrees(first.acute.unwrap(), 125.0, 0.001));
        assert!(agrees(first.chronic.unwrap(), 106.897, 0.001));
        assert!(agrees(first.ratio().unwrap(), 1.16935, 0.00001));
        let mut loads = [0.0, 50.0, 0.0, 60.0, 0.0, 40.0, 90.0].repeat(4);
        let day_28 = *series(&known(&loads)).last().unwrap();
        assert!(agrees(day_28.acute_ewma.unwrap(), 45.3332, 0.0001));
        assert!(agrees(day_28.chronic_ewma.unwrap(), 31.9176, 0.0001));
        loads.extend([0.0, 60.0, 0.0, 90.0, 0.0, 60.0, 150.0]);
        let day_35 = *series(&known(&loads)).last().unwrap();
        assert!(agrees(day_35.acute_ewma.unwrap(), 67.8530, 0.0001));
        assert!(agrees(day_35.chronic_ewma.unwrap(), 41.4563, 0.0001));
        assert!(agrees(day_35.ewma.unwrap(), 1.63674, 0.00001));
    }

    #[test]
    fn nothing_is_shown_before_28_days_and_a_long_gap_starts_again() {
        let mut loads = known(&[10.0; 28]);
        assert_eq!(series(&loads[..27]).last().unwrap().ewma, None);
        assert_eq!(series(&loads[..27]).last().unwrap().uncoupled, None);
        assert_eq!(series(&loads).last().unwrap().uncoupled, Some(1.0));
        loads.extend([None; 7]);
        loads.extend([Some(10.0); 27]);
        assert_eq!(series(&loads).last().unwrap().ewma, None);
        loads.push(Some(10.0));
        assert_eq!(series(&loads).last().unwrap().ewma, Some(1.0));
    }

    #[test]
    fn a_short_gap_keeps_the_averages_and_hides_the_sums() {
        let mut loads = known(&[10.0; 40]);
        loads.extend([None; 3]);
        loads.push(Some(10.0));
        let last = *series(&loads).last().unwrap();
        assert_eq!((last.ewma, last.uncoupled, last.acute_load), (Some(1.0), None, None));
    }

    #[test]
    fn next_to_nothing_is_no_denominator() {
        let mut loads = known(&[10.0; 150]);
        loads.extend(known(&[0.1; 21]));
        loads.extend(known(&[10.0; 7]));
        assert_eq!(series(&loads).last().unwrap().uncoupled, None);
        assert_eq!(series(&known(&[0.0; 60])).last().unwrap().uncoupled, None);
    }
}
