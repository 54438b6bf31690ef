//! Mobility: ankle, quadriceps, hamstrings, hip flexors.

pub(crate) mod all_mobile;
pub(crate) mod ankle;
pub(crate) mod hamstrings;
pub(crate) mod hip_flexors;
pub(crate) mod quadriceps;
