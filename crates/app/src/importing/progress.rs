//! Progress on the error stream: files, rate, time left.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::time::Duration;

/// A bar when a person watches, nothing otherwise.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

const WALKING: &str = "{spinner} {pos} of {len}+ files  {rate:.dim}";
const READING: &str = "{bar:32} {pos} of {len} files  {rate:.dim}  {eta} left";

impl Progress {
    pub fn new(is_shown: bool) -> Self {
        if !is_shown {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(10));
        bar.set_style(style(WALKING));
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar }
    }

    pub fn found(&self) {
        self.bar.inc_length(1);
    }

    pub fn all_found(&self) {
        self.bar.set_style(style(READING));
    }

    pub fn done(&self, files: u64) {
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
