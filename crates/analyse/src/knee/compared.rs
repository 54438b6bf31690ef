//! The load of some days against that of others, by the same runner.
//!
//! What: ratios of impulse and damage of two lists of activities, for each structure.
//! Formula: as for a what-if: both sides are asked with the same 500 parameter sets, so that what differs between people cancels;
//!   the ratio later / earlier is shown with its 10th to 90th percentile.
//! Units: ratios, 0.90 is 10 % less.
//! Source: load text D5, D11 (`rule`).
//! Grade: D.
//! Limits: activities without a knee load are in neither sum.
//! Says nothing: when one side has no step run or walked.

use super::bins::Bins;
use super::ensemble::Prepared;
use super::knee_load::Cells;
use super::modifiers::Carriage;
use super::parameters::Structure;
use super::preferred_cadence::PreferredCadence;
use super::what_if::{Change, Group, StructureChange, structure_change};
use kneewise_types::{Evidence, Grade};
use serde::Serialize;

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Later over earlier.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Compared {
    pub patellofemoral: StructureChange,
    pub patellar_tendon: StructureChange,
    pub tibiofemoral: StructureChange,
}

/// Compares the load of two lists of activities.
#[must_use]
pub fn compared(
    earlier: &[Cells<'_>],
    later: &[Cells<'_>],
    preferred: &PreferredCadence,
) -> Option<Compared> {
    let mut kinds: Vec<(Carriage, bool)> = Vec::new();
    for cells in earlier.iter().chain(later) {
        let kind = (cells.carriage, cells.is_grade_known);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let of_kind = |cells: &[Cells<'_>], (carriage, is_grade_known): (Carriage, bool)| {
        let alike =
            cells.iter().filter(|one| one.carriage == carriage && one.is_grade_known == is_grade_known);
        let bins = Bins::merged(alike.map(|one| one.bins), 1.0);
        Prepared::new(&bins, preferred, is_grade_known)
    };
    let groups: Vec<Group> = kinds
        .into_iter()
        .map(|kind| Group { carriage: kind.0, before: of_kind(earlier, kind), after: of_kind(later, kind) })
        .collect();
    let of = |structure| structure_change(&groups, structure, preferred, &Change::default());
    let compared = Compared {
        patellofemoral: of(Structure::Patellofemoral)?,
        patellar_tendon: of(Structure::PatellarTendon)?,
        tibiofemoral: of(Structure::Tibiofemoral)?,
    };
    (compared.patellofemoral.impulse.ratio > 0.0).then_some(compared)
}

#[cfg(test)]
mod tests {
    use super::super::Robust;
    use super::super::bins::Bin;
    use super::*;

    fn bins(seconds: f64, speed_mps: f64) -> Bins {
        let bin = Bin { seconds, speed_mps, cadence_spm: None, grade: 0.0 };
        Bins { running: vec![bin], ..Bins::default() }
    }

    fn cells(bins: &Bins) -> Cells<'_> {
        Cells { bins, is_grade_known: true, carriage: Carriage::default() }
    }

    #[test]
    fn twice_the_running_is_twice_of_both_and_sure() {
        let (one, other) = (bins(1800.0, 3.0), bins(1800.0, 3.0));
        let told =
            compared(&[cells(&one)], &[cells(&one), cells(&other)], &PreferredCadence::POPULATION).unwrap();
        for change in [told.patellofemoral, told.patellar_tendon, told.tibiofemoral] {
            assert!((change.impulse.ratio - 2.0).abs() < 1e-9 && (change.damage.ratio - 2.0).abs() < 1e-9);
            assert!(change.impulse.interval.high - change.impulse.interval.low < 1e-9);
            assert!(change.is_sign_robust && change.damage_sign == Robust::Higher);
        }
    }

    /// Expected by hand: the same metres at 0.9 of the speed, v^(0.2 - 1) of impulse a metre.
    #[test]
    fn slower_days_are_more_load_and_less_damage() {
        let (before, after) = (bins(1800.0, 3.0), bins(2000.0, 2.7));
        let front = compared(&[cells(&before)], &[cells(&after)], &PreferredCadence::POPULATION)
            .unwrap()
            .patellofemoral;
        assert!((front.impulse.ratio - 0.9_f64.powf(0.2 - 1.0)).abs() < 1e-9, "{front:?}");
        assert!(front.impulse.ratio > 1.0 && front.damage.ratio < 1.0);
        assert_eq!(front.damage_sign, Robust::Lower);
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        let one = bins(1800.0, 3.0);
        assert_eq!(compared(&[], &[cells(&one)], &PreferredCadence::POPULATION), None);
        assert_eq!(compared(&[cells(&one)], &[], &PreferredCadence::POPULATION), None);
    }
}
