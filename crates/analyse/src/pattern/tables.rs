//! The numbers of the pattern screen: priors by age, place and findings for each condition.
//!
//! Probabilities. Source: clinical text B.3, the author's estimates unless anchored there, key `rule`. Grade D.
//! Columns, in this order: PFP, ITBS, PT, QT, FP, PA, MEN, OA, APO, BSI, HIP, OTH.

use kneewise_types::Region;
use kneewise_types::assessment::Condition;
use kneewise_types::symptom::FindingCode;

/// One number a condition.
pub(crate) type Row = [f64; 12];

/// The conditions, in the order of the columns.
pub(crate) const CONDITIONS: [Condition; 12] = [
    Condition::Pfp,
    Condition::Itbs,
    Condition::Pt,
    Condition::Qt,
    Condition::Fp,
    Condition::Pa,
    Condition::Men,
    Condition::Oa,
    Condition::Apo,
    Condition::Bsi,
    Condition::Hip,
    Condition::Oth,
];

/// Age band of the priors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AgeBand {
    Teen,
    Adult,
    From45,
}

/// How common each condition is before anything is asked.
pub(crate) const fn prior(band: AgeBand) -> Row {
    match band {
        AgeBand::Adult => [0.38, 0.19, 0.10, 0.02, 0.02, 0.02, 0.11, 0.05, 0.00, 0.03, 0.02, 0.06],
        AgeBand::Teen => [0.38, 0.05, 0.10, 0.01, 0.02, 0.01, 0.04, 0.00, 0.25, 0.04, 0.05, 0.05],
        AgeBand::From45 => [0.28, 0.14, 0.05, 0.03, 0.02, 0.03, 0.16, 0.18, 0.00, 0.03, 0.03, 0.05],
    }
}

/// How often each condition hurts mainly there.
pub(crate) const fn region(region: Region) -> Row {
    match region {
        Region::AroundPatella => {
            [0.5556, 0.0276, 0.0540, 0.0804, 0.0980, 0.0100, 0.0276, 0.2036, 0.0276, 0.0364, 0.0980, 0.0804]
        }
        Region::InferiorPole => {
            [0.0628, 0.0100, 0.7140, 0.0100, 0.1684, 0.0100, 0.0100, 0.0188, 0.2036, 0.0188, 0.0100, 0.0364]
        }
        Region::SuperiorPole => {
            [0.0364, 0.0100, 0.0188, 0.7140, 0.0100, 0.0100, 0.0100, 0.0188, 0.0100, 0.0188, 0.0276, 0.0364]
        }
        Region::BesideTendon => {
            [0.0540, 0.0188, 0.0716, 0.0100, 0.5820, 0.0100, 0.0188, 0.0276, 0.0276, 0.0188, 0.0100, 0.0452]
        }
        Region::Tubercle => {
            [0.0188, 0.0100, 0.0452, 0.0100, 0.0188, 0.0276, 0.0100, 0.0100, 0.6436, 0.0364, 0.0100, 0.0364]
        }
        Region::LateralAboveJointLine => {
            [0.0276, 0.7316, 0.0100, 0.0100, 0.0100, 0.0100, 0.0276, 0.0188, 0.0100, 0.0276, 0.0364, 0.0540]
        }
        Region::LateralJointLine => {
            [0.0276, 0.1068, 0.0100, 0.0100, 0.0188, 0.0100, 0.1684, 0.0628, 0.0100, 0.0276, 0.0188, 0.0804]
        }
        Region::MedialJointLine => {
            [0.0452, 0.0100, 0.0100, 0.0100, 0.0188, 0.1508, 0.4940, 0.3268, 0.0100, 0.1420, 0.0364, 0.0804]
        }
        Region::MedialProximalTibia => {
            [0.0188, 0.0100, 0.0100, 0.0100, 0.0100, 0.6964, 0.0540, 0.0628, 0.0100, 0.3268, 0.0188, 0.0628]
        }
        Region::BackOfKnee => {
            [0.0276, 0.0188, 0.0100, 0.0100, 0.0100, 0.0276, 0.0892, 0.0540, 0.0100, 0.0276, 0.0276, 0.2740]
        }
        Region::DistalThigh => {
            [0.0188, 0.0188, 0.0100, 0.0804, 0.0100, 0.0100, 0.0100, 0.0100, 0.0100, 0.1860, 0.2564, 0.0452]
        }
        Region::DeepOrVague => {
            [0.1068, 0.0276, 0.0364, 0.0452, 0.0452, 0.0276, 0.0804, 0.1860, 0.0276, 0.1332, 0.4500, 0.1684]
        }
    }
}

/// How often each condition shows the finding.
#[expect(clippy::too_many_lines, reason = "one row of the table a finding")]
pub(crate) const fn finding(code: FindingCode) -> Row {
    match code {
        FindingCode::PainSquatting => {
            [0.90, 0.25, 0.75, 0.80, 0.50, 0.40, 0.65, 0.60, 0.75, 0.40, 0.20, 0.35]
        }
        FindingCode::PainStairsDown => {
            [0.80, 0.45, 0.60, 0.60, 0.50, 0.45, 0.50, 0.60, 0.60, 0.50, 0.25, 0.30]
        }
        FindingCode::PainProlongedSitting => {
            [0.73, 0.10, 0.30, 0.30, 0.25, 0.10, 0.15, 0.30, 0.20, 0.08, 0.30, 0.25]
        }
        FindingCode::FixedDistanceOnset => {
            [0.25, 0.75, 0.08, 0.08, 0.15, 0.15, 0.10, 0.10, 0.08, 0.15, 0.10, 0.15]
        }
        FindingCode::DownhillWorse => {
            [0.55, 0.70, 0.40, 0.40, 0.30, 0.20, 0.25, 0.30, 0.35, 0.30, 0.10, 0.20]
        }
        FindingCode::JumpLandLocalTendon => {
            [0.25, 0.05, 0.85, 0.70, 0.25, 0.05, 0.15, 0.10, 0.75, 0.25, 0.05, 0.15]
        }
        FindingCode::WarmsUpThenReturns => {
            [0.20, 0.15, 0.70, 0.65, 0.15, 0.25, 0.10, 0.30, 0.45, 0.05, 0.15, 0.20]
        }
        FindingCode::StartedWithTwist => {
            [0.04, 0.02, 0.02, 0.02, 0.05, 0.03, 0.45, 0.10, 0.02, 0.02, 0.03, 0.15]
        }
        FindingCode::CatchingOrLocking => {
            [0.12, 0.03, 0.02, 0.02, 0.08, 0.02, 0.35, 0.20, 0.01, 0.03, 0.03, 0.10]
        }
        FindingCode::SwellingVisible => {
            [0.08, 0.05, 0.05, 0.05, 0.15, 0.15, 0.45, 0.40, 0.25, 0.25, 0.03, 0.20]
        }
        FindingCode::JointLineTender => {
            [0.15, 0.10, 0.03, 0.03, 0.10, 0.20, 0.83, 0.60, 0.03, 0.35, 0.05, 0.20]
        }
        FindingCode::KneelingHurts => {
            [0.50, 0.10, 0.35, 0.30, 0.45, 0.20, 0.25, 0.45, 0.85, 0.20, 0.05, 0.25]
        }
        FindingCode::FullStraightenHurts => {
            [0.10, 0.05, 0.10, 0.15, 0.75, 0.05, 0.30, 0.25, 0.10, 0.10, 0.03, 0.15]
        }
        FindingCode::RestOrNightPain => {
            [0.10, 0.05, 0.10, 0.10, 0.12, 0.20, 0.20, 0.35, 0.10, 0.55, 0.35, 0.20]
        }
        FindingCode::HurtsEarlierEachRun => {
            [0.20, 0.25, 0.20, 0.20, 0.15, 0.20, 0.20, 0.20, 0.20, 0.80, 0.25, 0.20]
        }
        FindingCode::BoneFocalTender => {
            [0.05, 0.05, 0.05, 0.05, 0.03, 0.15, 0.10, 0.10, 0.60, 0.75, 0.03, 0.10]
        }
        FindingCode::HopGivesDeepBonePain => {
            [0.10, 0.10, 0.10, 0.10, 0.10, 0.15, 0.15, 0.15, 0.20, 0.75, 0.20, 0.10]
        }
        FindingCode::MorningStiffUnder30 => {
            [0.20, 0.10, 0.45, 0.45, 0.15, 0.20, 0.25, 0.75, 0.20, 0.10, 0.35, 0.25]
        }
        FindingCode::GroinOrHipStiff => {
            [0.07, 0.08, 0.04, 0.04, 0.04, 0.05, 0.06, 0.12, 0.04, 0.15, 0.85, 0.10]
        }
        FindingCode::ResistedExtensionHurts => {
            [0.55, 0.10, 0.80, 0.85, 0.40, 0.10, 0.20, 0.35, 0.80, 0.20, 0.05, 0.20]
        }
        FindingCode::NoblePositive => {
            [0.06, 0.80, 0.02, 0.02, 0.02, 0.02, 0.10, 0.05, 0.02, 0.04, 0.03, 0.06]
        }
        FindingCode::LoadSpikeSixWeeks => {
            [0.60, 0.60, 0.55, 0.50, 0.45, 0.50, 0.25, 0.30, 0.50, 0.80, 0.30, 0.40]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn priors_and_each_column_of_regions_sum_to_one() {
        for band in [AgeBand::Teen, AgeBand::Adult, AgeBand::From45] {
            assert!((prior(band).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        for column in 0..CONDITIONS.len() {
            let sum: f64 = Region::ALL.iter().map(|place| region(*place)[column]).sum();
            assert!((sum - 1.0).abs() < 1e-3, "column {column}: {sum}");
        }
    }
}
