//! What every command needs: the database, the day, the units, the screen.

use super::arguments::Global;
use super::failure::{Failure, io_reason};
use super::screen::Screen;
use crate::knees::{Knees, Telling};
use crate::why::Style;
use kneewise_store::{DatabaseUrl, Store};
use kneewise_types::{Date, History, Profile, Timestamp, UnitSystem};
use std::path::PathBuf;

/// The options of one call.
#[derive(Debug)]
pub struct Context {
    global: Global,
    pub screen: Screen,
}

impl Context {
    pub fn new(global: Global) -> Self {
        Self { screen: Screen::new(&global), global }
    }

    /// Where the database is; the folder of the default place is made when it is missing.
    pub fn url(&self) -> Result<DatabaseUrl, Failure> {
        if let Some(text) = &self.global.database {
            return text.parse().map_err(|error| Failure::WrongUsage(format!("--database: {error}")));
        }
        let path = default_path()?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                Failure::CannotDo(format!(
                    "cannot make the folder `{}`: {}; choose another place with --database sqlite:PATH",
                    folder.display(),
                    io_reason(&error)
                ))
            })?;
        }
        Ok(DatabaseUrl::file(&path))
    }

    /// The database, made when there is none, up to date with the formulas of this version.
    pub fn store(&self) -> Result<Store, Failure> {
        let mut store = Store::open(&self.url()?)?;
        crate::importing::refresh_digests(&mut store)?;
        Ok(store)
    }

    /// Everything known on the day to answer for, the knee's doses too.
    pub fn history(&self, store: &mut Store) -> Result<(History, Date), Failure> {
        let mut history = store.history()?;
        let as_of = self.as_of(&history.profile);
        self.add_knees(&mut history, store, as_of)?;
        Ok((history, as_of))
    }

    /// Fills what each activity asked of the knee into a history.
    pub fn add_knees(&self, history: &mut History, store: &mut Store, as_of: Date) -> Result<(), Failure> {
        let note = |line: &str| self.screen.note(line);
        let telling = Telling { has_progress: self.screen.has_progress, note: &note };
        Ok(crate::knees::add_to(history, store, as_of, &telling)?)
    }

    /// What every activity asked of the knee, whatever the day.
    pub fn knees(&self, store: &mut Store, history: &History) -> Result<Knees, Failure> {
        let note = |line: &str| self.screen.note(line);
        let telling = Telling { has_progress: self.screen.has_progress, note: &note };
        Ok(Knees::read(store, history, &telling)?)
    }

    /// The day to answer for: the one asked, else today where the runner lives.
    pub fn as_of(&self, profile: &Profile) -> Date {
        self.global.as_of.unwrap_or_else(|| today(profile))
    }

    /// The day that was asked for, if one was.
    pub const fn asked_day(&self) -> Option<Date> {
        self.global.as_of
    }

    /// The units that were asked for, if any were.
    pub fn asked_units(&self) -> Option<UnitSystem> {
        self.global.units.map(UnitSystem::from)
    }

    /// Kilometres or miles.
    pub fn units(&self, profile: &Profile) -> UnitSystem {
        self.global.units.map(UnitSystem::from).or(profile.units).unwrap_or_default()
    }

    /// How the main answer may look.
    pub fn style(&self, profile: &Profile) -> Style {
        Style {
            width: self.screen.width,
            color: self.screen.has_color,
            bars: self.screen.has_bars,
            units: self.units(profile),
        }
    }
}

fn default_path() -> Result<PathBuf, Failure> {
    directories::ProjectDirs::from("", "", "kneewise")
        .map(|folders| folders.data_dir().join("kneewise.db"))
        .ok_or_else(|| {
            Failure::CannotDo("no home folder is known: say where with --database sqlite:PATH".to_owned())
        })
}

/// Now; only the app has a clock.
#[expect(clippy::disallowed_methods, reason = "only the app has a clock")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today where the runner lives, else where the computer believes to be.
#[expect(
    clippy::disallowed_methods,
    reason = "without a profile the computer's zone is the best guess of the runner's"
)]
pub fn today(profile: &Profile) -> Date {
    let home = profile.time_zone.as_deref().and_then(|name| jiff::tz::TimeZone::get(name).ok());
    home.unwrap_or_else(jiff::tz::TimeZone::system).to_datetime(now()).date()
}
