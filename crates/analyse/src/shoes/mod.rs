//! Shoes: how far each pair has gone, and how worn it is.

pub(crate) mod rack;
pub(crate) mod wear;
