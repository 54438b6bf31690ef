//! Many inputs, one outing: which sources tell of the same activity, and what they say together.

mod agree;
mod editions;
mod group;
mod merge;

pub use editions::{Edition, replaced};
pub use group::{group, group_editions, group_linked};
pub use merge::merge;
