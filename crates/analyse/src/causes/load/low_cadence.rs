//! L13: few steps a minute for the speed, compared with everybody.
//!
//! What: runners with the lowest step rates carry the highest forces at the knee (`thakkar2019`: thirds at 2.98 m/s, lower
//! at 166 steps/min or less).
//! Formula: median over the steady minutes of 28 days of step rate / everybody's at the same speed (adjusted for height)
//! <= 166 / 169.8. Units: ratio. Source: load text E4 for the comparison; `thakkar2019` for the border; that it leads to
//! pain nobody has shown, so the row is D. Grade D. Limits: half of all healthy runners step less than the middle; hence a
//! small part, and only the larger of L12 and L13 counts. Against it: a step rate in the middle or above.
//! Says nothing: with fewer than 10 steady minutes in 28 days.

use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::gait::cadence_opportunity;
use crate::knee::PreferredCadence;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L13,
    part: Part::For(0.05),
    is_max: true,
    evidence: Evidence::new(Grade::D, "thakkar2019"),
    read,
};

const WINDOW_DAYS: i64 = 28;
const LOWER_THIRD: f64 = 166.0 / 169.8;
const STEADY_MINUTES: f64 = 10.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.last_days(WINDOW_DAYS);
    let population = PreferredCadence::of_height(case.history.profile.height_m);
    let Some(found) = cadence_opportunity(&case.history.gait, &population, window.to) else {
        let runs = case.history.gait.iter().filter(|run| window.contains(run.local_date));
        let have = crate::calendar::real(runs.map(|run| run.segments.len()).sum());
        let cover = Cover { what: "cadence", have, whole: STEADY_MINUTES / 0.8, unit: "steady minutes" };
        return Answer::unknown(cover.fact());
    };
    let is_low = found.median_rho <= LOWER_THIRD;
    let fact = Fact::CadenceForSpeed {
        from: window.from,
        to: window.to,
        cadence_spm: found.median_cadence_spm,
        speed_mps: found.median_speed_mps,
        everybody_spm: population.at_spm(found.median_speed_mps),
        rho: found.median_rho,
        is_low,
    };
    Answer::is(is_low, fact)
}
