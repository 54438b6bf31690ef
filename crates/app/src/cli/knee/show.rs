//! `kneewise knee show` and `knee day`: where the knee worked hardest.

use crate::cli::chart::bar;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::tables::table;
use crate::documents::knee_activity::{self, KneeShown, PartShown, RunShown};
use crate::knees::Habits;
use crate::words::Voice;
use crate::words::knee_load::{model_note, structure};
use crate::words::numbers::per_cent;
use crate::words::outings::clock;
use clap::Args;
use kneewise_analyse::knee::Structure;
use kneewise_types::{Date, Seconds};

#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The id, or enough of its beginning
    #[arg(value_name = "ID")]
    id: String,
}

#[derive(Debug, Args)]
pub struct DayArguments {
    /// The day
    #[arg(value_name = "YYYY-MM-DD", value_parser = crate::cli::arguments::day)]
    date: Date,
}

pub fn show(arguments: &ShowArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let kept = store.get_activity(&arguments.id)?.ok_or_else(|| {
        Failure::CannotDo(format!(
            "no activity has the id `{}`: `kneewise activities` lists them",
            arguments.id
        ))
    })?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let knees = context.knees(&mut store, &history)?;
    let habits = Habits::new(&history, &knees.gaits(&history, as_of), as_of);
    let runner = habits.runner(&history, &kept.activity);
    let document = knee_activity::document(&kept.activity, &kept.samples, &runner, &voice);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    let lines = picture(&document.activity, &voice, context);
    context.screen.print(&lines.join("\n").replace('\u{a0}', " "))
}

pub fn day(arguments: &DayArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let knees = context.knees(&mut store, &history)?;
    let habits = Habits::new(&history, &knees.gaits(&history, as_of), as_of);
    let mut runs = Vec::new();
    for activity in history.activities.iter().filter(|activity| activity.local_date == arguments.date) {
        if let Some(kept) = store.get_activity(&activity.id.0)? {
            let runner = habits.runner(&history, &kept.activity);
            runs.push(knee_activity::run(&kept.activity, &kept.samples, &runner, &voice));
        }
    }
    let document = knee_activity::day(arguments.date, runs, &voice);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    let mut lines = vec![document.text.clone()];
    for run in &document.activities {
        lines.push(String::new());
        lines.extend(picture(run, &voice, context));
    }
    context.screen.print(&lines.join("\n").replace('\u{a0}', " "))
}

fn picture(run: &RunShown, voice: &Voice, context: &Context) -> Vec<String> {
    let id = crate::cli::activities::short_id(&run.id);
    let mut lines =
        vec![context.screen.bold(&format!("{} · {id}", voice.day(run.local_date))), run.text.clone()];
    let Some(knee) = &run.knee else { return lines };
    lines.push(String::new());
    lines.extend(totals(knee, context));
    if context.screen.has_bars {
        lines.extend(force_line(knee));
    }
    let lists = [("from", knee.parts.as_slice()), ("lap from", knee.laps.as_slice())];
    for (name, parts) in lists.into_iter().filter(|(_, parts)| parts.len() > 1) {
        lines.push(String::new());
        lines.extend(rows(name, parts, voice, context));
    }
    lines.push(String::new());
    lines.push(context.screen.faint(model_note()));
    lines
}

fn totals(knee: &KneeShown, context: &Context) -> Vec<String> {
    let all = [
        (Structure::Patellofemoral, &knee.patellofemoral),
        (Structure::PatellarTendon, &knee.patellar_tendon),
        (Structure::Tibiofemoral, &knee.tibiofemoral),
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|(which, load)| {
            let peak = load.dose.peak_bw.zip(load.interval.peak_bw);
            let impulse = load.interval.impulse_bw_s;
            vec![
                structure(*which).to_owned(),
                peak.map_or_else(
                    || "·".to_owned(),
                    |(bw, range)| format!("{bw:.1} ({:.1} to {:.1})", range.low, range.high),
                ),
                format!("{:.0} ({:.0} to {:.0})", load.dose.impulse_bw_s, impulse.low, impulse.high),
                format!("{:.0}", load.dose.damage_steps.m6),
            ]
        })
        .collect();
    let mut lines =
        table(&["one leg", "peak BW", "load BW s", "damage steps"], &[false, true, true, true], &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines
}

/// Columns of the line of force.
const COLUMNS: usize = 60;
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Force along the way: a column is the mean of its spans; a blank one was not run.
fn force_line(knee: &KneeShown) -> Vec<String> {
    let forces = &knee.series.force_bw;
    let columns: Vec<Option<f64>> = forces.chunks(forces.len().div_ceil(COLUMNS).max(1)).map(mean).collect();
    let told = || columns.iter().copied().flatten();
    let (low, high) = (told().fold(f64::INFINITY, f64::min), told().fold(0.0, f64::max));
    if low >= high {
        return Vec::new();
    }
    let line: String =
        columns.iter().map(|force| force.map_or(' ', |bw| height((bw - low) / (high - low)))).collect();
    vec![String::new(), format!("force  {line}  {low:.1} to {high:.1} BW, start to end")]
}

fn mean(forces: &[Option<f64>]) -> Option<f64> {
    let (sum, count) = forces.iter().flatten().fold((0.0, 0.0), |(sum, count), bw| (sum + bw, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

/// The block of a share of the height, 0 to 1.
fn height(share: f64) -> char {
    let at = HEIGHTS.iter().zip(1_u32..).find(|(_, eighths)| share <= f64::from(*eighths) / 8.0);
    at.map_or('█', |(block, _)| *block)
}

fn rows(name: &str, parts: &[PartShown], voice: &Voice, context: &Context) -> Vec<String> {
    let most = parts.iter().map(|part| part.damage_share).fold(0.0, f64::max);
    let dot = || "·".to_owned();
    let rows: Vec<Vec<String>> = parts
        .iter()
        .map(|part| {
            let mut row = vec![
                voice.distance(part.from_m),
                Seconds::new(part.time_s).map_or_else(|_| dot(), clock),
                part.grade.map_or_else(dot, |grade| format!("{:+.1} %", 100.0 * grade)),
                part.peak_bw.map_or_else(dot, |bw| format!("{bw:.1}")),
                format!("{:.0}", part.impulse_bw_s),
                format!("{:.0}", part.damage_steps),
                per_cent(part.damage_share),
            ];
            if context.screen.has_bars {
                row.push(bar(part.damage_share, most, 20));
            }
            row
        })
        .collect();
    let mut header = vec![name, "time", "grade", "peak BW", "load BW s", "damage steps", "share"];
    if context.screen.has_bars {
        header.push("");
    }
    let mut lines = table(&header, &[true, true, true, true, true, true, true, false], &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_from_its_lowest_to_its_highest_block() {
        assert_eq!([0.0, 0.125, 0.13, 0.5, 1.0].map(height), ['▁', '▁', '▂', '▄', '█']);
        assert_eq!(mean(&[None, Some(4.0), Some(5.0)]), Some(4.5));
        assert_eq!(mean(&[None]), None);
    }
}
