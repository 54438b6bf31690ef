//! L10, experimental: a day that asked more of the kneecap joint than any of the 30 days before it.
//!
//! What: the single-session rule on the knee's own dose instead of distance: hills, speed and step rate count.
//! Formula: on a day of the 28 before onset, damage over the highest of the 30 days before > 1.10 for m = 4, 6 and 9 alike.
//! Units: ratios of reference steps, local days. Source: shape of the rule `S75` (distance); on dose it is ours, key `rule`.
//! Grade D. Limits: a model's word; untested against injuries. Of L1, L2 and L10 only the largest counts.
//! Against it: no such day. Says nothing: recording covers too little of the window or of the 30 days before it, or fewer
//! than 80 % of the runs in both have a knee load.

use crate::calendar::{Window, add_days, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::order;
use kneewise_types::assessment::CauseRow;
use kneewise_types::knee::{Damage, KneeSummary};
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Evidence, Grade};
use std::collections::BTreeMap;

pub(crate) const ROW: Row = Row {
    id: CauseRow::L10,
    part: Part::For(0.10),
    is_max: true,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 28;
const BEFORE_DAYS: i64 = 30;
const RATIO: f64 = 1.10 + 1e-9;

/// What one day asked of the kneecap joint.
#[derive(Debug, Clone, Copy, Default)]
struct Day {
    damage: Damage,
    impulse_bw_s: f64,
    distance_m: f64,
    descent_damage: Option<f64>,
}

struct Rise {
    date: Date,
    highest_date: Date,
    ratios: [f64; 3],
    impulse_ratio: f64,
    distance_ratio: f64,
    descent_damage_share: Option<f64>,
}

impl Rise {
    fn least(&self) -> f64 {
        self.ratios.into_iter().fold(f64::INFINITY, f64::min)
    }

    const fn middle(&self) -> f64 {
        let [_, six, _] = self.ratios;
        six
    }
}

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let whole = Window { from: add_days(window.from, -BEFORE_DAYS), to: window.to };
    let days = days(case, whole);
    let rises: Vec<Rise> =
        days.keys().filter(|date| window.contains(**date)).filter_map(|date| rise(&days, *date)).collect();
    let largest = |all: &mut dyn Iterator<Item = &Rise>| -> Option<Fact> {
        let rise = all.max_by(|a, b| a.least().total_cmp(&b.least()).then(b.date.cmp(&a.date)))?;
        Some(fact(rise))
    };
    let (recorded, told) = (case.activity_cover(whole), told(case, whole));
    if !recorded.is_enough() || !told.is_enough() {
        return Answer::unknown(if recorded.is_enough() { told.fact() } else { recorded.fact() });
    }
    if let Some(fact) = largest(&mut rises.iter().filter(|rise| rise.least() > RATIO)) {
        return Answer::present(fact);
    }
    let highest = rises.iter().max_by(|a, b| a.middle().total_cmp(&b.middle()));
    highest.map_or_else(
        || Answer::unknown(told.fact()),
        |rise| {
            let (largest_ratio, largest_date) = (rise.middle(), rise.date);
            Answer::absent(Fact::NoKneeDoseRise {
                from: window.from,
                to: window.to,
                largest_ratio,
                largest_date,
            })
        },
    )
}

fn days(case: &Case<'_>, window: Window) -> BTreeMap<Date, Day> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    let mut knees: Vec<&KneeSummary> = case.history.knee.iter().collect();
    // INVARIANT: sums in order of ids, whatever the order of the input.
    order::sort_by(&mut knees, |a, b| a.activity.cmp(&b.activity));
    for knee in knees.into_iter().filter(|knee| window.contains(knee.local_date)) {
        let day = days
            .entry(knee.local_date)
            .or_insert_with(|| Day { descent_damage: Some(0.0), ..Day::default() });
        let front = &knee.dose.patellofemoral;
        day.damage.add(&front.damage_steps);
        day.impulse_bw_s += front.impulse_bw_s;
        day.distance_m += knee.dose.distance_m;
        let downhill = knee.descent_damage_share.map(|share| share * front.damage_steps.m6);
        day.descent_damage = day.descent_damage.zip(downhill).map(|(sum, more)| sum + more);
    }
    days
}

/// A day against the 30 before it; `None` when nothing was run in them.
fn rise(days: &BTreeMap<Date, Day>, date: Date) -> Option<Rise> {
    let day = days.get(&date)?;
    let before = || days.range(add_days(date, -BEFORE_DAYS)..date);
    let most = |of: fn(&Day) -> f64| before().map(|(_, day)| of(day)).fold(0.0, f64::max);
    let (highest_date, _) = before().max_by(|a, b| a.1.damage.m6.total_cmp(&b.1.damage.m6))?;
    let over = |of: fn(&Day) -> f64| Some(of(day) / most(of)).filter(|ratio| ratio.is_finite());
    Some(Rise {
        date,
        highest_date: *highest_date,
        ratios: [over(|d| d.damage.m4)?, over(|d| d.damage.m6)?, over(|d| d.damage.m9)?],
        impulse_ratio: over(|d| d.impulse_bw_s)?,
        distance_ratio: over(|d| d.distance_m)?,
        descent_damage_share: day.descent_damage.map(|damage| damage / day.damage.m6),
    })
}

fn fact(rise: &Rise) -> Fact {
    Fact::KneeDoseRise {
        date: rise.date,
        damage_ratio: rise.middle(),
        least_ratio: rise.least(),
        impulse_ratio: rise.impulse_ratio,
        highest_date: rise.highest_date,
        distance_ratio: rise.distance_ratio,
        descent_damage_share: rise.descent_damage_share,
    }
}

/// How many of the runs have a knee load.
pub(super) fn told(case: &Case<'_>, window: Window) -> Cover {
    let runs =
        || case.history.activities.iter().filter(|a| a.sport.is_running() && window.contains(a.local_date));
    let known: std::collections::BTreeSet<_> = case.history.knee.iter().map(|knee| &knee.activity).collect();
    Cover {
        what: "knee_load",
        have: real(runs().filter(|run| known.contains(&run.id)).count()),
        whole: real(runs().count()),
        unit: "runs",
    }
}
