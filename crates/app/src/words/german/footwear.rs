//! Schuhe: wie sie passen, welche Paare in Gebrauch waren, was wechselte.

use super::{from, number};
use crate::words::Voice;
use crate::words::numbers::{decimal, per_cent, short};
use kneewise_types::reason::Fact;

pub fn fit(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::FootPostureAndShoes { fpi6, neutral_share } => format!(
            "Fußstellung {} von 12\u{a0}Punkten, und {} des Wegs in neutralen Schuhen.",
            short(*fpi6),
            per_cent(*neutral_share)
        ),
        Fact::MassAndFirmShoes { mass_kg, split_kg, firm_share } => {
            let place = if mass_kg < split_kg { "unter" } else { "nicht unter" };
            format!(
                "Dein Gewicht von {} liegt {place} den {}, der Grenze in jener Studie; {} des Wegs waren in festen Schuhen.",
                voice.mass(*mass_kg),
                voice.mass(*split_kg),
                per_cent(*firm_share)
            )
        }
        Fact::LowDrop { low_drop_share, weeks_with_run, weeks } => format!(
            "{} des Wegs in Schuhen mit höchstens 6\u{a0}mm Sprengung, mit Läufen in {weeks_with_run} von {weeks}\u{a0}Wochen.",
            per_cent(*low_drop_share)
        ),
        Fact::MinimalAndMass { mass_kg, limit_kg, minimal_share } => format!(
            "{} des Wegs in Minimalschuhen bei einem Gewicht von {}; in einer Studie nahm der Schmerz über etwa {} zu.",
            per_cent(*minimal_share),
            voice.mass(*mass_kg),
            voice.mass(*limit_kg)
        ),
        Fact::ShoeWear { name, distance_m, wear, share } => format!(
            "{name} erreichte {}, {} der erwarteten Lebensdauer, und trug {} der letzten vier Wochen. Das allein erklärt wenig.",
            voice.distance(*distance_m),
            per_cent(*wear),
            per_cent(*share)
        ),
        _ => return None,
    })
}

pub fn pairs(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::PairsInUse { weeks, runs, pairs, names } => format!(
            "{} für {} in {}: {}.",
            number(*pairs, "Paar", "Paare"),
            number(*runs, "Lauf", "Läufe"),
            number(*weeks, "Woche", "Wochen"),
            names.join(", ")
        ),
        Fact::ShoeChange { date, from_name, to_name, drop_change_mm, is_plated, is_minimal } => {
            let drop = drop_change_mm.map(|mm| {
                format!("{}\u{a0}mm {} Sprengung", short(mm.abs()), if mm < 0.0 { "weniger" } else { "mehr" })
            });
            let plate = is_plated.then(|| "eine steife Platte".to_owned());
            let minimal = is_minimal.then(|| "ein Minimalschuh".to_owned());
            let what: Vec<_> = [drop, plate, minimal].into_iter().flatten().collect();
            let what = if what.is_empty() { "eine andere Art".to_owned() } else { what.join(", ") };
            format!("Am {} wechseltest du von {from_name} zu {to_name}: {what}.", voice.day(*date))
        }
        Fact::NoShoeChange { from: a, to } => {
            format!("Kein Wechsel der Schuhart {}.", from(voice, *a, *to))
        }
        Fact::PairsCompared { worse, worse_mean, worse_runs, better, better_mean, better_runs } => format!(
            "In ähnlichen Läufen lag der Schmerz im Mittel bei {} von 10 in {worse} ({}) und bei {} in {better} ({}).",
            decimal(*worse_mean, 1),
            number(*worse_runs, "Lauf", "Läufe"),
            decimal(*better_mean, 1),
            number(*better_runs, "Lauf", "Läufe")
        ),
        Fact::SameModel { name, since, months, wear } => {
            let wear = wear
                .map(|wear| format!(", bei {} der erwarteten Lebensdauer", per_cent(wear)))
                .unwrap_or_default();
            format!("Dasselbe Modell, {name}, seit dem {}, {months:.0}\u{a0}Monate{wear}.", voice.day(*since))
        }
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::FootPostureAndShoes { .. } => "nach innen kippende Füße in neutralen Schuhen".to_owned(),
        Fact::MassAndFirmShoes { .. } => "feste Schuhe für dein Gewicht".to_owned(),
        Fact::LowDrop { .. } => "wenig Sprengung, Woche für Woche".to_owned(),
        Fact::MinimalAndMass { .. } => "Minimalschuhe für dein Gewicht".to_owned(),
        Fact::ShoeWear { name, .. } => format!("{name} ist abgelaufen"),
        Fact::PairsInUse { pairs: 1, .. } => "ein Paar für jeden Lauf".to_owned(),
        Fact::ShoeChange { date, to_name, .. } => {
            format!("ein Wechsel zu {to_name} am {}", voice.day(*date))
        }
        Fact::PairsCompared { worse, better, .. } => format!("mehr Schmerz in {worse} als in {better}"),
        _ => return None,
    })
}
