//! The page in a real browser: every page opens without an error and without a request to others, can be used with the
//! keyboard alone, and axe-core finds nothing wrong with it, on a desktop and on a phone, light and dark.

mod chart;
mod check;
mod chromium;
mod diary;
mod experiments;
mod import;
mod keyboard;
mod notes;
mod offline;
pub mod pages;
mod pictures;
mod report;
mod run;
mod settings;
mod tab;
mod what_if;

use crate::program::Place;
use crate::serving::Served;
use std::sync::OnceLock;

pub use tab::{DESKTOP, PHONE, SMALL_PHONE, Screen, Tab};

/// A server on a database of its own.
pub struct Site {
    pub place: Place,
    pub served: Served,
}

impl Site {
    /// With nothing in it.
    pub fn empty() -> Self {
        Self::of(None)
    }

    /// With the runner of `kneewise demo`.
    pub fn demo() -> Self {
        static DEMO: OnceLock<Vec<u8>> = OnceLock::new();
        Self::of(Some(DEMO.get_or_init(|| made(&["--runner", "demo"], "files"))))
    }

    /// With ten years of a watch's files.
    pub fn ten_years() -> Self {
        static YEARS: OnceLock<Vec<u8>> = OnceLock::new();
        Self::of(Some(YEARS.get_or_init(|| made(&["--days", "3650", "--seed", "4"], "files"))))
    }

    fn of(database: Option<&Vec<u8>>) -> Self {
        let place = Place::new();
        if let Some(bytes) = database {
            std::fs::write(place.join("runs.db"), bytes).unwrap();
        }
        let served = Served::start(&place);
        Self { place, served }
    }

    /// A tab on it; none where no browser is.
    pub fn tab(&self) -> Option<Tab> {
        Tab::open(&self.served.origin())
    }
}

/// The database of a simulated runner.
fn made(options: &[&str], folder: &str) -> Vec<u8> {
    let place = Place::new();
    place.simulate(folder, options);
    place.done(&["import", folder]);
    place.done(&["why"]);
    std::fs::read(place.join("runs.db")).unwrap()
}
