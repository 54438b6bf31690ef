//! Files: what a watch, a platform and a careful runner would leave behind.

pub mod csv;
pub mod export;
pub mod fit;
mod fit_summary;
pub mod gpx;
pub mod profile;
pub mod tcx;
