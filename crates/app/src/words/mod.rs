//! Every sentence the program says about a knee, in files by subject.
//!
//! In: facts with numbers. Out: plain British English, second person, past tense for facts, "may" and "probably"
//! for the rest. Never: a claim of a cause, a diagnosis, a percentage of belief.
//! A number and its unit are joined by a no-break space, so that no line ends between them.

pub mod actions;
pub mod answer;
pub mod diary;
pub mod exercises;
pub mod experiment;
pub mod facts;
pub mod families;
pub mod gait;
mod german;
pub mod knee;
pub mod knee_light;
pub mod knee_load;
pub mod knee_where;
pub mod language;
pub mod lights;
pub mod missing;
pub mod notes;
pub mod numbers;
pub mod outings;
pub mod own;
pub mod pages;
pub mod pattern;
pub mod questions;
pub mod red_flags;
pub mod scores;
pub mod series;
pub mod sources;
pub mod tests;
pub mod told;
pub mod warnings;

#[cfg(test)]
pub mod examples;
#[cfg(test)]
pub mod examples_light;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod gallery_body;
#[cfg(test)]
mod gallery_german;
#[cfg(test)]
mod gallery_running;
#[cfg(test)]
mod gallery_trials;
#[cfg(test)]
pub mod own_examples;

pub use numbers::{Voice, day, distance};

/// A sentence with ordinary spaces, for JSON.
#[must_use]
pub fn plain(sentence: &str) -> String {
    sentence.replace('\u{a0}', " ")
}
