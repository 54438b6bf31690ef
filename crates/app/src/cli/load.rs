//! `kneewise load`: the last weeks, the longest run of 30 days first.

mod series;

use super::context::Context;
use super::failure::Failure;
use super::tables::table;
use crate::documents::load::{best_of, document, ratios};
use crate::words::Voice;
use crate::words::outings::clock;
use crate::words::series::RATIO_NOTE;
use clap::Args;
use kneewise_types::assessment::LoadDay;
use kneewise_types::{Date, Seconds};

#[derive(Debug, Args)]
#[command(after_help = "\
The line that matters most is the longest run against the longest of the 30 days before it: the one
progression rule that held in the largest study of runners.

Examples:
  kneewise load
  kneewise load --weeks 26
  kneewise load --series=session-rpe
  kneewise load --json | jq '.days[-7:]'")]
pub struct LoadArguments {
    /// How many weeks back
    #[arg(long, default_value_t = 8, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=520))]
    weeks: u32,
    /// Also this week compared with your last weeks: describes change, predicts nothing
    #[arg(long)]
    ratio: bool,
    /// Also the day series of training software [default: of the distance]: they describe, none predicts
    #[arg(long, value_name = "LOAD", num_args = 0..=1, require_equals = true, default_missing_value = "distance")]
    series: Option<series::Kind>,
}

/// Seven days that end on the day asked, or 7, 14, … days before.
struct Week<'a> {
    from: Date,
    days: Vec<&'a LoadDay>,
}

pub fn run(arguments: &LoadArguments, context: &Context) -> Result<(), Failure> {
    let history = context.store()?.history()?;
    let as_of = context.as_of(&history.profile);
    let assessment = kneewise_analyse::assess(&history, as_of);
    let weeks = weeks(&assessment.working.load_days, as_of, arguments.weeks);
    if context.screen.is_json {
        let kind = arguments.series.unwrap_or(series::Kind::Distance);
        return context.screen.json(&document(&assessment, kind.load(), arguments.ratio));
    }
    let has_run = |week: &Week<'_>| week.distance_m().is_some_and(|distance| distance > 0.0);
    if !assessment.working.load_days.iter().any(|day| day.running_distance_m.is_some_and(|d| d > 0.0)) {
        return context.screen.print("There is no run yet. To begin: kneewise import PATH");
    }
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let mut lines = longest(&assessment.working.load_days, as_of, &voice, context);
    lines.push(String::new());
    if weeks.iter().any(has_run) {
        lines.extend(chart(&weeks, &voice, context));
    } else {
        lines.push(format!("No run in the last {} weeks.", arguments.weeks));
    }
    if arguments.ratio {
        lines.push(String::new());
        lines.extend(ratio_lines(&assessment.working.load_days, as_of, context));
    }
    if let Some(kind) = arguments.series {
        lines.push(String::new());
        let days = &assessment.working.load_days;
        lines.extend(series::lines(days, kind, arguments.weeks, &voice, context));
    }
    context.screen.print(&lines.join("\n").replace('\u{a0}', " "))
}

fn longest(days: &[LoadDay], as_of: Date, voice: &Voice, context: &Context) -> Vec<String> {
    let Some((best, distance)) = best_of(days, as_of).and_then(|day| Some((day, day.longest_session_m?)))
    else {
        return vec![
            context.screen.bold("No run in the last 30 days."),
            "  The next one has nothing to be compared with: begin short.".to_owned(),
        ];
    };
    let line =
        format!("Longest run of the last 30 days: {} on {}.", voice.distance(distance), voice.day(best.date));
    vec![
        context.screen.bold(&line),
        "  In a large study, runs more than 10 % longer than that went with more injuries.".to_owned(),
    ]
}

impl Week<'_> {
    /// Distance of the known days; `None` when no day is known.
    fn distance_m(&self) -> Option<f64> {
        let known: Vec<f64> = self.days.iter().filter_map(|day| day.running_distance_m).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    fn duration_s(&self) -> f64 {
        self.days.iter().filter_map(|day| day.running_duration_s).sum()
    }

    fn runs(&self) -> usize {
        self.days.iter().filter(|day| day.running_distance_m.is_some_and(|distance| distance > 0.0)).count()
    }

    /// The longest run, and by how much it was longer than the longest of the 30 days before it.
    fn longest(&self) -> Option<(f64, Option<f64>)> {
        let run = |day: &&LoadDay| {
            let distance = day.longest_session_m.filter(|distance| *distance > 0.0)?;
            Some((distance, day.best_30_days_m.filter(|best| *best > 0.0).map(|best| distance / best - 1.0)))
        };
        self.days.iter().filter_map(run).max_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// The largest such rise of the week, whichever run it was.
    fn rise(&self) -> Option<f64> {
        self.days
            .iter()
            .filter_map(|day| {
                let best = day.best_30_days_m.filter(|best| *best > 0.0)?;
                Some(day.longest_session_m.filter(|distance| *distance > 0.0)? / best - 1.0)
            })
            .max_by(f64::total_cmp)
    }
}

fn weeks(days: &[LoadDay], as_of: Date, count: u32) -> Vec<Week<'_>> {
    (0..i64::from(count))
        .rev()
        .map(|back| {
            let to = as_of.saturating_sub(jiff::Span::new().days(7 * back));
            let from = to.saturating_sub(jiff::Span::new().days(6));
            Week { from, days: days.iter().filter(|day| (from..=to).contains(&day.date)).collect() }
        })
        .collect()
}

fn chart(weeks: &[Week<'_>], voice: &Voice, context: &Context) -> Vec<String> {
    let most = weeks.iter().filter_map(Week::distance_m).fold(0.0, f64::max);
    let dot = || "·".to_owned();
    let rows: Vec<Vec<String>> = weeks
        .iter()
        .map(|week| {
            let mut row = vec![
                voice.day(week.from),
                week.distance_m().map_or_else(dot, |distance| voice.distance(distance)),
                week.runs().to_string(),
                Seconds::new(week.duration_s()).ok().filter(|_| week.runs() > 0).map_or_else(dot, clock),
                week.longest().map_or_else(dot, |(distance, _)| voice.distance(distance)),
                week.rise().map_or_else(dot, rise),
            ];
            if context.screen.has_bars {
                row.push(super::chart::bar(week.distance_m().unwrap_or(0.0), most, 20));
            }
            row
        })
        .collect();
    let mut header = vec!["week from", "distance", "runs", "time", "longest", "vs 30 days"];
    if context.screen.has_bars {
        header.push("");
    }
    let mut lines = table(&header, &[true, true, true, true, true, true, false], &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.push(String::new());
    lines.push(context.screen.faint(
        "vs 30 days: the week's largest rise of one run over the longest run of the 30 days before it;\n\
         above +10 % runners in a large study were hurt more often.",
    ));
    lines
}

fn rise(fraction: f64) -> String {
    format!("{:+.0} %", fraction * 100.0)
}

fn ratio_lines(days: &[LoadDay], as_of: Date, context: &Context) -> Vec<String> {
    let today = ratios(days).find(|(date, _)| *date == as_of).and_then(|(_, ratio)| ratio);
    let line = today.map_or_else(
        || "This week compared with your last weeks: not enough is known of the last four weeks.".to_owned(),
        |ratio| {
            format!("This week compared with your last weeks: {ratio:.2} times the mean of the three before.")
        },
    );
    vec![line, context.screen.faint(&format!("  {RATIO_NOTE}"))]
}
