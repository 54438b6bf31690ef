//! How often an early sign comes up without a flare after it, read from `data/early_warning.toml`.
//!
//! What: counts on simulated healthy runners, whose knees hurt by chance alone, written by a measurement and never by
//! hand. Units: counts, days. Source: the simulator, key `rule`. Grade D.
//! Limits: simulated runners are no people, and have none of the signs that the simulator does not make.

use kneewise_types::WarningKind;
use serde::Deserialize;

/// The file, part of the program.
const FILE: &str = include_str!("../data/early_warning.toml");
const DAYS_A_YEAR: f64 = 365.25;

/// A measurement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FalseAlarms {
    /// Version of the rules and of the way of counting.
    pub version: u32,
    pub seed: u64,
    pub last_day: String,
    pub all: Counted,
    /// A small part of it that a test counts again.
    pub sample: Counted,
}

/// What some runners came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub runners: u32,
    /// Days from the first entry of each diary to its end.
    pub diary_days: u64,
    /// Flares that really happened while a diary was kept.
    pub flares: u32,
    pub morning: Sign,
    pub earlier_onset: Sign,
    pub swelling: Sign,
    pub stairs: Sign,
}

/// What came of one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub raised: u32,
    /// Raised with no flare in the 14 days after, nor one that lasted.
    pub false_alarms: u32,
    /// Flares with the sign in the 14 days before.
    pub flares_warned: u32,
    /// Days from the sign to the flare, added up.
    pub lead_days: u32,
}

impl Counted {
    /// The counts of one sign.
    #[must_use]
    pub const fn of(&self, kind: WarningKind) -> Sign {
        match kind {
            WarningKind::Morning => self.morning,
            WarningKind::EarlierOnset => self.earlier_onset,
            WarningKind::Swelling => self.swelling,
            WarningKind::Stairs => self.stairs,
        }
    }

    /// False alarms in a year of diary; `None` when the sign was never raised, so nothing is known of it.
    #[must_use]
    pub fn false_alarms_a_year(&self, kind: WarningKind) -> Option<f64> {
        let days = u32::try_from(self.diary_days).ok().filter(|days| *days > 0)?;
        let sign = self.of(kind);
        (sign.raised > 0).then(|| f64::from(sign.false_alarms) * DAYS_A_YEAR / f64::from(days))
    }
}

/// The file as data. A file that cannot be read gives no figures; a test keeps that from being shipped.
#[must_use]
pub fn false_alarms() -> FalseAlarms {
    toml::from_str(FILE).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_read_and_large_enough() {
        let read: FalseAlarms = toml::from_str(FILE).unwrap();
        assert!(read.version >= 1 && read.all.runners >= 300 && read.sample.runners >= 5);
        assert!(read.all.diary_days > 100_000);
        for kind in WarningKind::ALL {
            let sign = read.all.of(kind);
            assert!(sign.false_alarms <= sign.raised && sign.flares_warned <= read.all.flares, "{kind:?}");
        }
    }

    #[test]
    fn a_sign_that_was_never_raised_has_no_rate() {
        let sign = Sign { raised: 4, false_alarms: 2, flares_warned: 1, lead_days: 6 };
        let counted = Counted { diary_days: 730, morning: sign, ..Counted::default() };
        let rate = counted.false_alarms_a_year(WarningKind::Morning).unwrap();
        assert!((rate - 1.000_68).abs() < 1e-4, "{rate}");
        assert_eq!(counted.false_alarms_a_year(WarningKind::Stairs), None);
    }
}
