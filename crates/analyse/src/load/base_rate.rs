//! How often running injuries happen, for honest wording.
//!
//! What: injuries per 1000 sessions after a spike, and per hour of running.
//! Formula: 1820 injuries in 588 071 sessions = 3.09 per 1000, 72 % of them overuse = 2.23; times the hazard rate ratio of
//!   the state (the reference's own rate is a little lower, so this is an upper bound). Per hour: novices 17.8 per 1000 h,
//!   recreational runners 7.7; 28 % of injuries at the knee.
//! Units: injuries per 1000 sessions; injuries.
//! Source: Frandsen 2025 (`S75`); Videbaek 2015, Sports Med 45:1017-1026 (`videbaek2015`); Francis 2019, J Sports Sci Med
//!   18:21-31 (`francis2019`); load text C1, C3.
//! Grade: A for rates of populations; nothing is said of one person.
//! Limits: rates of cohorts, all sites unless the knee is named.
//! Says nothing: nothing of its own.

use super::spike::SpikeState;
use kneewise_types::{Evidence, Grade};

/// Where the rates per hour come from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::A, "videbaek2015");

const INJURIES: f64 = 1820.0;
const SESSIONS: f64 = 588_071.0;
const OVERUSE_SHARE: f64 = 0.72;

/// Injuries per 1000 h of running.
pub const NOVICE_PER_1000_H: f64 = 17.8;
pub const RECREATIONAL_PER_1000_H: f64 = 7.7;

/// Share of running injuries at the knee (`francis2019`).
pub const KNEE_SHARE: f64 = 0.28;

/// Overuse injuries per 1000 sessions of all kinds.
#[must_use]
pub fn overuse_per_1000_sessions() -> f64 {
    INJURIES / SESSIONS * 1000.0 * OVERUSE_SHARE
}

/// Overuse injuries per 1000 sessions of a state.
#[must_use]
pub fn overuse_per_1000_sessions_of(state: SpikeState) -> f64 {
    overuse_per_1000_sessions() * state.hazard_rate_ratio().map_or(1.0, |(ratio, _, _)| ratio)
}

/// Injuries to be expected of some hours of running, all sites.
#[must_use]
pub fn expected_injuries(hours: f64, is_novice: bool) -> f64 {
    hours * if is_novice { NOVICE_PER_1000_H } else { RECREATIONAL_PER_1000_H } / 1000.0
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    #[test]
    fn absolute_scale_of_c1() {
        assert!(agrees(INJURIES / SESSIONS * 1000.0, 3.09, 0.01));
        assert!(agrees(overuse_per_1000_sessions(), 2.23, 0.01));
        for (state, per_1000) in
            [(SpikeState::Small, 3.7), (SpikeState::Moderate, 3.4), (SpikeState::Large, 5.1)]
        {
            assert!(agrees(overuse_per_1000_sessions_of(state), per_1000, 0.1), "{state:?}");
        }
    }

    #[test]
    fn even_after_a_large_spike_more_than_99_in_100_sessions_end_well() {
        assert!(overuse_per_1000_sessions_of(SpikeState::Large) < 10.0);
    }

    #[test]
    fn worked_use_of_c3() {
        let weekly = expected_injuries(3.0, true);
        assert!(agrees(weekly, 0.0534, 0.0001));
        assert!(agrees(weekly * KNEE_SHARE, 0.015, 0.001));
        assert!(agrees(NOVICE_PER_1000_H / RECREATIONAL_PER_1000_H, 2.3, 0.1));
    }
}
