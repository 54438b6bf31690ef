//! Assessments as `analyse` makes them, written by hand.

use crate::words::examples::day;
use jiff::ToSpan;
use kneewise_types::OwnData;
use kneewise_types::assessment::{
    Assessment, BeliefWord, CauseRow, Condition, DueReason, Family, Finding, Flare, Light, LoadDay,
    Mechanism, Missing, NextTest, NextTestId, OpenQuestions, PainDay, Pattern, PatternLabel, RedFlag,
    RedFlagId, State, Urgency, Working,
};
use kneewise_types::light::KneeLight;
use kneewise_types::reason::{DiarySign, Fact, Reason};
use kneewise_types::{Date, Evidence, Grade, RedFlagQuestion, Region, Side, SourceKey, TestId};

fn reason(fact: Fact, grade: Grade, source: &'static str) -> Reason {
    Reason { fact, evidence: Evidence { grade, source: SourceKey(source) } }
}

fn row(row: CauseRow, state: State, contribution: f64, reasons: Vec<Reason>) -> Mechanism {
    Mechanism { row, state, contribution, reasons }
}

fn finding(family: Family, belief: f64, word: BeliefWord, coverage: f64) -> Finding {
    let mechanisms = CauseRow::ALL
        .iter()
        .filter(|row| row.family() == family && row.mechanism().is_some())
        .map(|r| row(*r, State::Unknown, 0.0, vec![]))
        .collect();
    Finding { family, belief, word, coverage, mechanisms, against: vec![] }
}

fn answer(finding: &mut Finding, mechanism: Mechanism) {
    let slot = finding.mechanisms.iter_mut().find(|known| known.row == mechanism.row).unwrap();
    *slot = mechanism;
}

fn as_of() -> Date {
    day("2026-10-01")
}

/// Runs of the weeks before `as_of`, km a week, oldest first, all on its last day.
fn weeks_of(kilometres: &[f64]) -> Vec<LoadDay> {
    let number = i64::try_from(kilometres.len()).unwrap() * 7;
    (0..number)
        .map(|at| {
            let date = as_of().checked_sub((number - 1 - at).days()).unwrap();
            let km = if at % 7 == 6 { kilometres[usize::try_from(at / 7).unwrap()] } else { 0.0 };
            LoadDay { running_distance_m: Some(km * 1000.0), ..LoadDay::unknown(date) }
        })
        .collect()
}

/// Nothing entered, nothing imported.
pub fn empty() -> Assessment {
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        as_of: as_of(),
        side: None,
        onset: as_of(),
        flares: vec![],
        red_flags: vec![],
        open_questions: vec![],
        lights: vec![],
        findings: Family::ALL.into_iter().map(|f| finding(f, 0.05, BeliefWord::LittleSign, 0.0)).collect(),
        patterns: vec![],
        next_tests: vec![],
        missing: vec![
            Missing { what: "activities", unlocks: vec!["load.*"] },
            Missing { what: "diary", unlocks: vec!["load.*", "overuse.*"] },
        ],
        own_data: OwnData::default(),
        working: Working::default(),
    }
}

/// Years of runs, no diary.
pub fn without_diary() -> Assessment {
    let mut load = finding(Family::Load, 0.4135, BeliefWord::May, 0.56);
    answer(&mut load, row(CauseRow::L1, State::Present, 0.31, vec![long_run()]));
    answer(&mut load, row(CauseRow::L2, State::Absent, 0.0, vec![]));
    answer(&mut load, row(CauseRow::L5, State::Absent, 0.0, vec![no_break()]));
    let mut rest = finding(Family::Overuse, 0.1, BeliefWord::LittleSign, 0.13);
    let (from, to) = (day("2026-09-17"), day("2026-09-30"));
    let rest_days = reason(Fact::RestDays { from, to, days: 6 }, Grade::D, "rule");
    answer(&mut rest, row(CauseRow::O7, State::Absent, 0.0, vec![rest_days]));
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        findings: vec![
            load,
            rest,
            finding(Family::Weakness, 0.1, BeliefWord::LittleSign, 0.0),
            finding(Family::Mobility, 0.05, BeliefWord::LittleSign, 0.0),
            finding(Family::Footwear, 0.05, BeliefWord::LittleSign, 0.1),
        ],
        next_tests: vec![NextTest {
            what: NextTestId::Diary,
            rows: vec![CauseRow::O2, CauseRow::O3],
            minutes: 3.0,
            expected_bits: 0.2,
        }],
        missing: vec![
            Missing { what: "diary", unlocks: vec!["overuse.*"] },
            Missing { what: "shoes", unlocks: vec!["footwear.*"] },
            Missing { what: "tests", unlocks: vec!["weakness.*", "mobility.*"] },
        ],
        working: Working {
            load_days: weeks_of(&[18.0, 22.0, 24.0, 21.0, 26.0, 29.0, 31.0, 0.0, 12.0, 40.0]),
            ..Working::default()
        },
        ..empty()
    }
}

fn long_run() -> Reason {
    let fact = Fact::LongRun {
        date: day("2026-09-20"),
        distance_m: 18_000.0,
        best_30_days_m: 12_500.0,
        best_date: day("2026-08-30"),
        ratio: 1.44,
    };
    reason(fact, Grade::B, "S75")
}

fn no_break() -> Reason {
    let fact = Fact::NoBreak { from: day("2026-08-11"), to: day("2026-09-21"), longest_days: 5 };
    reason(fact, Grade::D, "S77")
}

/// The runner of the design: a long, hilly run, an earlier flare, short sleep, a weaker side.
pub fn sore() -> Assessment {
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        as_of: as_of(),
        side: Some(Side::Right),
        onset: day("2026-09-22"),
        flares: vec![flare("2026-06-22", Some("2026-06-29")), flare("2026-09-22", None)],
        red_flags: vec![],
        open_questions: vec![],
        lights: vec![KneeLight::bare(Side::Left, None), KneeLight::bare(Side::Right, Some(Light::Green))],
        findings: sore_findings(),
        patterns: vec![Pattern::bare(
            Side::Right,
            PatternLabel::FitsBest,
            vec![(Condition::Pfp, 0.967), (Condition::Itbs, 0.02), (Condition::Oth, 0.013)],
        )],
        next_tests: vec![NextTest {
            what: NextTestId::Test(TestId::KneeToWall),
            rows: vec![CauseRow::M1],
            minutes: 2.0,
            expected_bits: 0.017_24,
        }],
        missing: vec![
            Missing { what: "cadence", unlocks: vec!["gait.*"] },
            Missing { what: "shoe_details", unlocks: vec!["footwear.low_drop"] },
            Missing { what: "wellness", unlocks: vec!["overuse.stress"] },
        ],
        own_data: OwnData::default(),
        working: sore_working(),
    }
}

fn flare(start: &str, end: Option<&str>) -> Flare {
    Flare {
        side: Side::Right,
        start: day(start),
        end: end.map(day),
        peak_pain: 4,
        main_region: Some(Region::AroundPatella),
        baseline: 0.0,
        is_baseline_known: true,
        is_onset_from_run: true,
    }
}

fn sore_findings() -> Vec<Finding> {
    let mut load = finding(Family::Load, 0.5602, BeliefWord::Probably, 0.89);
    let (from, to) = (day("2026-09-14"), day("2026-09-20"));
    let descent = Fact::NewDescent { from, to, descent_m: 218.0, highest_before_m: 90.0 };
    answer(&mut load, row(CauseRow::L1, State::Present, 0.31, vec![long_run()]));
    let (from, to) = (day("2026-08-25"), day("2026-09-21"));
    let no_larger = Fact::NoLongRun { from, to, largest_ratio: 1.44, largest_date: day("2026-09-20") };
    answer(&mut load, row(CauseRow::L2, State::Absent, 0.0, vec![reason(no_larger, Grade::B, "S75")]));
    answer(&mut load, row(CauseRow::L4, State::Present, 0.25, vec![reason(descent, Grade::D, "S46")]));
    answer(&mut load, row(CauseRow::L5, State::Absent, 0.0, vec![no_break()]));
    let mut overuse = finding(Family::Overuse, 0.482, BeliefWord::May, 0.62);
    let earlier = Fact::EarlierEpisode {
        side: Side::Right,
        ended: day("2026-06-29"),
        days_before: 85,
        is_from_profile: false,
    };
    let (from, to) = (day("2026-09-15"), day("2026-09-21"));
    let rest = Fact::RestDays { from: day("2026-09-08"), to, days: 5 };
    answer(&mut overuse, row(CauseRow::O1, State::Present, 0.29, vec![reason(earlier, Grade::C, "S60")]));
    let sleep = reason(Fact::Sleep { from, to, mean_h: 6.4, nights: 6 }, Grade::C, "S85");
    answer(&mut overuse, row(CauseRow::O4, State::Present, 0.19, vec![sleep]));
    answer(&mut overuse, row(CauseRow::O7, State::Absent, 0.0, vec![reason(rest, Grade::D, "rule")]));
    let mut weakness = finding(Family::Weakness, 0.28, BeliefWord::May, 0.5);
    let bridge = Fact::TestLow {
        test: TestId::SingleLegBridgeHold,
        date: day("2026-08-31"),
        side: Some(Side::Right),
        value: 38.0,
        limit: 30.0,
        other_side: Some(45.0),
        symmetry_pct: Some(84.4),
        is_pain_limited: false,
    };
    answer(&mut weakness, row(CauseRow::W1, State::Present, 0.20, vec![reason(bridge, Grade::D, "rule")]));
    let mut footwear = finding(Family::Footwear, 0.0665, BeliefWord::LittleSign, 0.6);
    let compared = Fact::SameModel {
        name: "Northway 4".into(),
        since: day("2025-11-02"),
        months: 10.6,
        wear: Some(0.9),
    };
    footwear.against.push(row(CauseRow::F10, State::Present, 0.3, vec![reason(compared, Grade::D, "rule")]));
    vec![load, overuse, weakness, footwear, finding(Family::Mobility, 0.05, BeliefWord::LittleSign, 0.0)]
}

fn sore_working() -> Working {
    let kilometres =
        [22.0, 24.0, 30.0, 8.2, 11.0, 20.2, 0.0, 9.0, 21.0, 27.0, 25.0, 28.0, 24.0, 29.0, 33.4, 13.0];
    let pain_days =
        [("2026-06-22", 4), ("2026-06-28", 3), ("2026-07-04", 1), ("2026-08-13", 1), ("2026-09-02", 0)]
            .into_iter()
            .chain([
                ("2026-09-13", 1),
                ("2026-09-20", 3),
                ("2026-09-22", 4),
                ("2026-09-29", 3),
                ("2026-10-01", 2),
            ])
            .map(|(date, points)| PainDay { date: day(date), side: Side::Right, points })
            .collect();
    Working { load_days: weeks_of(&kilometres), pain_days }
}

/// The same runner with an amber light, so that safety takes the first place.
pub fn amber() -> Assessment {
    let mut assessment = sore();
    assessment.lights = vec![KneeLight::bare(Side::Right, Some(Light::Amber))];
    assessment
}

/// Both knees hurt, each for its own reason.
pub fn both_sore() -> Assessment {
    let mut assessment = sore();
    assessment.lights = crate::words::examples_light::both_sore();
    assessment
}

/// Pain, and nothing else known.
pub fn little_known() -> Assessment {
    let findings = Family::ALL.into_iter().map(|f| finding(f, 0.1, BeliefWord::LittleSign, 0.11)).collect();
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        findings,
        patterns: vec![],
        working: Working { load_days: vec![], ..sore_working() },
        ..sore()
    }
}

/// Night pain and a bone pattern.
pub fn red_flag() -> Assessment {
    let flag =
        |id, urgency, reasons| RedFlag { id, side: Some(Side::Right), urgency, is_blocking: true, reasons };
    let woke = Fact::DiarySign {
        sign: DiarySign::NightPain,
        date: day("2026-09-30"),
        side: Side::Right,
        value: "wakes".into(),
    };
    let bone = Fact::BonePattern { side: Side::Right, region: Some(Region::MedialProximalTibia) };
    let answered =
        Fact::RedFlagAnswer { question: RedFlagQuestion::R6, date: day("2026-09-30"), side: Side::Right };
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        red_flags: vec![
            flag(
                RedFlagId::R6,
                Urgency::WithinDays,
                vec![reason(answered, Grade::D, "S37"), reason(woke, Grade::D, "S37")],
            ),
            flag(RedFlagId::R8, Urgency::WithinOneWeek, vec![reason(bone, Grade::D, "S37")]),
        ],
        ..sore()
    }
}

/// A knee with signs whose safety questions were never answered.
pub fn open_questions() -> Assessment {
    let questions = RedFlagQuestion::ALL
        .iter()
        .copied()
        .filter(|q| {
            !matches!(q, RedFlagQuestion::R10Saddle | RedFlagQuestion::All | RedFlagQuestion::Cleared)
        })
        .collect();
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        open_questions: vec![OpenQuestions {
            side: Side::Right,
            since: day("2026-09-22"),
            why: DueReason::NewFlare,
            questions,
        }],
        ..sore()
    }
}

/// The flare is over since a few days.
pub fn settled() -> Assessment {
    let mut assessment = sore();
    assessment.flares[1].end = Some(day("2026-09-28"));
    assessment
}

/// A diary, a little pain, no flare.
pub fn quiet_diary() -> Assessment {
    let mut assessment = sore();
    assessment.flares.clear();
    assessment.findings.iter_mut().for_each(|finding| {
        finding.belief = 0.1;
        finding.word = BeliefWord::LittleSign;
        finding.coverage = 0.6;
    });
    assessment.missing.clear();
    assessment.next_tests.clear();
    assessment
}
