//! Footwear: the pairs, their build, their age, and what the diary says of each.

pub(crate) mod compared;
pub(crate) mod firm_for_light_runner;
pub(crate) mod low_drop;
pub(crate) mod minimal_heavy;
pub(crate) mod one_pair_hurts;
pub(crate) mod pronated_in_neutral;
pub(crate) mod recent_change;
pub(crate) mod same_model;
pub(crate) mod same_pain_in_pairs;
pub(crate) mod shares;
pub(crate) mod single_pair;
pub(crate) mod worn;
