//! Wie lange es dauert, wie oft es wiederkam, und welche Erholung es gab.

use super::{from, number, sided};
use crate::words::Voice;
use crate::words::numbers::{decimal, short};
use kneewise_types::reason::Fact;

pub fn episodes(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::EarlierEpisode { side, ended, days_before, is_from_profile } => {
            let origin = if *is_from_profile { ", wie dein Profil sagt" } else { "" };
            format!(
                "Das {} Knie schmerzte schon einmal, bis zum {} ({} davor){origin}.",
                sided(*side),
                voice.day(*ended),
                number(*days_before, "Tag", "Tage")
            )
        }
        Fact::NoEarlierEpisode { side, days_known } => format!(
            "Kein früherer Schub des {}n Knies in den 12\u{a0}Monaten davor, bei {}.",
            sided(*side),
            number(*days_known, "eingetragenen Tag", "eingetragenen Tagen")
        ),
        Fact::PersistentPain { from: a, to, days_with_pain, entered_days, runs } => format!(
            "Schmerz an {days_with_pain} von {} {}, mit {} darin.",
            number(*entered_days, "eingetragenen Tag", "eingetragenen Tagen"),
            from(voice, *a, *to),
            number(*runs, "Lauf", "Läufen")
        ),
        Fact::PersistentSwelling { from: a, to, days, entered_days } => format!(
            "Schwellung an {days} von {} {}.",
            number(*entered_days, "eingetragenen Tag", "eingetragenen Tagen"),
            from(voice, *a, *to)
        ),
        Fact::NotPersistent { from: a, to, days_with_pain, entered_days } => format!(
            "Schmerz an {days_with_pain} von {} {}, und keine Schwellung, die blieb.",
            number(*entered_days, "eingetragenen Tag", "eingetragenen Tagen"),
            from(voice, *a, *to)
        ),
        Fact::ShortFirstEpisode { start, days } => format!(
            "Der erste Schub dieses Knies, {} ab {}, und abgeklungen.",
            number(*days, "Tag", "Tage"),
            voice.day(*start)
        ),
        Fact::BoomAndBust { from: a, to, rises, cycles } => format!(
            "{} stieg deine Form {} um ein Fünftel oder mehr; ein Schub und ein Einbruch des Trainings folgten {}.",
            crate::words::numbers::capital(&from(voice, *a, *to)),
            number(*rises, "Mal", "Mal"),
            if *cycles == 0 { "auf keines davon".to_owned() } else { format!("auf {cycles} davon") }
        ),
        Fact::NotShortFirstEpisode { earlier: 0, days } => {
            format!("Der erste Schub dieses Knies, nach {} nicht abgeklungen.", number(*days, "Tag", "Tagen"))
        }
        Fact::NotShortFirstEpisode { earlier, .. } => {
            format!("Dieses Knie hatte davor schon {}.", number(*earlier, "Schub", "Schübe"))
        }
        _ => return None,
    })
}

pub fn recovery(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::RedLights { from: a, to, dates } => {
            let listed: Vec<_> = dates.iter().map(|date| voice.day(*date)).collect();
            format!("{} {}: {}.", red(dates.len()), from(voice, *a, *to), listed.join(", "))
        }
        Fact::MorningPainRises { this_week, last_week } => format!(
            "Der Schmerz am Morgen stieg von einer Woche zur nächsten von {} auf {} von 10.",
            decimal(*last_week, 1),
            decimal(*this_week, 1)
        ),
        Fact::PainSteady { red_lights, this_week, last_week } => format!(
            "Der Schmerz am Morgen ging in einer Woche von {} auf {} von 10, mit {}.",
            decimal(*last_week, 1),
            decimal(*this_week, 1),
            number(*red_lights, "roten Ampel", "roten Ampeln")
        ),
        Fact::Sleep { from: a, to, mean_h, nights } => format!(
            "Im Mittel {}\u{a0}Stunden Schlaf über {} {}.",
            decimal(*mean_h, 1),
            number(*nights, "Nacht", "Nächte"),
            from(voice, *a, *to)
        ),
        Fact::SleepAnswer { is_poor: true } => "Du nennst deinen Schlaf kurz oder gestört.".to_owned(),
        Fact::SleepAnswer { is_poor: false } => "Du nennst deinen Schlaf gut.".to_owned(),
        Fact::StressAndMood { from: a, to, mean_stress, mean_mood, days } => {
            let felt = match (mean_stress, mean_mood) {
                (Some(stress), Some(mood)) => {
                    format!("Stress {} von 10 und Stimmung {} von 10", short(*stress), short(*mood))
                }
                (Some(stress), None) => format!("Stress {} von 10", short(*stress)),
                (None, Some(mood)) => format!("Stimmung {} von 10", short(*mood)),
                (None, None) => return None,
            };
            format!("{felt} im Mittel über {} {}.", number(*days, "Tag", "Tage"), from(voice, *a, *to))
        }
        Fact::NoRestDay { from: a, to } => {
            format!("Kein Tag ohne Training {}.", from(voice, *a, *to))
        }
        Fact::RestDays { from: a, to, days } => {
            format!("{} {}.", number(*days, "Ruhetag", "Ruhetage"), from(voice, *a, *to))
        }
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::EarlierEpisode { ended, .. } => {
            format!("dasselbe Knie schmerzte bis zum {}", voice.day(*ended))
        }
        Fact::PersistentPain { days_with_pain, entered_days, .. } => {
            format!(
                "Schmerz an {days_with_pain} von {entered_days}\u{a0}Tagen, während das Training weiterging"
            )
        }
        Fact::PersistentSwelling { .. } => "Schwellung, die blieb".to_owned(),
        Fact::RedLights { dates, .. } => red(dates.len()),
        Fact::MorningPainRises { .. } => "Morgen, die schlechter wurden".to_owned(),
        Fact::Sleep { mean_h, .. } => format!("{}\u{a0}Stunden Schlaf", decimal(*mean_h, 1)),
        Fact::SleepAnswer { is_poor: true } => "gestörter Schlaf".to_owned(),
        Fact::StressAndMood { .. } => "eine anstrengende Woche".to_owned(),
        Fact::NoRestDay { from, to } => format!("kein Ruhetag, {}", voice.span(*from, *to)),
        _ => return None,
    })
}

fn red(lights: usize) -> String {
    number(u32::try_from(lights).unwrap_or(u32::MAX), "rote Ampel", "rote Ampeln")
}
