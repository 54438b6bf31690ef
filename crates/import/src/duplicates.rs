//! Many inputs, one outing: which sources tell of the same activity, and what they say together.

mod agree;
mod group;
mod merge;

pub use group::{group, group_linked};
pub use merge::merge;
