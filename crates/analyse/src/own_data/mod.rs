//! One runner's own statistics: what came before the flares of one knee, with the right doubt (load text F).
//!
//! In: a case. Out: [`OwnData`]: an odds ratio and its doubts for each exposure, what came before each flare, changes
//! of the usual pain, boom and bust. Associations in one diary: never a cause, never a prediction.

mod boom_and_bust;
mod change_point;
mod firth;
mod joint;
mod judge;
mod lags;
mod levels;
mod logistic;
mod normal;
mod permutation;
mod place;
pub(crate) mod random;
mod series;
mod standard;
mod standing;
mod stratum;
mod tier;
mod timeline;
mod weight;
mod windows;

use crate::calendar::count;
use crate::causes::case::Case;
use judge::Judged;
use kneewise_types::assessment::{Family, Flare, Missing};
use kneewise_types::own_data::{Exposure, ExposureScale, FlareBefore, NoFinding, OwnData};
use timeline::Timeline;
use windows::{Calendar, Onset};

pub(crate) use boom_and_bust::NAMED as NAMED_CYCLES;
pub(crate) use place::place;

/// An amount counts as unusual from this many robust standard deviations above usual [choice].
const UNUSUAL: f64 = 1.5;

/// What the runner's own days say of the knee of a case.
pub(crate) fn own_data(case: &Case<'_>) -> OwnData {
    let mut own = OwnData { side: case.side, flares: count(case.flares.len()), ..OwnData::default() };
    let Some(timeline) = timeline(case) else {
        own.without = Exposure::ALL.iter().map(|exposure| (*exposure, NoFinding::NotRecorded)).collect();
        return own;
    };
    let calendar = calendar(case, timeline);
    let is_quiet = quiet_days(case, timeline, &calendar);
    let all = series::all(case, timeline);
    own.weights = weight::weights(case, timeline, &all, &calendar);
    let judged: Vec<Judged> =
        all.into_iter().map(|series| Judged::new(series, &is_quiet, &calendar)).collect();
    own.usable_flares = judged.iter().map(Judged::flares).max().unwrap_or(0);
    own.before = before_each(case, &judged, &calendar, timeline);
    (own.findings, own.without) = judge::findings(&judged, &calendar, &case.tested);
    if case.diary.is_none() {
        own.without = Exposure::ALL.iter().map(|exposure| (*exposure, NoFinding::NoDiary)).collect();
    }
    own.change_points = levels::change_points(case);
    let minutes = case.load.days.days().iter().map(|day| day.running_duration_s.map(|s| s / 60.0)).collect();
    own.boom_and_bust = boom_and_bust::boom_and_bust(minutes, &calendar, timeline);
    own
}

fn timeline(case: &Case<'_>) -> Option<Timeline> {
    let days = case.load.days.days();
    Some(Timeline { first: days.first()?.date, days: days.len() })
}

/// The flares that began on the timeline.
fn calendar(case: &Case<'_>, timeline: Timeline) -> Calendar {
    let last = timeline.days.saturating_sub(1);
    let onset = |flare: &Flare| {
        let at = timeline.position(flare.start)?;
        let end = flare.end.map_or(Some(last), |end| timeline.position(end)).unwrap_or(last);
        Some(Onset { at, end: end.max(at), is_from_run: flare.is_onset_from_run })
    };
    Calendar::new(case.flares.iter().filter_map(onset).collect(), timeline.days)
}

/// Days without a flare and without a pain of 1 or more entered.
fn quiet_days(case: &Case<'_>, timeline: Timeline, calendar: &Calendar) -> Vec<bool> {
    let mut is_quiet = timeline.filled(true);
    for onset in &calendar.onsets {
        for day in is_quiet.iter_mut().take(onset.end + 1).skip(onset.at) {
            *day = false;
        }
    }
    for entry in case.diary.map_or(&[][..], |diary| diary.days()) {
        let hurts = entry.day_pain().is_some_and(|pain| pain.points() >= 1);
        if let Some(day) = timeline.position(entry.date).filter(|_| hurts).and_then(|at| is_quiet.get_mut(at))
        {
            *day = false;
        }
    }
    is_quiet
}

/// What was there, or clearly above usual, before each flare.
fn before_each(
    case: &Case<'_>,
    judged: &[Judged],
    calendar: &Calendar,
    timeline: Timeline,
) -> Vec<FlareBefore> {
    let unusual = |onset: Onset| {
        let seen = judged.iter().filter(|one| {
            let least = if one.exposure().scale() == ExposureScale::Presence { 0.5 } else { UNUSUAL };
            one.before(onset).is_some_and(|value| value >= least)
        });
        seen.map(|one| (one.exposure(), one.pair().map(str::to_owned))).collect()
    };
    calendar
        .onsets
        .iter()
        .filter_map(|onset| {
            let start = timeline.date(onset.at);
            let flare = case.flares.iter().find(|flare| flare.start == start)?;
            Some(FlareBefore { start, peak_pain: flare.peak_pain, unusual: unusual(*onset) })
        })
        .collect()
}

/// Why families have no finding of their own, in the words of [`Missing`]; nothing without a diary, which is missing by
/// itself.
pub(crate) fn missing(own: &OwnData) -> Option<Missing> {
    let lacks = |family: Family| own.of(family).err() == Some(NoFinding::FewFlares);
    let unlocks = [
        (Family::Load, "own_data.load"),
        (Family::Overuse, "own_data.overuse"),
        (Family::Weakness, "own_data.weakness"),
        (Family::Footwear, "own_data.footwear"),
    ];
    let unlocks: Vec<&'static str> =
        unlocks.into_iter().filter(|(family, _)| lacks(*family)).map(|(_, name)| name).collect();
    (!unlocks.is_empty()).then_some(Missing { what: "flares", unlocks })
}
