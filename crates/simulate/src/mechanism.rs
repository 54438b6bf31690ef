//! The causes that can be planted, by the ids of the contract.

use kneewise_types::assessment::Family;
use serde::{Serialize, Serializer};

macro_rules! mechanisms {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $family:ident, $kind:ident;)+) => {
        /// What acts on the simulated knee.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Mechanism { $($(#[$doc])* $name),+ }

        impl Mechanism {
            /// Every mechanism.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The id used in files and JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// The family of causes it belongs to.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$name => Family::$family),+ }
            }

            /// Whether it comes and goes, or is there from the first day.
            #[must_use]
            pub const fn course(self) -> Course {
                match self { $(Self::$name => Course::$kind),+ }
            }
        }
    };
}

/// Whether an exposure comes and goes within one life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Present on some days.
    Timed,
    /// Present on every day of the runners who have it; only a test shows it.
    Trait,
}

mechanisms! {
    /// A run much longer than any of the 30 days before.
    SingleSessionSpike = "load.single_session_spike", Load, Timed;
    /// Back to old volume at once after a long break.
    RapidReturn = "load.rapid_return", Load, Timed;
    /// Weeks of descent that the runner is not used to.
    NewTerrainOrSpeed = "load.new_terrain_or_speed", Load, Timed;
    /// Hard days with less than 48 h between them.
    HardDaysTooClose = "load.hard_days_too_close", Load, Timed;
    /// Weeks of short nights.
    ShortSleep = "overuse.short_sleep", Overuse, Timed;
    /// Strength training given up.
    Untrained = "weakness.untrained", Weakness, Timed;
    /// The sore side weaker than the other.
    LimbAsymmetry = "weakness.limb_asymmetry", Weakness, Trait;
    /// The sore side's quadriceps tight.
    QuadricepsTight = "mobility.quadriceps", Mobility, Trait;
    /// A change to a pair with another drop.
    ShoeChange = "footwear.recent_change", Footwear, Timed;
    /// Pairs run past their life.
    WornShoe = "footwear.worn", Footwear, Timed;
    /// One pair of the rotation that the knee does not like.
    OnePairHurts = "footwear.one_pair_hurts", Footwear, Timed;
    /// In the first year of running, a week far above the one before.
    NoviceWeekRise = "load.novice_week_rise", Load, Timed;
    /// Weeks of fast running that the runner is not used to.
    SpeedRise = "load.speed_rise", Load, Timed;
    /// From the road to the trail for most of the way.
    SurfaceChange = "load.surface_change", Load, Timed;
    /// Weeks of fewer steps a minute than the runner's own.
    CadenceDrop = "gait.cadence_drop", Load, Timed;
    /// Weeks of high stress.
    Stress = "overuse.stress", Overuse, Timed;
    /// Two weeks and more without a day of rest.
    NoRestDay = "overuse.no_rest_day", Overuse, Timed;
    /// The sore side's quadriceps weak.
    QuadricepsWeak = "weakness.quadriceps", Weakness, Trait;
    /// A step down without control of hip and knee.
    MovementControl = "weakness.movement_control", Weakness, Trait;
    /// The sore side's ankle stiff.
    AnkleStiff = "mobility.ankle", Mobility, Trait;
    /// The sore side's hamstrings short.
    HamstringsShort = "mobility.hamstrings", Mobility, Trait;
}

impl Mechanism {
    /// The mechanism of an id, if it can be planted.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|mechanism| mechanism.id() == id)
    }

    /// Whether a life without circumstances knows it.
    #[must_use]
    pub const fn is_classic(self) -> bool {
        (self as u8) < (Self::NoviceWeekRise as u8)
    }

    /// The mechanisms of a family.
    pub fn of(family: Family) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |mechanism| mechanism.family() == family)
    }
}

impl Serialize for Mechanism {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back() {
        for &mechanism in Mechanism::ALL {
            assert_eq!(Mechanism::from_id(mechanism.id()), Some(mechanism));
        }
        assert_eq!(Mechanism::from_id("load.moon"), None);
    }

    #[test]
    fn every_family_can_be_planted_by_at_least_three_mechanisms() {
        for family in Family::ALL {
            assert!(Mechanism::of(family).count() >= 3, "{}", family.word());
        }
    }
}
