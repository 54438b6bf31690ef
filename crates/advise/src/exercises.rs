//! The exercise library a clinician edits, read from `data/exercises.toml`.
//!
//! What: every exercise that can be logged and, later, advised, with its dose and what forbids it.
//! Source: clinical text C and D, `rule`; grade: each entry's own (doses and load classes are the author's proposal).
//! Says nothing: about exercises that are not in it; those are refused when logged, with the nearest ids.

use kneewise_types::Grade;
use serde::Deserialize;

/// The file, part of the program.
pub(crate) const FILE: &str = include_str!("../data/exercises.toml");

/// Everything in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Library<'a> {
    #[serde(rename = "schema_version")]
    pub _schema_version: u32,
    #[serde(rename = "library_version")]
    pub _library_version: &'a str,
    #[serde(rename = "exercise", borrow)]
    pub exercises: Vec<Exercise<'a>>,
}

/// One exercise. Words in lists are codes of the clinical text (conditions A.1, what forbids it D.3).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise<'a> {
    /// What `strength.csv` and `log strength` call it.
    pub id: &'a str,
    pub name: &'a str,
    pub purpose: &'a str,
    #[serde(borrow)]
    pub targets: Vec<&'a str>,
    /// All are needed; `a|b` is a or b.
    #[serde(borrow)]
    pub equipment_required: Vec<&'a str>,
    #[serde(borrow)]
    pub equipment_optional: Vec<&'a str>,
    pub side: ExerciseSide,
    pub load_type: LoadType,
    pub knee_load: KneeLoadClass,
    /// Easier ones, by id.
    #[serde(borrow)]
    pub regressions: Vec<&'a str>,
    /// Harder ones, by id.
    #[serde(borrow)]
    pub progressions: Vec<&'a str>,
    #[serde(borrow)]
    pub dose: Dose<'a>,
    #[serde(borrow)]
    pub contraindicated_by: Vec<&'a str>,
    #[serde(borrow)]
    pub families: Vec<&'a str>,
    #[serde(borrow)]
    pub helps: Vec<&'a str>,
    pub grade: Grade,
    pub cue: &'a str,
}

/// How much of it, to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose<'a> {
    pub sets: u8,
    /// Per set, and per side when it is done one leg at a time.
    pub reps: u8,
    /// Held per repetition; 0 where it is not held.
    pub hold_s: u16,
    pub rest_s: u16,
    pub sessions_per_week: u8,
    /// Repetitions in reserve at the end of a set.
    pub rir: u8,
    pub tempo: &'a str,
}

/// Whether one leg works at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExerciseSide {
    Unilateral,
    Bilateral,
    Either,
}

/// How the muscle works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoadType {
    Isometric,
    Isotonic,
    Stretch,
    EnergyStorage,
}

/// Class of the highest load on the kneecap or its tendon (clinical text D.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KneeLoadClass {
    Low,
    Moderate,
    High,
}

/// Every exercise of the library, in the order of the file.
#[must_use]
pub fn exercises() -> Vec<Exercise<'static>> {
    // A file that cannot be read gives none; a test keeps that from being shipped.
    toml::from_str::<Library<'static>>(FILE).unwrap_or_default().exercises
}

/// Their ids, in the order of the file.
#[must_use]
pub fn exercise_ids() -> Vec<&'static str> {
    exercises().into_iter().map(|exercise| exercise.id).collect()
}
