//! Home and clinic tests (clinical text D.1).

use crate::day::Date;
use crate::symptom::PainScore;
use serde::{Deserialize, Serialize};

macro_rules! tests_of_d1 {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $min:literal, $max:literal, $unit:literal;)+) => {
        /// A test, by the id used in `tests.csv`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum TestId { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl TestId {
            /// Every test.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id used in files and JSON.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Lowest and highest value that can be entered, and their unit.
            #[must_use]
            pub const fn range(self) -> (f64, f64, &'static str) {
                match self { $(Self::$variant => ($min, $max, $unit)),+ }
            }

            /// The test of an id, if it is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|test| test.word() == word)
            }
        }
    };
}

tests_of_d1! {
    LateralStepDown = "lateral_step_down", 0.0, 6.0, "points";
    SingleLegSquat = "single_leg_squat", 0.0, 6.0, "points";
    HamstringBridge = "hamstring_bridge", 0.0, 200.0, "reps";
    SingleLegBridgeHold = "single_leg_bridge_hold", 0.0, 900.0, "s";
    SidePlank = "side_plank", 0.0, 900.0, "s";
    FrontPlank = "front_plank", 0.0, 1800.0, "s";
    HeelRaise = "heel_raise", 0.0, 200.0, "reps";
    SitToStand1Min = "sit_to_stand_1min", 0.0, 120.0, "reps";
    SitToStand30S = "sit_to_stand_30s", 0.0, 60.0, "reps";
    /// One leg, a one-leg quadriceps test.
    SingleLegSitToStand = "single_leg_sit_to_stand", 0.0, 120.0, "reps";
    /// Knee extension strength, one leg.
    KneeExtensionStrength = "knee_extension_strength", 0.0, 500.0, "kg or Nm";
    /// Leg press, one leg.
    LegPress = "leg_press", 0.0, 800.0, "kg";
    HipAbductionEccentric = "hip_abduction_eccentric", 0.0, 6.0, "Nm/kg";
    HipAbductionIsometric = "hip_abduction_isometric", 0.0, 150.0, "% body weight";
    KneeToWall = "knee_to_wall", 0.0, 30.0, "cm";
    ModifiedThomasHip = "modified_thomas_hip", -45.0, 60.0, "deg";
    ModifiedThomasKnee = "modified_thomas_knee", 0.0, 150.0, "deg";
    ProneKneeBend = "prone_knee_bend", 0.0, 60.0, "cm";
    /// Active: degrees short of straight.
    KneeExtension90 = "knee_extension_90", 0.0, 90.0, "deg";
    KneeExtension90Passive = "knee_extension_90_passive", 0.0, 90.0, "deg";
    Fpi6 = "fpi6", -12.0, 12.0, "points";
    NavicularDrop = "navicular_drop", 0.0, 40.0, "mm";
}

/// Which side was tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TestSide {
    Left,
    Right,
    Both,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestResult {
    pub date: Date,
    pub test: TestId,
    pub side: TestSide,
    /// In the unit of the test.
    pub value: f64,
    /// Pain during the test.
    pub pain: Option<PainScore>,
}
