//! O6: a week of high stress or low mood.
//!
//! Formula: mean stress >= 7 or mean mood <= 3 (10 = best) over the 7 days before onset, at least 4 values.
//! Unit: points. Source: S85 (HR 1.32, AF 0.24, q 0.5). Grade C. Against it: neither.
//! Says nothing: fewer than 4 values, or none bad in fewer than 80 % of the days.

use crate::calendar::{count, mean, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O6,
    part: Part::For(0.12),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S85"),
    read,
};

const DAYS: i64 = 7;
const LEAST_VALUES: usize = 4;
const HIGH_STRESS: f64 = 7.0;
const LOW_MOOD: f64 = 3.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.last_days(DAYS);
    let entries = || case.wellness.iter().filter(|entry| window.contains(entry.date));
    let stress: Vec<f64> = entries().filter_map(|entry| entry.stress).collect();
    let mood: Vec<f64> = entries().filter_map(|entry| entry.mood).collect();
    let mean_of = |values: &[f64]| mean(values).filter(|_| values.len() >= LEAST_VALUES);
    let (mean_stress, mean_mood) = (mean_of(&stress), mean_of(&mood));
    let days = stress.len().max(mood.len());
    let cover = Cover { what: "stress_and_mood", have: real(days), whole: 7.0, unit: "days" };
    if mean_stress.is_none() && mean_mood.is_none() {
        return Answer::unknown(cover.fact());
    }
    let is_bad =
        mean_stress.is_some_and(|mean| mean >= HIGH_STRESS) || mean_mood.is_some_and(|mean| mean <= LOW_MOOD);
    let (from, to) = (window.from, window.to);
    let fact = Fact::StressAndMood { from, to, mean_stress, mean_mood, days: count(days) };
    Answer::within(is_bad, fact, cover)
}
