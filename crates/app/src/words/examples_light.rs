//! Lights as they occur, at least one of each fact, gap and step, for the gallery of sentences.

use super::examples::day;
use kneewise_types::light::{
    GapKind, KneeLight, Light, LightFact, LightGap, LightMode, LightReason, Moment, NextStep, OpenRed,
    RunLight,
};
use kneewise_types::reason::DiarySign;
use kneewise_types::{Evidence, Grade, Side, Swelling};

/// Every fact that can decide a light.
pub fn light_facts() -> Vec<LightFact> {
    let mut all = signs();
    all.extend(scores());
    all.extend(standing());
    all.extend(series());
    all
}

fn signs() -> Vec<LightFact> {
    let date = day("2026-09-30");
    let sign = |sign, value: &str| LightFact::Sign { sign, date, value: value.to_owned() };
    vec![
        sign(DiarySign::Limp, "1"),
        sign(DiarySign::Locking, "stuck"),
        sign(DiarySign::GivingWay, "buckled"),
        sign(DiarySign::NightPain, "wakes"),
        sign(DiarySign::Swelling, "2"),
        sign(DiarySign::Stiffness, "40"),
        LightFact::SwellingRose { date, from: Swelling::None, to: Swelling::Slight },
    ]
}

fn scores() -> Vec<LightFact> {
    let date = day("2026-09-30");
    let moments = [Moment::Morning, Moment::Before, Moment::During, Moment::HourAfter];
    let mut all: Vec<LightFact> =
        moments[1..].iter().map(|moment| LightFact::HighPain { moment: *moment, date, points: 7 }).collect();
    all.extend(moments.map(|moment| LightFact::BonePain { moment, date, points: 2 }));
    all.extend([
        LightFact::YoungPain { date, points: 4 },
        LightFact::MorningAbove { date, points: 3, baseline: 0.5 },
        LightFact::DuringAbove { date, points: 4, limit: 2 },
        LightFact::NotBackAfterHour { date, before: 1, after: 2 },
        LightFact::QuietRun { date, during: 2, morning: 0 },
        LightFact::QuietMorning { date, points: 1, baseline: 1.0 },
    ]);
    all
}

fn standing() -> Vec<LightFact> {
    let date = day("2026-09-30");
    vec![
        LightFact::Masked { date },
        LightFact::InFlare { since: day("2026-09-22") },
        LightFact::NotComplete { date },
        LightFact::RedOpen { since: day("2026-09-28"), baseline: 1.0 },
        LightFact::LastRunHolds { date, light: Light::Amber },
        LightFact::NoEntries { last: Some(day("2026-09-12")), days: 19 },
        LightFact::NoEntries { last: None, days: 0 },
    ]
}

fn series() -> Vec<LightFact> {
    let days = |texts: &[&str]| texts.iter().map(|text| day(text)).collect::<Vec<_>>();
    vec![
        LightFact::ThreeAmber { dates: days(&["2026-09-24", "2026-09-27", "2026-09-30"]) },
        LightFact::TwoReds { dates: days(&["2026-09-24", "2026-09-28"]) },
        LightFact::ThreeReds { dates: days(&["2026-09-18", "2026-09-24", "2026-09-28"]) },
        LightFact::MorningsRise { this_week: 2.4, last_week: 0.9 },
        LightFact::RedNotClosed { since: day("2026-09-14"), days: 17 },
        LightFact::NoImprovement { since: day("2026-08-18"), first_mean: 3.8, last_mean: 3.5 },
    ]
}

/// A light with one reason.
pub fn knee(side: Side, light: Light, fact: LightFact) -> KneeLight {
    let evidence = Evidence::new(Grade::B, "S9");
    KneeLight { reasons: vec![LightReason { fact, evidence }], ..KneeLight::bare(side, Some(light)) }
}

/// Left red, right amber.
pub fn both_sore() -> Vec<KneeLight> {
    let above = LightFact::MorningAbove { date: day("2026-09-30"), points: 4, baseline: 1.0 };
    let red = OpenRed {
        since: day("2026-09-30"),
        latest: day("2026-09-30"),
        baseline: 1.0,
        is_baseline_fresh: false,
        settled_mornings: 0,
        earliest_close: day("2026-10-02"),
        signs: vec![],
    };
    let during = LightFact::DuringAbove { date: day("2026-09-29"), points: 4, limit: 2 };
    let last_run = Some(RunLight { date: day("2026-09-29"), light: Light::Amber });
    vec![
        KneeLight { open_red: Some(red), ..knee(Side::Left, Light::Red, above) },
        KneeLight { last_run, ..knee(Side::Right, Light::Amber, during) },
    ]
}

/// A light for each step that can come next, and each way of being incomplete.
pub fn lights() -> Vec<KneeLight> {
    let [red, amber] = <[KneeLight; 2]>::try_from(both_sore()).unwrap();
    let steps = [NextStep::Enter, NextStep::GoOn, NextStep::Hold, NextStep::Repeat, NextStep::StepDown];
    let rests = [NextStep::Rest, NextStep::RestTwoBack, NextStep::RestAssess];
    let mut all: Vec<KneeLight> =
        steps.map(|next_step| KneeLight { next_step, ..amber.clone() }).into_iter().collect();
    all.extend(rests.map(|next_step| KneeLight { next_step, ..red.clone() }));
    let today = Some(RunLight { date: day("2026-10-01"), light: Light::Provisional });
    all.push(KneeLight { last_run: today, ..amber.clone() });
    all.push(KneeLight { last_run: None, ..amber.clone() });
    all.push(KneeLight::bare(Side::Left, None));
    all.push(KneeLight::bare(Side::Left, Some(Light::Green)));
    let tomorrow = vec![LightGap { date: day("2026-10-02"), what: GapKind::Morning }];
    let provisional =
        KneeLight { light: Some(Light::Provisional), lacks: tomorrow, mode: LightMode::Tendon, ..amber };
    all.push(KneeLight { lacks: gaps(), ..provisional.clone() });
    all.push(provisional);
    all
}

/// Everything that can be missing, for today and for an earlier day.
pub fn gaps() -> Vec<LightGap> {
    let whats = [GapKind::Before, GapKind::During, GapKind::HourAfter, GapKind::Morning, GapKind::Signs];
    let of = |date| whats.map(|what| LightGap { date, what });
    let (earlier, today) = (of(day("2026-09-29")), of(day("2026-10-01")));
    let tomorrow = LightGap { date: day("2026-10-02"), what: GapKind::Morning };
    earlier.into_iter().chain(today).chain([tomorrow]).collect()
}
