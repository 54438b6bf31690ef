//! How much the timing of all flares speaks for each mechanism of the cause table.

mod counts;
mod lines;
mod present;

use super::series::Series;
use super::timeline::Timeline;
use super::windows::Calendar;
use crate::calendar::{count, days_between};
use crate::causes::case::Case;
use counts::{Part, log_bayes_factor};
use kneewise_types::own_data::Weight;

/// Days after a flare on which no new one can be told from the old (load text F1).
const AFTER_FLARE: usize = 7;
/// Days after a flare in which the knee flares more easily (previous injury, `S60`).
const REMEMBERED_DAYS: usize = 180;
/// A day is watched when an entry lies within so many days of it.
const WATCHED_DAYS: usize = 7;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Risk {
    None,
    Usual,
    AfterFlare,
}

/// One weight for each mechanism whose days are known.
pub(super) fn weights(
    case: &Case<'_>,
    timeline: Timeline,
    series: &[Series],
    calendar: &Calendar,
) -> Vec<Weight> {
    let risk = risk(case, timeline, calendar);
    let mut is_onset = timeline.filled(false);
    for onset in &calendar.onsets {
        if let Some(day) = is_onset.get_mut(onset.at) {
            *day = true;
        }
    }
    present::all(case, timeline, series)
        .into_iter()
        .map(|mechanism| {
            let mut parts = [Part::default(); 2];
            let days = mechanism.days.iter().zip(&risk).zip(&is_onset);
            for ((is_exposed, risk), is_onset) in days {
                let (Some(is_exposed), [usual, after]) = (is_exposed, &mut parts) else { continue };
                match risk {
                    Risk::None => {}
                    Risk::Usual => usual.add(*is_exposed, *is_onset),
                    Risk::AfterFlare => after.add(*is_exposed, *is_onset),
                }
            }
            let sum = |get: fn(&Part) -> f64| parts.iter().map(get).sum::<f64>();
            Weight {
                mechanism: mechanism.id,
                family: mechanism.family,
                share: mechanism.share,
                days_at_risk: count(risk.iter().filter(|risk| **risk != Risk::None).count()),
                days: sum(|part| part.days),
                exposed_days: sum(|part| part.exposed_days),
                flares: sum(|part| part.flares),
                exposed_flares: sum(|part| part.exposed_flares),
                log_bayes_factor: log_bayes_factor(&parts),
            }
        })
        .collect()
}

/// How each day stands: sore or unwatched, usual, or remembering a flare.
fn risk(case: &Case<'_>, timeline: Timeline, calendar: &Calendar) -> Vec<Risk> {
    let mut risk = timeline.filled(Risk::None);
    for entry in case.diary.map_or(&[][..], |diary| diary.days()) {
        let at = days_between(timeline.first, entry.date);
        let Ok(at) = usize::try_from(at) else { continue };
        let around = risk.iter_mut().take(at + WATCHED_DAYS + 1).skip(at.saturating_sub(WATCHED_DAYS));
        around.for_each(|day| *day = Risk::Usual);
    }
    for onset in &calendar.onsets {
        for day in risk.iter_mut().take(onset.end + AFTER_FLARE + REMEMBERED_DAYS + 1).skip(onset.end) {
            if *day == Risk::Usual {
                *day = Risk::AfterFlare;
            }
        }
    }
    for onset in &calendar.onsets {
        // The day of the onset is at risk: that is what happened on it.
        for day in risk.iter_mut().take(onset.end + AFTER_FLARE + 1).skip(onset.at + 1) {
            *day = Risk::None;
        }
    }
    for onset in &calendar.onsets {
        if let Some(day) = risk.get_mut(onset.at).filter(|day| **day == Risk::None) {
            *day = Risk::Usual;
        }
    }
    risk
}
