//! The causes that can be planted, by the ids of the contract.

use serde::{Serialize, Serializer};

/// What acts on the simulated knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mechanism {
    /// A run much longer than any of the 30 days before.
    SingleSessionSpike,
    /// Back to old volume at once after a long break.
    RapidReturn,
    /// Weeks of descent that the runner is not used to.
    NewTerrainOrSpeed,
    /// Hard days with less than 48 h between them.
    HardDaysTooClose,
    /// Weeks of short nights.
    ShortSleep,
    /// Strength training given up.
    Untrained,
    /// The sore side weaker than the other.
    LimbAsymmetry,
    /// The sore side's quadriceps tight.
    QuadricepsTight,
    /// A change to a pair with another drop.
    ShoeChange,
    /// Pairs run past their life.
    WornShoe,
    /// One pair of the rotation that the knee does not like.
    OnePairHurts,
}

impl Mechanism {
    /// Every mechanism.
    pub const ALL: [Self; 11] = [
        Self::SingleSessionSpike,
        Self::RapidReturn,
        Self::NewTerrainOrSpeed,
        Self::HardDaysTooClose,
        Self::ShortSleep,
        Self::Untrained,
        Self::LimbAsymmetry,
        Self::QuadricepsTight,
        Self::ShoeChange,
        Self::WornShoe,
        Self::OnePairHurts,
    ];

    /// The id used in files and JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SingleSessionSpike => "load.single_session_spike",
            Self::RapidReturn => "load.rapid_return",
            Self::NewTerrainOrSpeed => "load.new_terrain_or_speed",
            Self::HardDaysTooClose => "load.hard_days_too_close",
            Self::ShortSleep => "overuse.short_sleep",
            Self::Untrained => "weakness.untrained",
            Self::LimbAsymmetry => "weakness.limb_asymmetry",
            Self::QuadricepsTight => "mobility.quadriceps",
            Self::ShoeChange => "footwear.recent_change",
            Self::WornShoe => "footwear.worn",
            Self::OnePairHurts => "footwear.one_pair_hurts",
        }
    }

    /// The mechanism of an id, if it can be planted.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mechanism| mechanism.id() == id)
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
        for mechanism in Mechanism::ALL {
            assert_eq!(Mechanism::from_id(mechanism.id()), Some(mechanism));
        }
        assert_eq!(Mechanism::from_id("load.moon"), None);
    }
}
