//! What the runner feels: diary, flares, traffic light.

pub(crate) mod diary;
mod explain;
pub(crate) mod flares;
pub(crate) mod knee_light;
pub(crate) mod light;
pub(crate) mod light_days;
pub(crate) mod mode;
pub(crate) mod morning_baseline;
pub(crate) mod morning_weeks;
mod open_red;
mod series;
pub(crate) mod signs;

#[cfg(test)]
mod light_tests;
