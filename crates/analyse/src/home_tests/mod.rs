//! Home and clinic tests: which result is low (clinical text D.1).

pub mod foot_posture;
pub(crate) mod limits;
pub(crate) mod results;
pub(crate) mod symmetry;
