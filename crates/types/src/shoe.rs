//! A pair of shoes (clinical text E.2).

use crate::day::Date;
use crate::units::Metres;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every value, in the order of the science text.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files and JSON.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a word, if it is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

words!(/// What the pair is built for.
ShoeCategory {
    Daily = "daily", MaxCushion = "max_cushion", Stability = "stability", Lightweight = "lightweight",
    RacePlated = "race_plated", Trail = "trail", Minimal = "minimal",
});
words!(/// Midsole foam.
Foam { Eva = "eva", Tpu = "tpu", Peba = "peba", Mixed = "mixed" });
words!(/// Stiff plate in the midsole.
Plate { None = "none", Carbon = "carbon", Other = "other" });
words!(/// How soft it feels.
Cushioning { Soft = "soft", Medium = "medium", Firm = "firm" });
words!(/// How much it guides the foot.
Support { Neutral = "neutral", Mild = "mild", Strong = "strong" });
words!(/// What the outsole is for.
Outsole { Road = "road", Mixed = "mixed", Lugged = "lugged" });
words!(/// What lies inside.
Insole { None = "none", Prefab = "prefab", Custom = "custom" });

/// One pair, as `shoes.csv` gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shoe {
    pub name: String,
    /// `None` when the pair is only known from activities.
    pub category: Option<ShoeCategory>,
    pub brand: Option<String>,
    pub model: Option<String>,
    /// Heel height minus forefoot height, mm, 0 to 15.
    pub drop_mm: Option<f64>,
    pub stack_heel_mm: Option<f64>,
    pub stack_forefoot_mm: Option<f64>,
    pub mass_g: Option<f64>,
    pub cushioning: Option<Cushioning>,
    pub support: Option<Support>,
    pub plate: Option<Plate>,
    pub foam: Option<Foam>,
    pub outsole: Option<Outsole>,
    pub insole: Option<Insole>,
    pub first_used: Option<Date>,
    /// Distance already run when counting began.
    pub start_distance: Option<Metres>,
    pub retired_on: Option<Date>,
    /// 0 (bad) to 10 (best).
    pub comfort: Option<f64>,
}

impl Shoe {
    /// A pair of which only the name is known.
    #[must_use]
    pub const fn named(name: String) -> Self {
        Self {
            name,
            category: None,
            brand: None,
            model: None,
            drop_mm: None,
            stack_heel_mm: None,
            stack_forefoot_mm: None,
            mass_g: None,
            cushioning: None,
            support: None,
            plate: None,
            foam: None,
            outsole: None,
            insole: None,
            first_used: None,
            start_distance: None,
            retired_on: None,
            comfort: None,
        }
    }
}
