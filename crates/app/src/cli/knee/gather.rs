//! Reads the samples of some days and asks the knee model about each activity, a few at a time.

use crate::cli::failure::Failure;
use kneewise_analyse::gait::{GaitDigest, gait_baseline, gait_digest};
use kneewise_analyse::knee::modifiers::Carriage;
use kneewise_analyse::knee::{KneeActivity, KneeRunner, NoKneeLoad, PreferredCadence, knee_activity};
use kneewise_store::Store;
use kneewise_types::{Activity, Date, History, Samples};
use rayon::prelude::*;

/// Activities whose samples are in memory at once.
const AT_ONCE: usize = 32;

/// Days before the day asked whose runs can tell the runner's own step rate.
const BASELINE_DAYS: i64 = 118;

/// Every activity of the days asked.
pub struct Gathered {
    pub knees: Vec<KneeActivity>,
    /// Those without a knee load, and why.
    pub without: Vec<(Activity, NoKneeLoad)>,
    pub preferred: PreferredCadence,
}

/// Knee loads from a day on, against the runner's own step rate where that can be told.
pub fn gather(store: &mut Store, history: &History, from: Date, as_of: Date) -> Result<Gathered, Failure> {
    let preferred = preferred(store, history, as_of)?;
    let chosen: Vec<&Activity> =
        history.activities.iter().filter(|activity| (from..=as_of).contains(&activity.local_date)).collect();
    let mut gathered = Gathered { knees: Vec::new(), without: Vec::new(), preferred };
    for some in chosen.chunks(AT_ONCE) {
        let read = read(store, some)?;
        let answers: Vec<_> = read
            .par_iter()
            .map(|(activity, samples)| {
                let runner = KneeRunner { preferred, carriage: carriage(history, activity) };
                knee_activity(activity, samples, &runner)
            })
            .collect();
        for ((activity, _), answer) in read.into_iter().zip(answers) {
            match answer {
                Ok(knee) => gathered.knees.push(knee),
                Err(NoKneeLoad::NotOnFoot) => {}
                Err(reason) => gathered.without.push((activity, reason)),
            }
        }
    }
    Ok(gathered)
}

fn preferred(store: &mut Store, history: &History, as_of: Date) -> Result<PreferredCadence, Failure> {
    let first_day = as_of.saturating_sub(jiff::Span::new().days(BASELINE_DAYS));
    let runs = || history.activities.iter().filter(|a| a.sport.is_running() && a.local_date <= as_of);
    // The first run of all tells how long the history is.
    let first = runs().min_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    let recent = runs().filter(|a| a.local_date >= first_day && first.is_none_or(|first| first.id != a.id));
    let chosen: Vec<&Activity> = first.into_iter().chain(recent).collect();
    let mut digests: Vec<GaitDigest> = Vec::new();
    for some in chosen.chunks(AT_ONCE) {
        let read = read(store, some)?;
        digests.par_extend(read.par_iter().filter_map(|(activity, samples)| gait_digest(activity, samples)));
    }
    let own = gait_baseline(&digests, as_of, None).map(|baseline| baseline.preferred);
    Ok(own.unwrap_or_else(|| PreferredCadence::of_height(history.profile.height_m)))
}

fn read(store: &mut Store, activities: &[&Activity]) -> Result<Vec<(Activity, Samples)>, Failure> {
    let mut all = Vec::with_capacity(activities.len());
    for activity in activities {
        if let Some(kept) = store.get_activity(&activity.id.0)? {
            all.push((kept.activity, kept.samples));
        }
    }
    Ok(all)
}

fn carriage(history: &History, activity: &Activity) -> Carriage {
    let worn = activity.shoe.as_deref().map(|name| name.trim().to_lowercase());
    let shoe = history
        .shoes
        .iter()
        .find(|shoe| worn.as_ref().is_some_and(|w| *w == shoe.name.trim().to_lowercase()));
    Carriage {
        shoe: shoe.and_then(|shoe| shoe.category),
        foot_strike: history.profile.foot_strike,
        carried_share: None,
    }
}
