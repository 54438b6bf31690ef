//! What the knee carried: forces of every second, doses of a run and a day, and what another way of running would change.
//! Sections D and A7 of the load text, one idea a file; `docs/knee-load.md` has the model on one page.
//!
//! Forces are estimates of a model: about 25 % either way between people, better within one runner. Nothing here
//! diagnoses; impulse and damage are always shown together.

#[cfg(test)]
mod calibration;
mod elementary;
#[cfg(test)]
mod kernel_tests;
#[cfg(test)]
mod reference;

pub mod dose;
pub mod kernel;
pub mod kinetics;
pub mod laboratory;
pub mod modifiers;
pub mod parameters;
pub mod preferred_cadence;

pub use dose::{Damage, Dose, KneeDose, Robust, robust};
pub use parameters::{KNEE_MODEL_VERSION, Structure};
pub use preferred_cadence::{CadenceOrigin, PreferredCadence};

/// A force in body weights as newtons, for explanation only.
#[must_use]
pub fn force_n(force_bw: f64, mass_kg: f64) -> f64 {
    force_bw * mass_kg * parameters::GRAVITY_M_S2
}
