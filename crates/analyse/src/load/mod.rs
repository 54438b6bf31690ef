//! Training load: what one activity asks of the body, day series, and how the next run compares with the last ones.
//! Sections A to C of the load text, one metric a file.

#[cfg(test)]
mod number;

pub mod edwards;
pub mod graded_speed;
pub mod run_stress;
pub mod session_rpe;
pub mod threshold_trimp;
pub mod trimp;
