//! Training load: what one activity asks of the body, day series, and how the next run compares with the last ones.
//! Sections A to C of the load text, one metric a file.
//!
//! [`gather`] puts a runner's history together once; every question about weeks, breaks and long runs is then a look-up.
//! [`digest`] sums up the samples of one activity once, when it is read.

#[cfg(test)]
mod history_tests;
pub(crate) mod line;
pub(crate) mod number;
mod seconds;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod trace;

pub mod activity_load;
pub mod acute_chronic;
pub mod ascent;
pub mod base_rate;
pub mod ceiling;
pub mod days;
pub mod digest;
pub mod edwards;
pub mod graded_speed;
pub mod heart_samples;
pub mod height;
pub mod history;
pub mod impulse_response;
pub mod imputed_rpe;
pub mod inputs;
pub mod long_and_short_term;
pub mod max_heart_rate;
pub mod monotony;
pub mod motion;
pub mod resting_heart_rate;
pub mod run_stress;
pub mod running_session;
pub mod series;
pub mod session_rpe;
pub mod spike;
pub mod threshold_heart_rate;
pub mod threshold_speed;
pub mod threshold_speeds;
pub mod threshold_trimp;
pub mod trimp;
pub mod week_change;

pub use days::{DaySeries, WeekRise, days_between, plus_days};
pub use digest::digest;
pub(crate) use history::surface_of;
pub use history::{Break, LoadHistory, SurfaceShares, gather};
pub use inputs::Inputs;
pub use running_session::RunningSession;
pub(crate) use running_session::whole_distance_m;
pub use spike::{Best, Spike, SpikeState};
