//! Places on the knee and the patterns they make with the runner's answers.

use kneewise_types::assessment::{Condition, Pattern, PatternLabel};
use kneewise_types::{Region, Side};

/// Where it hurts, after "pain".
#[must_use]
pub const fn region(region: Region) -> &'static str {
    match region {
        Region::AroundPatella => "around the kneecap",
        Region::InferiorPole => "at the lower tip of the kneecap",
        Region::SuperiorPole => "at the upper edge of the kneecap",
        Region::BesideTendon => "beside the tendon below the kneecap",
        Region::Tubercle => "on the bump below the kneecap",
        Region::LateralAboveJointLine => "on the outer side, two fingers above the joint",
        Region::LateralJointLine => "on the outer side, at the joint",
        Region::MedialJointLine => "on the inner side, at the joint",
        Region::MedialProximalTibia => "on the inner shin, just below the joint",
        Region::BackOfKnee => "at the back of the knee",
        Region::DistalThigh => "in the thigh, just above the knee",
        Region::DeepOrVague => "deep inside or hard to point at",
    }
}

/// "right knee".
#[must_use]
pub const fn knee(side: Side) -> &'static str {
    match side {
        Side::Left => "left knee",
        Side::Right => "right knee",
    }
}

/// A pattern by its everyday name.
#[must_use]
pub const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Pfp => "kneecap pain",
        Condition::Itbs => "outer-side pain (iliotibial band)",
        Condition::Pt => "tendon pain below the kneecap",
        Condition::Qt => "tendon pain above the kneecap",
        Condition::Fp => "fat-pad pain beside the tendon",
        Condition::Pa => "tendon-pad pain on the inner shin",
        Condition::Men => "meniscus pain",
        Condition::Oa => "joint-wear pain",
        Condition::Apo => "growth-zone pain below the kneecap",
        Condition::Bsi => "an overloaded bone",
        Condition::Hip => "pain from the hip",
        Condition::Oth => "some other pain",
    }
}

/// What the pattern screen says of the knee just named; `None` when too little was answered.
#[must_use]
pub fn pattern(pattern: &Pattern) -> Option<String> {
    let mut fits = pattern.posterior.iter().map(|(fit, _)| condition(*fit));
    let first = fits.next()?;
    match pattern.label {
        PatternLabel::NotEnough => None,
        PatternLabel::FitsBest | PatternLabel::Leans if pattern.posterior.first()?.0 == Condition::Oth => {
            Some("It fits none of the common patterns.".to_owned())
        }
        PatternLabel::FitsBest => Some(format!("It fits the pattern of {first} best.")),
        PatternLabel::TwoPossible => {
            Some(format!("It fits two patterns: {first}, or {}.", fits.next().unwrap_or(first)))
        }
        PatternLabel::Leans => Some(format!("It leans towards the pattern of {first}.")),
        PatternLabel::Unclear => Some("It fits no pattern clearly.".to_owned()),
    }
}

/// Said once beside any pattern.
pub const PATTERN_CAVEAT: &str = "A pattern is not a diagnosis.";
