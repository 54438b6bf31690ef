//! Why a light is what it is: the facts that decided it, and the answers that would complete it.
//!
//! Reads the same rating as `light`; clinical text A.3 steps 1 to 7. Sources: S7 (tendon), S9 (kneecap pain in
//! runners), the order of the steps is a [rule]. Units: points of the pain scale.

use super::diary::Diary;
use super::light::{Rating, Scores, light};
use super::signs::{CARRY_DAYS, Signs};
use crate::calendar::{Window, add_days};
use kneewise_types::light::{GapKind, Light, LightFact, LightGap, LightMode, Moment};
use kneewise_types::reason::DiarySign;
use kneewise_types::{Date, PainScore, Swelling, SymptomEntry};

const HIGH_PAIN: u8 = 6;
const YOUNG_PAIN: u8 = 4;

/// The day a rating is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct RatedDay<'a> {
    pub diary: &'a Diary,
    pub date: Date,
    pub is_run: bool,
    pub flare_since: Option<Date>,
}

impl RatedDay<'_> {
    /// The morning that settles it: the next one after a run, else that of the day.
    pub(super) fn morning(&self) -> Date {
        if self.is_run { add_days(self.date, 1) } else { self.date }
    }
}

/// The facts of the rule that matched, the weightiest first.
pub(super) fn facts(rating: &Rating, day: &RatedDay<'_>) -> Vec<LightFact> {
    match light(rating) {
        Light::Red => reds(rating, day),
        Light::Amber => ambers(rating, day),
        Light::Provisional => {
            let waits = LightFact::NotComplete { date: day.date };
            std::iter::once(waits).chain(ambers(rating, day)).collect()
        }
        Light::Green => vec![quiet(rating, day)],
    }
}

/// What must be answered before the light can be green.
pub(super) fn gaps(rating: &Rating, day: &RatedDay<'_>) -> Vec<LightGap> {
    if light(rating) != Light::Provisional {
        return Vec::new();
    }
    let Scores { before, during, after_60_min, next_morning } = rating.scores;
    let is_joint = matches!(rating.mode, LightMode::Joint | LightMode::Teen);
    let gap = |is_missing: bool, date: Date, what: GapKind| is_missing.then_some(LightGap { date, what });
    [
        gap(before.is_none() && is_joint, day.date, GapKind::Before),
        gap(during.is_none(), day.date, GapKind::During),
        gap(after_60_min.is_none() && is_joint, day.date, GapKind::HourAfter),
        gap(next_morning.is_none(), day.morning(), GapKind::Morning),
        gap(!rating.signs.is_complete(), day.date, GapKind::Signs),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn reds(rating: &Rating, day: &RatedDay<'_>) -> Vec<LightFact> {
    let mut facts = signs(&rating.signs, day);
    facts.extend(moments(rating, day).into_iter().filter_map(|(moment, date, pain)| {
        let is_high = moment != Moment::Morning && pain.points() >= HIGH_PAIN;
        is_high.then_some(LightFact::HighPain { moment, date, points: pain.points() })
    }));
    if let Some(morning) = rating.scores.next_morning.filter(|pain| above(*pain, rating) > 1.0) {
        facts.push(morning_above(morning, rating, day));
    }
    match rating.mode {
        LightMode::Bone => {
            facts.extend(moments(rating, day).into_iter().filter_map(|(moment, date, pain)| {
                let points = pain.points();
                (1..HIGH_PAIN).contains(&points).then_some(LightFact::BonePain { moment, date, points })
            }))
        }
        LightMode::Teen => facts.extend(rating.scores.during.and_then(|pain| {
            let points = pain.points();
            let is_young = (YOUNG_PAIN..HIGH_PAIN).contains(&points);
            is_young.then_some(LightFact::YoungPain { date: day.date, points })
        })),
        LightMode::Joint | LightMode::Tendon => {}
    }
    facts
}

fn ambers(rating: &Rating, day: &RatedDay<'_>) -> Vec<LightFact> {
    let Scores { before, during, after_60_min, next_morning } = rating.scores;
    let mut facts = Vec::new();
    if rating.mode != LightMode::Bone {
        let limit = if rating.mode == LightMode::Tendon { 3 } else { 2 };
        if let Some(pain) = during.filter(|pain| pain.points() > limit) {
            facts.push(LightFact::DuringAbove { date: day.date, points: pain.points(), limit });
        }
        if let Some(morning) = next_morning.filter(|pain| above(*pain, rating) > 0.0) {
            facts.push(morning_above(morning, rating, day));
        }
        if let (Some(before), Some(after), true) =
            (before, after_60_min, rating.mode != LightMode::Tendon && after_60_min > before)
        {
            let (before, after) = (before.points(), after.points());
            facts.push(LightFact::NotBackAfterHour { date: day.date, before, after });
        }
    }
    if rating.signs.medicine == Some(true) {
        facts.push(LightFact::Masked { date: told_on(day, |entry| entry.has_medicine == Some(true)) });
    }
    let is_joint = matches!(rating.mode, LightMode::Joint | LightMode::Teen);
    if let Some(since) = day.flare_since.filter(|_| rating.is_in_flare && is_joint) {
        facts.push(LightFact::InFlare { since });
    }
    facts
}

fn quiet(rating: &Rating, day: &RatedDay<'_>) -> LightFact {
    let points = |pain: Option<PainScore>| pain.map_or(0, PainScore::points);
    let morning = points(rating.scores.next_morning);
    if day.is_run {
        LightFact::QuietRun { date: day.date, during: points(rating.scores.during), morning }
    } else {
        LightFact::QuietMorning { date: day.date, points: morning, baseline: rating.baseline }
    }
}

/// The signs of step 1, each with the day on which it was told.
fn signs(signs: &Signs, day: &RatedDay<'_>) -> Vec<LightFact> {
    let fact = |sign: DiarySign| match (sign, signs.swelling, signs.swelling_before) {
        (DiarySign::Swelling, Some(to), Some(from)) if to > from => {
            LightFact::SwellingRose { date: told_on(day, |entry| entry.swelling == Some(to)), from, to }
        }
        _ => {
            let date = told_on(day, |entry| value(sign, entry).is_some_and(|value| is_red(sign, &value)));
            let entry = day.diary.day(date);
            let value = entry.and_then(|entry| value(sign, entry)).unwrap_or_default();
            LightFact::Sign { sign, date, value }
        }
    };
    signs.red().into_iter().map(fact).collect()
}

/// The code of a sign in one entry.
fn value(sign: DiarySign, entry: &SymptomEntry) -> Option<String> {
    match sign {
        DiarySign::Swelling => entry.swelling.map(|value| value.code().to_owned()),
        DiarySign::Locking => entry.locking.map(|value| value.code().to_owned()),
        DiarySign::GivingWay => entry.giving_way.map(|value| value.code().to_owned()),
        DiarySign::NightPain => entry.night_pain.map(|value| value.code().to_owned()),
        DiarySign::Limp => entry.has_limp.map(|has_limp| u8::from(has_limp).to_string()),
        DiarySign::Stiffness => entry.stiffness_min.map(|minutes| minutes.to_string()),
    }
}

fn is_red(sign: DiarySign, value: &str) -> bool {
    match sign {
        DiarySign::Swelling => Swelling::from_code(value) >= Some(Swelling::Clear),
        DiarySign::Locking => value == "stuck",
        DiarySign::GivingWay => value == "buckled",
        DiarySign::NightPain => value == "wakes",
        DiarySign::Limp => value == "1",
        DiarySign::Stiffness => false,
    }
}

/// The latest day up to the rated one on which an entry says so; answers are carried for 7 days.
fn told_on(day: &RatedDay<'_>, says: impl Fn(&SymptomEntry) -> bool) -> Date {
    let entries = day.diary.within(Window::ending(day.date, CARRY_DAYS)).iter().rev();
    entries.into_iter().find(|entry| says(entry)).map_or(day.date, |entry| entry.date)
}

/// The known scores with when and on which day each was given.
fn moments(rating: &Rating, day: &RatedDay<'_>) -> Vec<(Moment, Date, PainScore)> {
    let Scores { before, during, after_60_min, next_morning } = rating.scores;
    [
        (Moment::During, day.date, during),
        (Moment::HourAfter, day.date, after_60_min),
        (Moment::Before, day.date, before),
        (Moment::Morning, day.morning(), next_morning),
    ]
    .into_iter()
    .filter_map(|(moment, date, pain)| Some((moment, date, pain?)))
    .collect()
}

fn above(pain: PainScore, rating: &Rating) -> f64 {
    f64::from(pain.points()) - rating.baseline
}

fn morning_above(pain: PainScore, rating: &Rating, day: &RatedDay<'_>) -> LightFact {
    LightFact::MorningAbove { date: day.morning(), points: pain.points(), baseline: rating.baseline }
}
