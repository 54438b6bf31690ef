//! Back to running: the walk-run stages, and how ready a day is. Plain functions of what was entered; plans are made elsewhere.

pub mod readiness;
pub mod stages;
