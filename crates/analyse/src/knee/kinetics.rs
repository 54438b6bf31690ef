//! Recent against accustomed load of a tissue, day by day.
//!
//! What: two running means of the daily damage index and their ratio, to be drawn as a trend.
//! Formula: `W += (1 - e^(-1/tau_r)) (D - W)`, `C += (1 - e^(-1/tau_a)) (D - C)`, `R = W / C`; tau_r 2 d (patellar tendon
//!   3 d), tau_a 28 d.
//! Units: reference steps a day; R is plain.
//! Source: load text D7; recovery of cartilage `coburn2023`, the rest `rule`.
//! Grade: D.
//! Limits: R is an acute:chronic ratio with all that is wrong with one: no zones, no words of risk. None of the studies
//!   measured pain.
//! Says nothing: on days whose load is not known (both means stay), and in the first 28 known days.

use super::parameters::Structure;
use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const ACCUSTOMED_DAYS: f64 = 28.0;

/// Known days before the ratio says anything; their mean is where both means start.
pub const WARM_UP_DAYS: usize = 28;

/// So many unknown days in a row start the warm-up anew.
pub const FORGETTING_DAYS: usize = 7;

const fn recent_days(structure: Structure) -> f64 {
    match structure {
        Structure::Patellofemoral | Structure::Tibiofemoral => 2.0,
        Structure::PatellarTendon => 3.0,
    }
}

/// Where a tissue stands at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TissueState {
    pub recent: f64,
    pub accustomed: f64,
}

impl TissueState {
    /// The state after a day with this damage.
    #[must_use]
    pub fn after(self, structure: Structure, damage_steps: f64) -> Self {
        let towards = |from: f64, days: f64| from + (1.0 - (-1.0 / days).exp()) * (damage_steps - from);
        Self {
            recent: towards(self.recent, recent_days(structure)),
            accustomed: towards(self.accustomed, ACCUSTOMED_DAYS),
        }
    }

    /// Recent over accustomed; `None` when accustomed to nothing.
    #[must_use]
    pub fn ratio(self) -> Option<f64> {
        (self.accustomed > 0.0).then(|| self.recent / self.accustomed)
    }
}

/// The states of a dense day series; `None` on days whose load is not known, and while warming up.
#[must_use]
pub fn states(structure: Structure, daily_damage: &[Option<f64>]) -> Vec<Option<TissueState>> {
    let mut out = Vec::with_capacity(daily_damage.len());
    let (mut state, mut known, mut unknown) = (None::<TissueState>, 0_usize, 0_usize);
    for (at, day) in daily_damage.iter().enumerate() {
        if let Some(damage) = day {
            let start = || start(daily_damage.get(at..).unwrap_or(&[]));
            state = Some(state.unwrap_or_else(start).after(structure, *damage));
            (known, unknown) = (known + 1, 0);
        } else {
            unknown += 1;
            if unknown >= FORGETTING_DAYS {
                (state, known) = (None, 0);
            }
        }
        out.push(state.filter(|_| day.is_some() && known > WARM_UP_DAYS));
    }
    out
}

/// Mean of the first known days [choice].
fn start(days: &[Option<f64>]) -> TissueState {
    let first: Vec<f64> = days.iter().flatten().take(WARM_UP_DAYS).copied().collect();
    let mean = crate::load::number::mean(&first).unwrap_or(0.0);
    TissueState { recent: mean, accustomed: mean }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn worked_example_of_d7() {
        let mut state = TissueState { recent: 100.0, accustomed: 100.0 };
        for (damage, recent, accustomed, ratio) in [
            (100.0, 100.0, 100.0, 1.0),
            (100.0, 100.0, 100.0, 1.0),
            (300.0, 178.694, 107.017, 1.6698),
            (0.0, 108.383, 103.262, 1.0496),
            (0.0, 65.738, 99.639, 0.6598),
            (0.0, 39.872, 96.144, 0.4147),
            (100.0, 63.531, 96.279, 0.6599),
        ] {
            state = state.after(Structure::Patellofemoral, damage);
            assert!(agrees(state.recent, recent, 0.001), "{state:?}");
            assert!(agrees(state.accustomed, accustomed, 0.001), "{state:?}");
            assert!(agrees(state.ratio().unwrap(), ratio, 0.0001), "{state:?}");
        }
    }

    #[test]
    fn an_even_life_stays_at_one_after_the_warm_up() {
        let states = states(Structure::PatellarTendon, &[Some(50.0); 40]);
        assert!(states[..28].iter().all(Option::is_none));
        assert!((states[28].unwrap().ratio().unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_week_without_knowledge_starts_anew_and_one_day_does_not() {
        let mut days = vec![Some(50.0); 80];
        days[35] = None;
        for day in &mut days[40..47] {
            *day = None;
        }
        let states = states(Structure::Patellofemoral, &days);
        assert!(states[35].is_none() && states[36].is_some());
        assert!(states[47..75].iter().all(Option::is_none) && states[75].is_some());
    }

    #[test]
    fn accustomed_to_nothing_has_no_ratio() {
        assert_eq!(TissueState { recent: 1.0, accustomed: 0.0 }.ratio(), None);
    }
}
