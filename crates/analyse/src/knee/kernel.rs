//! The knee model over columns of running seconds.
//!
//! What: the totals of D2 for every structure from speed, step rate and grade of each second.
//! Formula: `F = F0 (v/3)^a rho^b h(g) M`, `tau = tau0 (v/3)^-0.55 rho^-0.30`, `n = SR/60 dt/2`; sums of n F, n F tau and
//!   n (F/F0)^m; iliotibial band `n / rho exp(2 max(-g, 0))`.
//! Units: m/s, steps/min, fraction; see [`super::dose`].
//! Source: load text D2, D8 (`rule`, and the keys of [`super::parameters`]).
//! Grade: C for changes within a runner; D for hills, damage and the band.
//! Limits: runs in blocks of 64 without branches, so that the compiler vectorises it. Powers are sums of logarithms,
//!   whole damage exponents are products; the two structures at the front share their shape and are computed once.
//! Says nothing: for seconds without a speed.

use super::dose::{Damage, Dose, KneeDose};
use super::elementary::{exp, ln};
use super::parameters::{
    LN_HIGHEST_RHO, LN_LOWEST_RHO, LN_REFERENCE_SPEED, LOADING_TIME_CADENCE_EXPONENT,
    LOADING_TIME_SPEED_EXPONENT, PATELLAR_TENDON, PATELLOFEMORAL, Parameters, STEEPEST_GRADE, Shape,
    TIBIOFEMORAL, WALKING_LOADING_TIME_S,
};
use super::preferred_cadence::PreferredCadence;

const BLOCK: usize = 64;
const LANES: usize = 8;
type Block = [f64; BLOCK];

/// Running seconds of one kind, as columns of equal length.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// Each above 0.
    pub speed_mps: &'a [f32],
    /// Each above 0; `None` when it was not recorded: then rho is 1 and the preferred rate counts the steps.
    pub cadence_spm: Option<&'a [f32]>,
    pub grade: &'a [f32],
    pub time: Time<'a>,
}

/// How long each row of the columns stands for, s.
#[derive(Debug, Clone, Copy)]
pub enum Time<'a> {
    /// All the same.
    Each(f64),
    /// A column of its own.
    Of(&'a [f32]),
}

impl<'a> Time<'a> {
    /// What the whole is multiplied by, and what each row is.
    const fn parts(self) -> (f64, Option<&'a [f32]>) {
        match self {
            Self::Each(seconds) => (seconds, None),
            Self::Of(column) => (1.0, Some(column)),
        }
    }
}

/// What the model knows of the runner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    pub preferred: PreferredCadence,
    /// M at the front of the knee.
    pub front_modifier: f64,
}

impl Model {
    /// Everybody's step rate, an ordinary shoe.
    pub const POPULATION: Self = Self { preferred: PreferredCadence::POPULATION, front_modifier: 1.0 };
}

/// Totals of running seconds, one leg.
#[must_use]
pub fn running_dose(columns: &Columns<'_>, model: &Model) -> KneeDose {
    let mut totals = Totals::default();
    let none: &[f32] = &[];
    let (speeds, speed_rest) = columns.speed_mps.as_chunks::<BLOCK>();
    let (grades, grade_rest) = columns.grade.as_chunks::<BLOCK>();
    let (cadences, cadence_rest) = columns.cadence_spm.unwrap_or(none).as_chunks::<BLOCK>();
    let (times, time_rest) = columns.time.parts().1.unwrap_or(none).as_chunks::<BLOCK>();
    let (mut cadences, mut times) = (cadences.iter(), times.iter());
    for (speed, grade) in speeds.iter().zip(grades) {
        let inputs = Inputs { speed, grade, cadence: cadences.next(), time: times.next(), count: BLOCK };
        totals.add(&inputs, model);
    }
    if !speed_rest.is_empty() {
        let cadence = columns.cadence_spm.map(|_| padded(cadence_rest));
        let time = columns.time.parts().1.map(|_| padded(time_rest));
        let inputs = Inputs {
            speed: &padded(speed_rest),
            grade: &padded(grade_rest),
            cadence: cadence.as_ref(),
            time: time.as_ref(),
            count: speed_rest.len(),
        };
        totals.add(&inputs, model);
    }
    totals.dose(columns, model)
}

/// Totals of walking, one leg.
#[must_use]
pub fn walking_dose(steps_per_leg: f64, seconds: f64, metres: f64) -> KneeDose {
    let dose = |p: &Parameters| {
        let relative = p.walking_force_bw / p.reference_force_bw.value;
        Dose {
            peak_bw: None,
            sum_bw: steps_per_leg * p.walking_force_bw,
            impulse_bw_s: steps_per_leg * p.walking_force_bw * WALKING_LOADING_TIME_S,
            damage_steps: Damage {
                m4: steps_per_leg * relative.powi(4),
                m6: steps_per_leg * relative.powi(6),
                m9: steps_per_leg * relative.powi(9),
            },
        }
    };
    KneeDose {
        patellofemoral: dose(&PATELLOFEMORAL),
        patellar_tendon: dose(&PATELLAR_TENDON),
        tibiofemoral: dose(&TIBIOFEMORAL),
        walking_steps: steps_per_leg,
        walking_s: seconds,
        distance_m: metres,
        ..KneeDose::default()
    }
}

/// The last block, filled up with its own first value; `count` keeps the filling from counting.
fn padded(rest: &[f32]) -> [f32; BLOCK] {
    let mut block = [rest.first().copied().unwrap_or(1.0); BLOCK];
    for (slot, value) in block.iter_mut().zip(rest) {
        *slot = *value;
    }
    block
}

struct Inputs<'a> {
    speed: &'a [f32; BLOCK],
    grade: &'a [f32; BLOCK],
    cadence: Option<&'a [f32; BLOCK]>,
    time: Option<&'a [f32; BLOCK]>,
    count: usize,
}

/// Logarithms of relative speed and step rate, grade, and steps per minute of one leg, for one block.
struct Logs {
    speed: Block,
    rho: Block,
    grade: Block,
    steps: Block,
}

impl Logs {
    fn new(inputs: &Inputs<'_>, preferred: &PreferredCadence) -> Self {
        let zero = [0.0; BLOCK];
        let mut logs = Self { speed: zero, rho: zero, grade: zero, steps: zero };
        for (log, v) in logs.speed.iter_mut().zip(inputs.speed) {
            *log = ln(f64::from(*v)) - LN_REFERENCE_SPEED;
        }
        for (to, g) in logs.grade.iter_mut().zip(inputs.grade) {
            *to = f64::from(*g);
        }
        let ln_c = preferred.at_3_mps_spm.ln();
        if let Some(cadence) = inputs.cadence {
            for (((rho, steps), spm), u) in
                logs.rho.iter_mut().zip(&mut logs.steps).zip(cadence).zip(&logs.speed)
            {
                let spm = f64::from(*spm);
                *rho = (ln(spm) - ln_c - preferred.exponent * u).clamp(LN_LOWEST_RHO, LN_HIGHEST_RHO);
                *steps = 0.5 * spm;
            }
        } else {
            for (steps, u) in logs.steps.iter_mut().zip(&logs.speed) {
                *steps = 0.5 * exp(ln_c + preferred.exponent * u);
            }
        }
        for (steps, seconds) in logs.steps.iter_mut().zip(inputs.time.into_iter().flatten()) {
            *steps *= f64::from(*seconds);
        }
        for steps in logs.steps.iter_mut().skip(inputs.count) {
            *steps = 0.0;
        }
        logs
    }

    /// F / F0 without the modifier, and steps times loading time over its reference.
    fn relative_force(&self, shape: Shape) -> Block {
        let mut force = [0.0; BLOCK];
        for (((force, u), r), g) in force.iter_mut().zip(&self.speed).zip(&self.rho).zip(&self.grade) {
            let down = g.clamp(-STEEPEST_GRADE, 0.0);
            let up = g.clamp(0.0, STEEPEST_GRADE);
            *force = exp(shape.speed * u + shape.cadence * r - shape.downhill * down - shape.uphill * up);
        }
        force
    }

    fn steps_times_loading_time(&self) -> Block {
        let mut out = [0.0; BLOCK];
        for (((out, u), r), n) in out.iter_mut().zip(&self.speed).zip(&self.rho).zip(&self.steps) {
            *out = n * exp(LOADING_TIME_SPEED_EXPONENT * u + LOADING_TIME_CADENCE_EXPONENT * r);
        }
        out
    }

    fn band_steps(&self) -> Block {
        let mut out = [0.0; BLOCK];
        for (((out, g), r), n) in out.iter_mut().zip(&self.grade).zip(&self.rho).zip(&self.steps) {
            *out = n * exp(-r - 2.0 * g.clamp(-1.0, 0.0));
        }
        out
    }
}

/// Sums of one shape in relative force and steps per minute.
#[derive(Default)]
struct ShapeTotals {
    force: f64,
    impulse: f64,
    m4: f64,
    m6: f64,
    m9: f64,
    peak: f64,
}

impl ShapeTotals {
    fn add(&mut self, logs: &Logs, steps_and_time: &Block, shape: Shape) {
        let x = logs.relative_force(shape);
        let (mut fourth, mut sixth, mut ninth) = ([0.0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
        for ((((x, n), m4), m6), m9) in
            x.iter().zip(&logs.steps).zip(&mut fourth).zip(&mut sixth).zip(&mut ninth)
        {
            let square = x * x;
            let cube = square * x;
            *m4 = n * square * square;
            *m6 = n * cube * cube;
            *m9 = n * cube * cube * cube;
        }
        self.force += sum_of_products(&x, &logs.steps);
        self.impulse += sum_of_products(&x, steps_and_time);
        self.m4 += sum(&fourth);
        self.m6 += sum(&sixth);
        self.m9 += sum(&ninth);
        self.peak = self.peak.max(largest(&x));
    }

    fn dose(&self, p: &Parameters, minutes_each: f64, modifier: f64) -> Dose {
        let force_bw = p.reference_force_bw.value * modifier;
        Dose {
            peak_bw: (self.peak > 0.0).then_some(self.peak * force_bw),
            sum_bw: self.force * minutes_each * force_bw,
            impulse_bw_s: self.impulse * minutes_each * force_bw * p.loading_time_s.value,
            damage_steps: Damage {
                m4: self.m4 * minutes_each * modifier.powi(4),
                m6: self.m6 * minutes_each * modifier.powi(6),
                m9: self.m9 * minutes_each * modifier.powi(9),
            },
        }
    }
}

#[derive(Default)]
struct Totals {
    front: ShapeTotals,
    tibiofemoral: ShapeTotals,
    steps: f64,
    band: f64,
}

impl Totals {
    fn add(&mut self, inputs: &Inputs<'_>, model: &Model) {
        let logs = Logs::new(inputs, &model.preferred);
        let steps_and_time = logs.steps_times_loading_time();
        self.front.add(&logs, &steps_and_time, PATELLOFEMORAL.shape());
        self.tibiofemoral.add(&logs, &steps_and_time, TIBIOFEMORAL.shape());
        self.steps += sum(&logs.steps);
        self.band += sum(&logs.band_steps());
    }

    fn dose(&self, columns: &Columns<'_>, model: &Model) -> KneeDose {
        let (seconds_each, column) = columns.time.parts();
        let minutes = seconds_each / 60.0;
        let (seconds, metres) = match column {
            None => {
                let speeds = columns.speed_mps.iter();
                (columns.speed_mps.len() as f64, speeds.map(|mps| f64::from(*mps)).sum::<f64>())
            }
            Some(column) => {
                let both = columns.speed_mps.iter().zip(column);
                both.fold((0.0, 0.0), |(seconds, metres), (mps, s)| {
                    (seconds + f64::from(*s), metres + f64::from(*mps) * f64::from(*s))
                })
            }
        };
        KneeDose {
            patellofemoral: self.front.dose(&PATELLOFEMORAL, minutes, model.front_modifier),
            patellar_tendon: self.front.dose(&PATELLAR_TENDON, minutes, model.front_modifier),
            tibiofemoral: self.tibiofemoral.dose(&TIBIOFEMORAL, minutes, 1.0),
            iliotibial_band_steps: self.band * minutes,
            running_steps: self.steps * minutes,
            running_s: seconds * seconds_each,
            distance_m: metres * seconds_each,
            ..KneeDose::default()
        }
    }
}

/// In lanes, so that the additions need not wait for each other.
fn sum(values: &Block) -> f64 {
    let mut lanes = [0.0; LANES];
    for eight in values.as_chunks::<LANES>().0 {
        for (lane, value) in lanes.iter_mut().zip(eight) {
            *lane += value;
        }
    }
    lanes.iter().sum()
}

fn sum_of_products(a: &Block, b: &Block) -> f64 {
    let mut lanes = [0.0; LANES];
    for (a, b) in a.as_chunks::<LANES>().0.iter().zip(b.as_chunks::<LANES>().0) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}

fn largest(values: &Block) -> f64 {
    let mut lanes = [0.0_f64; LANES];
    for eight in values.as_chunks::<LANES>().0 {
        for (lane, value) in lanes.iter_mut().zip(eight) {
            *lane = if *value > *lane { *value } else { *lane };
        }
    }
    lanes.into_iter().fold(0.0, f64::max)
}
