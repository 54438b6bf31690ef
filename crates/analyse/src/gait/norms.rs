//! How other runners run: context, never good or bad.
//!
//! What: where a step rate lies among recreational women at 2.98 m/s, and a vendor's bands of several measures.
//! Units: steps/min, ms, percent.
//! Source: load text E3; `thakkar2019`; the vendor's bands are from memory (`rule`).
//! Grade: C for the thirds; D for the bands, which ignore speed and have no evidence of injury.
//! Limits: one group of women at one speed.
//! Says nothing: about other speeds than within 0.25 m/s of 2.98 m/s [choice] (thirds).

use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the thirds come from.
pub const THIRDS_EVIDENCE: Evidence = Evidence::new(Grade::C, "thakkar2019");
/// Where the bands come from.
pub const BANDS_EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const THIRDS_SPEED_M_S: f64 = 2.98;
const THIRDS_WITHIN_M_S: f64 = 0.25;

/// Third of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Third {
    Lower,
    Middle,
    Upper,
}

/// Third of recreational women at about this speed.
#[must_use]
pub fn cadence_third(speed_mps: f64, cadence_spm: f64) -> Option<Third> {
    let third = match cadence_spm {
        ..=166.0 => Third::Lower,
        178.0.. => Third::Upper,
        _ => Third::Middle,
    };
    ((speed_mps - THIRDS_SPEED_M_S).abs() <= THIRDS_WITHIN_M_S).then_some(third)
}

/// Measures a vendor has bands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BandedMeasure {
    CadenceSpm,
    StanceTimeMs,
    VerticalRatioPct,
}

impl BandedMeasure {
    /// Borders from the top 5 % to the bottom 5 %, and whether more is the top.
    const fn borders(self) -> ([f64; 4], bool) {
        match self {
            Self::CadenceSpm => ([185.0, 174.0, 163.0, 151.0], true),
            Self::StanceTimeMs => ([218.0, 248.0, 277.0, 308.0], false),
            Self::VerticalRatioPct => ([6.1, 7.4, 8.6, 10.1], false),
        }
    }
}

/// Percentiles between which a value lies, as the vendor prints them.
#[must_use]
pub fn vendor_band(measure: BandedMeasure, value: f64) -> (u8, u8) {
    let (borders, is_more_top) = measure.borders();
    let (value, [top, second, third, fourth]) =
        if is_more_top { (-value, borders.map(|border| -border)) } else { (value, borders) };
    if value < top {
        (95, 100)
    } else if value <= second {
        (70, 95)
    } else if value <= third {
        (30, 69)
    } else if value <= fourth {
        (5, 29)
    } else {
        (0, 5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_e3() {
        assert_eq!(cadence_third(2.98, 166.0), Some(Third::Lower));
        assert_eq!(cadence_third(3.0, 172.0), Some(Third::Middle));
        assert_eq!(cadence_third(2.9, 178.0), Some(Third::Upper));
        assert_eq!(cadence_third(4.0, 178.0), None);
        for (measure, value, band) in [
            (BandedMeasure::CadenceSpm, 186.0, (95, 100)),
            (BandedMeasure::CadenceSpm, 185.0, (70, 95)),
            (BandedMeasure::CadenceSpm, 165.0, (30, 69)),
            (BandedMeasure::CadenceSpm, 150.0, (0, 5)),
            (BandedMeasure::StanceTimeMs, 217.0, (95, 100)),
            (BandedMeasure::StanceTimeMs, 260.0, (30, 69)),
            (BandedMeasure::StanceTimeMs, 300.0, (5, 29)),
            (BandedMeasure::VerticalRatioPct, 7.0, (70, 95)),
            (BandedMeasure::VerticalRatioPct, 10.2, (0, 5)),
        ] {
            assert_eq!(vendor_band(measure, value), band, "{measure:?} {value}");
        }
    }
}
