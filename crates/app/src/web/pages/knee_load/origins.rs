//! Which ground, which speed and which runs made the load.

use crate::web::server::Desk;
use crate::words::numbers::{METRES_PER_MILE, capital, per_cent};
use crate::words::outings;
use crate::words::pages::knee_load::KneeLoad as Texts;
use kneewise_analyse::knee::{Cells, Origin as Share, PreferredCadence, origins as asked};
use kneewise_types::{Activity, Date, KneeSummary, Seconds, UnitSystem};

/// Runs that are named.
const RUNS: usize = 6;

/// One kind of running with its shares.
pub struct Origin {
    pub name: String,
    pub way: String,
    pub load: String,
    pub damage: String,
    /// More of the damage than of the way, whatever the exponent.
    pub is_heavy: bool,
}

/// One run that asked much.
pub struct Heavy {
    pub address: String,
    pub name: String,
    pub day: String,
    pub length: String,
    pub load: String,
    pub damage: String,
}

/// Kinds of running, and what must be said of the ground.
pub fn origins(
    desk: &Desk<'_>,
    cells: &[Cells<'_>],
    preferred: &PreferredCadence,
) -> (Vec<Origin>, Option<String>) {
    let Some(told) = asked(cells, preferred) else { return (Vec::new(), None) };
    let row = |name: String, share: &Share| Origin {
        name,
        way: per_cent(share.distance_share),
        load: per_cent(share.impulse_share),
        damage: per_cent(share.damage_share.m6),
        is_heavy: share.is_heavier(),
    };
    let mut rows = Vec::new();
    if let Some(ground) = &told.ground {
        let kinds = [
            (Texts.descent(), &ground.descent),
            (Texts.level(), &ground.level),
            (Texts.climb(), &ground.climb),
        ];
        let met = kinds.into_iter().filter(|(_, share)| share.distance_share >= 0.005);
        rows.extend(met.map(|(name, share)| row(name.to_owned(), share)));
    }
    let (unit_m, unit) = match desk.units() {
        UnitSystem::Metric => (1000.0, "km"),
        UnitSystem::Imperial => (METRES_PER_MILE, "mile"),
    };
    if let Ok(seconds) = Seconds::new(unit_m / told.fast_from_mps.max(0.1)) {
        rows.push(row(Texts.fast(&outings::clock(seconds), unit), &told.fast));
    }
    let note = match &told.ground {
        Some(_) => Texts.grade_known(&per_cent(told.grade_known_share)),
        None => Texts.no_grade().to_owned(),
    };
    (rows, Some(note))
}

/// The runs from a day on that asked most, by damage.
pub fn heavy(desk: &Desk<'_>, since: Date) -> Vec<Heavy> {
    let damage = |run: &KneeSummary| run.dose.patellofemoral.damage_steps.m6;
    let load = |run: &KneeSummary| run.dose.patellofemoral.impulse_bw_s;
    let mut runs: Vec<&KneeSummary> =
        desk.history().knee.iter().filter(|run| run.local_date >= since).collect();
    let all_damage: f64 = runs.iter().map(|run| damage(run)).sum();
    let all_load: f64 = runs.iter().map(|run| load(run)).sum();
    if all_damage <= 0.0 || all_load <= 0.0 {
        return Vec::new();
    }
    runs.sort_by(|a, b| damage(b).total_cmp(&damage(a)).then_with(|| a.activity.cmp(&b.activity)));
    let known = |run: &KneeSummary| desk.history().activities.iter().find(|one| one.id == run.activity);
    runs.into_iter()
        .take(RUNS)
        .filter_map(|run| {
            let activity: &Activity = known(run)?;
            Some(Heavy {
                address: format!("/runs/{}", activity.id.0),
                name: activity.title.clone().unwrap_or_else(|| capital(&outings::sport(activity.sport))),
                day: desk.voice().day(run.local_date),
                length: desk.voice().distance(run.dose.distance_m),
                load: per_cent(load(run) / all_load),
                damage: per_cent(damage(run) / all_damage),
            })
        })
        .collect()
}
