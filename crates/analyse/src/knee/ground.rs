//! Which ground made the dose of a run.
//!
//! What: shares of running distance and of damage on descents, on the level and on climbs.
//! Formula: grade below -2 %, between, above +2 %; damage of each cell over the whole.
//! Units: shares, 0 to 1.
//! Source: load text D3, D4 (`rule`).
//! Grade: D: the size of the hill factors is a choice.
//! Limits: "by our model"; at the front of the knee.
//! Says nothing: when the grade is not known, or nothing was run.

use super::bins::Bins;
use super::dose::Damage;
use super::ensemble::{Prepared, Set};
use super::knee_load::KneeActivity;
use super::parameters::Structure;
use super::preferred_cadence::PreferredCadence;
use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Less steep ground is level.
pub const LEVEL_GRADE: f64 = 0.02;

/// One kind of ground.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct GroundShare {
    pub distance_share: f64,
    /// For each damage exponent.
    pub damage_share: Damage,
}

impl GroundShare {
    /// More of the damage than of the distance, whatever the exponent.
    #[must_use]
    pub fn is_heavier(&self) -> bool {
        self.damage_share.all().into_iter().all(|share| share > self.distance_share)
    }
}

/// All three kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct GroundShares {
    pub descent: GroundShare,
    pub level: GroundShare,
    pub climb: GroundShare,
}

/// Shares of one activity.
#[must_use]
pub fn ground_shares(knee: &KneeActivity, preferred: &PreferredCadence) -> Option<GroundShares> {
    let metres = knee.bins.running_m();
    if !knee.is_grade_known || metres <= 0.0 {
        return None;
    }
    let of = |keep: fn(f64) -> bool| {
        let running = knee.bins.running.iter().filter(|bin| keep(bin.grade)).copied().collect();
        Bins { running, ..Bins::default() }
    };
    let parts = [of(|g| g < -LEVEL_GRADE), of(|g| g.abs() <= LEVEL_GRADE), of(|g| g > LEVEL_GRADE)];
    let damages = parts.each_ref().map(|bins| damage(bins, preferred));
    let mut whole = Damage::default();
    for damage in &damages {
        whole.add(damage);
    }
    let mut shares = parts.iter().zip(&damages).map(|(bins, damage)| GroundShare {
        distance_share: bins.running_m() / metres,
        damage_share: Damage { m4: damage.m4 / whole.m4, m6: damage.m6 / whole.m6, m9: damage.m9 / whole.m9 },
    });
    Some(GroundShares { descent: shares.next()?, level: shares.next()?, climb: shares.next()? })
}

fn damage(bins: &Bins, preferred: &PreferredCadence) -> Damage {
    let prepared = Prepared::new(bins, preferred, true);
    let structure = Structure::Patellofemoral;
    let of = |m| {
        prepared
            .outcome(structure.parameters(), &Set::central(structure, m), 1.0, &mut Vec::new())
            .damage_steps
    };
    Damage { m4: of(4), m6: of(6), m9: of(9) }
}
