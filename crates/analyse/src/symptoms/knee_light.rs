//! The light of one knee on the day asked, with its reasons and what comes next.
//!
//! Formula: the worst of the open RED, the light of the last run (AMBER and PROVISIONAL until the next run; a RED that
//! was closed no longer speaks) and the light of the day. Source: clinical text A.3 [rule], key `rule`; the limits
//! themselves S9 for kneecap pain, S7 for tendons. Grade D, B for the limits of joint and tendon.
//! Says nothing: no diary entry in the 14 days before.

use super::explain::{RatedDay, facts, gaps};
use super::light_days::{Knee, LightDays, Rated};
use super::morning_baseline::morning_baseline;
use super::series::series;
use crate::calendar::{add_days, count_days, days_between};
use crate::order;
use kneewise_types::light::{
    GapKind, KneeLight, Light, LightFact, LightGap, LightMode, LightReason, NextStep,
};
use kneewise_types::{Date, Evidence, Grade};

const STALE_DAYS: i64 = 14;
const RULE: Evidence = Evidence::new(Grade::D, "rule");
const KNEECAP: Evidence = Evidence::new(Grade::B, "S9");
const TENDON: Evidence = Evidence::new(Grade::B, "S7");

/// The light of a knee with a diary.
pub(crate) fn knee_light(knee: &Knee<'_>, lights: &LightDays, as_of: Date) -> KneeLight {
    let mode = knee.modes.on(as_of);
    let light = light_today(knee, lights, as_of);
    let found = light.map(|light| decided(knee, lights, as_of, light)).unwrap_or_default();
    let stale = || vec![no_entries(knee, as_of)];
    let facts = if light.is_some() { found.facts } else { stale() };
    let with = |evidence: fn(&LightFact, LightMode) -> Evidence| {
        move |fact: LightFact| LightReason { evidence: evidence(&fact, mode), fact }
    };
    let series = series(knee.diary, knee.flares, lights, as_of);
    let next_step = next_step(light, lights, &series);
    KneeLight {
        side: knee.diary.side,
        light,
        mode,
        baseline: match &lights.open {
            Some(red) => red.baseline(knee.diary, as_of),
            None => morning_baseline(knee.diary, add_days(as_of, -1), &lights.spans),
        },
        reasons: facts.into_iter().map(with(evidence)).collect(),
        lacks: found.lacks,
        open_red: lights.open.map(|red| red.describe(knee.diary, as_of)),
        series: series.into_iter().map(with(|_, _| RULE)).collect(),
        last_run: lights.runs.last().copied(),
        next_step,
    }
}

fn light_today(knee: &Knee<'_>, lights: &LightDays, as_of: Date) -> Option<Light> {
    let last_entry = knee.diary.days().last()?.date;
    if days_between(last_entry, as_of) >= STALE_DAYS {
        return None;
    }
    if lights.open.is_some() {
        return Some(Light::Red);
    }
    let of_day = lights.today?.light;
    Some(standing_run(lights).map_or(of_day, |run| of_day.max(run.light)))
}

/// The last run while its light still speaks.
fn standing_run(lights: &LightDays) -> Option<&Rated> {
    lights.latest_run.as_ref().filter(|run| run.light != Light::Red)
}

/// What decided a light, and what would complete it.
#[derive(Debug, Default)]
struct Found {
    facts: Vec<LightFact>,
    lacks: Vec<LightGap>,
}

fn decided(knee: &Knee<'_>, lights: &LightDays, as_of: Date, light: Light) -> Found {
    if let (Some(red), Some(latest)) = (lights.open, &lights.latest_red) {
        let mut found = Found { facts: of_rated(knee, latest), lacks: Vec::new() };
        let baseline = red.baseline(knee.diary, as_of);
        found.facts.push(LightFact::RedOpen { since: red.since, baseline });
        found.lacks = [as_of, add_days(as_of, 1)]
            .into_iter()
            .filter(|date| knee.diary.day(*date).and_then(|entry| entry.pain_morning).is_none())
            .map(|date| LightGap { date, what: GapKind::Morning })
            .take(1)
            .collect();
        return found;
    }
    let mut found = Found::default();
    let run = standing_run(lights).filter(|run| run.date != as_of);
    if let Some(today) = lights.today.as_ref().filter(|today| today.light == light) {
        found.facts = of_rated(knee, today);
        found.lacks = gaps(&today.rating, &knee.day_of(today));
    }
    if let Some(run) = run.filter(|run| run.light == light && light > Light::Green) {
        let day: RatedDay<'_> = knee.day_of(run);
        let of_run = facts(&run.rating, &day).into_iter().filter(|fact| !found.facts.contains(fact));
        let holds = LightFact::LastRunHolds { date: run.date, light };
        let of_run: Vec<LightFact> = of_run.chain([holds]).collect();
        found.facts.extend(of_run);
        found.lacks.extend(gaps(&run.rating, &day));
    }
    order::sort(&mut found.lacks);
    found.lacks.dedup();
    found
}

fn of_rated(knee: &Knee<'_>, rated: &Rated) -> Vec<LightFact> {
    facts(&rated.rating, &knee.day_of(rated))
}

fn no_entries(knee: &Knee<'_>, as_of: Date) -> LightFact {
    let last = knee.diary.days().last().map(|entry| entry.date);
    let days = last.map_or(0, |last| count_days(days_between(last, as_of)));
    LightFact::NoEntries { last, days }
}

/// The limits on pain are published for kneecap pain and tendons; everything else is the text's own rule.
const fn evidence(fact: &LightFact, mode: LightMode) -> Evidence {
    match (fact, mode) {
        (
            LightFact::DuringAbove { .. }
            | LightFact::NotBackAfterHour { .. }
            | LightFact::MorningAbove { .. }
            | LightFact::QuietRun { .. },
            LightMode::Joint,
        ) => KNEECAP,
        (
            LightFact::DuringAbove { .. } | LightFact::MorningAbove { .. } | LightFact::QuietRun { .. },
            LightMode::Tendon,
        ) => TENDON,
        _ => RULE,
    }
}

fn next_step(light: Option<Light>, lights: &LightDays, series: &[LightFact]) -> NextStep {
    let has = |is: fn(&LightFact) -> bool| series.iter().any(is);
    let must_assess = has(|fact| {
        matches!(
            fact,
            LightFact::ThreeReds { .. } | LightFact::RedNotClosed { .. } | LightFact::NoImprovement { .. }
        )
    });
    let two_reds = has(|fact| matches!(fact, LightFact::TwoReds { .. }));
    match light {
        None => NextStep::Enter,
        Some(_) if lights.open.is_some() && must_assess => NextStep::RestAssess,
        Some(_) if lights.open.is_some() && two_reds => NextStep::RestTwoBack,
        Some(Light::Red) => NextStep::Rest,
        Some(Light::Amber | Light::Provisional) => {
            let three_amber = has(|fact| matches!(fact, LightFact::ThreeAmber { .. }));
            if three_amber { NextStep::StepDown } else { NextStep::Repeat }
        }
        Some(Light::Green) if series.is_empty() => NextStep::GoOn,
        Some(Light::Green) => NextStep::Hold,
    }
}
