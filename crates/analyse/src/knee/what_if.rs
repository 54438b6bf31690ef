//! The same history run in another way.
//!
//! What: how impulse and damage would change with another step rate, speed, mass or shoe, or without steep descents.
//! Formula: every cell of every activity is changed, both sides are asked with the same 500 parameter sets, and the ratio
//!   after / before is shown with its 10th to 90th percentile. Step rate: times the factor at the same speed. Speed: same
//!   metres, relative step rate stays. Descents: the metres steeper than the limit run on the level instead [choice].
//!   Mass: 1 + 0.2 delta / mass at the front of the knee. Shoe: its factor in place of the one worn.
//! Units: ratios, 0.90 is 10 % less.
//! Source: load text D5, D11 (`rule`, `willy2016`).
//! Grade: C for step rate, D for descents, speed of the tibiofemoral joint and damage.
//! Limits: whoever takes more steps loads calf and Achilles tendon more; losing mass is the law of carrying it, turned
//!   round. Runs without grade are not changed by a limit on descents.
//! Says nothing: without running.

use super::bins::{Bin, Bins};
use super::dose::{Damage, Robust, robust};
use super::ensemble::{Outcome, Prepared, SETS, Set, sets, tenth_and_ninetieth};
use super::knee_load::{Cells, Interval};
use super::modifiers::{Carriage, of_carried, of_shoe};
use super::parameters::{KNEE_MODEL_VERSION, Structure};
use super::preferred_cadence::PreferredCadence;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Evidence, Grade, OutOfRange};
use serde::{Deserialize, Serialize};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Another way of running; what is `None` stays as it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Step rate at the same speed, 0.80 to 1.25.
    pub cadence_factor: Option<f64>,
    /// Speed over the same metres, 0.5 to 1.5.
    pub speed_factor: Option<f64>,
    /// No descent steeper than this grade, 0 to 0.20.
    pub steepest_descent: Option<f64>,
    /// Mass over the mass of today, 0.5 to 1.5.
    pub mass_factor: Option<f64>,
    /// Every run in such a shoe.
    pub shoe: Option<ShoeCategory>,
}

impl Change {
    /// Whether the model can answer for it.
    pub fn check(&self) -> Result<(), OutOfRange> {
        let within = |value: Option<f64>, what: &'static str, min: f64, max: f64| match value {
            Some(value) if !(min..=max).contains(&value) => {
                Err(OutOfRange { what, value, min, max, unit: "(1 is as it was)" })
            }
            _ => Ok(()),
        };
        within(self.cadence_factor, "cadence factor", 0.80, 1.25)?;
        within(self.speed_factor, "speed factor", 0.5, 1.5)?;
        within(self.mass_factor, "mass factor", 0.5, 1.5)?;
        match self.steepest_descent {
            Some(value) if !(0.0..=0.20).contains(&value) => {
                Err(OutOfRange { what: "descent", value, min: 0.0, max: 0.20, unit: "(a fraction)" })
            }
            _ => Ok(()),
        }
    }

    fn bin(&self, bin: &Bin, preferred: &PreferredCadence, is_grade_known: bool) -> Bin {
        let mut new = *bin;
        if let Some(factor) = self.speed_factor {
            new.speed_mps *= factor;
            new.seconds /= factor;
            new.cadence_spm = new.cadence_spm.map(|spm| spm * factor.powf(preferred.exponent));
        }
        if let Some(factor) = self.cadence_factor {
            let before = new.cadence_spm.unwrap_or_else(|| preferred.at_spm(new.speed_mps));
            new.cadence_spm = Some(before * factor);
        }
        if is_grade_known && self.steepest_descent.is_some_and(|limit| new.grade < -limit) {
            new.grade = 0.0;
        }
        new
    }

    /// M at the front of the knee after the change, with the shoe at a place in its range.
    fn modifier(&self, worn: Carriage, place: Option<f64>) -> f64 {
        let worn = Carriage { shoe: self.shoe.or(worn.shoe), ..worn };
        modifier(worn, place) * self.mass_factor.map_or(1.0, |factor| of_carried(factor - 1.0).factor)
    }
}

/// M with the shoe's factor at a place in its range, 0 to 1; without one, the model's own.
fn modifier(worn: Carriage, place: Option<f64>) -> f64 {
    let others = Carriage { shoe: None, ..worn }.factor();
    let shoe = worn.shoe.map_or(1.0, |category| {
        let of = of_shoe(category);
        place.map_or(of.factor, |place| of.low + place * (of.high - of.low))
    });
    others * shoe
}

/// After over before, and how sure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    pub ratio: f64,
    pub interval: Interval,
}

impl Ratio {
    /// Whether the whole interval lies on one side of no change.
    #[must_use]
    pub fn is_one_sided(&self) -> bool {
        self.interval.high < 1.0 || self.interval.low > 1.0
    }
}

/// What a change does to one structure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StructureChange {
    pub impulse: Ratio,
    /// Ratio at m = 6; interval over all three exponents.
    pub damage: Ratio,
    pub damage_by_exponent: Damage,
    /// The robustness rule: shown only when it is not [`Robust::NotRobust`].
    pub damage_sign: Robust,
    /// Impulse and damage both keep to one side over the whole interval.
    pub is_sign_robust: bool,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WhatIf {
    pub model_version: u32,
    pub change: Change,
    pub activities: usize,
    pub running_m: f64,
    /// Share of the running distance whose grade is known.
    pub grade_known_share: f64,
    /// Share of the running time with a step rate.
    pub cadence_known_share: f64,
    pub patellofemoral: StructureChange,
    pub patellar_tendon: StructureChange,
    pub tibiofemoral: StructureChange,
}

/// What `change` would have done to these activities; `None` without running.
#[must_use]
pub fn what_if(activities: &[Cells<'_>], preferred: &PreferredCadence, change: &Change) -> Option<WhatIf> {
    let groups = grouped(activities, preferred, change);
    let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    let running_m: f64 = activities.iter().map(|knee| knee.bins.running_m()).sum();
    let known = activities.iter().filter(|knee| knee.is_grade_known);
    let known_m: f64 = known.map(|knee| knee.bins.running_m()).sum();
    let bins = || activities.iter().flat_map(|knee| &knee.bins.running);
    let told_s: f64 = bins().filter(|bin| bin.cadence_spm.is_some()).map(|bin| bin.seconds).sum();
    let running_s: f64 = bins().map(|bin| bin.seconds).sum();
    let of = |structure| structure_change(&groups, structure, preferred, change);
    Some(WhatIf {
        model_version: KNEE_MODEL_VERSION,
        change: *change,
        activities: activities.iter().filter(|knee| !knee.bins.running.is_empty()).count(),
        running_m,
        grade_known_share: share(known_m, running_m)?,
        cadence_known_share: share(told_s, running_s)?,
        patellofemoral: of(Structure::Patellofemoral)?,
        patellar_tendon: of(Structure::PatellarTendon)?,
        tibiofemoral: of(Structure::Tibiofemoral)?,
    })
}

/// One activity as it was and as it would have been, at the front of the knee.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RunChange {
    pub impulse_before_bw_s: f64,
    pub impulse_after_bw_s: f64,
    /// Damage index, m = 6.
    pub damage_before_steps: f64,
    pub damage_after_steps: f64,
}

/// The same for one activity, by the model's own values alone; 0 everywhere without a step run.
#[must_use]
pub fn what_if_run(activity: Cells<'_>, preferred: &PreferredCadence, change: &Change) -> RunChange {
    let groups = grouped(&[activity], preferred, change);
    let structure = Structure::Patellofemoral;
    let central = (&Set::central(structure, 6), None);
    let (before, after) = outcomes(&groups, structure, central, change, &mut Vec::new());
    RunChange {
        impulse_before_bw_s: before.impulse_bw_s,
        impulse_after_bw_s: after.impulse_bw_s,
        damage_before_steps: before.damage_steps,
        damage_after_steps: after.damage_steps,
    }
}

/// Activities of the same shoe and the same knowledge of grade, before and after.
pub(super) struct Group {
    pub(super) carriage: Carriage,
    pub(super) before: Prepared,
    pub(super) after: Prepared,
}

fn grouped(activities: &[Cells<'_>], preferred: &PreferredCadence, change: &Change) -> Vec<Group> {
    let mut alike: Vec<(Carriage, bool, Vec<&Bins>)> = Vec::new();
    for knee in activities {
        let found = alike.iter_mut().find(|(c, g, _)| *c == knee.carriage && *g == knee.is_grade_known);
        match found {
            Some((_, _, bins)) => bins.push(knee.bins),
            None => alike.push((knee.carriage, knee.is_grade_known, vec![knee.bins])),
        }
    }
    let groups = alike.into_iter().map(|(carriage, is_grade_known, bins)| {
        let before = Bins::merged(bins, 1.0);
        let running = before.running.iter().map(|bin| change.bin(bin, preferred, is_grade_known)).collect();
        let after = Bins { running, ..before.clone() };
        Group {
            carriage,
            before: Prepared::new(&before, preferred, is_grade_known),
            after: Prepared::new(&after, preferred, is_grade_known),
        }
    });
    groups.collect()
}

/// Both sides under one set.
fn outcomes(
    groups: &[Group],
    structure: Structure,
    (set, place): (&Set, Option<f64>),
    change: &Change,
    scratch: &mut Vec<f64>,
) -> (Outcome, Outcome) {
    let p = structure.parameters();
    let is_front = structure != Structure::Tibiofemoral;
    let (mut before, mut after) = (Outcome::default(), Outcome::default());
    for group in groups {
        let (worn, other) = if is_front {
            (modifier(group.carriage, place), change.modifier(group.carriage, place))
        } else {
            (1.0, 1.0)
        };
        before.add(&group.before.outcome(p, set, worn, scratch));
        after.add(&group.after.outcome(p, set, other, scratch));
    }
    (before, after)
}

pub(super) fn structure_change(
    groups: &[Group],
    structure: Structure,
    preferred: &PreferredCadence,
    change: &Change,
) -> Option<StructureChange> {
    let mut scratch = Vec::new();
    let mut central =
        |m| outcomes(groups, structure, (&Set::central(structure, m), None), change, &mut scratch);
    let [four, six, nine] = [4, 6, 9].map(&mut central);
    let damage =
        |side: fn(&(Outcome, Outcome)) -> f64| Damage { m4: side(&four), m6: side(&six), m9: side(&nine) };
    let (before, after) = (damage(|both| both.0.damage_steps), damage(|both| both.1.damage_steps));
    let ratio = |after: f64, before: f64| (before > 0.0).then(|| after / before);
    let damage_by_exponent = Damage {
        m4: ratio(after.m4, before.m4)?,
        m6: ratio(after.m6, before.m6)?,
        m9: ratio(after.m9, before.m9)?,
    };
    let (mut impulses, mut damages) = (Vec::with_capacity(SETS), Vec::with_capacity(SETS));
    for set in sets(structure, preferred.origin) {
        let (before, after) = outcomes(groups, structure, (&set, Some(set.shoe)), change, &mut scratch);
        impulses.extend(ratio(after.impulse_bw_s, before.impulse_bw_s));
        damages.extend(ratio(after.damage_steps, before.damage_steps));
    }
    let impulse =
        Ratio { ratio: ratio(six.1.impulse_bw_s, six.0.impulse_bw_s)?, interval: interval(&mut impulses)? };
    let damage = Ratio { ratio: damage_by_exponent.m6, interval: interval(&mut damages)? };
    let damage_sign = robust(&after, &before);
    let is_robust = damage_sign != Robust::NotRobust && impulse.is_one_sided() && damage.is_one_sided();
    Some(StructureChange { impulse, damage, damage_by_exponent, damage_sign, is_sign_robust: is_robust })
}

fn interval(values: &mut [f64]) -> Option<Interval> {
    tenth_and_ninetieth(values).map(|(low, high)| Interval { low, high })
}
