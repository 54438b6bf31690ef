//! Die frühen Zeichen eines Knies: was zu sehen war, und wie oft es ohne Schub vorkommt.

use super::sided;
use crate::words::Voice;
use crate::words::numbers::{decimal, short};
use kneewise_types::{ReturnBand, ReturnPoint, Side, Swelling, WarningFact};

/// What to do while the sign is fresh.
pub const NEXT: &str = "Lauf die nächsten zwei Tage nicht mehr als zuletzt, lass eines weg von bergab, Tempo und Treppen, und trag den \
                        nächsten Morgen ein.";

/// What was seen.
pub fn sentence(fact: &WarningFact, side: Side, voice: &Voice) -> String {
    let knee = sided(side);
    match fact {
        WarningFact::MorningsAboveUsual { first, first_points, second, second_points, baseline } => format!(
            "Beim Aufstehen lag der Schmerz im {knee}n Knie am {} bei {first_points} von 10, am {} bei {second_points}; üblich ist {}.",
            voice.day(*first),
            voice.day(*second),
            short(*baseline)
        ),
        WarningFact::StartsEarlier { before, before_m, first, first_m, second, second_m } => {
            let was = before_m.map_or_else(
                || format!("am {} kein Schmerz", voice.day(*before)),
                |at| format!("am {} nach {}", voice.day(*before), voice.distance(at)),
            );
            format!(
                "Der Schmerz im {knee}n Knie begann in zwei Läufen früher: {was}, dann nach {} am {} und nach {} am {}.",
                voice.distance(*first_m),
                voice.day(*first),
                voice.distance(*second_m),
                voice.day(*second)
            )
        }
        WarningFact::SaidEarlier { date } => {
            format!("Am {} begann der Schmerz im {knee}n Knie von Lauf zu Lauf früher.", voice.day(*date))
        }
        WarningFact::Swollen { date, swelling } => {
            let how = match swelling {
                Swelling::Slight => "leicht geschwollen",
                Swelling::Clear => "sichtbar geschwollen",
                _ => "geschwollen und prall",
            };
            format!("Das {knee} Knie war am {} {how}.", voice.day(*date))
        }
        WarningFact::StairsBack { date, free_on } => format!(
            "Treppab schmerzte das {knee} Knie am {}; am {} nicht.",
            voice.day(*date),
            voice.day(*free_on)
        ),
    }
}

/// How often the sign comes up without a flare after it.
pub fn rate(a_year: Option<f64>) -> String {
    const KNOWN: &str = "Bei simulierten gesunden Läufern kam es ohne Schub";
    match a_year {
        Some(rate) if rate < 0.05 => format!("{KNOWN} seltener als einmal in zwanzig Jahren vor."),
        Some(rate) if rate < 0.75 => {
            format!("{KNOWN} etwa einmal in {} Jahren vor.", decimal(1.0 / rate, 0))
        }
        Some(rate) if rate < 1.5 => format!("{KNOWN} etwa einmal im Jahr vor."),
        Some(rate) => format!("{KNOWN} etwa {}-mal im Jahr vor.", decimal(rate, 0)),
        None => "Wie oft es ohne Schub vorkommt, ist noch nicht gemessen.".to_owned(),
    }
}

/// How carefully to return.
pub const fn band(band: ReturnBand) -> &'static str {
    match band {
        ReturnBand::Normal => "kehrt in den üblichen Schritten zurück",
        ReturnBand::Watch => {
            "kehrt vorsichtig zurück: drei grüne Läufe je Stufe, zweimal in der Woche Kraft, jede Woche die Wochenfrage"
        }
        ReturnBand::Guarded => {
            "kehrt sehr vorsichtig zurück: drei grüne Läufe je Stufe, sechs Wochen kein Tempo, und ein Blick aus der Physiotherapie hilft"
        }
    }
}

/// What counted.
pub const fn point(point: ReturnPoint) -> &'static str {
    match point {
        ReturnPoint::RecentEpisode => "ein Schub in den letzten 12 Monaten",
        ReturnPoint::LongPain => "Schmerz über Monate",
        ReturnPoint::LowKneeScore => "ein niedriger Kniewert",
        ReturnPoint::LongBreak => "eine Pause von vier Wochen oder mehr",
        ReturnPoint::NewRunner => "weniger als zwei Jahre Laufen",
        ReturnPoint::WeakerSide => "dieses Bein ist schwächer als das andere",
        ReturnPoint::StrengthStopped => "Krafttraining, das aufhörte",
        ReturnPoint::LongRunPlanned => "ein geplanter Lauf viel länger als zuletzt",
        ReturnPoint::ShortSleep => "weniger als sieben Stunden Schlaf",
    }
}
