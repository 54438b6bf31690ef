//! What the knee carried: forces of every second, doses of a run and a day, and what another way of running would change.
//! Sections D and A7 of the load text, one idea a file; `docs/knee-load.md` has the model on one page.
//!
//! Forces are estimates of a model: about 25 % either way between people, better within one runner. Nothing here
//! diagnoses; impulse and damage are always shown together.

#[cfg(test)]
mod activity_tests;
#[cfg(test)]
mod calibration;
#[cfg(test)]
mod digest_tests;
mod elementary;
mod ensemble;
mod interval;
#[cfg(test)]
mod kernel_tests;
mod lanes;
mod outing;
#[cfg(test)]
mod reference;
mod stretch;
mod totals;

pub mod activity;
pub mod bins;
pub mod compared;
pub mod course;
pub mod days;
pub mod digest;
pub mod dose;
pub mod ground;
pub mod kernel;
pub mod kinetics;
pub mod knee_load;
pub mod laboratory;
pub mod modifiers;
pub mod origins;
pub mod parameters;
pub mod picture;
pub mod preferred_cadence;
pub mod summary;
pub mod what_if;

pub use activity::{kept_activity, knee_activity, knee_load};
pub use bins::{Bin, Bins};
pub use compared::{Compared, compared};
pub use course::{Course, Outline, Stage};
pub use days::{KneeDay, days};
pub use digest::{digest_bins, digest_dose, knee_digest};
pub use dose::{Damage, Dose, KneeDose, Robust, robust};
pub use ground::{GroundShares, ground_shares};
pub use knee_load::{
    Cells, DoseInterval, Interval, KneeActivity, KneeLoad, KneePart, KneeQuality, KneeRunner, NoKneeLoad,
    StructureLoad,
};
pub use origins::{Origin, Origins, origins};
pub use parameters::{KNEE_MODEL_VERSION, REFERENCE_SPEED_M_S, Structure};
pub use picture::{KneePicture, knee_picture};
pub use preferred_cadence::{CadenceOrigin, PreferredCadence};
pub use summary::knee_summary;
pub use what_if::{Change, RunChange, WhatIf, what_if, what_if_run};

/// A force in body weights as newtons, for explanation only.
#[must_use]
pub fn force_n(force_bw: f64, mass_kg: f64) -> f64 {
    force_bw * mass_kg * parameters::GRAVITY_M_S2
}
