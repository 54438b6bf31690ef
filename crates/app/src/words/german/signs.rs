//! Warnzeichen des Tagebuchs und der Fragen zum Muster.

use super::{from, number, sided};
use crate::words::Voice;
use crate::words::knee::region;
use crate::words::numbers::decimal;
use kneewise_types::reason::{DiarySign, Fact};

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::DiarySign { sign, date, side, value } => {
            diary(*sign, value, &format!("{} Knie", sided(*side)), &voice.day(*date))
        }
        Fact::BonePattern { side, region: place } => {
            let place = place.map(|place| format!(", mit Schmerz {},", region(place))).unwrap_or_default();
            format!("Die Antworten zum {}n Knie{place} passen zu einem überlasteten Knochen.", sided(*side))
        }
        Fact::YoungHip { side, age, region: place } => {
            let place = place.map(|place| format!(" {}", region(place))).unwrap_or_default();
            format!("Mit {age} Jahren kann Schmerz des {}n Knies{place} von der Hüfte kommen.", sided(*side))
        }
        Fact::HighDailyPain { side, from: a, to, days } => format!(
            "Schmerz von 6 von 10 oder mehr im Alltag, {}s Knie, an {} in Folge, {}.",
            sided(*side),
            number(*days, "eingetragenen Tag", "eingetragenen Tagen"),
            from(voice, *a, *to)
        ),
        Fact::NoImprovement { side, since, first_mean, last_mean } => format!(
            "Der Schmerz des {}n Knies beim Laufen hat seit dem {} nicht um einen Punkt nachgelassen: {} von 10 in den ersten zwei Wochen, {} in \
             den letzten beiden.",
            sided(*side),
            voice.day(*since),
            decimal(*first_mean, 1),
            decimal(*last_mean, 1)
        ),
        _ => return None,
    })
}

/// What the diary says of one sign on one day; `knee` is "rechte Knie".
pub fn diary(sign: DiarySign, value: &str, knee: &str, day: &str) -> String {
    match (sign, value) {
        (DiarySign::Swelling, grade) => {
            format!("Das {knee} war am {day} {} geschwollen.", swelling(grade))
        }
        (DiarySign::Locking, "catches") => format!("Das {knee} hakte am {day}."),
        (DiarySign::Locking, _) => format!("Das {knee} war am {day} blockiert."),
        (DiarySign::GivingWay, "unsure") => format!("Das {knee} fühlte sich am {day} unsicher an."),
        (DiarySign::GivingWay, _) => format!("Das {knee} gab am {day} nach."),
        (DiarySign::NightPain, "turning") => {
            format!("Das {knee} schmerzte beim Umdrehen in der Nacht zum {day}.")
        }
        (DiarySign::NightPain, _) => {
            format!("Schmerz weckte dich in der Nacht zum {day}: das {knee}.")
        }
        (DiarySign::Stiffness, minutes) => {
            format!("Das {knee} war am Morgen des {day} {minutes}\u{a0}Minuten steif.")
        }
        (DiarySign::Limp, _) => format!("Du hinktest am {day}."),
    }
}

fn swelling(grade: &str) -> &str {
    match grade {
        "0" => "nicht",
        "1" => "leicht",
        "2" => "für andere sichtbar",
        "3" => "prall",
        other => other,
    }
}
