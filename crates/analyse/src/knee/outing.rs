//! An activity laid out for the knee: its seconds by kilometre and by lap.
//!
//! Every second belongs to one kilometre and at most one lap, so parts add up to the whole. An activity without samples
//! is one even stretch at its mean speed.

use super::dose::KneeDose;
use super::kernel::Model;
use super::knee_load::{KneePart, NoKneeLoad};
use super::parameters::WALKING_CADENCE_SPM;
use super::stretch::Stretch;
use crate::load::motion::{Motion, classify};
use crate::load::number::floor_index;
use crate::load::trace::{Second, Trace, trace};
use kneewise_types::{Activity, Samples};

pub(super) const KILOMETRE_M: f64 = 1000.0;

/// A stretch with where it begins.
#[derive(Debug, Clone)]
struct Part {
    from_s: f64,
    from_m: f64,
}

/// An activity in stretches.
#[derive(Debug)]
pub(super) struct Outing {
    trace: Option<Trace>,
    starts: Vec<Part>,
    stretches: Vec<Stretch>,
    mean_speed_mps: Option<f32>,
    pub(super) is_grade_known: bool,
    pub(super) is_summary: bool,
}

impl Outing {
    /// Laid out in parts of a length.
    pub(super) fn new(activity: &Activity, samples: &Samples, part_m: f64) -> Result<Self, NoKneeLoad> {
        if samples.is_empty() {
            return Self::of_summary(activity).ok_or(NoKneeLoad::NoSpeed);
        }
        Ok(Self::of_trace(activity, trace(activity, samples), part_m))
    }

    /// The same, from seconds laid out before.
    pub(super) fn of_trace(activity: &Activity, trace: Trace, part_m: f64) -> Self {
        let has_speed = trace.seconds.iter().any(|second| second.speed_mps > 0.0);
        let mean_speed_mps = mean_speed_mps(activity).filter(|_| !has_speed);
        let is_grade_known = trace.is_grade_ok;
        let mut outing = Self {
            trace: None,
            starts: Vec::new(),
            stretches: Vec::new(),
            mean_speed_mps,
            is_grade_known,
            is_summary: false,
        };
        outing.cut(&trace, part_m);
        outing.trace = Some(trace);
        outing
    }

    /// Second by second; `None` of a summary.
    pub(super) const fn trace(&self) -> Option<&Trace> {
        self.trace.as_ref()
    }

    fn of_summary(activity: &Activity) -> Option<Self> {
        let speed = mean_speed_mps(activity)?;
        let seconds = activity.duration().as_s();
        let cadence = activity.mean_cadence.map(|spm| spm.as_spm());
        let mut stretch = Stretch { seconds_each: seconds, ..Stretch::default() };
        match classify(Some(speed), narrow(cadence)) {
            Motion::Running => {
                if let Some(spm) = narrow(cadence.filter(|spm| (140.0..=300.0).contains(spm))) {
                    stretch.told.speed_mps.push(speed);
                    stretch.told.cadence_spm.push(spm);
                    stretch.told.grade.push(0.0);
                } else {
                    stretch.untold.speed_mps.push(speed);
                    stretch.untold.grade.push(0.0);
                }
            }
            Motion::Walking => {
                let spm = cadence.filter(|spm| (60.0..140.0).contains(spm)).unwrap_or(WALKING_CADENCE_SPM);
                stretch.walking_steps = spm / 120.0 * seconds;
                stretch.walking_s = seconds;
                stretch.walking_m = f64::from(speed) * seconds;
            }
            Motion::Stopped | Motion::Absent => return None,
        }
        Some(Self {
            trace: None,
            starts: vec![Part { from_s: 0.0, from_m: 0.0 }],
            stretches: vec![stretch],
            mean_speed_mps: Some(speed),
            is_grade_known: false,
            is_summary: true,
        })
    }

    /// By part.
    fn cut(&mut self, trace: &Trace, part_m: f64) {
        let mut last = None;
        let usual = trace.seconds.len() / 5;
        for (second, grade) in trace.seconds.iter().zip(&trace.grades) {
            if matches!(second.motion, Motion::Absent | Motion::Stopped) {
                continue;
            }
            let part = floor_index(second.distance_m / part_m);
            if last != Some(part) {
                last = Some(part);
                self.starts.push(Part { from_s: f64::from(second.at_s), from_m: second.distance_m });
                self.stretches.push(Stretch::with_capacity(usual.clamp(64, 600)));
            }
            if let Some(stretch) = self.stretches.last_mut() {
                stretch.add(second, *grade, self.mean_speed_mps);
            }
        }
    }

    /// Sorts one second into a stretch.
    pub(super) fn sort(&self, stretch: &mut Stretch, second: &Second, grade: f64) {
        stretch.add(second, grade, self.mean_speed_mps);
    }

    pub(super) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Running time that nothing told a speed of, s.
    pub(super) fn speedless_s(&self) -> f64 {
        self.stretches.iter().map(|stretch| stretch.speedless_s).sum()
    }

    /// Share of running time without a step rate.
    pub(super) fn untold_share(&self) -> f64 {
        let untold: f64 = self.stretches.iter().map(Stretch::untold_s).sum();
        let told: f64 = self.stretches.iter().map(Stretch::told_s).sum();
        if untold > 0.0 { untold / (told + untold) } else { 0.0 }
    }

    /// All kilometres together, or why there is nothing to tell.
    pub(super) fn total(&self, model: &Model) -> Result<KneeDose, NoKneeLoad> {
        let mut total = KneeDose::default();
        for stretch in &self.stretches {
            total.add(&stretch.dose(model));
        }
        self.checked(total)
    }

    /// A total with at least one step.
    pub(super) fn checked(&self, total: KneeDose) -> Result<KneeDose, NoKneeLoad> {
        if total.running_steps + total.walking_steps > 0.0 {
            return Ok(total);
        }
        Err(if self.speedless_s() > 0.0 { NoKneeLoad::NoSpeed } else { NoKneeLoad::NoSteps })
    }

    /// Dose of each kilometre.
    pub(super) fn kilometres(&self, model: &Model) -> Vec<KneePart> {
        let parts = self.starts.iter().zip(&self.stretches);
        parts.map(|(start, stretch)| self.part(start, stretch, model)).collect()
    }

    fn part(&self, start: &Part, stretch: &Stretch, model: &Model) -> KneePart {
        KneePart {
            from_s: start.from_s,
            from_m: start.from_m,
            grade: stretch.mean_grade().filter(|_| self.is_grade_known),
            dose: stretch.dose(model),
        }
    }

    /// Dose of each lap; none when there is but one.
    pub(super) fn laps(&self, activity: &Activity, model: &Model) -> Vec<KneePart> {
        let Some(trace) = self.trace.as_ref().filter(|_| activity.laps.len() > 1) else { return Vec::new() };
        let mut seconds = trace.seconds.iter().zip(&trace.grades).peekable();
        let mut stretch = Stretch::with_capacity(1024);
        let mut laps = activity.laps.iter().peekable();
        let mut parts = Vec::with_capacity(activity.laps.len());
        while let Some(lap) = laps.next() {
            let end = laps.peek().map_or(f64::INFINITY, |next| next.start.as_s());
            stretch.clear();
            let mut from_m = None;
            while let Some((second, grade)) =
                seconds.next_if(|(second, _)| second.motion == Motion::Absent || f64::from(second.at_s) < end)
            {
                from_m = from_m.or(Some(second.distance_m));
                stretch.add(second, *grade, self.mean_speed_mps);
            }
            let start = Part { from_s: lap.start.as_s(), from_m: from_m.unwrap_or(0.0) };
            parts.push(self.part(&start, &stretch, model));
        }
        parts
    }
}

/// Mean speed of the summary, when it is one of people on foot.
fn mean_speed_mps(activity: &Activity) -> Option<f32> {
    let seconds = activity.duration().as_s();
    let metres = activity.distance?.as_m();
    narrow(Some(metres / seconds).filter(|mps| (0.5..=8.0).contains(mps)))
}

#[expect(clippy::cast_possible_truncation, reason = "speeds and step rates of people on foot")]
const fn narrow(value: Option<f64>) -> Option<f32> {
    match value {
        Some(value) => Some(value as f32),
        None => None,
    }
}
