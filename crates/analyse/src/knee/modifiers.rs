//! What shoes, foot strike and carried mass do to force at the front of the knee.
//!
//! What: the factor M on patellofemoral and patellar-tendon force; the tibiofemoral joint keeps 1 (not known).
//! Formula: minimalist shoe, used to it 0.83; habitual forefoot 0.85; rearfoot runner landing on the forefoot on purpose
//!   0.80; everything else 1; carried mass 1 + 0.2 delta / mass; factors multiply.
//! Units: plain factors; kg.
//! Source: load text D5; `bonacci2018`, `vannatta2015`, `willy2016`.
//! Grade: C; cushioned, plated and stability shoes not known (D).
//! Limits: foot strike cannot be told from a watch, so it is asked or left at 1. What the knee is spared the calf
//!   and the Achilles tendon carry.
//! Says nothing: when the shoe or the strike is not known.

use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Evidence, FootStrike, Grade};
use serde::{Deserialize, Serialize};

/// A factor with its range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Modifier {
    pub factor: f64,
    pub low: f64,
    pub high: f64,
    pub evidence: Evidence,
}

const fn modifier(factor: f64, (low, high): (f64, f64), evidence: Evidence) -> Modifier {
    Modifier { factor, low, high, evidence }
}

/// The reference: a conventional shoe, landing on the rearfoot or midfoot.
pub const REFERENCE: Modifier = modifier(1.0, (1.0, 1.0), Evidence::new(Grade::D, "rule"));
/// A truly minimal shoe that the runner is used to.
pub const MINIMAL_SHOE: Modifier = modifier(0.83, (0.75, 0.92), Evidence::new(Grade::C, "bonacci2018"));
/// Much cushion, a plate or support: not known to matter.
pub const OTHER_SHOE: Modifier = modifier(1.0, (0.9, 1.1), Evidence::new(Grade::D, "rule"));
/// A runner who always lands on the forefoot.
pub const HABITUAL_FOREFOOT: Modifier = modifier(0.85, (0.73, 0.95), Evidence::new(Grade::C, "vannatta2015"));
/// A rearfoot runner who lands on the forefoot on purpose.
pub const DELIBERATE_FOREFOOT: Modifier =
    modifier(0.80, (0.73, 0.95), Evidence::new(Grade::C, "vannatta2015"));

/// Where the share of carried mass comes from.
pub const CARRIED_MASS_EVIDENCE: Evidence = Evidence::new(Grade::C, "willy2016");
const CARRIED_MASS: f64 = 0.2;

/// What was on the feet and how they landed, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Carriage {
    pub shoe: Option<ShoeCategory>,
    pub foot_strike: Option<FootStrike>,
    /// Mass carried on top of the body over the body's mass.
    pub carried_share: Option<f64>,
}

impl Carriage {
    /// The factors that apply, the reference left out.
    pub fn modifiers(self) -> impl Iterator<Item = Modifier> {
        [self.shoe.map(of_shoe), self.foot_strike.map(of_strike), self.carried_share.map(of_carried)]
            .into_iter()
            .flatten()
            .filter(|modifier| *modifier != REFERENCE)
    }

    /// Their product: M of the front of the knee.
    #[must_use]
    pub fn factor(self) -> f64 {
        self.modifiers().map(|modifier| modifier.factor).product()
    }
}

/// Factor of a shoe.
#[must_use]
pub const fn of_shoe(category: ShoeCategory) -> Modifier {
    match category {
        ShoeCategory::Minimal => MINIMAL_SHOE,
        ShoeCategory::MaxCushion | ShoeCategory::Stability | ShoeCategory::RacePlated => OTHER_SHOE,
        ShoeCategory::Daily | ShoeCategory::Lightweight | ShoeCategory::Trail => REFERENCE,
    }
}

/// Factor of the usual foot strike.
#[must_use]
pub const fn of_strike(strike: FootStrike) -> Modifier {
    match strike {
        FootStrike::Forefoot => HABITUAL_FOREFOOT,
        FootStrike::Rearfoot | FootStrike::Midfoot => REFERENCE,
    }
}

/// Factor of mass carried, as a share of the body's.
#[must_use]
pub fn of_carried(share: f64) -> Modifier {
    let factor = 1.0 + CARRIED_MASS * share;
    modifier(factor, (factor, factor), CARRIED_MASS_EVIDENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_kilograms_on_seventy_five() {
        assert!((of_carried(0.2).factor - 1.04).abs() < 1e-12);
    }

    #[test]
    fn factors_multiply_and_nothing_known_is_one() {
        assert!((Carriage::default().factor() - 1.0).abs() < 1e-15);
        let both = Carriage {
            shoe: Some(ShoeCategory::Minimal),
            foot_strike: Some(FootStrike::Forefoot),
            carried_share: None,
        };
        assert!((both.factor() - 0.83 * 0.85).abs() < 1e-12);
        let usual = Carriage { shoe: Some(ShoeCategory::Daily), ..Carriage::default() };
        assert_eq!(usual.modifiers().count(), 0);
    }
}
