//! Charts drawn as SVG: the same picture on the page, on paper and without script.
//!
//! In: plain series in the runner's days. Out: SVG text that is styled by the page's classes.
//! Never: a formula of the science, a request, a colour of its own.

pub mod axis;
pub mod before_after;
pub mod calendar;
pub mod day_bars;
pub mod lanes;
pub mod ratio;
pub mod route;
pub mod runs_and_pain;
