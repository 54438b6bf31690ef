//! Was die Läufe vom Knie verlangten, und die Schrittfrequenz.

use super::from;
use crate::words::Voice;
use crate::words::numbers::{decimal, per_cent};
use kneewise_types::reason::Fact;

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    dose(fact, voice).or_else(|| cadence(fact, voice))
}

fn dose(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::KneeDoseRise {
            date,
            damage_ratio,
            impulse_ratio,
            highest_date,
            distance_ratio,
            descent_damage_share,
            ..
        } => {
            let downhill = descent_damage_share.filter(|share| *share >= 0.25).map(|share| {
                format!(" Etwa {} davon kamen bergab, soweit sich Hügel beurteilen lassen.", per_cent(share))
            });
            format!(
                "Nach unserem Modell verlangte der {} vom Kniescheibengelenk das {}-Fache des {}, des härtesten der 30\u{a0}Tage davor; \
                 harte Schritte zählen dabei weit mehr als leichte. Zählen alle gleich, war es {}, auf {} der längsten Strecke.{} Diese \
                 Regel ist ein Versuch: Niemand hat sie geprüft.",
                voice.day(*date),
                decimal(*damage_ratio, 1),
                voice.day(*highest_date),
                compared(*impulse_ratio),
                per_cent(*distance_ratio),
                downhill.unwrap_or_default()
            )
        }
        Fact::NoKneeDoseRise { from: a, to, largest_ratio, largest_date } => format!(
            "Nach unserem Modell verlangte {} kein Tag viel mehr vom Kniescheibengelenk als der härteste der 30\u{a0}Tage davor; am \
             meisten waren {} davon, am {}.",
            from(voice, *a, *to),
            per_cent(*largest_ratio),
            voice.day(*largest_date)
        ),
        Fact::DescentRise { from: a, to, week_m, usual_week_m, damage_share } => {
            let share = damage_share.filter(|share| *share >= 0.10).map(|share| {
                format!(
                    " Nach unserem Modell kamen etwa {} von dem, was das Kniescheibengelenk leistete, bergab; wie viel Hügel zählen, \
                     ist unsicher.",
                    per_cent(share)
                )
            });
            format!(
                "{} bergab je Woche {}; üblich waren {}.{}",
                voice.height(*week_m),
                from(voice, *a, *to),
                voice.height(*usual_week_m),
                share.unwrap_or_default()
            )
        }
        Fact::NoDescentRise { from: a, to, week_m, usual_week_m } => format!(
            "Bergab blieb es nahe am Üblichen: {} je Woche {}, davor {}.",
            voice.height(*week_m),
            from(voice, *a, *to),
            voice.height(*usual_week_m)
        ),
        _ => return None,
    })
}

fn cadence(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::CadenceDrop { from: a, to, rho, noticed, .. } => format!(
            "{} hast du bei gleichem Tempo {} weniger Schritte pro Minute gemacht als gewohnt; zu sehen ist es ab dem {}. Längere \
             Schritte verlangen mehr vom Knie; dahinter können Müdigkeit, andere Schuhe oder der Schmerz selbst stehen.",
            crate::words::numbers::capital(&from(voice, *a, *to)),
            per_cent(1.0 - rho),
            voice.day(*noticed)
        ),
        Fact::SteadyCadence { from: a, to, rho, weeks } => format!(
            "Deine Schrittfrequenz blieb {} bei ihrer Gewohnheit ({}, {weeks}\u{a0}Wochen).",
            from(voice, *a, *to),
            against_habit(*rho)
        ),
        Fact::CadenceForSpeed { cadence_spm, everybody_spm, rho, is_low: true, .. } => format!(
            "{cadence_spm:.0}\u{a0}Schritte pro Minute bei gleichmäßigem Laufen, {} unter der Mitte der Läufer bei deinem Tempo \
             ({everybody_spm:.0}). In einer Studie trug das untere Drittel die größte Belastung; die Hälfte aller gesunden Läufer liegt unter \
             der Mitte.",
            per_cent(1.0 - rho)
        ),
        Fact::CadenceForSpeed { cadence_spm, everybody_spm, .. } => format!(
            "{cadence_spm:.0}\u{a0}Schritte pro Minute bei gleichmäßigem Laufen; die Mitte der Läufer bei deinem Tempo ist \
             {everybody_spm:.0}."
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::KneeDoseRise { date, .. } => {
            format!("ein Tag, der viel vom Knie verlangte, {}", voice.day(*date))
        }
        Fact::DescentRise { from, to, .. } => {
            format!("mehr bergab als gewohnt, {}", voice.span(*from, *to))
        }
        Fact::CadenceDrop { .. } => "weniger Schritte pro Minute als gewohnt".to_owned(),
        Fact::CadenceForSpeed { is_low: true, .. } => "wenige Schritte pro Minute für dein Tempo".to_owned(),
        _ => return None,
    })
}

fn compared(ratio: f64) -> String {
    match ratio - 1.0 {
        change if change.abs() < 0.005 => "gleich viel".to_owned(),
        change if change < 0.0 => format!("{} weniger", per_cent(-change)),
        change => format!("{} mehr", per_cent(change)),
    }
}

fn against_habit(rho: f64) -> String {
    match rho - 1.0 {
        change if change.abs() < 0.005 => "genau wie gewohnt".to_owned(),
        change if change < 0.0 => format!("{} darunter", per_cent(-change)),
        change => format!("{} darüber", per_cent(change)),
    }
}
