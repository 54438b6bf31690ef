//! Warning signs of the diary and of the pattern screen.

use crate::words::Voice;
use crate::words::knee::{knee, region};
use crate::words::numbers::count;
use kneewise_types::reason::{DiarySign, Fact};

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::DiarySign { sign, date, side, value } => {
            let (knee, day) = (knee(*side), voice.day(*date));
            match (sign, value.as_str()) {
                (DiarySign::Swelling, grade) => {
                    format!("Swelling of the {knee} was {} on {day}.", swelling(grade))
                }
                (DiarySign::Locking, "stuck") => format!("The {knee} was stuck on {day}."),
                (DiarySign::Locking, _) => format!("The {knee} caught on {day}."),
                (DiarySign::GivingWay, "unsure") => format!("The {knee} felt unsure on {day}."),
                (DiarySign::GivingWay, _) => format!("The {knee} buckled on {day}."),
                (DiarySign::NightPain, "turning") => {
                    format!("The {knee} hurt on turning in the night to {day}.")
                }
                (DiarySign::NightPain, _) => format!("Pain in the {knee} woke you in the night to {day}."),
                (DiarySign::Stiffness, minutes) => {
                    format!("The {knee} was stiff for {minutes}\u{a0}minutes on the morning of {day}.")
                }
                (DiarySign::Limp, _) => format!("You limped on {day}."),
            }
        }
        Fact::BonePattern { side, region: Some(place) } => {
            format!(
                "The answers for the {}, with pain {}, fit an overloaded bone.",
                knee(*side),
                region(*place)
            )
        }
        Fact::BonePattern { side, region: None } => {
            format!("The answers for the {} fit an overloaded bone.", knee(*side))
        }
        Fact::YoungHip { side, age, region: Some(place) } => {
            format!("At {age} years, pain of the {} {} can come from the hip.", knee(*side), region(*place))
        }
        Fact::YoungHip { side, age, region: None } => {
            format!("At {age} years, pain of the {} can come from the hip.", knee(*side))
        }
        Fact::HighDailyPain { side, from, to, days } => format!(
            "Pain of 6 of 10 or more in daily life, {}, on {} in a row, {}.",
            knee(*side),
            count(*days, "entered day", "entered days"),
            voice.span(*from, *to)
        ),
        Fact::NoImprovement { side, since, first_mean, last_mean } => format!(
            "Pain of the {} during runs has not eased by a point since {}: {first_mean:.1} of 10 in the first two weeks, \
             {last_mean:.1} in the last two.",
            knee(*side),
            voice.day(*since)
        ),
        _ => return None,
    })
}

fn swelling(grade: &str) -> &str {
    match grade {
        "0" => "none",
        "1" => "slight",
        "2" => "clear to others",
        "3" => "tense",
        other => other,
    }
}
