//! Exercises by their everyday names, in the middle of a sentence.

use super::german;
use super::language::is_german;
use kneewise_advise::Exercise;

/// An exercise of the library, or one of the runner's own as it was written.
#[must_use]
pub fn name(id: &str, library: &[Exercise<'_>]) -> String {
    if is_german()
        && let Some(name) = german::exercises::name(id)
    {
        return name.to_owned();
    }
    let known = library.iter().find(|exercise| exercise.id == id);
    known.map_or_else(|| id.replace('_', " "), |exercise| exercise.name.to_lowercase())
}
