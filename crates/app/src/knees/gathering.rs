//! The activities of some days with their knee loads, and their cells alone for what-ifs.

use super::{Habits, Knees};
use kneewise_analyse::knee::modifiers::Carriage;
use kneewise_analyse::knee::{
    Bins, Cells, KneeActivity, NoKneeLoad, PreferredCadence, digest_bins, kept_activity,
};
use kneewise_types::{Activity, ActivityId, Date, History};
use rayon::prelude::*;

/// Every activity of the days asked, against the runner's own step rate where that can be told.
#[derive(Debug)]
pub struct Gathered<'a> {
    pub knees: Vec<KneeActivity>,
    /// Those without a knee load, and why.
    pub without: Vec<(&'a Activity, NoKneeLoad)>,
    pub preferred: PreferredCadence,
}

/// An activity reduced to what another way of running can be asked of.
#[derive(Debug, Clone)]
pub struct Celled {
    pub id: ActivityId,
    pub date: Date,
    pub bins: Bins,
    pub is_grade_known: bool,
    pub carriage: Carriage,
}

impl Celled {
    #[must_use]
    pub const fn cells(&self) -> Cells<'_> {
        Cells { bins: &self.bins, is_grade_known: self.is_grade_known, carriage: self.carriage }
    }
}

impl Knees {
    /// Knee loads from a day on, up to another.
    #[must_use]
    pub fn gather<'a>(&self, history: &'a History, (from, as_of): (Date, Date)) -> Gathered<'a> {
        let habits = Habits::new(history, &self.gaits(history, as_of), as_of);
        let days = from..=as_of;
        let chosen = history.activities.iter().filter(|activity| days.contains(&activity.local_date));
        let told: Vec<_> =
            chosen.filter_map(|activity| Some((activity, self.outcome(&activity.id)?.as_ref()))).collect();
        let without = told.iter().filter_map(|(activity, outcome)| Some((*activity, *outcome.err()?)));
        let knees = told.par_iter().filter_map(|(activity, outcome)| {
            Some(kept_activity(activity, outcome.ok()?, &habits.runner(history, activity)))
        });
        Gathered { knees: knees.collect(), without: without.collect(), preferred: habits.preferred }
    }

    /// The cells of what was run up to a day, oldest first.
    #[must_use]
    pub fn celled(&self, history: &History, habits: &Habits, as_of: Date) -> Vec<Celled> {
        let known = history.activities.iter().filter(|activity| activity.local_date <= as_of);
        let mut celled: Vec<Celled> = known
            .filter_map(|activity| {
                let digest = self.outcome(&activity.id)?.as_ref().ok()?;
                Some(Celled {
                    id: activity.id.clone(),
                    date: activity.local_date,
                    bins: digest_bins(digest),
                    is_grade_known: digest.is_grade_known,
                    carriage: habits.runner(history, activity).carriage,
                })
            })
            .collect();
        celled.sort_by_key(|run| run.date);
        celled
    }
}
