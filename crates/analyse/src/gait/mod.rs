//! The way of running: the runner's own step rate, whether it changed, and how to change it on purpose.
//! Section E of the load text, one idea a file.
//!
//! Norms are context, never good or bad; a change of gait is an experiment that comes after load education.

pub mod balance;
pub mod baseline;
pub mod change;
pub mod digest;
pub mod metrics;
pub mod norms;
pub mod offer;
pub mod opportunity;
pub mod progress;
pub mod report;
pub mod retraining;

pub use balance::{BalanceShift, balance_shift};
pub use baseline::{GaitBaseline, gait_baseline};
pub use change::{CadenceAlarm, CadenceShift, GaitWeek, cadence_alarm, cadence_alarm_of, gait_weeks};
pub use digest::{GaitDigest, SteadySegment, gait_digest};
pub use opportunity::{CadenceOpportunity, cadence_opportunity};
pub use progress::{RetrainingDone, RetrainingProgress, progress, share_kept};
pub use report::{GaitLack, GaitMeasure, GaitReport, MeasureNow, gait_report};
pub use retraining::{Retraining, RetrainingVerdict, verdict};
