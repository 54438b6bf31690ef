//! L1: a run 1.10 to 2.00 times as long as the longest of the 30 days before it, in the 28 days before onset.
//!
//! Formula: states small and moderate of load text C1. Units: m, local days. Source: S75 (HRR 1.64, AF 0.39, q 0.8).
//! Grade B. Limits: distance only; any injury, not the knee. Against it: no run beyond 1.10 times in the window.
//! Says nothing: fewer than 80 % of the runs could be compared, or recording covers too little of the window.

use crate::calendar::{count, count_days, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::load::{RunningSession, Spike, SpikeState};
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L1,
    part: Part::For(0.31),
    is_max: true,
    evidence: Evidence::new(Grade::B, "S75"),
    read: |case| read(case, &[SpikeState::Small, SpikeState::Moderate]),
};

/// Days before onset that are searched.
const WINDOW_DAYS: i64 = 28;

/// Looks for a run of the given states.
pub(super) fn read(case: &Case<'_>, states: &[SpikeState]) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let sessions: Vec<&RunningSession> = case.load.sessions_between(window.from, window.to).collect();
    let compared: Vec<(SpikeState, f64, Fact)> =
        sessions.iter().filter_map(|session| compared(session)).collect();
    let of_states = compared.iter().filter(|(state, ..)| states.contains(state));
    if let Some((.., fact)) = of_states.max_by(|a, b| a.1.total_cmp(&b.1)) {
        return Answer::present(fact.clone());
    }
    let runs = Cover {
        what: "runs_compared",
        have: real(compared.len()),
        whole: real(sessions.len()),
        unit: "runs",
    };
    let cover = case.activity_cover(window);
    match case.load.largest_spike(window.from, window.to) {
        _ if !cover.is_enough() => Answer::unknown(cover.fact()),
        _ if !runs.is_enough() => Answer::unknown(runs.fact()),
        Some((session, ratio)) => Answer::absent(Fact::NoLongRun {
            from: window.from,
            to: window.to,
            largest_ratio: ratio,
            largest_date: session.date,
        }),
        None => Answer::absent(Fact::RestDays {
            from: window.from,
            to: window.to,
            days: count_days(window.days()).saturating_sub(count(sessions.len())),
        }),
    }
}

fn compared(session: &RunningSession) -> Option<(SpikeState, f64, Fact)> {
    let Spike::Compared { state, ratio, best_30_days_m, best_date } = session.spike else { return None };
    let distance_m = session.distance_m?;
    let fact = Fact::LongRun { date: session.date, distance_m, best_30_days_m, best_date, ratio };
    Some((state, ratio, fact))
}
