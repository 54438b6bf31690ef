//! `knee show ID --json`, `knee day DATE --json` and the page of a run: what one activity asked of the kneecap joint, part by
//! part and along the way.

use super::SCHEMA;
use crate::words::numbers::METRES_PER_MILE;
use crate::words::{self, Voice, knee_where};
use kneewise_analyse::knee::picture::{Hardest, KneePicture, knee_picture};
use kneewise_analyse::knee::{
    KneePart, KneeQuality, KneeRunner, NoKneeLoad, PreferredCadence, StructureLoad,
};
use kneewise_types::{Activity, ActivityId, Date, Samples, UnitSystem};
use serde::Serialize;
use utoipa::ToSchema;

/// One activity.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeOfActivity)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub activity: RunShown,
}

/// The activities of one day and which part of which made most of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeOfDay)]
pub struct DayDocument {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// What made the day, in sentences.
    pub text: String,
    pub impulse_bw_s: f64,
    /// Damage index, m = 6.
    pub damage_steps: f64,
    /// The hardest first.
    pub activities: Vec<RunShown>,
}

/// What one activity asked, or why nobody can tell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeOfRun)]
pub struct RunShown {
    #[schema(value_type = String)]
    pub id: ActivityId,
    #[schema(value_type = String, format = Date)]
    pub local_date: Date,
    /// Where the knee worked hardest, or why that cannot be told.
    pub text: String,
    /// `not_on_foot`, `no_speed`, `no_steps`; null with a knee load.
    #[schema(value_type = Option<String>)]
    pub reason_without: Option<NoKneeLoad>,
    pub knee: Option<KneeShown>,
}

/// A knee load, one leg.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeShown)]
pub struct KneeShown {
    pub model_version: u32,
    pub distance_m: f64,
    pub running_s: f64,
    pub walking_s: f64,
    /// Step rate that counts as the habit, and whose it is.
    #[schema(value_type = Object)]
    pub preferred_cadence: PreferredCadence,
    /// Totals with their 10th to 90th percentile.
    #[schema(value_type = Object)]
    pub patellofemoral: StructureLoad,
    #[schema(value_type = Object)]
    pub patellar_tendon: StructureLoad,
    #[schema(value_type = Object)]
    pub tibiofemoral: StructureLoad,
    /// Length of a part: a kilometre or a mile.
    pub part_m: f64,
    pub parts: Vec<PartShown>,
    /// Empty when there is but one.
    pub laps: Vec<PartShown>,
    pub series: SeriesShown,
    #[schema(value_type = Option<Object>)]
    pub hardest: Option<Hardest>,
    /// What could not be known, each with its `kind`.
    #[schema(value_type = Vec<Object>)]
    pub quality: Vec<KneeQuality>,
}

/// A part or a lap, at the kneecap joint.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneePart)]
pub struct PartShown {
    pub from_s: f64,
    pub from_m: f64,
    pub distance_m: f64,
    pub time_s: f64,
    /// Mean grade; null when not known.
    pub grade: Option<f64>,
    /// Largest force of a running step.
    pub peak_bw: Option<f64>,
    pub impulse_bw_s: f64,
    /// Damage index, m = 6.
    pub damage_steps: f64,
    /// Of the activity, 0 to 1.
    pub impulse_share: f64,
    pub damage_share: f64,
}

/// Force on the kneecap joint along the way, as columns; a gap is null.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeSeries)]
pub struct SeriesShown {
    pub span_s: f64,
    pub at_s: Vec<f64>,
    pub at_m: Vec<f64>,
    pub force_bw: Vec<Option<f64>>,
    /// 10th to 90th percentile of the model.
    pub low_bw: Vec<Option<f64>>,
    pub high_bw: Vec<Option<f64>>,
}

/// One activity with its frame.
#[must_use]
pub fn document(activity: &Activity, samples: &Samples, runner: &KneeRunner, voice: &Voice) -> Document {
    Document { schema: SCHEMA, as_of: voice.as_of, activity: run(activity, samples, runner, voice) }
}

/// One activity.
#[must_use]
pub fn run(activity: &Activity, samples: &Samples, runner: &KneeRunner, voice: &Voice) -> RunShown {
    let (text, reason_without, knee) = match knee_picture(activity, samples, runner, part_m(voice.units)) {
        Ok(picture) => {
            let text = knee_where::hardest(voice, picture.hardest.as_ref());
            (text, None, Some(KneeShown::new(&picture, runner.preferred)))
        }
        Err(reason) => (knee_where::without(reason).to_owned(), Some(reason), None),
    };
    let (id, local_date) = (activity.id.clone(), activity.local_date);
    RunShown { id, local_date, text: words::plain(&text), reason_without, knee }
}

/// A day from its activities.
#[must_use]
pub fn day(date: Date, mut activities: Vec<RunShown>, voice: &Voice) -> DayDocument {
    let damage = |run: &RunShown| run.knee.as_ref().map_or(0.0, KneeShown::damage_steps);
    let impulse =
        |run: &RunShown| run.knee.as_ref().map_or(0.0, |knee| knee.patellofemoral.dose.impulse_bw_s);
    activities.sort_by(|a, b| damage(b).total_cmp(&damage(a)).then_with(|| a.id.cmp(&b.id)));
    // A sum of nothing is -0.
    let damage_steps = activities.iter().map(damage).sum::<f64>() + 0.0;
    let impulse_bw_s = activities.iter().map(impulse).sum::<f64>() + 0.0;
    let main = activities.first().and_then(|run| run.knee.as_ref()).filter(|_| damage_steps > 0.0);
    let text = match main {
        Some(knee) => {
            let share = knee.damage_steps() / damage_steps;
            knee_where::day(voice, date, (activities.len(), share), (knee.distance_m, knee.hardest.as_ref()))
        }
        None => knee_where::empty_day(voice, date),
    };
    let text = words::plain(&text);
    DayDocument { schema: SCHEMA, as_of: voice.as_of, date, text, impulse_bw_s, damage_steps, activities }
}

const fn part_m(units: UnitSystem) -> f64 {
    match units {
        UnitSystem::Metric => 1000.0,
        UnitSystem::Imperial => METRES_PER_MILE,
    }
}

impl KneeShown {
    fn new(picture: &KneePicture, preferred_cadence: PreferredCadence) -> Self {
        let load = &picture.knee.load;
        let parts = |parts: &[KneePart]| {
            parts.iter().map(|part| PartShown::new(part, &load.patellofemoral)).collect()
        };
        Self {
            model_version: load.model_version,
            distance_m: load.distance_m,
            running_s: load.running_s,
            walking_s: load.walking_s,
            preferred_cadence,
            patellofemoral: load.patellofemoral,
            patellar_tendon: load.patellar_tendon,
            tibiofemoral: load.tibiofemoral,
            part_m: picture.part_m,
            parts: parts(&load.kilometres),
            laps: parts(&load.laps),
            series: SeriesShown::new(picture),
            hardest: picture.hardest,
            quality: load.quality.clone(),
        }
    }

    fn damage_steps(&self) -> f64 {
        self.patellofemoral.dose.damage_steps.m6
    }
}

impl PartShown {
    fn new(part: &KneePart, whole: &StructureLoad) -> Self {
        let front = &part.dose.patellofemoral;
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        Self {
            from_s: part.from_s,
            from_m: part.from_m,
            distance_m: part.dose.distance_m,
            time_s: part.dose.running_s + part.dose.walking_s,
            grade: part.grade,
            peak_bw: front.peak_bw,
            impulse_bw_s: front.impulse_bw_s,
            damage_steps: front.damage_steps.m6,
            impulse_share: share(front.impulse_bw_s, whole.dose.impulse_bw_s),
            damage_share: share(front.damage_steps.m6, whole.dose.damage_steps.m6),
        }
    }
}

impl SeriesShown {
    fn new(picture: &KneePicture) -> Self {
        let front = &picture.knee.load.patellofemoral;
        let range = front.dose.peak_bw.zip(front.interval.peak_bw);
        let (low, high) = range.map_or((1.0, 1.0), |(peak, range)| (range.low / peak, range.high / peak));
        let forces = |factor: f64| {
            picture.series.iter().map(|point| point.force_bw.map(|bw| rounded(bw * factor))).collect()
        };
        Self {
            span_s: picture.span_s,
            at_s: picture.series.iter().map(|point| point.at_s).collect(),
            at_m: picture.series.iter().map(|point| rounded(point.at_m)).collect(),
            force_bw: forces(1.0),
            low_bw: forces(low),
            high_bw: forces(high),
        }
    }
}

/// To a thousandth: more is noise on the wire.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
