//! Another way of running, as an address asks for it, and the runs that it is asked of: what a what-if needs, kept with the
//! answer of the day.

use super::server::Desk;
use super::trouble::Trouble;
use crate::documents::{knee, wire};
use crate::knees::{Celled, Habits};
use kneewise_analyse::knee::{Cells, Change, PreferredCadence, WhatIf, what_if};
use kneewise_types::Date;
use kneewise_types::shoe::ShoeCategory;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Another way of running; what is absent or 0 stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OtherWay {
    /// The runs from this day on; the last eight weeks when absent
    #[param(value_type = Option<String>, format = Date)]
    pub since: Option<Date>,
    /// More or fewer steps a minute at the same speed, percent
    #[param(minimum = -20, maximum = 25)]
    pub cadence_percent: Option<f64>,
    /// Faster or slower over the same distance, percent
    #[param(minimum = -50, maximum = 50)]
    pub speed_percent: Option<f64>,
    /// No descent steeper than this, percent: level ground instead
    #[param(minimum = 0, maximum = 20)]
    pub steepest_descent_percent: Option<f64>,
    /// More or less mass, percent
    #[param(minimum = -50, maximum = 50)]
    pub mass_percent: Option<f64>,
    /// Every run in such a shoe
    #[param(inline, value_type = Option<wire::ShoeCategory>)]
    pub shoe: Option<ShoeCategory>,
}

impl OtherWay {
    /// As the model takes it, when the model can answer for it.
    pub fn change(&self) -> Result<Change, Trouble> {
        let factor = |percent: Option<f64>| {
            percent.filter(|percent| *percent != 0.0).map(|percent| 1.0 + percent / 100.0)
        };
        let change = Change {
            cadence_factor: factor(self.cadence_percent),
            speed_factor: factor(self.speed_percent),
            steepest_descent: self.steepest_descent_percent.map(|percent| percent / 100.0),
            mass_factor: factor(self.mass_percent),
            shoe: self.shoe,
        };
        change.check().map_err(|error| Trouble::invalid(error.to_string()))?;
        Ok(change)
    }
}

/// Every run up to the day, in cells, and the step rate that counts as the habit.
#[derive(Debug)]
pub struct Runs {
    pub celled: Vec<Celled>,
    pub preferred: PreferredCadence,
}

impl Runs {
    /// The runs up to the day of a desk: laid out once.
    pub fn of(desk: &Desk<'_>) -> Result<Arc<Self>, Trouble> {
        desk.snapshot.derive("what-if cells", || {
            let history = desk.history();
            let habits = Habits::new(history, &history.gait, desk.as_of());
            let celled = desk.snapshot.kept.knees.celled(history, &habits, desk.as_of());
            Ok(Self { celled, preferred: habits.preferred })
        })
    }

    /// Those from a day on.
    #[must_use]
    pub fn since(&self, day: Date) -> &[Celled] {
        self.celled.get(self.celled.partition_point(|run| run.date < day)..).unwrap_or_default()
    }

    /// Mean step rate of the running from a day on; `None` when it was hardly ever recorded.
    #[must_use]
    pub fn usual_cadence(&self, since: Date) -> Option<f64> {
        let bins = || self.since(since).iter().flat_map(|run| &run.bins.running);
        let told = bins().filter_map(|bin| Some((bin.seconds, bin.cadence_spm?)));
        let (seconds, steps) =
            told.fold((0.0, 0.0), |(s, steps), (seconds, spm)| (s + seconds, steps + seconds * spm));
        let all: f64 = bins().map(|bin| bin.seconds).sum();
        (seconds > 0.5 * all).then(|| steps / seconds)
    }

    /// What a change would have done to those from a day on.
    #[must_use]
    pub fn ask(&self, since: Date, change: &Change) -> Option<WhatIf> {
        let cells: Vec<Cells<'_>> = self.since(since).iter().map(Celled::cells).collect();
        what_if(&cells, &self.preferred, change)
    }
}

/// First day of the runs that are asked.
#[must_use]
pub fn since(asked: &OtherWay, as_of: Date) -> Date {
    asked.since.unwrap_or_else(|| knee::since(as_of))
}
