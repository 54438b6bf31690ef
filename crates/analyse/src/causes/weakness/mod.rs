//! Weakness: strength of hip, thigh, calf and core.

pub(crate) mod all_strong;
pub(crate) mod core;
pub(crate) mod hip_abduction;
pub(crate) mod limb_asymmetry;
pub(crate) mod movement_control;
pub(crate) mod quadriceps;
pub(crate) mod untrained;
pub(crate) mod well_trained;
