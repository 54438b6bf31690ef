//! What is said of the load on the knee: by our model, both truths together, no word of risk.

use super::numbers::{Voice, per_cent};
use kneewise_analyse::knee::what_if::StructureChange;
use kneewise_analyse::knee::{GroundShares, Robust, Structure};
use kneewise_types::Date;

/// Said wherever forces are shown.
pub const MODEL_NOTE: &str = "By our model, for one leg. Between people such forces differ by about a quarter either way; changes of \
your own running are more trustworthy. BW is your body weight; damage counts steps of easy running on the \
level that would do the same by an assumption about fatigue.";

/// Said with every change of step rate, strike or shoe.
pub const CALF_NOTE: &str = "What the knee is spared, calf and Achilles tendon carry.";

/// A structure as people know it.
#[must_use]
pub const fn structure(structure: Structure) -> &'static str {
    match structure {
        Structure::Patellofemoral => "kneecap joint",
        Structure::PatellarTendon => "kneecap tendon",
        Structure::Tibiofemoral => "main knee joint",
    }
}

/// The day on which the kneecap joint did most.
#[must_use]
pub fn heaviest(voice: &Voice, date: Date, damage_steps: f64, ground: Option<&GroundShares>) -> String {
    let mut sentence = format!(
        "The day that asked most of the kneecap joint was {}: as much as {damage_steps:.0} steps of easy running on the level.",
        voice.day(date)
    );
    if let Some(descent) = ground.map(|ground| ground.descent).filter(|descent| descent.is_heavier()) {
        sentence.push_str(&format!(
            " Descents were {} of its distance and probably {} of that: how much hills matter is uncertain.",
            per_cent(descent.distance_share),
            per_cent(descent.damage_share.m6)
        ));
    }
    sentence
}

/// What a change does to one structure: load first, then damage when its sign is safe to show.
#[must_use]
pub fn change(which: Structure, change: &StructureChange) -> String {
    let load = more_or_less(change.impulse.ratio);
    let (low, high) = (change.impulse.interval.low, change.impulse.interval.high);
    let mut sentence = format!("{}: {load} load", super::numbers::capital(structure(which)));
    if low < high {
        sentence.push_str(&format!(" ({})", range(low, high)));
    }
    match change.damage_sign {
        Robust::NotRobust => {
            sentence.push_str("; which way damage goes hangs on an assumption, so it is not shown.")
        }
        Robust::Equal => sentence.push_str(", damage as before."),
        Robust::Higher | Robust::Lower => {
            let (low, high) = (change.damage.interval.low, change.damage.interval.high);
            let damage = more_or_less(change.damage.ratio);
            sentence.push_str(&format!(", {damage} damage by our assumption ({}).", range(low, high)));
        }
    }
    sentence
}

fn more_or_less(ratio: f64) -> String {
    match ratio - 1.0 {
        change if change.abs() < 0.005 => "the same".to_owned(),
        change if change < 0.0 => format!("{} less", per_cent(-change)),
        change => format!("{} more", per_cent(change)),
    }
}

fn range(low: f64, high: f64) -> String {
    let signed = |ratio: f64| format!("{:+.0}", (ratio - 1.0) * 100.0).replace("-0", "0").replace("+0", "0");
    format!("{} to {}\u{a0}%", signed(low), signed(high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_analyse::knee::what_if::Ratio;
    use kneewise_analyse::knee::{Damage, Interval};

    fn ratio(ratio: f64, low: f64, high: f64) -> Ratio {
        Ratio { ratio, interval: Interval { low, high } }
    }

    #[test]
    fn load_and_damage_are_said_together() {
        let quick = StructureChange {
            impulse: ratio(0.94, 0.90, 0.97),
            damage: ratio(0.56, 0.37, 0.75),
            damage_by_exponent: Damage { m4: 0.70, m6: 0.56, m9: 0.41 },
            damage_sign: Robust::Lower,
            is_sign_robust: true,
        };
        assert_eq!(
            change(Structure::Patellofemoral, &quick).replace('\u{a0}', " "),
            "Kneecap joint: 6 % less load (-10 to -3 %), 44 % less damage by our assumption (-63 to -25 %)."
        );
        let unsure = StructureChange { damage_sign: Robust::NotRobust, ..quick };
        assert!(change(Structure::Tibiofemoral, &unsure).ends_with("so it is not shown."));
    }
}
