//! Where the load of some days came from.
//!
//! What: shares of running distance, impulse and damage at the kneecap joint made on descents, on the level, on climbs, and in
//!   the fastest fifth of the distance.
//! Formula: cells of running by grade (below -2 %, between, above +2 %; only of activities whose grade is known), and the
//!   fastest cells until a fifth of the running distance is reached, the last one in part; each over the whole of its kind.
//! Units: shares, 0 to 1.
//! Source: load text D3, D4 (`rule`); the fifth is ours.
//! Grade: D: the size of the hill factors is a choice.
//! Limits: by the model's own values; walking is left out.
//! Says nothing: without running; about ground when no grade is known.

use super::bins::{Bin, Bins};
use super::dose::Damage;
use super::ensemble::{Prepared, Set};
use super::ground::LEVEL_GRADE;
use super::knee_load::Cells;
use super::parameters::Structure;
use super::preferred_cadence::PreferredCadence;
use crate::order;
use kneewise_types::{Evidence, Grade};
use serde::Serialize;

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Share of the distance that counts as fast.
pub const FAST_SHARE: f64 = 0.2;

/// One kind of running.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Origin {
    pub distance_share: f64,
    pub impulse_share: f64,
    /// For each damage exponent.
    pub damage_share: Damage,
}

impl Origin {
    /// More of the damage than of the distance, whatever the exponent.
    #[must_use]
    pub fn is_heavier(&self) -> bool {
        self.damage_share.all().into_iter().all(|share| share > self.distance_share)
    }
}

/// All kinds of ground.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Ground {
    pub descent: Origin,
    pub level: Origin,
    pub climb: Origin,
}

/// Where the load came from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Origins {
    pub running_m: f64,
    /// Share of the running distance whose grade is known.
    pub grade_known_share: f64,
    /// Of what has a grade; `None` when nothing has.
    pub ground: Option<Ground>,
    /// The fastest fifth of the distance.
    pub fast: Origin,
    /// Slowest speed in it, m/s.
    pub fast_from_mps: f64,
}

/// Where the load of some activities came from; `None` without running.
#[must_use]
pub fn origins(activities: &[Cells<'_>], preferred: &PreferredCadence) -> Option<Origins> {
    let cells: Vec<Weighed> = activities.iter().flat_map(|activity| weighed(*activity, preferred)).collect();
    let whole = sum(cells.iter());
    let known = sum(cells.iter().filter(|cell| cell.grade.is_some()));
    if whole.metres <= 0.0 {
        return None;
    }
    let on =
        |keep: &dyn Fn(f64) -> bool| sum(cells.iter().filter(|cell| cell.grade.is_some_and(keep))).of(&known);
    let ground = (known.metres > 0.0).then(|| Ground {
        descent: on(&|grade| grade < -LEVEL_GRADE),
        level: on(&|grade| grade.abs() <= LEVEL_GRADE),
        climb: on(&|grade| grade > LEVEL_GRADE),
    });
    let (fast, fast_from_mps) = fastest(cells, FAST_SHARE * whole.metres);
    Some(Origins {
        running_m: whole.metres,
        grade_known_share: known.metres / whole.metres,
        ground,
        fast: fast.of(&whole),
        fast_from_mps,
    })
}

/// A cell with what it did.
#[derive(Clone, Copy)]
struct Weighed {
    speed_mps: f64,
    /// Where the grade of the activity is known.
    grade: Option<f64>,
    parts: Parts,
}

#[derive(Clone, Copy, Default)]
struct Parts {
    metres: f64,
    impulse_bw_s: f64,
    damage: Damage,
}

impl Parts {
    fn add(&mut self, other: &Self, share: f64) {
        self.metres += share * other.metres;
        self.impulse_bw_s += share * other.impulse_bw_s;
        self.damage.m4 += share * other.damage.m4;
        self.damage.m6 += share * other.damage.m6;
        self.damage.m9 += share * other.damage.m9;
    }

    fn of(&self, whole: &Self) -> Origin {
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        Origin {
            distance_share: share(self.metres, whole.metres),
            impulse_share: share(self.impulse_bw_s, whole.impulse_bw_s),
            damage_share: Damage {
                m4: share(self.damage.m4, whole.damage.m4),
                m6: share(self.damage.m6, whole.damage.m6),
                m9: share(self.damage.m9, whole.damage.m9),
            },
        }
    }
}

fn sum<'a>(cells: impl Iterator<Item = &'a Weighed>) -> Parts {
    let mut parts = Parts::default();
    for cell in cells {
        parts.add(&cell.parts, 1.0);
    }
    parts
}

fn weighed(activity: Cells<'_>, preferred: &PreferredCadence) -> Vec<Weighed> {
    let modifier = activity.carriage.factor();
    let weigh = |bin: &Bin| Weighed {
        speed_mps: bin.speed_mps,
        grade: activity.is_grade_known.then_some(bin.grade),
        parts: parts(bin, preferred, modifier),
    };
    activity.bins.running.iter().map(weigh).collect()
}

fn parts(bin: &Bin, preferred: &PreferredCadence, modifier: f64) -> Parts {
    let alone = Bins { running: vec![*bin], ..Bins::default() };
    // An unknown grade is level ground in the cells already.
    let prepared = Prepared::new(&alone, preferred, true);
    let structure = Structure::Patellofemoral;
    let of =
        |m| prepared.outcome(structure.parameters(), &Set::central(structure, m), modifier, &mut Vec::new());
    let (four, six, nine) = (of(4), of(6), of(9));
    Parts {
        metres: bin.seconds * bin.speed_mps,
        impulse_bw_s: six.impulse_bw_s,
        damage: Damage { m4: four.damage_steps, m6: six.damage_steps, m9: nine.damage_steps },
    }
}

/// The fastest cells until so many metres are reached, and the slowest speed among them.
fn fastest(mut cells: Vec<Weighed>, metres: f64) -> (Parts, f64) {
    order::sort_by(&mut cells, |a, b| b.speed_mps.total_cmp(&a.speed_mps));
    let mut fast = Parts::default();
    let mut from_mps = 0.0;
    for cell in &cells {
        let missing = metres - fast.metres;
        if missing <= 0.0 {
            break;
        }
        if cell.parts.metres > 0.0 {
            fast.add(&cell.parts, (missing / cell.parts.metres).min(1.0));
            from_mps = cell.speed_mps;
        }
    }
    (fast, from_mps)
}

#[cfg(test)]
mod tests {
    use super::super::modifiers::Carriage;
    use super::*;

    fn cells(bins: &Bins, is_grade_known: bool) -> Cells<'_> {
        Cells { bins, is_grade_known, carriage: Carriage::default() }
    }

    fn bins(running: &[(f64, f64, f64)]) -> Bins {
        let bin = |(seconds, speed_mps, grade): &(f64, f64, f64)| Bin {
            seconds: *seconds,
            speed_mps: *speed_mps,
            cadence_spm: None,
            grade: *grade,
        };
        Bins { running: running.iter().map(bin).collect(), ..Bins::default() }
    }

    /// Expected by hand: at the preferred step rate impulse a second is v^(0.55 - 0.55 + 0.20) and damage v^(3.3 + 0.20).
    #[test]
    fn the_fastest_fifth_is_cut_by_distance() {
        let run = bins(&[(1000.0, 3.0, 0.0), (250.0, 4.0, 0.0)]);
        let told = origins(&[cells(&run, true)], &PreferredCadence::POPULATION).unwrap();
        let fast_s = 0.2 * 4000.0 / 4.0;
        let (at_3, at_4) = (3.0_f64, 4.0_f64);
        let impulse = |v: f64| v.powf(0.2);
        let damage = |v: f64| v.powf(0.2 + 0.55 * 6.0);
        let share = |of: &dyn Fn(f64) -> f64| fast_s * of(at_4) / (1000.0 * of(at_3) + 250.0 * of(at_4));
        assert!((told.fast.distance_share - 0.2).abs() < 1e-12);
        assert!((told.fast.impulse_share - share(&impulse)).abs() < 1e-9, "{told:?}");
        assert!((told.fast.damage_share.m6 - share(&damage)).abs() < 1e-9, "{told:?}");
        assert!(told.fast.is_heavier() && (told.fast_from_mps - 4.0).abs() < 1e-12);
    }

    #[test]
    fn ground_is_told_of_what_has_a_grade() {
        let hilly = bins(&[(600.0, 3.0, 0.0), (200.0, 3.0, -0.08), (200.0, 3.0, 0.08)]);
        let unknown = bins(&[(1000.0, 3.0, 0.0)]);
        let told =
            origins(&[cells(&hilly, true), cells(&unknown, false)], &PreferredCadence::POPULATION).unwrap();
        let ground = told.ground.unwrap();
        assert!((told.grade_known_share - 0.5).abs() < 1e-12 && (told.running_m - 6000.0).abs() < 1e-9);
        assert!((ground.descent.distance_share - 0.2).abs() < 1e-12 && ground.descent.is_heavier());
        assert!(!ground.climb.is_heavier());
        // By hand: exp(0.08) of force downhill, exp(-0.04) uphill.
        let damage = [0.6, 0.2 * (6.0 * 0.08_f64).exp(), 0.2 * (-6.0 * 0.04_f64).exp()];
        let whole: f64 = damage.iter().sum();
        assert!((ground.descent.damage_share.m6 - damage[1] / whole).abs() < 1e-9, "{ground:?}");
        let shares = [ground.descent, ground.level, ground.climb].map(|one| one.impulse_share);
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_said_without_running_and_no_ground_without_grade() {
        assert_eq!(origins(&[], &PreferredCadence::POPULATION), None);
        let flat = bins(&[(1000.0, 3.0, 0.0)]);
        assert_eq!(origins(&[cells(&flat, false)], &PreferredCadence::POPULATION).unwrap().ground, None);
    }
}
