//! What running and walking asked of the knee, in the words every crate shares: doses, what is kept of one activity's
//! samples, and the summary that a history carries.
//!
//! Totals are of one leg; BW is mass x 9.81 N; damage in reference steps. `analyse` holds the formulas.

mod digest;
mod dose;
mod summary;

pub use digest::{CellCorrection, DoseFactors, KneeCells, KneeDigest, NoKneeLoad};
pub use dose::{Damage, Dose, KneeDose};
pub use summary::KneeSummary;

/// Version of the knee model's formulas and numbers; a change makes again what was kept.
pub const KNEE_MODEL_VERSION: u32 = 1;
