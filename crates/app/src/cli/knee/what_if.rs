//! `kneewise knee what-if`: the same runs, run in another way.

use super::Since;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::documents::knee::what_if as document;
use crate::words::Voice;
use crate::words::knee_load::{calf_note, model_note, what_if as sentences};
use clap::Args;
use kneewise_analyse::knee::{Cells, Change, KneeActivity, what_if};
use kneewise_types::shoe::ShoeCategory;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  kneewise knee what-if --cadence +7% --since 2026-01-01
  kneewise knee what-if --steepest-descent 6%
  kneewise knee what-if --speed -10% --json")]
pub struct WhatIfArguments {
    #[command(flatten)]
    since: Since,
    /// More or fewer steps a minute at the same speed, such as +7%
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true, value_parser = percent)]
    cadence: Option<f64>,
    /// Faster or slower over the same distance, such as -10%
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true, value_parser = percent)]
    speed: Option<f64>,
    /// No descent steeper than this, such as 6%: level ground instead
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    steepest_descent: Option<f64>,
    /// More or less mass, such as -5%
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true, value_parser = percent)]
    mass: Option<f64>,
    /// Every run in such a shoe: daily, minimal, max_cushion, …
    #[arg(long, value_name = "CATEGORY", value_parser = category)]
    shoe: Option<ShoeCategory>,
}

impl WhatIfArguments {
    fn change(&self) -> Change {
        let factor = |share: Option<f64>| share.map(|share| 1.0 + share);
        Change {
            cadence_factor: factor(self.cadence),
            speed_factor: factor(self.speed),
            steepest_descent: self.steepest_descent,
            mass_factor: factor(self.mass),
            shoe: self.shoe,
        }
    }
}

/// `+7%`, `-10 %` or `7` as a fraction.
fn percent(text: &str) -> Result<f64, String> {
    let number = text.trim().trim_end_matches('%').trim_end().trim_start_matches('+');
    let value: Option<f64> = number.parse().ok().filter(|value: &f64| value.is_finite());
    value.map(|value| value / 100.0).ok_or_else(|| format!("`{text}` is not a percentage: write it as +7%"))
}

fn category(word: &str) -> Result<ShoeCategory, String> {
    ShoeCategory::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = ShoeCategory::ALL.iter().map(|category| category.word()).collect();
        format!("`{word}` is not a kind of shoe: use one of {}", words.join(", "))
    })
}

pub fn run(arguments: &WhatIfArguments, context: &Context) -> Result<(), Failure> {
    let change = arguments.change();
    if change == Change::default() {
        return Err(Failure::WrongUsage("say what should be other: for example --cadence +7%".to_owned()));
    }
    change.check().map_err(|error| Failure::WrongUsage(error.to_string()))?;
    let mut store = context.store()?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let from = arguments.since.day(as_of);
    let knees = context.knees(&mut store, &history)?;
    let gathered = knees.gather(&history, (from, as_of));
    let cells: Vec<Cells<'_>> = gathered.knees.iter().map(KneeActivity::cells).collect();
    let answer = what_if(&cells, &gathered.preferred, &change);
    if context.screen.is_json {
        return context.screen.json(&document(answer, from, as_of));
    }
    let Some(answer) = answer else {
        return context.screen.print("There is no run in these days to change.");
    };
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let heading = format!(
        "Your running since {}, {} in all, would have asked of one leg:",
        voice.day(from),
        voice.distance(answer.running_m)
    );
    let mut lines = vec![context.screen.bold(&heading)];
    lines.extend(sentences(&answer).into_iter().map(|line| format!("  {line}")));
    lines.push(String::new());
    if change.cadence_factor.is_some() || change.shoe.is_some() {
        lines.push(calf_note().to_owned());
    }
    lines.push(context.screen.faint(model_note()));
    context.screen.print(&lines.join("\n").replace('\u{a0}', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_as_people_write_them() {
        for (text, share) in [("+7%", 0.07), ("-10 %", -0.10), ("5", 0.05), (" 6% ", 0.06)] {
            assert!((percent(text).unwrap() - share).abs() < 1e-12, "{text}");
        }
        assert_eq!(percent("much").unwrap_err(), "`much` is not a percentage: write it as +7%");
        assert!(percent("NaN%").is_err());
    }
}
