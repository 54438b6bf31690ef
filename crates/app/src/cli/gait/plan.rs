//! `kneewise gait plan`: two weeks of more steps, and how they are going.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::tables::table;
use crate::documents::gait_plan::{self as documents, Document};
use crate::retraining::runs_since;
use crate::words::outings::clock;
use crate::words::{Voice, gait as said};
use clap::Args;
use kneewise_analyse::gait::offer::{Wish, offer};
use kneewise_types::{Date, PainScore, Seconds};

#[derive(Debug, Args)]
pub struct PlanArguments {
    /// First day of the two weeks [default: today]; a day in the past shows how it is going
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::arguments::day)]
    from: Option<Date>,
    /// Pain of calf or Achilles tendon at the last of these runs, 0 to 10
    #[arg(long, value_name = "0-10", value_parser = pain)]
    calf: Option<PainScore>,
}

fn pain(text: &str) -> Result<PainScore, String> {
    let points: Option<u8> = text.trim().parse().ok();
    points
        .and_then(|points| PainScore::new(points).ok())
        .ok_or_else(|| format!("`{text}` is not a pain score: use a whole number from 0 to 10"))
}

pub fn run(arguments: &PlanArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let (history, as_of) = context.history(&mut store)?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    let from = arguments.from.unwrap_or(as_of);
    let wish =
        Wish { gaits: &history.gait, height_m: history.profile.height_m, from, calf_pain: arguments.calf };
    let offered = offer(&wish, &assessment);
    let done = match &offered {
        Ok(offer) if arguments.from.is_some() => runs_since(&mut store, &history, offer, (from, as_of))?,
        _ => Vec::new(),
    };
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let document = documents::document(&wish, &offered, done, &voice);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    context.screen.print(&lines(&document, &voice, context).join("\n").replace('\u{a0}', " "))
}

fn lines(document: &Document, voice: &Voice, context: &Context) -> Vec<String> {
    let mut lines = document.text.clone();
    let Some(schedule) = &document.schedule else { return lines };
    lines.push(String::new());
    let beats: Vec<Vec<String>> = schedule
        .metronome
        .iter()
        .map(|beat| {
            let pace = crate::words::outings::pace_of(beat.speed_mps, voice.units);
            vec![pace, said::steps(beat.steps_per_minute)]
        })
        .collect();
    lines.extend(headed(&["pace", "metronome"], &[true, true], &beats, context));
    lines.push(String::new());
    let done = document.progress.as_ref().map(|progress| progress.done.as_slice()).unwrap_or_default();
    let rows: Vec<Vec<String>> = (schedule.runs.iter().enumerate())
        .map(|(at, run)| {
            let time = Seconds::new(f64::from(run.minutes) * 60.0).map_or_else(|_| "?".to_owned(), clock);
            let made = done.get(at);
            let date = made.map_or(run.date, |made| made.local_date);
            let kept = made.map(|made| {
                let share = made.on_target.map(crate::words::numbers::per_cent);
                format!("{} · {}", share.unwrap_or_else(|| "·".to_owned()), said::knee(made.knee_light))
            });
            vec![voice.day(date), time, said::cues(&run.cues, run.feedback_percent), kept.unwrap_or_default()]
        })
        .collect();
    let made = if done.is_empty() { "" } else { "kept alone · knee" };
    lines.extend(headed(
        &["run on", "time", "metronome on", made],
        &[true, true, false, false],
        &rows,
        context,
    ));
    lines
}

fn headed(header: &[&str], right: &[bool], rows: &[Vec<String>], context: &Context) -> Vec<String> {
    let mut lines = table(header, right, rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines
}
