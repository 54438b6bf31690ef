//! Amounts made comparable: how many robust standard deviations above usual.
//!
//! Formula: `x = (value - median) / (1.4826 MAD)` over pain-free days, clamped to 4 either way; MAD 0: the standard
//!   deviation; that 0 too: the exposure is dropped. Presence stays 0 and 1, and is dropped when it never changes.
//! Units: robust standard deviations. Source: load text F2, key `rule`. Grade D.
//! Limits: pain-free is a day without a flare and without a pain of 1 or more entered [choice].
//! Says nothing: nothing known, or no change.

use super::series::Series;
use crate::load::number::{median, sample_sd};
use kneewise_types::own_data::{ExposureScale, NoFinding};

/// From median absolute deviation to standard deviation of a normal curve.
const MAD_TO_SD: f64 = 1.4826;
const CLAMP: f64 = 4.0;

/// A series in its standard units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standard {
    pub values: Vec<Option<f64>>,
    pub variants: Vec<Vec<Option<f64>>>,
    /// One unit in the exposure's own; `None` for presence.
    pub step: Option<f64>,
}

/// Standardises a series; `is_quiet` marks the pain-free days.
pub(super) fn standard(series: &Series, is_quiet: &[bool]) -> Result<Standard, NoFinding> {
    if series.values.iter().all(Option::is_none) {
        return Err(NoFinding::NotRecorded);
    }
    if series.exposure.scale() == ExposureScale::Presence {
        let mut known = series.values.iter().flatten();
        let first = known.next().copied().unwrap_or(0.0);
        return if known.any(|value| (value - first).abs() > 0.5) {
            Ok(Standard { values: series.values.clone(), variants: Vec::new(), step: None })
        } else {
            Err(NoFinding::NeverVaried)
        };
    }
    let (values, step) = scaled(&series.values, is_quiet).ok_or(NoFinding::NeverVaried)?;
    let variants =
        series.variants.iter().filter_map(|values| scaled(values, is_quiet)).map(|(values, _)| values);
    Ok(Standard { variants: variants.collect(), values, step: Some(step) })
}

fn scaled(values: &[Option<f64>], is_quiet: &[bool]) -> Option<(Vec<Option<f64>>, f64)> {
    let mut quiet: Vec<f64> = values
        .iter()
        .zip(is_quiet)
        .filter(|(_, is_quiet)| **is_quiet)
        .filter_map(|(value, _)| *value)
        .collect();
    let centre = median(&mut quiet)?;
    let mut off: Vec<f64> = quiet.iter().map(|value| (value - centre).abs()).collect();
    let robust = MAD_TO_SD * median(&mut off)?;
    let step = if robust > 1e-12 { robust } else { sample_sd(&quiet).filter(|sd| *sd > 1e-12)? };
    let scaled = values.iter().map(|value| value.map(|value| ((value - centre) / step).clamp(-CLAMP, CLAMP)));
    Some((scaled.collect(), step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::own_data::Exposure;

    fn series(exposure: Exposure, values: &[Option<f64>]) -> Series {
        Series { exposure, pair: None, values: values.to_vec(), variants: Vec::new() }
    }

    #[test]
    fn the_middle_is_zero_and_one_mad_is_two_thirds() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 100.0].map(Some);
        let quiet = [true, true, true, true, true, false];
        let told = standard(&series(Exposure::Descent, &values), &quiet).unwrap();
        // Median 3, absolute deviations 2, 1, 0, 1, 2, their median 1.
        assert_eq!(told.step, Some(1.4826));
        assert_eq!(told.values[2], Some(0.0));
        assert!((told.values[3].unwrap() - 1.0 / 1.4826).abs() < 1e-12);
        assert_eq!(told.values[5], Some(4.0), "clamped");
    }

    #[test]
    fn mostly_zero_takes_the_standard_deviation() {
        let values = [0.0, 0.0, 0.0, 0.0, 10.0].map(Some);
        let told = standard(&series(Exposure::Descent, &values), &[true; 5]).unwrap();
        assert!((told.step.unwrap() - 20.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn what_never_changes_or_is_not_known_is_dropped() {
        let flat = series(Exposure::Descent, &[Some(3.0); 9]);
        assert_eq!(standard(&flat, &[true; 9]), Err(NoFinding::NeverVaried));
        let never = series(Exposure::SessionSpike, &[Some(0.0); 9]);
        assert_eq!(standard(&never, &[true; 9]), Err(NoFinding::NeverVaried));
        let unknown = series(Exposure::SessionSpike, &[None; 9]);
        assert_eq!(standard(&unknown, &[true; 9]), Err(NoFinding::NotRecorded));
    }
}
