//! What a runner's history says about one knee.
//!
//! In: a [`kneewise_types::History`] and the day asked. Out: a [`kneewise_types::assessment::Assessment`].
//! Never: a clock, a disk, a network, prose, or a number without its source and grade. The same input gives the
//! same answer, in whatever order it comes, and nothing after the day asked is looked at.

pub mod advised;
mod assess;
mod calendar;
mod causes;
mod digests;
pub mod experiment;
pub mod gait;
mod home_tests;
pub mod knee;
pub mod load;
mod missing;
mod next_tests;
pub mod notes;
mod one_knee;
mod order;
mod own_data;
mod pattern;
mod red_flags;
pub mod return_to_run;
pub mod scores;
mod shoes;
mod symptoms;
mod warnings;

pub use assess::{Due, assess, due, run_lights};
pub use digests::{Digests, digests};
pub use home_tests::foot_posture;
pub use warnings::early_warnings;
