//! The value at which each test counts as low.
//!
//! Units: those of `TestId::range`. Source: clinical text D.1: step-down S91, bridges S93a and S93b, planks S94a and
//! S94b, heel raise S90, sit-to-stand S95a, hip abduction S92a, knee-to-wall S89a, Thomas S96a. Grade D as cut-points.
//! Limits: norms come from footballers, students or novices, rarely from runners of all ages.
//! Says nothing: tests without a norm (compared side to side only), or whose norm needs an age or sex not known.

use kneewise_types::{Sex, TestId};

/// How a value is compared with its limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Limit {
    /// Low when below.
    Below(f64),
    /// Low when at or below.
    AtMost(f64),
    /// Low when at or above.
    AtLeast(f64),
    /// Low when above.
    Above(f64),
}

impl Limit {
    pub(crate) fn is_low(self, value: f64) -> bool {
        match self {
            Self::Below(limit) => value < limit,
            Self::AtMost(limit) => value <= limit,
            Self::AtLeast(limit) => value >= limit,
            Self::Above(limit) => value > limit,
        }
    }

    pub(crate) const fn value(self) -> f64 {
        match self {
            Self::Below(limit) | Self::AtMost(limit) | Self::AtLeast(limit) | Self::Above(limit) => limit,
        }
    }
}

/// What a norm may need to know of the runner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body {
    pub age: Option<f64>,
    pub sex: Option<Sex>,
}

/// The norm of a test, if it has one that can be read for this runner.
pub(crate) fn limit(test: TestId, body: Body) -> Option<Limit> {
    Some(match test {
        TestId::LateralStepDown | TestId::SingleLegSquat => Limit::AtLeast(4.0),
        TestId::HamstringBridge => Limit::Below(20.0),
        TestId::SingleLegBridgeHold => Limit::Below(30.0),
        TestId::SidePlank => Limit::Below(45.0),
        TestId::FrontPlank => Limit::Below(50.0),
        TestId::HeelRaise => Limit::Below(15.0),
        TestId::SitToStand1Min => Limit::Below(sit_to_stand_quartile(body)?),
        TestId::HipAbductionEccentric => Limit::AtMost(hip_abduction_norm(body)? - HIP_ABDUCTION_SD),
        TestId::HipAbductionIsometric => Limit::Below(24.0),
        TestId::KneeToWall => Limit::Below(9.0),
        TestId::ModifiedThomasHip => Limit::Above(0.0),
        TestId::ModifiedThomasKnee => Limit::Below(67.0),
        TestId::KneeExtension90 => Limit::Above(30.0),
        TestId::KneeExtension90Passive => Limit::Above(40.0),
        TestId::SitToStand30S
        | TestId::SingleLegSitToStand
        | TestId::KneeExtensionStrength
        | TestId::LegPress
        | TestId::ProneKneeBend
        | TestId::Fpi6
        | TestId::NavicularDrop => return None,
    })
}

/// Lower quartile of the 1-min sit-to-stand: a straight line between the published ends, age clamped to 22-77.
fn sit_to_stand_quartile(body: Body) -> Option<f64> {
    let years = body.age?.clamp(22.0, 77.0) - 22.0;
    Some(match body.sex? {
        Sex::Male => 41.0 - years * 16.0 / 55.0,
        Sex::Female => 39.0 - years * 17.0 / 55.0,
    })
}

const HIP_ABDUCTION_SD: f64 = 0.354;

/// Eccentric hip abduction of novice runners, Nm/kg (S92a, n = 831).
fn hip_abduction_norm(body: Body) -> Option<f64> {
    let of_men = match body.sex? {
        Sex::Male => 0.215,
        Sex::Female => 0.0,
    };
    Some(1.600 - 0.005 * body.age? + of_men)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAN_30: Body = Body { age: Some(30.0), sex: Some(Sex::Male) };
    const WOMAN_30: Body = Body { age: Some(30.0), sex: Some(Sex::Female) };
    const MAN_40: Body = Body { age: Some(40.0), sex: Some(Sex::Male) };

    fn is_low(test: TestId, body: Body, value: f64) -> bool {
        limit(test, body).unwrap().is_low(value)
    }

    #[test]
    fn d1_1_and_d1_2_step_down() {
        assert!(!is_low(TestId::LateralStepDown, MAN_30, 3.0));
        assert!(is_low(TestId::LateralStepDown, MAN_30, 4.0));
    }

    #[test]
    fn d1_4_and_d1_5_hip_abduction() {
        let z = |body, value: f64| (value - hip_abduction_norm(body).unwrap()) / HIP_ABDUCTION_SD;
        assert!((hip_abduction_norm(MAN_30).unwrap() - 1.665).abs() <= 5e-4);
        assert!((z(MAN_30, 1.10) + 1.60).abs() <= 5e-3);
        assert!(is_low(TestId::HipAbductionEccentric, MAN_30, 1.10));
        assert!((hip_abduction_norm(WOMAN_30).unwrap() - 1.450).abs() <= 5e-4);
        assert!((z(WOMAN_30, 1.10) + 0.99).abs() <= 5e-3);
        assert!(!is_low(TestId::HipAbductionEccentric, WOMAN_30, 1.10));
    }

    #[test]
    fn d1_9_sit_to_stand() {
        assert!((sit_to_stand_quartile(MAN_40).unwrap() - 35.76).abs() <= 5e-3);
        assert!(is_low(TestId::SitToStand1Min, MAN_40, 35.0));
        assert!(!is_low(TestId::SitToStand1Min, MAN_40, 36.0));
    }

    #[test]
    fn a_norm_that_needs_an_age_says_nothing_without_it() {
        let unknown = Body { age: None, sex: None };
        assert_eq!(limit(TestId::SitToStand1Min, unknown), None);
        assert_eq!(limit(TestId::HipAbductionEccentric, unknown), None);
    }
}
