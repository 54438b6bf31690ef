//! The runs of a schedule of more steps, with what each kept and how the knee took it.

use crate::documents::gait_plan::Done;
use kneewise_analyse::gait::offer::Offer;
use kneewise_analyse::gait::share_kept;
use kneewise_store::{Store, StoreError};
use kneewise_types::assessment::Light;
use kneewise_types::{Activity, Date, History};

/// The runs from the first day to the day asked, at most as many as the schedule has.
pub fn runs_since(
    store: &mut Store,
    history: &History,
    offer: &Offer,
    (from, as_of): (Date, Date),
) -> Result<Vec<Done>, StoreError> {
    let lights = kneewise_analyse::run_lights(history, as_of);
    let light_of = |date: Date| lights.iter().find(|run| run.date == date).map(|run| run.light);
    let is_one = |run: &&Activity| run.sport.is_running() && (from..=as_of).contains(&run.local_date);
    let mut runs: Vec<&Activity> = history.activities.iter().filter(is_one).collect();
    runs.sort_by(|a, b| (a.local_date, &a.id).cmp(&(b.local_date, &b.id)));
    let mut done = Vec::new();
    for (run, planned) in runs.into_iter().zip(&offer.schedule.runs) {
        let kept = store.get_activity(&run.id.0)?;
        let share =
            kept.and_then(|kept| share_kept(&kept.activity, &kept.samples, &offer.preferred, planned));
        let light = light_of(run.local_date).unwrap_or(Light::Provisional);
        done.push((run.id.clone(), run.local_date, share, light));
    }
    Ok(done)
}
