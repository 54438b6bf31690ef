//! Worked examples B3-1 to B3-13 and the order of the next questions.

use super::answers::Answers;
use super::next_question::expected_bits;
use super::tables::AgeBand;
use super::{pattern, posterior};
use kneewise_types::assessment::{Condition, Pattern, PatternLabel};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Region, Side};

fn answers(band: AgeBand, region: Option<Region>, present: &[&str], absent: &[&str]) -> Answers {
    let mut findings: Vec<(FindingCode, bool)> = Vec::new();
    for (codes, is_present) in [(present, true), (absent, false)] {
        findings.extend(codes.iter().map(|code| (FindingCode::from_code(code).unwrap(), is_present)));
    }
    Answers { band, region, findings, is_walking_free: true }
}

fn share(pattern: &Pattern, condition: Condition) -> f64 {
    pattern.posterior.iter().find(|(known, _)| *known == condition).unwrap().1
}

struct Case {
    name: &'static str,
    band: AgeBand,
    region: Option<Region>,
    present: &'static [&'static str],
    absent: &'static [&'static str],
    label: PatternLabel,
    shares: &'static [(Condition, f64)],
    /// Bone caution, bone stress suspected, hip check.
    overlays: [bool; 3],
}

const QUIET: [bool; 3] = [false, false, false];

const CASES: [Case; 12] = [
    Case {
        name: "B3-1",
        band: AgeBand::Adult,
        region: Some(Region::AroundPatella),
        present: &["F01", "F02", "F03"],
        absent: &["F10"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Pfp, 0.967)],
        overlays: QUIET,
    },
    Case {
        name: "B3-2",
        band: AgeBand::Adult,
        region: Some(Region::LateralAboveJointLine),
        present: &["F04", "F05"],
        absent: &["F01", "F10"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Itbs, 0.987)],
        overlays: QUIET,
    },
    Case {
        name: "B3-3",
        band: AgeBand::Adult,
        region: Some(Region::InferiorPole),
        present: &["F06", "F07"],
        absent: &["F03"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Pt, 0.953)],
        overlays: QUIET,
    },
    Case {
        name: "B3-4",
        band: AgeBand::Adult,
        region: Some(Region::MedialProximalTibia),
        present: &["F15", "F16", "F22"],
        absent: &["F08"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Bsi, 0.816), (Condition::Pa, 0.102)],
        overlays: [true, true, false],
    },
    Case {
        name: "B3-5",
        band: AgeBand::From45,
        region: Some(Region::MedialJointLine),
        present: &["F18", "F11"],
        absent: &["F08", "F09"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Oa, 0.638), (Condition::Men, 0.305)],
        overlays: QUIET,
    },
    Case {
        name: "B3-6",
        band: AgeBand::Adult,
        region: Some(Region::MedialJointLine),
        present: &["F08", "F09", "F10", "F11"],
        absent: &[],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Men, 0.944)],
        overlays: QUIET,
    },
    Case {
        name: "B3-7",
        band: AgeBand::Teen,
        region: Some(Region::Tubercle),
        present: &["F06", "F12"],
        absent: &[],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Apo, 0.966)],
        overlays: QUIET,
    },
    Case {
        name: "B3-8",
        band: AgeBand::Adult,
        region: Some(Region::DeepOrVague),
        present: &["F19"],
        absent: &["F01"],
        label: PatternLabel::Leans,
        shares: &[(Condition::Hip, 0.525)],
        overlays: [false, false, true],
    },
    Case {
        name: "B3-10",
        band: AgeBand::Adult,
        region: Some(Region::AroundPatella),
        present: &["F06", "F07"],
        absent: &["F03"],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Pfp, 0.664), (Condition::Pt, 0.187)],
        overlays: QUIET,
    },
    Case {
        name: "B3-11",
        band: AgeBand::Adult,
        region: Some(Region::MedialProximalTibia),
        present: &["F22"],
        absent: &["F08", "F16"],
        label: PatternLabel::Unclear,
        shares: &[(Condition::Pa, 0.344), (Condition::Pfp, 0.215), (Condition::Bsi, 0.144)],
        overlays: [true, false, false],
    },
    Case {
        name: "B3-12",
        band: AgeBand::Adult,
        region: Some(Region::AroundPatella),
        present: &["F01", "F02", "F03", "F15", "F17"],
        absent: &[],
        label: PatternLabel::FitsBest,
        shares: &[(Condition::Pfp, 0.952), (Condition::Bsi, 0.005)],
        overlays: [true, false, false],
    },
    Case {
        name: "B3-13",
        band: AgeBand::Adult,
        region: Some(Region::DistalThigh),
        present: &[],
        absent: &[],
        label: PatternLabel::NotEnough,
        shares: &[(Condition::Bsi, 0.194), (Condition::Hip, 0.178)],
        overlays: [true, false, true],
    },
];

#[test]
fn worked_examples_of_b3() {
    for case in &CASES {
        let found = pattern(Side::Left, &answers(case.band, case.region, case.present, case.absent), true);
        assert_eq!(found.label, case.label, "{}", case.name);
        for (condition, expected) in case.shares {
            let got = share(&found, *condition);
            assert!((got - expected).abs() <= 5e-4, "{}: {condition:?} {got}", case.name);
        }
        let overlays = [found.is_bone_caution, found.is_bone_stress_suspected, found.is_hip_check];
        assert_eq!(overlays, case.overlays, "{}", case.name);
    }
}

#[test]
fn b3_9_without_answers_gives_the_priors_and_asks_f21_first() {
    let nothing = answers(AgeBand::Adult, None, &[], &[]);
    let found = pattern(Side::Left, &nothing, true);
    assert_eq!(found.label, PatternLabel::NotEnough);
    assert!((share(&found, Condition::Pfp) - 0.38).abs() < 1e-9);
    assert!((share(&found, Condition::Oth) - 0.06).abs() < 1e-9);
    let (code, bits) = found.next_question.unwrap();
    assert_eq!(code, FindingCode::NoblePositive);
    assert!((bits - 0.193).abs() <= 5e-4);
    let shares = posterior::posterior(&nothing);
    let mut worth: Vec<(f64, FindingCode)> =
        FindingCode::ALL.iter().map(|code| (expected_bits(&shares, *code), *code)).collect();
    worth.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert_eq!(worth[1].1, FindingCode::JointLineTender);
    assert!((worth[1].0 - 0.130).abs() <= 5e-4);
    assert_eq!(worth[2].1, FindingCode::JumpLandLocalTendon);
    assert!((worth[2].0 - 0.123).abs() <= 5e-4);
}

#[test]
fn questions_of_a_bone_caution_come_first_and_the_hop_only_when_safe() {
    let tibia =
        answers(AgeBand::Adult, Some(Region::MedialProximalTibia), &["F22"], &["F08", "F14", "F15", "F16"]);
    let caution = answers(AgeBand::Adult, Some(Region::MedialProximalTibia), &["F22"], &["F08"]);
    let first = pattern(Side::Left, &caution, true).next_question.unwrap().0;
    assert!(["F14", "F15", "F16", "F17"].contains(&first.code()));
    let limping = Answers { is_walking_free: false, ..tibia };
    assert_ne!(
        pattern(Side::Left, &limping, true).next_question.unwrap().0,
        FindingCode::HopGivesDeepBonePain
    );
}
