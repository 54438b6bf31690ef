//! What a runner's history says about one knee.
//!
//! In: a [`kneewise_types::History`] and the day asked. Out: a [`kneewise_types::assessment::Assessment`].
//! Never: a clock, a disk, a network, prose, or a number without its source and grade.

pub mod load;
