//! `kneewise activities show`: one activity with its laps, and its samples when asked for.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::tables::table;
use crate::documents::activities::Climb;
use crate::documents::activity::{document, named};
use crate::words::outings::{clock, doubt, pace, sport};
use crate::words::{self, Voice};
use clap::Args;
use kneewise_types::{Activity, Samples};

#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The id, or enough of its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// With every sample: as columns in JSON, else as CSV
    #[arg(long)]
    samples: bool,
}

pub fn show(arguments: &ShowArguments, context: &Context) -> Result<(), Failure> {
    let store = context.store()?;
    let kept = store.get_activity(&arguments.id)?.ok_or_else(|| {
        Failure::CannotDo(format!(
            "no activity has the id `{}`: `kneewise activities` lists them",
            arguments.id
        ))
    })?;
    let profile = store.profile()?;
    let as_of = context.as_of(&profile);
    if context.screen.is_json {
        let samples = arguments.samples.then_some(&kept.samples);
        return context.screen.json(&document(&kept.activity, samples, as_of));
    }
    if arguments.samples {
        return context.screen.print(&csv(&kept.samples));
    }
    let voice = Voice { as_of, units: context.units(&profile) };
    context.screen.print(&text(&kept.activity, kept.samples.len(), &voice, context))
}

/// One line a sample; a gap is empty.
pub fn csv(samples: &Samples) -> String {
    let columns = named(samples);
    let mut text = String::from("time_s");
    for (name, _) in &columns {
        text.push(',');
        text.push_str(name);
    }
    text.push('\n');
    for (at, ms) in samples.time_ms.iter().enumerate() {
        text.push_str(&(f64::from(*ms) / 1000.0).to_string());
        for (_, values) in &columns {
            text.push(',');
            if let Some(Some(value)) = values.get(at) {
                text.push_str(&value.to_string());
            }
        }
        text.push('\n');
    }
    text
}

fn text(activity: &Activity, samples: usize, voice: &Voice, context: &Context) -> String {
    let mut lines = vec![context.screen.bold(&title(activity))];
    lines.extend(facts(activity, voice).into_iter().map(|(name, value)| format!("  {name:<12}{value}")));
    lines.push(format!(
        "  {:<12}{}",
        "samples",
        if samples == 0 { "none".to_owned() } else { samples.to_string() }
    ));
    for source in &activity.sources {
        lines.push(format!("  {:<12}{}", "from", source.path));
    }
    for quality in &activity.quality {
        lines.push(format!("  {:<12}{}", context.screen.warm("doubt"), doubt(quality)));
    }
    if activity.laps.len() > 1 {
        lines.push(String::new());
        lines.extend(laps(activity, voice));
    }
    lines.join("\n").replace('\u{a0}', " ")
}

fn title(activity: &Activity) -> String {
    let what = activity.title.clone().unwrap_or_else(|| words::numbers::capital(&sport(activity.sport)));
    format!("{what} · {}", words::numbers::full_day(activity.local_date))
}

fn facts(activity: &Activity, voice: &Voice) -> Vec<(&'static str, String)> {
    let mut facts = vec![("id", activity.id.0.clone()), ("sport", sport(activity.sport))];
    let mut add = |name, value: Option<String>| facts.extend(value.map(|value| (name, value)));
    add("start", activity.is_start_exact.then(|| local_start(activity)));
    add("distance", activity.distance.map(|distance| voice.distance(distance.as_m())));
    add("time", Some(format!("{} of {} elapsed", clock(activity.duration()), clock(activity.elapsed))));
    add("pace", pace(activity, voice.units).filter(|_| activity.sport.is_running()));
    let bpm = |value: kneewise_types::BeatsPerMinute| format!("{:.0}", value.as_bpm());
    add(
        "heart rate",
        activity.mean_heart_rate.map(|mean| {
            let max =
                activity.max_heart_rate.map(|max| format!(", at most {}", bpm(max))).unwrap_or_default();
            format!("{} bpm{max}", bpm(mean))
        }),
    );
    add("cadence", activity.mean_cadence.map(|cadence| format!("{:.0} steps/min", cadence.as_spm())));
    let climb = Climb::of(activity);
    let reckoned = if climb.from == Some("samples") { ", from the samples" } else { "" };
    let height = |metres: Option<f64>| metres.map(|metres| format!("{}{reckoned}", voice.height(metres)));
    add("up", height(climb.ascent_m));
    add("down", height(climb.descent_m));
    add(
        "effort",
        activity.session_rpe.map(|rpe| format!("{} of 10", words::numbers::short(rpe.as_points()))),
    );
    add("surface", activity.surface.map(|surface| surface.word().to_owned()));
    add("shoe", activity.shoe.clone());
    add("device", activity.device.clone());
    facts
}

fn local_start(activity: &Activity) -> String {
    let offset = jiff::tz::Offset::from_seconds(activity.utc_offset_s).unwrap_or(jiff::tz::Offset::UTC);
    let time = offset.to_datetime(activity.start).time();
    format!("{:02}:{:02} local time", time.hour(), time.minute())
}

fn laps(activity: &Activity, voice: &Voice) -> Vec<String> {
    let dot = || "·".to_owned();
    let rows: Vec<Vec<String>> = (1_u32..)
        .zip(&activity.laps)
        .map(|(number, lap)| {
            let whole = |value: Option<f64>| value.map_or_else(dot, |value| format!("{value:.0}"));
            vec![
                number.to_string(),
                lap.distance.map_or_else(dot, |distance| voice.distance(distance.as_m())),
                clock(lap.timer.unwrap_or(lap.elapsed)),
                whole(lap.mean_heart_rate.map(kneewise_types::BeatsPerMinute::as_bpm)),
                whole(lap.mean_cadence.map(kneewise_types::StepsPerMinute::as_spm)),
            ]
        })
        .collect();
    table(&["lap", "distance", "time", "bpm", "spm"], &[true; 5], &rows)
        .into_iter()
        .map(|line| format!("  {line}"))
        .collect()
}
