//! The figures at the top.

use super::Table;
use crate::documents::activities::Climb;
use crate::words::numbers::{decimal, short};
use crate::words::outings;
use crate::words::pages::run::Run as Texts;
use kneewise_analyse::load::days_between;
use kneewise_types::Date;

/// Days that make a run usual.
const USUAL_DAYS: i64 = 56;
/// With fewer runs before, none is usual.
const USUAL_RUNS: usize = 5;

/// A figure with its name and what it is measured in.
pub struct Figure {
    pub name: String,
    pub value: String,
    pub unit: String,
}

pub fn facts(table: &Table<'_, '_>) -> Vec<Figure> {
    let activity = table.activity;
    let mut facts = Vec::new();
    let mut add = |name: String, value: String, unit: String| facts.push(Figure { name, value, unit });
    add(Texts.time().to_owned(), outings::clock(activity.duration()), String::new());
    if activity.sport.is_running()
        && let Some(pace) = outings::pace(activity, table.desk.units())
    {
        add(Texts.pace(table.unit), pace, String::new());
    }
    let climb = Climb::of(activity);
    if let (Some(up), Some(down)) = (climb.ascent_m, climb.descent_m) {
        let voice = table.desk.voice();
        add(Texts.climb().to_owned(), format!("{}, {}", voice.height(up), voice.height(down)), String::new());
    }
    if let Some(cadence) = activity.mean_cadence {
        add(Texts.steps().to_owned(), format!("{:.0}", cadence.as_spm()), String::new());
    }
    if let Some(rate) = activity.mean_heart_rate {
        add(Texts.heart().to_owned(), format!("{:.0}", rate.as_bpm()), String::new());
    }
    facts.extend(knee(table));
    facts
}

/// Force of a step, and the load of all of them.
fn knee(table: &Table<'_, '_>) -> Vec<Figure> {
    let Some(knee) = table.knee() else { return Vec::new() };
    let (front, steps) = (&knee.load.patellofemoral, knee.load.running_steps + knee.load.walking_steps);
    let mut facts = Vec::new();
    if steps > 0.0 {
        let each = |sum: f64| decimal(sum / steps, 1);
        facts.push(Figure {
            name: Texts.force().to_owned(),
            value: each(front.dose.sum_bw),
            unit: Texts.body_weights(&each(front.interval.sum_bw.low), &each(front.interval.sum_bw.high)),
        });
    }
    let load = front.dose.impulse_bw_s;
    let (value, unit) = match usual(table, table.activity.local_date) {
        Some(usual) if usual > 0.0 => (short(load / usual), Texts.usual()),
        _ => (format!("{load:.0}"), Texts.load_unit()),
    };
    facts.push(Figure { name: Texts.load().to_owned(), value, unit: unit.to_owned() });
    facts
}

/// The median load of the runs of the eight weeks before.
fn usual(table: &Table<'_, '_>, day: Date) -> Option<f64> {
    let of_before =
        table.desk.history().knee.iter().filter(|summary| {
            summary.local_date < day && days_between(summary.local_date, day) <= USUAL_DAYS
        });
    let mut loads: Vec<f64> = of_before.map(|summary| summary.dose.patellofemoral.impulse_bw_s).collect();
    loads.sort_by(f64::total_cmp);
    loads.get(loads.len() / 2).copied().filter(|_| loads.len() >= USUAL_RUNS)
}

/// Shoes with their distance then, the ground, and pain of the day.
pub fn chips(table: &Table<'_, '_>) -> Vec<String> {
    let (activity, history) = (table.activity, table.desk.history());
    let mut chips = Vec::new();
    if let Some(name) = &activity.shoe {
        let shoe = history.shoes.iter().find(|shoe| shoe.name.eq_ignore_ascii_case(name));
        let before = shoe.and_then(|shoe| shoe.start_distance).map_or(0.0, |start| start.as_m());
        let run = history.activities.iter().filter(|other| {
            other.start <= activity.start
                && other.shoe.as_deref().is_some_and(|worn| worn.eq_ignore_ascii_case(name))
        });
        let metres: f64 = run.filter_map(|other| other.distance).map(|distance| distance.as_m()).sum();
        chips.push(format!("{name}, {}", table.desk.voice().distance(before + metres)));
    }
    chips.extend(activity.surface.map(|surface| outings::surface(surface).to_owned()));
    let of_day = history.symptoms.iter().filter(|entry| entry.date == activity.local_date);
    let pain = of_day.filter_map(|entry| entry.pain_during_max).map(|pain| pain.points()).max();
    chips.extend(pain.filter(|_| activity.sport.is_running()).map(|points| Texts.pain(points)));
    chips
}
