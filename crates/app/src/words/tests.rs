//! Home tests and other ways to learn more, by their everyday names.

use super::language::either;
use super::numbers::{count, decimal, short};
use kneewise_types::TestId;
use kneewise_types::assessment::{NextTest, NextTestId};

/// The test by name, in the middle of a sentence.
#[must_use]
pub fn name(test: TestId) -> &'static str {
    match test {
        TestId::LateralStepDown => either("step-down", "Step-down"),
        TestId::SingleLegSquat => either("single-leg squat", "einbeinige Kniebeuge"),
        TestId::HamstringBridge => either("single-leg hamstring bridge", "einbeinige Brücke (Beinbeuger)"),
        TestId::SingleLegBridgeHold => either("single-leg bridge hold", "einbeinige Brücke halten"),
        TestId::SidePlank => either("side plank", "Seitstütz"),
        TestId::FrontPlank => either("front plank", "Unterarmstütz"),
        TestId::HeelRaise => either("single-leg heel raise", "einbeiniges Fersenheben"),
        TestId::SitToStand1Min => either("one-minute sit-to-stand", "Aufstehen in einer Minute"),
        TestId::SitToStand30S => either("30-second sit-to-stand", "Aufstehen in 30 Sekunden"),
        TestId::SingleLegSitToStand => either("single-leg sit-to-stand", "einbeiniges Aufstehen"),
        TestId::KneeExtensionStrength => either("knee-extension strength", "Kraft der Kniestreckung"),
        TestId::LegPress => either("single-leg press", "einbeinige Beinpresse"),
        TestId::HipAbductionEccentric | TestId::HipAbductionIsometric => {
            either("hip-abduction strength", "Kraft der Hüftabspreizung")
        }
        TestId::KneeToWall => either("knee-to-wall", "Knie zur Wand"),
        TestId::ModifiedThomasHip => either("lying hip-flexor test, hip", "Hüftbeuger im Liegen, Hüfte"),
        TestId::ModifiedThomasKnee => either("lying hip-flexor test, knee", "Hüftbeuger im Liegen, Knie"),
        TestId::ProneKneeBend => either("heel-to-buttock test", "Ferse zum Gesäß"),
        TestId::KneeExtension90 => either("lying knee straightening", "Kniestreckung im Liegen"),
        TestId::KneeExtension90Passive => {
            either("lying knee straightening, passive", "Kniestreckung im Liegen, passiv")
        }
        TestId::Fpi6 => either("foot posture", "Fußstellung"),
        TestId::NavicularDrop => either("navicular drop", "Absinken des Kahnbeins"),
    }
}

/// A result with its unit.
#[must_use]
pub fn value(test: TestId, value: f64) -> String {
    let (_, _, unit) = test.range();
    let number = short(value);
    match unit {
        "reps" => format!("{number}\u{a0}{}", either("repetitions", "Wiederholungen")),
        "deg" => format!("{number}\u{a0}{}", either("degrees", "Grad")),
        "s" => format!("{number}\u{a0}s"),
        "% body weight" => format!("{number}\u{a0}% {}", either("of body weight", "des Körpergewichts")),
        "Nm/kg" => format!("{}\u{a0}Nm/kg", decimal(value, 2)),
        "points" => format!("{number}\u{a0}{}", either("points", "Punkte")),
        other => format!("{number}\u{a0}{other}"),
    }
}

/// The unit of results in a table.
#[must_use]
pub fn unit(unit: &'static str) -> &'static str {
    match unit {
        "reps" => either(unit, "Wdh."),
        "points" => either(unit, "Punkte"),
        "deg" => either(unit, "Grad"),
        "% body weight" => either(unit, "% Körpergewicht"),
        other => other,
    }
}

/// On which side of the limit a result counts as low or short.
#[must_use]
pub fn limit(test: TestId, limit: f64) -> String {
    let (english, german) = match test {
        TestId::LateralStepDown | TestId::SingleLegSquat => {
            ("{limit} or more is poor control", "ab {limit} ist die Führung schlecht")
        }
        TestId::KneeExtension90 | TestId::KneeExtension90Passive | TestId::ModifiedThomasHip => {
            ("above {limit} counts as short", "über {limit} gilt als verkürzt")
        }
        TestId::ProneKneeBend => ("a difference above {limit} counts", "ein Unterschied über {limit} zählt"),
        TestId::KneeToWall | TestId::ModifiedThomasKnee => {
            ("below {limit} counts as short", "unter {limit} gilt als verkürzt")
        }
        TestId::Fpi6 => ("{limit} or more is a pronated foot", "ab {limit} kippt der Fuß nach innen"),
        TestId::NavicularDrop => ("{limit} or more is often called large", "ab {limit} gilt oft als groß"),
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
        | TestId::HipAbductionIsometric => ("below {limit} counts as low", "unter {limit} gilt als niedrig"),
    };
    either(english, german).replace("{limit}", &value(test, limit))
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
        NextTestId::Test(id) => {
            format!("{}, {}, {}", name(id), either("both sides", "beide Seiten"), minutes(test.minutes))
        }
        NextTestId::Diary => either(
            "keep a pain diary for two weeks, ten seconds a day",
            "zwei Wochen Schmerztagebuch, zehn Sekunden am Tag",
        )
        .to_owned(),
        NextTestId::Shoes => {
            format!(
                "{}, {}",
                either(
                    "name your shoes and which runs they were worn on",
                    "nenne deine Schuhe und ihre Läufe"
                ),
                minutes(test.minutes)
            )
        }
        NextTestId::StrengthLog => format!(
            "{}, {}",
            either("say how often you train strength", "sag, wie oft du Kraft trainierst"),
            minutes(test.minutes)
        ),
        NextTestId::Wellness => either(
            "enter sleep, stress and mood for a week, ten seconds a day",
            "trag eine Woche lang Schlaf, Stress und Stimmung ein, zehn Sekunden am Tag",
        )
        .to_owned(),
        NextTestId::Profile => {
            format!("{}, {}", either("fill in the profile", "füll das Profil aus"), minutes(test.minutes))
        }
        NextTestId::Activities => either("import more of your runs", "lies mehr deiner Läufe ein").to_owned(),
        NextTestId::SessionRpe => either(
            "rate how hard each run was, five seconds a run",
            "sag nach jedem Lauf, wie hart er war, fünf Sekunden",
        )
        .to_owned(),
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
        1 => count(1, either("minute", "Minute"), "minutes"),
        _ => format!("{number}\u{a0}{}", either("minutes", "Minuten")),
    }
}
