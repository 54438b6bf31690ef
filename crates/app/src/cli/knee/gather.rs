//! Every activity of the days asked, with its knee load.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::knees::Habits;
use kneewise_analyse::knee::{KneeActivity, NoKneeLoad, PreferredCadence, kept_activity};
use kneewise_store::Store;
use kneewise_types::{Activity, Date, History};
use rayon::prelude::*;

/// Every activity of the days asked.
pub struct Gathered {
    pub knees: Vec<KneeActivity>,
    /// Those without a knee load, and why.
    pub without: Vec<(Activity, NoKneeLoad)>,
    pub preferred: PreferredCadence,
}

/// Knee loads from a day on, against the runner's own step rate where that can be told.
pub fn gather(
    store: &mut Store,
    history: &History,
    (from, as_of): (Date, Date),
    context: &Context,
) -> Result<Gathered, Failure> {
    let knees = context.knees(store, history)?;
    let habits = Habits::new(history, &knees.gaits(history, as_of), as_of);
    let chosen: Vec<&Activity> =
        history.activities.iter().filter(|activity| (from..=as_of).contains(&activity.local_date)).collect();
    let told: Vec<_> = chosen
        .into_iter()
        .filter_map(|activity| Some((activity, knees.outcome(&activity.id)?.as_ref())))
        .collect();
    let without = told.iter().filter_map(|(activity, outcome)| Some(((*activity).clone(), *outcome.err()?)));
    let knees = told.par_iter().filter_map(|(activity, outcome)| {
        Some(kept_activity(activity, outcome.ok()?, &habits.runner(history, activity)))
    });
    let gathered =
        Gathered { knees: knees.collect(), without: without.collect(), preferred: habits.preferred };
    Ok(gathered)
}
