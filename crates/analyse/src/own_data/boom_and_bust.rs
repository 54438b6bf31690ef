//! The pain that comes back just when fitness returns.
//!
//! Formula: CTL of running minutes, smoothed by a 7-day mean. Rise: a highest day b and a lowest day a before it, 14 to 84
//!   days apart, CTL_b / CTL_a >= 1.20, CTL_a >= 20 % of the 365-day median. Bust: a flare onset in b-7 ... b+21 and, on some
//!   day within 14 days after it, a 7-day load of at most half the mean week of the 28 days before the onset. Share of
//!   rises that end in a bust minus the share under flare calendars shifted by whole weeks.
//! Units: minutes a day, % a week. Source: load text F9, key `rule`. Grade D.
//! Limits: highest and lowest are meant among the 7 days on either side [choice]; the first 42 days, in which CTL only
//!   fills, hold no lowest day [choice]. Named from 3 cycles, tier 2 from 5.
//! Says nothing: less than a year, or no rise.

use super::permutation::{p_value, shifted, shifts};
use super::timeline::Timeline;
use super::windows::Calendar;
use crate::calendar::{count, median, real};
use crate::load::long_and_short_term;
use kneewise_types::own_data::{BoomAndBust, Rise, Tier};

const LEAST_DAYS: usize = 365;
const SHORTEST: usize = 14;
const LONGEST: usize = 84;
const LEAST_RATIO: f64 = 1.20;
const LEAST_OF_MEDIAN: f64 = 0.20;
const BEFORE_TOP: usize = 7;
const AFTER_TOP: usize = 21;
const BUST_DAYS: usize = 14;
const BUST_SHARE: f64 = 0.5;
const NEIGHBOURS: usize = 7;
const FILLING_DAYS: usize = 42;
/// Cycles from which it is named, and from which it is tier 2.
pub(crate) const NAMED: u32 = 3;
const SUGGESTIVE: u32 = 5;
const LARGEST_P: f64 = 0.10;

/// Whether fitness rose enough between a low and a high, some days apart.
pub(super) fn is_rise(low: f64, high: f64, days: usize, median_year: f64) -> bool {
    (SHORTEST..=LONGEST).contains(&days)
        && low > 0.0
        && high >= LEAST_RATIO * low
        && low >= LEAST_OF_MEDIAN * median_year
}

/// Whether a week collapsed against the weeks before the flare.
pub(super) fn is_collapse(week: f64, mean_week_before: f64) -> bool {
    mean_week_before > 0.0 && week <= BUST_SHARE * mean_week_before
}

struct Course {
    /// Minutes of running a day.
    minutes: Vec<Option<f64>>,
    /// Smoothed long-term load; `None` where it is not known.
    long_term: Vec<Option<f64>>,
}

/// Rises and busts of a runner; `None` when a year is not known or fitness never rose.
pub(super) fn boom_and_bust(
    minutes: Vec<Option<f64>>,
    calendar: &Calendar,
    timeline: Timeline,
) -> Option<BoomAndBust> {
    if minutes.iter().flatten().count() < LEAST_DAYS {
        return None;
    }
    let long_term: Vec<Option<f64>> =
        long_and_short_term::series(&minutes).into_iter().map(|state| state.map(|s| s.long_term)).collect();
    let course = Course { long_term: smooth(&long_term), minutes };
    let rises = course.rises();
    if rises.is_empty() {
        return None;
    }
    let told: Vec<Rise> = rises.iter().map(|rise| course.tell(*rise, calendar, timeline)).collect();
    let share = |busts: usize| real(busts) / real(rises.len());
    let busts = told.iter().filter(|rise| rise.flare.is_some()).count();
    let others: Vec<f64> = shifts(calendar.days())
        .into_iter()
        .map(|weeks| {
            let moved = shifted(calendar, weeks);
            share(rises.iter().filter(|rise| course.bust(**rise, &moved).is_some()).count())
        })
        .collect();
    let permutation_p = p_value(share(busts), others.iter().copied());
    let cycles = count(busts);
    let of = |is_bust: bool, get: fn(&Rise) -> Option<f64>| -> Vec<f64> {
        told.iter().filter(|rise| rise.flare.is_some() == is_bust).filter_map(get).collect()
    };
    Some(BoomAndBust {
        cycles,
        bust_percent_a_week: median(&of(true, |rise| Some(rise.percent_a_week))),
        clean_percent_a_week: median(&of(false, |rise| Some(rise.percent_a_week))),
        ceiling_min: range(&of(true, |rise| rise.ceiling_min)).filter(|_| cycles >= NAMED),
        share: share(busts),
        expected_share: crate::calendar::mean(&others).unwrap_or(0.0),
        permutation_p,
        tier: tier(cycles, permutation_p),
        from: timeline.first,
        to: timeline.date(timeline.days.saturating_sub(1)),
        rises: told,
    })
}

fn tier(cycles: u32, permutation_p: f64) -> Tier {
    match cycles {
        SUGGESTIVE.. if permutation_p <= LARGEST_P => Tier::Suggestive,
        NAMED.. => Tier::Hint,
        _ => Tier::None,
    }
}

/// Median, least, most.
fn range(values: &[f64]) -> Option<[f64; 3]> {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    median(values).map(|middle| [middle, least, most])
}

/// Mean of a day and the three on either side.
fn smooth(values: &[Option<f64>]) -> Vec<Option<f64>> {
    (0..values.len())
        .map(|at| {
            let around = values.get(at.saturating_sub(3)..(at + 4).min(values.len()))?;
            let sum: Option<f64> = around.iter().copied().sum();
            sum.map(|sum| sum / real(around.len()))
        })
        .collect()
}

impl Course {
    /// Lows and highs that make a rise, in time; a low serves one rise.
    fn rises(&self) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for high in (0..self.long_term.len()).filter(|at| self.is_extreme(*at, |here, there| here >= there)) {
            let from = high.saturating_sub(LONGEST).max(FILLING_DAYS);
            let after_last = found.last().map_or(0, |(_, top)| top + 1);
            let lows = (from.max(after_last)..=high.saturating_sub(SHORTEST))
                .filter(|at| self.is_extreme(*at, |here, there| here <= there));
            let low = lows.min_by(|a, b| self.at(*a).total_cmp(&self.at(*b)).then(b.cmp(a)));
            let Some(low) = low else { continue };
            let is_top = (low..high).all(|day| self.at(day) <= self.at(high));
            if is_top && is_rise(self.at(low), self.at(high), high - low, self.median_year(high)) {
                match found.last_mut() {
                    Some(last) if last.0 == low => last.1 = high,
                    _ => found.push((low, high)),
                }
            }
        }
        found
    }

    fn at(&self, day: usize) -> f64 {
        self.long_term.get(day).copied().flatten().unwrap_or(f64::INFINITY)
    }

    fn is_extreme(&self, at: usize, beats: fn(f64, f64) -> bool) -> bool {
        let Some(here) = self.long_term.get(at).copied().flatten() else { return false };
        let last = self.long_term.len().saturating_sub(1);
        let around = at.saturating_sub(NEIGHBOURS)..=(at + NEIGHBOURS).min(last);
        self.long_term.get(around).unwrap_or(&[]).iter().flatten().all(|there| beats(here, *there))
    }

    fn median_year(&self, at: usize) -> f64 {
        let year = self.long_term.get((at + 1).saturating_sub(LEAST_DAYS)..=at).unwrap_or(&[]);
        median(&year.iter().flatten().copied().collect::<Vec<f64>>()).unwrap_or(f64::INFINITY)
    }

    fn sum(&self, to: usize, days: usize) -> Option<f64> {
        let from = (to + 1).checked_sub(days)?;
        self.minutes.get(from..=to)?.iter().copied().sum()
    }

    /// The onset of the flare that a rise ended in.
    fn bust(&self, (_, high): (usize, usize), calendar: &Calendar) -> Option<usize> {
        let near = high.saturating_sub(BEFORE_TOP)..=high + AFTER_TOP;
        calendar.onsets.iter().map(|onset| onset.at).filter(|at| near.contains(at)).find(|at| {
            let before = at.checked_sub(1).and_then(|last| self.sum(last, 28)).map(|sum| sum / 4.0);
            let collapsed = |day: usize| {
                self.sum(at + day, 7).zip(before).is_some_and(|(week, before)| is_collapse(week, before))
            };
            (0..=BUST_DAYS).any(collapsed)
        })
    }

    fn tell(&self, rise: (usize, usize), calendar: &Calendar, timeline: Timeline) -> Rise {
        let (low, high) = rise;
        let ratio = self.at(high) / self.at(low);
        let flare = self.bust(rise, calendar);
        Rise {
            from: timeline.date(low),
            to: timeline.date(high),
            ratio,
            percent_a_week: 100.0 * (ratio - 1.0) * 7.0 / real(high - low),
            ceiling_min: flare.and_then(|at| self.long_term.get(at).copied().flatten()),
            flare: flare.map(|at| timeline.date(at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::windows::Onset;
    use super::*;
    use crate::calendar::day;

    #[test]
    fn worked_example_of_f9() {
        assert!(((48.0_f64 / 38.0 - 1.0) * 100.0 - 26.3).abs() < 0.05);
        assert!(is_rise(38.0, 48.0, 30, 40.0));
        assert!((8.0_f64 / 45.0 - 0.18).abs() < 0.005);
        assert!(is_collapse(8.0, 45.0));
    }

    #[test]
    fn too_quick_too_slow_too_small_or_from_nothing_is_no_rise() {
        assert!(!is_rise(38.0, 48.0, 13, 40.0) && !is_rise(38.0, 48.0, 85, 40.0));
        assert!(!is_rise(38.0, 45.0, 30, 40.0));
        assert!(!is_rise(7.0, 48.0, 30, 40.0), "below a fifth of the usual");
        assert!(!is_collapse(23.0, 45.0) && !is_collapse(0.0, 0.0));
    }

    /// Years of 30 min a day; an easy fortnight, then a build to 60 min, some of which end in a flare and a break.
    fn life(builds: &[(usize, bool)], days: usize) -> (Vec<Option<f64>>, Calendar) {
        let mut minutes = vec![Some(30.0); days];
        let mut onsets = Vec::new();
        for (from, is_bust) in builds {
            for day in minutes.iter_mut().skip(from - 14).take(14) {
                *day = Some(20.0);
            }
            for day in minutes.iter_mut().skip(*from).take(42) {
                *day = Some(60.0);
            }
            if *is_bust {
                onsets.push(Onset { at: from + 42, end: from + 50, is_from_run: true });
                for day in minutes.iter_mut().skip(from + 43).take(21) {
                    *day = Some(0.0);
                }
            }
        }
        (minutes, Calendar::new(onsets, days))
    }

    #[test]
    fn three_busts_and_two_clean_rises_are_counted() {
        let builds = [(200, true), (400, false), (600, true), (800, false), (1000, true)];
        let (minutes, calendar) = life(&builds, 1100);
        let timeline = Timeline { first: day("2023-01-01"), days: 1100 };
        let told = boom_and_bust(minutes, &calendar, timeline).unwrap();
        assert_eq!((told.rises.len(), told.cycles, told.tier), (5, 3, Tier::Hint), "{told:?}");
        assert!((told.share - 0.6).abs() < 1e-12 && told.expected_share < 0.3);
        assert_eq!(told.rises[0].flare, Some(timeline.date(242)));
        assert!(told.ceiling_min.is_some_and(|[middle, ..]| (40.0..55.0).contains(&middle)));
    }

    #[test]
    fn a_flare_without_a_collapse_is_no_bust_and_a_month_says_nothing() {
        let (mut minutes, _) = life(&[(200, false), (500, false)], 800);
        // Back to the usual 30 min a day would be exactly half: a collapse.
        for day in minutes.iter_mut().skip(242).take(28) {
            *day = Some(40.0);
        }
        let calendar = Calendar::new(vec![Onset { at: 242, end: 250, is_from_run: true }], 800);
        let timeline = Timeline { first: day("2023-01-01"), days: 800 };
        let told = boom_and_bust(minutes, &calendar, timeline).unwrap();
        assert_eq!((told.rises.len(), told.cycles, told.tier), (2, 0, Tier::None));
        let (month, calendar) = life(&[], 30);
        assert_eq!(boom_and_bust(month, &calendar, Timeline { first: day("2023-01-01"), days: 30 }), None);
    }
}
