//! Was die eigenen Schübe und Tage sagen, immer mit ihrem Zweifel.

use super::number;
use crate::words::Voice;
use crate::words::numbers::{capital, short};
use kneewise_types::ExperimentOutcome;
use kneewise_types::own_data::{BoomAndBust, ChangePoint, Exposure, NoFinding, OwnFinding, Tier};

/// An exposure as it is named, always many.
pub const fn phrase(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::SessionSpike => "ungewohnt lange Läufe",
        Exposure::WeekChange => "Wochen mit mehr Strecke als zuvor",
        Exposure::KneeDamage => "Tage mit hohen Kräften an der Kniescheibe",
        Exposure::KneeImpulse => "Tage mit viel Belastung an der Kniescheibe",
        Exposure::Descent => "Bergabläufe",
        Exposure::HardShare => "schnelle Läufe",
        Exposure::SlowStepRate => "Läufe mit weniger Schritten pro Minute",
        Exposure::SessionRpeLoad => "als hart empfundene Tage",
        Exposure::Monotony => "Wochen ohne Abwechslung",
        Exposure::KneeRatio => "Wochen mit mehr Kniebelastung als zuvor",
        Exposure::NewTerrainOrSpeed => "Wochen mit neuen Hügeln oder neuem Tempo",
        Exposure::RapidReturn => "schnelle Wiedereinstiege nach einer Pause",
        Exposure::HardDaysClose => "harte Läufe dicht beieinander",
        Exposure::UnusualSurface => "Läufe auf ungewohntem Untergrund",
        Exposure::ShortSleep => "kurze Nächte",
        Exposure::Stress => "Wochen mit viel Stress",
        Exposure::FewRestDays => "Wochen mit wenigen Ruhetagen",
        Exposure::LittleStrength => "Wochen mit wenig Krafttraining",
        Exposure::NewPair => "die ersten zwei Wochen eines neuen Paars",
        Exposure::WornPair => "Läufe in abgelaufenen Schuhen",
        Exposure::CertainPair => "Läufe in einem deiner Paare",
    }
}

/// What is said of one finding; `None` while nothing may be.
pub fn claim(finding: &OwnFinding, named: &str) -> Option<String> {
    let times = format!("{}-mal bei {}", finding.exposed, finding.flares);
    Some(match finding.tier {
        Tier::None => return None,
        Tier::Hint => {
            format!("Vor deinen wenigen Schüben gab es öfter als sonst: {named}. Das kann Zufall sein.")
        }
        Tier::Suggestive => {
            format!("{} gingen deinen Schüben oft voraus, {times}. Einen Versuch wert.", capital(named))
        }
        Tier::Consistent => format!(
            "{} gingen deinen Schüben wiederholt voraus, {times}. Das zu ändern ist ein vernünftiger Versuch.",
            capital(named)
        ),
        Tier::Tested => {
            let better = match finding.tested {
                Some(ExperimentOutcome::DailyPain) => "schmerzte das Knie weniger",
                Some(ExperimentOutcome::FlareFreeDays) | None => "wurden Schübe seltener",
            };
            format!(
                "Als du daran etwas geändert hast, {better}: {named}. Das passt dazu, dass es eine Rolle spielt."
            )
        }
    })
}

/// The change of the usual level.
pub fn change(change: &ChangePoint, voice: &Voice) -> String {
    let weeks = match change.give_or_take {
        0 => String::new(),
        weeks => format!(", auf {} genau", number(weeks, "Woche", "Wochen")),
    };
    format!(
        "Dein üblicher Schmerz änderte sich um die Woche {} deines Tagebuchs ({}{weeks}): von {} auf {} von 10 im Mittel.",
        change.week,
        voice.day(change.from),
        short(change.before),
        short(change.after)
    )
}

/// Said when nothing may be claimed.
pub fn nothing_stood_out(flares: u32) -> String {
    let few =
        if flares < 10 { " Bei weniger als zehn Schüben zeigt das nicht, dass nichts da ist." } else { "" };
    format!("Vor {} stach nichts heraus.{few}", number(flares, "Schub", "Schüben"))
}

/// Rises with a flare and without.
pub fn boom_and_bust(told: &BoomAndBust, years: u32, clean: u32) -> String {
    let span = if years < 2 { "in einem Jahr".to_owned() } else { format!("in {years}\u{a0}Jahren") };
    let without = match clean {
        0 => "ohne Schub stieg sie nie so sehr".to_owned(),
        1 => "einmal stieg sie ebenso ohne Schub".to_owned(),
        clean => format!("{clean}-mal stieg sie ebenso ohne Schub"),
    };
    format!(
        "{}-mal {span} stieg deine Form binnen Wochen um ein Fünftel oder mehr, und ein Schub folgte; {without}.",
        told.cycles
    )
}

/// Why a family, or the whole, has nothing of its own.
pub const fn no_finding(why: NoFinding) -> &'static str {
    match why {
        NoFinding::NoDiary => "Es gibt kein Tagebuch dieses Knies, also keine Schübe zum Vergleichen.",
        NoFinding::FewFlares => "Weniger als drei Schübe lassen sich mit den Wochen davor vergleichen.",
        NoFinding::NotRecorded => "Was dazugehört, wird nicht Tag für Tag aufgezeichnet.",
        NoFinding::NeverVaried => {
            "Es war an allen Tagen gleich, darum lassen sich Schübe daran nicht vergleichen."
        }
        NoFinding::NotDaily => "Es wird ab und zu getestet, nicht Tag für Tag.",
    }
}

/// What must be kept in mind, every time.
pub const CAVEATS: [&str; 6] = [
    "Schmerz kann zuerst das Training ändern, und nicht umgekehrt.",
    "Sorge füllt ein Tagebuch: Tage, an denen du Schmerz erwartet hast, sind vielleicht öfter eingetragen.",
    "Vieles ändert sich zusammen, etwa neue Schuhe in einem Aufbau.",
    "Schmerzhafte Tage fehlen vielleicht im Tagebuch.",
    "Nach einem Schub wird alles von selbst wieder wie üblich.",
    "Wenn bei weniger als zehn Schüben nichts auffällt, zeigt das nicht, dass nichts da ist.",
];
