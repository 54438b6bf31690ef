//! Progress: counts for whoever asks; files, rate and time left on the error stream.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// How far an import is, to be read while it runs.
#[derive(Debug, Default)]
pub struct Counts {
    found: AtomicU64,
    done: AtomicU64,
    is_all_found: AtomicBool,
}

impl Counts {
    /// Files done, files found, and whether all are found.
    pub fn read(&self) -> (u64, u64, bool) {
        let is_all = self.is_all_found.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed), self.found.load(Ordering::Relaxed), is_all)
    }
}

/// A bar when a person watches, counts always.
#[derive(Debug)]
pub struct Progress<'a> {
    bar: ProgressBar,
    counts: &'a Counts,
}

const WALKING: &str = "{spinner} {pos} of {len}+ files  {rate:.dim}";
const READING: &str = "{bar:32} {pos} of {len} files  {rate:.dim}  {eta} left";

impl<'a> Progress<'a> {
    pub fn new(is_shown: bool, counts: &'a Counts) -> Self {
        if !is_shown {
            return Self { bar: ProgressBar::hidden(), counts };
        }
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(10));
        bar.set_style(style(WALKING));
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, counts }
    }

    pub fn found(&self) {
        self.counts.found.fetch_add(1, Ordering::Relaxed);
        self.bar.inc_length(1);
    }

    pub fn all_found(&self) {
        self.counts.is_all_found.store(true, Ordering::Relaxed);
        self.bar.set_style(style(READING));
    }

    pub fn done(&self, files: u64) {
        self.counts.done.fetch_add(files, Ordering::Relaxed);
        self.bar.inc(files);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", rate)
        .progress_chars("━╸─")
        .tick_chars("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏ ")
}

/// Whole files a second; nobody reads decimals off a moving line.
fn rate(state: &ProgressState, line: &mut dyn Write) {
    // A line that cannot be drawn is drawn again a moment later.
    let _drawn = write!(line, "{:.0} a second", state.per_sec()).is_ok();
}
