//! What the runner feels: diary, flares, traffic light.

pub(crate) mod diary;
pub(crate) mod flares;
pub(crate) mod light;
pub(crate) mod light_days;
pub(crate) mod morning_baseline;
pub(crate) mod morning_weeks;
pub(crate) mod signs;
