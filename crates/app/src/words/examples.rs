//! Facts as they occur, at least one of each kind, for the gallery of sentences.

use kneewise_types::reason::{DiarySign, Fact};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, RedFlagQuestion, Region, Side, Surface, TestId};

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn span() -> (Date, Date) {
    (day("2026-08-25"), day("2026-09-21"))
}

/// Every fact the program can state, in the order of the vocabulary.
pub fn facts() -> Vec<Fact> {
    let mut all = progression();
    all.extend(rhythm());
    all.extend(knee());
    all.extend(tested());
    all.extend(footwear());
    all.extend(pairs());
    all.extend(episodes());
    all.extend(recovery());
    all.extend(signs());
    all.extend(answers());
    all
}

fn progression() -> Vec<Fact> {
    let (from, to) = span();
    let long_run = |ratio: f64| Fact::LongRun {
        date: day("2026-09-20"),
        distance_m: 12_500.0 * ratio,
        best_30_days_m: 12_500.0,
        best_date: day("2026-08-30"),
        ratio,
    };
    vec![
        long_run(1.44),
        long_run(2.31),
        Fact::NoLongRun { from, to, largest_ratio: 1.07, largest_date: day("2026-09-06") },
        Fact::NoLongRun { from, to, largest_ratio: 0.93, largest_date: day("2026-09-06") },
        Fact::WeekRise {
            from,
            to: day("2026-08-31"),
            distance_m: 31_200.0,
            before_m: 22_000.0,
            ratio: 1.418,
        },
        Fact::WeekRise { from, to: day("2026-08-31"), distance_m: 31_200.0, before_m: 9_000.0, ratio: 3.467 },
        Fact::NoWeekRise { from, to, largest_ratio: 1.12 },
        Fact::NoWeekRise { from, to, largest_ratio: 0.98 },
        Fact::NotNovice { running_since: day("2019-03-12") },
        Fact::NewSpeed { from, to: day("2026-08-31"), hard_min: 24.0, highest_before_min: 10.0 },
        Fact::NewDescent { from, to: day("2026-08-31"), descent_m: 640.0, highest_before_m: 210.0 },
        Fact::NoNewTerrainOrSpeed { from, to },
    ]
}

fn rhythm() -> Vec<Fact> {
    let (from, to) = span();
    let (break_from, break_to) = (day("2026-07-12"), day("2026-07-27"));
    vec![
        Fact::RapidReturn { break_from, break_to, break_days: 16, week_m: 20_000.0, old_week_m: 31_000.0 },
        Fact::GentleReturn { break_from, break_to, break_days: 16, week_m: 12_000.0, old_week_m: 31_000.0 },
        Fact::NoBreak { from, to, longest_days: 5 },
        Fact::HardDaysClose {
            pairs: vec![(day("2026-09-08"), day("2026-09-09")), (day("2026-09-15"), day("2026-09-16"))],
        },
        Fact::HardDaysApart { from, to, hard_days: 5, close_pairs: 1 },
        Fact::HardDaysApart { from, to, hard_days: 0, close_pairs: 0 },
        Fact::SurfaceChange { surface: Surface::Trail, share: 0.62, share_before: 0.08 },
        Fact::SameSurface { surface: Surface::Road, share: 0.91 },
        Fact::SteadyLoad { weeks: 8, coefficient_of_variation: 0.09, largest_ratio: 1.04 },
        Fact::UnsteadyLoad { weeks: 8, coefficient_of_variation: 0.35, largest_ratio: 1.44 },
    ]
}

fn low(test: TestId, value: f64, limit: f64, other_side: Option<f64>, symmetry_pct: Option<f64>) -> Fact {
    let side = other_side.map(|_| Side::Right);
    Fact::TestLow {
        test,
        date: day("2026-08-31"),
        side,
        value,
        limit,
        other_side,
        symmetry_pct,
        is_pain_limited: false,
    }
}

fn knee() -> Vec<Fact> {
    let (from, to) = span();
    let dose = |damage_ratio: f64, descent_damage_share: Option<f64>| Fact::KneeDoseRise {
        date: day("2026-09-20"),
        damage_ratio,
        least_ratio: damage_ratio,
        impulse_ratio: 0.96,
        highest_date: day("2026-08-30"),
        distance_ratio: 0.88,
        descent_damage_share,
    };
    let cadence = |cadence_spm: f64, is_low: bool| Fact::CadenceForSpeed {
        from,
        to,
        cadence_spm,
        speed_mps: 2.8,
        everybody_spm: 167.7,
        rho: cadence_spm / 167.7,
        is_low,
    };
    vec![
        dose(1.34, Some(0.46)),
        dose(2.6, None),
        Fact::NoKneeDoseRise { from, to, largest_ratio: 0.91, largest_date: day("2026-09-06") },
        Fact::DescentRise { from, to, week_m: 420.0, usual_week_m: 150.0, damage_share: Some(0.38) },
        Fact::DescentRise { from, to, week_m: 260.0, usual_week_m: 0.0, damage_share: None },
        Fact::NoDescentRise { from, to, week_m: 140.0, usual_week_m: 150.0 },
        Fact::CadenceDrop { from, to, rho: 0.957, noticed: day("2026-09-14"), weeks: 4 },
        Fact::SteadyCadence { from, to, rho: 1.012, weeks: 4 },
        cadence(158.0, true),
        cadence(169.0, false),
    ]
}

fn tested() -> Vec<Fact> {
    let (from, to) = span();
    let mut all = vec![
        low(TestId::SingleLegBridgeHold, 38.0, 30.0, Some(45.0), Some(84.4)),
        low(TestId::KneeToWall, 8.5, 9.0, Some(11.0), None),
        low(TestId::LateralStepDown, 4.0, 4.0, Some(2.0), None),
        low(TestId::ProneKneeBend, 12.0, 3.0, Some(7.5), None),
        low(TestId::KneeExtension90, 34.0, 30.0, Some(22.0), None),
        low(TestId::HipAbductionEccentric, 1.1, 1.311, Some(1.45), Some(75.9)),
        low(TestId::HipAbductionIsometric, 22.0, 24.0, None, None),
        low(TestId::ModifiedThomasHip, 4.0, 0.0, None, None),
        low(TestId::SidePlank, 38.0, 45.0, None, None),
        Fact::TestLow {
            test: TestId::HeelRaise,
            date: day("2025-12-30"),
            side: Some(Side::Left),
            value: 12.0,
            limit: 15.0,
            other_side: Some(24.0),
            symmetry_pct: Some(50.0),
            is_pain_limited: true,
        },
        Fact::TestNormal {
            test: TestId::SitToStand1Min,
            date: day("2026-08-31"),
            side: None,
            value: 44.0,
            limit: 35.8,
            other_side: None,
            symmetry_pct: None,
        },
        Fact::AllTestsNormal {
            tests: vec![TestId::HeelRaise, TestId::SidePlank],
            lowest_symmetry_pct: Some(96.0),
        },
        Fact::AllTestsNormal { tests: vec![TestId::KneeToWall], lowest_symmetry_pct: None },
        Fact::SomeTestsLow {
            tests: vec![TestId::HeelRaise, TestId::SidePlank],
            low: vec![TestId::HeelRaise],
        },
        Fact::SomeTestsLow { tests: vec![TestId::HeelRaise, TestId::SidePlank], low: vec![] },
    ];
    for (days, per_week) in [(0, 0.0), (2, 0.3), (24, 2.5)] {
        all.push(Fact::StrengthHabit { from, to, days, per_week, is_novice: Some(false) });
    }
    all
}

fn footwear() -> Vec<Fact> {
    vec![
        Fact::FootPostureAndShoes { fpi6: 7.0, neutral_share: 0.92 },
        Fact::MassAndFirmShoes { mass_kg: 61.0, split_kg: 62.8, firm_share: 0.7 },
        Fact::MassAndFirmShoes { mass_kg: 81.0, split_kg: 78.2, firm_share: 0.7 },
        Fact::LowDrop { low_drop_share: 0.8, weeks_with_run: 24, weeks: 26 },
        Fact::MinimalAndMass { mass_kg: 78.0, limit_kg: 71.0, minimal_share: 0.4 },
        Fact::ShoeWear { name: "Northway 4".into(), distance_m: 702_000.0, wear: 1.11, share: 0.6 },
    ]
}

fn pairs() -> Vec<Fact> {
    let (from, to) = span();
    let change = |drop_change_mm, is_plated, is_minimal| Fact::ShoeChange {
        date: day("2026-08-25"),
        from_name: "Northway 4".into(),
        to_name: "Tarn 2".into(),
        drop_change_mm,
        is_plated,
        is_minimal,
    };
    vec![
        Fact::PairsInUse { weeks: 12, runs: 45, pairs: 1, names: vec!["Northway 4".into()] },
        Fact::PairsInUse { weeks: 12, runs: 45, pairs: 2, names: vec!["Northway 4".into(), "Tarn 2".into()] },
        change(Some(-6.0), false, true),
        change(Some(4.5), true, false),
        change(None, false, false),
        Fact::NoShoeChange { from, to },
        Fact::PairsCompared {
            worse: "Northway 4".into(),
            worse_mean: 4.2,
            worse_runs: 5,
            better: "Tarn 2".into(),
            better_mean: 1.5,
            better_runs: 12,
        },
        Fact::SameModel {
            name: "Northway 4".into(),
            since: day("2025-11-02"),
            months: 10.6,
            wear: Some(0.6),
        },
        Fact::SameModel { name: "Northway 4".into(), since: day("2025-11-02"), months: 10.6, wear: None },
    ]
}

fn episodes() -> Vec<Fact> {
    let (from, to) = span();
    let earlier = |is_from_profile| Fact::EarlierEpisode {
        side: Side::Right,
        ended: day("2026-06-29"),
        days_before: 85,
        is_from_profile,
    };
    vec![
        earlier(false),
        earlier(true),
        Fact::NoEarlierEpisode { side: Side::Left, days_known: 300 },
        Fact::PersistentPain { from, to, days_with_pain: 15, entered_days: 18, runs: 6 },
        Fact::PersistentSwelling { from: day("2026-09-15"), to, days: 3, entered_days: 7 },
        Fact::NotPersistent { from, to, days_with_pain: 4, entered_days: 18 },
        Fact::ShortFirstEpisode { start: day("2026-09-22"), days: 5 },
        Fact::NotShortFirstEpisode { earlier: 0, days: 12 },
        Fact::NotShortFirstEpisode { earlier: 2, days: 12 },
        Fact::BoomAndBust { from: day("2024-09-01"), to: day("2026-09-30"), rises: 5, cycles: 3 },
        Fact::BoomAndBust { from: day("2024-09-01"), to: day("2026-09-30"), rises: 2, cycles: 0 },
    ]
}

fn recovery() -> Vec<Fact> {
    let (from, to) = (day("2026-09-15"), day("2026-09-21"));
    let felt = |mean_stress, mean_mood| Fact::StressAndMood { from, to, mean_stress, mean_mood, days: 7 };
    vec![
        Fact::RedLights { from, to, dates: vec![day("2026-09-17"), day("2026-09-20")] },
        Fact::MorningPainRises { this_week: 2.6, last_week: 1.2 },
        Fact::PainSteady { red_lights: 0, this_week: 1.2, last_week: 1.3 },
        Fact::PainSteady { red_lights: 1, this_week: 1.2, last_week: 1.3 },
        Fact::Sleep { from, to, mean_h: 6.4, nights: 5 },
        Fact::SleepAnswer { is_poor: true },
        Fact::SleepAnswer { is_poor: false },
        felt(Some(7.5), Some(3.0)),
        felt(Some(7.5), None),
        felt(None, Some(2.5)),
        Fact::NoRestDay { from, to },
        Fact::RestDays { from, to, days: 2 },
    ]
}

fn signs() -> Vec<Fact> {
    let (date, side) = (day("2026-10-01"), Side::Right);
    let mut all: Vec<Fact> = [
        (DiarySign::Swelling, "2"),
        (DiarySign::Swelling, "3"),
        (DiarySign::Locking, "stuck"),
        (DiarySign::Locking, "catches"),
        (DiarySign::GivingWay, "buckled"),
        (DiarySign::GivingWay, "unsure"),
        (DiarySign::NightPain, "wakes"),
        (DiarySign::NightPain, "turning"),
        (DiarySign::Stiffness, "45"),
        (DiarySign::Limp, "1"),
    ]
    .into_iter()
    .map(|(sign, value)| Fact::DiarySign { sign, date, side, value: value.into() })
    .collect();
    for region in [Some(Region::MedialProximalTibia), None] {
        all.push(Fact::BonePattern { side, region });
        all.push(Fact::YoungHip { side, age: 14, region });
    }
    all.push(Fact::HighDailyPain { side, from: day("2026-09-24"), to: day("2026-09-30"), days: 7 });
    let since = day("2026-08-18");
    all.push(Fact::NoImprovement { side, since, first_mean: 3.8, last_mean: 3.5 });
    all
}

fn answers() -> Vec<Fact> {
    let date = day("2026-09-30");
    let mut all = vec![];
    for code in FindingCode::ALL {
        all.push(Fact::Answered { code: *code, is_present: true, date });
    }
    all.push(Fact::Answered { code: FindingCode::PainSquatting, is_present: false, date });
    for question in RedFlagQuestion::ALL {
        all.push(Fact::RedFlagAnswer { question: *question, date, side: Side::Left });
    }
    all.push(Fact::NotCovered { what: "cadence", have: 4.0, need: 10.0, unit: "steady minutes" });
    all.push(Fact::NotCovered { what: "knee_load", have: 3.0, need: 12.0, unit: "runs" });
    all.push(Fact::NotCovered { what: "diary", have: 12.0, need: 17.0, unit: "days" });
    all.push(Fact::NeverEntered { what: "knee_to_wall" });
    all
}
