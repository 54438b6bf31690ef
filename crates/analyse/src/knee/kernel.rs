//! The knee model over columns of running seconds.
//!
//! What: the totals of D2 for every structure from speed, step rate and grade of each second.
//! Formula: `F = F0 (v/3)^a rho^b h(g) M`, `tau = tau0 (v/3)^-0.55 rho^-0.30`, `n = SR/60 dt/2`; sums of n F, n F tau and
//!   n (F/F0)^m; iliotibial band `n / rho exp(2 max(-g, 0))`.
//! Units: m/s, steps/min, fraction; see [`super::dose`].
//! Source: load text D2, D8 (`rule`, and the keys of [`super::parameters`]).
//! Grade: C for changes within a runner; D for hills, damage and the band.
//! Limits: four rows at a time without branches. Powers are sums of logarithms, whole damage exponents are products; the two
//!   structures at the front share their shape and are computed once. Bound by arithmetic, not by memory: two logarithms and
//!   four powers a second of running, about 130 operations on 12 bytes; `cargo xtask bench knee` shows both.
//! Says nothing: for seconds without a speed.

use super::dose::{Damage, Dose, KneeDose};
use super::lanes::{LANES, Lanes, log2_of_both};
use super::parameters::{
    LN_HIGHEST_RHO, LN_LOWEST_RHO, LOADING_TIME_CADENCE_EXPONENT, LOADING_TIME_SPEED_EXPONENT,
    PATELLAR_TENDON, PATELLOFEMORAL, Parameters, REFERENCE_SPEED_M_S, STEEPEST_GRADE, Shape, TIBIOFEMORAL,
    WALKING_LOADING_TIME_S,
};
use super::preferred_cadence::PreferredCadence;
use super::totals::Totals;
use std::f64::consts::LOG2_E;

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
    let exponents = Exponents::new(&model.preferred);
    let mut totals = Totals::default();
    let (speeds, speed_rest) = columns.speed_mps.as_chunks::<LANES>();
    let (grades, grade_rest) = columns.grade.as_chunks::<LANES>();
    let (cadences, cadence_rest) = columns.cadence_spm.unwrap_or(&[]).as_chunks::<LANES>();
    let (seconds_each, column) = match columns.time {
        Time::Each(seconds) => (seconds, None),
        Time::Of(column) => (1.0, Some(column)),
    };
    let (times, time_rest) = column.unwrap_or(&[]).as_chunks::<LANES>();
    let (mut cadences, mut times) = (cadences.iter(), times.iter());
    for (speed, grade) in speeds.iter().zip(grades) {
        let rows = Rows { speed, grade, cadence: cadences.next(), time: times.next(), count: LANES };
        exponents.add(&rows, &mut totals);
    }
    if !speed_rest.is_empty() {
        let cadence = columns.cadence_spm.map(|_| padded(cadence_rest));
        let time = column.map(|_| padded(time_rest));
        let rows = Rows {
            speed: &padded(speed_rest),
            grade: &padded(grade_rest),
            cadence: cadence.as_ref(),
            time: time.as_ref(),
            count: speed_rest.len(),
        };
        exponents.add(&rows, &mut totals);
    }
    dose(&totals, seconds_each, model.front_modifier)
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

fn dose(totals: &Totals, seconds_each: f64, front_modifier: f64) -> KneeDose {
    let minutes_each = seconds_each / 60.0;
    KneeDose {
        patellofemoral: totals.front.dose(&PATELLOFEMORAL, minutes_each, front_modifier),
        patellar_tendon: totals.front.dose(&PATELLAR_TENDON, minutes_each, front_modifier),
        tibiofemoral: totals.tibiofemoral.dose(&TIBIOFEMORAL, minutes_each, 1.0),
        iliotibial_band_steps: totals.band.sum() * minutes_each,
        running_steps: totals.steps.sum() * minutes_each,
        running_s: totals.seconds.sum() * seconds_each,
        distance_m: totals.metres.sum() * seconds_each,
        ..KneeDose::default()
    }
}

/// The last rows, filled up with the first of them; `count` keeps the filling from counting.
fn padded(rest: &[f32]) -> [f32; LANES] {
    let mut rows = [rest.first().copied().unwrap_or(1.0); LANES];
    for (slot, value) in rows.iter_mut().zip(rest) {
        *slot = *value;
    }
    rows
}

/// As many rows as are worked on at once.
struct Rows<'a> {
    speed: &'a [f32; LANES],
    grade: &'a [f32; LANES],
    cadence: Option<&'a [f32; LANES]>,
    time: Option<&'a [f32; LANES]>,
    count: usize,
}

/// The exponents of one structure, for powers of two.
#[derive(Clone, Copy)]
struct ShapeLanes {
    speed: Lanes,
    cadence: Lanes,
    downhill: Lanes,
    uphill: Lanes,
}

impl ShapeLanes {
    const fn new(shape: Shape) -> Self {
        Self {
            speed: Lanes::all(shape.speed),
            cadence: Lanes::all(shape.cadence),
            downhill: Lanes::all(-shape.downhill * LOG2_E),
            uphill: Lanes::all(-shape.uphill * LOG2_E),
        }
    }

    /// F / F0 without the modifier.
    #[inline(always)]
    fn relative_force(&self, u: Lanes, r: Lanes, down: Lanes, up: Lanes) -> Lanes {
        let hill = down.times_plus(self.downhill, up * self.uphill);
        u.times_plus(self.speed, r.times_plus(self.cadence, hill)).exp2()
    }
}

/// Everything that stays the same over all rows.
struct Exponents {
    log2_reference_speed: Lanes,
    log2_preferred: Lanes,
    preferred_exponent: Lanes,
    front: ShapeLanes,
    tibiofemoral: ShapeLanes,
}

impl Exponents {
    fn new(preferred: &PreferredCadence) -> Self {
        Self {
            log2_reference_speed: Lanes::all(REFERENCE_SPEED_M_S.log2()),
            log2_preferred: Lanes::all(preferred.at_3_mps_spm.log2()),
            preferred_exponent: Lanes::all(preferred.exponent),
            front: ShapeLanes::new(PATELLOFEMORAL.shape()),
            tibiofemoral: ShapeLanes::new(TIBIOFEMORAL.shape()),
        }
    }

    #[inline(always)]
    fn add(&self, rows: &Rows<'_>, totals: &mut Totals) {
        let (speed, grade) = (Lanes::of(rows.speed), Lanes::of(rows.grade));
        let cadence = rows.cadence.map(Lanes::of);
        let (log_speed, log_cadence) = log2_of_both(speed, cadence.unwrap_or(speed));
        let u = log_speed - self.log2_reference_speed;
        let usual = u.times_plus(self.preferred_exponent, self.log2_preferred);
        let (r, cadence) = match cadence {
            Some(cadence) => {
                let r = (log_cadence - usual).clamp(LN_LOWEST_RHO * LOG2_E, LN_HIGHEST_RHO * LOG2_E);
                (r, cadence)
            }
            None => (Lanes::ZERO, usual.exp2()),
        };
        let seconds = rows.time.map_or(Lanes::all(1.0), Lanes::of).first(rows.count);
        let steps = cadence * Lanes::all(0.5) * seconds;
        let time = u.times_plus(
            Lanes::all(LOADING_TIME_SPEED_EXPONENT),
            r * Lanes::all(LOADING_TIME_CADENCE_EXPONENT),
        );
        let (down, up) = (grade.clamp(-STEEPEST_GRADE, 0.0), grade.clamp(0.0, STEEPEST_GRADE));
        let band = grade.clamp(-1.0, 0.0).times_plus(Lanes::all(-2.0 * LOG2_E), Lanes::ZERO - r);
        let steps_and_time = steps * time.exp2();
        totals.front.add(self.front.relative_force(u, r, down, up), steps, steps_and_time);
        totals.tibiofemoral.add(self.tibiofemoral.relative_force(u, r, down, up), steps, steps_and_time);
        totals.band = band.exp2().times_plus(steps, totals.band);
        totals.steps = totals.steps + steps;
        totals.seconds = totals.seconds + seconds;
        totals.metres = speed.times_plus(seconds, totals.metres);
    }
}
