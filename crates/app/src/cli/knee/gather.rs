//! Every activity of the days asked, with its knee load.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::knees::{Habits, Knees};
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
    let knees = Knees::read(store, history, &context.screen)?;
    let habits = Habits::new(history, &knees.gaits(history, as_of), as_of);
    let chosen: Vec<&Activity> =
        history.activities.iter().filter(|activity| (from..=as_of).contains(&activity.local_date)).collect();
    let answers: Vec<_> = chosen
        .par_iter()
        .filter_map(|activity| Some((*activity, knees.outcome(&activity.id)?)))
        .map(|(activity, outcome)| match outcome {
            Ok(digest) => Ok(kept_activity(activity, digest, &habits.runner(history, activity))),
            Err(reason) => Err((activity.clone(), *reason)),
        })
        .collect();
    let mut gathered = Gathered { knees: Vec::new(), without: Vec::new(), preferred: habits.preferred };
    for answer in answers {
        match answer {
            Ok(knee) => gathered.knees.push(knee),
            Err(without) => gathered.without.push(without),
        }
    }
    Ok(gathered)
}
