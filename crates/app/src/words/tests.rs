//! Home tests and other ways to learn more, by their everyday names.

use super::numbers::{count, short};
use kneewise_types::TestId;
use kneewise_types::assessment::{NextTest, NextTestId};

/// The test by name, in the middle of a sentence.
#[must_use]
pub const fn name(test: TestId) -> &'static str {
    match test {
        TestId::LateralStepDown => "step-down",
        TestId::SingleLegSquat => "single-leg squat",
        TestId::HamstringBridge => "single-leg hamstring bridge",
        TestId::SingleLegBridgeHold => "single-leg bridge hold",
        TestId::SidePlank => "side plank",
        TestId::FrontPlank => "front plank",
        TestId::HeelRaise => "single-leg heel raise",
        TestId::SitToStand1Min => "one-minute sit-to-stand",
        TestId::SitToStand30S => "30-second sit-to-stand",
        TestId::SingleLegSitToStand => "single-leg sit-to-stand",
        TestId::KneeExtensionStrength => "knee-extension strength",
        TestId::LegPress => "single-leg press",
        TestId::HipAbductionEccentric | TestId::HipAbductionIsometric => "hip-abduction strength",
        TestId::KneeToWall => "knee-to-wall",
        TestId::ModifiedThomasHip => "lying hip-flexor test, hip",
        TestId::ModifiedThomasKnee => "lying hip-flexor test, knee",
        TestId::ProneKneeBend => "heel-to-buttock test",
        TestId::KneeExtension90 => "lying knee straightening",
        TestId::KneeExtension90Passive => "lying knee straightening, passive",
        TestId::Fpi6 => "foot posture",
        TestId::NavicularDrop => "navicular drop",
    }
}

/// A result with its unit.
#[must_use]
pub fn value(test: TestId, value: f64) -> String {
    let (_, _, unit) = test.range();
    let number = short(value);
    match unit {
        "reps" => format!("{number}\u{a0}repetitions"),
        "deg" => format!("{number}\u{a0}degrees"),
        "s" => format!("{number}\u{a0}s"),
        "% body weight" => format!("{number}\u{a0}% of body weight"),
        "Nm/kg" => format!("{value:.2}\u{a0}Nm/kg"),
        other => format!("{number}\u{a0}{other}"),
    }
}

/// On which side of the limit a result counts as low or short.
#[must_use]
pub fn limit(test: TestId, limit: f64) -> String {
    let limit = value(test, limit);
    match test {
        TestId::LateralStepDown | TestId::SingleLegSquat => format!("{limit} or more is poor control"),
        TestId::KneeExtension90 | TestId::KneeExtension90Passive | TestId::ModifiedThomasHip => {
            format!("above {limit} counts as short")
        }
        TestId::ProneKneeBend => format!("a difference above {limit} counts"),
        TestId::KneeToWall | TestId::ModifiedThomasKnee => format!("below {limit} counts as short"),
        TestId::Fpi6 => format!("{limit} or more is a pronated foot"),
        TestId::NavicularDrop => format!("{limit} or more is often called large"),
        TestId::HamstringBridge
        | TestId::SingleLegBridgeHold
        | TestId::SidePlank
        | TestId::FrontPlank
        | TestId::HeelRaise
        | TestId::SitToStand1Min
        | TestId::SitToStand30S
        | TestId::SingleLegSitToStand
        | TestId::KneeExtensionStrength
        | TestId::LegPress
        | TestId::HipAbductionEccentric
        | TestId::HipAbductionIsometric => format!("below {limit} counts as low"),
    }
}

/// Whether a result lies on the low side of its limit.
#[must_use]
pub fn is_beyond(test: TestId, value: f64, limit: f64) -> bool {
    match test {
        TestId::LateralStepDown | TestId::SingleLegSquat | TestId::Fpi6 | TestId::NavicularDrop => {
            value >= limit
        }
        TestId::KneeExtension90 | TestId::KneeExtension90Passive | TestId::ModifiedThomasHip => value > limit,
        TestId::ProneKneeBend => false,
        _ => value < limit,
    }
}

/// The next thing that would narrow the answer, with its minutes.
#[must_use]
pub fn next(test: &NextTest) -> String {
    match test.what {
        NextTestId::Test(id) if is_one_result(id) => format!("{}, {}", name(id), minutes(test.minutes)),
        NextTestId::Test(id) => format!("{}, both sides, {}", name(id), minutes(test.minutes)),
        NextTestId::Diary => "keep a pain diary for two weeks, ten seconds a day".to_owned(),
        NextTestId::Shoes => {
            format!("name your shoes and which runs they were worn on, {}", minutes(test.minutes))
        }
        NextTestId::StrengthLog => format!("say how often you train strength, {}", minutes(test.minutes)),
        NextTestId::Wellness => "enter sleep, stress and mood for a week, ten seconds a day".to_owned(),
        NextTestId::Profile => format!("fill in the profile, {}", minutes(test.minutes)),
        NextTestId::Activities => "import more of your runs".to_owned(),
        NextTestId::SessionRpe => "rate how hard each run was, five seconds a run".to_owned(),
    }
}

/// The id used in JSON.
#[must_use]
pub const fn next_id(next: NextTestId) -> &'static str {
    match next {
        NextTestId::Test(test) => test.word(),
        NextTestId::Diary => "diary",
        NextTestId::Shoes => "shoes",
        NextTestId::StrengthLog => "strength_log",
        NextTestId::Wellness => "wellness",
        NextTestId::Profile => "profile",
        NextTestId::Activities => "activities",
        NextTestId::SessionRpe => "session_rpe",
    }
}

/// Tests that are done with both legs at once or give one figure.
const fn is_one_result(test: TestId) -> bool {
    matches!(test, TestId::FrontPlank | TestId::SitToStand1Min | TestId::SitToStand30S)
}

fn minutes(minutes: f64) -> String {
    let whole = minutes.round().clamp(1.0, 600.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..600 above")]
    let number = whole as u32;
    match number {
        1 => count(1, "minute", "minutes"),
        _ => format!("{number}\u{a0}minutes"),
    }
}
