//! Which pair was worn on which run, and how far each has gone up to a day.
//!
//! Pairs are matched by name, without regard to case and outer blanks. Distances of foot sports count.
//! Unit: m. Source: clinical text E.2, E.3, key `rule`. Grade D. Says nothing: runs without a named pair.

use super::wear::{surface_factor, wear};
use crate::calendar::Window;
use crate::order;
use kneewise_types::{Activity, Date, History, Shoe, Sport};

/// One run with its pair.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShodRun<'a> {
    pub activity: &'a Activity,
    pub distance_m: f64,
    /// Position in the rack; `None` when the pair was not named.
    pub pair: Option<usize>,
}

/// One pair with its use.
#[derive(Debug, Clone)]
pub(crate) struct Pair<'a> {
    pub key: String,
    /// `None` when it is only known from activities.
    pub shoe: Option<&'a Shoe>,
    pub name: &'a str,
    pub first_used: Option<Date>,
}

/// All pairs and all runs, oldest first.
#[derive(Debug, Clone)]
pub(crate) struct Rack<'a> {
    pub pairs: Vec<Pair<'a>>,
    walks: Vec<ShodRun<'a>>,
    runs: Vec<ShodRun<'a>>,
}

/// Distance by pair in a window.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shares {
    pub total_m: f64,
    /// Distance in a named pair.
    pub named_m: f64,
    /// By position in the rack.
    pub by_pair_m: Vec<f64>,
}

impl Shares {
    /// The part of the whole distance run in a pair.
    pub(crate) fn share(&self, pair: usize) -> f64 {
        let metres = self.by_pair_m.get(pair).copied().unwrap_or(0.0);
        if self.total_m > 0.0 { metres / self.total_m } else { 0.0 }
    }

    /// The part of the whole distance run in a named pair.
    pub(crate) fn named_share(&self) -> f64 {
        if self.total_m > 0.0 { self.named_m / self.total_m } else { 0.0 }
    }

    /// The pair with most of the distance.
    pub(crate) fn main_pair(&self) -> Option<usize> {
        let used = self.by_pair_m.iter().enumerate().filter(|(_, metres)| **metres > 0.0);
        used.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map(|(at, _)| at)
    }
}

impl<'a> Rack<'a> {
    pub(crate) fn new(history: &'a History, as_of: Date) -> Self {
        let mut pairs: Vec<Pair<'a>> = history.shoes.iter().map(pair_of_log).collect();
        order::sort_by(&mut pairs, |a, b| (&a.key, a.name).cmp(&(&b.key, b.name)));
        pairs.dedup_by(|a, b| a.key == b.key);
        let mut activities: Vec<&Activity> = history
            .activities
            .iter()
            .filter(|activity| activity.local_date <= as_of && is_on_foot(activity))
            .collect();
        order::sort_by(&mut activities, |a, b| {
            (a.local_date, a.start, &a.id).cmp(&(b.local_date, b.start, &b.id))
        });
        let mut rack = Self { pairs, walks: Vec::new(), runs: Vec::new() };
        for activity in activities {
            rack.add(activity);
        }
        rack
    }

    fn add(&mut self, activity: &'a Activity) {
        let pair =
            activity.shoe.as_deref().filter(|name| !name.trim().is_empty()).map(|name| self.find(name));
        if let Some(found) = pair.and_then(|at| self.pairs.get_mut(at)) {
            let first = found.first_used.map_or(activity.local_date, |first| first.min(activity.local_date));
            found.first_used = Some(first);
        }
        let distance_m = activity.distance.map_or(0.0, |distance| distance.as_m());
        let run = ShodRun { activity, distance_m, pair };
        if activity.sport.is_running() { self.runs.push(run) } else { self.walks.push(run) }
    }

    fn find(&mut self, name: &'a str) -> usize {
        let key = key(name);
        self.pairs.iter().position(|pair| pair.key == key).unwrap_or_else(|| {
            self.pairs.push(Pair { key, shoe: None, name, first_used: None });
            self.pairs.len() - 1
        })
    }

    /// Every run, oldest first.
    pub(crate) fn all_runs(&self) -> &[ShodRun<'a>] {
        &self.runs
    }

    /// The runs of a window, oldest first.
    pub(crate) fn runs(&self, window: Window) -> &[ShodRun<'a>] {
        let from = self.runs.partition_point(|run| run.activity.local_date < window.from);
        let to = self.runs.partition_point(|run| run.activity.local_date <= window.to);
        self.runs.get(from..to).unwrap_or(&[])
    }

    pub(crate) fn shares(&self, window: Window) -> Shares {
        let mut shares = Shares { total_m: 0.0, named_m: 0.0, by_pair_m: vec![0.0; self.pairs.len()] };
        for run in self.runs(window) {
            shares.total_m += run.distance_m;
            if let Some(metres) = run.pair.and_then(|at| shares.by_pair_m.get_mut(at)) {
                *metres += run.distance_m;
                shares.named_m += run.distance_m;
            }
        }
        shares
    }

    /// Distance of a pair up to a day, km, and its wear.
    pub(crate) fn wear(&self, pair: usize, to: Date, mass_kg: Option<f64>) -> Option<(f64, f64)> {
        let shoe = self.pairs.get(pair)?;
        let start_km = shoe.shoe.and_then(|shoe| shoe.start_distance).map_or(0.0, |start| start.as_km());
        let worn = self.runs.iter().chain(&self.walks);
        let worn = worn.filter(|run| run.pair == Some(pair) && run.activity.local_date <= to);
        let (mut km, mut weighted) = (start_km, start_km);
        for run in worn {
            km += run.distance_m / 1000.0;
            weighted += run.distance_m / 1000.0 * surface_factor(run.activity);
        }
        let surface = if km > 0.0 { weighted / km } else { 1.0 };
        let unnamed = Shoe::named(String::new());
        Some((km, wear(shoe.shoe.unwrap_or(&unnamed), km, mass_kg, surface)))
    }
}

fn pair_of_log(shoe: &Shoe) -> Pair<'_> {
    Pair { key: key(&shoe.name), shoe: Some(shoe), name: &shoe.name, first_used: shoe.first_used }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

const fn is_on_foot(activity: &Activity) -> bool {
    activity.sport.is_running() || matches!(activity.sport, Sport::Walk | Sport::Hike)
}
