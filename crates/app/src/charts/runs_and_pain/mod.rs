//! The main chart: runs against the length advised that day, and below them, on the same days, the pain.
//!
//! ```text
//! upper lane   a bar a run from zero; the advised band behind it; what lies beyond the band is hatched
//! lower lane   morning pain as a line, broken where nothing was entered; most pain in a run as open dots
//! through both flares, named at the top; breaks as dashed boxes; lowest a ribbon of shoes
//! ```
//! Far out, a bar is a week and its pain the worst of the week; the band belongs to single runs and is left out.

mod draw;
mod gather;
mod marks;
mod timeline;

#[cfg(test)]
mod tests;

pub use draw::{Paper, draw};
pub use gather::{Measure, Sources, Span, gather};
pub use timeline::{Break, Flare, Note, Pair, Slot, Timeline};
