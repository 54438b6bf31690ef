//! What the benchmarks share: the ten-year history on disk, whole processes timed, medians.
//!
//! Benchmarks print ratios against a peer or a limit measured in the same run. They never gate.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and the disk")]

pub mod cpu;
pub mod decoding;
pub mod history;
pub mod learning;
pub mod peers;
pub mod process;
pub mod proof;
pub mod warnings;

use std::time::Instant;

/// Seconds that one call takes: the median of `runs` calls after one that is not counted.
pub fn median_s(runs: usize, mut call: impl FnMut()) -> f64 {
    call();
    let mut times: Vec<f64> = (0..runs.max(1))
        .map(|_| {
            let start = Instant::now();
            call();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// `reached` or `not reached`, for a goal that a figure must not exceed.
#[must_use]
pub fn at_most(figure: f64, goal: f64) -> &'static str {
    if figure <= goal { "reached" } else { "not reached" }
}

/// `reached` or `not reached`, for a goal that a figure must reach.
#[must_use]
pub fn at_least(figure: f64, goal: f64) -> &'static str {
    if figure >= goal { "reached" } else { "not reached" }
}
