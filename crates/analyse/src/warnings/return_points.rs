//! How carefully one knee should return, once it had an episode.
//!
//! Formula: sum of points, in whole points: episode of the same knee that ended at most 12 months ago 2; pain lasted
//! more than 12 months 2 (3 to 12 months 1); AKPS below 70 2; break of 28 days or more 1; running under 2 years 1; LSI
//! under 90 % 1; strength training stopped after recovery 1; planned long run beyond 1.10 times 2; sleep under 7 h 1.
//! 0 to 2 normal, 3 to 5 watch, 6 and more guarded. Source: clinical text G.4 [rule], key `rule`. Grade D.
//! Limits: what nobody told adds nothing and is listed. Says nothing: of a knee without an episode.

use super::RULE;
use crate::calendar::{Window, add_days, days_between, mean};
use crate::causes::case;
use crate::home_tests::symmetry::symmetry_pct;
use crate::load::LoadHistory;
use crate::scores;
use kneewise_types::assessment::Flare;
use kneewise_types::{
    Date, History, Instrument, ReturnBand, ReturnPoint, ReturnWatch, Side, TestId, TestSide,
};

const YEAR: i64 = 365;
const MONTHS_3: i64 = 91;
const BREAK_DAYS: i64 = 28;
const STRENGTH_LOOK_BACK: i64 = 84;
const TEST_DAYS: i64 = 180;
/// Tests in which more is better, done one leg at a time.
const ONE_LEG: [TestId; 6] = [
    TestId::HamstringBridge,
    TestId::SingleLegBridgeHold,
    TestId::SidePlank,
    TestId::HeelRaise,
    TestId::KneeExtensionStrength,
    TestId::LegPress,
];

/// What the points read; `None` is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Told {
    /// Days since the last episode ended.
    pub episode_ended_days: Option<i64>,
    pub pain_days: Option<i64>,
    /// Anterior knee pain scale, 0 to 100.
    pub akps: Option<f64>,
    pub break_days: Option<i64>,
    pub running_days: Option<i64>,
    pub symmetry_pct: Option<f64>,
    pub has_strength_stopped: Option<bool>,
    /// Planned long run over the longest of 30 days.
    pub long_run_ratio: Option<f64>,
    pub sleep_h: Option<f64>,
}

/// Points and band.
pub(crate) fn points(side: Side, told: &Told) -> ReturnWatch {
    let long = |days: i64| match days {
        366.. => 2,
        MONTHS_3..=YEAR => 1,
        _ => 0,
    };
    let when = |is_so: bool, points: u8| if is_so { points } else { 0 };
    let all = [
        (ReturnPoint::RecentEpisode, told.episode_ended_days.map(|days| when(days <= YEAR, 2))),
        (ReturnPoint::LongPain, told.pain_days.map(long)),
        (ReturnPoint::LowKneeScore, told.akps.map(|score| when(score < 70.0, 2))),
        (ReturnPoint::LongBreak, told.break_days.map(|days| when(days >= BREAK_DAYS, 1))),
        (ReturnPoint::NewRunner, told.running_days.map(|days| when(days < 2 * YEAR, 1))),
        (ReturnPoint::WeakerSide, told.symmetry_pct.map(|percent| when(percent < 90.0, 1))),
        (ReturnPoint::StrengthStopped, told.has_strength_stopped.map(|stopped| when(stopped, 1))),
        (ReturnPoint::LongRunPlanned, told.long_run_ratio.map(|ratio| when(ratio > 1.10 + 1e-9, 2))),
        (ReturnPoint::ShortSleep, told.sleep_h.map(|hours| when(hours < 7.0, 1))),
    ];
    let counted: Vec<(ReturnPoint, u8)> =
        all.iter().filter_map(|(point, worth)| Some((*point, worth.filter(|worth| *worth > 0)?))).collect();
    let sum = counted.iter().map(|(_, worth)| *worth).sum();
    ReturnWatch {
        side,
        points: sum,
        band: match sum {
            0..=2 => ReturnBand::Normal,
            3..=5 => ReturnBand::Watch,
            _ => ReturnBand::Guarded,
        },
        counted,
        not_known: all.iter().filter(|(_, worth)| worth.is_none()).map(|(point, _)| *point).collect(),
        evidence: RULE,
    }
}

/// The points of one knee; `None` without an episode in the diary or the profile.
pub(crate) fn return_watch(
    history: &History,
    load: &LoadHistory,
    (side, flares): (Side, &[Flare]),
    as_of: Date,
) -> Option<ReturnWatch> {
    let episodes = episodes(history, side, flares, as_of);
    if episodes.is_empty() {
        return None;
    }
    let ended = episodes.iter().filter_map(|(_, end)| *end).max();
    let lasted =
        |(start, end): &(Option<Date>, Option<Date>)| Some(days_between((*start)?, end.unwrap_or(as_of)) + 1);
    Some(points(
        side,
        &Told {
            episode_ended_days: ended.map(|end| days_between(end, as_of)),
            pain_days: episodes.iter().filter_map(lasted).max(),
            akps: latest_akps(history, side, as_of),
            break_days: break_days(load, as_of),
            running_days: running_days(history, load, as_of),
            symmetry_pct: weakest_pct(history, side, as_of),
            has_strength_stopped: ended.and_then(|end| has_strength_stopped(history, end, as_of)),
            long_run_ratio: None,
            sleep_h: sleep_h(history, as_of),
        },
    ))
}

/// The latest answers to the anterior knee pain scale within half a year.
fn latest_akps(history: &History, side: Side, as_of: Date) -> Option<f64> {
    let window = Window::ending(as_of, TEST_DAYS);
    let told = history.questionnaires.iter().filter(|told| {
        told.side == side && told.instrument == Instrument::Akps && window.contains(told.date)
    });
    scores::score(told.max_by_key(|told| told.date)?).ok()
}

/// First and last day of every episode; a last day is `None` while it goes on or when it is not known.
fn episodes(
    history: &History,
    side: Side,
    flares: &[Flare],
    as_of: Date,
) -> Vec<(Option<Date>, Option<Date>)> {
    let told = history.profile.previous_knee_injury.iter().filter(|injury| injury.side == side);
    let told = told.map(|injury| (injury.from, injury.to.filter(|to| *to <= as_of)));
    flares.iter().map(|flare| (Some(flare.start), flare.end)).chain(told).collect()
}

/// The longest time without a run that reaches into the last 8 weeks.
fn break_days(load: &LoadHistory, as_of: Date) -> Option<i64> {
    let days: Vec<Date> = load.sessions.iter().map(|session| session.date).collect();
    let first = *days.first()?;
    let from = add_days(as_of, -2 * BREAK_DAYS);
    let ends = days.iter().copied().skip(1).chain([as_of]);
    let gaps = days.iter().copied().zip(ends).filter(|(_, end)| *end >= from);
    let is_long_known = days_between(first, as_of) >= BREAK_DAYS;
    gaps.map(|(start, end)| days_between(start, end)).max().filter(|_| is_long_known)
}

/// Since when, as the profile says, else a first run of two years ago or more.
fn running_days(history: &History, load: &LoadHistory, as_of: Date) -> Option<i64> {
    let first = load.sessions.first().map(|session| session.date);
    let long_ago = first.filter(|first| days_between(*first, as_of) >= 2 * YEAR);
    let since = match (history.profile.running_since, long_ago) {
        (Some(since), Some(first)) => since.min(first),
        (since, first) => since.or(first)?,
    };
    Some(days_between(since, as_of))
}

/// The lowest symmetry of the latest one-leg tests of half a year.
fn weakest_pct(history: &History, side: Side, as_of: Date) -> Option<f64> {
    let window = Window::ending(as_of, TEST_DAYS);
    let latest = |test: TestId, side: TestSide| {
        let of = history.tests.iter().filter(|told| told.test == test && told.side == side);
        let latest = of.filter(|told| window.contains(told.date)).max_by_key(|told| told.date);
        latest.map(|told| told.value)
    };
    let (sore, other) = match side {
        Side::Left => (TestSide::Left, TestSide::Right),
        Side::Right => (TestSide::Right, TestSide::Left),
    };
    let ratios = ONE_LEG.iter().filter_map(|test| symmetry_pct(latest(*test, sore)?, latest(*test, other)?));
    ratios.min_by(f64::total_cmp)
}

/// Trained in the 12 weeks up to the end of the episode, and not in the last 4; unknown without any entry.
fn has_strength_stopped(history: &History, end: Date, as_of: Date) -> Option<bool> {
    let days = case::strength_days(history, as_of);
    if days.is_empty() || days_between(end, as_of) < BREAK_DAYS {
        return None;
    }
    let has = |window: Window| days.iter().any(|day| window.contains(*day));
    Some(has(Window::ending(end, STRENGTH_LOOK_BACK)) && !has(Window::ending(as_of, BREAK_DAYS)))
}

/// Mean of the last 7 nights, with 4 or more.
fn sleep_h(history: &History, as_of: Date) -> Option<f64> {
    let week = Window::ending(as_of, 7);
    let nights: Vec<f64> = case::wellness(history, as_of)
        .into_iter()
        .filter(|night| week.contains(night.date))
        .filter_map(|night| night.sleep_h)
        .collect();
    (nights.len() >= 4).then(|| mean(&nights)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_of_g4() {
        let guarded = points(
            Side::Left,
            &Told {
                episode_ended_days: Some(243),
                pain_days: Some(426),
                akps: Some(66.0),
                sleep_h: Some(6.5),
                ..Told::default()
            },
        );
        assert_eq!((guarded.points, guarded.band), (7, ReturnBand::Guarded));
        let normal = points(
            Side::Left,
            &Told {
                break_days: Some(30),
                symmetry_pct: Some(93.0),
                running_days: Some(5 * YEAR),
                ..Told::default()
            },
        );
        assert_eq!((normal.points, normal.band), (1, ReturnBand::Normal));
    }

    #[test]
    fn what_is_not_told_adds_nothing_and_is_listed() {
        let none = points(Side::Right, &Told::default());
        assert_eq!((none.points, none.band, none.not_known.len()), (0, ReturnBand::Normal, 9));
        let edges = Told { pain_days: Some(365), long_run_ratio: Some(1.10), ..Told::default() };
        assert_eq!(points(Side::Right, &edges).counted, [(ReturnPoint::LongPain, 1)]);
        let watch = Told { episode_ended_days: Some(10), pain_days: Some(100), ..Told::default() };
        assert_eq!(points(Side::Right, &watch).band, ReturnBand::Watch);
    }
}
