//! L2: a run more than twice as long as the longest of the 30 days before it, in the 28 days before onset.
//!
//! Formula: state large of load text C1. Units: m, local days. Source: S75 (HRR 2.28, AF 0.56, q 0.8). Grade B.
//! Limits, what speaks against it and when it says nothing: as L1. Of L1 and L2 only the larger counts.

use super::single_session_spike;
use crate::causes::answer::{Part, Row};
use crate::load::SpikeState;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L2,
    part: Part::For(0.45),
    is_max: true,
    evidence: Evidence::new(Grade::B, "S75"),
    read: |case| single_session_spike::read(case, &[SpikeState::Large]),
};
