//! The answer of `why`: what is worth saying, and the one screen for the runner.
//!
//! In: an assessment and the advice on it. Out: text of a given width; the document is in `documents`.
//! Never: a plan, a test or an exercise beside a red flag or an open safety question.

mod blocks;
mod chart;
mod light_screen;
pub mod own;
mod paint;
mod pattern_screen;
pub mod pick;
mod reminders;
mod screen;
pub mod story;
#[cfg(test)]
mod tests;
mod warnings;

pub use blocks::PAIN_RULE;
pub use light_screen::render_lights;
pub use paint::Style;
pub use pattern_screen::{render_questions, render_safety, render_screen};
pub use screen::{render, render_empty};
pub use warnings::recent as recent_warnings;

use kneewise_types::assessment::Assessment;

/// Whether there is nothing at all to go by: no run, no diary, no test, no shoe.
#[must_use]
pub fn is_empty(assessment: &Assessment) -> bool {
    let has_run =
        assessment.working.load_days.iter().any(|day| day.running_distance_m.is_some_and(|m| m > 0.0));
    let has_answer = assessment.findings.iter().any(|finding| finding.coverage > 0.0);
    !has_run
        && !has_answer
        && assessment.flares.is_empty()
        && assessment.working.pain_days.is_empty()
        && assessment.red_flags.is_empty()
        && assessment.open_questions.is_empty()
}
