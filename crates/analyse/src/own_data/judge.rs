//! One exposure against the flares, with every doubt that belongs to it.

use super::firth::firth;
use super::joint::{self, Set};
use super::lags::{DECAYS_DAYS, average, lagged};
use super::logistic::{Fit, Prior, SCEPTICAL, SPIKE, fit};
use super::normal::estimate;
use super::permutation::{kept, p_value, under_shifts};
use super::place::contribution;
use super::series::Series;
use super::standard::{Standard, standard};
use super::stratum::Stratum;
use super::tier::{FEWEST_FLARES, Grounds, in_window, luck, share_of_days, tier};
use super::windows::{Calendar, Onset, Windows, last_day_strata};
use crate::calendar::count;
use crate::order;
use kneewise_types::ExperimentOutcome;
use kneewise_types::assessment::Family;
use kneewise_types::own_data::{
    Chance, Estimate, Exposure, ExposureScale, ExposureSet, Lagged, NoFinding, OwnFinding, Robustness, Tier,
};

/// An exposure that an experiment changed, its pair, and what got better.
type Tested = (Exposure, Option<String>, ExperimentOutcome);

/// False findings that Benjamini-Hochberg allows (load text F7).
const FALSE_SHARE: f64 = 0.10;
/// An exposure takes part in the joint model from this probability on [choice].
const LEADS: f64 = 0.80;

/// A series with its sets, ready to be compared.
#[derive(Debug)]
pub(super) struct Judged {
    series: Series,
    ready: Result<Ready, NoFinding>,
}

#[derive(Debug)]
struct Ready {
    standard: Standard,
    windows: Windows,
    strata: Vec<Stratum>,
}

impl Judged {
    pub(super) fn new(series: Series, is_quiet: &[bool], calendar: &Calendar) -> Self {
        let ready = standard(&series, is_quiet).map(|standard| {
            let windows = Windows::new(&standard.values, series.exposure.scale());
            let mut strata = Vec::new();
            windows.strata(calendar, &mut strata);
            Ready { standard, windows, strata }
        });
        Self { series, ready }
    }

    pub(super) const fn exposure(&self) -> Exposure {
        self.series.exposure
    }

    pub(super) fn pair(&self) -> Option<&str> {
        self.series.pair.as_deref()
    }

    /// Flares with usable sets.
    pub(super) fn flares(&self) -> u32 {
        self.ready.as_ref().map_or(0, |ready| count(ready.strata.len()))
    }

    /// Standard value of the window before a flare.
    pub(super) fn before(&self, onset: Onset) -> Option<f64> {
        self.ready.as_ref().ok()?.windows.hazard(onset)
    }

    fn compared(&self) -> Result<&Ready, NoFinding> {
        let ready = self.ready.as_ref().map_err(|why| *why)?;
        if ready.strata.is_empty()
            && ready.standard.values.iter().flatten().count() * 2 < ready.standard.values.len()
        {
            return Err(NoFinding::NotRecorded);
        }
        if count(ready.strata.len()) < FEWEST_FLARES { Err(NoFinding::FewFlares) } else { Ok(ready) }
    }

    const fn prior(&self) -> Prior {
        match self.series.exposure {
            Exposure::SessionSpike => SPIKE,
            _ => SCEPTICAL,
        }
    }
}

/// All findings, best first, and why the others have none.
pub(super) fn findings(
    judged: &[Judged],
    calendar: &Calendar,
    tested: &[Tested],
) -> (Vec<OwnFinding>, Vec<(Exposure, NoFinding)>) {
    let mut without: Vec<(Exposure, NoFinding)> =
        judged.iter().filter_map(|one| Some((one.exposure(), one.compared().err()?))).collect();
    let told = |exposure: Exposure| judged.iter().any(|one| one.exposure() == exposure);
    without.extend(
        Exposure::ALL.iter().filter(|one| !told(**one)).map(|exposure| (*exposure, NoFinding::NotRecorded)),
    );
    order::sort(&mut without);
    without.dedup();
    let able: Vec<(&Judged, &Ready)> =
        judged.iter().filter_map(|one| Some((one, one.compared().ok()?))).collect();
    let fits: Vec<Fit> = able.iter().map(|(_, ready)| fit(&ready.strata, SCEPTICAL)).collect();
    let chances = chances(&able, &fits, calendar);
    let mut findings: Vec<OwnFinding> = able
        .iter()
        .zip(&fits)
        .zip(chances)
        .map(|(((one, ready), sceptical), chance)| {
            let found = Found { ready, tested: tested_by(one, tested), sceptical: *sceptical, chance };
            finding(one, calendar, found)
        })
        .collect();
    add_joint(&mut findings, &able, calendar);
    for finding in &mut findings {
        finding.contribution = contribution(finding);
    }
    order::sort_by(&mut findings, |a, b| {
        (b.tier.cmp(&a.tier))
            .then(b.sceptical.above_1.total_cmp(&a.sceptical.above_1))
            .then(a.exposure.cmp(&b.exposure))
    });
    (findings, without)
}

/// Permutation of all, family-wise within the primary set or over all, and Benjamini-Hochberg.
fn chances(able: &[(&Judged, &Ready)], fits: &[Fit], calendar: &Calendar) -> Vec<Chance> {
    let windows: Vec<&Windows> = able.iter().map(|(_, ready)| &ready.windows).collect();
    let shifted = under_shifts(calendar, &windows);
    let of_set = |is_in: &dyn Fn(ExposureSet) -> bool| -> Vec<f64> {
        let largest = |row: &Vec<f64>| {
            let of_set = row.iter().zip(able).filter(|(_, (one, _))| is_in(one.exposure().set()));
            of_set.map(|(z, _)| *z).fold(0.0, f64::max)
        };
        shifted.iter().map(largest).collect()
    };
    let (primary, all) = (of_set(&|set| set == ExposureSet::Primary), of_set(&|_| true));
    let alone: Vec<f64> = fits
        .iter()
        .enumerate()
        .map(|(at, fit)| p_value(fit.z(), shifted.iter().map(|row| row.get(at).copied().unwrap_or(0.0))))
        .collect();
    let kept = kept(&alone, FALSE_SHARE);
    able.iter()
        .zip(fits)
        .zip(alone.iter().zip(kept))
        .map(|(((one, ready), fit), (permutation_p, is_kept))| {
            let set = if one.exposure().set() == ExposureSet::Primary { &primary } else { &all };
            Chance {
                permutation_p: *permutation_p,
                family_wise_p: p_value(fit.z(), set.iter().copied()),
                is_kept,
                luck: by_luck(one.exposure(), ready, calendar),
            }
        })
        .collect()
}

fn by_luck(exposure: Exposure, ready: &Ready, calendar: &Calendar) -> Option<f64> {
    let share =
        share_of_days(&ready.standard.values).filter(|_| exposure.scale() == ExposureScale::Presence)?;
    // Windows of two and of three days: the longer one where any flare came from a run.
    let days = if calendar.onsets.iter().any(|onset| onset.is_from_run) { 3 } else { 2 };
    Some(luck(in_window(share, days), exposed(exposure, &ready.strata), count(ready.strata.len())))
}

/// Flares with it in the window; of an amount, with more than the middle of its references.
fn exposed(exposure: Exposure, strata: &[Stratum]) -> u32 {
    count(match exposure.scale() {
        ExposureScale::Presence => strata.iter().filter(|stratum| stratum.hazard > 0.5).count(),
        ExposureScale::Amount => strata.iter().filter(|stratum| stratum.is_above()).count(),
    })
}

fn told(fit: &Fit) -> Estimate {
    estimate(fit.beta, fit.sd)
}

/// What a finding is made of.
struct Found<'a> {
    ready: &'a Ready,
    /// What got better in an experiment that agreed.
    tested: Option<ExperimentOutcome>,
    sceptical: Fit,
    chance: Chance,
}

/// The outcome of an experiment that changed this exposure and agreed.
fn tested_by(one: &Judged, tested: &[Tested]) -> Option<ExperimentOutcome> {
    let key = |name: &str| name.trim().to_lowercase();
    let is_pair = |pair: &Option<String>| pair.as_deref().map(key) == one.pair().map(key);
    let of = tested.iter().find(|(exposure, pair, _)| *exposure == one.exposure() && is_pair(pair));
    of.map(|(_, _, outcome)| *outcome)
}

fn finding(one: &Judged, calendar: &Calendar, found: Found<'_>) -> OwnFinding {
    let Found { ready, tested, sceptical, chance } = found;
    let strata = &ready.strata;
    let (robustness, lagged) = doubts(ready, calendar, sceptical);
    let estimate = told(&sceptical);
    let flares = count(strata.len());
    let is_tested = tested.is_some();
    let grounds =
        Grounds { flares, sceptical: &estimate, chance: &chance, robustness: &robustness, is_tested };
    let tier = tier(&grounds);
    OwnFinding {
        exposure: one.exposure(),
        pair: one.series.pair.clone(),
        flares,
        exposed: exposed(one.exposure(), strata),
        step: ready.standard.step,
        estimate: told(&fit(strata, one.prior())),
        sceptical: estimate,
        firth: firth(strata).map(|fit| told(&fit)),
        lagged,
        joint: None,
        tested: tested.filter(|_| tier == Tier::Tested),
        tier,
        contribution: 0.0,
        chance,
        robustness,
    }
}

/// What would still hold under other choices.
fn doubts(ready: &Ready, calendar: &Calendar, sceptical: Fit) -> (Robustness, Option<Lagged>) {
    let is_more = sceptical.beta > 0.0;
    let agrees = |strata: &[Stratum]| (fit(strata, SCEPTICAL).beta > 0.0) == is_more;
    let without_any_flare = (0..ready.strata.len()).all(|left_out| {
        let mut rest = ready.strata.clone();
        rest.remove(left_out);
        agrees(&rest)
    });
    let exponents = ready.standard.variants.iter().all(|values| {
        let mut strata = Vec::new();
        Windows::new(values, ExposureScale::Amount).strata(calendar, &mut strata);
        agrees(&strata)
    });
    let lag_fits = DECAYS_DAYS.map(|days| {
        let strata = last_day_strata(&lagged(&ready.standard.values, days), calendar);
        (fit(&strata, SCEPTICAL), strata.iter().any(Stratum::tells))
    });
    let has_lags = lag_fits.iter().all(|(_, tells)| *tells);
    let lag_fits = lag_fits.map(|(fit, _)| fit);
    let lags = !has_lags || lag_fits.iter().all(|fit| (fit.beta > 0.0) == is_more);
    let control = fit(&ready.windows.control(calendar), SCEPTICAL);
    let robustness = Robustness {
        without_any_flare,
        over_exponents_and_lags: exponents && lags,
        is_time_trend_suspected: is_more && control.z() >= sceptical.z(),
    };
    (robustness, has_lags.then(|| average(&lag_fits)))
}

/// Fits the leading exposure of each family beside the others.
fn add_joint(findings: &mut [OwnFinding], able: &[(&Judged, &Ready)], calendar: &Calendar) {
    let mut leading: Vec<usize> = Family::ALL
        .into_iter()
        .filter_map(|family| {
            let of_family = findings
                .iter()
                .enumerate()
                .filter(|(_, one)| one.exposure.family() == family && one.sceptical.above_1 >= LEADS);
            of_family
                .max_by(|a, b| {
                    (a.1.tier, a.1.sceptical.above_1)
                        .partial_cmp(&(b.1.tier, b.1.sceptical.above_1))
                        .unwrap_or(std::cmp::Ordering::Equal)
                })
                .map(|(at, _)| at)
        })
        .collect();
    let strength = |at: &usize| findings.get(*at).map_or(0.0, |one| one.sceptical.above_1);
    order::sort_by(&mut leading, |a, b| strength(b).total_cmp(&strength(a)).then(a.cmp(b)));
    let flares = leading.iter().filter_map(|at| findings.get(*at)).map(|one| one.flares).min().unwrap_or(0);
    leading.truncate(usize::try_from(flares / 3).unwrap_or(0).min(joint::MOST));
    if leading.len() < 2 {
        return;
    }
    let together: Vec<&(&Judged, &Ready)> = leading.iter().filter_map(|at| able.get(*at)).collect();
    let priors: Vec<Prior> = together.iter().map(|(one, _)| one.prior()).collect();
    let Some(fits) = joint::fit(&sets(&together, calendar), &priors) else { return };
    for (at, fit) in leading.into_iter().zip(fits) {
        if let Some(finding) = findings.get_mut(at) {
            finding.joint = Some(told(&fit));
        }
    }
}

/// The sets of flares that are usable for all exposures; references that any of them lacks are left out.
fn sets(together: &[&(&Judged, &Ready)], calendar: &Calendar) -> Vec<Set> {
    let windows: Vec<&Windows> = together.iter().map(|(_, ready)| &ready.windows).collect();
    calendar.onsets.iter().filter_map(|onset| Windows::joint_set(&windows, calendar, *onset)).collect()
}
