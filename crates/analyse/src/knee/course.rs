//! One activity along its way: what every stretch of it asked of the knee.
//!
//! What: stages of equal time for a line, or of equal length for a table, each with its dose, step rate, heart rate, climb.
//! Formula: the kernel over the seconds of each stage, so stages add up to the activity; climb from the smoothed grade.
//! Units: seconds, metres, BW, steps/min.
//! Source: load text A7, D2 to D8 (`rule`).
//! Grade: C within one runner; D for hills.
//! Limits: pauses are left out; without grade there is no climb and the ground counts as level.
//! Says nothing: of an activity off feet, without samples, or without a step.

use super::dose::KneeDose;
use super::knee_load::{KneeRunner, NoKneeLoad};
use super::stretch::Stretch;
use crate::load::motion::Motion;
use crate::load::number::floor_index;
use crate::load::trace::{Second, Trace, trace};
use kneewise_types::{Activity, Samples};

/// An activity along its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub stages: Vec<Stage>,
    pub is_grade_known: bool,
}

/// One stretch of the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// Seconds from the start of the activity.
    pub at_s: f64,
    /// Metres from the start.
    pub from_m: f64,
    pub metres: f64,
    /// Time on the way, pauses left out.
    pub seconds: f64,
    /// Of one leg.
    pub dose: KneeDose,
    pub mean_heart_rate_bpm: Option<f64>,
    /// Of running seconds.
    pub mean_cadence_spm: Option<f64>,
    /// `None` when the grade is not known.
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
}

impl Stage {
    /// Mean peak force of a step on the kneecap joint, BW; `None` without a step.
    #[must_use]
    pub fn force_bw(&self) -> Option<f64> {
        let steps = self.dose.running_steps + self.dose.walking_steps;
        (steps > 0.0).then(|| self.dose.patellofemoral.sum_bw / steps)
    }

    /// Mean speed, m/s; `None` when standing.
    #[must_use]
    pub fn speed_mps(&self) -> Option<f64> {
        (self.seconds > 0.0 && self.metres > 0.0).then(|| self.metres / self.seconds)
    }
}

/// An activity on foot, laid out once for every way of cutting it.
#[derive(Debug)]
pub struct Outline {
    trace: Trace,
}

impl Outline {
    /// Lays the samples out, or says why there is nothing to cut.
    pub fn new(activity: &Activity, samples: &Samples) -> Result<Self, NoKneeLoad> {
        if !super::digest::is_on_foot(activity.sport) {
            return Err(NoKneeLoad::NotOnFoot);
        }
        if samples.is_empty() {
            return Err(NoKneeLoad::NoSpeed);
        }
        Ok(Self { trace: trace(activity, samples) })
    }

    /// Stages of equal time, at most `count`.
    #[must_use]
    pub fn along(&self, runner: &KneeRunner, count: usize) -> Course {
        let moving = self.trace.seconds.iter().filter(|second| second.motion != Motion::Absent).count();
        let each = moving.div_ceil(count.max(1)).max(1);
        course(&self.trace, runner, |at, _| Some(at / each))
    }

    /// Stages of equal length, such as kilometres.
    #[must_use]
    pub fn splits(&self, runner: &KneeRunner, length_m: f64) -> Course {
        course(&self.trace, runner, |_, second| floor_index(second.distance_m / length_m))
    }
}

/// Cuts wherever `stage_of` gives another number.
fn course(trace: &Trace, runner: &KneeRunner, stage_of: impl Fn(usize, &Second) -> Option<usize>) -> Course {
    let mut stages = Vec::new();
    let mut open: Option<(Option<usize>, Sums)> = None;
    let on_the_way =
        trace.seconds.iter().zip(&trace.grades).filter(|(second, _)| second.motion != Motion::Absent);
    for (at, (second, grade)) in on_the_way.enumerate() {
        let number = stage_of(at, second);
        if let Some((_, done)) = open.take_if(|(last, _)| *last != number) {
            stages.push(done.stage(second.distance_m, trace.is_grade_ok, runner));
        }
        let (_, sums) = open.get_or_insert_with(|| (number, Sums::new(second)));
        sums.add(second, *grade);
    }
    if let Some((_, done)) = open {
        let end_m = done.last_m;
        stages.push(done.stage(end_m, trace.is_grade_ok, runner));
    }
    Course { stages, is_grade_known: trace.is_grade_ok }
}

/// A mean under way.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: Option<f32>) {
        if let Some(value) = value {
            self.sum += f64::from(value);
            self.count += 1.0;
        }
    }

    fn value(self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }
}

/// A stage under way.
struct Sums {
    at_s: f64,
    from_m: f64,
    last_m: f64,
    seconds: f64,
    stretch: Stretch,
    heart: Mean,
    cadence: Mean,
    ascent_m: f64,
    descent_m: f64,
}

impl Sums {
    fn new(first: &Second) -> Self {
        Self {
            at_s: f64::from(first.at_s),
            from_m: first.distance_m,
            last_m: first.distance_m,
            seconds: 0.0,
            stretch: Stretch::with_capacity(64),
            heart: Mean::default(),
            cadence: Mean::default(),
            ascent_m: 0.0,
            descent_m: 0.0,
        }
    }

    fn add(&mut self, second: &Second, grade: f64) {
        self.seconds += 1.0;
        self.last_m = second.distance_m;
        self.stretch.add(second, grade, None);
        self.heart.add(second.heart_rate_bpm);
        if second.motion == Motion::Running {
            self.cadence.add(second.cadence_spm);
        }
        let climbed_m = grade * f64::from(second.speed_mps);
        self.ascent_m += climbed_m.max(0.0);
        self.descent_m -= climbed_m.min(0.0);
    }

    fn stage(&self, end_m: f64, is_grade_known: bool, runner: &KneeRunner) -> Stage {
        Stage {
            at_s: self.at_s,
            from_m: self.from_m,
            metres: (end_m - self.from_m).max(0.0),
            seconds: self.seconds,
            dose: self.stretch.dose(&runner.model()),
            mean_heart_rate_bpm: self.heart.value(),
            mean_cadence_spm: self.cadence.value(),
            ascent_m: is_grade_known.then_some(self.ascent_m),
            descent_m: is_grade_known.then_some(self.descent_m),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knee::activity_tests::samples;
    use crate::knee::knee_activity;
    use crate::load::number::agrees;
    use crate::load::testing::run_on;

    fn course_of(length_m: Option<f64>) -> (Course, f64) {
        let run = run_on("2026-03-01", 9.0);
        let samples = samples(&[
            (900, 3.0, Some(170.0), 0.0),
            (300, 1.4, Some(110.0), 0.0),
            (600, 3.6, Some(178.0), -0.06),
        ]);
        let runner = KneeRunner::POPULATION;
        let whole = knee_activity(&run, &samples, &runner).unwrap().load.patellofemoral.dose.impulse_bw_s;
        let outline = Outline::new(&run, &samples).unwrap();
        let course = match length_m {
            Some(length_m) => outline.splits(&runner, length_m),
            None => outline.along(&runner, 50),
        };
        (course, whole)
    }

    #[test]
    fn stages_add_up_to_the_activity() {
        for length_m in [None, Some(1000.0), Some(1609.344)] {
            let (course, whole) = course_of(length_m);
            let sum: f64 = course.stages.iter().map(|stage| stage.dose.patellofemoral.impulse_bw_s).sum();
            assert!(agrees(sum, whole, 1e-6 * whole), "{sum} {whole}");
            let metres: f64 = course.stages.iter().map(|stage| stage.metres).sum();
            assert!(agrees(metres, 2700.0 + 420.0 + 2160.0, 10.0), "{metres}");
        }
    }

    #[test]
    fn a_line_has_at_most_as_many_stages_as_asked_and_a_descent_is_heavier() {
        let (course, _) = course_of(None);
        assert!(course.stages.len() <= 50 && course.stages.len() >= 45, "{}", course.stages.len());
        assert!(course.is_grade_known);
        let force = |at: usize| course.stages[at].force_bw().unwrap();
        assert!(force(45) > force(5), "{} {}", force(45), force(5));
        assert!(course.stages[45].descent_m.unwrap() > 1.0);
        assert!(agrees(course.stages[5].mean_cadence_spm.unwrap(), 170.0, 1e-6));
    }
}
