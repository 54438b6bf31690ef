//! What one runner's own days say about one knee: associations in one diary, never causes (load text F).

use crate::assessment::Family;
use crate::day::Date;
use crate::experiment::{Experiment, ExperimentOutcome};
use crate::symptom::Side;
use serde::{Deserialize, Serialize};

macro_rules! exposures {
    ($($(#[$doc:meta])* $name:ident, $family:ident, $set:ident, $scale:ident, $word:literal;)+) => {
        /// What may come before a flare (load text F2). "More" of each is the direction that is thought to ask more.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Exposure { $($(#[$doc])* $name),+ }

        impl Exposure {
            /// Every exposure: the primary set first.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word used in JSON.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The family it speaks for.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$name => Family::$family),+ }
            }

            /// Registered before any data were seen, or exploratory.
            #[must_use]
            pub const fn set(self) -> ExposureSet {
                match self { $(Self::$name => ExposureSet::$set),+ }
            }

            /// Whether it is there or not, or has an amount.
            #[must_use]
            pub const fn scale(self) -> ExposureScale {
                match self { $(Self::$name => ExposureScale::$scale),+ }
            }
        }
    };
}

exposures! {
    /// A run more than 10 % longer than the longest of the 30 days before.
    SessionSpike, Load, Primary, Presence, "session_spike";
    /// Change of the last 7 days' distance against the 7 before, fraction.
    WeekChange, Load, Primary, Amount, "week_change";
    /// Damage index of the kneecap joint, m = 6, reference steps a day.
    KneeDamage, Load, Primary, Amount, "knee_damage";
    /// Impulse of the kneecap joint, BW s a day.
    KneeImpulse, Load, Primary, Amount, "knee_impulse";
    /// Metres downhill at a run, a day.
    Descent, Load, Primary, Amount, "descent";
    /// Share of running time above threshold, 0 to 1.
    HardShare, Load, Primary, Amount, "hard_share";
    /// Steps slower than the runner's own rate at that speed: 1 minus rho, mean of the last 7 days' runs.
    SlowStepRate, Load, Secondary, Amount, "slow_step_rate";
    /// Session-RPE load of a day, AU.
    SessionRpeLoad, Load, Secondary, Amount, "session_rpe_load";
    /// Mean over standard deviation of 7 days' session-RPE load.
    Monotony, Load, Secondary, Amount, "monotony";
    /// Recent over accustomed damage of the kneecap joint.
    KneeRatio, Load, Secondary, Amount, "knee_ratio";
    /// A week with at least twice the fast running or the descent of any of the eight before.
    NewTerrainOrSpeed, Load, Secondary, Presence, "new_terrain_or_speed";
    /// Back to more than half of the old volume within three weeks of a break.
    RapidReturn, Load, Secondary, Presence, "rapid_return";
    /// A hard session less than 48 h after another.
    HardDaysClose, Load, Secondary, Presence, "hard_days_close";
    /// A run on a surface that made less than a fifth of the eight weeks before.
    UnusualSurface, Load, Secondary, Presence, "unusual_surface";
    /// Hours short of eight, mean of the last 7 nights.
    ShortSleep, Overuse, Secondary, Amount, "short_sleep";
    /// Stress, or 10 minus mood, mean of the last 7 days.
    Stress, Overuse, Secondary, Amount, "stress";
    /// Days without rest among the last 7.
    FewRestDays, Overuse, Secondary, Amount, "few_rest_days";
    /// Days without strength training among the last 28.
    LittleStrength, Weakness, Secondary, Amount, "little_strength";
    /// The first 14 days of a new pair.
    NewPair, Footwear, Secondary, Presence, "new_pair";
    /// A run in a pair past its expected life.
    WornPair, Footwear, Secondary, Presence, "worn_pair";
    /// A run in one certain pair of the rotation.
    CertainPair, Footwear, Secondary, Presence, "certain_pair";
}

/// Whether an exposure was registered before any data were seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExposureSet {
    Primary,
    /// Exploratory.
    Secondary,
}

/// What an odds ratio compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExposureScale {
    /// Days with it against days without.
    Presence,
    /// One robust standard deviation more.
    Amount,
}

/// How far a claim may go (load text F5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    None,
    Hint,
    Suggestive,
    Consistent,
    /// An experiment on oneself agreed.
    Tested,
}

/// A coefficient with what is believed of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Natural logarithm of the odds ratio.
    pub log_odds_ratio: f64,
    pub sd: f64,
    pub odds_ratio: f64,
    /// 95 % interval of the odds ratio.
    pub interval: [f64; 2],
    /// Probability that the odds ratio is above 1, and above 1.5.
    pub above_1: f64,
    pub above_1_5: f64,
}

/// The same association with the days before weighted by how recent they are (load text F4).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Lagged {
    pub log_odds_ratio: f64,
    /// Days of the lag that dominates; `None` when none does.
    pub days: Option<f64>,
}

/// What would still hold if a choice had been another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Robustness {
    /// Sign when any one flare is left out.
    pub without_any_flare: bool,
    /// Sign over damage exponents 4, 6, 9 and lags of 1, 2, 4 days.
    pub over_exponents_and_lags: bool,
    /// The same exposure two to three weeks before the flares looks as strong: a time trend.
    pub is_time_trend_suspected: bool,
}

/// How often chance alone would look like this.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Chance {
    /// Share of flare calendars, shifted by whole weeks, that look at least as strong.
    pub permutation_p: f64,
    /// The same for the strongest of its set.
    pub family_wise_p: f64,
    /// Whether it stays when one in ten findings may be false (Benjamini-Hochberg).
    pub is_kept: bool,
    /// Chance of so many flares with it in the window, by its share of days alone; presence only.
    pub luck: Option<f64>,
}

/// One exposure against the flares of one knee.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnFinding {
    pub exposure: Exposure,
    /// Name of the pair of `certain_pair`.
    pub pair: Option<String>,
    /// Flares that could be compared with days before them.
    pub flares: u32,
    /// Those before which it was there, or more than in their own reference windows.
    pub exposed: u32,
    /// How much one step of an amount is, in its own unit; `None` for presence.
    pub step: Option<f64>,
    pub estimate: Estimate,
    pub sceptical: Estimate,
    /// Without a prior, bias removed.
    pub firth: Option<Estimate>,
    pub lagged: Option<Lagged>,
    /// Beside the leading exposures of the other families.
    pub joint: Option<Estimate>,
    pub chance: Chance,
    pub robustness: Robustness,
    pub tier: Tier,
    /// What got better in an experiment on oneself that agreed.
    pub tested: Option<ExperimentOutcome>,
    /// The c with which it raises the belief in its family; 0 for a hint or less.
    pub contribution: f64,
}

/// Why an exposure, or a family, has no finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoFinding {
    /// No knee hurts, or no diary.
    NoDiary,
    /// Fewer than three flares that can be compared.
    FewFlares,
    /// Not recorded on enough days.
    NotRecorded,
    /// It never changed.
    NeverVaried,
    /// Tested now and then, not day by day.
    NotDaily,
}

/// What was unusual before one flare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlareBefore {
    pub start: Date,
    pub peak_pain: u8,
    /// What was there, or clearly above its usual, in the days before; with the pair where it is one.
    pub unusual: Vec<(Exposure, Option<String>)>,
}

/// The usual pain level changed (load text F8).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChangePoint {
    /// First week of the new level, from 1, and its first day.
    pub week: u32,
    pub from: Date,
    /// Weeks on either side that fit about as well.
    pub give_or_take: u32,
    pub before: f64,
    pub after: f64,
    pub permutation_p: f64,
}

/// One rise of fitness, and whether a flare and a collapse of training followed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rise {
    pub from: Date,
    pub to: Date,
    /// 1.25 is a quarter more.
    pub ratio: f64,
    pub percent_a_week: f64,
    /// Long-term load at the flare, minutes a day; `None` for a clean rise.
    pub ceiling_min: Option<f64>,
    pub flare: Option<Date>,
}

/// Rises and busts over the years (load text F9).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BoomAndBust {
    pub rises: Vec<Rise>,
    pub cycles: u32,
    /// Median rise a week, %, of the rises with a bust and of the clean ones.
    pub bust_percent_a_week: Option<f64>,
    pub clean_percent_a_week: Option<f64>,
    /// Median and range of the long-term load at the flare, with three cycles or more, minutes a day.
    pub ceiling_min: Option<[f64; 3]>,
    /// Share of rises with a bust, and the share that shifted calendars have.
    pub share: f64,
    pub expected_share: f64,
    pub permutation_p: f64,
    pub tier: Tier,
    pub from: Date,
    pub to: Date,
}

/// How much the timing of all flares speaks for one mechanism of the cause table, against chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Weight {
    /// Id of the contract.
    pub mechanism: &'static str,
    pub family: Family,
    /// Part of the mechanism that this reading stands for, 0 to 1.
    pub share: f64,
    /// Watched days on which a flare could begin, whether or not the exposure is known.
    pub days_at_risk: u32,
    /// Those whose exposure is known, and those that were exposed; the same of flares.
    pub days: f64,
    pub exposed_days: f64,
    pub flares: f64,
    pub exposed_flares: f64,
    /// Natural logarithm of the likelihood ratio of an effect against none.
    pub log_bayes_factor: f64,
}

/// Everything that the runner's own days say of one knee.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OwnData {
    pub side: Option<Side>,
    /// All flares of that knee.
    pub flares: u32,
    /// The most that any exposure could be compared over.
    pub usable_flares: u32,
    /// Best first.
    pub findings: Vec<OwnFinding>,
    pub without: Vec<(Exposure, NoFinding)>,
    pub before: Vec<FlareBefore>,
    pub change_points: Vec<ChangePoint>,
    pub boom_and_bust: Option<BoomAndBust>,
    pub weights: Vec<Weight>,
}

impl OwnData {
    /// The finding that speaks for a family, else why there is none.
    pub fn of(&self, family: Family) -> Result<&OwnFinding, NoFinding> {
        if let Some(found) = self.findings.iter().find(|found| found.exposure.family() == family) {
            return Ok(found);
        }
        let reasons = self.without.iter().filter(|(exposure, _)| exposure.family() == family);
        Err(reasons.map(|(_, why)| *why).min().unwrap_or(NoFinding::NotDaily))
    }

    /// The finding about what an experiment changes, when it is of this knee.
    #[must_use]
    pub fn of_experiment(&self, experiment: &Experiment) -> Option<&OwnFinding> {
        let key = |name: &str| name.trim().to_lowercase();
        let (exposure, pair) = experiment.exposure();
        let is_of = |found: &&OwnFinding| {
            found.exposure == exposure && found.pair.as_deref().map(key) == pair.map(key)
        };
        self.findings.iter().filter(|_| self.side == Some(experiment.side)).find(is_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_json_says() {
        for exposure in Exposure::ALL {
            assert_eq!(serde_json::to_string(exposure).unwrap(), format!("\"{}\"", exposure.word()));
        }
        assert_eq!(Exposure::ALL.iter().filter(|one| one.set() == ExposureSet::Primary).count(), 6);
    }

    #[test]
    fn a_family_without_a_daily_exposure_says_so() {
        assert_eq!(OwnData::default().of(Family::Mobility), Err(NoFinding::NotDaily));
    }
}
