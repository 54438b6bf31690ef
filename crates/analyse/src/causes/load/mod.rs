//! Load: more than the knee was used to.

pub(crate) mod began_with_twist;
pub(crate) mod cadence_drop;
pub(crate) mod descent_rise;
pub(crate) mod hard_days_too_close;
pub(crate) mod knee_dose_rise;
pub(crate) mod low_cadence;
pub(crate) mod new_terrain_or_speed;
pub(crate) mod novice_week_rise;
pub(crate) mod rapid_return;
pub(crate) mod single_session_double;
pub(crate) mod single_session_spike;
pub(crate) mod steady_load;
pub(crate) mod surface_change;
