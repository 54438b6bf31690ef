//! L8, against load: no run above 1.10 times in 8 weeks, and steady weeks.
//!
//! Formula: no state above regression or small in 56 days, and CV of the 8 weekly distances (sample SD / mean) below
//! 0.15. Units: m, local days. Source: clinical text G.2, key `rule`. Grade D.
//! Says nothing: a day of the 8 weeks was not recorded and no long run was found.

use crate::calendar::{Window, add_days};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::load::{Spike, SpikeState};
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L8,
    part: Part::Against(0.6),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WEEKS: u32 = 8;
const STEADY: f64 = 0.15;

fn read(case: &Case<'_>) -> Answer {
    let window = Window::ending(add_days(case.onset, -1), 7 * i64::from(WEEKS));
    let cover = case.activity_cover(window);
    let variation = case.load.days.coefficient_of_variation(window.to, WEEKS);
    let largest = case.load.largest_spike(window.from, window.to);
    let (Some(coefficient_of_variation), Some((_, largest_ratio))) = (variation, largest) else {
        return Answer::unknown(cover.fact());
    };
    let sessions = || case.load.sessions_between(window.from, window.to);
    let is_long = sessions().any(|session| match session.spike {
        Spike::Compared { state, .. } => state != SpikeState::RegressionOrSmall,
        Spike::UnknownDistance | Spike::NoReference => false,
    });
    let all_compared = sessions().all(|session| matches!(session.spike, Spike::Compared { .. }));
    if !is_long && coefficient_of_variation < STEADY {
        let fact = Fact::SteadyLoad { weeks: WEEKS, coefficient_of_variation, largest_ratio };
        return if all_compared { Answer::present(fact) } else { Answer::unknown(cover.fact()) };
    }
    Answer::absent(Fact::UnsteadyLoad { weeks: WEEKS, coefficient_of_variation, largest_ratio })
}
