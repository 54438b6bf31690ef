//! The files of a life, each made on its own when asked for, so that a caller may make them in parallel.

use crate::life::{Life, plan};
use crate::outing::Outing;
use crate::scenario::{Format, Layout, Scenario};
use crate::trace::Trace;
use crate::truth::Truth;
use crate::write;
use flate2::Compression;
use flate2::write::GzEncoder;
use kneewise_types::Shoe;
use std::io::Write;

/// One file of a simulated runner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedFile {
    /// Relative, with `/` between folders.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// All files at once, and the truth.
#[derive(Debug, Clone)]
pub struct Simulated {
    pub files: Vec<SimulatedFile>,
    pub truth: Truth,
}

/// Plans a life and makes all its files. For long lives rather make them one by one from [`plan`].
#[must_use]
pub fn simulate(scenario: &Scenario) -> Simulated {
    let life = plan(scenario);
    let files = (0..life.file_count()).filter_map(|index| life.file(index)).collect();
    Simulated { files, truth: life.truth().clone() }
}

/// Files besides the activities, in the order in which they are handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Log {
    Table,
    Sessions,
    Diary,
    Screen,
    Wellness,
    Shoes,
    Tests,
    Strength,
    Profile,
    Truth,
}

impl Log {
    const fn path(self) -> &'static str {
        match self {
            Self::Table => "activities.csv",
            Self::Sessions => "sessions.csv",
            Self::Diary => "diary.csv",
            Self::Screen => "screen.csv",
            Self::Wellness => "wellness.csv",
            Self::Shoes => "shoes.csv",
            Self::Tests => "tests.csv",
            Self::Strength => "strength.csv",
            Self::Profile => "profile.toml",
            Self::Truth => "truth.json",
        }
    }
}

impl Life {
    /// Every outing, recorded or not, in order.
    #[must_use]
    pub fn outings(&self) -> &[Outing] {
        &self.outings
    }

    /// What really happened.
    #[must_use]
    pub const fn truth(&self) -> &Truth {
        &self.truth
    }

    /// How many files this life has; the last is `truth.json`, which is not for import.
    #[must_use]
    pub fn file_count(&self) -> usize {
        self.recorded().count() + self.logs().len()
    }

    /// Path of a file, relative to the runner's folder.
    #[must_use]
    pub fn path(&self, index: usize) -> Option<String> {
        if let Some(outing) = self.recorded().nth(index) {
            return Some(self.activity_path(outing));
        }
        self.log(index).map(|log| log.path().to_owned())
    }

    /// A file with its bytes. Independent of every other file.
    #[must_use]
    pub fn file(&self, index: usize) -> Option<SimulatedFile> {
        let path = self.path(index)?;
        let bytes = match self.recorded().nth(index) {
            Some(outing) => self.activity_bytes(outing),
            None => self.log_bytes(self.log(index)?),
        };
        Some(SimulatedFile { path, bytes })
    }

    /// An outing as FIT; `None` when it has no distance.
    #[must_use]
    pub fn fit(&self, outing: usize) -> Option<Vec<u8>> {
        let outing = self.outings.get(outing)?;
        outing.distance_m?;
        Some(write::fit::fit(outing, &self.trace(outing)))
    }

    /// The same outing as TCX.
    #[must_use]
    pub fn tcx(&self, outing: usize) -> Option<Vec<u8>> {
        let outing = self.outings.get(outing)?;
        outing.distance_m?;
        Some(write::tcx::tcx(outing, &self.trace(outing)).into_bytes())
    }

    /// The same outing as GPX; `None` also without positions.
    #[must_use]
    pub fn gpx(&self, outing: usize) -> Option<Vec<u8>> {
        let outing = self.outings.get(outing)?;
        write::gpx::gpx(outing, &self.trace(outing)).map(String::into_bytes)
    }

    fn trace(&self, outing: &Outing) -> Trace {
        Trace::of(outing, &self.scenario.home)
    }

    /// Outings that left a file.
    fn recorded(&self) -> impl Iterator<Item = &Outing> {
        self.outings.iter().filter(|outing| outing.is_recorded && outing.distance_m.is_some())
    }

    fn logs(&self) -> Vec<Log> {
        let mut logs = vec![
            Log::Sessions,
            Log::Diary,
            Log::Screen,
            Log::Wellness,
            Log::Shoes,
            Log::Tests,
            Log::Strength,
            Log::Profile,
            Log::Truth,
        ];
        if self.scenario.layout != Layout::Watch {
            logs.insert(0, Log::Table);
        }
        logs
    }

    fn log(&self, index: usize) -> Option<Log> {
        self.logs().get(index.checked_sub(self.recorded().count())?).copied()
    }

    fn log_bytes(&self, log: Log) -> Vec<u8> {
        match log {
            Log::Table => write::export::table(self),
            Log::Sessions => write::csv::sessions(self),
            Log::Diary => write::csv::diary(self),
            Log::Screen => write::csv::screen(self),
            Log::Wellness => write::csv::wellness(self),
            Log::Shoes => write::csv::shoes(self),
            Log::Tests => write::csv::tests(self),
            Log::Strength => write::csv::strength(self),
            Log::Profile => write::profile::profile(&self.profile).into_bytes(),
            Log::Truth => serde_json::to_vec_pretty(&self.truth).unwrap_or_default(),
        }
    }

    /// Where the file of an outing lies.
    pub(crate) fn activity_path(&self, outing: &Outing) -> String {
        let ending = match self.format_of(outing) {
            Format::Fit => "fit",
            Format::Tcx => "tcx",
            Format::Gpx => "gpx",
        };
        let compressed = if self.scenario.layout == Layout::Export { ".gz" } else { "" };
        format!("activities/{}.{ending}{compressed}", outing.stem())
    }

    /// An outing without positions cannot be GPX; it is TCX then.
    fn format_of(&self, outing: &Outing) -> Format {
        use kneewise_types::Sport::{Swim, TreadmillRun};
        match self.scenario.format {
            Format::Gpx if matches!(outing.sport, Swim | TreadmillRun) => Format::Tcx,
            format => format,
        }
    }

    fn activity_bytes(&self, outing: &Outing) -> Vec<u8> {
        let trace = self.trace(outing);
        let bytes = match self.format_of(outing) {
            Format::Fit => write::fit::fit(outing, &trace),
            Format::Tcx => write::tcx::tcx(outing, &trace).into_bytes(),
            Format::Gpx => write::gpx::gpx(outing, &trace).map(String::into_bytes).unwrap_or_default(),
        };
        if self.scenario.layout == Layout::Export { compressed(&bytes) } else { bytes }
    }

    /// The rack as the runner tells it.
    pub(crate) fn shoes_told(&self) -> Vec<Shoe> {
        let tells = self.scenario.circumstances.as_ref().is_none_or(|here| here.keeping.shoes.is_some());
        if tells { self.shoes.clone() } else { Vec::new() }
    }

    /// Name of the pair worn.
    pub(crate) fn shoe_of(&self, outing: &Outing) -> Option<&str> {
        let worn = outing.shoe.filter(|_| outing.is_shoe_named);
        worn.and_then(|index| self.shoes.get(index)).map(|shoe| shoe.name.as_str())
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::fast());
    // Memory does not refuse bytes; should it ever, the plain bytes are still a file.
    match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
        Ok(packed) => packed,
        Err(_) => bytes.to_vec(),
    }
}
