//! The traffic light of a knee: its shape and word, why, what comes next, and what would complete it.

use super::german;
use super::knee::knee;
use super::language::{either, is_german};
use super::numbers::{Voice, count, list, short};
use kneewise_types::light::{GapKind, KneeLight, Light, LightFact, LightGap, LightReason, Moment, NextStep};
use kneewise_types::reason::DiarySign;
use kneewise_types::{Date, Side, Swelling};

/// The shape that stands beside the word.
#[must_use]
pub const fn shape(light: Option<Light>) -> &'static str {
    match light {
        None => "○",
        Some(Light::Green) => "●",
        Some(Light::Provisional) => "△",
        Some(Light::Amber) => "▲",
        Some(Light::Red) => "⬣",
    }
}

/// The word; a provisional light is shown as amber.
#[must_use]
pub fn word(light: Option<Light>) -> &'static str {
    match light {
        None => either("no light", "keine Ampel"),
        Some(Light::Green) => either("green", "grün"),
        Some(Light::Provisional | Light::Amber) => either("amber", "gelb"),
        Some(Light::Red) => either("red", "rot"),
    }
}

/// `amber until tomorrow morning`, `red since 28 September`.
#[must_use]
pub fn headline(knee: &KneeLight, voice: &Voice) -> String {
    let until = match (knee.light, knee.lacks.as_slice(), &knee.open_red) {
        (Some(Light::Red), _, Some(red)) if red.since < voice.as_of => {
            format!(" {} {}", either("since", "seit dem"), voice.day(red.since))
        }
        (Some(Light::Provisional), [LightGap { date, what: GapKind::Morning }], _) if *date > voice.as_of => {
            either(" until tomorrow morning", " bis morgen früh").to_owned()
        }
        (Some(Light::Provisional), ..) => {
            either(" until the answers are complete", ", bis die Antworten vollständig sind").to_owned()
        }
        _ => String::new(),
    };
    format!("{}{until}", word(knee.light))
}

/// The sentence of a reason.
#[must_use]
pub fn sentence(fact: &LightFact, side: Side, voice: &Voice) -> String {
    if is_german() {
        return german::knee_light::sentence(fact, side, voice);
    }
    match fact {
        LightFact::Sign { .. } | LightFact::SwellingRose { .. } => sign(fact, side, voice),
        LightFact::HighPain { .. }
        | LightFact::BonePain { .. }
        | LightFact::YoungPain { .. }
        | LightFact::DuringAbove { .. }
        | LightFact::NotBackAfterHour { .. }
        | LightFact::QuietRun { .. } => run(fact, voice),
        LightFact::MorningAbove { .. } | LightFact::QuietMorning { .. } => morning(fact, voice),
        LightFact::Masked { .. }
        | LightFact::InFlare { .. }
        | LightFact::NotComplete { .. }
        | LightFact::RedOpen { .. }
        | LightFact::LastRunHolds { .. }
        | LightFact::NoEntries { .. } => standing(fact, voice),
        LightFact::ThreeAmber { .. }
        | LightFact::TwoReds { .. }
        | LightFact::ThreeReds { .. }
        | LightFact::MorningsRise { .. }
        | LightFact::RedNotClosed { .. }
        | LightFact::NoImprovement { .. } => series(fact, voice),
    }
}

fn sign(fact: &LightFact, side: Side, voice: &Voice) -> String {
    let knee = knee(side);
    match fact {
        LightFact::SwellingRose { date, from, to } => {
            let day = voice.day(*date);
            format!("Swelling of the {knee} rose from {} to {} on {day}.", swelling(*from), swelling(*to))
        }
        LightFact::Sign { sign, date, value } => {
            let day = voice.day(*date);
            match sign {
                DiarySign::Limp => format!("You limped on {day}."),
                DiarySign::Locking => format!("The {knee} was stuck on {day}."),
                DiarySign::GivingWay => format!("The {knee} buckled on {day}."),
                DiarySign::NightPain => format!("Pain in the {knee} woke you in the night to {day}."),
                DiarySign::Swelling => {
                    let grade = Swelling::from_code(value).map_or("clear", swelling);
                    format!("Swelling of the {knee} was {grade} on {day}.")
                }
                DiarySign::Stiffness => {
                    format!("The {knee} was stiff for {value}\u{a0}minutes on the morning of {day}.")
                }
            }
        }
        _ => String::new(),
    }
}

/// How much a knee swells.
#[must_use]
pub fn swelling(grade: Swelling) -> &'static str {
    match grade {
        Swelling::None => either("none", "keine"),
        Swelling::Slight => either("slight", "leicht"),
        Swelling::Clear => either("clear to others", "für andere sichtbar"),
        Swelling::Tense => either("tense", "prall"),
    }
}

fn moment(moment: Moment, date: Date, voice: &Voice) -> String {
    let day = voice.day(date);
    match moment {
        Moment::Morning => format!("on the morning of {day}"),
        Moment::Before => format!("before the run on {day}"),
        Moment::During => format!("during the run on {day}"),
        Moment::HourAfter => format!("an hour after the run on {day}"),
    }
}

fn run(fact: &LightFact, voice: &Voice) -> String {
    match fact {
        LightFact::HighPain { moment: when, date, points } => {
            format!("Pain was {points} of 10 {}; from 6 on the light is red.", moment(*when, *date, voice))
        }
        LightFact::BonePain { moment: when, date, points } => format!(
            "Pain was {points} of 10 {}; while a bone may be overloaded, none is accepted.",
            moment(*when, *date, voice)
        ),
        LightFact::YoungPain { date, points } => format!(
            "Pain was {points} of 10 {}; under 16 years 3 is the limit.",
            moment(Moment::During, *date, voice)
        ),
        LightFact::DuringAbove { date, points, limit } => format!(
            "Pain reached {points} of 10 {}; up to {limit} counts as easy.",
            moment(Moment::During, *date, voice)
        ),
        LightFact::NotBackAfterHour { date, before, after } => format!(
            "{} it was {after} of 10, more than the {before} before it.",
            super::numbers::capital(&moment(Moment::HourAfter, *date, voice))
        ),
        LightFact::QuietRun { date, during, morning } => format!(
            "Pain was at most {during} of 10 {}, and {morning} the next morning.",
            moment(Moment::During, *date, voice)
        ),
        _ => String::new(),
    }
}

fn morning(fact: &LightFact, voice: &Voice) -> String {
    match fact {
        LightFact::MorningAbove { date, points, baseline } => format!(
            "The morning of {} was {points} of 10; your usual is {} of 10.",
            voice.day(*date),
            short(*baseline)
        ),
        LightFact::QuietMorning { date, points, .. } => {
            format!("The morning of {} was {points} of 10, no more than usual.", voice.day(*date))
        }
        _ => String::new(),
    }
}

fn standing(fact: &LightFact, voice: &Voice) -> String {
    match fact {
        LightFact::Masked { date } => {
            format!("A painkiller on {} may have hidden pain.", voice.day(*date))
        }
        LightFact::InFlare { since } => format!("The flare since {} goes on.", voice.day(*since)),
        LightFact::NotComplete { date } => {
            format!("The answers for {} are not complete yet.", voice.day(*date))
        }
        LightFact::RedOpen { since, baseline } => {
            let settled = if *baseline > 0.0 {
                format!("at {} of 10 or less", short(*baseline))
            } else {
                "without pain".to_owned()
            };
            format!(
                "Red since {}: it closes after two mornings in a row {settled}, with normal walking, 48\u{a0}hours later at \
                 the earliest.",
                voice.day(*since)
            )
        }
        LightFact::LastRunHolds { date, .. } => {
            format!("The light of the run on {} holds until the next run.", voice.day(*date))
        }
        LightFact::NoEntries { last: Some(last), days } => {
            format!("The last entry is of {}, {} ago.", voice.day(*last), count(*days, "day", "days"))
        }
        LightFact::NoEntries { last: None, .. } => "Nothing was entered yet.".to_owned(),
        _ => String::new(),
    }
}

fn series(fact: &LightFact, voice: &Voice) -> String {
    let days = |dates: &[Date]| list(&dates.iter().map(|date| voice.day(*date)).collect::<Vec<_>>());
    match fact {
        LightFact::ThreeAmber { dates } => format!("Three amber runs in a row: {}.", days(dates)),
        LightFact::TwoReds { dates } => format!("Two red lights within seven days: {}.", days(dates)),
        LightFact::ThreeReds { dates } => format!("Three red lights within 14\u{a0}days: {}.", days(dates)),
        LightFact::MorningsRise { this_week, last_week } => format!(
            "Mornings hurt more this week than last week, {this_week:.1} of 10 on average against {last_week:.1} of 10."
        ),
        LightFact::RedNotClosed { since, days } => format!(
            "The red light since {} did not close in {}.",
            voice.day(*since),
            count(*days, "day", "days")
        ),
        LightFact::NoImprovement { since, first_mean, last_mean } => format!(
            "Pain during runs has not eased by a point since {}: {first_mean:.1} of 10 in the first two weeks, \
             {last_mean:.1} in the last two.",
            voice.day(*since)
        ),
        _ => String::new(),
    }
}

const IRRITANT: &str = "leave out one of downhill, speed and stairs";

/// What comes next, in one or two sentences.
#[must_use]
pub fn next_step(knee: &KneeLight, voice: &Voice) -> String {
    if is_german() {
        return german::knee_light::next_step(knee, voice);
    }
    let until = || {
        let earliest = knee.open_red.as_ref().map(|red| voice.day(red.earliest_close));
        let day = earliest.map(|day| format!(", {day} at the earliest")).unwrap_or_default();
        format!("No run until two normal mornings in a row and normal walking{day}.")
    };
    match knee.next_step {
        NextStep::Enter => "Enter how the knee is; ten seconds are enough.".to_owned(),
        NextStep::GoOn => "Go on with what you planned.".to_owned(),
        NextStep::Hold => "Go on as you are; no increase for now.".to_owned(),
        NextStep::Repeat => match knee.last_run.filter(|run| run.light != Light::Red) {
            Some(run) if run.date == voice.as_of => {
                format!("Next time run what you ran today, not more, and {IRRITANT}.")
            }
            Some(run) => {
                format!("Next time run what you ran on {}, not more, and {IRRITANT}.", voice.day(run.date))
            }
            None => format!("The same load as last time, not more, and {IRRITANT}."),
        },
        NextStep::StepDown => {
            format!("Next time about 30\u{a0}% less, or one stage lower, and {IRRITANT}.")
        }
        NextStep::Rest => {
            format!("{} Then start one stage lower, or at about 70\u{a0}% of that run.", until())
        }
        NextStep::RestTwoBack => {
            format!("{} Then start two stages lower. A physiotherapist can look at this.", until())
        }
        NextStep::RestAssess => {
            format!("{} Let a physiotherapist look before you start again.", until())
        }
    }
}

/// What would complete the light: the line to type, with when it can be typed.
#[must_use]
pub fn gap(gap: &LightGap, side: Side, voice: &Voice) -> String {
    let line = command(gap, side, voice);
    let when = match gap.what {
        GapKind::Morning if gap.date > voice.as_of => either("tomorrow morning: ", "morgen früh: "),
        GapKind::HourAfter if gap.date == voice.as_of => either("an hour after: ", "eine Stunde danach: "),
        GapKind::Signs => either("none of the signs: ", "keines der Zeichen: "),
        _ => "",
    };
    format!("{when}{line}")
}

/// The line that fills a gap.
#[must_use]
pub fn command(gap: &LightGap, side: Side, voice: &Voice) -> String {
    let side = side.word();
    // What belongs to today, or to tomorrow when it is there, needs no date.
    let date = if gap.date >= voice.as_of { String::new() } else { format!(" --date {}", gap.date) };
    let what = match gap.what {
        GapKind::Before => "N --before",
        GapKind::During => "N --during",
        GapKind::HourAfter => "N --after",
        GapKind::Morning => "N --morning",
        GapKind::Signs => "--no-signs",
    };
    match what.split_once(' ') {
        Some((score, moment)) => format!("kneewise log pain {score} --{side} {moment}{date}"),
        None => format!("kneewise log pain --{side} {what}{date}"),
    }
}

/// All reasons of a knee, the rules over several runs after those of the day.
pub fn reasons(knee: &KneeLight) -> impl Iterator<Item = &LightReason> {
    knee.reasons.iter().chain(&knee.series)
}
