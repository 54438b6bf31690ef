//! What really happened in a simulated life, written beside the files for proofs. Never read by the analysis.

use crate::scenario::Scenario;
use jiff::civil::Date;
use kneewise_types::{Region, Side};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Version of the simulator: it changes when the same scenario gives another life.
pub const TRUTH_VERSION: u32 = 1;

/// One flare as it was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlareTruth {
    pub onset: Date,
    /// Highest pain of its course before noise, 0 to 10.
    pub peak: f64,
    /// Whether the planted exposure was there on the day it began.
    pub is_exposed: bool,
}

/// The whole truth of a life.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Truth {
    pub version: u32,
    /// The planted cause is its `cause`; `null` means flares come by chance alone.
    pub scenario: Scenario,
    #[serde(serialize_with = "side_word")]
    pub side: Side,
    #[serde(serialize_with = "region_code")]
    pub main_region: Region,
    /// Days on which each mechanism's exposure was present, planted or not.
    pub exposure_days: BTreeMap<&'static str, Vec<Date>>,
    pub flares: Vec<FlareTruth>,
    /// Days on which a flare could have begun, and those of them with the planted exposure.
    pub days_at_risk: u32,
    pub exposed_days_at_risk: u32,
}

fn side_word<S: Serializer>(side: &Side, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match side {
        Side::Left => "left",
        Side::Right => "right",
    })
}

fn region_code<S: Serializer>(region: &Region, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(region.code())
}
