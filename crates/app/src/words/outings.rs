//! Outings as people say them: sports, times, paces.

use super::language::{Language, either, is_german, language};
use super::numbers::{METRES_PER_MILE, decimal};
use kneewise_types::{Activity, Quality, Seconds, Sport, Surface, UnitSystem};

/// `47:05` or `1:02:33`.
#[must_use]
pub fn clock(duration: Seconds) -> String {
    let whole = format!("{:.0}", duration.as_s());
    let seconds: u64 = whole.parse().unwrap_or(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Minutes and seconds for one kilometre or mile, for what is run or walked.
#[must_use]
pub fn pace(activity: &Activity, units: UnitSystem) -> Option<String> {
    let distance = activity.distance?.as_m();
    let unit = match units {
        UnitSystem::Metric => 1000.0,
        UnitSystem::Imperial => METRES_PER_MILE,
    };
    let per_unit = activity.duration().as_s() / distance * unit;
    let seconds = Seconds::new(per_unit).ok().filter(|_| distance > 0.0)?;
    Some(clock(seconds))
}

/// A speed as `5:45/km` or `9:15/mile`.
#[must_use]
pub fn pace_of(speed_mps: f64, units: UnitSystem) -> String {
    let (unit, name) = match units {
        UnitSystem::Metric => (1000.0, "km"),
        UnitSystem::Imperial => (METRES_PER_MILE, either("mile", "Meile")),
    };
    Seconds::new(unit / speed_mps).map_or_else(|_| "?".to_owned(), |time| format!("{}/{name}", clock(time)))
}

/// A sport as people say it.
#[must_use]
pub fn sport(sport: Sport) -> String {
    let german = match sport {
        Sport::Run => "Lauf",
        Sport::TrailRun => "Geländelauf",
        Sport::TreadmillRun => "Lauf auf dem Band",
        Sport::Walk => "Gehen",
        Sport::Hike => "Wandern",
        Sport::Ride => "Radfahren",
        Sport::Swim => "Schwimmen",
        Sport::Elliptical => "Crosstrainer",
        Sport::PoolRun => "Aquajogging",
        Sport::Row => "Rudern",
        Sport::Yoga => "Yoga",
        Sport::Strength => "Kraft",
        Sport::Other => "anderes",
    };
    match language() {
        Language::English => sport.word().replace('_', " "),
        Language::German => german.to_owned(),
    }
}

/// What was underfoot.
#[must_use]
pub fn surface(surface: Surface) -> &'static str {
    match surface {
        Surface::Road => either("road", "Straße"),
        Surface::Trail => either("trail", "Gelände"),
        Surface::Track => either("track", "Bahn"),
        Surface::Treadmill => either("treadmill", "Laufband"),
        Surface::Mixed => either("mixed", "gemischter Untergrund"),
    }
}

/// A doubt about recorded values, in words.
#[must_use]
pub fn doubt(quality: &Quality) -> String {
    match quality {
        _ if is_german() => german_doubt(quality),
        Quality::GpsSpike { count, .. } => format!("{count} positions jump faster than a runner can"),
        Quality::TimeJump { count, longest_s, .. } => {
            format!("the clock jumped {count} times, by {longest_s:.0} s at most")
        }
        Quality::DoubledCadence { median_spm } => {
            format!("cadence of {median_spm:.0} is more than feet can do")
        }
        Quality::CadenceLock { seconds, .. } => format!("heart rate followed the steps for {seconds:.0} s"),
        Quality::DuplicatedSamples { count } => format!("{count} samples are written twice"),
        Quality::OutOfRange { quantity, count } => {
            format!("{count} values of {quantity} cannot be and were left out")
        }
        Quality::Truncated { at_s } => format!("the file broke off after {at_s:.0} s"),
    }
}

fn german_doubt(quality: &Quality) -> String {
    let counted =
        |count: u32, one: &str, many: &str| format!("{count}\u{a0}{}", if count == 1 { one } else { many });
    match quality {
        Quality::GpsSpike { count, .. } => {
            format!(
                "{} schneller, als ein Mensch läuft",
                counted(*count, "Position springt", "Positionen springen")
            )
        }
        Quality::TimeJump { count, longest_s, .. } => {
            format!("die Uhr sprang {count}-mal, um höchstens {}\u{a0}s", decimal(*longest_s, 0))
        }
        Quality::DoubledCadence { median_spm } => {
            format!("eine Schrittfrequenz von {} ist mehr, als Füße schaffen", decimal(*median_spm, 0))
        }
        Quality::CadenceLock { seconds, .. } => {
            format!("der Puls folgte {}\u{a0}s lang den Schritten", decimal(*seconds, 0))
        }
        Quality::DuplicatedSamples { count } => {
            format!("{} doppelt geschrieben", counted(*count, "Messwert ist", "Messwerte sind"))
        }
        Quality::OutOfRange { quantity, count } => {
            let left_out = counted(*count, "unmöglicher Wert ist", "unmögliche Werte sind");
            format!("{left_out} ausgelassen: {}", quantity_name(quantity))
        }
        Quality::Truncated { at_s } => format!("die Datei bricht nach {}\u{a0}s ab", decimal(*at_s, 0)),
    }
}

/// A quantity of the readers by its German name.
fn quantity_name(quantity: &str) -> &str {
    match quantity {
        "heart rate" => "Puls",
        "cadence" => "Schrittfrequenz",
        "speed" => "Tempo",
        "altitude" => "Höhe",
        "power" => "Leistung",
        "distance" => "Strecke",
        other => other,
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_duration_reads_like_a_watch() {
        for (seconds, text) in [(0.0, "0:00"), (2825.4, "47:05"), (3753.0, "1:02:33"), (3599.6, "1:00:00")] {
            assert_eq!(clock(Seconds::new(seconds).unwrap()), text);
        }
    }
}
