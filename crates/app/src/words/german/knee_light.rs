//! Die Ampel eines Knies: warum, und was als Nächstes kommt.

use super::{number, sided, signs};
use crate::words::Voice;
use crate::words::numbers::{decimal, list, short};
use kneewise_types::light::{KneeLight, Light, LightFact, Moment, NextStep};
use kneewise_types::{Date, Side, Swelling};

/// The sentence of a reason.
pub fn sentence(fact: &LightFact, side: Side, voice: &Voice) -> String {
    sign(fact, side, voice)
        .or_else(|| run(fact, voice))
        .or_else(|| standing(fact, voice))
        .or_else(|| series(fact, voice))
        .unwrap_or_default()
}

fn sign(fact: &LightFact, side: Side, voice: &Voice) -> Option<String> {
    let knee = format!("{} Knie", sided(side));
    Some(match fact {
        LightFact::SwellingRose { date, from, to } => format!(
            "Die Schwellung des {}n Knies nahm am {} zu: erst {}, dann {}.",
            sided(side),
            voice.day(*date),
            swelling(*from),
            swelling(*to)
        ),
        LightFact::Sign { sign, date, value } => signs::diary(*sign, value, &knee, &voice.day(*date)),
        _ => return None,
    })
}

const fn swelling(grade: Swelling) -> &'static str {
    match grade {
        Swelling::None => "keine",
        Swelling::Slight => "leicht",
        Swelling::Clear => "für andere sichtbar",
        Swelling::Tense => "prall",
    }
}

fn moment(moment: Moment, date: Date, voice: &Voice) -> String {
    let day = voice.day(date);
    match moment {
        Moment::Morning => format!("am Morgen des {day}"),
        Moment::Before => format!("vor dem Lauf am {day}"),
        Moment::During => format!("beim Lauf am {day}"),
        Moment::HourAfter => format!("eine Stunde nach dem Lauf am {day}"),
    }
}

fn run(fact: &LightFact, voice: &Voice) -> Option<String> {
    Some(match fact {
        LightFact::HighPain { moment: when, date, points } => format!(
            "Der Schmerz lag {} bei {points} von 10; ab 6 ist die Ampel rot.",
            moment(*when, *date, voice)
        ),
        LightFact::BonePain { moment: when, date, points } => format!(
            "Der Schmerz lag {} bei {points} von 10; solange ein Knochen überlastet sein kann, ist kein Schmerz in Ordnung.",
            moment(*when, *date, voice)
        ),
        LightFact::YoungPain { date, points } => format!(
            "Der Schmerz lag {} bei {points} von 10; unter 16 Jahren ist 3 die Grenze.",
            moment(Moment::During, *date, voice)
        ),
        LightFact::DuringAbove { date, points, limit } => format!(
            "Der Schmerz erreichte {} {points} von 10; bis {limit} gilt er als leicht.",
            moment(Moment::During, *date, voice)
        ),
        LightFact::NotBackAfterHour { date, before, after } => format!(
            "Eine Stunde nach dem Lauf am {} lag der Schmerz bei {after} von 10, höher als die {before} davor.",
            voice.day(*date)
        ),
        LightFact::QuietRun { date, during, morning } => format!(
            "Der Schmerz lag {} bei höchstens {during} von 10 und am nächsten Morgen bei {morning}.",
            moment(Moment::During, *date, voice)
        ),
        LightFact::MorningAbove { date, points, baseline } => format!(
            "Am Morgen des {} lag der Schmerz bei {points} von 10; üblich ist bei dir {} von 10.",
            voice.day(*date),
            short(*baseline)
        ),
        LightFact::QuietMorning { date, points, .. } => {
            format!(
                "Am Morgen des {} lag der Schmerz bei {points} von 10, nicht höher als üblich.",
                voice.day(*date)
            )
        }
        _ => return None,
    })
}

fn standing(fact: &LightFact, voice: &Voice) -> Option<String> {
    Some(match fact {
        LightFact::Masked { date } => {
            format!("Ein Schmerzmittel am {} kann Schmerz verdeckt haben.", voice.day(*date))
        }
        LightFact::InFlare { since } => format!("Der Schub seit dem {} dauert an.", voice.day(*since)),
        LightFact::NotComplete { date } => {
            format!("Die Antworten für den {} sind noch nicht vollständig.", voice.day(*date))
        }
        LightFact::RedOpen { since, baseline } => {
            let settled = if *baseline > 0.0 {
                format!("bei höchstens {} von 10", short(*baseline))
            } else {
                "ohne Schmerz".to_owned()
            };
            format!(
                "Rot seit dem {}: Das endet nach zwei Morgen in Folge {settled}, mit normalem Gehen, frühestens 48\u{a0}Stunden später.",
                voice.day(*since)
            )
        }
        LightFact::LastRunHolds { date, .. } => {
            format!("Die Ampel des Laufs am {} gilt bis zum nächsten Lauf.", voice.day(*date))
        }
        LightFact::NoEntries { last: Some(last), days } => {
            format!("Der letzte Eintrag ist vom {}, vor {}.", voice.day(*last), number(*days, "Tag", "Tagen"))
        }
        LightFact::NoEntries { last: None, .. } => "Noch wurde nichts eingetragen.".to_owned(),
        _ => return None,
    })
}

fn series(fact: &LightFact, voice: &Voice) -> Option<String> {
    let days = |dates: &[Date]| list(&dates.iter().map(|date| voice.day(*date)).collect::<Vec<_>>());
    Some(match fact {
        LightFact::ThreeAmber { dates } => format!("Drei gelbe Läufe in Folge: {}.", days(dates)),
        LightFact::TwoReds { dates } => format!("Zwei rote Ampeln in sieben Tagen: {}.", days(dates)),
        LightFact::ThreeReds { dates } => format!("Drei rote Ampeln in 14\u{a0}Tagen: {}.", days(dates)),
        LightFact::MorningsRise { this_week, last_week } => format!(
            "Morgens war der Schmerz diese Woche stärker als in der letzten, im Mittel {} von 10 gegen {} von 10.",
            decimal(*this_week, 1),
            decimal(*last_week, 1)
        ),
        LightFact::RedNotClosed { since, days } => format!(
            "Die rote Ampel seit dem {} endete in {} nicht.",
            voice.day(*since),
            number(*days, "Tag", "Tagen")
        ),
        LightFact::NoImprovement { since, first_mean, last_mean } => format!(
            "Der Schmerz beim Laufen hat seit dem {} nicht um einen Punkt nachgelassen: {} von 10 in den ersten zwei Wochen, {} in den letzten beiden.",
            voice.day(*since),
            decimal(*first_mean, 1),
            decimal(*last_mean, 1)
        ),
        _ => return None,
    })
}

/// What comes next, in one or two sentences.
pub fn next_step(knee: &KneeLight, voice: &Voice) -> String {
    const IRRITANT: &str = "lass eines davon weg: bergab, Tempo oder Treppen";
    let until = || {
        let earliest = knee.open_red.as_ref().map(|red| voice.day(red.earliest_close));
        let day = earliest.map(|day| format!(", frühestens am {day}")).unwrap_or_default();
        format!("Lauf erst wieder nach zwei normalen Morgen in Folge, mit normalem Gehen{day}.")
    };
    match knee.next_step {
        NextStep::Enter => "Trag ein, wie es dem Knie geht; zehn Sekunden genügen.".to_owned(),
        NextStep::GoOn => "Mach weiter mit dem, was du geplant hast.".to_owned(),
        NextStep::Hold => "Mach weiter wie bisher; steigere vorerst nicht.".to_owned(),
        NextStep::Repeat => match knee.last_run.filter(|run| run.light != Light::Red) {
            Some(run) if run.date == voice.as_of => {
                format!("Lauf beim nächsten Mal so viel wie heute, nicht mehr, und {IRRITANT}.")
            }
            Some(run) => format!(
                "Lauf beim nächsten Mal so viel wie am {}, nicht mehr, und {IRRITANT}.",
                voice.day(run.date)
            ),
            None => format!("Lauf so viel wie zuletzt, nicht mehr, und {IRRITANT}."),
        },
        NextStep::StepDown => {
            format!("Lauf beim nächsten Mal etwa 30\u{a0}% weniger oder eine Stufe tiefer, und {IRRITANT}.")
        }
        NextStep::Rest => {
            format!("{} Beginne dann eine Stufe tiefer oder mit etwa 70\u{a0}% jenes Laufs.", until())
        }
        NextStep::RestTwoBack => format!(
            "{} Beginne dann zwei Stufen tiefer. Eine Physiotherapeutin oder ein Physiotherapeut kann sich das ansehen.",
            until()
        ),
        NextStep::RestAssess => format!(
            "{} Lass es von einer Physiotherapeutin oder einem Physiotherapeuten ansehen, bevor du wieder beginnst.",
            until()
        ),
    }
}
