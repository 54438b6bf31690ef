//! What every activity asked of the knee: made once from its samples, kept, and asked again for each day.
//!
//! In: the store and a history. Out: the history with `knee` and `gait` filled, or whole activities for `knee` and `gait`.
//! Never: a sample read twice for the same model, or a half-kept batch: a stop between two batches loses nothing.

mod gathering;
mod making;

pub use gathering::{Celled, Gathered};
pub use making::is_same;

use kneewise_analyse::gait::gait_baseline;
use kneewise_analyse::knee::modifiers::Carriage;
use kneewise_analyse::knee::{KneeRunner, PreferredCadence, knee_summary};
use kneewise_store::{KneeOutcome, Store, StoreError};
use kneewise_types::{Activity, ActivityId, Date, GaitDigest, History};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fmt;

/// How to speak while making what is not kept yet.
pub struct Telling<'a> {
    /// A bar on the error stream.
    pub has_progress: bool,
    /// What is worth knowing and is not the answer.
    pub note: &'a dyn Fn(&str),
}

impl Telling<'_> {
    /// Not at all.
    pub const SILENT: Telling<'static> = Telling { has_progress: false, note: &|_| {} };
}

impl fmt::Debug for Telling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Telling").field("has_progress", &self.has_progress).finish_non_exhaustive()
    }
}

/// What is kept of every activity on foot, or why it has no knee load.
#[derive(Debug, Default)]
pub struct Knees {
    outcomes: HashMap<ActivityId, KneeOutcome>,
}

impl Knees {
    /// Reads what is kept and makes what is not yet.
    pub fn read(store: &mut Store, history: &History, telling: &Telling<'_>) -> Result<Self, StoreError> {
        let mut outcomes = store.knee_digests()?;
        making::make_missing(store, history, &mut outcomes, telling)?;
        Ok(Self { outcomes })
    }

    /// What one activity came to; `None` when it was not on foot.
    pub fn outcome(&self, id: &ActivityId) -> Option<&KneeOutcome> {
        self.outcomes.get(id)
    }

    /// Fills `history.knee` and `history.gait` with what was known on a day.
    pub fn fill(&self, history: &mut History, as_of: Date) {
        history.gait = self.gaits(history, as_of);
        let habits = Habits::new(history, &history.gait, as_of);
        history.knee = history
            .activities
            .par_iter()
            .filter(|activity| activity.local_date <= as_of)
            .filter_map(|activity| {
                let digest = self.outcome(&activity.id)?.as_ref().ok()?;
                let runner = habits.runner(history, activity);
                Some(knee_summary(activity, digest, &runner, &habits.population))
            })
            .collect();
    }

    /// The way of running of every run up to a day.
    pub fn gaits(&self, history: &History, as_of: Date) -> Vec<GaitDigest> {
        let known = history.activities.iter().filter(|activity| activity.local_date <= as_of);
        known.filter_map(|activity| self.outcome(&activity.id)?.as_ref().ok()?.gait.clone()).collect()
    }
}

/// Fills `history.knee` and `history.gait` with what was known on a day.
pub fn add_to(
    history: &mut History,
    store: &mut Store,
    as_of: Date,
    telling: &Telling<'_>,
) -> Result<(), StoreError> {
    Knees::read(store, history, telling)?.fill(history, as_of);
    Ok(())
}

/// The step rates that relative step rate is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    /// The runner's own where it can be told, else everybody's.
    pub preferred: PreferredCadence,
    /// Everybody's at the runner's height.
    pub population: PreferredCadence,
}

impl Habits {
    pub fn new(history: &History, gaits: &[GaitDigest], as_of: Date) -> Self {
        let population = PreferredCadence::of_height(history.profile.height_m);
        let own = gait_baseline(gaits, as_of, None).map(|baseline| baseline.preferred);
        Self { preferred: own.unwrap_or(population), population }
    }

    /// The runner as they ran one activity.
    pub fn runner(&self, history: &History, activity: &Activity) -> KneeRunner {
        KneeRunner { preferred: self.preferred, carriage: carriage(history, activity) }
    }
}

fn carriage(history: &History, activity: &Activity) -> Carriage {
    let name = |text: &str| text.trim().to_lowercase();
    let worn = activity.shoe.as_deref().map(name);
    let shoe = worn.and_then(|worn| history.shoes.iter().find(|shoe| worn == name(&shoe.name)));
    Carriage {
        shoe: shoe.and_then(|shoe| shoe.category),
        foot_strike: history.profile.foot_strike,
        carried_share: None,
    }
}
