//! One activity as a picture: force along the way, its kilometres or miles and its laps, and where the knee worked hardest.
//!
//! What: mean peak force of the steps of short equal spans of time, at most [`MOST_POINTS`] of them; dose of each part; the
//!   part that did most a metre.
//! Formula: force = sum of forces / steps of the span; hardest = most damage (m = 6) a metre among parts of at least half a
//!   length; the likely reason = the largest of the factors of D2 (speed, step rate, hill) against the whole activity.
//! Units: BW, s, m, shares 0 to 1.
//! Source: load text D2, D3 (`rule`, and the keys of the parameters).
//! Grade: D.
//! Limits: the kneecap joint; the range is the model's 10th to 90th percentile of the peak, one factor for all spans.
//! Says nothing: of spans without a running step; of the hardest part when there are not two to compare, when damage
//!   exponents do not agree on it, or when it did less than a quarter more a metre than the whole [choice].

use super::activity::{Laid, lay_out_knee};
use super::dose::KneeDose;
use super::kernel::Model;
use super::knee_load::{KneeActivity, KneePart, KneeRunner, NoKneeLoad};
use super::outing::Outing;
use super::parameters::PATELLOFEMORAL;
use super::preferred_cadence::PreferredCadence;
use super::stretch::Stretch;
use crate::load::motion::Motion;
use kneewise_types::{Activity, Evidence, Grade, Samples};
use serde::{Deserialize, Serialize};

/// Where it comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Points of the series at most.
pub const MOST_POINTS: u32 = 600;

/// Shorter spans show the noise of watches.
const SHORTEST_SPAN_S: u32 = 5;

/// A factor below this explains nothing.
const NOTABLE: f64 = 1.02;
/// Damage a metre over that of the whole, for a part to be named [choice].
const STANDS_OUT: f64 = 1.25;

/// Force over one span of time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ForcePoint {
    /// Middle of the span, from the start of the activity.
    pub at_s: f64,
    pub at_m: f64,
    /// Mean over the steps of the span; `None` where nothing was run.
    pub force_bw: Option<f64>,
}

/// What made a part harder than the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HardBy {
    Downhill,
    Uphill,
    Speed,
    FewerSteps,
}

/// The part that did most a metre.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Hardest {
    pub from_s: f64,
    pub from_m: f64,
    pub distance_m: f64,
    /// Of the whole activity's damage (m = 6) and distance.
    pub damage_share: f64,
    pub distance_share: f64,
    pub grade: Option<f64>,
    pub speed_mps: f64,
    /// The largest factor, where one stands out.
    pub by: Option<HardBy>,
}

/// An activity as a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KneePicture {
    /// Totals and laps; `kilometres` are the parts.
    pub knee: KneeActivity,
    pub part_m: f64,
    pub span_s: f64,
    pub series: Vec<ForcePoint>,
    pub hardest: Option<Hardest>,
}

/// The picture of one activity in parts of a length, or why nobody can tell.
pub fn knee_picture(
    activity: &Activity,
    samples: &Samples,
    runner: &KneeRunner,
    part_m: f64,
) -> Result<KneePicture, NoKneeLoad> {
    let Laid { knee, outing } = lay_out_knee(activity, samples, runner, part_m)?;
    let (span_s, series) = series(&outing, &runner.model());
    let hardest = hardest(&knee, part_m, &runner.preferred);
    Ok(KneePicture { knee, part_m, span_s, series, hardest })
}

fn series(outing: &Outing, model: &Model) -> (f64, Vec<ForcePoint>) {
    let Some(trace) = outing.trace() else { return (0.0, Vec::new()) };
    let last_s = trace.seconds.last().map_or(0, |second| second.at_s);
    let span = (last_s / MOST_POINTS + 1).max(SHORTEST_SPAN_S);
    let mut points = Vec::new();
    let mut rows = trace.seconds.iter().zip(&trace.grades).peekable();
    let mut stretch = Stretch::with_capacity(64);
    let mut at_m = 0.0;
    for start in (0..=last_s).step_by(usize::try_from(span).unwrap_or(1)) {
        stretch.clear();
        while let Some((second, grade)) = rows.next_if(|(second, _)| second.at_s < start + span) {
            at_m = second.distance_m;
            if second.motion == Motion::Running {
                outing.sort(&mut stretch, second, *grade);
            }
        }
        points.push(ForcePoint {
            at_s: f64::from(start) + f64::from(span) / 2.0,
            at_m,
            force_bw: mean_force_bw(&stretch.dose(model)),
        });
    }
    (f64::from(span), points)
}

fn mean_force_bw(dose: &KneeDose) -> Option<f64> {
    (dose.running_steps > 0.0).then(|| dose.patellofemoral.sum_bw / dose.running_steps)
}

fn hardest(knee: &KneeActivity, part_m: f64, preferred: &PreferredCadence) -> Option<Hardest> {
    let whole = knee.load.dose();
    let long = |part: &&KneePart| part.dose.distance_m >= part_m / 2.0 && part.dose.running_steps > 0.0;
    let parts: Vec<&KneePart> = knee.load.kilometres.iter().filter(long).collect();
    let a_metre = |part: &KneePart, m: usize| {
        let damage = part.dose.patellofemoral.damage_steps.all();
        damage.get(m).copied().unwrap_or(0.0) / part.dose.distance_m
    };
    let most = |m: usize| parts.iter().max_by(|a, b| a_metre(a, m).total_cmp(&a_metre(b, m))).copied();
    let part = most(1).filter(|_| parts.len() > 1)?;
    let is_agreed =
        [most(0), most(2)].iter().all(|other| other.is_some_and(|other| std::ptr::eq(other, part)));
    let whole_a_metre = whole.patellofemoral.damage_steps.m6 / whole.distance_m;
    let stands_out = a_metre(part, 1) >= STANDS_OUT * whole_a_metre;
    (is_agreed && stands_out).then(|| Hardest {
        from_s: part.from_s,
        from_m: part.from_m,
        distance_m: part.dose.distance_m,
        damage_share: part.dose.patellofemoral.damage_steps.m6 / whole.patellofemoral.damage_steps.m6,
        distance_share: part.dose.distance_m / whole.distance_m,
        grade: part.grade,
        speed_mps: speed_mps(&part.dose),
        by: by(part, &whole, mean_grade(&parts), preferred),
    })
}

fn speed_mps(dose: &KneeDose) -> f64 {
    dose.distance_m / (dose.running_s + dose.walking_s)
}

fn mean_grade(parts: &[&KneePart]) -> Option<f64> {
    let metres: f64 = parts.iter().map(|part| part.dose.distance_m).sum();
    let rise: Option<f64> = parts.iter().map(|part| Some(part.grade? * part.dose.distance_m)).sum();
    rise.map(|rise| rise / metres)
}

/// The largest factor of the force against the whole.
fn by(part: &KneePart, whole: &KneeDose, usual: Option<f64>, preferred: &PreferredCadence) -> Option<HardBy> {
    let shape = PATELLOFEMORAL.shape();
    let rho = |dose: &KneeDose| {
        let spm = 120.0 * dose.running_steps / dose.running_s;
        preferred.rho(speed_mps(dose), spm)
    };
    let hill = |grade: f64| (-shape.downhill * grade.min(0.0)).exp() * (-shape.uphill * grade.max(0.0)).exp();
    let hills = part.grade.zip(usual).map_or(1.0, |(own, usual)| hill(own) / hill(usual));
    let slope = if part.grade.is_some_and(|grade| grade < 0.0) { HardBy::Downhill } else { HardBy::Uphill };
    let factors = [
        (slope, hills),
        (HardBy::Speed, (speed_mps(&part.dose) / speed_mps(whole)).powf(shape.speed)),
        (HardBy::FewerSteps, (rho(&part.dose) / rho(whole)).powf(shape.cadence)),
    ];
    let largest = factors.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(largest.0).filter(|_| largest.1 >= NOTABLE)
}

#[cfg(test)]
mod tests {
    use super::super::activity_tests::samples;
    use super::*;
    use crate::load::testing::run_on;

    fn picture(legs: &[super::super::activity_tests::Leg], part_m: f64) -> KneePicture {
        let run = run_on("2026-03-01", 10.0);
        knee_picture(&run, &samples(legs), &KneeRunner::POPULATION, part_m).unwrap()
    }

    #[test]
    fn the_hard_kilometre_is_found_with_what_made_it() {
        let easy = |seconds| (seconds, 2.5, Some(164.0), 0.0);
        let fast = picture(&[easy(800), (250, 4.0, Some(180.0), 0.0), easy(800)], 1000.0);
        let hardest = fast.hardest.unwrap();
        assert!((hardest.from_m - 2000.0).abs() < 10.0, "{hardest:?}");
        assert_eq!(hardest.by, Some(HardBy::Speed));
        assert!(hardest.damage_share > 2.0 * hardest.distance_share);
        let down = picture(&[easy(800), (400, 2.5, Some(164.0), -0.10), easy(800)], 1000.0);
        assert_eq!(down.hardest.unwrap().by, Some(HardBy::Downhill));
        let long_steps = picture(&[easy(800), (400, 2.5, Some(150.0), 0.0), easy(800)], 1000.0);
        assert_eq!(long_steps.hardest.unwrap().by, Some(HardBy::FewerSteps));
    }

    #[test]
    fn an_even_run_has_no_hardest_part() {
        let leg = |seconds, speed| (seconds, speed, Some(170.0), 0.0);
        assert_eq!(picture(&[leg(1000, 3.0), leg(400, 3.02), leg(1000, 3.0)], 1000.0).hardest, None);
    }

    #[test]
    fn parts_and_series_agree_with_the_whole() {
        let legs = [(3000, 3.0, Some(170.0), 0.0), (200, 0.0, None, 0.0), (3000, 3.5, Some(176.0), 0.0)];
        let picture = picture(&legs, 1609.344);
        let parts = &picture.knee.load.kilometres;
        let sum: f64 = parts.iter().map(|part| part.dose.patellofemoral.impulse_bw_s).sum();
        assert!((sum / picture.knee.load.patellofemoral.dose.impulse_bw_s - 1.0).abs() < 1e-9);
        assert_eq!(parts.len(), 13, "19.5 km are 12.1 miles");
        let points = &picture.series;
        assert!(points.len() <= MOST_POINTS as usize && points.len() > 300, "{}", points.len());
        assert!((points[10].force_bw.unwrap() - 4.8).abs() < 0.01);
        assert!(points.iter().any(|point| point.force_bw.is_none()), "the stop is a gap");
    }
}
