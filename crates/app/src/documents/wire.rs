//! The words of the vocabulary as OpenAPI sees them. The pure crates know nothing of OpenAPI, so each list of words is
//! repeated here, and a test holds the two together.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($($(#[$about:meta])* $name:ident $(as $case:tt)? { $($(#[$word_meta:meta])* $word:ident),+ $(,)? })+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        $(#[serde(rename_all = $case)])?
        pub enum $name { $($(#[$word_meta])* $word),+ }
    )+};
}

words! {
    /// One of the five families of causes.
    Family as "snake_case" { Load, Overuse, Weakness, Mobility, Footwear }
    /// Whether an observation was made, made and not found, or never made.
    State as "snake_case" { Present, Absent, Unknown }
    /// How much a family is supported.
    BeliefWord {
        #[serde(rename = "little sign")]
        LittleSign,
        #[serde(rename = "may")]
        May,
        #[serde(rename = "probably")]
        Probably,
        #[serde(rename = "main candidate")]
        MainCandidate,
    }
    /// Which knee.
    Side as "snake_case" { Left, Right }
    /// How soon a person must be seen.
    Urgency {
        #[serde(rename = "emergency")]
        Emergency,
        #[serde(rename = "same_day")]
        SameDay,
        #[serde(rename = "within_days")]
        WithinDays,
        #[serde(rename = "within_1_week")]
        WithinOneWeek,
        #[serde(rename = "within_2_weeks")]
        WithinTwoWeeks,
        #[serde(rename = "routine")]
        Routine,
    }
    /// A condition that the pattern of one knee is compared with.
    Condition as "UPPERCASE" { Pfp, Itbs, Pt, Qt, Fp, Pa, Men, Oa, Apo, Bsi, Hip, Oth }
    /// How clearly the pattern points.
    PatternLabel as "SCREAMING_SNAKE_CASE" { NotEnough, FitsBest, TwoPossible, Leans, Unclear }
    /// The day's traffic light; provisional is shown as amber.
    Light as "snake_case" { Green, Provisional, Amber, Red }
    /// Which limits of the light apply.
    LightMode as "snake_case" { Joint, Tendon, Bone, Teen }
    /// What a light lacks.
    GapKind as "snake_case" { Before, During, HourAfter, Morning, Signs }
    /// What comes next after a light.
    NextStep as "snake_case" { Enter, GoOn, Hold, Repeat, StepDown, Rest, RestTwoBack, RestAssess }
    /// Why safety questions became due.
    DueReason as "snake_case" { FirstSign, NewFlare, NewSign, FollowUp }
    /// A sign of the diary.
    DiarySign as "snake_case" { Swelling, Locking, GivingWay, NightPain, Stiffness, Limp }
    /// Strength of evidence, best first; D is expert opinion.
    Grade { A, B, C, D }
    /// What was done.
    Sport as "snake_case" {
        Run, TrailRun, TreadmillRun, Walk, Hike, Ride, Swim, Elliptical, PoolRun, Row, Yoga, Strength, Other,
    }
    /// What the feet were on.
    Surface as "snake_case" { Road, Trail, Track, Treadmill, Mixed }
    /// What a pair of shoes is built for.
    ShoeCategory as "snake_case" { Daily, MaxCushion, Stability, Lightweight, RacePlated, Trail, Minimal }
    /// What kind of input an activity was read from, richest first.
    SourceKind as "snake_case" { Fit, Tcx, Gpx, ExportTable, Log }
    /// Where the offset that decides the local day came from, best first.
    OffsetOrigin as "snake_case" { Recorded, Coordinates, Profile, Assumed }
}

/// A time in which the timer stood still, in seconds from the start.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    pub from: f64,
    pub to: f64,
}

/// One input that told of an activity.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivitySource {
    pub kind: SourceKind,
    /// SHA-256 of the original bytes, hexadecimal.
    pub content: String,
    /// Which activity inside that content, from 0.
    pub part: u32,
    /// The name it was first seen under.
    pub path: String,
}

/// A day of the load series; `null` is not known, 0 is rest.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoadDay {
    #[schema(format = Date)]
    pub date: String,
    pub running_distance_m: Option<f64>,
    pub running_duration_s: Option<f64>,
    /// Arbitrary units; `null` when a session of the day has no rating.
    pub session_rpe_load: Option<f64>,
    pub trimp: Option<f64>,
    pub longest_session_m: Option<f64>,
    /// Longest session of the 30 days before.
    pub best_30_days_m: Option<f64>,
    /// Time above threshold.
    pub hard_s: Option<f64>,
    pub descent_m: Option<f64>,
    /// Whether a rating of the day was estimated.
    pub is_session_rpe_imputed: bool,
    /// TRIMP in percent of an hour at threshold heart rate.
    pub threshold_trimp: Option<f64>,
    /// Summated heart-rate zones.
    pub edwards: Option<f64>,
    /// Percent of an hour at threshold speed.
    pub run_stress: Option<f64>,
}

/// Something that is not known, and what knowing it would unlock.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Lacking {
    pub what: String,
    pub unlocks: Vec<String>,
}

/// One line of the diary: one knee, one day. What was not entered is `null` or empty.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DiaryEntry {
    #[schema(format = Date)]
    pub date: String,
    pub side: Side,
    #[schema(maximum = 10)]
    pub pain_morning: Option<u8>,
    #[schema(maximum = 10)]
    pub pain_before: Option<u8>,
    #[schema(maximum = 10)]
    pub pain_during_max: Option<u8>,
    #[schema(maximum = 10)]
    pub pain_60min: Option<u8>,
    /// How far into the run the pain began.
    pub pain_onset_m: Option<f64>,
    /// Codes of the marked regions, the main one first.
    pub regions: Vec<String>,
    pub swelling: Option<String>,
    pub stiffness_min: Option<u16>,
    pub locking: Option<String>,
    pub giving_way: Option<String>,
    pub night_pain: Option<String>,
    pub has_limp: Option<bool>,
    pub has_medicine: Option<bool>,
    #[schema(value_type = Vec<Object>)]
    pub findings: Vec<serde_json::Value>,
    #[schema(value_type = Vec<Object>)]
    pub other_pain: Vec<serde_json::Value>,
    pub note: Option<String>,
}

/// A fact with its numbers and where its rule is from.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Reason {
    /// What kind of fact, such as `long_run`.
    pub kind: String,
    /// Its numbers, named with their units.
    #[schema(value_type = Object)]
    pub numbers: serde_json::Value,
    /// Key of the source in the list of evidence.
    pub source: String,
    pub grade: Grade,
}

/// A red light that has not been closed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct OpenRed {
    /// Days of the first red and of the latest.
    #[schema(format = Date)]
    pub since: String,
    #[schema(format = Date)]
    pub latest: String,
    /// The usual morning as it was frozen, or taken afresh after 14 days.
    pub baseline: f64,
    pub is_baseline_fresh: bool,
    /// Mornings in a row that were no worse than the usual one.
    pub settled_mornings: u8,
    #[schema(format = Date)]
    pub earliest_close: String,
    /// Signs that keep it open.
    pub signs: Vec<DiarySign>,
}

/// One run with its light.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RunLight {
    #[schema(format = Date)]
    pub date: String,
    pub light: Light,
}

#[cfg(test)]
mod test {
    use super::*;
    use kneewise_types::assessment as real;
    use serde_json::Value;

    /// Every word of the vocabulary reads as a word of the schema.
    fn same<R: Serialize + Copy, W: for<'a> Deserialize<'a> + Serialize>(all: &[R], names: Vec<Value>) {
        let written: Vec<Value> = all.iter().map(|word| serde_json::to_value(word).unwrap()).collect();
        for word in all {
            let text = serde_json::to_string(word).unwrap();
            let read: W = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
        assert_eq!(written, names);
    }

    /// The words as the description names them.
    fn words<T: utoipa::PartialSchema>() -> Vec<Value> {
        let schema = serde_json::to_value(T::schema()).unwrap();
        schema["enum"].as_array().unwrap().clone()
    }

    #[test]
    fn the_words_of_the_schema_are_those_of_the_vocabulary() {
        use kneewise_types::{Side as RealSide, Sport as RealSport, Surface as RealSurface};
        same::<_, Family>(&real::Family::ALL, words::<Family>());
        same::<_, Side>(&RealSide::BOTH, words::<Side>());
        same::<_, Sport>(&RealSport::ALL, words::<Sport>());
        same::<_, Surface>(&RealSurface::ALL, words::<Surface>());
        use kneewise_types::shoe::ShoeCategory as RealShoe;
        same::<_, ShoeCategory>(RealShoe::ALL, words::<ShoeCategory>());
        use real::State::{Absent, Present, Unknown};
        same::<_, State>(&[Present, Absent, Unknown], words::<State>());
        use real::BeliefWord::{LittleSign, MainCandidate, May, Probably};
        same::<_, BeliefWord>(&[LittleSign, May, Probably, MainCandidate], words::<BeliefWord>());
        use real::Urgency::{Emergency, Routine, SameDay, WithinDays, WithinOneWeek, WithinTwoWeeks};
        let urgencies = [Emergency, SameDay, WithinDays, WithinOneWeek, WithinTwoWeeks, Routine];
        same::<_, Urgency>(&urgencies, words::<Urgency>());
        use real::Condition::{Apo, Bsi, Fp, Hip, Itbs, Men, Oa, Oth, Pa, Pfp, Pt, Qt};
        let conditions = [Pfp, Itbs, Pt, Qt, Fp, Pa, Men, Oa, Apo, Bsi, Hip, Oth];
        same::<_, Condition>(&conditions, words::<Condition>());
        use real::PatternLabel::{FitsBest, Leans, NotEnough, TwoPossible, Unclear};
        same::<_, PatternLabel>(&[NotEnough, FitsBest, TwoPossible, Leans, Unclear], words::<PatternLabel>());
        use kneewise_types::light as lit;
        use lit::Light::{Amber, Green, Provisional, Red};
        same::<_, Light>(&[Green, Provisional, Amber, Red], words::<Light>());
        use lit::LightMode::{Bone, Joint, Teen, Tendon};
        same::<_, LightMode>(&[Joint, Tendon, Bone, Teen], words::<LightMode>());
        use lit::GapKind::{Before, During, HourAfter, Morning, Signs};
        same::<_, GapKind>(&[Before, During, HourAfter, Morning, Signs], words::<GapKind>());
        use lit::NextStep::{Enter, GoOn, Hold, Repeat, Rest, RestAssess, RestTwoBack, StepDown};
        let steps = [Enter, GoOn, Hold, Repeat, StepDown, Rest, RestTwoBack, RestAssess];
        same::<_, NextStep>(&steps, words::<NextStep>());
        use real::DueReason::{FirstSign, FollowUp, NewFlare, NewSign};
        same::<_, DueReason>(&[FirstSign, NewFlare, NewSign, FollowUp], words::<DueReason>());
        use kneewise_types::reason::DiarySign::{GivingWay, Limp, Locking, NightPain, Stiffness, Swelling};
        let signs = [Swelling, Locking, GivingWay, NightPain, Stiffness, Limp];
        same::<_, DiarySign>(&signs, words::<DiarySign>());
        use kneewise_types::Grade as RealGrade;
        same::<_, Grade>(&[RealGrade::A, RealGrade::B, RealGrade::C, RealGrade::D], words::<Grade>());
        use kneewise_types::SourceKind::{ExportTable, Fit, Gpx, Log, Tcx};
        same::<_, SourceKind>(&[Fit, Tcx, Gpx, ExportTable, Log], words::<SourceKind>());
        use kneewise_types::OffsetOrigin::{Assumed, Coordinates, Profile, Recorded};
        let origins = [Recorded, Coordinates, Profile, Assumed];
        same::<_, OffsetOrigin>(&origins, words::<OffsetOrigin>());
    }

    #[test]
    fn a_reason_reads_as_the_schema_says() {
        let seen = kneewise_types::reason::Reason {
            fact: kneewise_types::reason::Fact::SleepAnswer { is_poor: true },
            evidence: kneewise_types::Evidence::new(kneewise_types::Grade::B, "S75"),
        };
        let text = serde_json::to_string(&seen).unwrap();
        let read: Reason = serde_json::from_str(&text).unwrap();
        assert_eq!((read.kind.as_str(), read.source.as_str()), ("sleep_answer", "S75"));
    }

    /// What the vocabulary writes, the schema reads, field for field.
    fn reads<R: Serialize, W: for<'a> Deserialize<'a> + Serialize>(real: &R) {
        let text = serde_json::to_value(real).unwrap();
        let read: W = serde_json::from_value(text.clone()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(serde_json::to_value(read).unwrap(), text);
    }

    #[test]
    fn the_structures_of_the_schema_are_those_of_the_vocabulary() {
        use kneewise_types as real_types;
        let day: real_types::Date = "2026-10-01".parse().unwrap();
        reads::<_, LoadDay>(&real::LoadDay::unknown(day));
        reads::<_, Lacking>(&real::Missing { what: "cadence", unlocks: vec!["gait.*"] });
        let mut entry = real_types::SymptomEntry::empty(day, real_types::Side::Left);
        entry.pain_morning = real_types::PainScore::new(3).ok();
        entry.regions = real_types::Region::ALL.to_vec();
        reads::<_, DiaryEntry>(&entry);
        let seconds = |s| real_types::Seconds::new(s).unwrap();
        reads::<_, Pause>(&real_types::Pause { from: seconds(1.5), to: seconds(2.5) });
        reads::<_, ActivitySource>(&real_types::ActivitySource {
            kind: real_types::SourceKind::Fit,
            content: "aa".to_owned(),
            part: 0,
            path: "a.fit".to_owned(),
        });
    }
}
