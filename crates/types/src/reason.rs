//! Reasons: facts with their own dates and numbers, never prose. Sentences are made in `app/words`.

use crate::day::Date;
use crate::evidence::Evidence;
use crate::symptom::{FindingCode, RedFlagQuestion, Region, Side};
use crate::test::TestId;
use serde::Serialize;

/// One fact that speaks for or against, with the evidence for the rule that uses it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    #[serde(flatten)]
    pub fact: Fact,
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// What was seen. Units are in the names; ratios are plain (1.44 is 44 % more).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", content = "numbers", rename_all = "snake_case")]
pub enum Fact {
    /// A run longer than any of the 30 days before.
    LongRun { date: Date, distance_m: f64, best_30_days_m: f64, best_date: Date, ratio: f64 },
    /// No run went beyond 1.10 times the longest of the 30 days before it, in this window.
    NoLongRun { from: Date, to: Date, largest_ratio: f64, largest_date: Date },
    /// A week far above the one before.
    WeekRise { from: Date, to: Date, distance_m: f64, before_m: f64, ratio: f64 },
    /// The largest rise of a week in this window.
    NoWeekRise { from: Date, to: Date, largest_ratio: f64 },
    /// The rule is for novices and this runner has run for longer.
    NotNovice { running_since: Date },
    /// A week with at least twice the fast running of any before it.
    NewSpeed { from: Date, to: Date, hard_min: f64, highest_before_min: f64 },
    /// A week with at least twice the descent of any before it.
    NewDescent { from: Date, to: Date, descent_m: f64, highest_before_m: f64 },
    /// Fast running and descent stayed within what was usual.
    NoNewTerrainOrSpeed { from: Date, to: Date },
    /// A break, then more than half of the old volume within two weeks.
    RapidReturn { break_from: Date, break_to: Date, break_days: u32, week_m: f64, old_week_m: f64 },
    /// A break, and a gentle return.
    GentleReturn { break_from: Date, break_to: Date, break_days: u32, week_m: f64, old_week_m: f64 },
    /// No break of 14 days or more in this window.
    NoBreak { from: Date, to: Date, longest_days: u32 },
    /// Hard sessions less than 48 h apart.
    HardDaysClose { pairs: Vec<(Date, Date)> },
    /// Hard sessions kept their distance.
    HardDaysApart { from: Date, to: Date, hard_days: u32, close_pairs: u32 },
    /// More than half of the distance on a surface that was rare before.
    SurfaceChange { surface: crate::activity::Surface, share: f64, share_before: f64 },
    /// The surfaces stayed what they were.
    SameSurface { surface: crate::activity::Surface, share: f64 },
    /// Eight weeks without a long run, and steady.
    SteadyLoad { weeks: u32, coefficient_of_variation: f64, largest_ratio: f64 },
    /// Weeks vary, or a long run was among them.
    UnsteadyLoad { weeks: u32, coefficient_of_variation: f64, largest_ratio: f64 },
    /// A day whose modelled damage at the kneecap joint went beyond any of the 30 days before, whatever the exponent.
    KneeDoseRise {
        date: Date,
        /// Over the highest of the 30 days before, for m = 6.
        damage_ratio: f64,
        /// The smallest of the ratios for m = 4, 6 and 9.
        least_ratio: f64,
        impulse_ratio: f64,
        highest_date: Date,
        /// The day's distance over the longest of the 30 days before.
        distance_ratio: f64,
        /// Share of the day's damage made downhill; `None` when the grade is not known.
        descent_damage_share: Option<f64>,
    },
    /// No such day in this window.
    NoKneeDoseRise { from: Date, to: Date, largest_ratio: f64, largest_date: Date },
    /// Much more downhill a week than before.
    DescentRise {
        from: Date,
        to: Date,
        week_m: f64,
        usual_week_m: f64,
        /// Share of the modelled damage made downhill in the window.
        damage_share: Option<f64>,
    },
    /// Downhill stayed near what was usual.
    NoDescentRise { from: Date, to: Date, week_m: f64, usual_week_m: f64 },
    /// The step rate fell below the runner's own habit at the same speed.
    CadenceDrop { from: Date, to: Date, rho: f64, noticed: Date, weeks: u32 },
    /// The step rate kept to the runner's own habit.
    SteadyCadence { from: Date, to: Date, rho: f64, weeks: u32 },
    /// The step rate against everybody's at the same speed, median of steady minutes.
    CadenceForSpeed {
        from: Date,
        to: Date,
        cadence_spm: f64,
        speed_mps: f64,
        everybody_spm: f64,
        rho: f64,
        is_low: bool,
    },
    /// The runner answered a question of the screen.
    Answered { code: FindingCode, is_present: bool, date: Date },
    /// A strength or mobility test compared with its norm or the other side.
    TestLow {
        test: TestId,
        date: Date,
        side: Option<Side>,
        value: f64,
        limit: f64,
        other_side: Option<f64>,
        symmetry_pct: Option<f64>,
        is_pain_limited: bool,
    },
    /// A test that was fine.
    TestNormal {
        test: TestId,
        date: Date,
        side: Option<Side>,
        value: f64,
        limit: f64,
        other_side: Option<f64>,
        symmetry_pct: Option<f64>,
    },
    /// Strength training in a window.
    StrengthHabit { from: Date, to: Date, days: u32, per_week: f64, is_novice: Option<bool> },
    /// All tests of the group at norm.
    AllTestsNormal { tests: Vec<TestId>, lowest_symmetry_pct: Option<f64> },
    /// Not all tests of the group at norm.
    SomeTestsLow { tests: Vec<TestId>, low: Vec<TestId> },
    /// Pronated feet and how much was run in neutral shoes.
    FootPostureAndShoes { fpi6: f64, neutral_share: f64 },
    /// Body mass and how much was run in firm shoes.
    MassAndFirmShoes { mass_kg: f64, split_kg: f64, firm_share: f64 },
    /// Pairs in use.
    PairsInUse { weeks: u32, runs: u32, pairs: u32, names: Vec<String> },
    /// Low drop and how regularly the runner runs.
    LowDrop { low_drop_share: f64, weeks_with_run: u32, weeks: u32 },
    /// A change of shoe before the onset.
    ShoeChange {
        date: Date,
        from_name: String,
        to_name: String,
        drop_change_mm: Option<f64>,
        is_plated: bool,
        is_minimal: bool,
    },
    /// No change of shoe type in this window.
    NoShoeChange { from: Date, to: Date },
    /// Wear of a pair.
    ShoeWear { name: String, distance_m: f64, wear: f64, share: f64 },
    /// Pain in one pair against another, in like runs.
    PairsCompared {
        worse: String,
        worse_mean: f64,
        worse_runs: u32,
        better: String,
        better_mean: f64,
        better_runs: u32,
    },
    /// A minimal shoe and body mass.
    MinimalAndMass { mass_kg: f64, limit_kg: f64, minimal_share: f64 },
    /// The same model for a long time.
    SameModel { name: String, since: Date, months: f64, wear: Option<f64> },
    /// An earlier episode of the same knee.
    EarlierEpisode { side: Side, ended: Date, days_before: u32, is_from_profile: bool },
    /// No earlier episode of the same knee in the last 12 months.
    NoEarlierEpisode { side: Side, days_known: u32 },
    /// Pain on most entered days while training went on.
    PersistentPain { from: Date, to: Date, days_with_pain: u32, entered_days: u32, runs: u32 },
    /// Swelling that stays.
    PersistentSwelling { from: Date, to: Date, days: u32, entered_days: u32 },
    /// Neither persistent pain nor swelling.
    NotPersistent { from: Date, to: Date, days_with_pain: u32, entered_days: u32 },
    /// Runs whose light was red.
    RedLights { from: Date, to: Date, dates: Vec<Date> },
    /// Mean morning pain rose from week to week.
    MorningPainRises { this_week: f64, last_week: f64 },
    /// No red lights in numbers and no rising week.
    PainSteady { red_lights: u32, this_week: f64, last_week: f64 },
    /// Mean sleep of a week.
    Sleep { from: Date, to: Date, mean_h: f64, nights: u32 },
    /// Whether the runner calls their sleep short, of low quality or troubled.
    SleepAnswer { is_poor: bool },
    /// Mean stress and mood of a week.
    StressAndMood { from: Date, to: Date, mean_stress: Option<f64>, mean_mood: Option<f64>, days: u32 },
    /// No day without run or strength.
    NoRestDay { from: Date, to: Date },
    /// Rest days there were.
    RestDays { from: Date, to: Date, days: u32 },
    /// First episode, short and settled.
    ShortFirstEpisode { start: Date, days: u32 },
    /// Not the first episode, or not settled.
    NotShortFirstEpisode { earlier: u32, days: u32 },
    /// Rises of fitness, and how many of them ended in a flare and a collapse of training.
    BoomAndBust { from: Date, to: Date, rises: u32, cycles: u32 },
    /// A value of the diary that is a warning sign.
    DiarySign { sign: DiarySign, date: Date, side: Side, value: String },
    /// A red-flag question answered with yes.
    RedFlagAnswer { question: RedFlagQuestion, date: Date, side: Side },
    /// The pattern screen points at a bone that may be overloaded.
    BonePattern { side: Side, region: Option<Region> },
    /// Young runner with a sign that can come from the hip.
    YoungHip { side: Side, age: i16, region: Option<Region> },
    /// Pain of 6 or more in daily life on several entered days in a row.
    HighDailyPain { side: Side, from: Date, to: Date, days: u32 },
    /// Pain during runs no better than six weeks and more ago.
    NoImprovement { side: Side, since: Date, first_mean: f64, last_mean: f64 },
    /// The window is not covered by what was entered or recorded.
    NotCovered { what: &'static str, have: f64, need: f64, unit: &'static str },
    /// Never entered.
    NeverEntered { what: &'static str },
}

/// Which field of the diary gave a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DiarySign {
    Swelling,
    Locking,
    GivingWay,
    NightPain,
    Stiffness,
    Limp,
}
