//! The runner's own statistics as programs see them.

use super::wire;
use crate::words::{own, plain};
use kneewise_types::ExperimentOutcome;
use kneewise_types::assessment::Family;
use kneewise_types::own_data::{
    Chance, Estimate, Exposure, ExposureScale, Lagged, NoFinding, OwnData, OwnFinding, Robustness, Tier,
};
use serde::Serialize;
use utoipa::ToSchema;

/// One exposure with its odds ratio, its doubts and its sentence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnData)]
pub struct OwnShown {
    #[schema(value_type = String)]
    pub exposure: Exposure,
    /// The pair worn, where the exposure is one pair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<String>,
    #[schema(value_type = wire::Family)]
    pub family: Family,
    pub odds_ratio: f64,
    /// 95 %.
    pub interval: [f64; 2],
    pub flares: u32,
    /// Flares before which it was there, or above its own usual.
    pub exposed: u32,
    #[schema(value_type = String)]
    pub tier: Tier,
    /// The c that raises the belief in its family.
    pub contribution: f64,
    #[schema(value_type = String)]
    pub scale: ExposureScale,
    /// One step of an amount, in its own unit.
    pub step: Option<f64>,
    #[schema(value_type = Object)]
    pub sceptical: Estimate,
    #[schema(value_type = Option<Object>)]
    pub firth: Option<Estimate>,
    #[schema(value_type = Option<Object>)]
    pub lagged: Option<Lagged>,
    #[schema(value_type = Option<Object>)]
    pub joint: Option<Estimate>,
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub chance: Chance,
    #[schema(value_type = Object)]
    pub robustness: Robustness,
    /// What got better in an experiment that agreed: `daily_pain` or `flare_free_days`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub tested: Option<ExperimentOutcome>,
    pub text: String,
}

/// Why a family has none.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoOwnData)]
pub struct NoOwnShown {
    #[schema(value_type = String)]
    pub reason: NoFinding,
    pub text: &'static str,
}

/// The finding that speaks for a family, else why there is none.
pub fn of(own: &OwnData, family: Family) -> (Option<OwnShown>, Option<NoOwnShown>) {
    match own.of(family) {
        Ok(finding) => (Some(shown(finding)), None),
        Err(reason) => (None, Some(NoOwnShown { reason, text: own::no_finding(reason) })),
    }
}

/// One finding for programs.
#[must_use]
pub fn shown(finding: &OwnFinding) -> OwnShown {
    let text = own::claim(finding).unwrap_or_else(|| own::nothing_stood_out(finding.flares));
    OwnShown {
        exposure: finding.exposure,
        pair: finding.pair.clone(),
        family: finding.exposure.family(),
        odds_ratio: finding.estimate.odds_ratio,
        interval: finding.estimate.interval,
        flares: finding.flares,
        exposed: finding.exposed,
        tier: finding.tier,
        contribution: finding.contribution,
        scale: finding.exposure.scale(),
        step: finding.step,
        sceptical: finding.sceptical,
        firth: finding.firth,
        lagged: finding.lagged,
        joint: finding.joint,
        chance: finding.chance,
        robustness: finding.robustness,
        tested: finding.tested,
        text: plain(&text),
    }
}
