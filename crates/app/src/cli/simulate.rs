//! `kneewise simulate`: files of a simulated runner, with the truth beside them.

use super::context::Context;
use super::failure::Failure;
use super::tables::counted;
use clap::{Args, ValueEnum};
use kneewise_simulate::{Format, Layout, Life, Mechanism, Planted, Scenario, plan, population};
use kneewise_types::{Date, Profile};
use rayon::prelude::*;
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_help = "\
The same seed and day give the same files. Without a cause the knee hurts by chance only; the truth is in
truth.json, which `import` does not read.

Examples:
  kneewise simulate ./runner
  kneewise simulate ./runner --cause load.single_session_spike --seed 7 --as-of 2026-03-01
  kneewise simulate ./many --population 20
  kneewise simulate ./ten-years --runner ten-years")]
pub struct SimulateArguments {
    /// The folder to write to; a new or empty one
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What decides everything that is left to chance
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// Length of the life in days
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    days: Option<u32>,
    /// The cause that acts on the knee
    #[arg(long, value_name = "ID", value_parser = mechanism)]
    cause: Option<Mechanism>,
    /// How much the odds of a flare rise on an exposed day
    #[arg(long, default_value_t = 3.0, value_name = "RATIO")]
    odds_ratio: f64,
    /// Format of the watch files
    #[arg(long, value_enum, default_value_t = FileFormat::Fit)]
    format: FileFormat,
    /// Lay the files out like the big platform's export
    #[arg(long)]
    export: bool,
    /// A ready-made runner instead of a random one
    #[arg(long, value_enum, conflicts_with_all = ["cause", "days", "population"])]
    runner: Option<Ready>,
    /// So many different runners, each in a folder of its own
    #[arg(long, value_name = "N", conflicts_with_all = ["cause", "days"])]
    population: Option<u32>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FileFormat {
    Fit,
    Tcx,
    Gpx,
}

impl From<FileFormat> for Format {
    fn from(format: FileFormat) -> Self {
        match format {
            FileFormat::Fit => Self::Fit,
            FileFormat::Tcx => Self::Tcx,
            FileFormat::Gpx => Self::Gpx,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Ready {
    /// The runner of `kneewise demo`
    Demo,
    /// Exactly 3,000 one-hour runs at one sample a second
    TenYears,
}

fn mechanism(id: &str) -> Result<Mechanism, String> {
    Mechanism::from_id(id).ok_or_else(|| {
        let ids: Vec<&str> = Mechanism::ALL.iter().map(|mechanism| mechanism.id()).collect();
        format!("`{id}` is not a cause that can be planted: use one of {}", ids.join(", "))
    })
}

pub fn run(arguments: &SimulateArguments, context: &Context) -> Result<(), Failure> {
    if !(0.1..=100.0).contains(&arguments.odds_ratio) {
        return Err(Failure::WrongUsage(format!(
            "--odds-ratio: `{}` is not between 0.1 and 100",
            arguments.odds_ratio
        )));
    }
    super::export::new_folder(&arguments.folder)?;
    let end = context.as_of(&Profile::default());
    let mut written = 0;
    if let Some(runners) = arguments.population {
        let width = runners.to_string().len();
        for (number, member) in (1_u32..).zip(population::sample(runners, arguments.seed, end)) {
            let folder = arguments.folder.join(format!("runner-{number:0width$}"));
            written += write(&plan(&formed(member.scenario, arguments)), &folder)?;
        }
    } else {
        written = write(&plan(&scenario(arguments, end)), &arguments.folder)?;
    }
    if context.screen.is_json {
        return context.screen.json(&json!({
            "schema": 1, "as_of": end, "folder": arguments.folder, "files": written,
            "runners": arguments.population.unwrap_or(1),
        }));
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    let folder = arguments.folder.display();
    let files = counted(written, "file", "files");
    context.screen.print(&if arguments.population.is_some() {
        format!("Wrote {files} to `{folder}`, each runner's in a folder of its own.")
    } else {
        format!(
            "Wrote {files} to `{folder}`.\n\nNext: kneewise import {folder} --database sqlite:simulated.db"
        )
    })
}

fn scenario(arguments: &SimulateArguments, end: Date) -> Scenario {
    match arguments.runner {
        Some(Ready::Demo) => Scenario::demo(end),
        Some(Ready::TenYears) => Scenario::ten_years(end),
        None => {
            let mut scenario = Scenario::new(arguments.seed, end);
            if let Some(days) = arguments.days {
                scenario = scenario.with_days(days);
            }
            if let Some(mechanism) = arguments.cause {
                scenario = scenario.with_cause(Planted { mechanism, odds_ratio: arguments.odds_ratio });
            }
            formed(scenario, arguments)
        }
    }
}

fn formed(mut scenario: Scenario, arguments: &SimulateArguments) -> Scenario {
    scenario.format = arguments.format.into();
    if arguments.export {
        scenario.layout = Layout::Export;
    }
    scenario
}

/// Writes all files of a life, on all cores; returns how many.
pub fn write(life: &Life, folder: &Path) -> Result<u32, Failure> {
    let count = life.file_count();
    let folders: std::collections::BTreeSet<PathBuf> = (0..count)
        .filter_map(|at| life.path(at))
        .filter_map(|path| folder.join(path).parent().map(Path::to_path_buf))
        .collect();
    for folder in folders.iter().map(PathBuf::as_path).chain([folder]) {
        std::fs::create_dir_all(folder).map_err(|error| Failure::io("make the folder", folder, &error))?;
    }
    (0..count).into_par_iter().try_for_each(|at| match life.file(at) {
        Some(file) => super::export::write_file(&folder.join(file.path), &file.bytes),
        None => Ok(()),
    })?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
