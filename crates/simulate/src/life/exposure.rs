//! Which mechanisms the knee is exposed to on a day. The simulator's own definitions, in plain arithmetic on the
//! days lived: they must never be shared with the detection that is tested against them.

use super::calendar::Calendar;
use super::kit::Rack;
use super::phases::Phase;
use super::{Past, last};
use crate::mechanism::{Course, Mechanism};
use crate::scenario::Scenario;

/// The mechanisms present today; the day's training is already in `past`.
pub(super) fn exposed(scenario: &Scenario, past: &Past, rack: &Rack, calendar: &Calendar) -> Vec<Mechanism> {
    let planted = scenario.cause.map(|cause| cause.mechanism);
    let today = past.running_m.len().saturating_sub(1);
    let happens = |mechanism| scenario.circumstances.as_ref().is_some_and(|here| here.has(mechanism));
    let is_present = |mechanism: Mechanism| match mechanism {
        Mechanism::SingleSessionSpike => (0..3).any(|back| is_spike(&past.longest_m, today, back)),
        Mechanism::RapidReturn => is_rapid_return(&past.running_m),
        Mechanism::NewTerrainOrSpeed => is_new_descent(&past.descent_m),
        Mechanism::HardDaysTooClose => {
            last(&past.is_hard, 4).windows(2).any(|pair| pair.iter().all(|&hard| hard))
        }
        Mechanism::ShortSleep => {
            let nights = last(&past.sleep_h, 7);
            nights.len() == 7 && nights.iter().sum::<f64>() / 7.0 < 6.5
        }
        Mechanism::Untrained => {
            today >= 56 && last(&past.has_strength, 56).iter().filter(|&&did| did).count() < 8
        }
        // Traits: there from the first day, and only in runners who are made that way.
        mechanism if mechanism.course() == Course::Trait => planted == Some(mechanism) || happens(mechanism),
        Mechanism::ShoeChange => rack.changed_within(today, 42),
        Mechanism::WornShoe => last(&past.shoes, 3).iter().flatten().any(|&shoe| rack.is_worn(shoe)),
        Mechanism::OnePairHurts => {
            (planted == Some(mechanism) || happens(mechanism))
                && last(&past.shoes, 2).iter().flatten().any(|&shoe| rack.is_bad(shoe))
        }
        Mechanism::NoviceWeekRise => happens(mechanism) && today < 365 && is_week_rise(&past.running_m),
        Mechanism::SpeedRise => (0..14).any(|back| is_new_speed(&past.fast_s, today, back)),
        Mechanism::SurfaceChange => is_new_surface(past),
        Mechanism::CadenceDrop => {
            calendar.phases.is(Phase::SlowSteps, today) && last(&past.running_m, 3).iter().any(|&m| m > 0.0)
        }
        Mechanism::Stress => {
            let days = last(&past.stress, 7);
            scenario.circumstances.is_some() && days.iter().sum::<f64>() >= 6.5 * days.len() as f64
        }
        Mechanism::NoRestDay => {
            let runs = last(&past.running_m, 14);
            let is_active = runs.iter().zip(last(&past.has_strength, 14)).all(|(&m, &did)| m > 0.0 || did);
            runs.len() == 14 && is_active
        }
        // The other traits are caught above.
        _ => false,
    };
    // A break of the calendar is no exposure by itself; a life of fewer than five weeks has no reference yet.
    let is_settled = today >= 35 || calendar.is_scripted;
    let knows = |mechanism: Mechanism| mechanism.is_classic() || scenario.circumstances.is_some();
    let all = Mechanism::ALL.iter().copied();
    all.filter(|&mechanism| is_settled && knows(mechanism) && is_present(mechanism)).collect()
}

/// The longest run `back` days ago was more than 1.10 times the longest of the 30 days before it.
fn is_spike(longest_m: &[f64], today: usize, back: usize) -> bool {
    let Some(day) = today.checked_sub(back) else { return false };
    let before = longest_m.get(day.saturating_sub(30)..day).unwrap_or_default();
    let reference = before.iter().copied().fold(0.0, f64::max);
    let run = longest_m.get(day).copied().unwrap_or(0.0);
    reference > 0.0 && run > 1.10 * reference
}

/// A break of 14 days or more ended in the last 21 days, and the last week is above half of the old one.
fn is_rapid_return(running_m: &[f64]) -> bool {
    let today = running_m.len();
    let week = last(running_m, 7).iter().sum::<f64>();
    (today.saturating_sub(21)..today).any(|day| {
        let Some(break_start) = day.checked_sub(14) else { return false };
        let is_return = running_m.get(day).is_some_and(|&m| m > 0.0)
            && running_m.get(break_start..day).is_some_and(|gap| gap.iter().all(|&m| m <= 0.0));
        if !is_return {
            return false;
        }
        let before_break = running_m.get(..break_start).unwrap_or_default();
        let old_week = last(before_break, 56).iter().sum::<f64>() / 8.0;
        old_week > 0.0 && week > 0.5 * old_week
    })
}

/// The last week has at least 100 m of descent, and twice that of every week of the eight before.
fn is_new_descent(descent_m: &[f64]) -> bool {
    let Some(split) = descent_m.len().checked_sub(7) else { return false };
    let (before, week) = descent_m.split_at(split);
    let week = week.iter().sum::<f64>();
    let weeks = last(before, 56).chunks(7).map(|days| days.iter().sum::<f64>());
    before.len() >= 56 && week >= 100.0 && week >= 2.0 * weeks.fold(0.0, f64::max)
}

/// The last seven days are more than 1.3 times the seven before, and those at least 3 km.
fn is_week_rise(running_m: &[f64]) -> bool {
    let Some(split) = running_m.len().checked_sub(7) else { return false };
    let (before, week) = running_m.split_at(split);
    let (before, week) = (last(before, 7).iter().sum::<f64>(), week.iter().sum::<f64>());
    before >= 3_000.0 && week > 1.3 * before
}

/// The week that ended `back` days ago has 20 minutes at speed, and twice that of every week of the eight before.
fn is_new_speed(fast_s: &[f64], today: usize, back: usize) -> bool {
    let Some(end) = (today + 1).checked_sub(back).filter(|&end| end >= 63) else { return false };
    let days = fast_s.get(end - 63..end).unwrap_or_default();
    let mut weeks = days.chunks(7).map(|week| week.iter().sum::<f64>()).rev();
    let week = weeks.next().unwrap_or(0.0);
    week >= 1_200.0 && week >= 2.0 * weeks.fold(0.0, f64::max)
}

/// Over half of the way of the last two weeks on trails, and under a fifth of the eight weeks before.
fn is_new_surface(past: &Past) -> bool {
    let Some(split) = past.running_m.len().checked_sub(14).filter(|&split| split >= 56) else { return false };
    let share = |from: usize, to: usize| {
        let sum = |metres: &[f64]| metres.get(from..to).unwrap_or_default().iter().sum::<f64>();
        let all = sum(&past.running_m);
        (all > 0.0).then(|| sum(&past.trail_m) / all)
    };
    share(split, split + 14).is_some_and(|now| now > 0.5)
        && share(split - 56, split).is_some_and(|before| before < 0.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spike_needs_a_reference_and_more_than_a_tenth() {
        let mut days = vec![0.0; 40];
        days[20] = 10_000.0;
        days[30] = 11_000.0;
        assert!(!is_spike(&days, 30, 0));
        days[30] = 11_100.0;
        assert!(is_spike(&days, 30, 0));
        assert!(is_spike(&days, 32, 2));
        assert!(!is_spike(&days, 20, 0));
    }

    #[test]
    fn coming_back_to_half_the_old_week_is_not_rapid() {
        let mut days = vec![5_000.0; 56];
        days.extend([0.0; 14]);
        days.extend([2_500.0; 7]);
        assert!(!is_rapid_return(&days));
        days.pop();
        days.push(4_000.0);
        assert!(is_rapid_return(&days));
    }

    #[test]
    fn a_novice_week_rises_only_from_three_kilometres() {
        let mut days = vec![400.0; 7];
        days.extend([1_000.0; 7]);
        assert!(!is_week_rise(&days));
        days.splice(0..7, [500.0; 7]);
        assert!(is_week_rise(&days));
        days.splice(0..7, [770.0; 7]);
        assert!(!is_week_rise(&days));
    }

    #[test]
    fn speed_is_new_for_two_weeks_after_the_first_fast_week() {
        let mut days = vec![0.0; 70];
        days[63] = 1_300.0;
        assert!(is_new_speed(&days, 63, 0));
        assert!(is_new_speed(&days, 69, 0));
        assert!(!is_new_speed(&days, 69, 7));
        days[20] = 700.0;
        assert!(!is_new_speed(&days, 69, 0));
    }

    #[test]
    fn descent_is_new_when_it_doubles_the_highest_week() {
        let mut days = vec![10.0; 56];
        days.extend([20.0; 7]);
        assert!(is_new_descent(&days));
        days[10] = 12.0;
        assert!(!is_new_descent(&days));
    }
}
