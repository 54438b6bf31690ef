//! Exposures of the knee's own load: damage, impulse, recent over accustomed, step rate.
//!
//! Source: load text D2, D6, D7, key `rule`, grade D. Says nothing: on days with a run whose knee load is not known.

use super::Series;
use crate::causes::case::Case;
use crate::own_data::timeline::Timeline;

/// None until the history carries knee loads.
pub(super) fn series(_case: &Case<'_>, _timeline: Timeline) -> Vec<Series> {
    Vec::new()
}
