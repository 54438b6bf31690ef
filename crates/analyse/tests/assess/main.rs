//! Small histories from end to end: for every row one that fires and a near miss that must not.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests, outside test functions")]

mod flags;
mod footwear;
mod knee;
mod load;
mod mobility;
mod notes;
mod overuse;
mod properties;
mod story;
mod weakness;
mod whole;
