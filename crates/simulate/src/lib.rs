//! A seeded runner with a life, and optionally one planted cause, as files and truth.
//!
//! In: a [`Scenario`] (seed, last day, cause). Out: FIT, TCX, GPX, CSV logs, a platform export, and `truth.json`.
//! Never: a clock, a disk, or code shared with the detection that is tested against these lives.
//! The same scenario gives the same bytes on the same platform's mathematics library.

mod circumstances;
mod files;
mod history;
mod home;
mod life;
mod mechanism;
mod number;
pub mod oracle;
mod outing;
pub mod population;
mod random;
mod scenario;
mod trace;
mod truth;
mod write;

pub use circumstances::{Circumstances, Keeping, Tests};
pub use files::{Simulated, SimulatedFile, simulate};
pub use history::LightActivity;
pub use home::Home;
pub use life::{Life, plan};
pub use mechanism::{Course, Mechanism};
pub use outing::{Kind, Outing};
pub use scenario::{Format, Layout, Planted, Recording, Rhythm, Scenario, Scripted};
pub use truth::{FlareTruth, Truth};
