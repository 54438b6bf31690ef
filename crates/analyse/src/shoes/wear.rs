//! Wear of a pair.
//!
//! Formula: wear = km / (life_km x f_mass x f_surface); life by category, f_mass by body mass (0.9 when not known),
//! f_surface the km-weighted mean. Unit: fraction of the expected life. Source: clinical text E.3 [rule]; S67, S69 and
//! S77 for what wear says of injury. Grade D.
//! Limits: wear alone is a weak explanation for knee pain. Says nothing: it needs only the distance.

use kneewise_types::shoe::{Foam, ShoeCategory};
use kneewise_types::{Activity, Shoe, Sport, Surface};

/// Expected life, km.
pub(crate) const fn life_km(category: Option<ShoeCategory>, foam: Option<Foam>) -> f64 {
    match category {
        Some(ShoeCategory::MaxCushion | ShoeCategory::Trail) => 650.0,
        Some(ShoeCategory::Lightweight) => 500.0,
        Some(ShoeCategory::RacePlated) => 350.0,
        Some(ShoeCategory::Stability | ShoeCategory::Minimal) => 700.0,
        Some(ShoeCategory::Daily) | None => match foam {
            Some(Foam::Eva) => 650.0,
            _ => 700.0,
        },
    }
}

/// Heavier runners wear a pair sooner.
pub(crate) fn mass_factor(mass_kg: Option<f64>) -> f64 {
    match mass_kg {
        Some(kg) if kg < 70.0 => 1.0,
        Some(kg) if kg >= 85.0 => 0.8,
        Some(_) | None => 0.9,
    }
}

/// What the ground does to a pair; a trail that is not further described counts as a road.
pub(crate) const fn surface_factor(activity: &Activity) -> f64 {
    match (activity.surface, activity.sport) {
        (Some(Surface::Treadmill), _) | (None, Sport::TreadmillRun) => 1.1,
        (Some(Surface::Track), _) => 1.05,
        _ => 1.0,
    }
}

/// The share of its life that a pair has used.
pub(crate) fn wear(shoe: &Shoe, distance_km: f64, mass_kg: Option<f64>, surface: f64) -> f64 {
    distance_km / (life_km(shoe.category, shoe.foam) * mass_factor(mass_kg) * surface)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worn(category: ShoeCategory, km: f64, mass_kg: f64, surface: f64) -> f64 {
        let shoe = Shoe { category: Some(category), ..Shoe::named("pair".to_owned()) };
        wear(&shoe, km, Some(mass_kg), surface)
    }

    #[test]
    fn worked_examples_of_e3() {
        let rocky = 0.85;
        let table = [
            ("E3-1", worn(ShoeCategory::Daily, 420.0, 62.0, 1.0), 0.600),
            ("E3-2", worn(ShoeCategory::Daily, 520.0, 88.0, 1.0), 0.929),
            ("E3-3", worn(ShoeCategory::RacePlated, 330.0, 72.0, 1.0), 1.048),
            ("E3-4", worn(ShoeCategory::Trail, 600.0, 78.0, rocky), 1.207),
        ];
        for (name, got, expected) in table {
            assert!((got - expected).abs() <= 5e-4, "{name}: {got}");
        }
    }
}
